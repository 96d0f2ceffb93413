"""Which one fact would give an engagement a trait?"""

from __future__ import annotations

import pytest

from kijun.criteria import (
    Amount,
    Customers,
    Either,
    Every,
    Market,
    Reaches,
    Recognised,
    Trait,
    Unprinted,
    Unspecified,
    Way,
)
from kijun.evidence import Engagement, MarketShare
from kijun.growth.facts import common_facts, market_shares, open_shares, single_facts
from kijun.judgement.engagements import EngagementReading
from kijun.timespan import Span
from tests.builders import ON, WHOLE_REGION, claim, conditions, engagement, rooms, share, sites


def _reading(of: Engagement) -> EngagementReading:
    return EngagementReading(engagement=of, served=Span(start=ON, end=ON), on=ON)


def _found(of: Engagement, trait: Trait) -> list[str] | None:
    """Return each fact with what it is about, and its bounds where it is a size."""
    facts = single_facts(_reading(of), trait)
    if facts is None:
        return None
    return [
        f"{fact.fact} {fact.about} {fact.least}-{fact.most}" if fact.fact == "size" else f"{fact.fact} {fact.about}"
        for fact in facts.values()
    ]


def _silent(*held: str) -> Engagement:
    return engagement(conditions=held, has_all_conditions=False)


_COMPANIES = Market(
    scope="companies", groups=(frozenset({"companies"}),), count=3, employees_at_least=3000, employees_below=None
)
_BAND = Recognised(as_one_of=frozenset({"a/band", "b/band"}))


def test_a_trait_that_is_there_needs_no_fact() -> None:
    assert _found(engagement(), conditions()) is None
    assert _found(engagement(), Unspecified()) is None
    assert common_facts([None, None]) is None


def test_nothing_on_record_shows_what_was_never_printed() -> None:
    assert _found(engagement(), Unprinted(cell="a/cell")) == []


def test_one_condition_that_is_short_may_be_any_of_the_list() -> None:
    assert _found(_silent("multi-vendor"), conditions()) == ["conditions around-the-clock", "conditions new-technology"]


def test_a_mandatory_condition_is_the_only_one_that_does() -> None:
    asked = conditions(must_include=("new-technology",))
    assert _found(_silent("multi-vendor"), asked) == ["conditions new-technology"]
    assert _found(_silent("multi-vendor", "around-the-clock"), asked) == ["conditions new-technology"]


@pytest.mark.parametrize(
    ("held", "asked"),
    [((), conditions()), (("multi-vendor",), conditions(1, must_include=("around-the-clock", "new-technology")))],
)
def test_two_conditions_short_are_no_single_fact(held: tuple[str, ...], asked: Trait) -> None:
    assert _found(_silent(*held), asked) == []


def test_a_list_declared_complete_takes_no_further_condition() -> None:
    assert _found(engagement(conditions=("multi-vendor",)), conditions()) == []


def test_a_size_that_is_recorded_stays_and_one_that_is_not_may_be_what_is_asked() -> None:
    assert _found(engagement(sizes={"computer_rooms": 2}), rooms(3)) == []
    assert _found(engagement(), rooms(3)) == ["size computer_rooms 3-None"]
    assert _found(engagement(), rooms(3, below=9)) == ["size computer_rooms 3-8"]
    assert _found(engagement(), rooms(at_most=9)) == ["size computer_rooms 0-9"]


def test_customers_that_are_recorded_stay() -> None:
    assert _found(engagement(customers="specific-user"), WHOLE_REGION) == []
    assert _found(engagement(), WHOLE_REGION) == ["customers nationwide", "customers whole-industry"]


def test_what_was_refused_is_not_recognised_by_the_way() -> None:
    assert _found(engagement(), _BAND) == ["recognised a/band", "recognised b/band"]
    assert _found(engagement(equivalences=(claim("refused", "a/band"),)), _BAND) == ["recognised b/band"]


def test_a_market_that_is_silent_may_be_what_is_asked() -> None:
    assert _found(engagement(market=None), _COMPANIES) == ["market companies"]
    assert _found(engagement(market=(share("companies", 3, None),)), _COMPANIES) == ["market companies"]
    assert _found(engagement(market=()), _COMPANIES) == []


def test_one_fact_must_do_for_every_trait() -> None:
    both = Every(of=(rooms(3), rooms(5, at_most=8)))
    assert _found(engagement(), both) == ["size computer_rooms 5-8"]
    assert _found(engagement(), Every(of=(rooms(at_most=2), rooms(5)))) == []
    assert _found(engagement(), Every(of=(rooms(3), sites(5)))) == []
    assert _found(engagement(), Every(of=(rooms(3), conditions()))) == ["size computer_rooms 3-None"]


def test_any_fact_of_the_alternatives_will_do_and_of_two_sizes_the_smaller() -> None:
    either = Either(of=(rooms(5), sites(7), rooms(3), rooms(4)))
    assert _found(engagement(), either) == ["size computer_rooms 3-None", "size network_sites 7-None"]


def test_any_way_to_reach_a_level_will_do() -> None:
    reach = Reaches(
        level=4, ways=(Way(level=4, trait=Every(of=(conditions(), rooms(3)))), Way(level=5, trait=sites(9)))
    )
    assert _found(engagement(), reach) == ["size computer_rooms 3-None", "size network_sites 9-None"]


def _departments(**changes: object) -> Market:
    asked: dict[str, object] = {
        "scope": "both",
        "groups": (frozenset({"product-groups"}), frozenset({"service-groups"})),
        "count": 1,
        "employees_at_least": None,
        "employees_below": None,
    }
    return Market(**(asked | changes))  # type: ignore[arg-type]  # the keywords are those of Market


@pytest.mark.parametrize(
    ("recorded", "asked", "then"),
    [
        (None, _COMPANIES, (share("companies", 3, 3000),)),
        ((share("companies", 3, None),), _COMPANIES, (share("companies", 3, 3000),)),
        ((share("companies", 2, None),), _COMPANIES, None),
        ((share("companies", 3, 2999),), _COMPANIES, None),
        ((share("companies", 3, 3000),), _COMPANIES, (share("companies", 3, 3000),)),
        (
            (share("companies", 2, 5000), share("companies", 1, None)),
            _COMPANIES,
            (share("companies", 2, 5000), share("companies", 1, 3000)),
        ),
        ((share("product-groups"),), _departments(), None),
        (
            (share("product-groups"), share("service-groups")),
            _departments(),
            (share("product-groups"), share("service-groups")),
        ),
        (
            (share("companies", 3, None), share("whole-industry")),
            _COMPANIES,
            (share("companies", 3, 3000), share("whole-industry")),
        ),
        (None, _departments(), (share("product-groups"), share("service-groups"))),
        (None, _departments(employees_below=9), (share("product-groups", 1, 0), share("service-groups", 1, 0))),
        ((share("product-groups", 1, 9), share("service-groups", 1, 8)), _departments(employees_below=9), None),
    ],
)
def test_a_market_is_filled_only_where_head_counts_are_silent(
    recorded: tuple[MarketShare, ...] | None, asked: Market, then: tuple[MarketShare, ...] | None
) -> None:
    assert open_shares(recorded, asked) == then


def test_a_market_just_is_what_is_asked_a_fact_of_each_group() -> None:
    asked = Market(
        scope="any",
        groups=(frozenset({"companies", "departments"}),),
        count=5,
        employees_at_least=1000,
        employees_below=3000,
    )
    assert market_shares(asked) == (share("companies", 5, 1000),)


def test_a_literal_band_with_only_an_upper_bound_is_met_by_the_least_size() -> None:
    assert _found(engagement(), Amount(measure="network_sites", at_least=1, at_most=99)) == ["size network_sites 1-99"]


def test_the_same_customers_do_for_two_steps_of_the_scale() -> None:
    higher = Customers(reach=WHOLE_REGION.reach.__class__(least="nationwide", accepted=frozenset({"nationwide"})))
    assert _found(engagement(), Every(of=(WHOLE_REGION, higher))) == ["customers nationwide"]
