"""Are the numbers that stand side by side read as they were written?"""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kijun.population.places import ALL_ONES, BITS
from kijun.population.side_by_side import side_by_side
from tests.population.by_hand import AS_DRAWN, told, words

_WIDTHS = st.sampled_from((0, 1, 2, 31, BITS - 1, BITS)) | st.integers(0, BITS)
_TYPES = {7: pa.int8(), 15: pa.int16(), 31: pa.int32(), BITS: pa.int64()}
"""The most bits that a column of each type holds."""


def _numbers(rows: list[dict[str, int]], widths: dict[str, int]) -> Any:
    """Return numbers in columns that are just wide enough for them."""
    types = {name: next(kind for most, kind in _TYPES.items() if width <= most) for name, width in widths.items()}
    return words([{"row": place, **row} for place, row in enumerate(rows)], **types)


@settings(max_examples=20, phases=AS_DRAWN)
@given(st.lists(_WIDTHS, min_size=1, max_size=12), st.data())
def test_every_number_is_read_as_it_was_written(of: list[int], data: st.DataObject) -> None:
    widths = {f"number_{place}": width for place, width in enumerate(of)}
    most = {name: (1 << width) - 1 for name, width in widths.items()}
    row = st.fixed_dictionaries({name: st.just(each) | st.integers(0, each) for name, each in most.items()})
    rows = data.draw(st.lists(row, min_size=1, max_size=10))
    columns = side_by_side("alike", widths)
    table = _numbers(rows, widths)
    written = table.select("row", **columns.written({name: table[name] for name in widths}))
    assert all(0 <= said[name] <= ALL_ONES for said in told(written) for name in columns.names)
    read = written.select("row", **columns.read(written))
    assert told(read) == [{"row": place, **each} for place, each in enumerate(rows)]


def test_a_column_is_filled_to_its_last_bit_before_another_is_begun() -> None:
    half = BITS // 2
    just = side_by_side("alike", {"work": half, "context": half, "windows": 0})
    assert (just.names, just.columns) == (["alike_0"], ({"work": half, "context": half, "windows": 0},))
    over = side_by_side("held", {"work": half, "context": half, "windows": 1})
    assert (over.names, over.columns) == (["held_0", "held_1"], ({"work": half, "context": half}, {"windows": 1}))


def test_a_number_that_does_not_fit_any_more_is_not_divided() -> None:
    found = side_by_side("alike", {"work": BITS - 1, "context": 2, "windows": 1})
    assert found.columns == ({"work": BITS - 1}, {"context": 2, "windows": 1})


@pytest.mark.parametrize("left_out", ["work", "context", "windows"])
def test_a_number_that_is_left_out_is_read_as_none(left_out: str) -> None:
    columns = side_by_side("alike", {"work": 40, "context": 10, "windows": 40})
    table = words([{"work": 1 << 39, "context": 1023, "windows": 1}])
    written = table.select(**columns.written({name: table[name] for name in table.columns if name != left_out}))
    assert told(written.select(**columns.read(written))) == [
        {"work": 1 << 39, "context": 1023, "windows": 1} | {left_out: 0}
    ]


def test_rows_that_differ_in_a_number_are_never_alike() -> None:
    widths = {"work": 2, "context": 1, "length_0": 2}
    rows = [{"work": w, "context": c, "length_0": n} for w in range(3) for c in range(2) for n in range(4)]
    table, columns = _numbers(rows, widths), side_by_side("alike", widths)
    found = told(table.select(**columns.written({name: table[name] for name in widths})))
    assert len({tuple(row.values()) for row in found}) == len(rows)
