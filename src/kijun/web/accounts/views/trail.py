"""What does an administrator see of the trail?"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django import forms
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from kijun.web.accounts.guards import require
from kijun.web.accounts.permissions import SEE_TRAIL
from kijun.web.accounts.views.tabs import tabs
from kijun.web.audit.models import Event
from kijun.web.audit.queries import all_events, events_like
from kijun.web.audit.wording import ACTIONS, say_action, say_detail

PAGE = 50
_COLUMNS = ("at", "actor", "action", "about", "subject", "reason", "detail")


class Narrow(forms.Form):
    """Which events somebody looks for."""

    who = forms.CharField(label=_("Person"), required=False, max_length=100)
    action = forms.ChoiceField(
        label=_("What was done"), required=False, choices=[("", _("anything")), *ACTIONS.items()]
    )
    since = forms.DateField(label=_("From"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    until = forms.DateField(label=_("To"), required=False, widget=forms.DateInput(attrs={"type": "date"}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An event in words."""

    event: Event
    action: str
    subject: str
    details: list[str]


def told(event: Event) -> Told:
    """Return an event in the words of the page."""
    subject = "" if event.subject.startswith("record/") else event.subject
    return Told(event=event, action=say_action(event.action), subject=subject, details=say_detail(event))


@require_GET
def trail(request: HttpRequest) -> HttpResponse:
    """Show what was done, newest first."""
    require(request, SEE_TRAIL)
    form = Narrow(request.GET or None)
    page = Paginator(_found(form), PAGE).get_page(request.GET.get("page"))
    facts = {"tabs": tabs("trail"), "form": form, "page": page, "events": [told(event) for event in page]}
    return render(request, "accounts/trail.html", facts, status=422 if form.is_bound and not form.is_valid() else 200)


@require_GET
def trail_file(request: HttpRequest) -> StreamingHttpResponse:
    """Give the same events as a table for a spreadsheet."""
    require(request, SEE_TRAIL)
    answer = StreamingHttpResponse(_lines(_found(Narrow(request.GET or None))), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = content_disposition_header(True, f"trail-{timezone.localdate()}.csv") or ""
    return answer


def _found(form: Narrow) -> QuerySet[Event]:
    if not form.is_bound or not form.is_valid():
        return all_events() if not form.is_bound else Event.objects.none()
    given = form.cleaned_data
    return events_like(
        who=given["who"],
        action=given["action"],
        since=_start(given["since"]),
        until=_start(given["until"] + timedelta(days=1)) if given["until"] else None,
    )


def _start(day: date | None) -> datetime | None:
    return timezone.make_aware(datetime.combine(day, time.min)) if day else None


class _Echo:
    """A file that gives back what is written to it."""

    def write(self, line: str) -> str:
        """Give the line back."""
        return line


def _lines(events: QuerySet[Event]) -> Iterator[str]:
    # A spreadsheet takes the file for what it is only with this mark before it.
    yield "\ufeff"
    writer = csv.writer(_Echo())
    yield writer.writerow(_COLUMNS)
    for event in events.iterator(chunk_size=500):
        detail = json.dumps(event.detail, ensure_ascii=False, sort_keys=True) if event.detail else ""
        row = (event.actor_name, event.action, event.about_name, event.subject, event.reason, detail)
        yield writer.writerow([timezone.localtime(event.at).isoformat(), *map(_plain, row)])


def _plain(cell: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
