"""What does a set of conditions answer for, whether its list is whole or not?"""

from __future__ import annotations

import pytest

from kijun.criteria import Conditions
from kijun.population.conditions import classes_of_conditions
from kijun.population.look_up import Asked, Classes
from kijun.verdict import MET, NOT_MET, UNKNOWN, Verdict, between
from tests.builders import conditions

A, B, C, OTHER = "multi-vendor", "around-the-clock", "new-technology", "fierce-competition"


def _classes(asked: list[Asked], sets: dict[tuple[str, ...], bool]) -> Classes:
    """Return the classes of sets of conditions, each whole or not, numbered from 0."""
    return classes_of_conditions(
        asked,
        [{"condition_set": number, "is_whole": is_whole} for number, is_whole in enumerate(sets.values())],
        [{"condition_set": number, "condition": word} for number, held in enumerate(sets) for word in held],
    )


def _verdict(asked: Conditions, *held: str, is_whole: bool) -> Verdict:
    found = _classes([(asked,)], {("nothing asked for",): True, held: is_whole})
    own = found.classes[1]
    return between(bool(found.sure[own]), bool(found.possible[own]))


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
        (conditions(2, must_include=(C, C)), (A, C), MET, MET),
        (conditions(2, must_include=(B, C)), (A, C), NOT_MET, UNKNOWN),
        (conditions(1, of=(A,), must_include=(OTHER,)), (A, OTHER), MET, MET),
        (conditions(0, of=()), (), MET, MET),
        (conditions(5), (A, B, C), NOT_MET, UNKNOWN),
    ],
)
def test_what_is_listed_held_and_others_are_open_where_the_list_is(
    asked: Conditions, held: tuple[str, ...], whole: Verdict, open_: Verdict
) -> None:
    assert _verdict(asked, *held, is_whole=True) is whole
    assert _verdict(asked, *held, is_whole=False) is open_


def test_an_engagement_without_conditions_on_record_leaves_everything_open() -> None:
    found = _classes([(conditions(1),), (conditions(3),)], {(): False})
    assert (found.sure, found.possible) == ((0b00,), (0b11,))


def test_sets_that_answer_alike_are_one_class_whatever_else_held() -> None:
    asked: list[Asked] = [(conditions(1),), (conditions(2), conditions(1, of=(C,)))]
    found = _classes(asked, {(A,): True, (B, OTHER): True, (A, C): True, (OTHER,): False, (A, B): True})
    assert ([*found.numbers], [*found.classes]) == ([0, 1, 2, 3, 4], [0, 0, 1, 2, 0])
    assert (found.sure, found.possible) == ((0b01, 0b11, 0b00), (0b01, 0b11, 0b11))
