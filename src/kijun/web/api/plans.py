"""Which operations keep plans, change them, and tell how far somebody has come?"""

from __future__ import annotations

from typing import Any, Final, Literal

from django.http import Http404, HttpRequest
from ninja import Body, Query, Router, Schema
from pydantic import Field

from kijun.framework.dump import dump_text
from kijun.growth.plan import Plan as Planned
from kijun.growth.progress import follow
from kijun.text import Text
from kijun.web.accounts.guards import viewer_of
from kijun.web.accounts.permissions import KEEP_PLAN
from kijun.web.api.asking import When, iso, question_for, record_for
from kijun.web.api.goals import NOT_PRINTED, READ
from kijun.web.api.operations import operation
from kijun.web.api.pages import Exactly, Page, Piece, page_of
from kijun.web.api.texts import TextShape
from kijun.web.api.wrong import changed_since, invalid_form, invalid_value
from kijun.web.judgements.queries import Asked
from kijun.web.people.models import Record
from kijun.web.people.queries import read_record
from kijun.web.plans import actions
from kijun.web.plans.forms import KeepForm, PlanForm, first_day
from kijun.web.plans.goals import Goal, digest, find_goal, find_plan
from kijun.web.plans.models import Plan
from kijun.web.plans.queries import Followed, FollowedStep, follow_plan, plans_of
from kijun.web.plans.queries import find_plan as find_kept

router = Router(tags=["plans"])
WRITE: Final = "plan:write"
_MOST_STEPS: Final = 60
_NOT_ENOUGH: Final = Text(
    ja="選んだやり方を合わせても足りないか、要らないものがある。どれかを最初のやり方に戻す",
    en="taken together these ways are not enough, or more than is needed; take the first way at one of the steps",
)
_NO_PLAN: Final = Text(
    ja="このセルには、取っておける計画がない", en="there is no plan for this cell that could be kept"
)


class StepShape(Schema):
    """A step of a kept plan, and how it stands."""

    position: int
    part: str
    headline: TextShape
    details: list[TextShape]
    by_when: str
    note: str
    standing: str = Field(description="done, spare, open or lost.")
    is_missed: bool


class PlanShape(Schema):
    """A kept plan beside the record as it is today."""

    key: str
    cell: str
    edition: str
    cell_name: TextShape
    name: str
    note: str
    number: int = Field(description="What `based_on` has to be to change it.")
    state: Literal["current", "reached", "withdrawn"]
    kept_on: str
    target_day: str
    verdict: str | None = Field(description="Of the cell; null where it is in no installed edition.")
    reached_on: str | None
    earliest: str | None = Field(description="The first day on which the cell can be met.")
    is_enough: bool | None
    settled: int
    steps: list[StepShape]


class ProposalShape(Schema):
    """What may be kept for a goal: each plan by the digest that `seen` names, with the ways to take each step."""

    seen: str
    day: str
    offered_day: str
    steps: list[dict[str, Any]]


class Way(Exactly):
    """How and by when a step is taken."""

    way: int = Field(default=0, ge=0, le=50, description="Which of the ways, from 0.")
    by_when: str | None = Field(default=None, max_length=40)


class NewPlan(Exactly):
    """A plan to keep. Without `seen` it is the one with the fewest steps; without `steps`, each in its first way."""

    cell: str = Field(max_length=200)
    seen: str | None = Field(default=None, max_length=64)
    name: str = Field(default="", max_length=120)
    note: str = Field(default="", max_length=2000)
    steps: list[Way] = Field(default=[], max_length=_MOST_STEPS)


class StepDates(Exactly):
    """The day and the note of a step that is not settled."""

    position: int = Field(ge=1, le=10_000)
    by_when: str = Field(max_length=40)
    note: str = Field(default="", max_length=500)


class ChangedPlan(Exactly):
    """What a plan is to say from now on; steps that are not named stay as they are."""

    based_on: int = Field(ge=0, le=2**31)
    name: str = Field(default="", max_length=120)
    note: str = Field(default="", max_length=2000)
    steps: list[StepDates] = Field(default=[], max_length=_MOST_STEPS)


class Act(Exactly):
    """What is done with a plan."""

    act: Literal["reached", "anew", "withdrawn", "reopened"]
    based_on: int = Field(ge=0, le=2**31)


class GoalOf(Exactly):
    """Of which cell."""

    cell: str = Field(max_length=200)


@operation(
    router,
    "GET",
    "/people/{slug:person}/plans",
    scope=READ,
    ja="取ってある計画と進み具合(新しい順)",
    answer=Page[PlanShape],
)
def plans(request: HttpRequest, person: str, given: Query[Piece]) -> dict[str, Any]:
    """Give the plans that are kept, with their progress, newest first."""
    record = record_for(request, person)
    asked = _today(record)
    return page_of(plans_of(record), given, lambda kept: _plan(follow_plan(_with(kept, record), asked)))


@operation(
    router,
    "GET",
    "/people/{slug:person}/plans/proposals",
    scope=READ,
    ja="セルのために取っておける計画",
    answer=list[ProposalShape],
)
def proposals(request: HttpRequest, person: str, given: Query[GoalOf]) -> list[dict[str, Any]]:
    """Give the plans for a cell that can be kept."""
    goal = _goal(record_for(request, person), given.cell, "query")
    return [_proposal(each, goal) for each in goal.growth.plans if each.steps]


@operation(
    router,
    "POST",
    "/people/{slug:person}/plans",
    scope=WRITE,
    permission=KEEP_PLAN,
    ja="計画を取っておく",
    answer=PlanShape,
)
def keep(request: HttpRequest, person: str, body: Body[NewPlan]) -> dict[str, Any]:
    """Keep a plan. 409 where the record has moved on since the one in `seen` was shown."""
    record = record_for(request, person, KEEP_PLAN)
    goal = _goal(record, body.cell, "body")
    planned = goal.growth.best if body.seen is None else find_plan(goal, body.seen)
    if body.seen is not None and planned is None:
        raise changed_since()
    if planned is None or not planned.steps:
        raise invalid_value(["body", "cell"], _NO_PLAN)
    form = KeepForm(_filled(body, planned, goal), goal=goal, plan=planned)
    if not form.is_valid():
        raise invalid_form(form, "body")
    chosen = form.chosen(read_record(record).person)
    progress = follow(
        goal.judged.cell, read_record(record).person, [each.step for each in chosen], on=goal.titled.judged.on
    )
    if not progress.is_enough or progress.settled:
        raise invalid_value(["body", "steps"], _NOT_ENOUGH)
    kept = actions.keep_plan(record, goal, chosen, author=viewer_of(request), name=body.name, remark=body.note)
    return _shown(record, kept.key)


@operation(
    router,
    "GET",
    "/people/{slug:person}/plans/{slug:plan}",
    scope=READ,
    ja="一つの計画と進み具合",
    answer=PlanShape,
)
def plan(request: HttpRequest, person: str, plan: str) -> dict[str, Any]:
    """One plan with its progress."""
    return _shown(record_for(request, person), plan)


@operation(
    router,
    "PATCH",
    "/people/{slug:person}/plans/{slug:plan}",
    scope=WRITE,
    permission=KEEP_PLAN,
    ja="計画の名前、メモ、日付を変える",
    answer=PlanShape,
)
def change(request: HttpRequest, person: str, plan: str, body: Body[ChangedPlan]) -> dict[str, Any]:
    """Change the name, the note and the days of a plan."""
    record = record_for(request, person, KEEP_PLAN)
    kept = _kept(record, plan)
    followed = follow_plan(kept, _today(record))
    form = PlanForm(_dates(body, followed), plan=kept, followed=followed.steps)
    if not form.is_valid():
        raise invalid_form(form, "body")
    try:
        actions.edit_plan(
            kept,
            author=viewer_of(request),
            based_on=body.based_on,
            name=body.name,
            remark=body.note,
            dates=form.dates(),
        )
    except actions.Outdated as outdated:
        raise changed_since() from outdated
    return _shown(record, plan)


@operation(
    router,
    "POST",
    "/people/{slug:person}/plans/{slug:plan}/acts",
    scope=WRITE,
    permission=KEEP_PLAN,
    ja="計画を達成とする、作り直す、やめる、再開する",
    answer=PlanShape,
)
def act(request: HttpRequest, person: str, plan: str, body: Body[Act]) -> dict[str, Any]:
    """Put a plan with those reached, make it anew from today, give it up, or take it up again. 409 where it does not stand so."""
    record = record_for(request, person, KEEP_PLAN)
    kept, author = _kept(record, plan), viewer_of(request)
    followed = follow_plan(kept, _today(record))
    try:
        match body.act:
            case "reached" if kept.is_current and followed.is_reached:
                actions.close_as_reached(kept, followed, author=author, based_on=body.based_on)
            case "anew" if kept.is_current and not followed.is_reached:
                goal = _goal(record, kept.cell, "path")
                chosen = _first_ways(goal, record)
                actions.plan_anew(kept, followed, chosen, author=author, based_on=body.based_on)
            case "withdrawn" if kept.is_current:
                actions.withdraw(kept, author=author, based_on=body.based_on)
            case "reopened" if not kept.is_current:
                actions.reopen(kept, author=author, based_on=body.based_on)
            case _:
                raise changed_since()
    except actions.Outdated as outdated:
        raise changed_since() from outdated
    return _shown(record, plan)


def _today(record: Record) -> Asked:
    return question_for(When(), record).asked


def _goal(record: Record, cell: str, place: str) -> Goal:
    goal = find_goal(cell, record, _today(record))
    if goal is None:
        raise invalid_value([place, "cell"], NOT_PRINTED)
    return goal


def _first_ways(goal: Goal, record: Record) -> list[actions.Chosen]:
    best = goal.growth.best
    if best is None or not best.steps:
        raise invalid_value(["path", "plan"], _NO_PLAN)
    form = KeepForm(_filled(NewPlan(cell=goal.path), best, goal), goal=goal, plan=best)
    assert form.is_valid(), "the first ways are a plan"
    return form.chosen(read_record(record).person)


def _filled(body: NewPlan, planned: Planned, goal: Goal) -> dict[str, str]:
    """Return what a form of the pages would hold."""
    offered = first_day(planned, goal.titled.judged.on).isoformat()
    filled = {"seen": digest(planned), "name": body.name, "note": body.note}
    for number in range(len(planned.steps)):
        way = body.steps[number] if number < len(body.steps) else Way()
        filled |= {f"way_{number}": str(way.way), f"by_when_{number}": way.by_when or offered}
    return filled


def _dates(body: ChangedPlan, followed: Followed) -> dict[str, str]:
    wanted = {each.position: each for each in body.steps}
    filled = {"based_on": str(body.based_on), "name": body.name, "note": body.note}
    for each in followed.steps:
        at = each.step.position
        given = wanted.get(at)
        filled[f"by_when_{at}"] = given.by_when if given else each.step.by_when.isoformat()
        filled[f"note_{at}"] = given.note if given else each.step.note
    return filled


def _with(plan: Plan, record: Record) -> Plan:
    plan.record = record
    return plan


def _kept(record: Record, key: str) -> Plan:
    found = find_kept(record, key)
    if found is None:
        raise Http404
    return _with(found, record)


def _shown(record: Record, key: str) -> dict[str, Any]:
    return _plan(follow_plan(_kept(record, key), _today(record)))


def _plan(followed: Followed) -> dict[str, Any]:
    kept, progress = followed.plan, followed.progress
    names = ("key", "cell", "edition", "name", "note", "number")
    return {
        **{name: getattr(kept, name) for name in names},
        "cell_name": dump_text(followed.name),
        "state": "current" if kept.is_current else "withdrawn" if kept.withdrawn_at else "reached",
        "kept_on": kept.kept_on.isoformat(),
        "target_day": kept.target_day.isoformat(),
        "verdict": followed.judged.verdict.value if followed.judged else None,
        "reached_on": iso(followed.reached_on or kept.achieved_on),
        "earliest": iso(progress.day) if progress else None,
        "is_enough": progress.is_enough if progress else None,
        "settled": followed.settled,
        "steps": [_step(each) for each in followed.steps],
    }


def _step(followed: FollowedStep) -> dict[str, Any]:
    step = followed.step
    return {
        "position": step.position,
        "part": step.part,
        "headline": dump_text(followed.headline),
        "details": [dump_text(each) for each in followed.details],
        "by_when": step.by_when.isoformat(),
        "note": step.note,
        "standing": followed.progress.standing.value,
        "is_missed": followed.is_missed,
    }


def _proposal(planned: Planned, goal: Goal) -> dict[str, Any]:
    form = KeepForm(goal=goal, plan=planned)
    return {
        "seen": digest(planned),
        "day": planned.day.isoformat(),
        "offered_day": first_day(planned, goal.titled.judged.on).isoformat(),
        "steps": [
            {"part": step.part, "ways": [dump_text(way.headline) for way in ways]}
            for step, ways in zip(planned.steps, form.ways, strict=True)
        ],
    }
