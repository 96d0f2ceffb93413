"""What could be settled by writing down what was not recorded?

A plan of its own beside the one with the fewest steps: facts to record take more steps than a new engagement, and no time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from kijun.criteria import Years
from kijun.evidence import Engagement
from kijun.growth.addition import Addition, FactRecorded, FurtherService
from kijun.growth.design import completed
from kijun.growth.plan import Step
from kijun.growth.wanted import DAY, Service, Wanted, Way, counted_by_all, new_engagement
from kijun.growth.years import are_full, full_on
from kijun.judgement.engagements import EngagementReading
from kijun.timespan import Span
from kijun.verdict import MET

Recorded = tuple[EngagementReading, tuple[FactRecorded, ...]]
"""An engagement, and the facts that would make it one that counts."""


def recordable(wanted: Wanted, asked: Service, used: frozenset[str] = frozenset()) -> list[Recorded]:
    """Return the engagements on record that some unrecorded facts would make one that is wanted, fewest facts first."""
    found = []
    for reading in counted_by_all(wanted.clauses, asked.record):
        if reading.engagement.project not in used:
            made = completed(reading.engagement, wanted.traits, asked.words, asked.record.on)
            if made is not None and made != reading.engagement:
                found.append((reading, tuple(_further(reading.engagement, made))))
    return sorted(found, key=lambda each: len(each[1]))


def _further(before: Engagement, made: Engagement) -> Iterator[FactRecorded]:
    identity = before.id
    for word in sorted(made.conditions - before.conditions):
        yield FactRecorded(engagement=identity, fact="conditions", value=word)
    for measure in sorted(made.sizes.keys() - before.sizes.keys()):
        yield FactRecorded(engagement=identity, fact=measure, value=made.sizes[measure])
    if made.customers is not None and made.customers != before.customers:
        yield FactRecorded(engagement=identity, fact="customers", value=made.customers)
    if made.market is not None and made.market != before.market:
        yield FactRecorded(engagement=identity, fact="market", value=made.market)


def ways_by_recording(wanted: Sequence[Wanted], asked: Service, used: frozenset[str]) -> Iterator[Way]:
    """Yield the way in which every engagement that is wanted is one on record, once its facts are written down."""
    steps: list[Step] = []
    for each in wanted:
        found = recordable(each, asked, used)
        if not found:
            return
        reading, facts = found[0]
        used = used | {reading.engagement.project}
        steps += [Step(part=each.parts[0], addition=fact) for fact in facts]
    if len(steps) > len(wanted):  # as many steps as engagements: the plan with the fewest steps says it already
        yield Way(steps=tuple(steps), day=asked.record.on)


def years_by_recording(asked: Service, years: Years, whole: Wanted) -> Iterator[Way]:
    """Yield the way in which time on record counts once its facts are written down, and what is then missing is served."""
    on = asked.record.on
    counting = asked.record.counted_by(years.clause).engagements
    sure = [reading.served for reading in counting if reading.has(years.trait) is MET]
    found = recordable(whole, asked)
    if not found:
        return
    until, is_short = _served_on(sure, found, years, on)
    for each in sorted(found, key=lambda each: -len(each[1])):
        fewer = [other for other in found if other is not each]
        if fewer and _served_on(sure, fewer, years, on) == (until, is_short):
            found = fewer
    facts: list[Addition] = [fact for _, each in found for fact in each]
    if until is None:
        return
    if is_short:
        further = _further_service(asked, years, whole, [reading for reading, _ in found], until)
        if further is None:
            return
        facts.append(further)
    if len(facts) > 1:
        yield Way(steps=tuple(Step(part="responsibility", addition=fact) for fact in facts), day=until)


def _served_on(sure: Sequence[Span], found: Sequence[Recorded], years: Years, on: date) -> tuple[date | None, bool]:
    """Return the day on which the years are full with what is recorded, and whether service is short of it today."""
    spans = [*sure, *(reading.served for reading, _ in found)]
    if are_full(spans, years, on):
        return on, False
    is_today = any(span.end == on for span in spans)
    return full_on(spans, years, on + DAY if is_today else on, on), True


def _further_service(
    asked: Service, years: Years, whole: Wanted, found: Sequence[EngagementReading], until: date
) -> Addition | None:
    on = asked.record.on
    counting = asked.record.counted_by(years.clause).engagements
    sure = [reading for reading in counting if reading.has(years.trait) is MET]
    running = [reading for reading in (*found, *sure) if reading.served.end == on]
    if running:
        return FurtherService(engagement=running[0].engagement.id, days=(until - on).days, until=until)
    return new_engagement(whole, asked, start=on, days=(until - on).days + 1)
