"""What do the page of a goal and that of a kept plan show?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from kijun.growth.addition import FactRecorded
from kijun.growth.distances import Distance, nearest
from kijun.growth.explain import explain_plan, say_plan, say_unlisted
from kijun.growth.plan import Plan as Planned
from kijun.judgement.explain import PART_NAMES, say_outcome
from kijun.judgement.proof import CellJudgement
from kijun.text import Text
from kijun.web.judgements.marks import mark_class
from kijun.web.judgements.titles import Titled, judge_titled
from kijun.web.library.templatetags.kijun import said
from kijun.web.plans.forms import KeepForm
from kijun.web.plans.goals import Goal, digest, distances_of
from kijun.web.plans.models import Step
from kijun.web.plans.queries import Followed
from kijun.web.plans.visiting import Visit

MOST_NEXT: Final = 3
MOST_OTHERS: Final = 6


def suggestion(distance: Distance, titled: Titled, here: Visit) -> dict[str, Any]:
    """Return a goal to suggest: how the cell stands, how many steps it takes, from which day on."""
    best = distance.growth.best
    return {
        "name": distance.name,
        "url": here.url("goal", cell=distance.growth.cell),
        "outcome": say_outcome(distance.cell),
        "kind": mark_class(distance.cell.mark),
        "plan": None if best is None else say_plan(best),
        "steps": [] if best is None else [titled.labels.named(each.headline) for each in _said(best, distance)],
    }


def _said(plan: Planned, distance: Distance) -> Any:
    return explain_plan(plan, distance.edition.edition.edition.vocabulary.name)


def goal_page(goal: Goal, plan: Planned | None, here: Visit, *, form: KeepForm | None) -> dict[str, Any]:
    """Return what the page of a goal shows: one plan with its steps, the other plans, what is not needed."""
    deciding = goal.judged.cell.deciding
    others = [each for each in goal.growth.plans if each is not plan]
    return {
        "goal": goal,
        "outcome": say_outcome(goal.judged),
        "kind": mark_class(goal.judged.mark),
        "plan": plan,
        "plan_said": None if plan is None else say_plan(plan),
        "seen": None if plan is None else digest(plan),
        "steps": [] if plan is None else said_steps(goal, plan),
        "unlisted": None if plan is None else say_unlisted(plan, here.person.complete),
        "others": [_other(goal, each, here) for each in others[:MOST_OTHERS]],
        "not_needed": [PART_NAMES[name] for name in deciding if name in goal.met_parts],
        "form": form if here.may_keep else None,
        "cell_url": cell_url(goal.path, here),
        "library_url": f"{reverse('library:library')}{goal.path}/",
        "crumbs": crumbs(here, said(goal.name)),
    }


def said_steps(goal: Goal, plan: Planned) -> list[dict[str, Any]]:
    """Return the steps of a plan in words, each with the part that it serves and where that is printed."""
    return [
        {
            "part": PART_NAMES[each.part],
            "headline": goal.titled.labels.named(each.headline),
            "details": [goal.titled.labels.named(line) for line in each.details],
            "citation": goal.judged.cell.indicator.cited_part(each.part),
            "url": f"{reverse('library:library')}{goal.path}/{each.part}/",
        }
        for each in explain_plan(plan, goal.names)
    ]


def _other(goal: Goal, plan: Planned, here: Visit) -> dict[str, Any]:
    seen = digest(plan)
    url = here.url("goal", cell=goal.path)
    return {
        "said": say_plan(plan),
        "why": _why(goal, plan),
        "steps": said_steps(goal, plan),
        "url": f"{url}{'&' if '?' in url else '?'}plan={seen}",
    }


def _why(goal: Goal, plan: Planned) -> str:
    """Return what is different about a plan, where something is."""
    if any(isinstance(step.addition, FactRecorded) for step in plan.steps):
        return _("by recording facts first")
    best = goal.growth.best
    if best is not None and plan.day < best.day:
        return _("earlier")
    return ""


def plan_page(followed: Followed, goal: Goal | None, here: Visit) -> dict[str, Any]:
    """Return what the page of a kept plan shows."""
    plan = followed.plan
    facts = {"person": here.owner.key, "key": plan.key}
    best = goal.growth.best if goal else None
    progress = followed.progress
    before, now = set(plan.met_before), set(progress.met if progress else ())
    return {
        "followed": followed,
        "plan": plan,
        "name": plan.name or said(followed.name),
        "outcome": None if followed.judged is None else say_outcome(followed.judged),
        "kind": None if followed.judged is None else mark_class(followed.judged.mark),
        "parts": [] if followed.judged is None else _parts(followed.judged, before, now),
        "short": [PART_NAMES[each] for each in progress.short] if progress else [],
        "steps": [{"part": PART_NAMES[each.step.part], "each": each} for each in followed.steps],
        "dropped": [_dropped(step) for step in plan.steps.all() if step.dropped_at is not None],
        "anew": None if goal is None or best is None or not _is_worth_anew(followed, best, here) else _anew(goal, best),
        "changes": _changes(plan.changes.all()),
        "goal_url": here.url("goal", cell=plan.cell) if goal else None,
        "cell_url": cell_url(plan.cell, here) if goal else None,
        "edit_url": reverse("plans:edit", kwargs=facts),
        "file_url": reverse("plans:file", kwargs=facts),
        "act_urls": {act: reverse("plans:act", kwargs={**facts, "act": act}) for act in ACTS},
        "crumbs": crumbs(here, plan.name or said(followed.name)),
    }


ACTS: Final = ("anew", "reached", "withdrawn", "reopened")


def _dropped(step: Step) -> dict[str, Any]:
    return {"said": _text(step.words["headline"]), "dropped_at": step.dropped_at}


def _parts(judged: CellJudgement, before: set[str], now: set[str]) -> list[dict[str, Any]]:
    return [
        {
            "name": PART_NAMES[name],
            "before": name in before,
            "now": name in now,
            "kind": mark_class(judged.parts[name].verdict.value),
        }
        for name in judged.cell.deciding
    ]


def _is_worth_anew(followed: Followed, best: Planned, here: Visit) -> bool:
    """Return whether a plan from today is another one than what is left of this: it is not enough, late, longer or slower."""
    progress = followed.progress
    if progress is None or not best.steps or here.question is None or not here.question.is_usual:
        return False
    left = len(followed.steps) - followed.settled
    return not progress.is_enough or bool(followed.missed) or (len(best.steps), best.day) < (left, progress.day)


def _anew(goal: Goal, best: Planned) -> dict[str, Any]:
    return {"said": say_plan(best), "steps": said_steps(goal, best), "day": best.day}


def _changes(changes: Any) -> list[dict[str, Any]]:
    """Return the history of a plan: what was done, and what it changed."""
    return [{"change": each, "lines": _lines(each.before or {}, each.after or {})} for each in changes]


def _lines(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    if not before:
        return []
    found = []
    for key, label in (("name", pgettext("of a plan", "Name")), ("note", pgettext("of a plan", "Note"))):
        if before[key] != after[key]:
            found.append(
                _("%(label)s: %(before)s → %(after)s")
                % {"label": label, "before": before[key] or "–", "after": after[key] or "–"}
            )
    old = {each["position"]: each for each in before["steps"]}
    new = {each["position"]: each for each in after["steps"]}
    for position, each in new.items():
        was = old.get(position)
        line = {"step": said(_text(each["headline"])), "day": each["by_when"]}
        if was is None:
            found.append(_("new: %(step)s (by %(day)s)") % line)
        elif was["by_when"] != each["by_when"]:
            found.append(_("%(step)s: by %(before)s → %(day)s") % {**line, "before": was["by_when"]})
        elif was["note"] != each["note"]:
            found.append(_("%(step)s: %(note)s") % {**line, "note": each["note"] or "–"})
    gone = [each for position, each in old.items() if position not in new]
    return found + [_("left out: %(step)s") % {"step": said(_text(each["headline"]))} for each in gone]


def _text(kept: dict[str, str]) -> Text:
    return Text(ja=kept["ja"], en=kept["en"])


def next_goals(followed: Followed, here: Visit) -> list[dict[str, Any]]:
    """Return what could come after a goal that was reached: the next cell of its field, then the nearest ones."""
    titled = judge_titled(here.record, here.asked)
    found = nearest(list(distances_of(titled.judged)))
    field = followed.plan.cell.rpartition("/")[0]
    own = sorted((each for each in found if each.field.path == field and _is_above(each, followed)), key=_level)
    ordered: Sequence[Distance] = [*own[:1], *(each for each in found if each not in own[:1])]
    return [suggestion(each, titled, here) for each in ordered[:MOST_NEXT]]


def _level(distance: Distance) -> int:
    return distance.cell.cell.indicator.level


def _is_above(distance: Distance, followed: Followed) -> bool:
    return _level(distance) > int(followed.plan.cell.rpartition("/")[2])


def cell_url(cell: str, here: Visit) -> str:
    """Return where the proof of a cell stands."""
    return reverse("judgements:cell", kwargs={"person": here.owner.key, "cell": cell})


def crumbs(here: Visit, label: str) -> list[dict[str, str]]:
    """Return the way from the plans to a page."""
    return [{"label": _("Plan"), "url": here.url("plans")}, {"label": label, "url": ""}]
