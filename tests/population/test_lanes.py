"""Are projects counted in their lanes as they are counted one by one?"""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kijun.criteria import Amount
from kijun.population.asked import Bit, Projects, bits_of
from kijun.population.engagements import whole_sum
from kijun.population.lanes import Lanes, lanes_for
from kijun.population.places import BITS, SUMMED_BITS, Places
from tests.builders import clause
from tests.population.by_hand import AS_DRAWN, told, words

Held = frozenset[Bit]
"""The bits that a project has."""


def demand(at_least: int, *measures: int) -> Projects:
    """Return: so many projects that are large by one of these measures."""
    amounts = tuple(Amount(measure=f"measure_{place}", at_least=1) for place in measures)
    return Projects(at_least=at_least, of=tuple((clause(), amount) for amount in amounts))


def large_by(*measures: int) -> Held:
    """Return a project that is large by these measures."""
    return frozenset(bit for counted in demand(1, *measures).of for bit in bits_of(counted))


def _words(bits: Places[Bit], held: Held) -> dict[str, int]:
    found = {f"word_{word}": 0 for word in range(bits.words)}
    for word, bit, what in bits.placed():
        found[f"word_{word}"] |= (what in held) << bit
    return found


def _placed(demands: list[Projects], own: Held, most: int) -> tuple[Places[Bit], Lanes]:
    """Return the lanes of some demands behind bits that have places already."""
    bits: Places[Bit] = Places()
    for bit in sorted(own, key=repr):
        bits.place(bit)
    return bits, lanes_for(demands, bits, most)


def _counted(people: list[list[Held]], bits: Places[Bit], demands: list[Projects], lanes: Lanes) -> list[list[bool]]:
    """Return for each person which of the demands are met, as the database adds them up."""
    said_of = {held: _words(bits, held) for projects in people for held in projects}
    rows = [{"person": person, **said_of[held]} for person, projects in enumerate(people) for held in projects]
    table = words(rows)
    asked = [table[f"word_{word}"] for word in range(bits.words)]
    met = table.select("person", **{f"met_{word}": lanes.met(word, asked) for word in lanes.words})
    sums = met.group_by("person").aggregate(**{f"count_{word}": whole_sum(met[f"met_{word}"]) for word in lanes.words})
    counts = {word: sums[f"count_{word}"] for word in lanes.words}
    said = sums.select("person", **{str(place): lanes.is_enough(each, counts) for place, each in enumerate(demands)})
    return [[row[str(place)] for place in range(len(demands))] for row in told(said)]


def _one_by_one(people: list[list[Held]], demands: list[Projects]) -> list[list[bool]]:
    asked = [(each, frozenset(bit for counted in each.of for bit in bits_of(counted))) for each in demands]
    return [
        [sum(bool(held & large) for held in projects) >= each.at_least for each, large in asked] for projects in people
    ]


_MEASURES = st.integers(0, 11)
_DEMANDS = st.lists(
    st.builds(
        lambda least, measures: demand(least, *sorted(measures)),
        st.integers(2, 9),
        st.sets(_MEASURES, min_size=1, max_size=6) | st.just(set(range(70))),
    ),
    min_size=1,
    max_size=14,
    unique=True,
)
_PEOPLE = st.lists(st.lists(st.sets(_MEASURES, max_size=5), min_size=1, max_size=9), min_size=10, max_size=20)


@settings(max_examples=4, phases=AS_DRAWN)
@given(_DEMANDS, _PEOPLE, st.sampled_from((9, 15, 16, 250)))
def test_in_lanes_they_come_to_the_same(demands: list[Projects], people: list[list[set[int]]], most: int) -> None:
    bits, lanes = _placed(demands, large_by(3, 40, 41), most)
    held = [[large_by(*has) for has in projects] for projects in people]
    assert _counted(held, bits, demands, lanes) == _one_by_one(held, demands)


@pytest.mark.parametrize("most", [1, 7, 8, 300])
def test_whoever_has_the_most_engagements_overflows_no_lane(most: int) -> None:
    demands = [demand(least, place, place + 1) for place in range(40) for least in (2, most)]
    demands = list(dict.fromkeys(demands))
    bits, lanes = _placed(demands, large_by(), most)
    people = [[large_by(*range(41))] * most, [large_by(0)] * most]
    assert _counted(people, bits, demands, lanes) == _one_by_one(people, demands)
    assert len(lanes.words) > 1


def test_lanes_stand_apart_and_below_what_can_be_summed() -> None:
    demands = [demand(least, *range(size)) for least in (2, 3) for size in range(1, 20)]
    _, lanes = _placed(demands, large_by(), 12)
    for word in lanes.words:
        mine = [lane for lane in lanes.of.values() if lane.word == word]
        ones = [lane.alternatives for lane in mine]
        assert sum(one.bit_count() for one in ones) == sum(ones).bit_count()
        guards = sorted(lane.guard for lane in mine)
        assert all(later - earlier >= lanes.width for earlier, later in pairwise(guards))
        assert guards[-1] + lanes.width <= SUMMED_BITS < BITS
        assert not sum(ones) & sum(1 << guard for guard in guards)


def test_a_demand_with_too_many_alternatives_finds_them_in_words_of_their_own() -> None:
    wide, narrow = demand(2, *range(60)), demand(2, 0, 1)
    bits, lanes = _placed([wide, narrow], large_by(), 3)
    assert lanes.of[wide].alternatives == 0
    assert sum(mask.bit_count() for mask in lanes.of[wide].elsewhere.values()) == 60
    assert not lanes.of[narrow].elsewhere
    people = [[large_by(59), large_by(30)], [large_by(59)], [large_by(0), large_by(1)], [large_by(0), large_by(59)]]
    assert _counted(people, bits, [wide, narrow], lanes) == [[True, False], [False, False], [True, True], [True, False]]


def test_so_does_one_that_no_other_stands_beside() -> None:
    wide = demand(2, *range(70))
    bits, lanes = _placed([wide], large_by(), 3)
    people = [[large_by(69), large_by(0, 1)], [large_by(0, 1)]]
    assert _counted(people, bits, [wide], lanes) == [[True], [False]]


def test_where_nothing_is_counted_there_is_no_lane() -> None:
    _, lanes = _placed([], large_by(1), 5)
    assert (lanes.of, lanes.words) == ({}, [])
