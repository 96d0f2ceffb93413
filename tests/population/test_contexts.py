"""What does a context answer for: customers, market and claims, recorded or not?"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kijun.criteria import Either, Every, Market, Recognised, Trait
from kijun.population.contexts import look_up_contexts
from kijun.verdict import MET, NOT_MET, UNKNOWN, Verdict, between
from tests.builders import ON, WHOLE_REGION, rooms
from tests.population.by_hand import rows_of, told, ways_for

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


def _verdict(trait: Trait, context: Row, *, shares: tuple[Row, ...] = (), claims: tuple[Row, ...] = ()) -> Verdict:
    """Return the verdict in context 1, beside one in which nothing is recorded and one that has everything."""
    other = {"context": 2}
    found = look_up_contexts(
        ways_for(trait),
        rows_of("contexts", {"context": 0}, {"context": 1} | context, other | {"customers": "nationwide"}),
        rows_of("shares", *({"context": 1} | share for share in shares), other | {"scope": "companies", "count": 99}),
        rows_of(
            "claims", *({"context": 1} | claim for claim in claims), other | {"decision": "recognised", "to": BAND}
        ),
        on=ON,
    )
    assert found is not None
    nothing, row, _ = told(found)
    assert (nothing["context_sure_0"] & 1, nothing["context_possible_0"] & 1) in {(0, 1), (0, 0)}
    return between(bool(row["context_sure_0"] & 1), bool(row["context_possible_0"] & 1))


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


def test_where_nothing_is_asked_of_contexts_nothing_is_looked_up() -> None:
    tables = (rows_of(name) for name in ("contexts", "shares", "claims"))
    assert look_up_contexts(ways_for(rooms(1)), *tables, on=ON) is None
