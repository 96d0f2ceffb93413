"""How do the rows of a workforce get into Parquet?

One part of people after the other, a file for each table, then the tables that all parts share, then workforce.json. The same
rows give the same bytes. The rows of one file are cut into row groups of the same people in every table, so that a reader
can take a range of people from all tables. Into which folder, and when it takes its name, is the caller's affair.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Final

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from kijun.population.manifest import FILE, Manifest, Part, dump_manifest
from kijun.population.tables import CUT, ENGAGEMENTS, PEOPLE, SHARED, VERSION, Kind, Table, columns_of

PEOPLE_IN_A_PART: Final = 100_000
PEOPLE_IN_A_GROUP: Final = 10_000
"""How many people a row group holds, in every table that is cut into parts."""
SCHEMA_KEY: Final = b"kijun.schema"
TABLE_KEY: Final = b"kijun.table"

ARROW: Final[Mapping[Kind, pa.DataType]] = {
    "bool": pa.bool_(),
    "int8": pa.int8(),
    "int16": pa.int16(),
    "int32": pa.int32(),
    "int64": pa.int64(),
    "date": pa.date32(),
    "string": pa.string(),
}


def arrow_schema(table: Table, measures: tuple[str, ...] = ()) -> pa.Schema:
    """Return the Arrow schema of a table in a workforce that has these measures on record."""
    return pa.schema(
        [
            pa.field(column.name, ARROW[column.kind], nullable=column.can_be_empty)
            for column in columns_of(table, measures)
        ],
        metadata={SCHEMA_KEY: str(VERSION).encode(), TABLE_KEY: table.name.encode()},
    )


def file_of(folder: Path, table: Table, part: int = 0) -> Path:
    """Return where a table's file stands: that of a part, or the only one of a table that is shared."""
    return folder / table.name / f"part-{part:05}.parquet" if table.is_cut else folder / f"{table.name}.parquet"


@dataclass(slots=True, kw_only=True)
class PartsWriter:
    """Writes a workforce into a folder: `write_part` for each range of people in order, then `finish`.

    The tables come with the columns of `arrow_schema`, sorted by person and position, people numbered from 0 on without a
    gap. Raises OSError where the folder does not take them.
    """

    folder: Path
    measures: tuple[str, ...]
    _parts: list[Part] = field(default_factory=list)
    _most_engagements: int = 0
    _digest: hashlib._Hash = field(default_factory=hashlib.sha256)

    @property
    def people(self) -> int:
        """How many people are written so far: the number of the next one."""
        return self._parts[-1].last + 1 if self._parts else 0

    def write_part(self, tables: Mapping[str, pa.Table]) -> Part:
        """Write the next part: the tables of CUT by name, each of them also where it has no rows."""
        part, first = len(self._parts), self.people
        last = first + len(tables[PEOPLE.name]) - 1
        for table in CUT:
            rows = tables[table.name]
            self._write(file_of(self.folder, table, part), table, rows, _group_ends(rows, first, last))
        written = Part(first=first, last=last, rows={table.name: len(tables[table.name]) for table in CUT})
        self._parts.append(written)
        place = pc.max(tables[ENGAGEMENTS.name]["position"]).as_py()
        self._most_engagements = max(self._most_engagements, 0 if place is None else place + 1)
        return written

    def finish(self, shared: Mapping[str, pa.Table], made_by: Mapping[str, object]) -> Manifest:
        """Write the tables of SHARED by name and workforce.json: then the workforce is whole."""
        for table in SHARED:
            rows = shared[table.name]
            self._write(file_of(self.folder, table), table, rows, [len(rows)])
        manifest = Manifest(
            people=self.people,
            measures=self.measures,
            parts=tuple(self._parts),
            rows_shared={table.name: len(shared[table.name]) for table in SHARED},
            most_engagements=self._most_engagements,
            digest=f"sha256:{self._digest.hexdigest()}",
            made_by=made_by,
        )
        _save(self.folder / FILE, lambda file: file.write(dump_manifest(manifest).encode()))
        return manifest

    def _write(self, path: Path, table: Table, rows: pa.Table, group_ends: list[int]) -> None:
        schema = arrow_schema(table, self.measures)
        if not rows.schema.equals(schema):
            raise ValueError(f"{table.name}: {rows.schema} is not {schema}")
        path.parent.mkdir(parents=True, exist_ok=True)
        _save(path, lambda file: _write_groups(_Digested(file, self._digest), rows, group_ends))


def _group_ends(rows: pa.Table, first: int, last: int) -> list[int]:
    """Return where each row group of a part ends: with the last row of its people."""
    people = rows["person"].combine_chunks().to_numpy()
    bounds = range(first + PEOPLE_IN_A_GROUP, last + 1, PEOPLE_IN_A_GROUP)
    return [*(int(people.searchsorted(bound)) for bound in bounds), len(rows)]


def _write_groups(sink: _Digested, rows: pa.Table, group_ends: list[int]) -> None:
    with pq.ParquetWriter(sink, rows.schema, compression="zstd", store_schema=False) as writer:
        start = 0
        for end in group_ends:
            if end > start:
                writer.write_table(rows.slice(start, end - start), row_group_size=end - start)
            start = end
        writer.add_key_value_metadata(rows.schema.metadata)


def _save(path: Path, write: Callable[[BinaryIO], object]) -> None:
    with path.open("xb") as file:
        write(file)


class _Digested:
    """A file whose bytes are digested as they are written."""

    def __init__(self, file: BinaryIO, digest: hashlib._Hash) -> None:
        self._file, self._digest = file, digest
        self.closed = False

    def write(self, data: bytes) -> int:
        self._digest.update(data)
        return self._file.write(data)

    def tell(self) -> int:
        return self._file.tell()

    def flush(self) -> None:
        self._file.flush()

    def close(self) -> None:
        self.closed = True

    @staticmethod
    def readable() -> bool:
        return False

    @staticmethod
    def writable() -> bool:
        return True

    @staticmethod
    def seekable() -> bool:
        return False
