"""Which page answers: the plans, a goal with its steps, a kept plan?"""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kijun.growth.plan import Plan as Planned
from kijun.growth.progress import follow
from kijun.web.accounts.permissions import KEEP_PLAN
from kijun.web.judgements.titles import judge_titled
from kijun.web.plans import actions
from kijun.web.plans.files import file_of, yaml_answer
from kijun.web.plans.forms import KeepForm, PlanForm, SeenForm, first_day
from kijun.web.plans.goals import Goal, distances_of, find_goal, find_plan, judged_for, suggested
from kijun.web.plans.maps import goal_tables
from kijun.web.plans.models import Plan
from kijun.web.plans.pages import ACTS, goal_page, next_goals, plan_page, suggestion
from kijun.web.plans.queries import find_kept_for, follow_plan, goals_of, plans_of
from kijun.web.plans.queries import find_plan as find_kept
from kijun.web.plans.visiting import CONFLICT, UNPROCESSABLE, Visit, visit

MOST_SUGGESTED = 6


@require_GET
def plans(request: HttpRequest, person: str) -> HttpResponse:
    """Show the plans that are kept with their progress, and the goals to choose from; `?goal=` goes to one."""
    here = visit(request, person)
    wanted = request.GET.get("goal", "").strip("/ ")
    if wanted and judged_for(wanted, here.record, here.asked) is not None:
        return redirect(here.url("goal", cell=wanted))
    kept = plans_of(here.record)
    for plan in kept:
        plan.record = here.record
    followed = [follow_plan(plan, here.asked) for plan in kept]
    titled = judge_titled(here.record, here.asked)
    found = distances_of(titled.judged)
    shown, folded = goal_tables(titled.judged, found, person=person, query=here.query, goals=goals_of(kept))
    context = {
        "current": [each for each in followed if each.plan.is_current],
        "closed": [each for each in followed if not each.plan.is_current],
        "suggested": [
            suggestion(each, titled, here) for each in suggested(titled.judged, MOST_SUGGESTED, but=goals_of(kept))
        ],
        "tables": shown,
        "folded": folded,
        "unknown_goal": wanted,
    }
    return here.show("plans.html", context, status=404 if wanted else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def goal(request: HttpRequest, person: str, cell: str) -> HttpResponse:
    """Show the smallest steps to a cell and keep them as a plan; `?plan=` names another of its plans."""
    here = visit(request, person)
    found = find_goal(cell.strip("/"), here.record, here.asked)
    if found is None:
        raise Http404
    if request.method == "POST":
        return _keep(here, found)
    seen = request.GET.get("plan", "")
    plan = (find_plan(found, seen) if seen else None) or found.growth.best
    page = goal_page(found, plan, here, form=_keep_form(found, plan))
    kept = find_kept_for(here.record, found.path)
    if kept is not None:
        page |= {"kept": kept, "kept_url": here.url("plan", key=kept.key)}
    return here.show("goal.html", page)


def _keep_form(goal: Goal, plan: Planned | None) -> KeepForm | None:
    return None if plan is None or not plan.steps else KeepForm(goal=goal, plan=plan, initial={})


def _keep(here: Visit, goal: Goal) -> HttpResponse:
    if not here.may_keep:
        raise PermissionDenied
    plan = find_plan(goal, here.request.POST.get("seen", ""))
    if plan is None or not plan.steps or here.question is None:
        best = goal.growth.best
        page = goal_page(goal, best, here, form=_keep_form(goal, best))
        return here.show("goal.html", {**page, "is_outdated": True}, status=CONFLICT)
    form = KeepForm(here.request.POST, goal=goal, plan=plan)
    if form.is_valid() and _is_enough(form, goal, here):
        kept = actions.keep_plan(
            here.record,
            goal,
            form.chosen(here.person),
            author=here.viewer,
            name=form.cleaned_data["name"],
            remark=form.cleaned_data["note"],
        )
        messages.success(here.request, _("The plan is kept. It follows your record from now on."))
        return redirect(_plan_url(here, kept))
    return here.show("goal.html", goal_page(goal, plan, here, form=form), status=UNPROCESSABLE)


def _is_enough(form: KeepForm, goal: Goal, here: Visit) -> bool:
    """Return whether the chosen ways still make a plan together: two alternatives at once may not."""
    steps = [each.step for each in form.chosen(here.person)]
    progress = follow(goal.judged.cell, here.person, steps, on=here.asked.on)
    if not progress.is_enough:
        form.add_error(
            None, _("Taken together, these choices are not enough. Keep the first choice at one of the steps.")
        )
    elif progress.settled:
        words = _(
            "Taken together, these choices ask for more than is needed. Keep the first choice at one of the steps."
        )
        form.add_error(None, words)
    return form.is_valid()


@require_GET
def plan(request: HttpRequest, person: str, key: str) -> HttpResponse:
    """Show a kept plan: how far it has come, what is next, and what became of it."""
    here, kept = _kept(request, person, key)
    return _show_plan(here, kept)


@require_POST
def edit(request: HttpRequest, person: str, key: str) -> HttpResponse:
    """Change the name, the note and the days of a plan."""
    here, kept = _kept(request, person, key, KEEP_PLAN)
    form = PlanForm(request.POST, plan=kept, followed=follow_plan(kept, here.asked).steps)
    if not form.is_valid():
        return _show_plan(here, kept, form=form, status=UNPROCESSABLE)
    given = form.cleaned_data
    try:
        change = actions.edit_plan(
            kept,
            author=here.viewer,
            based_on=given["based_on"],
            name=given["name"],
            remark=given["note"],
            dates=form.dates(),
        )
    except actions.Outdated:
        return _show_plan(here, kept, is_outdated=True, status=CONFLICT)
    if change is not None:
        messages.success(request, _("The plan was changed. What it was before is in its history."))
    return redirect(_plan_url(here, kept))


@require_http_methods(["POST"])
def act(request: HttpRequest, person: str, key: str, act: str) -> HttpResponse:
    """Make a plan anew from today, put it with the goals reached, give it up, or take it up again."""
    here, kept = _kept(request, person, key, KEEP_PLAN)
    if act not in ACTS:
        raise Http404
    form = SeenForm(request.POST)
    if not form.is_valid():
        return _show_plan(here, kept, is_outdated=True, status=UNPROCESSABLE)
    try:
        words = _act(here, kept, act, form.cleaned_data["based_on"])
    except actions.Outdated:
        words = None
    if words is None:
        return _show_plan(here, kept, is_outdated=True, status=CONFLICT)
    messages.success(request, words)
    return redirect(_plan_url(here, kept))


def _act(here: Visit, kept: Plan, act: str, based_on: int) -> str | None:
    """Return what was done in words; None where the plan is not as somebody saw it."""
    author, followed = here.viewer, follow_plan(kept, here.asked)
    match act:
        case "reached" if kept.is_current and followed.is_reached:
            actions.close_as_reached(kept, followed, author=author, based_on=based_on)
            return _("The plan is with the goals that you reached.")
        case "anew" if kept.is_current and not followed.is_reached:
            return _anew(here, kept, based_on)
        case "withdrawn" if kept.is_current:
            actions.withdraw(kept, author=author, based_on=based_on)
            return _("The plan was given up. It stays here, and you can take it up again.")
        case "reopened" if not kept.is_current:
            actions.reopen(kept, author=author, based_on=based_on)
            return _("The plan is followed again.")
        case _:
            return None


def _anew(here: Visit, kept: Plan, based_on: int) -> str | None:
    goal = find_goal(kept.cell, here.record, here.asked)
    best = goal.growth.best if goal else None
    if goal is None or best is None or not best.steps:
        return None
    form = KeepForm({"seen": "-", **_first_choices(best, here)}, goal=goal, plan=best)
    assert form.is_valid(), "the first choices are a plan"
    followed = follow_plan(kept, here.asked)
    actions.plan_anew(kept, followed, form.chosen(here.person), author=here.viewer, based_on=based_on)
    return _("The open steps were planned anew. Those before are in the history.")


def _first_choices(plan: Planned, here: Visit) -> dict[str, str]:
    given: dict[str, str] = {}
    for number in range(len(plan.steps)):
        given |= {f"way_{number}": "0", f"by_when_{number}": first_day(plan, here.asked.on).isoformat()}
    return given


@require_GET
def file(request: HttpRequest, person: str, key: str) -> HttpResponse:
    """Give the open steps of a plan as a file of additions, as `kijun judge --with` reads it."""
    here, kept = _kept(request, person, key)
    return yaml_answer(file_of(follow_plan(kept, here.asked)), f"plan-{kept.key}")


def _show_plan(
    here: Visit, kept: Plan, *, form: PlanForm | None = None, is_outdated: bool = False, status: int = 200
) -> HttpResponse:
    if is_outdated:
        kept = find_kept(here.record, kept.key) or kept
        kept.record = here.record
    followed = follow_plan(kept, here.asked)
    form = form or PlanForm(plan=kept, followed=followed.steps)
    goal = find_goal(kept.cell, here.record, here.asked)
    page: dict[str, Any] = plan_page(followed, goal, here)
    page |= {"form": form, "is_outdated": is_outdated, "next_goals": []}
    if followed.is_reached:
        page["next_goals"] = next_goals(followed, here)
    return here.show("plan.html", page, status=status)


def _kept(request: HttpRequest, person: str, key: str, permission: str | None = None) -> tuple[Visit, Plan]:
    here = visit(request, person, permission) if permission else visit(request, person)
    kept = find_kept(here.record, key)
    if kept is None:
        raise Http404
    kept.record = here.record
    return here, kept


def _plan_url(here: Visit, kept: Plan) -> str:
    return reverse("plans:plan", kwargs={"person": here.owner.key, "key": kept.key})
