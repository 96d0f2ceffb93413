"""Which days and periods does a career have, where days decide?

A period comes to whole years exactly, or to a day less or more; it is cut into pieces that touch, overlap or leave a day between
them; it begins and ends on leap days, on the day of judgement and after it, and at times only the month of a day is known.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from kijun.day import RecordedDay, exactly
from kijun.timespan import Span, last_day_of_years, window_start
from tests.population.agreement.chance import Chance

DAY: Final = timedelta(days=1)
WINDOW: Final = 5
"""The years of the window that records are aimed at."""
_STARTS: Final = (
    *(date(2012, 2, 29), date(2016, 2, 29), date(2020, 2, 29), date(2019, 2, 28), date(2020, 2, 28)),
    *(date(2016, 3, 1), date(2020, 3, 1), date(2012, 1, 1), date(2019, 4, 1), date(2018, 12, 31)),
)
_MONTHS_KNOWN: Final = 8
"""Of one day in so many only the month is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """When something began and when it ended; `end` None is still running."""

    start: RecordedDay
    end: RecordedDay | None


def month_of(day: date) -> RecordedDay:
    """Return the month of a day, as somebody writes it who does not know the day."""
    last = monthrange(day.year, day.month)[1]
    return RecordedDay(earliest=day.replace(day=1), latest=day.replace(day=last))


def recorded(day: date, chance: Chance) -> RecordedDay:
    """Return a day as it is written down: at times only its month."""
    return month_of(day) if chance.one_in(_MONTHS_KNOWN) else exactly(day)


def past_day(on: date, chance: Chance) -> RecordedDay:
    """Return a day of something that exists on the day of judgement, within the window; at a slip one that does not."""
    first = window_start(on, WINDOW)
    right = [
        exactly(on),
        exactly(first),
        month_of(on),
        month_of(first),
        recorded(on - chance.between(1, 900) * DAY, chance),
    ]
    wrong = [exactly(on + DAY), month_of(on + 31 * DAY), exactly(first - DAY), month_of(first - DAY)]
    return chance.near(right, wrong)


def times_served(on: date, many: int, chance: Chance) -> list[Period]:
    """Return short periods for so many engagements that exist on the day, or hardly do."""
    return [
        _written([Span(start=start, end=end)], on, chance)[0]
        for start, end in (_short(on, chance) for _ in range(many))
    ]


def _short(on: date, chance: Chance) -> tuple[date, date]:
    edge = window_start(on, WINDOW)
    start = chance.near(
        [on, on - DAY, edge, on - chance.between(2, 2500) * DAY, edge - chance.between(2, 400) * DAY],
        [on + DAY, on + 40 * DAY, edge - 30 * DAY],
    )
    if start < edge and not chance.slips():
        return start, edge + chance.between(0, 90) * DAY
    if start < edge:
        return start, edge - DAY
    return start, start + chance.between(0, 400) * DAY


def years_served(on: date, years: int, chance: Chance) -> list[Period]:
    """Return periods that together come to so many years, exactly or nearly; at a slip a day or a piece is missing."""
    start = _start(on, years, chance)
    end = last_day_of_years(start, years) + chance.near((0, 0, 0, 1, 200), (-1, -1, -200)) * DAY
    pieces = chance.one_of((_whole, _whole, _touching, _overlapping, _apart, _in_days, _with_a_gap))
    return _written(pieces(Span(start=start, end=max(end, start)), chance), on, chance)


def _start(on: date, years: int, chance: Chance) -> date:
    until_on = window_start(on, years)
    near = [until_on, until_on, window_start(on, WINDOW), window_start(on, WINDOW) - DAY]
    if years <= 1:
        near.append(date(2024, 2, 29))
    return chance.near([*near, *_STARTS], [until_on + DAY])


def _whole(span: Span, chance: Chance) -> list[Span]:
    return [span]


def _middle(span: Span, chance: Chance) -> date:
    return span.start + chance.between(0, max(0, (span.end - span.start).days - 2)) * DAY


def _touching(span: Span, chance: Chance) -> list[Span]:
    cut = _middle(span, chance)
    return [Span(start=span.start, end=cut), Span(start=cut + DAY, end=max(span.end, cut + DAY))]


def _overlapping(span: Span, chance: Chance) -> list[Span]:
    cut = _middle(span, chance)
    inside = Span(start=span.start + DAY, end=max(cut, span.start + DAY))
    over = Span(start=max(span.start, cut - chance.between(0, 60) * DAY), end=span.end)
    return [Span(start=span.start, end=cut), over, *([inside] if chance.one_in(2) else [])]


def _with_a_gap(span: Span, chance: Chance) -> list[Span]:
    """Return two pieces with a day between them; the second ends a day later, so that all days are there."""
    cut = _middle(span, chance)
    late = chance.near((1, 1, 2), (0,))
    return [Span(start=span.start, end=cut), Span(start=cut + 2 * DAY, end=max(span.end + late * DAY, cut + 2 * DAY))]


def _apart(span: Span, chance: Chance) -> list[Span]:
    """Return the same years in two pieces of which one ends long before the other begins."""
    cut = _middle(span, chance)
    back = chance.between(30, 800) * DAY
    return [Span(start=span.start - back, end=cut - back), Span(start=cut + DAY, end=max(span.end, cut + DAY))]


def _in_days(span: Span, chance: Chance) -> list[Span]:
    """Return whole years that begin with the span, and pieces of the days that make the others."""
    days = (span.end - span.start).days + 1
    first = min(days, chance.one_of((364, 365, 366, 1, 100)))
    spans = [Span(start=span.start, end=span.start + (first - 1) * DAY)]
    while days > first:
        piece = min(days - first, chance.one_of((365, 364, 366, 1, 182, 183)))
        start = spans[-1].end + chance.one_of((2, 2, 20)) * DAY
        spans.append(Span(start=start, end=start + (piece - 1) * DAY))
        first += piece
    return spans[: 1 + chance.between(0, len(spans))] if chance.slips() else spans


def _written(spans: Sequence[Span], on: date, chance: Chance) -> list[Period]:
    """Return the periods as they are written down, in any order; what ends on the day or later may be running."""
    periods = []
    for span in spans:
        is_running = span.end >= on and chance.one_in(2)
        end = None if is_running else recorded(span.end, chance)
        periods.append(Period(start=recorded(span.start, chance), end=end))
    chance.source.shuffle(periods)
    return periods
