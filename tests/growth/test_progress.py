"""How does a plan that was kept stand as the record grows?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kijun.evidence import Person
from kijun.evidence.assume import FurtherFacts, assume
from kijun.framework.resolve import ResolvedCell
from kijun.growth.plan import Plan
from kijun.growth.progress import KeptStep, Progress, Standing, first_met, follow, join_additions, keep
from kijun.judgement import judge_cell
from kijun.text import same
from kijun.verdict import MET
from tests.builders import ON, V3_2011, claim, contribution, engagement, expertise, mentoring, person, rating
from tests.growth.planned import judged, planned
from tests.people import FACILITY, HARDWARE, facility, facility_six, hardware_five

H5 = f"{HARDWARE}/5"
DONE, SPARE, OPEN, LOST = Standing
LATER = date(2026, 10, 1)


def cell_of(below: str = H5) -> ResolvedCell:
    return judged(person()).cells[f"{V3_2011}/{below}"].cell


def plan_of(planner: Person, below: str = H5, *, on: date = ON) -> Plan:
    best = planned(planner, below, on=on).best
    assert best is not None
    return best


def kept(planner: Person, below: str = H5, *, on: date = ON) -> list[KeptStep]:
    plan = plan_of(planner, below, on=on)
    return keep([(step.part, step.addition) for step in plan.steps], planner, day=plan.day)


def followed(planner: Person, now: Person, below: str = H5, *, on: date = LATER) -> Progress:
    return follow(cell_of(below), now, kept(planner, below), on=on)


def standings(progress: Progress) -> list[Standing]:
    return [step.standing for step in progress.steps]


def without_kinds(*kinds: str, **changes: object) -> Person:
    return hardware_five(contributions=tuple(contribution(kind) for kind in kinds), **changes)


def test_a_plan_that_was_just_kept_is_all_open_and_enough() -> None:
    progress = followed(person(), person(), on=ON)
    assert standings(progress) == [OPEN] * 6
    assert (progress.settled, progress.is_enough, progress.short) == (0, True, ())
    assert progress.day == plan_of(person()).day


def test_what_is_put_on_record_is_done() -> None:
    missing = without_kinds("book")
    first, _ = (step.adds.contributions[0].kind for step in kept(missing) if step.adds)
    progress = followed(missing, without_kinds("book", first))
    assert standings(progress) == [DONE, OPEN]
    assert progress.settled == 1


def test_what_does_in_place_of_a_step_makes_one_step_spare_and_no_more() -> None:
    missing = without_kinds("book")
    planned_kinds = {step.adds.contributions[0].kind for step in kept(missing) if step.adds}
    assert "patent" not in planned_kinds
    assert standings(followed(missing, without_kinds("book", "patent"))) == [SPARE, OPEN]


def test_a_cell_that_is_met_leaves_nothing_open() -> None:
    progress = followed(person(), hardware_five(), on=ON)
    assert progress.verdict is MET
    assert OPEN not in standings(progress)
    assert progress.settled == 6
    assert progress.met == cell_of().deciding
    assert progress.day == ON


def test_a_part_that_is_met_by_something_else_makes_its_step_done() -> None:
    progress = followed(person(), person(mentoring=(mentoring(),)))
    assert standings(progress)[-1] is DONE
    assert "mentoring" in progress.met


def test_what_was_not_begun_is_put_off_as_long_as_it_lasts() -> None:
    plan = plan_of(person())
    assert followed(person(), person(), on=LATER).day == plan.day + (LATER - ON)
    assert followed(person(), person(), on=plan.day + timedelta(days=400)).is_enough


def test_further_service_is_done_once_the_time_was_served() -> None:
    running = hardware_five(engagement("bank-core", start="2023-10-01", end=None, customers="whole-industry"))
    assert plan_of(running).day == date(2026, 9, 30)
    assert standings(followed(running, running, on=date(2026, 9, 29))) == [OPEN]
    assert standings(followed(running, running, on=date(2026, 9, 30))) == [DONE]


def test_a_running_engagement_that_ended_early_loses_its_step() -> None:
    running = hardware_five(engagement("bank-core", start="2023-10-01", end=None, customers="whole-industry"))
    ended = hardware_five(engagement("bank-core", start="2023-10-01", end="2026-05-31", customers="whole-industry"))
    progress = followed(running, ended)
    assert standings(progress) == [LOST]
    assert progress.steps[0].why is not None
    assert progress.steps[0].why.en == "The engagement “bank-core” ended on 31 May 2026."
    assert progress.short == ("responsibility",)
    assert not progress.is_enough


def test_an_engagement_that_is_recorded_to_end_later_still_goes_on() -> None:
    running = hardware_five(engagement("bank-core", start="2023-10-01", end=None, customers="whole-industry"))
    until = hardware_five(engagement("bank-core", start="2023-10-01", end="2026-12-31", customers="whole-industry"))
    assert standings(followed(running, until, on=date(2026, 5, 1))) == [OPEN]


def test_a_fact_of_an_engagement_that_is_gone_is_lost() -> None:
    smaller = {"sizes": {"computer_rooms": 3}}
    unsized = facility_six(facility("hub"), facility("east", **smaller), facility("west", sizes={}))
    below = f"{FACILITY}/6"
    assert standings(followed(unsized, unsized, below)) == [OPEN]
    gone = facility_six(facility("hub"), facility("east", **smaller))
    progress = followed(unsized, gone, below)
    assert standings(progress) == [LOST]
    assert progress.steps[0].why is not None
    assert progress.steps[0].why.ja == "案件「west」は経歴にもうありません。"


def test_a_fact_that_was_recorded_is_done() -> None:
    smaller = {"sizes": {"computer_rooms": 3}}
    unsized = facility_six(facility("hub"), facility("east", **smaller), facility("west", sizes={}))
    assert standings(followed(unsized, facility_six(), f"{FACILITY}/6")) == [DONE]


def test_evidence_that_contradicts_the_record_is_lost_with_its_reason() -> None:
    steps = [KeptStep(part="mentoring", adds=None, why=same("it says otherwise"))]
    progress = follow(cell_of(), hardware_five(mentoring=()), steps, on=ON)
    assert standings(progress) == [LOST]
    assert progress.steps[0].why == same("it says otherwise")


def test_evidence_that_contradicts_the_record_is_spare_where_the_others_are_enough() -> None:
    nobody = hardware_five(mentoring=())
    extra = KeptStep(part="succession", adds=None, why=same("it says otherwise"))
    steps = [*kept(nobody), replace(extra, part="unheard-of"), replace(kept(nobody)[0], part="unheard-of")]
    assert standings(follow(cell_of(), nobody, steps, on=ON)) == [SPARE, SPARE, OPEN]


def test_a_plan_is_not_enough_once_something_else_is_gone() -> None:
    missing = without_kinds("book", "patent")
    worse = replace(missing, mentoring=())
    progress = followed(missing, worse)
    assert not progress.is_enough
    assert progress.short == ("mentoring",)
    assert standings(progress) == [OPEN]


def test_an_assessors_later_word_does_not_outdate_a_rating_that_is_planned() -> None:
    strict = judged(person(), policy={"proficiency.decides": "all-items"})
    policy = {"proficiency.decides": "all-items"}
    path = f"{V3_2011}/{H5}"
    growth = planned(hardware_five(), H5, policy=policy)
    assert growth.best is not None
    steps = keep([(step.part, step.addition) for step in growth.best.steps], hardware_five(), day=growth.best.day)
    items = [each.item for step in steps if step.adds for each in step.adds.ratings]
    low = hardware_five(ratings=tuple(rating(item, 1, on="2026-09-01") for item in items))
    progress = follow(strict.cells[path].cell, low, steps, on=LATER)
    assert items
    assert progress.is_enough
    assert set(standings(progress)) == {OPEN}


def test_an_assessors_recognition_is_put_off_too() -> None:
    claimed = claim("claimed", f"{V3_2011}/{H5}/size/1")
    small = hardware_five(engagement("bank-core", customers="part-of-industry", equivalences=(claimed,)))
    steps = kept(small)
    assert steps[0].adds is not None
    assert [each.decision for each in steps[0].adds.facts[0].equivalences] == ["recognised"]
    assert standings(follow(cell_of(), small, steps, on=LATER)) == [OPEN]
    fact = steps[0].adds.facts[0]
    undated = replace(fact, equivalences=tuple(replace(each, day=None) for each in fact.equivalences))
    assert standings(follow(cell_of(), small, [with_facts(steps[0], undated)], on=LATER)) == [OPEN]


def with_facts(step: KeptStep, facts: FurtherFacts) -> KeptStep:
    assert step.adds is not None
    return replace(step, adds=replace(step.adds, facts=(facts,)))


def test_an_area_without_a_day_is_assumed_as_it_is() -> None:
    nobody = hardware_five(expertise=())
    first = kept(nobody)[0]
    assert first.adds is not None
    undated = tuple(replace(each, since=None) for each in first.adds.expertise)
    steps = [replace(first, adds=replace(first.adds, expertise=undated))]
    assert standings(follow(cell_of(), nobody, steps, on=LATER)) == [OPEN]


def test_an_engagement_without_an_end_is_put_off_without_one() -> None:
    nobody = hardware_five(engagement("other", end="2020-05-01", customers="whole-industry"))
    steps = [step for step in kept(nobody) if step.adds and step.adds.engagements]
    assert steps
    first = steps[0]
    assert first.adds is not None
    endless = tuple(replace(each, end=None) for each in first.adds.engagements)
    progress = follow(cell_of(), nobody, [replace(first, adds=replace(first.adds, engagements=endless))], on=LATER)
    assert progress.day == LATER


def test_the_day_on_which_a_cell_became_met_is_found() -> None:
    served = hardware_five(
        engagement("bank-core", customers="whole-industry"),
        expertise=(expertise("service-level-management", since="2022-01-01"),),
    )
    found = first_met(cell_of(), served, after=date(2021, 1, 1), until=ON)
    assert found is not None
    assert judge_cell(cell_of(), served, on=found).verdict is MET
    assert first_met(cell_of(), served, after=ON, until=ON) == ON
    assert first_met(cell_of(), person(), after=date(2021, 1, 1), until=ON) is None


@pytest.mark.parametrize("below", [f"{HARDWARE}/3", f"{HARDWARE}/5", f"{FACILITY}/6"])
def test_taking_the_steps_one_after_the_other_settles_them_one_after_the_other(below: str) -> None:
    steps = kept(person(), below)
    day = plan_of(person(), below).day
    now = person()
    for taken, step in enumerate(steps):
        progress = follow(cell_of(below), now, steps, on=day)
        assert standings(progress)[taken:] == [OPEN] * (len(steps) - taken)
        assert OPEN not in standings(progress)[:taken]
        assert step.adds is not None
        now = assume(now, step.adds)
    assert follow(cell_of(below), now, steps, on=day).verdict is MET


def test_the_open_steps_together_are_what_a_file_of_additions_holds() -> None:
    progress = followed(person(), person(mentoring=(mentoring(),)))
    together = join_additions(step.adds for step in progress.steps if step.adds is not None)
    assert (len(together.engagements), len(together.contributions), len(together.mentoring)) == (1, 3, 0)
    assert judge_cell(cell_of(), assume(person(mentoring=(mentoring(),)), together), on=progress.day).verdict is MET
