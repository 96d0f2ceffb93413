"""What does a record hold beside its engagements: areas, contributions, mentoring, examinations, confirmations?"""

from __future__ import annotations

from kijun.criteria import Areas, Confirmed, Kinds, Mentors, OrAbove, Passed
from kijun.judgement.near_misses import is_complete_fact
from kijun.judgement.proof import Counted, NearMiss, OpenFact, Proof
from kijun.judgement.record import RecordReading
from kijun.verdict import MET, NOT_MET, UNKNOWN, Verdict, all_of, any_of, between

Held = tuple[str, str | None, str | None]
"""An area, its degree and its reach, as recorded."""


def held_areas(criterion: Areas, record: RecordReading) -> tuple[Held, ...]:
    """Return the areas on record that the criterion lists, with degree and reach."""
    return tuple(held for held in record.held if held[0] in criterion.of)


def judge_areas(criterion: Areas, record: RecordReading) -> Proof:
    """Return whether enough areas are held, each to the degree and with the reach that is asked."""
    best: dict[str, Verdict] = {}
    misses: list[NearMiss] = []
    facts: list[OpenFact] = []
    for held in held_areas(criterion, record):
        area, degree, reach = held[0], _step(held[1], criterion.degree), _step(held[2], criterion.reach)
        verdict = all_of((degree, reach))
        if verdict is UNKNOWN:
            steps = (("degree", degree), ("reach", reach))
            facts += [OpenFact(evidence=area, fact=fact, about=fact) for fact, step in steps if step is UNKNOWN]
        misses += _short_of(held, criterion, degree, reach)
        best[area] = any_of((verdict, best.get(area, NOT_MET)))
    met = tuple(area for area in criterion.of if best.get(area) is MET)
    possibly = sum(verdict is not NOT_MET for verdict in best.values())
    is_complete = record.is_complete("expertise")
    verdict = between(len(met) >= criterion.at_least, possibly >= criterion.at_least or not is_complete)
    if verdict is UNKNOWN and not is_complete:
        facts.append(is_complete_fact("expertise"))
    return Proof(
        criterion=criterion,
        verdict=verdict,
        have=len(met),
        need=criterion.at_least,
        unit="areas",
        which=met,
        missing=() if verdict is MET else tuple(area for area in criterion.of if area not in met),
        counted=tuple(Counted(evidence=area) for area in met),
        near_misses=() if verdict is MET else tuple(misses),
        would_settle=tuple(facts) if verdict is UNKNOWN else (),
    )


def _step(held: str | None, asked: OrAbove | None) -> Verdict:
    if asked is None:
        return MET
    if held is None:
        return UNKNOWN
    return MET if held in asked.accepted else NOT_MET


def _short_of(held: Held, criterion: Areas, degree: Verdict, reach: Verdict) -> list[NearMiss]:
    if reach is MET and degree is not MET:
        return [NearMiss(evidence=held[0], fact="degree", have=held[1], need=criterion.degree.least)]
    if degree is MET and reach is not MET and criterion.reach is not None:
        return [NearMiss(evidence=held[0], fact="reach", have=held[2], need=criterion.reach.least)]
    return []


def held_kinds(criterion: Kinds, record: RecordReading) -> tuple[str, ...]:
    """Return the different kinds of contribution on record that the criterion lists, in its order."""
    window = criterion.within_years
    found = {item.kind for item in record.person.contributions if record.exists(item.day, within_years=window)}
    return tuple(kind for kind in criterion.of if kind in found)


def judge_kinds(criterion: Kinds, record: RecordReading) -> Proof:
    """Return whether enough different kinds of contribution are on record; five books are one kind."""
    found = held_kinds(criterion, record)
    verdict = between(len(found) >= criterion.at_least, not record.is_complete("contributions"))
    return Proof(
        criterion=criterion,
        verdict=verdict,
        have=len(found),
        need=criterion.at_least,
        unit="kinds",
        which=found,
        missing=() if verdict is MET else tuple(kind for kind in criterion.of if kind not in found),
        counted=tuple(Counted(evidence=kind) for kind in found),
        would_settle=(is_complete_fact("contributions"),) if verdict is UNKNOWN else (),
    )


def judge_mentors(criterion: Mentors, record: RecordReading) -> Proof:
    """Return whether somebody is or was mentored."""
    found = [item for item in record.person.mentoring if record.exists(item.since)]
    verdict = between(bool(found), not record.is_complete("mentoring"))
    return Proof(
        criterion=criterion,
        verdict=verdict,
        counted=tuple(Counted(evidence=item.whom) for item in found),
        would_settle=(is_complete_fact("mentoring"),) if verdict is UNKNOWN else (),
    )


def judge_passed(criterion: Passed, record: RecordReading) -> Proof:
    """Return whether one of the examinations was passed."""
    found = [
        item
        for item in record.person.qualifications
        if item.examination in criterion.any_of and record.exists(item.day, within_years=criterion.within_years)
    ]
    verdict = between(bool(found), not record.is_complete("qualifications"))
    return Proof(
        criterion=criterion,
        verdict=verdict,
        which=tuple(item.examination for item in found),
        missing=() if found else criterion.any_of,
        counted=tuple(Counted(evidence=item.examination) for item in found),
        would_settle=(is_complete_fact("qualifications"),) if verdict is UNKNOWN else (),
    )


def judge_confirmed(criterion: Confirmed, record: RecordReading) -> Proof:
    """Return whether an assessor confirmed what is asked; the latest word counts, and silence is unknown."""
    words = [item for item in record.person.confirmations if item.cell == criterion.path and record.exists(item.day)]
    last = max(words, key=lambda item: item.day.earliest, default=None)
    verdict = UNKNOWN if last is None else MET if last.decision == "confirmed" else NOT_MET
    return Proof(
        criterion=criterion,
        verdict=verdict,
        which=criterion.circumstances,
        counted=(Counted(evidence=last.by),) if last is not None and verdict is MET else (),
        would_settle=(OpenFact(evidence=None, fact="confirmation", about=criterion.path),) if last is None else (),
    )
