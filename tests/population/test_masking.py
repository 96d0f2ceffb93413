"""Can nobody work out a group that is masked?"""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kijun.population.masking import Mask, Team, masks

_SIZES = st.dictionaries(st.one_of(st.none(), st.sampled_from("ABCDEFGH")), st.integers(1, 40), max_size=8)


def test_nothing_is_masked_where_every_group_is_large_enough() -> None:
    assert masks({"A": 5, "B": 9, None: 5}, below=5) == {}


def test_one_small_group_takes_the_smallest_other_one_with_it() -> None:
    assert masks({"A": 30, "B": 12, None: 2}, below=5) == {None: Mask.SMALL, "B": Mask.BESIDE}


def test_two_small_groups_hide_each_other_where_they_are_large_enough_together() -> None:
    assert masks({"A": 30, "B": 3, "C": 2}, below=5) == {"B": Mask.SMALL, "C": Mask.SMALL}
    assert masks({"A": 30, "B": 2, "C": 2}, below=5) == {"B": Mask.SMALL, "C": Mask.SMALL, "A": Mask.BESIDE}


@given(_SIZES, st.integers(0, 50))
def test_what_is_masked_is_never_one_group_nor_too_few_people(sizes: dict[Team, int], below: int) -> None:
    found = masks(sizes, below)
    assert {team for team, size in sizes.items() if size < below} <= set(found)
    shown = set(sizes) - set(found)
    if found and shown:
        assert len(found) > 1
        assert sum(sizes[team] for team in found) >= below
