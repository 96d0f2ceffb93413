"""Is one engagement looked at as the standard says: its conditions, sizes, customers, market, and what counts it at all?"""

from __future__ import annotations

from typing import Any

import pytest

from kijun.criteria import Amount, Either, Every, Market, Reaches, Recognised, Trait, Unprinted, Unspecified, Way
from kijun.evidence import Engagement
from kijun.judgement import Proof, judge
from kijun.judgement.proof import Counted
from kijun.verdict import MET, NOT_MET, UNKNOWN, Verdict
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

BAND = "itss/v3-2011/customer-service/hardware/5/size/1"
FULL = conditions(1, ("multi-vendor",))
LACKING = conditions(1, ("nationwide-system",))


def looked_at(trait: Trait, at: Engagement) -> Proof:
    return judge(once(trait), person(at), on=ON).children[0]


def counted(at: Engagement, **clause: Any) -> bool:
    return bool(judge(once(Unspecified(), **clause), person(at), on=ON).counted)


@pytest.mark.parametrize(
    ("held", "is_all", "verdict"),
    [
        (("multi-vendor", "around-the-clock"), True, MET),
        (("multi-vendor", "around-the-clock"), False, MET),
        (("multi-vendor", "around-the-clock", "new-technology"), True, MET),
        (("multi-vendor",), True, NOT_MET),
        (("multi-vendor",), False, UNKNOWN),
        (("multi-vendor", "nationwide-system"), True, NOT_MET),
        ((), True, NOT_MET),
        ((), False, UNKNOWN),
    ],
)
def test_two_listed_conditions_are_enough_and_one_is_not(held: tuple[str, ...], is_all: bool, verdict: Verdict) -> None:
    at = engagement(conditions=held, has_all_conditions=is_all)
    assert looked_at(conditions(2), at).verdict is verdict


@pytest.mark.parametrize(("is_all", "verdict"), [(True, NOT_MET), (False, UNKNOWN)])
def test_no_number_of_conditions_makes_up_for_a_mandatory_one(is_all: bool, verdict: Verdict) -> None:
    asked = conditions(1, must_include=("new-technology",))
    assert looked_at(asked, engagement(has_all_conditions=is_all)).verdict is verdict
    assert looked_at(asked, engagement(conditions=("new-technology",))).verdict is MET


def test_the_proof_of_a_list_says_which_conditions_held_and_which_would_help() -> None:
    short = looked_at(conditions(2), engagement("a", conditions=("new-technology",)))
    assert (short.have, short.need, short.unit, short.evidence) == (1, 2, "conditions", "a")
    assert short.which == ("new-technology",)
    assert short.missing == ("multi-vendor", "around-the-clock")
    enough = looked_at(conditions(2), engagement("a"))
    assert (enough.have, enough.which, enough.missing) == (2, ("multi-vendor", "around-the-clock"), ())


@pytest.mark.parametrize(
    ("bounds", "number", "verdict"),
    [
        ({"at_least": 5}, 5, MET),
        ({"at_least": 5}, 4, NOT_MET),
        ({"at_least": 1}, 0, NOT_MET),
        ({"at_least": 5}, None, UNKNOWN),
        ({"at_most": 2}, 2, MET),
        ({"at_most": 2}, 3, NOT_MET),
        ({"at_most": 2}, 0, MET),
        ({"below": 300}, 299, MET),
        ({"below": 300}, 300, NOT_MET),
        ({"at_least": 3, "at_most": 4}, 3, MET),
        ({"at_least": 3, "at_most": 4}, 4, MET),
        ({"at_least": 3, "at_most": 4}, 5, NOT_MET),
        ({}, 0, MET),
    ],
)
def test_a_number_lies_within_its_bounds_or_just_outside(
    bounds: dict[str, int], number: int | None, verdict: Verdict
) -> None:
    at = engagement("a", sizes={} if number is None else {"computer_rooms": number, "network_sites": 1})
    proof = looked_at(Amount(measure="computer_rooms", **bounds), at)
    assert proof.verdict is verdict
    assert (proof.have, proof.need, proof.unit) == (number, bounds.get("at_least"), "computer_rooms")
    assert proof.evidence == "a"


@pytest.mark.parametrize(
    ("served", "verdict", "which"),
    [
        ("nationwide", MET, ("nationwide",)),
        ("whole-industry", MET, ("whole-industry",)),
        ("part-of-industry", NOT_MET, ("part-of-industry",)),
        (None, UNKNOWN, ()),
    ],
)
def test_customers_satisfy_the_reach_or_a_wider_one(
    served: str | None, verdict: Verdict, which: tuple[str, ...]
) -> None:
    proof = looked_at(WHOLE_REGION, engagement("a", customers=served))
    assert (proof.verdict, proof.which, proof.unit, proof.evidence) == (verdict, which, "customers", "a")


@pytest.mark.parametrize(
    ("claims", "verdict"),
    [
        ((), NOT_MET),
        ((claim("recognised", BAND),), MET),
        ((claim("refused", BAND),), NOT_MET),
        ((claim("claimed", BAND),), UNKNOWN),
        ((claim("claimed", None),), UNKNOWN),
        ((claim("recognised", None),), UNKNOWN),
        ((claim("recognised", "another/5/size/1"),), NOT_MET),
        ((claim("claimed", "another/5/size/1"),), NOT_MET),
        ((claim("refused", None),), NOT_MET),
        ((claim("recognised", BAND, "2026-04-01"),), MET),
        ((claim("recognised", BAND, "2026-04-02"),), NOT_MET),
        ((claim("claimed", None), claim("recognised", BAND)), MET),
        ((claim("refused", BAND), claim("claimed", BAND)), UNKNOWN),
        ((claim("recognised", "another/5/size/1"), claim("recognised", BAND)), MET),
    ],
)
def test_an_equivalence_counts_once_an_assessor_recognised_it_for_the_named_band(
    claims: tuple[Any, ...], verdict: Verdict
) -> None:
    proof = looked_at(Recognised(as_one_of=frozenset({BAND})), engagement("a", equivalences=claims))
    assert (proof.verdict, proof.evidence, proof.children) == (verdict, "a", ())


def market(count: int = 3, least: int | None = 3000, below: int | None = None, *groups: set[str]) -> Market:
    return Market(
        scope="companies",
        groups=tuple(frozenset(group) for group in groups or ({"companies", "departments"},)),
        count=count,
        employees_at_least=least,
        employees_below=below,
    )


@pytest.mark.parametrize(
    ("asked", "shares", "verdict", "have"),
    [
        (market(), (share("companies", 3, 3000),), MET, 3),
        (market(), (share("companies", 2, 3000),), NOT_MET, 2),
        (market(), (share("companies", 3, 2999),), NOT_MET, 0),
        (market(), (share("companies", 1, 3000), share("departments", 2, 5000)), MET, 3),
        (market(), (share("companies", 2, 3000), share("departments", 1)), UNKNOWN, 2),
        (market(), (share("companies", 2, 3000), share("establishments", 9, 9000)), NOT_MET, 2),
        (market(), (), NOT_MET, 0),
        (market(), None, UNKNOWN, 0),
        (market(1, 1000, 3000), (share("companies", 1, 2999),), MET, 1),
        (market(1, 1000, 3000), (share("companies", 1, 3000),), NOT_MET, 0),
        (market(1, 1000, 3000), (share("companies", 1, 999),), NOT_MET, 0),
        (market(1, None, 3000), (share("companies", 1, 2999),), MET, 1),
        (market(1, None, 3000), (share("companies", 1, 3000),), NOT_MET, 0),
        (market(1, None, 3000), (share("companies", 1),), UNKNOWN, 0),
        (market(1, None), (share("companies", 1),), MET, 1),
        (market(1, None, None, {"products"}, {"services"}), (share("products"), share("services")), MET, 1),
        (market(1, None, None, {"products"}, {"services"}), (share("products", 5),), NOT_MET, 0),
    ],
)
def test_a_market_counts_what_is_large_enough_in_each_of_its_groups(
    asked: Market, shares: tuple[Any, ...] | None, verdict: Verdict, have: int
) -> None:
    proof = looked_at(asked, engagement("a", market=shares))
    assert (proof.verdict, proof.have, proof.need, proof.unit) == (verdict, have, asked.count, "companies")
    assert proof.evidence == "a"


def test_what_is_missing_from_the_source_is_unknown_and_what_asks_nothing_is_met() -> None:
    at = engagement("a")
    assert looked_at(Unprinted(cell="x/4"), at).verdict is UNKNOWN
    assert looked_at(Unspecified(), at).verdict is MET
    assert looked_at(Unspecified(), at).evidence == "a"


def test_every_trait_is_asked_of_one_and_the_same_engagement() -> None:
    at = engagement("a", sizes={"computer_rooms": 3})
    assert looked_at(Every(of=(FULL, rooms(3))), at).verdict is MET
    assert looked_at(Every(of=(FULL, rooms(4))), at).verdict is NOT_MET
    assert looked_at(Every(of=(FULL, sites(1))), at).verdict is UNKNOWN
    both = looked_at(Every(of=(FULL, rooms(3))), at)
    assert [child.criterion for child in both.children] == [FULL, rooms(3)]
    assert both.evidence == "a"


def test_the_parts_of_one_level_on_two_engagements_do_not_reach_it() -> None:
    hard = engagement("hard", conditions=("multi-vendor",), sizes={"computer_rooms": 1})
    large = engagement("large", conditions=(), sizes={"computer_rooms": 5})
    assert judge(once(Every(of=(FULL, rooms(5)))), person(hard, large), on=ON).verdict is NOT_MET


def test_either_trait_is_enough_and_the_first_that_is_met_is_the_proof() -> None:
    at = engagement("a", sizes={"computer_rooms": 3})
    alternatives = Either(of=(LACKING, rooms(3), FULL))
    met = looked_at(alternatives, at)
    assert (met.verdict, [child.criterion for child in met.children]) == (MET, [rooms(3)])
    assert met.evidence == "a"
    short = looked_at(Either(of=(LACKING, rooms(4))), at)
    assert (short.verdict, [child.criterion for child in short.children]) == (NOT_MET, [LACKING, rooms(4)])
    assert looked_at(Either(of=(LACKING, sites(1))), at).verdict is UNKNOWN


def test_a_level_is_reached_in_its_own_way_or_in_that_of_a_higher_one() -> None:
    asked = Reaches(level=4, ways=(Way(level=4, trait=LACKING), Way(level=5, trait=FULL)))
    higher = looked_at(asked, engagement("a"))
    assert (higher.verdict, [child.criterion for child in higher.children]) == (MET, [FULL])
    neither = looked_at(asked, engagement("a", conditions=()))
    assert (neither.verdict, len(neither.children)) == (NOT_MET, 2)
    missing = Reaches(level=4, ways=(Way(level=4, trait=Unprinted(cell="x/4")), Way(level=5, trait=FULL)))
    assert looked_at(missing, engagement("a")).verdict is MET
    assert looked_at(missing, engagement("a", conditions=())).verdict is UNKNOWN


@pytest.mark.parametrize(("fields", "is_counted"), [(("software", "hardware"), True), (("software",), False)])
def test_a_clause_that_names_fields_counts_what_is_recorded_for_one_of_them(
    fields: tuple[str, ...], is_counted: bool
) -> None:
    at = engagement(fields=fields)
    assert counted(at, fields=frozenset({"hardware"})) is is_counted
    assert counted(at, fields=None)


def test_where_one_field_each_is_asked_only_the_first_counts() -> None:
    at = engagement(fields=("software", "hardware"))
    assert not counted(at, fields=frozenset({"hardware"}), is_first_field_only=True)
    assert counted(at, fields=frozenset({"software"}), is_first_field_only=True)


def test_any_activity_of_the_list_is_enough_unless_the_clause_is_a_chain() -> None:
    chain = ("proposing", "concluding-contracts")
    assert counted(engagement(activities=("proposing", "other")), activities=chain)
    assert not counted(engagement(activities=("other",)), activities=chain)
    assert not counted(engagement(activities=("proposing",)), activities=chain, needs_all_activities=True)
    whole = engagement(activities=("proposing", "concluding-contracts", "other"))
    assert counted(whole, activities=chain, needs_all_activities=True)


@pytest.mark.parametrize(("role", "is_counted"), [("member", False), ("leader", True), ("responsible", True)])
def test_a_higher_role_satisfies_a_lower_one(role: str, is_counted: bool) -> None:
    at = engagement(role=role)
    assert counted(at, role=or_above("leader", "responsible")) is is_counted
    assert counted(at, role=None)


@pytest.mark.parametrize(
    ("outcome", "is_counted"), [("failed", False), ("participated", False), ("carried-out", True), ("succeeded", True)]
)
def test_a_better_outcome_satisfies_a_lesser_one(outcome: str, is_counted: bool) -> None:
    assert counted(engagement(outcome=outcome)) is is_counted


@pytest.mark.parametrize(("end", "is_counted"), [("2021-04-02", True), ("2021-04-01", False), (None, True)])
def test_a_window_counts_what_ended_on_its_first_day(end: str | None, is_counted: bool) -> None:
    assert counted(engagement(end=end), within_years=5) is is_counted


def test_what_counts_is_named_in_the_proof() -> None:
    proof = judge(once(FULL), person(engagement("a"), engagement("b")), on=ON)
    assert proof.counted == (Counted(evidence="a"),)


def test_what_is_no_trait_is_refused() -> None:
    stranger: Any = "a word"
    with pytest.raises(AssertionError):
        looked_at(stranger, engagement())
