"""What does a context answer for: customers, market and claims, recorded or not?"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kijun.criteria import Either, Every, Market, Recognised, Trait
from kijun.population.contexts import classes_of_contexts
from kijun.population.look_up import Classes
from kijun.verdict import MET, NOT_MET, UNKNOWN, Verdict, between
from tests.builders import ON, WHOLE_REGION

Row = dict[str, Any]
BAND = "house/own/field/5/size/1"
RECOGNISED = Recognised(as_one_of=frozenset({BAND, "house/own/field/5/size/2"}))


def market(count: int, *groups: str, employees: int | None = None, below: int | None = None) -> Market:
    return Market(
        scope="companies",
        groups=tuple(frozenset(group.split("+")) for group in groups),
        count=count,
        employees_at_least=employees,
        employees_below=below,
    )


def _classes(*traits: Trait, contexts: list[Row], shares: list[Row], claims: list[Row]) -> Classes:
    """Return the classes; what a row leaves out is not on record."""
    nothing: Row = {"customers": None, "has_market": False}
    return classes_of_contexts(
        [(trait,) for trait in traits],
        [nothing | each for each in contexts],
        [{"position": 0, "employees": None} | each for each in shares],
        [{"position": 0, "to": None, "by": None, "reason": None, "day": None} | each for each in claims],
        on=ON,
    )


def _verdict(trait: Trait, context: Row, *, shares: tuple[Row, ...] = (), claims: tuple[Row, ...] = ()) -> Verdict:
    """Return the verdict in context 1, beside one in which nothing is recorded and one that has everything."""
    other = {"context": 2}
    found = _classes(
        trait,
        contexts=[{"context": 0}, {"context": 1} | context, other | {"customers": "nationwide"}],
        shares=[*({"context": 1} | share for share in shares), other | {"scope": "companies", "count": 99}],
        claims=[*({"context": 1} | claim for claim in claims), other | {"decision": "recognised", "to": BAND}],
    )
    assert [*found.numbers] == [0, 1, 2]
    nothing, own, _ = found.classes
    assert not found.sure[nothing]
    return between(bool(found.sure[own]), bool(found.possible[own]))


@pytest.mark.parametrize(
    ("customers", "verdict"),
    [("whole-industry", MET), ("nationwide", MET), ("one-user", NOT_MET), (None, UNKNOWN)],
)
def test_customers_that_are_not_recorded_are_unknown(customers: str | None, verdict: Verdict) -> None:
    assert _verdict(WHOLE_REGION, {"customers": customers}) is verdict


def _share(scope: str, count: int, employees: int | None = None) -> Row:
    return {"scope": scope, "count": count, "employees": employees}


@pytest.mark.parametrize(
    ("asked", "shares", "verdict"),
    [
        (market(3, "companies"), [_share("companies", 3)], MET),
        (market(3, "companies"), [_share("companies", 2)], NOT_MET),
        (market(3, "companies"), [_share("companies", 2), _share("companies", 1)], MET),
        (market(3, "companies"), [_share("departments", 3)], NOT_MET),
        (market(3, "companies"), [], NOT_MET),
        (market(3, "companies+departments"), [_share("companies", 2), _share("departments", 1)], MET),
        (market(1, "products", "services"), [_share("products", 5)], NOT_MET),
        (market(1, "products", "services"), [_share("products", 1), _share("services", 1)], MET),
        (market(3, "companies", employees=1000), [_share("companies", 3, 1000)], MET),
        (market(3, "companies", employees=1000), [_share("companies", 3, 999)], NOT_MET),
        (market(3, "companies", employees=1000), [_share("companies", 3)], UNKNOWN),
        (market(3, "companies", employees=1000), [_share("companies", 2, 1000), _share("companies", 1)], UNKNOWN),
        (market(3, "companies", employees=1000), [_share("companies", 2), _share("companies", 1, 5)], NOT_MET),
        (market(3, "companies", below=1000), [_share("companies", 3, 999)], MET),
        (market(3, "companies", below=1000), [_share("companies", 3, 1000)], NOT_MET),
        (market(3, "companies", employees=100, below=1000), [_share("companies", 3, 99)], NOT_MET),
        (market(3, "companies", employees=100, below=1000), [_share("companies", 3)], UNKNOWN),
        (market(2**31, "companies"), [_share("companies", 2**31 - 1), _share("companies", 1)], MET),
    ],
)
def test_a_market_comes_to_the_count_in_each_group(asked: Market, shares: list[Row], verdict: Verdict) -> None:
    assert _verdict(asked, {"has_market": True}, shares=tuple(shares)) is verdict


def test_a_market_of_which_nothing_is_stated_is_unknown() -> None:
    assert _verdict(market(1, "companies"), {"has_market": False}) is UNKNOWN


def _claim(decision: str, to: str | None = BAND, day: date | None = ON) -> Row:
    return {"decision": decision, "to": to, "day": day}


@pytest.mark.parametrize(
    ("claims", "verdict"),
    [
        ([], NOT_MET),
        ([_claim("recognised")], MET),
        ([_claim("recognised", day=None)], MET),
        ([_claim("recognised", day=date(2026, 4, 2))], NOT_MET),
        ([_claim("recognised", to=None)], UNKNOWN),
        ([_claim("recognised", to="house/own/field/6/size/1")], NOT_MET),
        ([_claim("claimed")], UNKNOWN),
        ([_claim("claimed", to=None)], UNKNOWN),
        ([_claim("claimed", to="house/own/field/6/size/1")], NOT_MET),
        ([_claim("refused")], NOT_MET),
        ([_claim("refused", to=None)], NOT_MET),
        ([_claim("refused"), _claim("claimed")], UNKNOWN),
        ([_claim("refused"), _claim("recognised")], MET),
        ([_claim("claimed", day=date(2026, 4, 2)), _claim("refused")], NOT_MET),
    ],
)
def test_a_claim_counts_once_it_is_recognised_for_what_is_named(claims: list[Row], verdict: Verdict) -> None:
    assert _verdict(RECOGNISED, {}, claims=tuple(claims)) is verdict


def test_facts_of_one_context_are_judged_together() -> None:
    either, both = Either(of=(WHOLE_REGION, RECOGNISED)), Every(of=(WHOLE_REGION, RECOGNISED))
    served = {"customers": "one-user"}
    assert _verdict(either, served, claims=(_claim("claimed"),)) is UNKNOWN
    assert _verdict(both, served, claims=(_claim("claimed"),)) is NOT_MET
    assert _verdict(either, served, claims=(_claim("recognised"),)) is MET
    assert _verdict(both, {"customers": None}, claims=(_claim("recognised"),)) is UNKNOWN


def test_a_market_that_is_stated_though_none_is_on_record_is_unknown() -> None:
    assert _verdict(market(1, "companies"), {"has_market": False}, shares=(_share("companies", 5),)) is UNKNOWN


def test_of_many_markets_each_is_compared_with_its_own_count() -> None:
    counts = (1, 3, 3, 7)
    asked = [market(count, "companies") for count in counts] + [market(3, "companies", "departments")]
    found = _classes(
        *asked,
        contexts=[{"context": number, "has_market": True} for number in range(9)],
        shares=[{"context": number, "scope": "companies", "count": number} for number in range(9)],
        claims=[],
    )
    assert [found.sure[own] for own in found.classes] == [0, 1, 1, 0b111, 0b111, 0b111, 0b111, 0b1111, 0b1111]
    assert found.possible == found.sure


def test_contexts_that_answer_alike_are_one_class_though_they_differ() -> None:
    found = _classes(
        WHOLE_REGION,
        RECOGNISED,
        contexts=[{"context": 1, "customers": "nationwide"}, {"context": 2}, {"context": 4, "customers": "nationwide"}],
        shares=[],
        claims=[{"context": 4, "decision": "refused", "to": BAND}],
    )
    assert ([*found.numbers], [*found.classes]) == ([1, 2, 4], [0, 1, 0])
    assert (found.sure, found.possible) == ((0b01, 0b00), (0b01, 0b01))
