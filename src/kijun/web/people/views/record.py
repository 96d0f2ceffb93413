"""What is on record of a person, on one page?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from kijun.evidence.words import LIST_NAMES
from kijun.problem import Severity
from kijun.web.accounts.guards import viewer_of
from kijun.web.accounts.permissions import EDIT_RECORD
from kijun.web.library.templatetags.kijun import said
from kijun.web.people.actions import change_record
from kijun.web.people.describe import Line, lines_of, say_period, title_of
from kijun.web.people.example import example_wishes
from kijun.web.people.forms.record_form import say_fault
from kijun.web.people.labels import list_hints
from kijun.web.people.models import Entry, Revision
from kijun.web.people.offers import offer_undo
from kijun.web.people.queries import entries_of, read_record
from kijun.web.people.states import ATTACHMENTS, HEAD, Fault
from kijun.web.people.timeline import in_time, timeline_of
from kijun.web.people.views.page import Visit, visit

SMALL_LISTS = ("expertise", "contributions", "mentoring", "qualifications")
_SHOWN_IN_TITLE = ("title", "title.ja", "title.en", "area", "whom", "examination")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An entry on the page: its name, a line about it, all its facts, and why it does not count where it does not."""

    key: str
    title: str
    note: str
    lines: tuple[Line, ...]
    awaits: str
    faults: tuple[str, ...]
    is_left_out: bool
    revised: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A list of the record, whether nothing is missing from it, and what belongs into it."""

    list: str
    name: str
    items: tuple[Item, ...]
    is_complete: bool
    hint: str
    new_url: str


@require_GET
def own(request: HttpRequest) -> HttpResponse:
    """Lead somebody to their own record."""
    return redirect("people:record", person=viewer_of(request).key)


@require_GET
def record(request: HttpRequest, person: str) -> HttpResponse:
    """Show the record: the timeline, the engagements, the other lists, and what is complete."""
    at = visit(request, person)
    held = list(entries_of(at.record, HEAD, "engagements", *SMALL_LISTS, "ratings", "knowledge", ATTACHMENTS))
    of_list = {name: [entry for entry in held if entry.list == name] for name in (HEAD, "engagements", *SMALL_LISTS)}
    engagements = in_time(of_list["engagements"])
    head = of_list[HEAD][0].body
    faults = _by_key(read_record(at.record).faults)
    context = {
        "head": head,
        "name": head["name"] if isinstance(head["name"], dict) else {"text": head["name"]},
        "timeline": timeline_of(at.owner, engagements, today=timezone.localdate(), is_editor=at.is_editor),
        "engagements": _section(at, "engagements", engagements, head, faults),
        "sections": [_section(at, name, of_list[name], head, faults) for name in SMALL_LISTS],
        "lists": [
            {"name": said(name), "is_complete": key in head.get("complete", ())} for key, name in LIST_NAMES.items()
        ],
        "rated": sum(entry.list == "ratings" for entry in held),
        "known": sum(entry.list == "knowledge" for entry in held),
        "is_empty": all(entry.list in (HEAD, ATTACHMENTS) for entry in held),
        "file_counts": Counter(entry.body["entry"] for entry in held if entry.list == ATTACHMENTS),
        "faulty": sum(any(fault.is_error for fault in found) for key, found in faults.items() if key),
        "import_url": import_url(at),
    }
    return at.show("people/record.html", context)


def import_url(at: Visit) -> str:
    """Return where a record file can be brought in."""
    try:
        return reverse("people:import", kwargs={"person": at.owner.key})
    except NoReverseMatch:
        return ""


@require_POST
def example(request: HttpRequest, person: str) -> HttpResponse:
    """Fill an empty record with an example, as one revision that can be undone."""
    at = visit(request, person, EDIT_RECORD)
    entries = list(Entry.objects.filter(record=at.record))
    if [entry.list for entry in entries] != [HEAD]:
        return at.show("people/not_empty.html", {"crumbs": at.crumbs((_("Example"), ""))}, status=409)
    wishes = example_wishes(entries[0])
    outcome = change_record(at.record, wishes, author=at.viewer, kind=Revision.Kind.IMPORTED, reason=_("Example"))
    if outcome.revision is not None:
        offer_undo(request, _("An example is on record."), outcome.revision)
    return redirect("people:record", person=at.owner.key)


def _by_key(faults: Iterable[Fault]) -> dict[str | None, list[Fault]]:
    found: dict[str | None, list[Fault]] = {}
    for fault in faults:
        if fault.problem.severity is not Severity.NOTICE:
            found.setdefault(fault.key, []).append(fault)
    return found


def _section(
    at: Visit, list_: str, entries: Sequence[Entry], head: dict[str, Any], faults: dict[str | None, list[Fault]]
) -> Section:
    new = at.url("engagement_new") if list_ == "engagements" else at.url("entry_new", list=list_)
    return Section(
        list=list_,
        name=said(LIST_NAMES[list_]),
        items=tuple(_item(entry, faults.get(entry.key, [])) for entry in entries),
        is_complete=list_ in head.get("complete", ()),
        hint=list_hints().get(list_, ""),
        new_url=new,
    )


def _item(entry: Entry, faults: Sequence[Fault]) -> Item:
    lines = lines_of(entry.list, entry.body)
    rest = [line for line in lines if line.key not in _SHOWN_IN_TITLE]
    is_engagement = entry.list == "engagements"
    shown = {line.key: line.value for line in lines}
    note = (
        " · ".join(filter(None, (shown.get("role"), shown.get("fields"), say_period(entry.body), shown.get("outcome"))))
        if is_engagement
        else " · ".join(f"{line.label}: {line.value}" for line in rest)
    )
    return Item(
        key=entry.key,
        title=title_of(entry.list, entry.body),
        note=note,
        lines=tuple(lines) if is_engagement else (),
        awaits=entry.awaits,
        faults=tuple(say_fault(fault) for fault in faults),
        is_left_out=any(fault.is_error for fault in faults),
        revised=entry.revised,
    )
