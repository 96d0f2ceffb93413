"""Is a criterion that nobody can meet told from one that somebody can?"""

from __future__ import annotations

from typing import Any

import pytest

from kijun.criteria import (
    AllOf,
    Amount,
    AnyOf,
    Areas,
    Conditions,
    Criterion,
    Customers,
    Either,
    Every,
    Kinds,
    Market,
    OrAbove,
    Passed,
    Rated,
    Reaches,
    Trait,
    Unprinted,
    Way,
)
from kijun.criteria.check import can_be_met
from tests.builders import once, or_above, times, years
from tests.criteria.nodes import LIST, MISSING, NODES, kind

IMPOSSIBLE = Conditions(at_least=4, of=("a", "b", "c"), must_include=())


@pytest.mark.parametrize("node", [node for node in NODES if node != MISSING], ids=kind)
def test_every_node_can_be_met_where_it_asks_for_what_there_is(node: Criterion | Trait) -> None:
    assert can_be_met(node)


def test_a_cell_that_is_missing_from_the_source_can_be_met_by_nobody() -> None:
    assert not can_be_met(Unprinted(cell="x/4"))


@pytest.mark.parametrize(("at_least", "met"), [(3, True), (4, False)])
def test_no_list_holds_more_than_it_lists(at_least: int, met: bool) -> None:
    listed = ("a", "b", "c")
    degree = or_above("guides")
    assert can_be_met(Conditions(at_least=at_least, of=listed, must_include=())) is met
    assert can_be_met(Areas(at_least=at_least, of=listed, degree=degree, reach=None)) is met
    assert can_be_met(Kinds(at_least=at_least, of=listed, subject="technique", within_years=None)) is met


def test_a_mandatory_condition_must_stand_in_the_list() -> None:
    assert can_be_met(Conditions(at_least=1, of=("a", "b"), must_include=("b",)))
    assert not can_be_met(Conditions(at_least=1, of=("a", "b"), must_include=("c",)))


@pytest.mark.parametrize(
    ("bounds", "met"),
    [
        ({}, True),
        ({"at_least": 5}, True),
        ({"at_most": 2}, True),
        ({"at_least": 3, "at_most": 3}, True),
        ({"at_least": 4, "at_most": 3}, False),
        ({"at_least": 2, "below": 3}, True),
        ({"at_least": 3, "below": 3}, False),
        ({"at_least": 3, "at_most": 9, "below": 3}, False),
    ],
)
def test_a_lower_bound_must_not_pass_the_upper_one(bounds: dict[str, Any], met: bool) -> None:
    assert can_be_met(Amount(measure="rooms", **bounds)) is met


def test_somebody_must_be_accepted() -> None:
    assert not can_be_met(Customers(reach=OrAbove(least="nation", accepted=frozenset())))
    assert not can_be_met(Passed(any_of=(), within_years=None))
    assert not can_be_met(Rated(at_least=1, of=("a",), level=2, by=()))
    assert not can_be_met(Rated(at_least=2, of=("a",), level=2, by=("self",)))
    assert not can_be_met(
        Market(
            scope="x", groups=(frozenset({"a"}), frozenset()), count=1, employees_at_least=None, employees_below=None
        )
    )


def test_all_of_it_must_be_possible_where_all_is_asked() -> None:
    assert not can_be_met(Every(of=(LIST, IMPOSSIBLE)))
    assert not can_be_met(AllOf(of=(once(LIST), once(IMPOSSIBLE))))
    assert not can_be_met(times((5, LIST), (4, IMPOSSIBLE)))
    assert not can_be_met(years(1, IMPOSSIBLE))


def test_one_possible_alternative_is_enough() -> None:
    assert can_be_met(Either(of=(IMPOSSIBLE, LIST)))
    assert not can_be_met(Either(of=(IMPOSSIBLE, IMPOSSIBLE)))
    assert can_be_met(AnyOf(of=(once(IMPOSSIBLE), once(LIST))))
    assert not can_be_met(AnyOf(of=(once(IMPOSSIBLE),)))
    assert can_be_met(Reaches(level=4, ways=(Way(level=4, trait=IMPOSSIBLE), Way(level=5, trait=LIST))))
    assert not can_be_met(Reaches(level=4, ways=(Way(level=4, trait=IMPOSSIBLE),)))


def test_what_is_no_criterion_is_refused() -> None:
    stranger: Any = "a word"
    with pytest.raises(AssertionError):
        can_be_met(stranger)
