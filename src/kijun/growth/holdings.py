"""Which areas, kinds, examinations, ratings and words of others are still missing?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kijun.criteria import Areas, Confirmed, Kinds, Mentors, Passed, Rated
from kijun.growth.addition import (
    Addition,
    AreaReached,
    CircumstancesConfirmed,
    ExaminationPassed,
    KindHandedOn,
    MentoringBegun,
    SkillRated,
)
from kijun.growth.plan import Step
from kijun.growth.wanted import DAY
from kijun.judgement.proof import Proof
from kijun.judgement.record import RecordReading
from kijun.verdict import MET


def steps_to_hold(part: str, proof: Proof, record: RecordReading) -> list[Step] | None:
    """Return the fewest steps that make a criterion of a part met that no engagement settles; None where nothing does."""
    criterion = proof.criterion
    if proof.verdict is MET:
        return []
    match criterion:
        case Areas():
            return _some_of(part, _areas(criterion, proof, record), criterion.at_least - len(proof.which))
        case Kinds():
            missing = [KindHandedOn(kind=kind) for kind in proof.missing]
            return _some_of(part, missing, criterion.at_least - len(proof.which))
        case Mentors():
            return [Step(part=part, addition=MentoringBegun())]
        case Passed(any_of=examinations):
            return _some_of(part, [ExaminationPassed(examination=each) for each in examinations], 1)
        case Confirmed(path=path):
            return [Step(part=part, addition=CircumstancesConfirmed(cell=path))]
        case Rated():
            missing_items = [SkillRated(item=item, level=criterion.level, by=criterion.by[0]) for item in proof.missing]
            return _some_of(part, missing_items, criterion.at_least - len(proof.which))
        case _:
            return None


def _some_of(part: str, missing: Sequence[Addition], short: int) -> list[Step] | None:
    """Return as many steps as are short; each could also be one of those that are left."""
    if short > len(missing):
        return None
    spare = tuple(missing[short:])
    return [Step(part=part, addition=addition, instead=spare) for addition in missing[:short]]


def _areas(criterion: Areas, proof: Proof, record: RecordReading) -> list[AreaReached]:
    """Return the areas that would count, those that are on record first: they only have to be raised."""
    held = {area for area, _, _ in record.held}
    missing = sorted(proof.missing, key=lambda area: area not in held)
    return [
        AreaReached(
            area=area,
            degree=criterion.degree.least,
            reach=criterion.reach.least if criterion.reach else None,
            is_raised=area in held,
        )
        for area in missing
    ]


def earliest_word(proof: Proof, record: RecordReading) -> date:
    """Return the first day on which an assessor's word on circumstances would be the latest one."""
    criterion = proof.criterion
    if not isinstance(criterion, Confirmed):
        return record.on
    said = [word.day.earliest for word in record.person.confirmations if word.cell == criterion.path]
    return max([record.on, *(day + DAY for day in said if day <= record.on)])
