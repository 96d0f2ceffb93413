"""What is the smallest thing that makes a cell met?

Each part that is not met asks for its own additions; responsibility, complexity and size are settled together, because one
engagement can serve them all.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from kijun.criteria import AllOf, AnyOf, Once, Times, Years
from kijun.evidence import Person
from kijun.framework.vocabulary import Vocabulary
from kijun.growth.apply import apply, as_of
from kijun.growth.holdings import earliest_word, steps_to_hold
from kijun.growth.plan import Growth, Plan, Step
from kijun.growth.service import ways_to_serve
from kijun.growth.wanted import Designs, Service, Way
from kijun.judgement.judge import judge_cell
from kijun.judgement.proof import CellJudgement, Proof
from kijun.judgement.record import RecordReading, read_record
from kijun.judgement.record_judgement import EditionJudgement
from kijun.verdict import MET

_DESIGNS = "growth"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ground:
    """What a plan stands on: the record as it is today, the words of the edition, and what was designed already."""

    person: Person
    record: RecordReading
    words: Vocabulary
    designs: Designs


def plan_cells(judged: EditionJudgement, person: Person, *, on: date) -> dict[str, Growth]:
    """Return the plans for every printed cell of an edition, by path, for a person who was judged on a day."""
    ground = _ground(judged, person, on)
    return {path: _growth(cell, ground) for path, cell in judged.cells.items()}


def plan_cell(path: str, judged: EditionJudgement, person: Person, *, on: date) -> Growth:
    """Return the plans for one printed cell, for a person who was judged on a day."""
    return _growth(judged.cells[path], _ground(judged, person, on))


def _ground(judged: EditionJudgement, person: Person, on: date) -> _Ground:
    designs: Designs = judged.edition.memory.setdefault(_DESIGNS, {})  # type: ignore[assignment]  # this room's corner of it
    return _Ground(
        person=person,
        record=read_record(as_of(person, on), on),
        words=judged.edition.edition.vocabulary,
        designs=designs,
    )


def _growth(judged: CellJudgement, ground: _Ground) -> Growth:
    path, on = judged.cell.indicator.path, ground.record.on
    if judged.verdict is MET:
        return Growth(cell=path, plans=(Plan(steps=(), day=on),))
    found = _plans(judged, ground)
    if judged.cell.does_examination_satisfy and judged.minimum_by_examination is not None:
        passed = steps_to_hold("minimum_by_examination", judged.minimum_by_examination.proof, ground.record)
        found += [] if passed is None else [Plan(steps=tuple(passed), day=on)]
    ordered = sorted(found, key=lambda plan: (len(plan.steps), plan.day))
    return Growth(cell=path, plans=tuple(ordered))


def _plans(judged: CellJudgement, ground: _Ground) -> list[Plan]:
    record = ground.record
    held, day = _held(judged, record)
    if held is None:
        return []
    found = []
    service = _service(judged, ground)
    is_ageing = isinstance(service.service, Years) and service.service.clause.within_years is not None
    for way in ways_to_serve(service):
        if way.day > record.on and is_ageing:
            found += [plan for plan in _when_evidence_ages(judged, ground, way) if plan not in found]
        else:
            found.append(Plan(steps=(*way.steps, *held), day=max(way.day, day)))
    return found


def _held(judged: CellJudgement, record: RecordReading) -> tuple[list[Step] | None, date]:
    """Return the steps of what no engagement settles, and the earliest day on which they can all be taken."""
    steps: list[Step] = []
    day = record.on
    settled: set[int] = set()  # a part that was not understood is asked for wherever an engagement has to reach it
    for name in judged.cell.deciding:
        for proof in _leaves(judged.parts[name].proof):
            if proof.verdict is MET or isinstance(proof.criterion, Once | Times | Years) or id(proof) in settled:
                continue
            settled.add(id(proof))
            found = steps_to_hold(name, proof, record)
            if found is None:
                return None, day
            steps += found
            day = max(day, earliest_word(proof, record))
    return steps, day


def _leaves(proof: Proof) -> list[Proof]:
    if isinstance(proof.criterion, AllOf):
        return [leaf for child in proof.children for leaf in _leaves(child)]
    assert not isinstance(proof.criterion, AnyOf), "no part of a cell is an alternative"
    return [proof]


def _service(judged: CellJudgement, ground: _Ground) -> Service:
    service: Times | Years | None = None
    once: dict[str, Once] = {}
    for name in judged.cell.deciding:
        for proof in _leaves(judged.parts[name].proof):
            if proof.verdict is not MET:
                match proof.criterion:
                    case Times() | Years():
                        service = proof.criterion
                    case Once():
                        once[name] = proof.criterion
                    case _:
                        pass
    return Service(
        field=judged.cell.indicator.field,
        service=service,
        once=once,
        record=ground.record,
        words=ground.words,
        designs=ground.designs,
    )


def _when_evidence_ages(judged: CellJudgement, ground: _Ground, way: Way) -> list[Plan]:
    """Return the plans for the later day of a way, on which some evidence has grown too old.

    What is missing on that day is planned for that day. A way that then takes longer is a way of its own, with its own day.
    """
    later = way.day
    then = judge_cell(judged.cell, ground.record.person, on=later)
    held, _ = _held(then, read_record(ground.record.person, later))
    assert held is not None, "what can be taken up today can be taken up later"
    service = replace(_service(then, ground), service=_service(judged, ground).service)
    found = [Plan(steps=(*each.steps, *held), day=later) for each in ways_to_serve(service) if each.day == later]
    return [plan for plan in found if _is_met(judged, ground, plan)]


def _is_met(judged: CellJudgement, ground: _Ground, plan: Plan) -> bool:
    additions = [step.addition for step in plan.steps]
    then = apply(additions, ground.person, day=plan.day, today=ground.record.on)
    return judge_cell(judged.cell, then, on=plan.day).verdict is MET
