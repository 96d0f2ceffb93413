"""How often, how long, or whether once: what do the engagements of a record come to?"""

from __future__ import annotations

from collections.abc import Sequence

from kijun.criteria import Clause, Once, Slot, Times, Trait, Years
from kijun.judgement.engagements import EngagementReading
from kijun.judgement.near import is_complete_fact, near_misses, once_each, open_facts
from kijun.judgement.proof import Counted, NearMiss, OpenFact, Proof
from kijun.judgement.record import RecordReading
from kijun.timespan import Length, Span, length
from kijun.verdict import MET, NOT_MET, UNKNOWN, Verdict, between

LIST = "engagements"


def judge_once(criterion: Once, record: RecordReading) -> Proof:
    """Return whether some one engagement that the clause counts has the trait."""
    clause, trait = criterion.clause, criterion.trait
    counting = [reading for reading in record.engagements if not reading.shut_gates(clause)]
    witness = next((reading for reading in counting if reading.has(trait) is MET), None)
    if witness is not None:
        return Proof(
            criterion=criterion,
            verdict=MET,
            counted=(Counted(evidence=witness.engagement.id),),
            children=(witness.prove(trait),),
        )
    is_open = any(reading.has(trait) is UNKNOWN for reading in counting) or not record.is_complete(LIST)
    return Proof(
        criterion=criterion,
        verdict=UNKNOWN if is_open else NOT_MET,
        near_misses=near_misses(record.engagements, clause, trait),
        would_settle=_open(counting, trait, record),
        children=tuple(reading.prove(trait) for reading in counting),
    )


def judge_times(criterion: Times, record: RecordReading) -> Proof:
    """Return whether every slot is filled by a project of its own.

    The slots stand hardest first and each implies the next, so filling them in order fills as many as can be.
    """
    filled = _fill(criterion.slots, record.projects, (MET,))
    open_slots = tuple(slot.level for slot, project in zip(criterion.slots, filled, strict=True) if project is None)
    possible = _fill(criterion.slots, record.projects, (MET, UNKNOWN))
    counted = []
    children = []
    for slot, project in zip(criterion.slots, filled, strict=True):
        if project is not None:
            reading = next(each for each in project if _slot_verdict(slot, each) is MET)
            counted.append(Counted(evidence=reading.engagement.id, slot=slot.level))
            children.append(reading.prove(slot.trait))
    verdict = between(not open_slots, None not in possible or not record.is_complete(LIST))
    return Proof(
        criterion=criterion,
        verdict=verdict,
        have=len(counted),
        need=len(criterion.slots),
        unit="times",
        open_slots=open_slots,
        counted=tuple(counted),
        near_misses=() if verdict is MET else _near_times(criterion, filled, record),
        would_settle=() if verdict is not UNKNOWN else _open_times(criterion, filled, record),
        children=tuple(children),
    )


Project = tuple[EngagementReading, ...]


def _fill(slots: Sequence[Slot], projects: Sequence[Project], accepted: Sequence[Verdict]) -> list[Project | None]:
    free = list(projects)
    filled: list[Project | None] = []
    for slot in slots:
        project = next(
            (each for each in free if any(_slot_verdict(slot, reading) in accepted for reading in each)), None
        )
        if project is not None:
            free.remove(project)
        filled.append(project)
    return filled


def _slot_verdict(slot: Slot, reading: EngagementReading) -> Verdict:
    return NOT_MET if reading.shut_gates(slot.clause) else reading.has(slot.trait)


def _unused(filled: Sequence[Project | None], record: RecordReading) -> list[EngagementReading]:
    used = {id(project) for project in filled if project is not None}
    return [reading for project in record.projects if id(project) not in used for reading in project]


def _easiest_open(criterion: Times, filled: Sequence[Project | None]) -> Slot:
    return next(
        slot for slot, project in zip(reversed(criterion.slots), reversed(filled), strict=True) if project is None
    )


def _near_times(criterion: Times, filled: Sequence[Project | None], record: RecordReading) -> tuple[NearMiss, ...]:
    slot = _easiest_open(criterion, filled)
    return near_misses(_unused(filled, record), slot.clause, slot.trait)


def _open_times(criterion: Times, filled: Sequence[Project | None], record: RecordReading) -> tuple[OpenFact, ...]:
    facts: list[OpenFact] = []
    for slot, project in zip(criterion.slots, filled, strict=True):
        if project is None:
            counting = [each for each in _unused(filled, record) if not each.shut_gates(slot.clause)]
            facts.extend(fact for reading in counting for fact in open_facts(reading, slot.trait))
    if not record.is_complete(LIST):
        facts.append(is_complete_fact(LIST))
    return once_each(facts)


def judge_years(criterion: Years, record: RecordReading) -> Proof:
    """Return whether the time served comes to so many years; time served twice counts once."""
    clause, trait = criterion.clause, criterion.trait
    counting = [reading for reading in record.engagements if not reading.shut_gates(clause)]
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
        near_misses=() if verdict is MET else near_misses(record.engagements, clause, trait),
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
