"""Which page answers: what is assumed beside a record, and what would come of it? Only the person sees it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kijun.catalogue.additions_file import read_additions_text
from kijun.evidence.dump_additions import dump_additions
from kijun.growth.progress import join_additions
from kijun.problem import Severity
from kijun.text import same
from kijun.web.accounts.permissions import KEEP_PLAN
from kijun.web.judgements.queries import judge_person
from kijun.web.library.queries import words
from kijun.web.library.templatetags.kijun import said
from kijun.web.plans import what_if_actions as actions
from kijun.web.plans.assumed import Plain
from kijun.web.plans.files import additions_file, yaml_answer
from kijun.web.plans.goals import find_goal, find_plan, kept_steps
from kijun.web.plans.maps import changed_tables, changes
from kijun.web.plans.models import WhatIf
from kijun.web.plans.pages import crumbs
from kijun.web.plans.queries import find_plan as find_kept
from kijun.web.plans.queries import find_what_if, follow_plan, what_ifs_of
from kijun.web.plans.visiting import UNPROCESSABLE, Visit, visit
from kijun.web.plans.what_if import assumed, last_day, together, without
from kijun.web.plans.what_if_forms import FORMS, NameForm, NewForm, PlaceForm


@require_http_methods(["GET", "HEAD", "POST"])
def what_ifs(request: HttpRequest, person: str) -> HttpResponse:
    """Show what somebody assumes, and begin something new: from nothing, a plan, a goal or a text."""
    here = visit(request, person, KEEP_PLAN)
    form = NewForm(request.POST if request.method == "POST" else None, initial={"name": _("What if")})
    if request.method == "POST" and form.is_valid():
        body = _first_body(here, form)
        if body is not None:
            made = actions.make(here.record, author=here.viewer, name=form.cleaned_data["name"], body=body)
            return redirect(here.url("what_if", key=made.key))
    page = {"what_ifs": what_ifs_of(here.record), "form": form, "crumbs": _crumbs(here)}
    return here.show("what_ifs.html", page, status=UNPROCESSABLE if form.errors else 200)


def _first_body(here: Visit, form: NewForm) -> Plain | None:
    given = form.cleaned_data
    if given["plan"]:
        kept = find_kept(here.record, given["plan"])
        if kept is None:
            raise Http404
        kept.record = here.record
        steps = follow_plan(kept, here.asked).steps
        adds = [each.progress.adds for each in steps if each.progress.adds is not None]
        return dump_additions(join_additions(adds))
    if given["goal"]:
        goal = find_goal(given["goal"], here.record, here.asked)
        plan = None if goal is None else find_plan(goal, given["seen"]) or goal.growth.best
        if goal is None or plan is None:
            raise Http404
        made = kept_steps(plan, [step.addition for step in plan.steps], goal, here.person)
        return dump_additions(join_additions(step.adds for step in made if step.adds is not None))
    if given["text"].strip():
        return _read_text(here, form, given["text"])
    return {}


def _read_text(here: Visit, form: NewForm, text: str) -> Plain | None:
    loaded = read_additions_text(text, "what-if.yaml", words(), here.person, on=here.asked.on)
    for each in loaded.problems:
        if each.severity is Severity.ERROR:
            form.add_error("text", f"{_('line')} {each.place.line}: {said(each.detail)}")
    return None if loaded.additions is None else dump_additions(loaded.additions)


@require_GET
def what_if(request: HttpRequest, person: str, key: str) -> HttpResponse:
    """Show what is assumed and what would come of it: the map before and after, and each cell that would change."""
    here, kept = _found(request, person, key)
    asked = here.asked
    latest = last_day(kept.body, here.person, on=asked.on)
    if here.question is not None and here.question.is_usual and latest > asked.on:
        asked = replace(asked, on=latest)
    as_if = assumed(kept.body, here.person, on=asked.on)
    before, after = judge_person(here.person, asked), as_if.judged(asked)
    changed = changes(before, after)
    paths = {each["path"] for each in changed}
    shown, folded = changed_tables(after, paths)
    page = {
        "what_if": kept,
        "items": as_if.items,
        "day": asked.on,
        "is_later": asked.on != here.asked.on,
        "changed": changed,
        "tables": shown,
        "before": changed_tables(before, paths)[0],
        "folded": folded,
        "kinds": _kinds(here, kept),
        "name_form": NameForm(initial={"name": kept.name}),
        "urls": {name: here.url(f"what_if_{name}", key=key) for name in ("leave_out", "name", "forget", "file")},
        "crumbs": _crumbs(here, kept),
    }
    return here.show("what_if.html", page)


def _kinds(here: Visit, kept: WhatIf) -> list[dict[str, Any]]:
    return [
        {"label": form.title, "url": here.url("what_if_add", key=kept.key, kind=kind)} for kind, form in FORMS.items()
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, person: str, key: str, kind: str) -> HttpResponse:
    """Assume one thing more."""
    here, kept = _found(request, person, key)
    if kind not in FORMS:
        raise Http404
    taken = [each.id for each in here.person.engagements] + [each["id"] for each in kept.body.get("engagements", [])]
    data = request.POST if request.method == "POST" else None
    form = FORMS[kind](data, person=here.person, on=here.asked.on, taken=taken)
    if request.method == "POST" and form.is_valid():
        actions.change(kept, author=here.viewer, body=together(kept.body, {form.of: [form.entry()]}))
        messages.success(request, _("It is assumed. Your record is as it was."))
        return redirect(here.url("what_if", key=key))
    page = {
        "what_if": kept,
        "form": form,
        "kind": kind,
        "title": form.title,
        "back_url": here.url("what_if", key=key),
        "crumbs": [*_crumbs(here, kept), {"label": form.title, "url": ""}],
    }
    return here.show("what_if_add.html", page, status=UNPROCESSABLE if form.errors else 200)


@require_POST
def leave_out(request: HttpRequest, person: str, key: str) -> HttpResponse:
    """Assume one thing less."""
    here, kept = _found(request, person, key)
    form = PlaceForm(request.POST)
    if form.is_valid():
        body = without(kept.body, form.cleaned_data["list"], form.cleaned_data["position"])
        if body != kept.body:
            actions.change(kept, author=here.viewer, body=body)
            messages.success(request, _("It is not assumed any more."))
    else:
        messages.error(request, _("It is not known which entry to leave out. Choose it from the list."))
    return redirect(here.url("what_if", key=key))


@require_POST
def rename(request: HttpRequest, person: str, key: str) -> HttpResponse:
    """Give another name to what is assumed."""
    here, kept = _found(request, person, key)
    form = NameForm(request.POST)
    if form.is_valid():
        actions.change(kept, author=here.viewer, name=form.cleaned_data["name"])
    else:
        messages.error(request, _("Give it a name of at most 120 letters."))
    return redirect(here.url("what_if", key=key))


@require_POST
def forget(request: HttpRequest, person: str, key: str) -> HttpResponse:
    """Forget what was assumed."""
    here, kept = _found(request, person, key)
    actions.forget(kept, author=here.viewer)
    messages.success(request, _("“%(name)s” was forgotten. Your record is as it was.") % {"name": kept.name})
    return redirect(here.url("what_ifs"))


@require_GET
def file(request: HttpRequest, person: str, key: str) -> HttpResponse:
    """Give what is assumed as a file of additions, as `kijun judge --with` reads it."""
    here, kept = _found(request, person, key)
    items = assumed(kept.body, here.person, on=here.asked.on).items
    additions = join_additions(each.additions for each in items if each.additions is not None)
    return yaml_answer(additions_file(additions, same(kept.name)), f"what-if-{kept.key}")


def _found(request: HttpRequest, person: str, key: str) -> tuple[Visit, WhatIf]:
    here = visit(request, person, KEEP_PLAN)
    kept = find_what_if(here.record, key)
    if kept is None:
        raise Http404
    kept.record = here.record
    return here, kept


def _crumbs(here: Visit, kept: WhatIf | None = None) -> list[dict[str, str]]:
    first = crumbs(here, _("What if"))
    if kept is None:
        return first
    return [
        first[0],
        {"label": _("What if"), "url": here.url("what_ifs")},
        {"label": kept.name, "url": here.url("what_if", key=kept.key)},
    ]
