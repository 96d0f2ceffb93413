"""How long is a set of periods, when time served twice counts once?

Start and end are both days served. Nothing here knows what was served.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

_DAY = timedelta(days=1)
_DAYS_IN_A_YEAR = 365


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A period of days; start and end are both part of it."""

    start: date
    end: date


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Length:
    """A length of service: whole years, and the days that do not make another year."""

    years: int
    days: int


def merge(spans: Iterable[Span]) -> list[Span]:
    """Return the union of overlapping and touching periods, in order.

    >>> first, second = Span(start=date(2020, 1, 1), end=date(2020, 1, 31)), Span(start=date(2020, 2, 1), end=date(2020, 2, 3))
    >>> merge([second, first]) == [Span(start=date(2020, 1, 1), end=date(2020, 2, 3))]
    True
    """
    merged: list[Span] = []
    for span in sorted(spans, key=lambda span: span.start):
        if merged and span.start <= merged[-1].end + _DAY:
            if span.end > merged[-1].end:
                merged[-1] = Span(start=merged[-1].start, end=span.end)
        else:
            merged.append(span)
    return merged


def last_day_of_years(start: date, years: int) -> date:
    """Return the last day of that many calendar years. A year that starts on 29 February ends on 28 February.

    >>> last_day_of_years(date(2020, 2, 29), 1), last_day_of_years(date(2019, 4, 1), 3)
    (datetime.date(2021, 2, 28), datetime.date(2022, 3, 31))
    """
    if (start.month, start.day) == (2, 29):
        return date(start.year + years, 2, 28)
    return start.replace(year=start.year + years) - _DAY


def window_start(on: date, years: int) -> date:
    """Return the first day of the years that end on a day.

    >>> window_start(date(2026, 3, 31), 5)
    datetime.date(2021, 4, 1)
    """
    tomorrow = on + _DAY
    if (tomorrow.month, tomorrow.day) == (2, 29):
        return date(tomorrow.year - years, 3, 1)
    return tomorrow.replace(year=tomorrow.year - years)


def length(spans: Iterable[Span]) -> Length:
    """Return whole calendar years of each merged period, plus one more for every 365 of the days that remain.

    >>> length([Span(start=date(2019, 4, 1), end=date(2022, 3, 31))])
    Length(years=3, days=0)
    """
    years = days = 0
    for span in merge(spans):
        whole = max(0, span.end.year - span.start.year + ((span.start.month, span.start.day) == (1, 1)))
        while whole > 0 and last_day_of_years(span.start, whole) > span.end:
            whole -= 1
        years += whole
        rest_from = last_day_of_years(span.start, whole) + _DAY if whole else span.start
        days += (span.end - rest_from).days + 1
    return Length(years=years + days // _DAYS_IN_A_YEAR, days=days % _DAYS_IN_A_YEAR)
