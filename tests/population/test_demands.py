"""Has every demand a bit, and do the planes of its ways, put together, say whether it is met?"""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kijun.criteria import Amount, Either, Trait
from kijun.population.alternatives import alternatives
from kijun.population.demands import Demand, Demands, Way, demands_for
from kijun.population.places import BITS
from tests.builders import clause, rooms, sites, years


def _trait(ways: int, number: int) -> Trait:
    """Return a trait that can be had in so many ways."""
    return Either(of=tuple(Amount(measure=f"measure_{way}", at_least=number) for way in range(ways)))


def _demands(ways: list[int]) -> list[Demand]:
    """Return a demand for each number of ways."""
    return [(clause(), _trait(each, number)) for number, each in enumerate(ways)]


def _ways_of(demands: Demands) -> dict[Demand, list[Way]]:
    """Return the ways that stand behind the bit of each demand, plane after plane."""
    return {
        demand: [way for plane in demands.planes[word] for way in demands.ways if way[:2] == (plane, bit)]
        for word, bit, demand in demands.placed()
    }


_WAYS = st.lists(st.sampled_from((0, 1, 20, BITS, BITS + 1)), max_size=4).map(
    lambda counts: [ways for ways, count in enumerate(counts, start=1) for _ in range(count)]
)
"""As many demands with one way, with two and so on, that these fill some words just, or just not."""


@given(_WAYS)
def test_behind_the_bit_of_a_demand_stand_all_ways_to_meet_it_and_no_others(ways: list[int]) -> None:
    asked = _demands(ways)
    found = demands_for(asked, ())
    stands = _ways_of(found)
    assert {demand: [way for _, _, way in of] for demand, of in stands.items()} == {
        demand: list(alternatives(demand[1])) for demand in asked
    }
    assert sum(map(len, stands.values())) == len(found.ways)
    assert len({(word, bit) for word, bit, _ in found.ways}) == len(found.ways)


@given(_WAYS, st.integers(0, BITS), st.integers(1, 9))
def test_the_planes_put_together_are_the_demands_of_which_some_way_stands(
    ways: list[int], first: int, step: int
) -> None:
    found = demands_for(_demands(ways), years=())
    standing = set(found.ways[first::step])
    of_ways = [0] * found.ways_words
    for word, bit, _ in standing:
        of_ways[word] |= 1 << bit
    met = [demand for demand, of in _ways_of(found).items() if standing.intersection(of)]
    words = {}
    for word, planes in enumerate(found.planes):
        words[word] = 0
        for plane in planes:
            words[word] |= of_ways[plane]
    assert {word: bits for word, bits in words.items() if bits} == found.bits.mask(met)


@given(_WAYS)
def test_no_word_of_ways_is_empty_and_no_two_planes_share_one(ways: list[int]) -> None:
    found = demands_for(_demands(ways), ())
    assert [plane for planes in found.planes for plane in planes] == list(range(found.ways_words))
    assert {word for word, _, _ in found.ways} == set(range(found.ways_words))


def test_demands_with_most_ways_come_first_so_that_few_words_need_many_planes() -> None:
    found = demands_for(_demands([1] * BITS + [3]), ())
    assert [len(planes) for planes in found.planes] == [3, 1]
    _, _, first = found.placed()[0]
    assert len(alternatives(first[1])) == 3


def test_a_demand_that_is_asked_twice_has_one_bit() -> None:
    demand = (clause(), rooms(1))
    found = demands_for([demand, (clause(role=None), rooms(1)), demand], ())
    assert [(word, bit) for word, bit, _ in found.placed()] == [(0, 0), (0, 1)]
    assert found.mask(demand) == {0: 0b01}


def test_years_have_bits_of_their_own_behind_the_demands() -> None:
    three, five = years(3, rooms(1)), years(5, rooms(1))
    found = demands_for([(three.clause, rooms(1)), (three.clause, sites(1))], [three, five, three])
    assert (found.mask(three), found.mask(five), len(found.bits)) == ({0: 0b0100}, {0: 0b1000}, 4)
    assert [demand for _, _, demand in found.placed()] == [(three.clause, rooms(1)), (three.clause, sites(1))]


def test_a_word_that_holds_nothing_but_years_has_no_planes() -> None:
    asked = years(3, rooms(1))
    found = demands_for([(asked.clause, rooms(number)) for number in range(1, BITS + 1)], [asked])
    assert (found.mask(asked), found.bits.words, found.planes) == ({1: 1}, 2, ((0,),))


def test_where_nothing_is_asked_there_is_no_word() -> None:
    found = demands_for([], [])
    assert (found.bits.words, found.planes, found.ways, found.ways_words) == (0, (), (), 0)
