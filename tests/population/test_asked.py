"""Is every slot filled by a project of its own exactly where there are enough projects for each demand?"""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kijun.criteria import AllOf, AnyOf, Criterion, Either, Every, Mentors, Once, Passed, Slot, Times, Trait, Years
from kijun.framework.policy import choose
from kijun.framework.resolve import resolve_edition
from kijun.population.asked import Projects, asked_of_all, leaves_of, projects_of
from tests.builders import V3_2011, clause, edition, once, or_above, rooms, sites, times, years

Project = tuple[int, int, str]
"""Rooms, sites, and the role."""
MEMBER = or_above("member", "leader", "responsible")
ROLES = {"member": MEMBER, "leader": or_above("leader", "responsible"), "responsible": or_above("responsible")}

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


def test_a_thing_that_many_cells_ask_is_asked_once() -> None:
    printed = edition(V3_2011)
    resolved = resolve_edition(printed, choose(printed.points, {}))
    one, twice = asked_of_all([resolved]), asked_of_all([resolved, resolved])
    assert twice == one
    assert len(set(one.leaves)) == len(one.leaves)
    assert len(set(one.projects)) == len(one.projects)
    assert len({demand for _, _, demand in one.demands.placed()}) == len(one.demands.placed())


def test_every_criterion_of_a_cell_has_its_bits() -> None:
    printed = edition(V3_2011)
    asked = asked_of_all([resolve_edition(printed, choose(printed.points, {}))])
    placed = {demand for _, _, demand in asked.demands.placed()}
    for leaf in asked.leaves:
        if isinstance(leaf, Once | Years):
            assert (leaf.clause, leaf.trait) in placed
        if isinstance(leaf, Years):
            assert asked.demands.mask(leaf) != asked.demands.mask((leaf.clause, leaf.trait))
        if isinstance(leaf, Times):
            assert {demand for each in projects_of(leaf) for demand in each.of} <= placed
    assert asked.asks_mentoring


def test_projects_are_counted_unless_one_that_meets_one_demand_is_enough() -> None:
    printed = edition(V3_2011)
    asked = asked_of_all([resolve_edition(printed, choose(printed.points, {}))])
    needed = {each for leaf in asked.leaves if isinstance(leaf, Times) for each in projects_of(leaf)}
    assert set(asked.projects) == {each for each in needed if each.at_least > 1 or len(each.of) > 1}
    assert set(asked.projects) < needed


@pytest.mark.parametrize(
    ("at_least", "of", "is_one"),
    [(1, [rooms(1)], True), (2, [rooms(1)], False), (1, [rooms(1), sites(2)], False)],
)
def test_one_demand_once_is_met_by_any_engagement_that_meets_it(
    at_least: int, of: list[Trait], *, is_one: bool
) -> None:
    projects = Projects(at_least=at_least, of=tuple((clause(), trait) for trait in of))
    assert projects.is_one_demand_once is is_one


def test_criteria_are_found_inside_others() -> None:
    passed = Passed(any_of=("AP",), within_years=None)
    parts: tuple[Criterion, ...] = (once(rooms(1)), years(3), Mentors())
    assert list(leaves_of(AnyOf(of=(AllOf(of=parts), passed)))) == [*parts, passed]
