"""Is a level that hangs on one person found, and one that nobody is at?"""

from __future__ import annotations

from kijun.population.bench_holes import HoleKind, bench_holes
from kijun.population.summary_counts import FieldCount, GroupCount, LevelCount


def _group(**counts: tuple[int, int]) -> GroupCount:
    levels = tuple(
        LevelCount(level=int(name[1:]), met=met, possible=possible, first=7) for name, (met, possible) in counts.items()
    )
    return GroupCount(team=None, people=40, fields=(FieldCount(field="service/hardware", levels=levels),))


def test_the_levels_that_one_person_alone_holds_are_one_hole() -> None:
    (hole,) = bench_holes(_group(L3=(9, 9), L4=(0, 0), L5=(1, 3), L6=(0, 0)))
    assert (hole.kind, hole.levels, hole.holder, hole.others_possible) == (HoleKind.SINGLE, (4, 5), 7, 2)


def test_a_level_without_anybody_below_two_higher_ones_is_a_hole() -> None:
    (hole,) = bench_holes(_group(L3=(0, 0), L4=(2, 2), L5=(0, 0)))
    assert (hole.kind, hole.levels, hole.holder) == (HoleKind.EMPTY, (3,), None)


def test_a_field_that_nobody_is_in_and_one_with_two_at_each_level_have_no_hole() -> None:
    assert bench_holes(_group(L3=(0, 4), L4=(0, 1))) == ()
    assert bench_holes(_group(L3=(2, 2), L4=(2, 2))) == ()
