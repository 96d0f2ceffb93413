"""What does a set of conditions answer for, whether its list is whole or not?"""

from __future__ import annotations

import pytest

from kijun.criteria import Conditions, Trait
from kijun.population.conditions import look_up_conditions
from kijun.verdict import MET, NOT_MET, UNKNOWN, Verdict, between
from tests.builders import conditions, rooms
from tests.population.by_hand import rows_of, told, ways_for

A, B, C, OTHER = "multi-vendor", "around-the-clock", "new-technology", "fierce-competition"


def _verdict(trait: Trait, *held: str, is_whole: bool) -> Verdict:
    sets = rows_of("condition_sets", {"condition_set": 0}, {"condition_set": 1, "is_whole": is_whole})
    rows = [{"condition_set": 1, "condition": word} for word in held]
    found = look_up_conditions(ways_for(trait), sets, rows_of("conditions", *rows))
    assert found is not None
    row = told(found)[1]
    return between(bool(row["conditions_sure_0"] & 1), bool(row["conditions_possible_0"] & 1))


@pytest.mark.parametrize(
    ("asked", "held", "whole", "open_"),
    [
        (conditions(2), (A, B), MET, MET),
        (conditions(2), (A, B, C), MET, MET),
        (conditions(2), (A,), NOT_MET, UNKNOWN),
        (conditions(2), (A, OTHER), NOT_MET, UNKNOWN),
        (conditions(2), (), NOT_MET, UNKNOWN),
        (conditions(2, must_include=(C,)), (A, B), NOT_MET, UNKNOWN),
        (conditions(2, must_include=(C,)), (A, C), MET, MET),
        (conditions(2, must_include=(B, C)), (A, C), NOT_MET, UNKNOWN),
        (conditions(0, of=()), (), MET, MET),
    ],
)
def test_what_is_listed_held_and_others_are_open_where_the_list_is(
    asked: Conditions, held: tuple[str, ...], whole: Verdict, open_: Verdict
) -> None:
    assert _verdict(asked, *held, is_whole=True) is whole
    assert _verdict(asked, *held, is_whole=False) is open_


def test_an_engagement_without_conditions_on_record_leaves_everything_open() -> None:
    sets = rows_of("condition_sets", {"condition_set": 0})
    found = look_up_conditions(ways_for(conditions(1)), sets, rows_of("conditions"))
    assert [(row["conditions_sure_0"] & 1, row["conditions_possible_0"] & 1) for row in told(found)] == [(0, 1)]


def test_where_nothing_is_asked_of_conditions_nothing_is_looked_up() -> None:
    assert look_up_conditions(ways_for(rooms(1)), rows_of("condition_sets"), rows_of("conditions")) is None
