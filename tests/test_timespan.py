"""Is time served twice counted once, and are years the calendar's?"""

from __future__ import annotations

from datetime import date

import pytest

from kijun.timespan import Length, Span, last_day_of_years, length, merge, window_start


def span(start: str, end: str) -> Span:
    return Span(start=date.fromisoformat(start), end=date.fromisoformat(end))


def test_overlapping_periods_become_one() -> None:
    assert merge([span("2020-01-01", "2020-06-30"), span("2020-06-01", "2020-12-31")]) == [
        span("2020-01-01", "2020-12-31")
    ]


def test_periods_that_touch_become_one() -> None:
    assert merge([span("2020-02-01", "2020-02-03"), span("2020-01-01", "2020-01-31")]) == [
        span("2020-01-01", "2020-02-03")
    ]


def test_periods_a_day_apart_stay_two_and_come_in_order() -> None:
    early, late = span("2020-01-01", "2020-01-31"), span("2020-02-02", "2020-02-03")
    assert merge([late, early]) == [early, late]


def test_a_period_inside_another_adds_nothing() -> None:
    outer = span("2020-01-01", "2020-12-31")
    assert merge([outer, span("2020-02-01", "2020-03-31")]) == [outer]
    assert merge([outer, span("2020-02-01", "2020-12-31")]) == [outer]


def test_nothing_served_is_no_time() -> None:
    assert merge([]) == []
    assert length([]) == Length(years=0, days=0)


@pytest.mark.parametrize(
    ("start", "years", "last"),
    [
        ("2019-04-01", 1, "2020-03-31"),
        ("2019-04-01", 3, "2022-03-31"),
        ("2020-03-01", 1, "2021-02-28"),
        ("2023-03-01", 1, "2024-02-29"),
        ("2020-02-29", 1, "2021-02-28"),
        ("2020-02-29", 4, "2024-02-28"),
        ("2020-02-28", 1, "2021-02-27"),
        ("2020-01-01", 1, "2020-12-31"),
    ],
)
def test_years_end_on_the_day_before_their_anniversary(start: str, years: int, last: str) -> None:
    assert last_day_of_years(date.fromisoformat(start), years) == date.fromisoformat(last)


@pytest.mark.parametrize(
    ("on", "first"),
    [
        ("2026-03-31", "2021-04-01"),
        ("2026-04-01", "2021-04-02"),
        ("2024-02-28", "2019-03-01"),
        ("2024-02-29", "2019-03-01"),
    ],
)
def test_a_window_of_five_years_begins_on_the_day_after_its_anniversary(on: str, first: str) -> None:
    assert window_start(date.fromisoformat(on), 5) == date.fromisoformat(first)


@pytest.mark.parametrize(
    ("end", "served"),
    [
        ("2022-03-30", Length(years=2, days=364)),
        ("2022-03-31", Length(years=3, days=0)),
        ("2022-04-01", Length(years=3, days=1)),
        ("2019-04-01", Length(years=0, days=1)),
    ],
)
def test_three_calendar_years_are_three_years_and_a_day_less_is_not(end: str, served: Length) -> None:
    assert length([span("2019-04-01", end)]) == served


def test_a_year_that_starts_on_29_february_is_served_on_28_february() -> None:
    assert length([span("2021-03-01", "2022-02-27")]) == Length(years=0, days=364)
    assert length([span("2020-02-29", "2021-02-28")]) == Length(years=1, days=0)


def test_a_leap_year_served_from_end_to_end_is_one_year_without_a_day_left() -> None:
    assert length([span("2020-01-01", "2020-12-31")]) == Length(years=1, days=0)


def test_days_that_remain_make_a_further_year_at_365() -> None:
    short = [span("2018-01-01", "2018-07-01"), span("2019-01-01", "2019-07-01")]
    assert length(short) == Length(years=0, days=364)
    enough = [span("2018-01-01", "2018-07-01"), span("2019-01-01", "2019-07-02")]
    assert length(enough) == Length(years=1, days=0)
    more = [*enough, span("2020-05-01", "2020-05-02")]
    assert length(more) == Length(years=1, days=2)


def test_days_that_remain_are_added_to_whole_years_of_other_periods() -> None:
    assert length([span("2015-01-01", "2016-12-31"), span("2018-01-01", "2018-01-10")]) == Length(years=2, days=10)


def test_time_served_twice_counts_once() -> None:
    assert length([span("2018-01-01", "2018-12-31"), span("2018-01-01", "2018-12-31")]) == Length(years=1, days=0)


def test_more_years_are_longer_whatever_the_days() -> None:
    assert Length(years=2, days=364) < Length(years=3, days=0) < Length(years=3, days=1)
