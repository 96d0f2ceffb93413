"""By which smallest additions would the target be met, without what is kept back?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from kijun.evidence import Person
from kijun.growth.addition import Addition, EquivalenceRecognised, FactRecorded
from kijun.growth.explain import explain_plan, say_plan
from kijun.growth.plan import Plan as Planned
from kijun.growth.plan import Step
from kijun.growth.plan_cell import plan_cell
from kijun.report.mask import Labels, is_equivalence_masked, is_measure_masked
from kijun.report.passport import Plan
from kijun.report.target import Target
from kijun.text import Text
from kijun.verdict import MET

_MOST_PLANS: Final = 2


def ways_to(target: Target, person: Person, labels: Labels, *, on: date) -> tuple[Plan, ...]:
    """Return the plans with the fewest steps that make the target met, at most two; none where it is met or not printed."""
    judged = target.edition.cells.get(target.cell)
    if judged is None or judged.verdict is MET:
        return ()
    growth = plan_cell(target.cell, target.edition, person, on=on)
    return tuple(_said(plan, target, labels) for plan in growth.smallest[:_MOST_PLANS] if plan.steps)


def _said(plan: Planned, target: Target, labels: Labels) -> Plan:
    names = target.edition.edition.edition.vocabulary.name
    shown = [
        replace(step, instead=tuple(each for each in step.instead if not _is_kept_back(each, labels)))
        for step in plan.steps
        if not _is_kept_back(step.addition, labels)
    ]
    said = explain_plan(replace(plan, steps=tuple(shown)), names)
    steps = [(labels.named(each.headline), tuple(labels.named(line) for line in each.details)) for each in said]
    hidden = [step for step in plan.steps if _is_kept_back(step.addition, labels)]
    return Plan(
        steps=(*steps, *((_say_hidden(step, labels), ()) for step in hidden)),
        summary=labels.named(say_plan(plan)),
    )


def _is_kept_back(addition: Addition, labels: Labels) -> bool:
    """Return whether a step would tell a fact that is kept back, because the fact is what it asks for."""
    match addition:
        case FactRecorded(engagement=engagement, fact=fact):
            facts = labels.masks.get(engagement, frozenset())
            if fact == "conditions":
                return "conditions" in facts
            if fact in ("customers", "market"):
                return "customers" in facts
            return is_measure_masked(fact, facts)
        case EquivalenceRecognised(engagement=engagement):
            return is_equivalence_masked(labels.masks.get(engagement, frozenset()))
        case _:
            return False


def _say_hidden(step: Step, labels: Labels) -> Text:
    addition = step.addition
    assert isinstance(addition, FactRecorded | EquivalenceRecognised), "only these are about facts of an engagement"
    label = labels.label[addition.engagement]
    return Text(
        ja=f"{label.ja}: 伏せた事実を1つ記録するか、認定を受ける",
        en=f"{label.en}: one masked fact to be recorded or recognised",
    )
