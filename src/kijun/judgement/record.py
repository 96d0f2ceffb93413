"""What of a person's record exists on the day of judgement?

What begins, is published or is passed after that day does not exist yet; what ends later is cut at it. Read strictly, a
month without a day is taken the other way round, so that whatever hangs on it shows.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kijun.day import RecordedDay
from kijun.evidence import Engagement, Person
from kijun.judgement.engagements import EngagementReading
from kijun.timespan import Span, window_start


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordReading:
    """A person's record as it stands on a day, engagement by engagement and project by project."""

    person: Person
    on: date
    is_strict: bool
    engagements: tuple[EngagementReading, ...]
    projects: tuple[tuple[EngagementReading, ...], ...]

    def exists(self, recorded: RecordedDay | None, *, within_years: int | None = None) -> bool:
        """Return whether something of that day exists on the day of judgement, and within the window."""
        if recorded is None:
            return True
        day = recorded.latest if self.is_strict else recorded.earliest
        return day <= self.on and (within_years is None or day >= window_start(self.on, within_years))

    def is_complete(self, name: str) -> bool:
        """Return whether a list is declared complete."""
        return name in self.person.complete


def read_record(person: Person, on: date, *, is_strict: bool = False) -> RecordReading:
    """Return the record as it stands on a day."""
    readings = []
    projects: dict[str, list[EngagementReading]] = {}
    for engagement in person.engagements:
        served = _served(engagement, on, is_strict=is_strict)
        if served is not None:
            reading = EngagementReading(engagement=engagement, served=served, on=on)
            readings.append(reading)
            projects.setdefault(engagement.project, []).append(reading)
    return RecordReading(
        person=person,
        on=on,
        is_strict=is_strict,
        engagements=tuple(readings),
        projects=tuple(tuple(group) for group in projects.values()),
    )


def has_months(person: Person) -> bool:
    """Return whether some day of the record is known to the month only."""
    return any(not day.is_exact for day in _days(person))


def _days(person: Person) -> list[RecordedDay]:
    days = [item.day for item in person.contributions]
    days += [item.day for item in person.qualifications]
    days += [item.since for item in person.mentoring]
    days += [item.since for item in person.expertise if item.since is not None]
    for engagement in person.engagements:
        days.append(engagement.start)
        if engagement.end is not None:
            days.append(engagement.end)
    return days


def _served(engagement: Engagement, on: date, *, is_strict: bool) -> Span | None:
    start = engagement.start.latest if is_strict else engagement.start.earliest
    if start > on:
        return None
    if engagement.end is None:
        return Span(start=start, end=on)
    end = max(engagement.end.earliest, start) if is_strict else engagement.end.latest
    return Span(start=start, end=min(end, on))
