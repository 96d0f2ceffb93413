"""How does a small table that was made here get into an engine?"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

import ibis.expr.types as ir
import pyarrow as pa

from kijun.population.engines.engine import Engine

Row = Mapping[str, int | date]
_FIRST_DAY: Final = date(1970, 1, 1)
"""From which Arrow counts days."""
_CODES: Final = {8: "b", 32: "i", 64: "q"}


def constant(engine: Engine, rows: Iterable[Row], kinds: Mapping[str, pa.DataType]) -> ir.Table:
    """Return rows as a table; a column whose type is not said holds words of 64 bits."""
    found = list(rows)
    names = list(found[0]) if found else list(kinds)
    return constant_columns(engine, {name: [row[name] for row in found] for name in names}, kinds)


def constant_columns(
    engine: Engine, columns: Mapping[str, Sequence[int | date]], kinds: Mapping[str, pa.DataType]
) -> ir.Table:
    """Return columns as a table; one whose type is not said holds words of 64 bits."""
    return engine.constant(
        pa.table({name: _column(values, kinds.get(name, pa.int64())) for name, values in columns.items()})
    )


def _column(values: Sequence[int | date], kind: pa.DataType) -> pa.Array:
    """Return numbers and days as a column. Made of their bytes: for a list Arrow would load pandas, if it is there, first."""
    numbers = [(value - _FIRST_DAY).days if isinstance(value, date) else int(value) for value in values]
    stored = array(_CODES[kind.bit_width], numbers)
    return pa.Array.from_buffers(kind, len(values), [None, pa.py_buffer(stored)])
