"""How is a plan kept, changed, made anew and closed?

Every change is one transaction: the plan, a row of its own history with what was before and after, and the event.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from kijun.evidence.dump_additions import dump_additions
from kijun.growth.progress import KeptStep
from kijun.text import Text
from kijun.web.accounts.models import User
from kijun.web.audit.actions import note
from kijun.web.people.models import Record
from kijun.web.plans.goals import Choice, Goal
from kijun.web.plans.models import Plan, PlanChange, Step
from kijun.web.plans.queries import Followed, steps_of

Plain = dict[str, object]


class Outdated(Exception):
    """Somebody changed the plan after the state that the author saw."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A step as somebody chose it: its evidence, how it is said, and by when."""

    step: KeptStep
    choice: Choice
    by_when: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """What somebody wrote beside a step: by when, and a note."""

    by_when: date
    note: str


def keep_plan(
    record: Record,
    goal: Goal,
    chosen: Sequence[Chosen],
    *,
    author: User,
    name: str = "",
    remark: str = "",
    at: datetime | None = None,
) -> Plan:
    """Keep a plan for a goal; `at` is the moment that is recorded, of plans that come with a history."""
    with transaction.atomic():
        plan = Plan.objects.create(
            record=record,
            cell=goal.path,
            edition=goal.printed.id,
            kept_at=at or timezone.now(),
            kept_on=goal.titled.judged.on,
            name=name,
            note=remark,
            target_day=max(each.by_when for each in chosen),
            met_before=list(goal.met_parts),
        )
        _add_steps(plan, chosen, first=1)
        _change(plan, PlanChange.Kind.KEPT, author, before=None, at=at)
    return plan


def edit_plan(
    plan: Plan, *, author: User, based_on: int, name: str, remark: str, dates: Mapping[int, Dates]
) -> PlanChange | None:
    """Change the name, the note and the days of a plan; None where nothing is another. Raises Outdated."""
    with transaction.atomic():
        plan = _seen(plan, based_on)
        before = as_plain(plan)
        for step in steps_of(plan):
            if step.position in dates:
                step.by_when, step.note = dates[step.position].by_when, dates[step.position].note
                step.save(update_fields=["by_when", "note"])
        plan.name, plan.note = name, remark
        plan.target_day = _target(plan)
        plan.save(update_fields=["name", "note", "target_day"])
        if as_plain(plan) == before:
            return None
        return _change(plan, PlanChange.Kind.EDITED, author, before=before)


def plan_anew(plan: Plan, followed: Followed, chosen: Sequence[Chosen], *, author: User, based_on: int) -> PlanChange:
    """Put the steps of a plan from today in the place of those that are not settled, which stay in the history.

    Raises Outdated.
    """
    with transaction.atomic():
        plan = _seen(plan, based_on)
        before, now = as_plain(plan), timezone.now()
        for each in followed.steps:
            if each.progress.is_settled:
                each.step.done_at = each.step.done_at or now
            else:
                each.step.dropped_at = now
            each.step.save(update_fields=["done_at", "dropped_at"])
        _add_steps(plan, chosen, first=1 + max((step.position for step in plan.steps.all()), default=0))
        plan.target_day = _target(plan)
        plan.save(update_fields=["target_day"])
        return _change(plan, PlanChange.Kind.ANEW, author, before=before)


def close_as_reached(plan: Plan, followed: Followed, *, author: User, based_on: int) -> PlanChange:
    """Put a plan with the goals that were reached, with the day on which its cell became met. Raises Outdated."""
    with transaction.atomic():
        plan = _seen(plan, based_on)
        before, now = as_plain(plan), timezone.now()
        for each in followed.steps:
            if each.progress.is_settled and each.step.done_at is None:
                each.step.done_at = now
                each.step.save(update_fields=["done_at"])
        plan.achieved_at, plan.achieved_on = now, followed.reached_on
        plan.save(update_fields=["achieved_at", "achieved_on"])
        return _change(plan, PlanChange.Kind.REACHED, author, before=before)


def withdraw(plan: Plan, *, author: User, based_on: int) -> PlanChange:
    """Give a plan up; it stays in the history. Raises Outdated."""
    return _close(plan, author, based_on, PlanChange.Kind.WITHDRAWN)


def reopen(plan: Plan, *, author: User, based_on: int) -> PlanChange:
    """Take a plan up again that was given up or put with those reached. Raises Outdated."""
    return _close(plan, author, based_on, PlanChange.Kind.REOPENED)


def _close(plan: Plan, author: User, based_on: int, kind: PlanChange.Kind) -> PlanChange:
    with transaction.atomic():
        plan = _seen(plan, based_on)
        before = as_plain(plan)
        plan.withdrawn_at = timezone.now() if kind is PlanChange.Kind.WITHDRAWN else None
        if kind is PlanChange.Kind.REOPENED:
            plan.achieved_at = plan.achieved_on = None
        plan.save(update_fields=["withdrawn_at", "achieved_at", "achieved_on"])
        return _change(plan, kind, author, before=before)


def as_plain(plan: Plan) -> Plain:
    """Return a plan as its history keeps it."""
    return {
        "name": plan.name,
        "note": plan.note,
        "target_day": plan.target_day.isoformat(),
        "achieved_on": plan.achieved_on.isoformat() if plan.achieved_on else None,
        "withdrawn": plan.withdrawn_at is not None,
        "steps": [
            {
                "position": step.position,
                "headline": step.words["headline"],
                "by_when": step.by_when.isoformat(),
                "note": step.note,
                "done": step.done_at is not None,
            }
            for step in Step.objects.filter(plan=plan, dropped_at=None)
        ],
    }


def _seen(plan: Plan, based_on: int) -> Plan:
    current = Plan.objects.select_for_update().prefetch_related("steps").get(pk=plan.pk)
    if current.number != based_on:
        raise Outdated
    return current


def _target(plan: Plan) -> date:
    days = Step.objects.filter(plan=plan, dropped_at=None).values_list("by_when", flat=True)
    return max(days, default=plan.target_day)


def _add_steps(plan: Plan, chosen: Sequence[Chosen], *, first: int) -> None:
    for position, each in enumerate(chosen, start=first):
        assert each.step.adds is not None, "a plan is made of what can be added"
        Step.objects.create(
            plan=plan,
            position=position,
            part=each.step.part,
            addition=dump_additions(each.step.adds),
            words={
                "headline": _dump_text(each.choice.headline),
                "details": [*map(_dump_text, each.choice.details)],
            },
            by_when=each.by_when,
        )


def _dump_text(text: Text) -> Plain:
    return {"ja": text.ja, "en": text.en}


def _change(
    plan: Plan, kind: PlanChange.Kind, author: User, *, before: Plain | None, at: datetime | None = None
) -> PlanChange:
    plan.number += 1
    plan.save(update_fields=["number"])
    now, owner = at or timezone.now(), plan.record.owner
    change = PlanChange.objects.create(
        plan=plan,
        number=plan.number,
        at=now,
        author=author,
        author_name=author.name,
        kind=kind,
        before=before,
        after=as_plain(plan),
    )
    subject = f"plan/{owner.key}/{plan.key}/{plan.number}"
    note(f"plan.{kind}", actor=author, about=owner, subject=subject, at=now)
    return change
