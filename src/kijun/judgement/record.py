"""What of a person's record exists on the day of judgement?

What begins, is published or is passed after that day does not exist yet; what ends later is cut at it. Read strictly, a
month without a day is taken the other way round, so that whatever hangs on it shows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kijun.criteria import Clause
from kijun.day import RecordedDay
from kijun.evidence import Engagement, Person, Rating
from kijun.judgement.engagements import EngagementReading
from kijun.judgement.proof import Proof
from kijun.timespan import Span, window_start


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedBy:
    """What a clause makes of a record: the engagements that it counts, and those that one fact keeps out."""

    engagements: tuple[EngagementReading, ...]
    kept_out: tuple[tuple[EngagementReading, str], ...]


Memory = dict[object, Proof]
"""Proofs that are the same for everybody of whom the same few facts are on record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordReading:
    """A person's record as it stands on a day.

    `proofs` holds what each criterion came to for this person, `memory` what it comes to for everybody alike. `activities`
    and `fields` are those of all engagements together, `held` the areas with their degree and reach, `ratings` the latest of
    each item and rater, a month counted from its first day also where the record is read strictly.
    """

    person: Person
    on: date
    is_strict: bool
    engagements: tuple[EngagementReading, ...]
    activities: frozenset[str]
    fields: frozenset[str]
    held: tuple[tuple[str, str | None, str | None], ...]
    ratings: Mapping[tuple[str, str], Rating]
    memory: Memory
    proofs: dict[int, Proof] = field(default_factory=dict)
    _counted: dict[int, CountedBy] = field(default_factory=dict)

    def is_untouched(self, clause: Clause) -> bool:
        """Return whether no engagement does anything that the clause asks for, so that none is even near."""
        if clause.activities is None:
            return not self.engagements
        return self.activities.isdisjoint(clause.activities) or (
            clause.fields is not None and self.fields.isdisjoint(clause.fields)
        )

    def counted_by(self, clause: Clause) -> CountedBy:
        """Return which engagements a clause counts."""
        key = id(clause)
        counted = self._counted.get(key)
        if counted is None:
            counted = self._counted[key] = _counted_by(clause, self.engagements)
        return counted

    def exists(self, recorded: RecordedDay | None, *, within_years: int | None = None) -> bool:
        """Return whether something of that day exists on the day of judgement, and within the window.

        A month counts where one of its days does; read strictly, only where all of them do.
        """
        if not _exists(recorded, self.on, is_strict=self.is_strict):
            return False
        if recorded is None or within_years is None:
            return True
        day = recorded.earliest if self.is_strict else recorded.latest
        return day >= window_start(self.on, within_years)

    def is_complete(self, name: str) -> bool:
        """Return whether a list is declared complete."""
        return name in self.person.complete


def read_record(person: Person, on: date, *, is_strict: bool = False, memory: Memory | None = None) -> RecordReading:
    """Return the record as it stands on a day."""
    readings = tuple(
        EngagementReading(engagement=engagement, served=served, on=on, is_strict=is_strict)
        for engagement in person.engagements
        if (served := _served(engagement, on, is_strict=is_strict)) is not None
    )
    return RecordReading(
        person=person,
        on=on,
        is_strict=is_strict,
        engagements=readings,
        activities=frozenset().union(*(reading.engagement.activities for reading in readings)),
        fields=frozenset().union(*(reading.engagement.fields for reading in readings)),
        held=tuple(
            (item.area, item.degree, item.reach)
            for item in person.expertise
            if _exists(item.since, on, is_strict=is_strict)
        ),
        ratings=_latest(person.ratings, on) if person.ratings else {},
        memory={} if memory is None else memory,
    )


def _exists(recorded: RecordedDay | None, on: date, *, is_strict: bool) -> bool:
    return recorded is None or (recorded.latest if is_strict else recorded.earliest) <= on


def _latest(ratings: tuple[Rating, ...], on: date) -> dict[tuple[str, str], Rating]:
    """Return the latest rating of each item by each rater; of two on one day the higher, whichever stands first."""
    existing = [rating for rating in ratings if rating.day.earliest <= on]
    existing.sort(key=lambda rating: (rating.day.earliest, rating.level))
    return {(rating.item, rating.by): rating for rating in existing}


def _counted_by(clause: Clause, readings: tuple[EngagementReading, ...]) -> CountedBy:
    counted, kept_out = [], []
    for reading in readings:
        gates = reading.shut_gates(clause)
        if not gates:
            counted.append(reading)
        elif len(gates) == 1 and reading.is_near(gates[0], clause):
            kept_out.append((reading, gates[0]))
    return CountedBy(engagements=tuple(counted), kept_out=tuple(kept_out))


def has_months(person: Person) -> bool:
    """Return whether some day of the record is known to the month only."""
    return any(not day.is_exact for day in _days(person))


def _days(person: Person) -> list[RecordedDay]:
    days = [item.day for item in person.contributions]
    days += [item.day for item in person.qualifications]
    days += [item.day for item in person.confirmations]
    days += [item.day for item in person.ratings]
    days += [item.since for item in person.mentoring]
    days += [item.since for item in person.expertise if item.since is not None]
    for engagement in person.engagements:
        days.append(engagement.start)
        if engagement.end is not None:
            days.append(engagement.end)
        days += [claim.day for claim in engagement.equivalences if claim.day is not None]
    return days


def _served(engagement: Engagement, on: date, *, is_strict: bool) -> Span | None:
    start = engagement.start.latest if is_strict else engagement.start.earliest
    if start > on:
        return None
    if engagement.end is None:
        return Span(start=start, end=on)
    end = max(engagement.end.earliest, start) if is_strict else engagement.end.latest
    return Span(start=start, end=min(end, on))
