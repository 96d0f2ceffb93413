"""Is the evidence named that would have counted but for one fact, and are the facts named that would settle an unknown?"""

from __future__ import annotations

from typing import Any

import pytest

from kijun.criteria import Either, Every, Market, Reaches, Recognised, Trait, Unprinted, Unspecified, Way
from kijun.evidence import Engagement
from kijun.judgement import NearMiss, OpenFact, judge
from tests.builders import (
    ON,
    WHOLE_REGION,
    claim,
    conditions,
    engagement,
    once,
    or_above,
    person,
    rooms,
    share,
    sites,
)

COMPANIES = Market(
    scope="companies",
    groups=(frozenset({"companies"}),),
    count=3,
    employees_at_least=3000,
    employees_below=None,
)
EQUAL = Recognised(as_one_of=frozenset({"x/5/size/1"}))
CHAIN: dict[str, Any] = {
    "activities": ("discovering-projects", "proposing", "concluding-contracts"),
    "needs_all_activities": True,
}


def nearly(trait: Trait, at: Engagement, **clause: Any) -> tuple[NearMiss, ...]:
    return judge(once(trait, **clause), person(at), on=ON).near_misses


def would_settle(trait: Trait, at: Engagement) -> tuple[OpenFact, ...]:
    return judge(once(trait), person(at), on=ON).would_settle


def miss(fact: str, have: str | int | None, need: str | int | None) -> tuple[NearMiss, ...]:
    return (NearMiss(evidence="a", fact=fact, have=have, need=need),)


@pytest.mark.parametrize(
    ("trait", "at", "found"),
    [
        (conditions(3), engagement("a"), miss("conditions", 2, 3)),
        (conditions(3), engagement("a", conditions=("multi-vendor",)), ()),
        (conditions(2, must_include=("new-technology",)), engagement("a"), miss("mandatory", None, "new-technology")),
        (
            conditions(1, must_include=("new-technology",)),
            engagement("a"),
            miss("mandatory", None, "new-technology"),
        ),
        (conditions(3, must_include=("new-technology",)), engagement("a"), miss("conditions", 2, 3)),
        (conditions(1, must_include=("new-technology", "nationwide-system")), engagement("a"), ()),
        (conditions(3, must_include=("new-technology", "nationwide-system")), engagement("a"), ()),
        (rooms(5), engagement("a", sizes={"computer_rooms": 4}), miss("computer_rooms", 4, 5)),
        (rooms(5), engagement("a"), miss("computer_rooms", None, 5)),
        (
            WHOLE_REGION,
            engagement("a", customers="specific-user"),
            miss("customers", "specific-user", "whole-region-or-industry"),
        ),
        (WHOLE_REGION, engagement("a"), miss("customers", None, "whole-region-or-industry")),
        (COMPANIES, engagement("a", market=(share("companies", 2, 3000),)), miss("market", 2, "companies")),
        (COMPANIES, engagement("a"), miss("market", None, "companies")),
        (EQUAL, engagement("a"), miss("equivalence", None, None)),
        (Unprinted(cell="x/4"), engagement("a"), ()),
    ],
)
def test_one_fact_short_is_a_near_miss_and_two_are_none(
    trait: Trait, at: Engagement, found: tuple[NearMiss, ...]
) -> None:
    assert nearly(trait, at) == found


@pytest.mark.parametrize(
    ("clause", "at", "found"),
    [
        ({}, engagement("a", role="member"), miss("role", "member", "leader")),
        ({}, engagement("a", outcome="failed"), miss("outcome", "failed", "carried-out")),
        (CHAIN, engagement("a", activities=("discovering-projects", "proposing")), miss("activities", None, "concluding-contracts")),
        (CHAIN, engagement("a", activities=("proposing",)), ()),
        ({"within_years": 5}, engagement("a", end="2021-04-01"), miss("window", "2021-04-01", 5)),
    ],
)  # fmt: skip
def test_one_fact_of_the_clause_short_is_a_near_miss(
    clause: dict[str, Any], at: Engagement, found: tuple[NearMiss, ...]
) -> None:
    assert nearly(Unspecified(), at, **clause) == found


def test_work_of_another_kind_or_in_another_field_is_not_nearly_this_work() -> None:
    assert nearly(Unspecified(), engagement("a", activities=("service-design",))) == ()
    one: dict[str, Any] = {"activities": ("fault-repair",)}
    assert nearly(Unspecified(), engagement("a", activities=("service-design",)), **one) == ()
    assert nearly(Unspecified(), engagement("a"), fields=frozenset({"software"})) == ()


def test_a_fact_of_the_clause_and_a_fact_of_the_engagement_are_two() -> None:
    assert nearly(rooms(5), engagement("a", role="member", sizes={"computer_rooms": 4})) == ()
    assert nearly(rooms(4), engagement("a", role="member", sizes={"computer_rooms": 4})) == miss(
        "role", "member", "leader"
    )


def test_two_facts_of_the_clause_are_none() -> None:
    assert nearly(Unspecified(), engagement("a", role="member", outcome="failed")) == ()


def test_what_counts_is_no_near_miss() -> None:
    both = judge(
        once(rooms(5)), person(engagement("a", sizes={"computer_rooms": 4}), engagement("b", role="member")), on=ON
    )
    assert [found.evidence for found in both.near_misses] == ["a"]


def test_every_near_miss_is_named_and_those_of_one_kind_stand_in_the_order_of_the_record() -> None:
    small: dict[str, Any] = {"sizes": {"computer_rooms": 4}}
    large: dict[str, Any] = {"sizes": {"computer_rooms": 5}, "role": "member"}
    record = person(
        engagement("b", **small),
        engagement("z", **large),
        engagement("x", role="member", outcome="failed"),
        engagement("a", **small),
        engagement("y", **large),
    )
    found = judge(once(rooms(5)), record, on=ON).near_misses
    assert [near.evidence for near in found if near.fact == "computer_rooms"] == ["b", "a"]
    assert [near.evidence for near in found if near.fact == "role"] == ["z", "y"]
    assert len(found) == 4


def test_of_traits_that_hold_together_just_one_may_be_short() -> None:
    asked = Every(of=(conditions(2), rooms(5), sites(100)))
    near = engagement("a", sizes={"computer_rooms": 5, "network_sites": 99})
    assert nearly(asked, near) == miss("network_sites", 99, 100)
    assert nearly(asked, engagement("a", sizes={"computer_rooms": 4, "network_sites": 99})) == ()


def test_of_alternatives_the_first_that_is_one_fact_short_is_named() -> None:
    far = Every(of=(rooms(5), sites(100)))
    at = engagement("a", sizes={"computer_rooms": 1, "network_sites": 1})
    assert nearly(Either(of=(far, conditions(3), rooms(2))), at) == miss("conditions", 2, 3)
    assert nearly(Either(of=(far, far)), at) == ()
    assert nearly(Every(of=(Either(of=(far, far)), conditions(2))), at) == ()
    assert nearly(Every(of=(Either(of=(far, rooms(2))), conditions(2))), at) == miss("computer_rooms", 1, 2)


def test_of_the_ways_to_a_level_the_first_that_is_one_fact_short_is_named() -> None:
    far = Every(of=(rooms(5), sites(100)))
    at = engagement("a", sizes={"computer_rooms": 1, "network_sites": 1})
    asked = Reaches(level=4, ways=(Way(level=4, trait=far), Way(level=5, trait=rooms(2))))
    assert nearly(asked, at) == miss("computer_rooms", 1, 2)


@pytest.mark.parametrize(
    ("trait", "at", "fact", "about"),
    [
        (conditions(3), engagement("a", has_all_conditions=False), "conditions", "conditions"),
        (rooms(5), engagement("a"), "computer_rooms", "computer_rooms"),
        (WHOLE_REGION, engagement("a"), "customers", "customers"),
        (COMPANIES, engagement("a"), "market", "market"),
        (EQUAL, engagement("a", equivalences=(claim("claimed", None),)), "equivalence", "equivalence"),
    ],
)
def test_the_fact_that_would_settle_an_unknown_is_named_with_its_engagement(
    trait: Trait, at: Engagement, fact: str, about: str
) -> None:
    assert would_settle(trait, at) == (OpenFact(evidence="a", fact=fact, about=about),)


def test_what_is_missing_from_the_source_is_settled_by_nothing_in_the_record() -> None:
    assert would_settle(Unprinted(cell="x/4"), engagement("a")) == (
        OpenFact(evidence=None, fact="source", about="x/4"),
    )


def test_every_open_fact_of_what_stands_inside_is_named_once() -> None:
    met = conditions(2)
    asked = Reaches(
        level=4,
        ways=(
            Way(level=4, trait=Every(of=(met, Either(of=(rooms(1), sites(1)))))),
            Way(level=5, trait=Every(of=(met, rooms(5), Unspecified()))),
        ),
    )
    assert [fact.fact for fact in would_settle(asked, engagement("a"))] == ["computer_rooms", "network_sites"]


def test_what_is_settled_already_is_not_asked_for() -> None:
    asked = Every(of=(rooms(1), sites(1)))
    at = engagement("a", sizes={"network_sites": 1})
    assert [fact.fact for fact in would_settle(asked, at)] == ["computer_rooms"]
    missed = Every(of=(rooms(1), sites(2)))
    assert would_settle(missed, at) == ()


def test_the_needed_step_is_the_printed_one_not_all_that_would_satisfy_it() -> None:
    assert nearly(Unspecified(), engagement("a", role="member"), role=or_above("responsible")) == miss(
        "role", "member", "responsible"
    )
