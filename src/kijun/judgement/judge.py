"""Does a person meet a criterion, a cell, an edition?

The day is an argument: nothing here reads a clock.
"""

from __future__ import annotations

from datetime import date
from typing import assert_never

from kijun.criteria import (
    AllOf,
    AnyOf,
    Areas,
    Confirmed,
    Criterion,
    Kinds,
    Mentors,
    Once,
    Passed,
    Rated,
    Times,
    Years,
)
from kijun.evidence import Person
from kijun.framework.resolve import ResolvedCell, ResolvedEdition, ResolvedPart
from kijun.judgement.holdings import (
    held_areas,
    held_kinds,
    judge_areas,
    judge_confirmed,
    judge_kinds,
    judge_mentors,
    judge_passed,
)
from kijun.judgement.proof import CellJudgement, PartJudgement, Proof
from kijun.judgement.ratings import judge_rated
from kijun.judgement.record import Memory, RecordReading, has_months, read_record
from kijun.judgement.service import judge_once, judge_times, judge_years
from kijun.verdict import Verdict, all_of, any_of

_MEMORY = "judgement"
_MOST_REMEMBERED = 100_000


def judge(criterion: Criterion, person: Person, *, on: date) -> Proof:
    """Return the proof of a criterion for a person, as the record stands on a day.

    >>> from kijun.criteria import Mentors
    >>> from kijun.evidence import Name, Person
    >>> nobody = Person(employee="E-1", name=Name(written="A"), team=None, complete=frozenset(), engagements=(),
    ...     expertise=(), contributions=(), mentoring=(), qualifications=(), ratings=(), confirmations=())
    >>> judge(Mentors(), nobody, on=date(2026, 4, 1)).verdict
    <Verdict.UNKNOWN: 'unknown'>
    """
    return prove(criterion, read_record(person, on))


def judge_cell(cell: ResolvedCell, person: Person, *, on: date) -> CellJudgement:
    """Return the judgement of one cell for a person."""
    strictly = read_record(person, on, is_strict=True) if has_months(person) else None
    return _cell(cell, read_record(person, on), strictly)


def judge_edition(edition: ResolvedEdition, person: Person, *, on: date) -> dict[str, CellJudgement]:
    """Return the judgement of every printed cell of an edition for a person, by path."""
    memory: Memory = edition.memory.setdefault(_MEMORY, {})  # type: ignore[assignment]  # this room's own corner of it
    if len(memory) > _MOST_REMEMBERED:
        memory.clear()
    record = read_record(person, on, memory=memory)
    strictly = read_record(person, on, is_strict=True, memory=memory) if has_months(person) else None
    return {path: _cell(cell, record, strictly) for path, cell in edition.cells.items()}


def prove(criterion: Criterion, record: RecordReading) -> Proof:
    """Return the proof of a criterion for a record that was read already.

    What cells share is proved once for a record, and what is the same for everybody once for all.
    """
    key = id(criterion)
    proof = record.proofs.get(key)
    if proof is None:
        facts = _deciding_facts(criterion, record)
        proof = record.memory.get((key, facts)) if facts is not None else None
        if proof is None:
            proof = _prove(criterion, record)
            if facts is not None:
                record.memory[key, facts] = proof
        record.proofs[key] = proof
    return proof


def _deciding_facts(criterion: Criterion, record: RecordReading) -> object:
    """Return all that a proof depends on, where that is little and nobody's own; else None."""
    match criterion:
        case Once(clause=clause) | Years(clause=clause):
            return record.is_complete("engagements") if record.is_untouched(clause) else None
        case Times(slots=slots):
            return record.is_complete("engagements") if record.is_untouched(slots[0].clause) else None
        case Areas():
            return record.is_complete("expertise"), held_areas(criterion, record)
        case Kinds():
            return record.is_complete("contributions"), held_kinds(criterion, record)
        case Rated():
            return None if record.ratings else ()
        case _:
            return None


def _prove(criterion: Criterion, record: RecordReading) -> Proof:
    match criterion:
        case Once():
            return judge_once(criterion, record)
        case Times():
            return judge_times(criterion, record)
        case Years():
            return judge_years(criterion, record)
        case Areas():
            return judge_areas(criterion, record)
        case Kinds():
            return judge_kinds(criterion, record)
        case Mentors():
            return judge_mentors(criterion, record)
        case Passed():
            return judge_passed(criterion, record)
        case Rated():
            return judge_rated(criterion, record)
        case Confirmed():
            return judge_confirmed(criterion, record)
        case AllOf(of=of):
            proofs = tuple(prove(each, record) for each in of)
            return Proof(criterion=criterion, verdict=all_of(proof.verdict for proof in proofs), children=proofs)
        case AnyOf(of=of):
            proofs = tuple(prove(each, record) for each in of)
            return Proof(criterion=criterion, verdict=any_of(proof.verdict for proof in proofs), children=proofs)
        case _:
            assert_never(criterion)


def _cell(cell: ResolvedCell, record: RecordReading, strictly: RecordReading | None) -> CellJudgement:
    parts = {name: _part(name, part, record, strictly) for name, part in cell.parts.items()}
    verdict = all_of(parts[name].verdict for name in cell.deciding)
    examination = None
    if cell.examination is not None:
        examination = _part("minimum_by_examination", cell.examination, record, strictly)
        if cell.does_examination_satisfy:
            verdict = any_of((verdict, examination.verdict))
    return CellJudgement(cell=cell, verdict=verdict, parts=parts, minimum_by_examination=examination)


def _part(name: str, part: ResolvedPart, record: RecordReading, strictly: RecordReading | None) -> PartJudgement:
    proof = prove(part.criterion, record)
    return PartJudgement(
        name=name,
        proof=proof,
        policies=part.policies,
        hangs_on_month=strictly is not None and _verdict(part.criterion, strictly) is not proof.verdict,
    )


def _verdict(criterion: Criterion, record: RecordReading) -> Verdict:
    return prove(criterion, record).verdict
