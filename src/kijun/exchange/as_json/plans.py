"""How is a plan written for other programs? docs/reference/plan-json.md describes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Final, Protocol, cast

from kijun.evidence import Person
from kijun.evidence.assume import Additions
from kijun.evidence.dump_additions import dump_additions
from kijun.exchange.as_json.assumptions import dump_assumed
from kijun.framework.dump import Plain, dump_citation, dump_text
from kijun.growth.addition import (
    Addition,
    AreaReached,
    CircumstancesConfirmed,
    EquivalenceRecognised,
    ExaminationPassed,
    FactRecorded,
    FurtherService,
    KindHandedOn,
    MentoringBegun,
    NewEngagement,
    SkillRated,
)
from kijun.growth.apply import as_evidence
from kijun.growth.explain_addition import say_addition
from kijun.growth.plan import Growth, Plan, Step
from kijun.judgement.assumption import Assumption
from kijun.judgement.proof import CellJudgement
from kijun.judgement.record_judgement import EditionJudgement, RecordJudgement

KINDS: Final[Mapping[type[Addition], str]] = {
    NewEngagement: "new engagement",
    FurtherService: "further service",
    FactRecorded: "fact recorded",
    EquivalenceRecognised: "equivalence recognised",
    KindHandedOn: "kind handed on",
    AreaReached: "area reached",
    MentoringBegun: "mentoring begun",
    ExaminationPassed: "examination passed",
    CircumstancesConfirmed: "circumstances confirmed",
    SkillRated: "skill rated",
}
"""What each kind of step is called, for ever: other programs read it."""

_RENAMED: Final = {"kind": "contribution", "is_claimed": "claimed", "is_raised": "raised"}


class Planned(Protocol):
    """A cell with its judgement and its plans."""

    @property
    def edition(self) -> EditionJudgement:
        """The edition in which it is printed."""

    @property
    def cell(self) -> CellJudgement:
        """Its judgement."""

    @property
    def growth(self) -> Growth:
        """Its plans."""


def dump_planned(
    judged: RecordJudgement, planned: Sequence[Planned], assumed: Sequence[Assumption] | None = None
) -> dict[str, Plain]:
    """Return the plans of cells, with the evidence that each plan stands for as --with reads it."""
    return {
        "person": judged.person.employee,
        "on": judged.on.isoformat(),
        "assumed": dump_assumed(assumed or ()),
        "cells": [
            {
                "cell": each.growth.cell,
                "verdict": each.cell.verdict.value,
                "plans": [_plan(plan, each, judged.person) for plan in each.growth.plans],
            }
            for each in planned
        ],
    }


def _plan(plan: Plan, planned: Planned, person: Person) -> dict[str, Plain]:
    evidence: Additions = as_evidence([step.addition for step in plan.steps], day=plan.day, beside=person)
    return {
        "steps": len(plan.steps),
        "day": plan.day.isoformat(),
        "additions": [_step(step, planned) for step in plan.steps],
        "evidence": cast("Plain", dump_additions(evidence)),
    }


def _step(step: Step, planned: Planned) -> dict[str, Plain]:
    return {
        "part": step.part,
        **_addition(step.addition, planned),
        "citation": dump_citation(planned.cell.cell.indicator.cited_part(step.part)),
        "instead": [_addition(each, planned) for each in step.instead],
    }


def _addition(addition: Addition, planned: Planned) -> dict[str, Plain]:
    names = planned.edition.edition.edition.vocabulary.name
    plain: dict[str, Plain] = {"kind": KINDS[type(addition)]}
    if isinstance(addition, NewEngagement):
        plain |= {"parts": [*addition.parts], "level": addition.level, "days": addition.days}
    else:
        said = {part.name: _value(getattr(addition, part.name)) for part in fields(addition)}
        plain |= {_RENAMED.get(name, name): value for name, value in said.items()}
    return {**plain, "text": dump_text(say_addition(addition, names))}


def _value(value: object) -> Plain:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_value(each) for each in value]
    if is_dataclass(value):
        return {part.name: _value(getattr(value, part.name)) for part in fields(value)}
    assert value is None or isinstance(value, str | int)
    return value
