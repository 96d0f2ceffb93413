"""How often, how long, or whether once: what do the engagements of a record come to?"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from kijun.criteria import Clause, Once, Slot, Times, Trait, Years
from kijun.judgement.engagements import EngagementReading
from kijun.judgement.near_misses import is_complete_fact, near_misses, once_each, open_facts
from kijun.judgement.proof import Counted, OpenFact, Proof
from kijun.judgement.record import RecordReading
from kijun.timespan import Length, Span, length
from kijun.verdict import MET, NOT_MET, UNKNOWN, Verdict, between

LIST = "engagements"


def judge_once(criterion: Once, record: RecordReading) -> Proof:
    """Return whether some one engagement that the clause counts has the trait."""
    trait = criterion.trait
    counted = record.counted_by(criterion.clause)
    witness = next((reading for reading in counted.engagements if reading.has(trait) is MET), None)
    if witness is not None:
        return Proof(
            criterion=criterion,
            verdict=MET,
            counted=(Counted(evidence=witness.engagement.id),),
            children=(witness.prove(trait),),
        )
    could = any(reading.has(trait) is UNKNOWN for reading in counted.engagements) or not record.is_complete(LIST)
    return Proof(
        criterion=criterion,
        verdict=between(surely=False, possibly=could),
        near_misses=near_misses(counted, criterion.clause, trait),
        would_settle=_open(counted.engagements, trait, record),
        children=tuple(reading.prove(trait) for reading in counted.engagements),
    )


Filled = Sequence[EngagementReading | None]
"""For each slot, the engagement that fills it."""


def judge_times(criterion: Times, record: RecordReading) -> Proof:
    """Return whether every slot is filled by a project of its own."""
    filled = _fill(criterion.slots, record, (MET,))
    could = None not in _fill(criterion.slots, record, (MET, UNKNOWN)) or not record.is_complete(LIST)
    pairs = list(zip(criterion.slots, filled, strict=True))
    open_slots = tuple(slot.level for slot, reading in pairs if reading is None)
    verdict = between(not open_slots, could)
    used = {reading.engagement.project for reading in filled if reading is not None}
    easiest = next((slot for slot, reading in reversed(pairs) if reading is None), None)
    return Proof(
        criterion=criterion,
        verdict=verdict,
        have=len(criterion.slots) - len(open_slots),
        need=len(criterion.slots),
        unit="times",
        open_slots=open_slots,
        counted=tuple(
            Counted(evidence=reading.engagement.id, slot=slot.level) for slot, reading in pairs if reading is not None
        ),
        near_misses=()
        if easiest is None
        else near_misses(record.counted_by(easiest.clause), easiest.clause, easiest.trait, but=used),
        would_settle=_open_times(pairs, used, record) if verdict is UNKNOWN else (),
        children=tuple(reading.prove(slot.trait) for slot, reading in pairs if reading is not None),
    )


def _fill(slots: Sequence[Slot], record: RecordReading, accepted: Sequence[Verdict]) -> Filled:
    return fill(
        [
            [reading for reading in record.counted_by(slot.clause).engagements if reading.has(slot.trait) in accepted]
            for slot in slots
        ]
    )


def fill(able: Sequence[Sequence[EngagementReading]]) -> Filled:
    """Return for each slot one of the engagements able to fill it, each project once and as many slots as can be.

    The slots that stand first are filled first: what stays open is what is easiest to fill. A project that fills a slot
    gives way where another project can take its place (augmenting paths).
    """
    filled: list[EngagementReading | None] = [None] * len(able)
    filled_by: dict[str, int] = {}

    def seat(position: int, tried: set[str]) -> bool:
        for reading in able[position]:
            project = reading.engagement.project
            if project not in tried:
                tried.add(project)
                if project not in filled_by or seat(filled_by[project], tried):
                    filled_by[project], filled[position] = position, reading
                    return True
        return False

    for position in range(len(able)):
        seat(position, set())
    return filled


def _open_times(
    pairs: Sequence[tuple[Slot, EngagementReading | None]], used: Collection[str], record: RecordReading
) -> tuple[OpenFact, ...]:
    facts: list[OpenFact] = []
    for slot, filling in pairs:
        if filling is None:
            for reading in record.counted_by(slot.clause).engagements:
                if reading.engagement.project not in used:
                    facts.extend(open_facts(reading, slot.trait))
    if not record.is_complete(LIST):
        facts.append(is_complete_fact(LIST))
    return once_each(facts)


def judge_years(criterion: Years, record: RecordReading) -> Proof:
    """Return whether the time served comes to so many years; time served twice counts once."""
    clause, trait = criterion.clause, criterion.trait
    counted = record.counted_by(clause)
    counting = counted.engagements
    sure = [reading for reading in counting if reading.has(trait) is MET]
    served = _length(sure, clause)
    possible = _length([reading for reading in counting if reading.has(trait) is not NOT_MET], clause)
    could = possible.years >= criterion.at_least or not record.is_complete(LIST)
    verdict = between(served.years >= criterion.at_least, could)
    return Proof(
        criterion=criterion,
        verdict=verdict,
        have=served.years,
        days=served.days,
        need=criterion.at_least,
        unit="years",
        counted=tuple(Counted(evidence=reading.engagement.id) for reading in sure),
        near_misses=() if verdict is MET else near_misses(counted, clause, trait),
        would_settle=_open(counting, trait, record) if verdict is UNKNOWN else (),
        children=tuple(reading.prove(trait) for reading in sure),
    )


def _length(readings: Sequence[EngagementReading], clause: Clause) -> Length:
    return length(Span(start=reading.first_day(clause), end=reading.served.end) for reading in readings)


def _open(counting: Sequence[EngagementReading], trait: Trait, record: RecordReading) -> tuple[OpenFact, ...]:
    facts = [fact for reading in counting for fact in open_facts(reading, trait)]
    if not record.is_complete(LIST):
        facts.append(is_complete_fact(LIST))
    return once_each(facts)
