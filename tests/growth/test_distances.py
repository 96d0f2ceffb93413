"""How far is each open cell, and which are the nearest?"""

from __future__ import annotations

from itertools import pairwise

from kijun.growth.distances import Distance, distances, nearest
from kijun.judgement.record_judgement import judge_editions
from tests.builders import ON, V3_2008, V3_2011, edition, person
from tests.growth.planned import best, planned
from tests.people import FACILITY, HARDWARE, hardware_five


def _distances(*of: str, policy: dict[str, str] | None = None) -> dict[str, Distance]:
    judged = judge_editions([edition(each) for each in of], hardware_five(), on=ON, policy=policy)
    return {each.growth.cell: each for each in distances(judged)}


def test_every_printed_cell_of_the_editions_has_its_distance_in_printed_order() -> None:
    found = _distances(V3_2008, V3_2011)
    printed = [edition(V3_2008), edition(V3_2011)]
    assert list(found) == [
        cell.path for each in printed for _, field in each.fields() for cell in each.cells_of(field.path)
    ]
    one = found[f"{V3_2011}/{FACILITY}/6"]
    assert one.field.path == f"{V3_2011}/{FACILITY}"
    assert one.cell.cell.indicator.path == one.growth.cell
    assert one.name == printed[1].cell_name(one.field, 6)


def test_a_cell_that_is_met_is_no_step_away_and_an_open_one_as_many_as_its_best_plan_has() -> None:
    found = _distances(V3_2011)
    met, opened = found[f"{V3_2011}/{HARDWARE}/5"], found[f"{V3_2011}/{FACILITY}/6"]
    assert (met.steps, met.is_open) == (0, False)
    assert (opened.steps, opened.is_open) == (len(best(planned(hardware_five(), f"{FACILITY}/6"))), True)


def test_the_nearest_have_the_fewest_steps_then_the_earliest_day_then_the_higher_level() -> None:
    found = nearest(list(_distances(V3_2008, V3_2011).values()))
    assert found
    assert all(each.is_open for each in found)
    keys = [
        (len(each.growth.plans[0].steps), each.growth.plans[0].day, -each.cell.cell.indicator.level) for each in found
    ]
    assert all(one <= other for one, other in pairwise(keys))


def test_a_cell_that_nothing_could_make_met_is_not_near() -> None:
    judged = judge_editions([edition()], person(), on=ON, policy={"evidence.window": "2"})
    every = distances(judged)
    beyond = [each for each in every if each.steps is None]
    assert beyond
    assert {each.growth.cell for each in nearest(every)}.isdisjoint(each.growth.cell for each in beyond)
