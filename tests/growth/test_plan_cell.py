"""What is the smallest thing that makes a cell met, part by part and all together?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kijun.criteria import Areas
from kijun.framework.resolve import ResolvedPart
from kijun.growth.plan import Plan
from kijun.growth.plan_cell import plan_cell, plan_cells
from kijun.judgement import judge_cell
from kijun.judgement.record_judgement import EditionJudgement
from tests.builders import ON, V3_2008, V3_2011, cell, claim, contribution, engagement, person
from tests.growth.planned import best, judged, planned, steps, told
from tests.people import FACILITY, HARDWARE, facility_six, hardware_five

H5, F6 = f"{HARDWARE}/5", f"{FACILITY}/6"
_WINDOW = {"evidence.window": "5"}


def test_the_plan_for_a_cell_that_is_met_is_the_empty_one() -> None:
    growth = planned(hardware_five(), H5)
    assert growth.cell == f"{V3_2011}/{H5}"
    assert growth.plans == (Plan(steps=(), day=ON),)


def test_a_plan_has_a_step_for_everything_that_is_missing() -> None:
    growth = planned(person(), H5)
    assert best(growth) == [
        "engagement for responsibility+complexity+size, level 5, 1096 days",
        "area main-it-components guides-others company",
        "kind community",
        "kind book",
        "kind paper-outside",
        "mentoring",
    ]
    assert growth.plans[0].day == date(2029, 3, 31)


def test_a_part_that_an_organisation_does_not_require_needs_no_step() -> None:
    assert best(planned(person(), H5, policy={"parts.required": "mentoring"})) == ["mentoring"]


@pytest.mark.parametrize("edition", [V3_2008, V3_2011])
def test_every_printed_cell_can_be_met_by_somebody_without_a_record(edition: str) -> None:
    found = judged(person(), of=edition)
    growths = plan_cells(found, person(), on=ON)
    assert growths.keys() == found.cells.keys()
    assert all(growth.plans for growth in growths.values())


def test_the_plans_for_all_cells_are_those_for_each_of_them() -> None:
    found = plan_cells(judged(facility_six()), facility_six(), on=ON)
    assert found[f"{V3_2011}/{F6}"] == planned(facility_six(), F6)
    assert found[f"{V3_2011}/{H5}"] == planned(facility_six(), H5)


def test_plans_with_fewer_steps_come_first_then_the_earlier_ones() -> None:
    half = engagement("bank", conditions=("multi-vendor",), has_all_conditions=False, customers=None)
    served, written = planned(hardware_five(half), H5).plans
    assert (len(served.steps), served.day) == (1, date(2029, 3, 31))
    assert (len(written.steps), written.day) == (2, ON)
    condition = engagement("bank", conditions=("multi-vendor",), has_all_conditions=False, customers="whole-industry")
    now, later = planned(hardware_five(condition), H5).plans
    assert (len(now.steps), now.day) == (1, ON)
    assert (len(later.steps), later.day) == (1, date(2029, 3, 31))


def test_where_a_part_can_never_be_held_there_is_no_plan() -> None:
    path = f"{V3_2011}/{H5}"
    printed = cell(H5)
    asked = printed.parts["expertise"].criterion
    assert isinstance(asked, Areas)
    areas = ResolvedPart(criterion=replace(asked, at_least=len(asked.of) + 1), policies=())
    impossible = replace(printed, parts={**printed.parts, "expertise": areas})
    found = judged(hardware_five())
    nobody = EditionJudgement(
        edition=found.edition, cells={path: judge_cell(impossible, hardware_five(), on=ON)}, levels={}
    )
    assert plan_cell(path, nobody, hardware_five(), on=ON).plans == ()


def test_years_that_do_not_fit_into_the_window_are_never_planned() -> None:
    told: dict[str, Any] = {"conditions": ("multi-vendor",), "has_all_conditions": False}
    half = engagement("bank", start="2025-04-01", end=None, **told)
    assert planned(person(), H5, policy={"evidence.window": "2"}).plans == ()
    assert planned(hardware_five(half), H5, policy={"evidence.window": "2"}).plans == ()


def test_what_has_grown_too_old_by_the_day_of_the_plan_is_planned_for_too() -> None:
    running = engagement("bank", start="2024-04-01", end=None, customers="whole-industry")
    kinds = (contribution("book", "2021-05-01"), contribution("community"), contribution("patent"))
    [plan] = planned(hardware_five(running, contributions=kinds), H5, policy=_WINDOW).plans
    assert steps(plan) == ["bank goes on 364 days until 2027-03-31", "kind book"]
    assert plan.day == date(2027, 3, 31)
    assert "kind community" not in [told(each) for each in plan.steps[1].instead]


def test_time_that_ages_while_the_rest_is_served_is_served_again() -> None:
    old = engagement("bank", start="2019-04-01", end="2022-03-31", customers="whole-industry")
    assert best(planned(hardware_five(old), H5, policy=_WINDOW)) == [
        "engagement for responsibility+complexity+size, level 5, 1096 days"
    ]


def test_while_evidence_ages_every_way_keeps_its_own_day_and_stands_once() -> None:
    short: dict[str, Any] = {"conditions": ("cross-platform",), "has_all_conditions": False}
    half = engagement("half", start="2022-04-14", end="2022-09-15", **short)
    served, written = planned(hardware_five(half), f"{HARDWARE}/3", policy=_WINDOW).plans
    assert (steps(served), served.day) == (
        ["engagement for responsibility+complexity, level 3, 365 days"],
        date(2027, 3, 31),
    )
    assert (steps(written), written.day) == (
        ["half: conditions multi-vendor", "engagement for responsibility+complexity, level 3, 210 days"],
        date(2026, 10, 27),
    )


def test_a_part_whose_evidence_grows_too_old_is_settled_by_the_engagement_that_is_served() -> None:
    """`bank` reaches level 6 and so serves the years; the size of level 5 is that of `old`, which ages away."""
    six = claim("recognised", f"{V3_2011}/{HARDWARE}/6/size/1")
    bank = engagement("bank", start="2024-04-01", end=None, customers="specific-user", equivalences=(six,))
    old = engagement("old", start="2021-06-01", end="2021-09-30", customers="whole-industry")
    alone = {"levels.reach-down": "own-lists"}
    assert best(planned(hardware_five(bank, old), H5, policy=alone)) == ["bank goes on 242 days until 2026-11-29"]
    assert best(planned(hardware_five(bank, old), H5, policy=alone | _WINDOW)) == [
        "engagement for responsibility+size, level 5, 364 days"
    ]
