"""Are projects counted in their lanes as they are counted one by one?"""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kijun.criteria import Amount
from kijun.population.asked import AskedOfAll, Projects
from kijun.population.demands import Demand
from kijun.population.engagements import whole_sum
from kijun.population.lanes import lanes_for
from kijun.population.places import SUMMED_BITS
from tests.builders import clause
from tests.population.by_hand import AS_DRAWN, asked_for, told, words

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


def _bits(asked: AskedOfAll, project: Project) -> dict[str, int]:
    """Return the words of the demands that a project meets."""
    met = _met(project)
    found = {f"word_{word}": 0 for word in range(asked.demands.bits.words)}
    for word, bit, demand in asked.demands.placed():
        found[f"word_{word}"] |= (demand in met) << bit
    return found


def _enough(people: list[list[Project]], projects: list[Projects], most: int) -> list[list[bool]]:
    """Return for each person of which there are projects enough, as the database adds them up."""
    asked, lanes = asked_for(projects=tuple(projects)), lanes_for(projects, most)
    bits_of = {project: _bits(asked, project) for person in people for project in person}
    table = words([{"person": n, **bits_of[each]} for n, person in enumerate(people) for each in person])
    found = [table[f"word_{word}"] for word in range(asked.demands.bits.words)]
    met = table.select(
        "person", **{f"met_{word}": lanes.met(word, found, asked.demands) for word in range(lanes.words)}
    )
    sums = met.group_by("person").aggregate(
        **{f"count_{word}": whole_sum(met[f"met_{word}"]) for word in range(lanes.words)}
    )
    enough = list(lanes.enough([sums[f"count_{word}"] for word in range(lanes.words)]))
    said = told(sums.select("person", **{str(place): word for place, (word, _) in enumerate(enough)}))
    bit_of = {each: (str(place), bit) for place, (_, bits) in enumerate(enough) for each, bit in bits.items()}
    for row in said:
        nobodys = [row[str(place)] & ~sum(1 << bit for bit in bits.values()) for place, (_, bits) in enumerate(enough)]
        assert not any(nobodys), "a bit that is nobody's is set"
    return [[bool(row[word] >> bit & 1) for word, bit in (bit_of[each] for each in projects)] for row in said]


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
    table = words([{f"count_{word}": 0 for word in range(lanes.words)}])
    bits = [bits for _, bits in lanes.enough([table[name] for name in table.columns])]
    assert [len(set(each.values())) for each in bits] == [in_a_word * width, 1]
    assert [projects for each in bits for projects in each] == projects
    assert all(bit < SUMMED_BITS for each in bits for bit in each.values())


def test_where_nothing_is_counted_there_is_no_lane() -> None:
    lanes = lanes_for([], 5)
    assert (lanes.of, lanes.words, list(lanes.enough([]))) == ((), 0, [])
