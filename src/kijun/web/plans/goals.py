"""What would be enough for a cell, and how far is every other?

Planning every cell costs more than judging them, so a process keeps the distances of the judgements that it made.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from kijun.criteria.phrase import Names
from kijun.evidence import Person
from kijun.evidence.dump_additions import dump_additions
from kijun.framework.edition import Edition
from kijun.framework.structure import Category, Field
from kijun.growth.addition import Addition, EquivalenceRecognised, FactRecorded, FurtherService
from kijun.growth.apply import as_evidence
from kijun.growth.distances import Distance, distances, nearest
from kijun.growth.explain import explain_plan
from kijun.growth.plan import Growth, Plan, Step
from kijun.growth.plan_cell import plan_cell
from kijun.growth.progress import KeptStep, keep
from kijun.judgement.proof import CellJudgement
from kijun.judgement.record_judgement import EditionJudgement, RecordJudgement
from kijun.judgement.summary import summaries
from kijun.text import Text
from kijun.verdict import MET
from kijun.web.judgements.queries import Asked
from kijun.web.judgements.titles import Titled, judge_titled
from kijun.web.library.kept import while_standards_stand
from kijun.web.library.queries import editions
from kijun.web.people.models import Record

MOST_WAYS: Final = 12
"""A record may hold hundreds of engagements with a fact that would do; the first are those that need least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A printed cell that somebody may aim at, judged and planned; `labels` are what engagements are called on a page."""

    edition: EditionJudgement
    category: Category
    field: Field
    judged: CellJudgement
    growth: Growth
    titled: Titled

    @property
    def path(self) -> str:
        """The path of the cell."""
        return self.judged.cell.indicator.path

    @property
    def name(self) -> Text:
        """What the cell is called."""
        return self.printed.cell_name(self.field, self.judged.cell.indicator.level)

    @property
    def printed(self) -> Edition:
        """The edition as it is printed."""
        return self.edition.edition.edition

    @property
    def names(self) -> Names:
        """What words are called in the edition."""
        return self.printed.vocabulary.name

    @property
    def is_met(self) -> bool:
        """Whether it is met already."""
        return self.judged.verdict is MET

    @property
    def met_parts(self) -> tuple[str, ...]:
        """The deciding parts that are met."""
        deciding = self.judged.cell.deciding
        return tuple(name for name in deciding if self.judged.parts[name].verdict is MET)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One way to take a step: how it is said, and the evidence that it stands for."""

    addition: Addition
    headline: Text
    details: tuple[Text, ...]


def edition_of(cell: str) -> Edition | None:
    """Return the installed edition to which the path of a cell belongs, or None."""
    found = [each for each in editions() if cell.startswith(f"{each.id}/")]
    return max(found, key=lambda each: len(each.id), default=None)


def judged_for(cell: str, record: Record, asked: Asked) -> Titled | None:
    """Return the record judged where the cell is printed; None where it is in no installed edition."""
    titled = judge_titled(record, asked)
    if titled.judged.cell(cell) is not None:
        return titled
    edition = edition_of(cell)
    if edition is None or cell not in edition.indicators:
        return None
    return judge_titled(record, replace(asked, edition=edition.id))


def find_goal(cell: str, record: Record, asked: Asked) -> Goal | None:
    """Return the plans for a cell by a record, or None where it is not printed in an installed edition."""
    titled = judged_for(cell, record, asked)
    return None if titled is None else _goal(cell, titled)


def _goal(cell: str, titled: Titled) -> Goal:
    judged = titled.judged
    edition = next(each for each in judged.editions if cell in each.cells)
    field_path = cell.rpartition("/")[0]
    category, field = next(each for each in edition.edition.edition.fields() if each[1].path == field_path)
    return Goal(
        edition=edition,
        category=category,
        field=field,
        judged=edition.cells[cell],
        growth=plan_cell(cell, edition, judged.person, on=judged.on),
        titled=titled,
    )


class _Same:
    """A judgement as a key: by identity, because comparing two takes longer than planning."""

    __slots__ = ("judged",)

    def __init__(self, judged: RecordJudgement) -> None:
        self.judged = judged

    def __hash__(self) -> int:
        return id(self.judged)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.judged is self.judged


def distances_of(judged: RecordJudgement) -> tuple[Distance, ...]:
    """Return every printed cell with its plans; kept for the judgement."""
    return _distances(_Same(judged))


@while_standards_stand
@lru_cache(maxsize=200)
def _distances(key: _Same) -> tuple[Distance, ...]:
    return tuple(distances(key.judged))


def suggested(judged: RecordJudgement, most: int, *, but: Collection[str] = ()) -> list[Distance]:
    """Return the goals to suggest but some: the next cell of each field with evidence, then the nearest of all."""
    found = distances_of(judged)
    by_path = {each.growth.cell: each for each in found}
    following = [
        by_path[summary.next_cell.cell.indicator.path]
        for edition in judged.editions
        for summary in summaries(edition, judged.person)
        if summary.next_cell is not None
    ]
    near = nearest([each for each in found if each not in following])
    return [each for each in (*nearest(following), *near) if each.growth.cell not in but][:most]


def digest(plan: Plan) -> str:
    """Return what tells a plan from every other one: somebody keeps the plan that they saw."""
    told = [
        [step.part, *(dump_additions(as_evidence([each], day=plan.day)) for each in ways(step))] for step in plan.steps
    ]
    words = json.dumps([plan.day.isoformat(), told], sort_keys=True)
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def ways(step: Step) -> tuple[Addition, ...]:
    """Return the ways to take a step among which somebody chooses, the step itself first."""
    return (step.addition, *step.instead)[:MOST_WAYS]


def find_plan(goal: Goal, seen: str) -> Plan | None:
    """Return the plan that somebody saw, or None where the record has moved on since."""
    return next((plan for plan in goal.growth.plans if digest(plan) == seen), None)


def choices(step: Step, goal: Goal) -> Iterator[Choice]:
    """Yield the ways to take a step: the step itself, then what would do in its place."""
    for addition in ways(step):
        plan = Plan(steps=(Step(part=step.part, addition=addition),), day=goal.titled.judged.on)
        (said,) = explain_plan(plan, goal.names)
        labels = goal.titled.labels
        yield Choice(
            addition=addition,
            headline=labels.named(said.headline),
            details=tuple(labels.named(each) for each in said.details),
        )


def kept_steps(plan: Plan, chosen: list[Addition], goal: Goal, person: Person) -> list[KeptStep]:
    """Return a plan's steps as they are kept, with the chosen ways, beside the record's own engagements."""
    pairs = [(step.part, _with_id(each, goal.titled)) for step, each in zip(plan.steps, chosen, strict=True)]
    return keep(pairs, person, day=plan.day)


def _with_id(addition: Addition, titled: Titled) -> Addition:
    """Return an addition to an engagement under the id that it has on record."""
    if isinstance(addition, FurtherService | FactRecorded | EquivalenceRecognised):
        return replace(addition, engagement=titled.id_of(addition.engagement))
    return addition
