"""What would an engagement be that just has what is asked?"""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from kijun.criteria import Clause, Either, Every, Market, Reaches, Recognised, Trait, Unprinted, Unspecified, Way
from kijun.day import exactly
from kijun.evidence import Engagement
from kijun.growth.design import completed, design
from tests.builders import (
    CARRIED_OUT,
    ON,
    WHOLE_REGION,
    clause,
    conditions,
    edition,
    engagement,
    or_above,
    rooms,
    share,
    sites,
)

_WORDS = edition().vocabulary
_SUCCEEDED = or_above("succeeded")
_RESPONSIBLE = or_above("responsible")
_COMPANIES = Market(
    scope="companies", groups=(frozenset({"companies"}),), count=3, employees_at_least=3000, employees_below=None
)


def _made(*traits: Trait, clauses: Sequence[Clause] = (clause(),)) -> Engagement | None:
    return design(clauses, traits, field_name="hardware", words=_WORDS, on=ON)


def _sure(*traits: Trait, clauses: Sequence[Clause] = (clause(),)) -> Engagement:
    made = _made(*traits, clauses=clauses)
    assert made is not None
    return made


def test_it_has_the_first_activity_the_least_role_and_outcome_and_nothing_else() -> None:
    made = _sure(Unspecified())
    assert (made.role, made.outcome) == ("leader", "carried-out")
    assert made.activities == {"fault-repair"}
    assert (made.fields, made.start, made.end) == (("hardware",), exactly(ON), exactly(ON))
    assert (made.conditions, made.sizes, made.customers, made.market) == (frozenset(), {}, None, None)


def test_a_clause_of_any_role_is_served_by_the_lowest() -> None:
    assert _sure(Unspecified(), clauses=[clause(role=None)]).role == "member"


def test_several_clauses_are_served_by_the_strictest_of_each() -> None:
    strict = clause(role=_RESPONSIBLE, outcome=_SUCCEEDED, activities=("hardware-installation", "service-design"))
    made = _sure(Unspecified(), clauses=[clause(role=None), clause(outcome=CARRIED_OUT), strict])
    assert (made.role, made.outcome) == ("responsible", "succeeded")
    assert made.activities == {"hardware-installation"}


def test_without_an_activity_in_common_each_clause_gets_one_of_its_own() -> None:
    apart = [clause(activities=("fault-repair",)), clause(activities=("service-design", "customer-service-management"))]
    assert _sure(Unspecified(), clauses=apart).activities == {"fault-repair", "service-design"}


def test_a_chain_of_activities_is_done_in_full_and_serves_the_others() -> None:
    chain = clause(activities=("proposing", "concluding-contracts"), needs_all_activities=True)
    other = clause(activities=("discovering-projects", "proposing"))
    assert _sure(Unspecified(), clauses=[chain, other]).activities == {"proposing", "concluding-contracts"}


def test_a_clause_of_no_activity_counts_nothing_that_could_be_done() -> None:
    assert _made(Unspecified(), clauses=[clause(activities=())]) is None


def test_as_many_conditions_as_are_asked_the_mandatory_ones_first() -> None:
    assert _sure(conditions()).conditions == {"multi-vendor", "around-the-clock"}
    assert _sure(conditions(must_include=("new-technology",))).conditions == {"new-technology", "multi-vendor"}
    assert _made(conditions(4)) is None


def test_a_condition_serves_every_list_that_has_it() -> None:
    wider = conditions(2, of=("new-technology", "around-the-clock", "multi-vendor"))
    assert len(_sure(conditions(), wider).conditions) == 2


def test_sizes_are_the_least_that_does_for_all() -> None:
    assert _sure(Every(of=(rooms(3), sites(10)))).sizes == {"computer_rooms": 3, "network_sites": 10}
    assert _sure(rooms(3), rooms(5)).sizes == {"computer_rooms": 5}
    assert _sure(Either(of=(rooms(5), sites(7)))).sizes == {"computer_rooms": 5}
    assert _sure(rooms(at_most=9)).sizes == {"computer_rooms": 0}


@pytest.mark.parametrize(
    "apart", [(rooms(5), rooms(at_most=4)), (rooms(at_most=4), rooms(5)), (rooms(5), rooms(below=5))]
)
def test_bounds_that_shut_each_other_out_make_nothing_possible(apart: tuple[Trait, ...]) -> None:
    assert _made(*apart) is None


def test_customers_do_not_help_where_a_size_is_impossible() -> None:
    assert _made(WHOLE_REGION, rooms(at_most=4), rooms(5)) is None


def test_a_way_that_shuts_another_trait_out_is_left_for_the_next() -> None:
    way = Reaches(level=4, ways=(Way(level=4, trait=rooms(1, at_most=4)), Way(level=5, trait=sites(9))))
    assert _sure(way, rooms(5)).sizes == {"network_sites": 9, "computer_rooms": 5}


def test_customers_are_those_of_the_lowest_reach_that_does() -> None:
    assert _sure(WHOLE_REGION).customers == "whole-industry"
    higher = WHOLE_REGION.__class__(reach=or_above("nationwide"))
    assert _sure(higher, WHOLE_REGION).customers == "nationwide"
    assert _sure(WHOLE_REGION, higher).customers == "nationwide"


def test_the_market_just_is_what_is_asked() -> None:
    assert _sure(_COMPANIES).market == (share("companies", 3, 3000),)
    wider = Market(
        scope="whole-industry",
        groups=(frozenset({"whole-industry"}),),
        count=1,
        employees_at_least=None,
        employees_below=None,
    )
    assert _made(_COMPANIES, wider) is None
    assert _sure(wider, Either(of=(_COMPANIES, wider))).market == (share("whole-industry", 1),)


def test_what_is_unprinted_or_only_recognised_cannot_be_designed() -> None:
    assert _made(Unprinted(cell="a/cell")) is None
    assert _made(Recognised(as_one_of=frozenset({"a/band"}))) is None
    assert _sure(Either(of=(Unprinted(cell="a/cell"), rooms(2)))).sizes == {"computer_rooms": 2}


def test_a_fact_that_others_make_needless_is_left_out() -> None:
    either = Either(of=(WHOLE_REGION, rooms(3)))
    made = _sure(either, rooms(3))
    assert (made.customers, made.sizes) == (None, {"computer_rooms": 3})
    market = Either(of=(_COMPANIES, sites(2)))
    assert _sure(market, sites(2)).market is None
    listed = Either(of=(conditions(1), sites(2)))
    assert _sure(listed, sites(2)).conditions == frozenset()
    sized = Either(of=(rooms(3), sites(2)))
    assert _sure(sized, sites(2)).sizes == {"network_sites": 2}


def _completed(of: Engagement, *traits: Trait) -> Engagement | None:
    return completed(of, traits, _WORDS, ON)


def test_facts_complete_an_engagement_where_it_is_silent() -> None:
    silent = engagement(conditions=("multi-vendor",), has_all_conditions=False)
    made = _completed(silent, conditions(), rooms(3), WHOLE_REGION, _COMPANIES)
    assert made is not None
    assert made.conditions == {"multi-vendor", "around-the-clock"}
    assert (made.sizes, made.customers) == ({"computer_rooms": 3}, "whole-industry")
    assert made.market == (share("companies", 3, 3000),)


def test_what_is_there_already_is_left_as_it_is() -> None:
    full = engagement(sizes={"computer_rooms": 7}, customers="whole-industry", market=(share("companies", 3, 5000),))
    assert _completed(full, conditions(), rooms(3), WHOLE_REGION, _COMPANIES) == full


@pytest.mark.parametrize(
    ("settled", "trait"),
    [
        (engagement(conditions=("multi-vendor",)), conditions()),
        (engagement(conditions=("multi-vendor", "around-the-clock")), conditions(1, must_include=("new-technology",))),
        (engagement(sizes={"computer_rooms": 2}), rooms(3)),
        (engagement(sizes={"computer_rooms": 9}), rooms(3, below=9)),
        (engagement(customers="specific-user"), WHOLE_REGION),
        (engagement(market=()), _COMPANIES),
    ],
)
def test_what_is_on_record_is_never_written_over(settled: Engagement, trait: Trait) -> None:
    assert _completed(settled, trait) is None
