"""Which page answers: home, the map, a cell's proof, what changed?"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from kijun.web.accounts.guards import person_for, viewer_of
from kijun.web.accounts.models import User
from kijun.web.accounts.permissions import EDIT_RECORD, may
from kijun.web.judgements import kept
from kijun.web.judgements.actions import note_visit
from kijun.web.judgements.changes_page import Since, since_visit
from kijun.web.judgements.proof_page import Place, find_place
from kijun.web.judgements.question import DayField, Question, QuestionForm, choices, end_of, question_of
from kijun.web.judgements.standing import first_things
from kijun.web.library.templatetags.kijun import day as said_day
from kijun.web.library.templatetags.kijun import said
from kijun.web.people.models import Record
from kijun.web.people.queries import number_at, record_of, states_of

_UNPROCESSABLE = 422


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """Go to one's own map."""
    return redirect("judgements:map", person=viewer_of(request).key)


@require_GET
def career_map(request: HttpRequest, person: str) -> HttpResponse:
    """Show the career map with where somebody stands, what comes next, and what changed."""
    owner = person_for(request, person)
    record = record_of(owner)
    sight = _sight(request, owner, record)
    context = {"owner": owner, "is_own": owner == request.user, "map_url": reverse("judgements:map", args=(person,))}
    if record.number <= 1 and not _has_entries(record):
        return _empty(request, context, sight, record)

    def page(question: Question) -> HttpResponse:
        visit = note_visit(viewer_of(request), record, on=question.today) if question.is_usual else None
        since = since_visit(visit) if visit is not None else None
        inner = kept.map_inner(sight, question, since, request.get_full_path())
        return render(request, "judgements/map.html", {**context, **_asked(question, sight), "inner": inner})

    return _answer(request, record, "judgements/map.html", context, page)


def _has_entries(record: Record) -> bool:
    return any(state.list != "head" for state in states_of(record))


def _empty(request: HttpRequest, context: dict[str, Any], sight: kept.Sight, record: Record) -> HttpResponse:
    form = QuestionForm({}, record=record)
    assert form.is_valid(), "the usual question can always be asked"
    page: dict[str, Any] = {**context, "inner": kept.map_inner(sight, question_of(form), None, request.path)}
    page |= {"first_things": first_things(), "example_url": _url_of("people:example", sight.person), "is_new": True}
    return render(request, "judgements/map.html", page)


def _url_of(name: str, person: str) -> str | None:
    try:
        return reverse(name, args=(person,))
    except NoReverseMatch:
        return None


@require_GET
def cell(request: HttpRequest, person: str, cell: str) -> HttpResponse:
    """Show the proof of a cell; `?as=text` gives it as plain text."""
    owner = person_for(request, person)
    place = find_place(cell)
    if place is None:
        raise Http404
    record = record_of(owner)
    sight = _sight(request, owner, record)
    context = {"owner": owner, "is_own": owner == request.user, "place": place, "crumbs": _crumbs(owner, place)}

    def page(question: Question) -> HttpResponse:
        back = f"{request.path}{question.query(edition=None)}"
        if request.GET.get("as") == "text":
            text = kept.cell_context(sight, question, cell, back)["text"]
            return HttpResponse(text, content_type="text/plain; charset=utf-8")
        inner = kept.cell_inner(sight, question, cell, back)
        return render(request, "judgements/cell.html", {**context, **_asked(question, sight), "inner": inner})

    return _answer(request, record, "judgements/cell.html", context, page)


def _crumbs(owner: User, place: Place) -> list[dict[str, str]]:
    return [
        {"label": _("Career map"), "url": reverse("judgements:map", args=(owner.key,))},
        {"label": said(place.name), "url": ""},
    ]


class SinceForm(forms.Form):
    """Since which day; empty: since the last visit."""

    since = DayField(
        required=False,
        label=gettext_lazy("Since the end of which day?"),
        help_text=gettext_lazy("Empty: since your last visit."),
    )

    def __init__(self, data: Any, *, record: Record) -> None:
        super().__init__(data, auto_id="asked_%s")
        self.record = record

    def clean_since(self) -> date | None:
        """Return the day, on which there has to have been a record."""
        asked: date | None = self.cleaned_data["since"]
        if asked is not None and asked >= timezone.localdate():
            raise forms.ValidationError(_("Choose a day before today: what changed is told up to today."))
        if asked is not None and number_at(self.record, end_of(asked)) == 0:
            told = {"day": said_day(asked), "opened": said_day(self.record.opened_at)}
            raise forms.ValidationError(
                _("On %(day)s there was no record yet. It was opened on %(opened)s: choose that day or a later one.")
                % told
            )
        return asked


@require_GET
def changes(request: HttpRequest, person: str) -> HttpResponse:
    """Show what is judged otherwise since the last visit or a chosen day, and why."""
    owner = person_for(request, person)
    record = record_of(owner)
    form = SinceForm(request.GET, record=record)
    context = {
        "owner": owner,
        "is_own": owner == request.user,
        "form": form,
        "crumbs": [
            {"label": _("Career map"), "url": reverse("judgements:map", args=(person,))},
            {"label": _("What changed"), "url": ""},
        ],
    }
    if not form.is_valid():
        return render(request, "judgements/changes.html", context, status=_UNPROCESSABLE)
    usual = QuestionForm({}, record=record)
    assert usual.is_valid(), "the usual question can always be asked"
    question = question_of(usual)
    chosen = form.cleaned_data["since"]
    if chosen is not None:
        since: Since | None = Since(moment=end_of(chosen), on=chosen)
    else:
        since = since_visit(note_visit(viewer_of(request), record, on=question.today))
    if since is not None:
        context |= {
            "since": since,
            "is_chosen": chosen is not None,
            "inner": kept.changes_inner(_sight(request, owner, record), question, since),
        }
    return render(request, "judgements/changes.html", context)


def _sight(request: HttpRequest, owner: User, record: Record) -> kept.Sight:
    return kept.Sight.of(record, owner.key, may_record=may(viewer_of(request), EDIT_RECORD, owner))


def _answer(
    request: HttpRequest,
    record: Record,
    template: str,
    context: dict[str, Any],
    page: Callable[[Question], HttpResponse],
) -> HttpResponse:
    """Return the page of what is asked, or the form with what is wrong about it."""
    form = QuestionForm(request.GET, record=record)
    if not form.is_valid():
        return render(request, template, {**context, "form": form, "is_open": True}, status=_UNPROCESSABLE)
    context["form"] = form
    return page(question_of(form))


def _asked(question: Question, sight: kept.Sight) -> dict[str, Any]:
    opened: datetime = timezone.localtime(sight.opened_at)
    return {"question": question, "choices": choices(question, opened=opened.date()), "is_open": False}
