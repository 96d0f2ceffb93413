"""Which areas, kinds, examinations, ratings and words of others does a plan ask for?"""

from __future__ import annotations

from datetime import date

import pytest

from kijun.criteria import AnyOf, Areas, Kinds, Mentors
from kijun.growth.holdings import earliest_word, steps_to_hold
from kijun.judgement import judge
from kijun.judgement.record import read_record
from tests.builders import (
    KINDS,
    ON,
    V3_2011,
    confirmation,
    contribution,
    expertise,
    or_above,
    person,
    qualification,
    rating,
)
from tests.growth.planned import best, planned, told
from tests.people import HARDWARE, hardware_five

H3, H5 = f"{HARDWARE}/3", f"{HARDWARE}/5"
_CONFIRMED = {"circumstances.examined": "confirmed"}
_RATED = {"proficiency.decides": "all-items"}


def test_as_many_kinds_as_are_short_and_each_may_be_any_that_is_left() -> None:
    plan = planned(hardware_five(contributions=()), H5).plans[0]
    assert [told(step.addition) for step in plan.steps] == ["kind community", "kind book", "kind paper-outside"]
    for step in plan.steps:
        assert [told(each) for each in step.instead] == [
            "kind paper-inside",
            "kind lecturer-outside",
            "kind lecturer-inside",
            "kind patent",
        ]


def test_a_kind_that_is_on_record_is_not_asked_for_again() -> None:
    held = (contribution("book"), contribution("book"), contribution("patent"))
    assert best(planned(hardware_five(contributions=held), H5)) == ["kind community"]


def test_an_area_on_record_is_raised_before_one_that_is_new() -> None:
    low = expertise("service-level-management", degree="guides-juniors")
    first = planned(hardware_five(expertise=(low,)), H5).plans[0].steps[0]
    assert told(first.addition) == "raise service-level-management guides-others company"
    assert told(first.instead[0]) == "area main-it-components guides-others company"


def test_without_any_area_the_first_of_the_list_is_named() -> None:
    assert best(planned(hardware_five(expertise=()), H5)) == ["area main-it-components guides-others company"]


def test_a_cell_that_asks_for_no_reach_gets_none() -> None:
    steps = best(planned(hardware_five(expertise=()), H3))
    assert steps == ["area main-it-components practises-alone None"]


def test_where_more_areas_are_asked_than_there_are_no_step_makes_it_met() -> None:
    asked = Areas(at_least=2, of=("customer-satisfaction",), degree=or_above("guides-others"), reach=None)
    nobody = person()
    proof = judge(asked, nobody, on=ON)
    assert steps_to_hold("expertise", proof, read_record(nobody, ON)) is None


def test_mentoring_is_one_step() -> None:
    assert best(planned(hardware_five(mentoring=()), H5)) == ["mentoring"]


def test_what_is_met_needs_no_step_and_an_alternative_of_criteria_has_none() -> None:
    kinds = Kinds(at_least=1, of=KINDS, subject="hardware", within_years=None)
    author = person(contributions=(contribution("book"),))
    record = read_record(author, ON)
    assert steps_to_hold("succession", judge(kinds, author, on=ON), record) == []
    assert steps_to_hold("any", judge(AnyOf(of=(Mentors(),)), author, on=ON), record) is None


def test_an_examination_is_a_plan_of_its_own_where_policy_lets_it_satisfy() -> None:
    growth = planned(person(), H3, policy={"examination.effect": "satisfies"})
    assert best(growth) == ["examination AP"]
    assert growth.plans[0].steps[0].part == "minimum_by_examination"
    assert len(growth.plans) == 2


def test_any_of_the_examinations_that_an_organisation_lists_will_do() -> None:
    policy = {"examination.effect": "satisfies", "examination.others": "SC,NW"}
    step = planned(person(), H3, policy=policy).plans[0].steps[0]
    assert [told(each) for each in step.instead] == ["examination SC", "examination NW"]


def test_an_examination_beside_the_judgement_is_no_plan() -> None:
    growth = planned(person(qualifications=(qualification("FE"),)), H3)
    assert all("examination" not in told(step.addition) for plan in growth.plans for step in plan.steps)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ((), ON),
        ((confirmation(f"{V3_2011}/{H5}", "refused"),), ON),
        ((confirmation(f"{V3_2011}/{H5}", "refused", on="2026-04-01"),), date(2026, 4, 2)),
        ((confirmation(f"{V3_2011}/{HARDWARE}/6", "refused", on="2026-04-01"),), ON),
        ((confirmation(f"{V3_2011}/{H5}", "refused", on="2026-04-02"),), ON),
    ],
)
def test_circumstances_are_confirmed_by_a_word_later_than_the_last(said: tuple[object, ...], day: date) -> None:
    growth = planned(hardware_five(confirmations=said), H5, policy=_CONFIRMED)
    assert best(growth) == [f"confirmed {V3_2011}/{H5}"]
    assert growth.plans[0].day == day


def test_only_circumstances_wait_for_a_later_word() -> None:
    nobody = person()
    assert earliest_word(judge(Mentors(), nobody, on=ON), read_record(nobody, ON)) == ON


def test_every_item_that_is_not_rated_high_enough_is_rated_by_one_whose_rating_decides() -> None:
    items = [told(step.addition) for step in planned(hardware_five(), H5, policy=_RATED).plans[0].steps]
    assert len(items) == 11
    rated = tuple(rating(item.split()[0], 5) for item in items[2:])
    low = rating(items[0].split()[0], 4)
    assert best(planned(hardware_five(ratings=(low, *rated)), H5, policy=_RATED)) == items[:2]
    own = rating(items[0].split()[0], 5, by="self")
    assert best(planned(hardware_five(ratings=(own, *rated)), H5, policy=_RATED)) == items[:2]
    assert best(planned(hardware_five(ratings=(own, *rated)), H5, policy=_RATED | {"ratings.by": "anyone"})) == [
        items[1]
    ]
