"""Are the facts that stand side by side in a likeness read as they were written?"""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kijun.population.likeness import likeness_of
from kijun.population.places import ALL_ONES, BITS
from tests.population.by_hand import AS_DRAWN, told, words

MOST = 2**31
"""So many numbers has a column of 32 bits, from 0."""
_HOW_MANY = st.sampled_from((1, 2, 3, 4, 5, 4096, 4097, MOST)) | st.integers(1, MOST)


def _facts(rows: list[dict[str, int]]) -> Any:
    """Return engagements with their facts as small numbers, in columns no wider than those of a workforce."""
    return words([{"row": place, **row} for place, row in enumerate(rows)], **dict.fromkeys(rows[0], pa.int32()))


@settings(max_examples=20, phases=AS_DRAWN)
@given(st.lists(_HOW_MANY, min_size=1, max_size=12), st.data())
def test_every_fact_is_read_as_it_was_written(how_many: list[int], data: st.DataObject) -> None:
    facts = {f"fact_{place}": each for place, each in enumerate(how_many)}
    row = st.fixed_dictionaries({name: st.just(each - 1) | st.integers(0, each - 1) for name, each in facts.items()})
    rows = data.draw(st.lists(row, min_size=1, max_size=10))
    likeness = likeness_of(facts)
    table = _facts(rows)
    written = table.select("row", **likeness.written({name: table[name] for name in facts}))
    assert all(0 <= said[name] <= ALL_ONES for said in told(written) for name in likeness.names)
    read = written.select("row", **likeness.read(written))
    assert told(read) == [{"row": place, **each} for place, each in enumerate(rows)]


@pytest.mark.parametrize(("how_many", "width"), [(1, 0), (2, 1), (3, 2), (4, 2), (5, 3), (1024, 10), (1025, 11)])
def test_a_fact_takes_no_more_bits_than_its_highest_number(how_many: int, width: int) -> None:
    assert likeness_of({"work": how_many}).columns == ({"work": width},)


def test_a_column_is_filled_to_its_last_bit_before_another_is_begun() -> None:
    half = 2 ** (BITS // 2)
    just = likeness_of({"work": half, "context": half, "windows": 1})
    assert (just.names, just.columns) == (["likeness_0"], ({"work": 31, "context": 31, "windows": 0},))
    over = likeness_of({"work": half, "context": half, "windows": 2})
    assert (over.names, over.columns) == (
        ["likeness_0", "likeness_1"],
        ({"work": 31, "context": 31}, {"windows": 1}),
    )


def test_facts_that_differ_are_never_alike() -> None:
    facts = {"work": 3, "context": 2, "length_0": 4}
    rows = [{"work": w, "context": c, "length_0": n} for w in range(3) for c in range(2) for n in range(4)]
    table, likeness = _facts(rows), likeness_of(facts)
    found = told(table.select(**likeness.written({name: table[name] for name in facts})))
    assert len({tuple(row.values()) for row in found}) == len(rows)
