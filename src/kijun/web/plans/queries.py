"""Which plans did somebody keep, and how far have they come?

Progress is worked out from the record as it is whenever it is asked for, and kept for the states of both.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from kijun.evidence import Person
from kijun.growth.progress import KeptStep, Progress, Standing, StepProgress, first_met, follow
from kijun.judgement.proof import CellJudgement
from kijun.judgement.record_judgement import RecordJudgement
from kijun.problem import Severity
from kijun.text import Text
from kijun.web.judgements.queries import Asked, ById, judge_person
from kijun.web.library.kept import while_standards_stand
from kijun.web.people.models import Record
from kijun.web.people.queries import read_record
from kijun.web.plans.assumed import Plain, read_body
from kijun.web.plans.models import Plan, Step, WhatIf


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedStep:
    """A step of a kept plan, how it stands, and whether its day has passed while it is open."""

    step: Step
    progress: StepProgress
    is_missed: bool

    @property
    def headline(self) -> Text:
        """The step in a line."""
        return _text(self.step.words["headline"])

    @property
    def details(self) -> list[Text]:
        """What a step must be like."""
        return [_text(each) for each in self.step.words["details"]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """A kept plan beside the record: `judged` and `progress` are None where its cell is in no installed edition."""

    plan: Plan
    name: Text
    judged: CellJudgement | None
    progress: Progress | None
    steps: tuple[FollowedStep, ...]
    reached_on: date | None

    @property
    def is_reached(self) -> bool:
        """Whether the cell is met."""
        return self.reached_on is not None

    @property
    def settled(self) -> int:
        """How many of the steps are settled."""
        return sum(each.progress.is_settled for each in self.steps)

    @property
    def missed(self) -> list[FollowedStep]:
        """The open steps whose day has passed."""
        return [each for each in self.steps if each.is_missed]

    @property
    def next(self) -> FollowedStep | None:
        """The open step whose day comes first."""
        open_ones = [each for each in self.steps if not each.progress.is_settled and not each.is_missed]
        return min(open_ones, key=lambda each: (each.step.by_when, each.step.position), default=None)


def plans_of(record: Record) -> list[Plan]:
    """Return every plan of a record with its steps, newest first."""
    return list(Plan.objects.filter(record=record).prefetch_related("steps"))


def find_plan(record: Record, key: str) -> Plan | None:
    """Return the plan of a key, or None."""
    return Plan.objects.filter(record=record, key=key).prefetch_related("steps", "changes").first()


def find_kept_for(record: Record, cell: str) -> Plan | None:
    """Return the newest plan for a cell that is still followed, or None."""
    return Plan.objects.filter(record=record, cell=cell, achieved_at=None, withdrawn_at=None).first()


def what_ifs_of(record: Record) -> list[WhatIf]:
    """Return what somebody assumes beside a record, newest first."""
    return list(WhatIf.objects.filter(record=record))


def find_what_if(record: Record, key: str) -> WhatIf | None:
    """Return the what-if of a key, or None."""
    return WhatIf.objects.filter(record=record, key=key).first()


def steps_of(plan: Plan) -> list[Step]:
    """Return the steps of a plan as it is now, in their order."""
    return [step for step in plan.steps.all() if step.dropped_at is None]


def follow_plan(plan: Plan, asked: Asked) -> Followed:
    """Return a kept plan on a day, by the record."""
    steps = steps_of(plan)
    person = read_record(plan.record, recorded=asked.recorded).person
    told = json.dumps([[step.part, step.addition] for step in steps], sort_keys=True)
    found = _follow(ById(person), _Kept(plan.cell, plan.edition, plan.kept_on, told), asked.on)
    if found is None:
        stands = StepProgress(standing=Standing.OPEN)
        return Followed(
            plan=plan,
            name=Text(ja=plan.cell, en=plan.cell),
            judged=None,
            progress=None,
            steps=tuple(FollowedStep(step=step, progress=stands, is_missed=False) for step in steps),
            reached_on=None,
        )
    return Followed(
        plan=plan,
        name=found.name,
        judged=found.judged,
        progress=found.progress,
        steps=tuple(
            FollowedStep(step=step, progress=each, is_missed=not each.is_settled and step.by_when < asked.on)
            for step, each in zip(steps, found.progress.steps, strict=True)
        ),
        reached_on=found.reached_on,
    )


@dataclass(frozen=True, slots=True)
class _Kept:
    """What of a plan decides how it stands; `steps` are the parts and what the steps add, as JSON."""

    cell: str
    edition: str
    kept_on: date
    steps: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    name: Text
    judged: CellJudgement
    progress: Progress
    reached_on: date | None


@while_standards_stand
@lru_cache(maxsize=1000)
def _follow(key: ById, kept: _Kept, on: date) -> _Found | None:
    judgement = _judgement(key.person, kept, on)
    judged = judgement.cell(kept.cell)
    if judged is None:
        return None
    steps = [_kept_step(part, body, key.person, on) for part, body in json.loads(kept.steps)]
    printed = next(each for each in judgement.editions if kept.cell in each.cells).edition.edition
    field = next(field for _, field in printed.fields() if kept.cell.startswith(f"{field.path}/"))
    return _Found(
        name=printed.cell_name(field, judged.cell.indicator.level),
        judged=judged,
        progress=follow(judged.cell, key.person, steps, on=on),
        reached_on=first_met(judged.cell, key.person, after=min(kept.kept_on, on), until=on),
    )


def _judgement(person: Person, kept: _Kept, on: date) -> RecordJudgement:
    """Return the judgement in which a cell is, that of the newest editions where it is in them."""
    newest = judge_person(person, Asked(on=on))
    return newest if newest.cell(kept.cell) else judge_person(person, Asked(on=on, edition=kept.edition))


def _kept_step(part: str, body: Plain, person: Person, on: date) -> KeptStep:
    read = read_body(body, person, on=on)
    why = next((each.problem.detail for each in read.wrong if each.problem.severity is Severity.ERROR), None)
    return KeptStep(part=part, adds=read.additions, why=why)


def _text(kept: Plain) -> Text:
    return Text(ja=kept["ja"], en=kept["en"])


def goals_of(plans: Sequence[Plan]) -> frozenset[str]:
    """Return the cells at which the plans that are followed aim."""
    return frozenset(plan.cell for plan in plans if plan.is_current)
