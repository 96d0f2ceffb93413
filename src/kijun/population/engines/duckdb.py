"""The embedded engine: DuckDB, some parts of the people after others.

A relation is turned into a statement once; for each portion the names of the tables are pointed at its files, and what is
kept of people is worked out anew. So memory is that of a portion, however many people there are.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

import duckdb
import ibis
import ibis.expr.types as ir
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from kijun.errors import BadInput
from kijun.population.engines.engine import Progress
from kijun.population.load import Workforce
from kijun.population.manifest import Part
from kijun.population.parts import file_of
from kijun.population.tables import CUT, SHARED, Table
from kijun.text import Text

ROWS_IN_A_GROUP: Final = 50_000
ROWS_AT_ONCE: Final = 10_000
MOST_PEOPLE: Final = 500_000
"""That are judged at once, so that memory stays small."""
NO_VALUE: Final = "__HIVE_DEFAULT_PARTITION__"
"""What a folder is called that holds the people without a value."""
_LARGE: Final = 1 << 30
_ONE_PAGE: Final[dict[str, Any]] = {
    "compression": "zstd",
    "data_page_size": _LARGE,
    "dictionary_pagesize_limit": _LARGE,
}
"""Each column of a group is one page: where pages end would hang on the pieces in which the threads hand over the rows."""
_SETTINGS: Final = (
    # Where a look-up has every key, pushing the grouping below the join groups all rows twice: 8 times slower. Where a row has
    # hundreds of columns, thinking about where to work them out takes longer than to do it.
    "SET disabled_optimizers = 'partial_aggregate_pushdown, projection_placement'",
    "SET autoinstall_known_extensions = false",
    "SET autoload_known_extensions = false",
)


class DuckDbEngine:
    """Judges a workforce in this process."""

    name = "duckdb"

    def __init__(self, workforce: Workforce, *, threads: int | None = None) -> None:
        self._workforce = workforce
        self._connection = ibis.duckdb.connect(threads=threads or os.cpu_count() or 1)
        for setting in _SETTINGS:
            self._connection.raw_sql(setting)
        self._portions = _portions(workforce.manifest.parts)
        for table in SHARED:
            self._point(table, [0])
        self._numbers = count()
        self._kept: dict[str, str] = {}
        self._turn_to(self._portions[0])

    def table(self, table: Table) -> ir.Table:
        """Return a table of the workforce; one that is cut is the portion that is being judged."""
        return self._connection.table(table.name)

    def rows(self, table: Table) -> Iterator[dict[str, Any]]:
        """Yield the rows of a table that people share, in the order of its columns; what is empty comes last.

        They are asked for some at a time, beside whatever else is asked meanwhile.
        """
        with _said_by_us(), self._connection.con.cursor() as cursor:
            found = cursor.execute(f"FROM {table.name} ORDER BY ALL NULLS LAST")
            names = [column[0] for column in found.description]
            while some := found.fetchmany(ROWS_AT_ONCE):
                for row in some:
                    yield dict(zip(names, row, strict=True))

    def constant(self, rows: pa.Table) -> ir.Table:
        """Return a small table that was made here."""
        name = f"constant_{next(self._numbers)}"
        given = self._connection.con.from_arrow(rows)  # Ibis would load pandas first
        given.create(name)
        return self._connection.table(name)

    def keep(self, relation: ir.Table) -> ir.Table:
        """Return a relation of people as a table, made anew for each portion."""
        name = f"kept_{next(self._numbers)}"
        self._kept[name] = self._connection.compile(relation)
        self._make(name)
        return self._connection.table(name)

    def step(self, relation: ir.Table) -> ir.Table:
        """Return a relation of people that is used once, as a table.

        Through several joins in a row DuckDB 2.0 fails, seldom, over a small rest of rows ("dict-surviving cache").
        """
        return self.keep(relation)

    def write(
        self, relation: ir.Table, schema: pa.Schema, into: Path, by: Sequence[str], progress: Progress | None
    ) -> None:
        """Write a file for each portion, or one for each portion and value of the columns."""
        statement = self._connection.compile(relation)
        for number, parts in enumerate(self._portions):
            if number > 0:
                self._turn_to(parts)
            self._write(statement, schema, into, by, f"part-{number:05}.parquet")
            if progress is not None:
                progress(self._workforce.manifest.parts[parts[-1]].last + 1)

    def _write(self, statement: str, schema: pa.Schema, into: Path, by: Sequence[str], name: str) -> None:
        rows = _sorted(self._ask(statement).cast(schema))
        for path, found in _by_value(rows.replace_schema_metadata(schema.metadata), by):
            (into / path).mkdir(parents=True, exist_ok=True)
            with pq.ParquetWriter(into / path / name, schema=found.schema, **_ONE_PAGE) as file:
                file.write_table(found, row_group_size=ROWS_IN_A_GROUP)

    def close(self) -> None:
        """Close the database, which is only in memory."""
        self._connection.disconnect()

    def plan(self, relation: ir.Table) -> str:
        """Return how a relation would be worked out: its operators, one below the other."""
        found = self._connection.con.sql(self._connection.compile(relation))
        return str(found.explain())

    def _turn_to(self, parts: Sequence[int]) -> None:
        """Have the names of the tables stand for some parts, and make anew what is kept, once the old has gone."""
        for name in self._kept:
            self._connection.raw_sql(f"DROP TABLE {name}")
        for table in CUT:
            self._point(table, parts)
        for name in self._kept:
            self._make(name)

    def _point(self, table: Table, parts: Sequence[int]) -> None:
        files = [str(file_of(self._workforce.folder, table, part)) for part in parts]
        found = self._connection.con.read_parquet(files)
        found.create_view(table.name, replace=True)

    def _ask(self, statement: str) -> pa.Table:
        with _said_by_us():
            return self._connection.con.sql(statement).to_arrow_table()

    def _make(self, name: str) -> None:
        with _said_by_us():
            self._connection.raw_sql(f"CREATE TEMP TABLE {name} AS {self._kept[name]}")


@contextmanager
def _said_by_us() -> Iterator[None]:
    """Raise what the engine raises as what it means here: it was interrupted, or it cannot go on."""
    try:
        yield
    except duckdb.InterruptException as error:
        raise KeyboardInterrupt from error
    except duckdb.Error as error:
        why = str(error).splitlines()[0]
        text = Text(ja=f"判定できませんでした: {why}", en=f"The workforce could not be judged: {why}")
        raise BadInput(text) from error


def _portions(parts: Sequence[Part]) -> list[list[int]]:
    """Return which parts are judged together: planning a statement costs as much for few people as for many."""
    portions: list[list[int]] = [[]]
    people = 0
    for number, part in enumerate(parts):
        many = part.last - part.first + 1
        if portions[-1] and people + many > MOST_PEOPLE:
            portions.append([])
            people = 0
        portions[-1].append(number)
        people += many
    return portions


def _sorted(rows: pa.Table) -> pa.Table:
    """Return the rows of people who are numbered without a gap, sorted by person.

    Each thread hands over runs of people, of which each is in order. To put the runs in order moves nothing.
    """
    people = np.from_dlpack(rows["person"].combine_chunks())  # as Arrow gives it, pandas would be loaded
    begins = np.flatnonzero(np.diff(people, prepend=-2) != 1)
    runs = [rows.slice(begin, end - begin) for begin, end in zip(begins, [*begins[1:], len(people)], strict=False)]
    return pa.concat_tables([rows.slice(0, 0), *(runs[place] for place in np.argsort(people[begins]))])


def _by_value(rows: pa.Table, by: Sequence[str]) -> list[tuple[Path, pa.Table]]:
    """Return the rows of each value of the columns, without these columns, and the folder that says it."""
    if not by:
        return [(Path(), rows)]
    column, *rest = by
    found = []
    for value in sorted(pc.unique(rows[column]).to_pylist(), key=lambda value: (value is None, value)):
        mask = pc.is_null(rows[column]) if value is None else pc.equal(rows[column], value)
        folder = Path(f"{column}={NO_VALUE if value is None else quote(value, safe='')}")
        found += [(folder / path, own) for path, own in _by_value(rows.filter(mask).drop_columns(column), rest)]
    return found
