"""How are the verdicts of a workforce asked something?

As one Ibis relation on DuckDB, a row for each person. What is asked of a bit or of a level is said here; what it means is
decided by whoever asks.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from typing import Any, Final

import duckdb
import ibis
from ibis.expr import types as ir

from kijun.errors import BadInput
from kijun.population.verdicts import Verdicts, level_columns, word_columns
from kijun.population.verdicts_judgement import Bit
from kijun.text import Text
from kijun.verdict import Verdict, between

_MEMORY: Final = "600MB"
"""What DuckDB may hold at once; it goes on with files beyond that."""
_BATCH: Final = 20_000


@contextmanager
def verdict_table(verdicts: Verdicts) -> Iterator[ir.Table]:
    """Give the verdicts as a relation, for as long as the block runs. Raises BadInput where the engine cannot read them."""
    with TemporaryDirectory(prefix="kijun-") as folder:
        engine = ibis.duckdb.connect(temp_directory=folder, memory_limit=_MEMORY)
        try:
            files = [str(file) for file in verdicts.files()]
            yield engine.read_parquet(files, hive_partitioning=verdicts.is_partitioned, hive_types_autocast=False)
        except duckdb.Error as error:
            raise BadInput(_unreadable(verdicts, str(error).splitlines()[0])) from error
        finally:
            engine.disconnect()


def verdict_of(verdicts: Verdicts, employee: str, cell: str) -> dict[str | None, Verdict]:
    """Return the verdicts of one person in a cell: of the cell itself (None) and of its parts."""
    asked = [each for each in verdicts.judgement.parts if each.cell == cell]
    with verdict_table(verdicts) as table:
        flags = {
            f"{how}_{place}": holds(table, each.at)
            for place, each in enumerate(asked)
            for how, holds in (("sure", is_met), ("possible", is_possible))
        }
        rows = table.filter(table.employee == employee).select(**flags).to_pyarrow().to_pylist()
    return {
        each.part: between(row[f"sure_{place}"], row[f"possible_{place}"])
        for row in rows[:1]
        for place, each in enumerate(asked)
    }


def stream(rows: ir.Table) -> Iterator[dict[str, Any]]:
    """Yield rows one by one, of which only some thousands are held at once."""
    engine: Any = ibis.get_backend(rows)
    for batch in engine.con.sql(engine.compile(rows)).to_arrow_reader(_BATCH):
        yield from batch.to_pylist()


def is_met(table: ir.Table, at: Bit) -> ir.BooleanValue:
    """Return whether a verdict is met."""
    return _has(table, word_columns(at.word)[0], at)


def is_possible(table: ir.Table, at: Bit) -> ir.BooleanValue:
    """Return whether a verdict is met or unknown."""
    return _has(table, word_columns(at.word)[1], at)


def highest_met(table: ir.Table, field_path: str) -> ir.IntegerValue:
    """Return the highest level met in a field, 0 for none."""
    return _level(table, level_columns(field_path)[0])


def highest_possible(table: ir.Table, field_path: str) -> ir.IntegerValue:
    """Return the highest level met or unknown in a field, 0 for none."""
    return _level(table, level_columns(field_path)[1])


def as_one(is_true: ir.BooleanValue) -> ir.IntegerValue:
    """Return 1 where something holds, else 0."""
    return ibis.ifelse(is_true, 1, 0)


def _unreadable(verdicts: Verdicts, reason: str) -> Text:
    return Text(
        ja=f"「{verdicts.folder}」の判定結果を読めません({reason})。空き容量を確かめ、`kijun workforce judge --update`で判定し直してください。",
        en=f'The verdicts in "{verdicts.folder}" cannot be read ({reason}). See that there is room on the disk, '
        "and judge again with `kijun workforce judge --update`.",
    )


def _has(table: ir.Table, column: str, at: Bit) -> ir.BooleanValue:
    return (table[column] & (1 << at.bit)) != 0  # the bit is a number when the expression is made: no engine shifts it


def _level(table: ir.Table, column: str) -> ir.IntegerValue:
    return table[column].fill_null(0)
