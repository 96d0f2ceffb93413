"""Are projects counted in their lanes as they are counted one by one?"""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kijun.criteria import Amount
from kijun.population.demands import Demands, demands_at
from kijun.population.engagements import whole_sum
from kijun.population.lanes import lanes_for
from kijun.population.places import BITS, SUMMED_BITS
from kijun.population.questions import Demand, Projects
from tests.builders import clause
from tests.population.by_hand import AS_DRAWN, told, words

Project = frozenset[int]
"""The measures by which a project is large."""


def _large(measure: int) -> Demand:
    return clause(), Amount(measure=f"measure_{measure}", at_least=1)


def needed(at_least: int, *measures: int) -> Projects:
    """Return: so many projects that are large by one of these measures."""
    return Projects(at_least=at_least, of=tuple(map(_large, measures)))


@cache
def _met(project: Project) -> frozenset[Demand]:
    return frozenset(map(_large, project))


def _seated(projects: list[Projects]) -> Demands:
    """Return the demands of projects, each at a bit of its own."""
    demands = dict.fromkeys(demand for each in projects for demand in each.of)
    return demands_at({demand: {place // BITS: 1 << place % BITS} for place, demand in enumerate(demands)})


def _bits(demands: Demands, project: Project) -> dict[str, int]:
    """Return the words of the demands that a project meets."""
    met = _met(project)
    found = {f"word_{word}": 0 for word in range(len(demands.planes))}
    for word, bits, demand in demands.placed():
        found[f"word_{word}"] |= bits if demand in met else 0
    return found


def _enough(
    people: list[list[Project]], projects: list[Projects], most: int, demands: Demands | None = None
) -> list[list[bool]]:
    """Return for each person of which there are projects enough, as the database adds them up."""
    seated, lanes = demands or _seated(projects), lanes_for(projects, most)
    bits_of = {project: _bits(seated, project) for person in people for project in person}
    table = words([{"person": n, **bits_of[each]} for n, person in enumerate(people) for each in person])
    found = [table[f"word_{word}"] for word in range(len(seated.planes))]
    met = table.select("person", **{f"met_{word}": lanes.met(word, found, seated) for word in range(lanes.words)})
    sums = met.group_by("person").aggregate(
        **{f"count_{word}": whole_sum(met[f"met_{word}"]) for word in range(lanes.words)}
    )
    enough = lanes.enough([sums[f"count_{word}"] for word in range(lanes.words)])
    said = told(sums.select("person", **{str(place): word for place, word in enumerate(enough)}))
    bits = lanes.bits()
    for row in said:
        for place in range(len(enough)):
            everybodys = sum(1 << bit for word, bit in bits.values() if word == place)
            assert not row[str(place)] & ~everybodys, "a bit that is nobody's is set"
    return [[bool(row[str(word)] >> bit & 1) for word, bit in (bits[each] for each in projects)] for row in said]


def _one_by_one(people: list[list[Project]], projects: list[Projects]) -> list[list[bool]]:
    asked = [(each.at_least, frozenset(each.of)) for each in projects]
    met = [[_met(project) for project in person] for person in people]
    return [[sum(bool(each & of) for each in person) >= least for least, of in asked] for person in met]


_MEASURES = st.integers(0, 11)
_PROJECTS = st.lists(
    st.builds(
        lambda least, measures: needed(least, *sorted(measures)),
        st.integers(1, 9),
        st.sets(_MEASURES, min_size=1, max_size=6) | st.just(set(range(70))),
    ),
    min_size=1,
    max_size=40,
    unique=True,
)
_PEOPLE = st.lists(st.lists(st.frozensets(_MEASURES, max_size=5), min_size=1, max_size=9), min_size=10, max_size=20)


@settings(max_examples=6, phases=AS_DRAWN)
@given(_PROJECTS, _PEOPLE, st.sampled_from((9, 15, 16, 250)))
def test_in_lanes_they_come_to_the_same(projects: list[Projects], people: list[list[Project]], most: int) -> None:
    assert _enough(people, projects, most) == _one_by_one(people, projects)


@pytest.mark.parametrize("at_least", [1, 2, 7, 8])
def test_there_are_enough_from_the_number_on_that_is_asked_for(at_least: int) -> None:
    large, small = frozenset({0}), frozenset({5})
    people = [[small, *[large] * count] for count in (at_least - 1, at_least, at_least + 1)]
    assert _enough(people, [needed(at_least, 0, 1)], 20) == [[False], [True], [True]]


def test_a_project_that_meets_two_of_the_demands_is_one_project() -> None:
    by_both, by_one = frozenset({0, 1}), frozenset({1})
    assert _enough([[by_both], [by_both, by_one]], [needed(2, 0, 1)], 9) == [[False], [True]]


def test_a_demand_that_stands_at_several_bits_is_met_once() -> None:
    projects = [needed(2, 0), needed(2, 0, 1)]
    demands = demands_at({_large(0): {0: 0b1100, 1: 0b1}, _large(1): {0: 0b10}})
    people = [[frozenset({0})], [frozenset({0}), frozenset({1})], [frozenset({0, 1})] * 2]
    assert _enough(people, projects, 9, demands) == [[False, False], [False, True], [True, True]]


@pytest.mark.parametrize("most", [1, 7, 8, 300])
def test_whoever_has_the_most_engagements_overflows_no_lane(most: int) -> None:
    projects = [needed(least, place, place + 1) for place in range(40) for least in (2, most)]
    projects = list(dict.fromkeys(projects))
    people = [[frozenset(range(41))] * most, [frozenset({0})] * most]
    assert _enough(people, projects, most) == _one_by_one(people, projects)
    assert lanes_for(projects, most).words > 1


@pytest.mark.parametrize("at_least", [2, 3, 4, 7, 8, 300])
def test_more_projects_can_be_asked_for_than_anybody_has_engagements(at_least: int) -> None:
    assert _enough([[frozenset({0})]], [needed(at_least, 0, 1), needed(1, 0, 1)], 1) == [[False, True]]


@pytest.mark.parametrize(("most", "width"), [(1, 2), (2, 3), (3, 3), (4, 4), (7, 4), (8, 5)])
def test_a_lane_has_room_for_the_highest_count_and_one_bit_more(most: int, width: int) -> None:
    assert lanes_for([needed(1, 0, 1)], most).width == width
    assert lanes_for([needed(most, 0)], 1).width == width


@pytest.mark.parametrize(("beyond", "words_of_counts"), [(0, 1), (1, 2)])
def test_a_word_holds_no_more_lanes_than_can_be_summed(beyond: int, words_of_counts: int) -> None:
    in_a_word = lanes_for([needed(2, 0)], 9).in_a_word
    lanes = lanes_for([needed(2, place) for place in range(in_a_word + beyond)], 9)
    assert lanes.in_a_word * lanes.width <= SUMMED_BITS < (lanes.in_a_word + 1) * lanes.width
    assert lanes.words == words_of_counts


def test_answers_of_as_many_words_as_a_lane_is_wide_stand_in_one_word_each_at_a_bit_of_its_own() -> None:
    in_a_word, width = 10, 5
    projects = [needed(2, place) for place in range(in_a_word * width + 1)]
    lanes = lanes_for(projects, 9)
    assert (lanes.in_a_word, lanes.width, lanes.words) == (in_a_word, width, width + 1)
    bits = lanes.bits()
    assert list(bits) == projects
    assert [word for word, _ in bits.values()] == [0] * in_a_word * width + [1]
    assert len(set(bits.values())) == len(projects)
    assert all(bit < SUMMED_BITS for _, bit in bits.values())


def test_where_nothing_is_counted_there_is_no_lane() -> None:
    lanes = lanes_for([], 5)
    assert (lanes.of, lanes.words, lanes.enough([]), lanes.bits()) == ((), 0, [], {})
