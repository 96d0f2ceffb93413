"""How many days are missing from the years that are asked, and who could serve them?"""

from __future__ import annotations

from datetime import date

import pytest

from kijun.growth.years import are_full, full_on
from kijun.timespan import Span
from tests.builders import ON, claim, engagement, years
from tests.growth.planned import best, planned, steps, told
from tests.people import HARDWARE, hardware_five

H5 = f"{HARDWARE}/5"
_DAY = date(2026, 4, 1)


def test_a_running_engagement_goes_on_until_the_day_on_which_the_years_are_full() -> None:
    growth = planned(hardware_five(engagement("bank", start="2024-04-01", end=None, customers="whole-industry")), H5)
    assert best(growth) == ["bank goes on 364 days until 2027-03-31"]
    [plan] = growth.plans
    assert plan.day == date(2027, 3, 31)
    assert [told(each) for each in plan.steps[0].instead] == ["engagement for responsibility, level 5, 364 days"]


def test_a_year_that_begins_on_29_february_is_full_on_28_february() -> None:
    growth = planned(hardware_five(engagement("bank", start="2024-02-29", end=None, customers="whole-industry")), H5)
    assert best(growth) == ["bank goes on 333 days until 2027-02-28"]


def test_a_leap_day_in_the_last_year_is_a_day_more_to_serve() -> None:
    served = engagement("bank", start="2025-06-01", end=None, customers="whole-industry")
    growth = planned(hardware_five(served), H5)
    assert best(growth) == ["bank goes on 790 days until 2028-05-30"]


def test_time_that_has_ended_is_made_up_by_a_new_engagement_from_today() -> None:
    ended = engagement("bank", start="2022-04-01", end="2024-03-31", customers="whole-industry")
    growth = planned(hardware_five(ended), H5)
    assert best(growth) == ["engagement for responsibility, level 5, 365 days"]
    assert growth.plans[0].day == date(2027, 3, 31)
    assert growth.plans[0].steps[0].instead == ()


def test_where_only_today_is_missing_a_new_engagement_of_a_day_is_enough() -> None:
    yesterday = engagement("bank", start="2023-04-02", end="2026-03-31", customers="whole-industry")
    [plan] = planned(hardware_five(yesterday), H5).plans
    assert steps(plan) == ["engagement for responsibility, level 5, 1 days"]
    assert plan.day == ON


def test_an_end_that_is_planned_is_no_service_yet() -> None:
    until = engagement("bank", start="2024-04-01", end="2030-03-31", customers="whole-industry")
    assert best(planned(hardware_five(until), H5)) == ["bank goes on 364 days until 2027-03-31"]


def test_service_is_full_on_the_very_day_that_is_asked_for() -> None:
    served = engagement("bank", start="2023-04-02", end=None, customers="whole-industry")
    assert best(planned(hardware_five(served), H5, on=date(2026, 3, 31))) == ["bank goes on 1 days until 2026-04-01"]
    assert best(planned(hardware_five(served), H5, on=_DAY)) == []


def test_any_engagement_that_runs_may_go_on_in_place_of_another() -> None:
    long = engagement("long", start="2024-04-01", end=None, customers="whole-industry")
    short = engagement("short", start="2025-04-01", end=None, customers="whole-industry")
    growth = planned(hardware_five(long, short), H5)
    assert [steps(plan) for plan in growth.plans] == [["long goes on 364 days until 2027-03-31"]]
    assert [told(each) for each in growth.plans[0].steps[0].instead] == [
        "short goes on 364 days until 2027-03-31",
        "engagement for responsibility, level 5, 364 days",
    ]


def test_nothing_goes_on_where_another_engagement_is_wanted_anyway() -> None:
    silent = engagement("bank", start="2024-04-01", end=None, customers="specific-user")
    growth = planned(hardware_five(silent), H5)
    assert best(growth) == ["engagement for responsibility+size, level 5, 1096 days"]


def test_time_on_record_that_only_lacks_a_fact_comes_before_further_service() -> None:
    growth = planned(hardware_five(engagement("bank")), H5)
    first, second = growth.plans
    assert steps(first) == ["bank: customers whole-industry"]
    assert first.day == ON
    assert [told(each) for each in first.steps[0].instead][:2] == [
        "bank: customers whole-wide-region",
        "bank: customers nationwide",
    ]
    assert steps(second) == ["engagement for responsibility+size, level 5, 1096 days"]
    assert second.day == date(2029, 3, 31)


def test_a_claim_that_is_made_comes_before_a_fact_and_one_never_made_after_it() -> None:
    claimed = engagement("bank", equivalences=(claim("claimed", None),))
    first = planned(hardware_five(claimed), H5).plans[0]
    words = [told(first.steps[0].addition), *map(told, first.steps[0].instead)]
    assert words[-1] == f"bank: claimed as itss/v3-2011/{HARDWARE}/6/size/1"
    unclaimed = planned(hardware_five(engagement("bank")), H5).plans[0]
    assert told(unclaimed.steps[0].instead[-1]) == f"bank: unclaimed as itss/v3-2011/{HARDWARE}/6/size/1"


@pytest.mark.parametrize(
    ("first", "last", "years_asked", "full"),
    [
        ("2024-02-29", "2025-02-28", 1, True),
        ("2024-02-29", "2025-02-26", 1, False),
        ("2023-04-01", "2024-03-30", 1, True),
        ("2023-04-01", "2024-03-29", 1, False),
    ],
)
def test_a_year_is_a_calendar_year_or_365_days(first: str, last: str, years_asked: int, *, full: bool) -> None:
    span = Span(start=date.fromisoformat(first), end=date.fromisoformat(last))
    assert are_full([span], years(years_asked), span.end) is full


def test_years_that_age_as_fast_as_they_are_served_are_never_full() -> None:
    asked = years(3, within_years=2)
    assert full_on([], asked, ON, ON) is None
    assert full_on([], years(3, within_years=3), ON, ON) == date(2029, 3, 31)


def test_what_lies_before_the_window_of_a_day_is_not_counted_on_that_day() -> None:
    asked = years(1, within_years=2)
    old = Span(start=date(2023, 1, 1), end=date(2024, 12, 31))
    days = [date(2025, 12, 31), date(2026, 1, 1), date(2026, 1, 2), date(2027, 1, 1)]
    assert [are_full([old], asked, on) for on in days] == [True, True, False, False]
