"""Which page answers: home, the map, a cell's proof, what changed?"""

from __future__ import annotations

from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from kijun.web.accounts.guards import person_for, viewer_of
from kijun.web.accounts.models import User
from kijun.web.judgements import kept
from kijun.web.judgements.actions import note_visit
from kijun.web.judgements.changes_page import Since, since_visit
from kijun.web.judgements.proof_page import find_place
from kijun.web.judgements.question import (
    ASKED_BY,
    Question,
    QuestionForm,
    SinceForm,
    question_of,
    usual_question,
)
from kijun.web.library.templatetags.kijun import said
from kijun.web.people.days import end_of
from kijun.web.people.models import Record
from kijun.web.people.queries import record_of, states_of

_UNPROCESSABLE: Final = 422
_FEW: Final = 3
"""A record with fewer revisions may still be empty; of one with more it is not looked up."""


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """Go to one's own map."""
    return redirect("judgements:map", person=viewer_of(request).key)


@require_GET
def career_map(request: HttpRequest, person: str) -> HttpResponse:
    """Show the career map with where somebody stands, what comes next, and what changed."""
    owner, viewer = person_for(request, person), viewer_of(request)
    record = record_of(owner)
    sight = kept.Sight.of(record, owner, viewer)
    if _is_empty(record):
        inner = kept.new_map(sight, usual_question(record), request)
        return _page(request, "map", owner, inner)
    question = _question(request, record)
    if isinstance(question, QuestionForm):
        return _page(request, "map", owner, kept.misasked("map_head", sight, question), status=_UNPROCESSABLE)
    since = since_visit(note_visit(viewer, record, on=question.today)) if question.is_usual else None
    back = f"{request.path}{question.query()}"
    return _page(request, "map", owner, kept.map_inner(sight, question, since, back))


def _is_empty(record: Record) -> bool:
    return record.number < _FEW and all(state.list == "head" for state in states_of(record))


def _page(
    request: HttpRequest, name: str, owner: User, inner: str, about: dict[str, Any] | None = None, *, status: int = 200
) -> HttpResponse:
    context = {"owner": owner, "is_own": owner == request.user, "inner": inner, **(about or {})}
    return render(request, f"judgements/{name}.html", context, status=status)


def _question(request: HttpRequest, record: Record) -> Question | QuestionForm:
    """Return what is asked, or the form with what is wrong about it."""
    if not any(name in request.GET for name in ASKED_BY):
        return usual_question(record)
    form = QuestionForm(request.GET, record=record)
    return question_of(form) if form.is_valid() else form


@require_GET
def cell(request: HttpRequest, person: str, cell: str) -> HttpResponse:
    """Show the proof of a cell; `?as=text` gives it as plain text."""
    owner = person_for(request, person)
    place = find_place(cell)
    if place is None:
        raise Http404
    record = record_of(owner)
    sight = kept.Sight.of(record, owner, viewer_of(request))
    question, about = _question(request, record), {"place": place, "crumbs": _crumbs(owner, said(place.name))}
    if isinstance(question, QuestionForm):
        inner = kept.misasked("cell_head", sight, question, place)
        return _page(request, "cell", owner, inner, about, status=_UNPROCESSABLE)
    back = f"{request.path}{question.query(edition=None)}"
    if request.GET.get("as") == "text":
        text = kept.cell_context(sight, question, cell, back)["text"]
        return HttpResponse(text, content_type="text/plain; charset=utf-8")
    return _page(request, "cell", owner, kept.cell_inner(sight, question, cell, back), about)


def _crumbs(owner: User, here: str) -> list[dict[str, str]]:
    return [
        {"label": _("Career map"), "url": reverse("judgements:map", args=(owner.key,))},
        {"label": here, "url": ""},
    ]


@require_GET
def changes(request: HttpRequest, person: str) -> HttpResponse:
    """Show what is judged otherwise since the last visit or a chosen day, and why."""
    owner, viewer = person_for(request, person), viewer_of(request)
    record = record_of(owner)
    form = SinceForm(request.GET, record=record)
    about = {"form": form, "crumbs": _crumbs(owner, _("What changed"))}
    if not form.is_valid():
        return _page(request, "changes", owner, "", about, status=_UNPROCESSABLE)
    question, chosen = usual_question(record), form.cleaned_data["since"]
    if chosen is not None:
        since: Since | None = Since(moment=end_of(chosen), on=chosen, number=form.number)
    else:
        since = since_visit(note_visit(viewer, record, on=question.today))
    sight = kept.Sight.of(record, owner, viewer)
    inner = "" if since is None else kept.changes_inner(sight, question, since)
    return _page(request, "changes", owner, inner, {**about, "since": since, "is_chosen": chosen is not None})
