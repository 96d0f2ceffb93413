"""Is a trait the same, whole or taken apart?"""

from __future__ import annotations

from typing import assert_never

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kijun.criteria import (
    Amount,
    Conditions,
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
from kijun.population.alternatives import CONDITIONS, CONTEXT, NOWHERE, alternatives, facts_of
from kijun.verdict import UNKNOWN, Verdict, all_of, any_of, between
from tests.builders import WHOLE_REGION, conditions, rooms, sites

RECOGNISED = Recognised(as_one_of=frozenset({"house/big"}))
MARKET = Market(
    scope="companies", groups=(frozenset({"companies"}),), count=1, employees_at_least=None, employees_below=None
)
MISSING = Unprinted(cell="house/own/field/4")


def _measured(trait: Trait) -> frozenset[tuple[str, Trait]]:
    return frozenset({(next(iter(facts_of(trait))), trait)})


@pytest.mark.parametrize(
    ("trait", "fact"),
    [
        (Either(of=(rooms(5), Every(of=(rooms(1), rooms(below=3))))), "computer_rooms"),
        (Either(of=(WHOLE_REGION, Every(of=(MARKET, RECOGNISED)))), CONTEXT),
        (Every(of=(conditions(1), conditions(2))), CONDITIONS),
        (MISSING, NOWHERE),
    ],
)
def test_what_hangs_on_a_single_fact_stays_whole(trait: Trait, fact: str) -> None:
    assert alternatives(trait) == (frozenset({(fact, trait)}),)


def test_one_of_several_facts_is_several_ways_in_the_order_written() -> None:
    assert alternatives(Either(of=(sites(9), rooms(5)))) == (_measured(sites(9)), _measured(rooms(5)))


def test_all_of_several_choices_is_each_choice_with_each() -> None:
    either, other = Either(of=(rooms(5), sites(9))), Either(of=(conditions(), WHOLE_REGION))
    assert alternatives(Every(of=(either, other))) == tuple(
        _measured(one) | _measured(two) for one in (rooms(5), sites(9)) for two in (conditions(), WHOLE_REGION)
    )


def test_a_way_that_asks_more_than_another_is_left_out() -> None:
    assert alternatives(Either(of=(Every(of=(rooms(5), sites(9))), sites(9)))) == (_measured(sites(9)),)


def test_the_same_way_twice_is_one() -> None:
    both = Every(of=(rooms(5), sites(9)))
    assert len(alternatives(Either(of=(both, both)))) == 1


def test_where_nothing_is_asked_there_is_one_way_that_asks_nothing() -> None:
    assert alternatives(Unspecified()) == (frozenset(),)
    assert alternatives(Every(of=(Unspecified(), rooms(5)))) == (_measured(rooms(5)),)
    assert alternatives(Either(of=(rooms(5), Unspecified()))) == (frozenset(),)


def test_each_way_to_reach_a_level_is_a_way_of_its_own() -> None:
    reaches = Reaches(level=4, ways=(Way(level=4, trait=rooms(1)), Way(level=5, trait=rooms(3))))
    assert alternatives(reaches) == (_measured(rooms(1)), _measured(rooms(3)))


def test_what_is_missing_from_the_source_is_one_more_fact() -> None:
    assert alternatives(Every(of=(rooms(1), MISSING))) == (_measured(rooms(1)) | {(NOWHERE, MISSING)},)


_LEAVES: st.SearchStrategy[Trait] = st.sampled_from(
    (
        *(rooms(1), rooms(5), rooms(below=3), sites(2), conditions(1), conditions(2)),
        *(WHOLE_REGION, RECOGNISED, MARKET, MISSING, Unspecified()),
    )
)


def _traits() -> st.SearchStrategy[Trait]:
    def inside(of: st.SearchStrategy[Trait]) -> st.SearchStrategy[Trait]:
        some = st.lists(of, min_size=1, max_size=3).map(tuple)
        return st.builds(Every, of=some) | st.builds(Either, of=some)

    grown: st.SearchStrategy[Trait] = st.recursive(_LEAVES, inside, max_leaves=7)
    ways = st.lists(st.builds(Way, level=st.just(5), trait=grown), min_size=1, max_size=3).map(tuple)
    return grown | st.builds(Reaches, level=st.just(5), ways=ways)


_FACTS = ("computer_rooms", "network_sites", CONDITIONS, CONTEXT)
_RECORDS = st.fixed_dictionaries({fact: st.none() | st.integers(0, 6) for fact in _FACTS})


def _verdict(trait: Trait, record: dict[str, int | None]) -> Verdict:
    match trait:
        case Every(of=of):
            return all_of(_verdict(each, record) for each in of)
        case Either(of=of):
            return any_of(_verdict(each, record) for each in of)
        case Reaches(ways=ways):
            return any_of(_verdict(way.trait, record) for way in ways)
        case Unspecified():
            return between(surely=True, possibly=True)
        case Unprinted():
            return UNKNOWN
        case Amount(measure=measure, at_least=least, below=below):
            number = record[measure]
            if number is None:
                return UNKNOWN
            holds = (least is None or number >= least) and (below is None or number < below)
            return between(holds, holds)
        case Conditions(at_least=least):
            return _from(record[CONDITIONS], least)
        case Customers():
            return _from(record[CONTEXT], 2)
        case Market():
            return _from(record[CONTEXT], 4)
        case Recognised():
            return _from(record[CONTEXT], 6)
        case _:
            assert_never(trait)


def _from(step: int | None, least: int) -> Verdict:
    return UNKNOWN if step is None else between(step >= least, step >= least)


@given(_traits(), _RECORDS)
def test_taken_apart_a_trait_holds_where_it_holds_whole(trait: Trait, record: dict[str, int | None]) -> None:
    def one(fact: str, asked: Trait) -> Verdict:
        return UNKNOWN if record.get(fact) is None else _verdict(asked, record)

    apart = any_of(all_of(one(fact, asked) for fact, asked in each) for each in alternatives(trait))
    assert apart == _verdict(trait, record)
