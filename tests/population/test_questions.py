"""Which questions does a criterion ask, and is every slot filled exactly where there are projects enough for each?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kijun.criteria import AllOf, AnyOf, Criterion, Either, Every, Mentors, Once, Passed, Slot, Times, Trait, Years
from kijun.population.blocks import criteria_of
from kijun.population.questions import (
    ONE,
    Projects,
    Question,
    Shape,
    demands_of,
    projects_of,
    questions_of,
    shape_of,
)
from tests.builders import cell, clause, once, or_above, rooms, sites, times, years
from tests.population.by_hand import EACH_KIND, criteria_drawn

Project = tuple[int, int, str]
"""Rooms, sites, and the role."""
MEMBER = or_above("member", "leader", "responsible")
ROLES = {"member": MEMBER, "leader": or_above("leader", "responsible"), "responsible": or_above("responsible")}
ALL_OF_TWO, ANY_OF_TWO = Shape((ONE, ONE), "all"), Shape((ONE, ONE), "any")
_OF_ENGAGEMENTS = (Once, Times, Years)
PASSED = Passed(any_of=("AP",), within_years=None)

_TRAITS: tuple[Trait, ...] = (
    *(rooms(1), rooms(3), sites(2)),
    *(Every(of=(rooms(3), sites(2))), Either(of=(rooms(3), sites(2))), Either(of=(rooms(1), sites(2)))),
)
_SLOTS = st.lists(
    st.builds(
        lambda trait, role: Slot(level=5, clause=clause(role=role), trait=trait),
        st.sampled_from(_TRAITS),
        st.sampled_from((None, *ROLES.values())),
    ),
    min_size=1,
    max_size=4,
)
_PROJECTS = st.lists(
    st.tuples(st.sampled_from((0, 1, 2, 3)), st.sampled_from((0, 2)), st.sampled_from(sorted(ROLES))), max_size=5
)


def _has(trait: Trait, project: Project) -> bool:
    match trait:
        case Every(of=of):
            return all(_has(each, project) for each in of)
        case Either(of=of):
            return any(_has(each, project) for each in of)
        case _:
            least, number = {rooms(1): (1, 0), rooms(3): (3, 0), sites(2): (2, 1)}[trait]  # type: ignore[index]
            found = project[number]
            return isinstance(found, int) and found >= least


def _fills(project: Project, counting: Slot) -> bool:
    role = counting.clause.role
    return _has(counting.trait, project) and (role is None or project[2] in role.accepted)


@given(_SLOTS, _PROJECTS)
def test_all_slots_are_filled_where_each_demand_has_enough_projects(slots: list[Slot], projects: list[Project]) -> None:
    has_all = any(all(map(_fills, some, slots)) for some in permutations(projects, len(slots)))
    enough = [
        sum(
            any(_fills(project, Slot(level=5, clause=counting, trait=trait)) for counting, trait in demand.of)
            for project in projects
        )
        >= demand.at_least
        for demand in projects_of(Times(slots=tuple(slots)))
    ]
    assert all(enough) == has_all


def test_where_each_slot_implies_the_next_only_the_hardest_so_far_are_asked_for() -> None:
    hard, middle, easy = Every(of=(rooms(3), sites(2))), rooms(3), Either(of=(rooms(3), sites(2)))
    asked = projects_of(times((6, hard), (5, middle), (5, middle), (4, easy)))
    assert [(each.at_least, [trait for _, trait in each.of]) for each in asked] == [
        (1, [hard]),
        (3, [middle]),
        (4, [easy]),
    ]


def test_a_role_that_holds_in_the_highest_slot_only_implies_the_rest() -> None:
    trait = rooms(3)
    first = Slot(level=6, clause=clause(), trait=trait)
    rest = Slot(level=5, clause=clause(role=None), trait=trait)
    assert [each.at_least for each in projects_of(Times(slots=(first, rest, rest)))] == [1, 3]


def test_a_slot_that_asks_for_a_higher_role_is_not_implied() -> None:
    trait = rooms(3)
    member, responsible = (
        Slot(level=5, clause=clause(role=ROLES[role]), trait=trait) for role in ("member", "responsible")
    )
    asked = projects_of(Times(slots=(member, responsible)))
    assert sorted((each.at_least, len(each.of)) for each in asked) == [(1, 1), (1, 1), (2, 2)]


def test_slots_of_which_none_implies_another_are_asked_for_in_every_choice() -> None:
    asked = projects_of(times((5, rooms(3)), (5, sites(2)), (5, sites(2))))
    assert sorted((each.at_least, len(each.of)) for each in asked) == [(1, 1), (2, 1), (3, 2)]


@pytest.mark.parametrize(
    ("at_least", "of", "is_one"),
    [(1, [rooms(1)], True), (2, [rooms(1)], False), (1, [rooms(1), sites(2)], False)],
)
def test_one_demand_once_is_met_by_any_engagement_that_meets_it(
    at_least: int, of: list[Trait], *, is_one: bool
) -> None:
    projects = Projects(at_least=at_least, of=tuple((clause(), trait) for trait in of))
    assert projects.is_one_demand_once is is_one


def test_projects_are_counted_unless_one_that_meets_one_demand_is_enough() -> None:
    demand = (clause(), rooms(3))
    assert questions_of(times((5, rooms(3)))) == questions_of(once(rooms(3))) == [demand]
    assert questions_of(times((5, rooms(3)), (5, rooms(3)))) == [Projects(at_least=2, of=(demand,))]
    hard, easy = Every(of=(rooms(3), sites(2))), rooms(3)
    assert questions_of(times((6, hard), (5, easy))) == [(clause(), hard), Projects(at_least=2, of=((clause(), easy),))]


def test_criteria_are_found_inside_others_in_the_order_in_which_they_are_written() -> None:
    parts: tuple[Criterion, ...] = (once(rooms(1)), years(3), Mentors())
    asked = questions_of(AnyOf(of=(AllOf(of=parts), PASSED, Mentors())))
    assert asked == [(clause(), rooms(1)), years(3), Mentors(), PASSED, Mentors()]


@pytest.mark.parametrize("criterion", [each for each in EACH_KIND if not isinstance(each, Times)])
def test_a_criterion_that_is_no_count_of_projects_has_one_answer(criterion: Criterion) -> None:
    assert (shape_of(criterion), len(questions_of(criterion))) == (ONE, 1)


@pytest.mark.parametrize(
    ("criterion", "shape"),
    [
        (times((5, rooms(2))), ONE),
        (times((5, rooms(2)), (5, rooms(2))), ONE),
        (times((5, Every(of=(rooms(3), sites(2)))), (4, rooms(3))), ALL_OF_TWO),
        (times((5, rooms(3)), (4, sites(2))), Shape((ONE, ONE, ONE), "all")),
        (AllOf(of=(PASSED,)), ONE),
        (AnyOf(of=(AllOf(of=(PASSED,)),)), ONE),
        (AllOf(of=(PASSED, Mentors())), ALL_OF_TWO),
        (AnyOf(of=(PASSED, Mentors())), ANY_OF_TWO),
        (AnyOf(of=(AllOf(of=(PASSED, Mentors())),)), ALL_OF_TWO),
        (AllOf(of=(PASSED, AnyOf(of=(PASSED, Mentors())))), Shape((ONE, ANY_OF_TWO), "all")),
        (AllOf(of=()), Shape((), "all")),
        (AnyOf(of=()), Shape((), "any")),
    ],
)
def test_the_shape_says_how_the_answers_are_put_together_and_nothing_of_what_is_asked(
    criterion: Criterion, shape: Shape
) -> None:
    assert shape_of(criterion) == shape


@given(criteria_drawn())
def test_a_shape_takes_as_many_answers_as_there_are_questions(criterion: Criterion) -> None:
    assert shape_of(criterion).questions == len(questions_of(criterion))


def _leaves(criterion: Criterion) -> Iterator[Criterion]:
    if isinstance(criterion, AllOf | AnyOf):
        for each in criterion.of:
            yield from _leaves(each)
    else:
        yield criterion


@given(criteria_drawn())
def test_the_demands_of_the_questions_are_those_of_all_slots_and_years_and_of_what_is_needed_once(
    criterion: Criterion,
) -> None:
    found = {demand for question in questions_of(criterion) for demand in demands_of(question)}
    expected = set()
    for leaf in _leaves(criterion):
        slots = leaf.slots if isinstance(leaf, Times) else [leaf]
        expected |= {(each.clause, each.trait) for each in slots if isinstance(each, Slot | Once | Years)}
    assert found == expected


@pytest.mark.parametrize("question", [each for each in EACH_KIND if not isinstance(each, _OF_ENGAGEMENTS)])
def test_a_question_about_another_list_makes_no_demand_on_engagements(question: Question) -> None:
    assert list(demands_of(question)) == []


def test_every_part_of_a_printed_cell_asks_something() -> None:
    asked = {name: questions_of(each) for name, each in criteria_of(cell("customer-service/hardware/5")).items()}
    assert all(asked.values())
    assert any(isinstance(question, Years | Projects) for question in asked["responsibility"])
