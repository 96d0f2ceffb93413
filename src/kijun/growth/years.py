"""How many days are missing from the years that are asked, and which ways are there to serve them?

A fact that makes time on record count, a running engagement that goes on, or a new one: each may be full on another day.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from kijun.criteria import Years
from kijun.growth.addition import Addition, EquivalenceRecognised, FurtherService
from kijun.growth.plan import Step
from kijun.growth.wanted import DAY, Service, Wanted, Way, as_addition, candidates, new_engagement
from kijun.judgement.engagements import EngagementReading
from kijun.timespan import Span, last_day_of_years, length, window_start
from kijun.verdict import MET


def years_wanted(years: Years) -> Wanted:
    """Return the engagement whose time would count."""
    return Wanted(parts=("responsibility",), level=years.level, clauses=(years.clause,), traits=(years.trait,))


def ways_to_full_years(asked: Service, years: Years, whole: Wanted) -> Iterator[Way]:
    """Yield the ways to full years with a single step each; `whole` also settles the parts that need one engagement."""
    counting = asked.record.counted_by(years.clause).engagements
    sure = [reading for reading in counting if reading.has(years.trait) is MET]
    recorded = [
        as_addition(reading, fact)
        for reading, fact in candidates(whole, asked)
        if are_full([_served(each) for each in (*sure, reading)], years, asked.record.on)
    ]
    if recorded:
        recorded.sort(key=lambda each: isinstance(each, EquivalenceRecognised) and not each.is_claimed)
        yield _way(recorded, asked.record.on)
    further = [*_running(asked, years, sure), *_new(asked, years, sure, whole)]
    for day in sorted({day for day, _ in further}):
        yield _way([addition for until, addition in further if until == day], day)


def _way(additions: Sequence[Addition], day: date) -> Way:
    return Way(steps=(Step(part="responsibility", addition=additions[0], instead=tuple(additions[1:])),), day=day)


def _running(asked: Service, years: Years, sure: Sequence[EngagementReading]) -> Iterator[tuple[date, Addition]]:
    """Yield the running engagements with the day until which each would have to go on; none where more is asked."""
    on = asked.record.on
    spans = [_served(reading) for reading in sure]
    for reading in sure if not asked.once else ():
        until = full_on(spans, years, reading.served.start, on) if reading.served.end == on else None
        if until is not None:
            identity = reading.engagement.id
            yield until, FurtherService(engagement=identity, days=(until - on).days, until=until)


def _new(
    asked: Service, years: Years, sure: Sequence[EngagementReading], whole: Wanted
) -> Iterator[tuple[date, Addition]]:
    """Yield an engagement that begins today, or tomorrow where today is served already."""
    on = asked.record.on
    spans = [_served(reading) for reading in sure]
    start = on + DAY if any(span.end == on for span in spans) else on
    until = full_on(spans, years, start, on)
    new = None if until is None else new_engagement(whole, asked, start=start, days=(until - start).days + 1)
    if until is not None and new is not None:
        yield until, new


def _served(reading: EngagementReading) -> Span:
    return reading.served


def full_on(spans: Sequence[Span], years: Years, start: date, on: date) -> date | None:
    """Return the first day on which the years are full if service goes on from a start; None if they never are."""
    low, high = on, last_day_of_years(on, years.at_least + 1)
    if not are_full([*spans, Span(start=start, end=high)], years, high):
        return None
    if start == on and are_full([*spans, Span(start=start, end=on)], years, on):
        return on
    while low + DAY < high:
        middle = low + (high - low) // 2
        if start <= middle and are_full([*spans, Span(start=start, end=middle)], years, middle):
            high = middle
        else:
            low = middle
    return high


def are_full(spans: Sequence[Span], years: Years, on: date) -> bool:
    """Return whether periods come to the years that are asked, as far as they lie in the window of a day."""
    window = years.clause.within_years
    first = None if window is None else window_start(on, window)
    counted = [
        span if first is None else Span(start=max(span.start, first), end=span.end)
        for span in spans
        if first is None or span.end >= first
    ]
    return length(counted).years >= years.at_least
