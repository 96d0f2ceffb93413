"""Is everything that the cells of some editions ask found, and each thing once?"""

from __future__ import annotations

from typing import Final

import pytest

from kijun.criteria import AllOf, AnyOf, Areas, Confirmed, Criterion, Kinds, Mentors, Passed, Rated, Years
from kijun.framework.policy import choose
from kijun.framework.resolve import ResolvedEdition, resolve_edition
from kijun.population.asked import AskedOfAll, asked_of_all
from kijun.population.blocks import blocks_of, criteria_of
from kijun.population.demands import asked_of_engagements
from kijun.population.questions import Projects, demands_of, questions_of
from tests.builders import V3_2008, V3_2011, clause, edition, once, rooms, sites, times, years
from tests.population.by_hand import EACH_KIND, cell_of, edition_of

PASSED: Final = Passed(any_of=("AP",), within_years=None)


def _resolved(identity: str, **policy: str) -> ResolvedEdition:
    printed = edition(identity)
    return resolve_edition(printed, choose(printed.points, policy))


def _asked(*criteria: Criterion) -> AskedOfAll:
    """Return what is asked by cells that ask one of these each."""
    cells = {str(level): cell_of(complexity=each) for level, each in enumerate(criteria)}
    return asked_of_all([edition_of(field=cells)])


def test_a_thing_that_many_cells_and_editions_ask_is_asked_once() -> None:
    one, two = _resolved(V3_2011), _resolved(V3_2008)
    asked = asked_of_all([one, two])
    assert len(set(asked.leaves)) == len(asked.leaves)
    assert len(set(asked.years)) == len(asked.years)
    assert set(asked.leaves) == {*asked_of_all([one]).leaves, *asked_of_all([two]).leaves}
    assert set(asked.years) == {*asked_of_all([one]).years, *asked_of_all([two]).years}
    assert asked_of_all([one, one]).leaves == asked_of_all([one]).leaves


@pytest.mark.parametrize("identity", [V3_2011, V3_2008])
def test_every_question_of_a_cell_is_asked_of_engagements_or_of_another_list(identity: str) -> None:
    resolved = _resolved(identity)
    asked = asked_of_all([resolved])
    placed = {demand for each in asked.engagements for demand in each.demands.bits}
    counted = {projects for each in asked.engagements for projects in each.projects}
    for made in resolved.cells.values():
        for question in (question for each in criteria_of(made).values() for question in questions_of(each)):
            if isinstance(question, Projects):
                assert question in counted
            if isinstance(question, Years):
                assert question in asked.years
            demands = set(demands_of(question))
            assert demands <= placed if demands else question in asked.leaves


def test_what_is_asked_of_engagements_is_asked_block_by_block() -> None:
    editions = [_resolved(V3_2011), _resolved(V3_2008)]
    asked = asked_of_all(editions)
    assert asked.blocks == blocks_of(editions)
    assert asked.engagements == tuple(map(asked_of_engagements, asked.blocks))
    assert len(asked.blocks) > 1


def test_the_other_lists_are_asked_in_the_order_of_the_cells_and_each_kind_apart() -> None:
    asked = _asked(*EACH_KIND, *EACH_KIND)
    assert asked.leaves == tuple(each for each in EACH_KIND if not list(_demands(each)))
    for kind in (Areas, Kinds, Mentors, Passed, Rated, Confirmed):
        assert asked.of(kind) == tuple(each for each in EACH_KIND if isinstance(each, kind))
    assert asked.years == tuple(each for each in EACH_KIND if isinstance(each, Years))


def _demands(criterion: Criterion) -> list[object]:
    return [demand for question in questions_of(criterion) for demand in demands_of(question)]


def test_criteria_are_found_inside_others() -> None:
    asked = _asked(AnyOf(of=(AllOf(of=(once(rooms(1)), years(3), Mentors())), PASSED)))
    (engagements,) = asked.engagements
    assert (set(asked.leaves), asked.years) == ({Mentors(), PASSED}, (years(3),))
    assert (clause(), rooms(1)) in engagements.demands.bits


def test_an_edition_that_asks_nothing_of_engagements_is_asked_about_the_rest() -> None:
    asked = _asked(Mentors(), PASSED)
    assert [each.demands.bits for each in asked.engagements] == [{}]
    assert (asked.leaves, asked.years) == ((Mentors(), PASSED), ())


def test_an_edition_that_asks_nothing_but_engagements_asks_no_other_list() -> None:
    asked = _asked(once(rooms(1)), times((5, sites(1)), (5, sites(1))))
    assert (asked.leaves, len(asked.engagements)) == ((), 1)


def test_an_edition_without_cells_asks_nothing() -> None:
    assert asked_of_all([edition_of()]) == AskedOfAll(blocks=(), engagements=(), leaves=())


def test_a_policy_that_lets_proficiencies_decide_asks_for_ratings() -> None:
    by_default = asked_of_all([_resolved(V3_2011)])
    decided = asked_of_all([_resolved(V3_2011, **{"proficiency.decides": "all-items"})])
    assert (bool(by_default.of(Rated)), bool(decided.of(Rated))) == (False, True)
