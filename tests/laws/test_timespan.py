"""Which laws does the length of service keep?

Where nothing else is said, lengths compare as years and the days beyond them.
"""

from __future__ import annotations

from calendar import isleap
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from kijun.timespan import Length, Span, last_day_of_years, length, merge, window_start
from tests.strategies import DAY, days, spans

_several = st.lists(spans(), max_size=5)
_NONE = Length(years=0, days=0)


def _served(several: list[Span]) -> set[date]:
    return {
        span.start + timedelta(days=number) for span in several for number in range((span.end - span.start).days + 1)
    }


@given(_several)
def test_merged_periods_hold_the_same_days_each_once_with_a_gap_between_them(several: list[Span]) -> None:
    merged = merge(several)
    assert _served(merged) == _served(several)
    assert all(one.end + DAY < next_.start for one, next_ in pairwise(merged))


@given(_several)
def test_merging_twice_is_merging_once(several: list[Span]) -> None:
    assert merge(merge(several)) == merge(several)


@given(_several.flatmap(lambda several: st.tuples(st.just(several), st.permutations(several))))
def test_the_order_of_the_periods_does_not_matter(pair: tuple[list[Span], list[Span]]) -> None:
    several, mixed = pair
    assert merge(mixed) == merge(several)
    assert length(mixed) == length(several)


@given(_several, st.data())
def test_what_is_served_twice_counts_once(several: list[Span], data: st.DataObject) -> None:
    assume(several)
    span = data.draw(st.sampled_from(several))
    start = data.draw(st.dates(span.start, span.end))
    within = Span(start=start, end=data.draw(st.dates(start, span.end)))
    assert length([*several, within]) == length(several)


@given(_several, st.data())
def test_splitting_a_period_at_any_day_into_two_that_touch_changes_nothing(
    several: list[Span], data: st.DataObject
) -> None:
    assume(any(span.start < span.end for span in several))
    span = data.draw(st.sampled_from([span for span in several if span.start < span.end]))
    last = data.draw(st.dates(span.start, span.end - DAY))
    several.remove(span)
    halves = [Span(start=last + DAY, end=span.end), Span(start=span.start, end=last)]
    assert length([*several, *halves]) == length([*several, span])


@given(_several, days())
def test_one_day_more_never_shortens(several: list[Span], day: date) -> None:
    assert length([*several, Span(start=day, end=day)]) >= length(several)


@given(_several, st.data())
def test_a_day_that_closes_a_gap_or_lengthens_a_period_never_shortens(several: list[Span], data: st.DataObject) -> None:
    assume(several)
    span = data.draw(st.sampled_from(several))
    further = data.draw(st.sampled_from([span.start - DAY, span.end + DAY]))
    assert length([*several, Span(start=further, end=further)]) >= length(several)


@given(_several, spans())
def test_a_further_period_never_shortens(several: list[Span], further: Span) -> None:
    assert length([*several, further]) >= length(several)


@given(days(), st.integers(0, 2), st.integers(1, 6), st.integers(1, 6))
def test_two_periods_a_day_apart_come_to_no_more_than_the_one_that_closes_the_gap(
    start: date, years: int, gap_after: int, more: int
) -> None:
    gap = start + timedelta(days=365 * years + 61 * gap_after)
    before = Span(start=start, end=gap - DAY)
    after = Span(start=gap + DAY, end=gap + timedelta(days=122 * more))
    assert length([before, after]) <= length([Span(start=before.start, end=after.end)])


@given(spans())
def test_the_days_beyond_the_years_are_fewer_than_a_year(span: Span) -> None:
    assert 0 <= length([span]).days < 365


@given(days(), st.lists(st.tuples(st.integers(1, 364), st.integers(1, 400)), max_size=5))
def test_periods_apart_of_less_than_a_year_come_to_the_sum_of_their_days(
    start: date, several: list[tuple[int, int]]
) -> None:
    periods = []
    for served, idle in several:
        periods.append(Span(start=start, end=start + (served - 1) * DAY))
        start += (served + idle) * DAY
    together = sum(served for served, _ in several)
    assert length(periods) == Length(years=together // 365, days=together % 365)


@given(days(), st.integers(1, 4))
def test_so_many_calendar_years_are_so_many_years(start: date, years: int) -> None:
    assert length([Span(start=start, end=last_day_of_years(start, years))]) == Length(years=years, days=0)


@given(days(), st.integers(1, 4))
def test_a_day_less_than_so_many_years_is_a_year_fewer_unless_365_days_are_left(start: date, years: int) -> None:
    last = last_day_of_years(start, years)
    has_leap_day = (last - last_day_of_years(start, years - 1)).days == 366
    short = Length(years=years, days=0) if has_leap_day else Length(years=years - 1, days=364)
    assert length([Span(start=start, end=last - DAY)]) == short


@given(st.integers(1990, 2050).filter(isleap), st.integers(1, 4))
def test_a_year_that_starts_on_29_february_ends_on_28_february(leap: int, years: int) -> None:
    assert last_day_of_years(date(leap, 2, 29), years) == date(leap + years, 2, 28)


@given(days(), st.integers(1, 4))
def test_the_year_after_the_last_day_of_years_starts_on_the_same_day_of_the_calendar(start: date, years: int) -> None:
    following = last_day_of_years(start, years) + DAY
    is_29_february = (start.month, start.day) == (2, 29) and not isleap(start.year + years)
    same_day = (3, 1) if is_29_february else (start.month, start.day)
    assert (following.month, following.day) == same_day


@given(days(), st.integers(1, 9))
def test_a_window_of_years_that_ends_on_a_day_is_so_many_years_long(on: date, years: int) -> None:
    first = window_start(on, years)
    assert length([Span(start=first, end=on)]) == Length(years=years, days=0)


@given(days(), st.integers(1, 9))
def test_a_later_day_never_has_an_earlier_window(on: date, years: int) -> None:
    assert window_start(on, years) <= window_start(on + DAY, years)


def test_no_service_is_no_time() -> None:
    assert length([]) == _NONE
