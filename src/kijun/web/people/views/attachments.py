"""How are files put behind an entry, seen by whoever may see the record, and taken off again?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django import forms
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kijun.web.accounts.permissions import EDIT_RECORD, SEE_RECORD
from kijun.web.people.describe import title_of
from kijun.web.people.files.attach import EVIDENCED, NoRoom, attach, detach
from kijun.web.people.files.kinds import kind_name
from kijun.web.people.files.limits import MEGABYTE, MOST_FILES, MOST_OF_A_PERSON
from kijun.web.people.files.store import bytes_of, open_bytes
from kijun.web.people.forms.attachment import AttachmentForm
from kijun.web.people.models import Entry
from kijun.web.people.offers import offer_undo
from kijun.web.people.queries import entries_of, entry_of
from kijun.web.people.states import ATTACHMENTS
from kijun.web.people.views.page import Visit, visit

_TEXT = ("text/plain", "text/csv")


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file on a page: its name, its kind in short, and the line about it."""

    key: str
    name: str
    kind: str
    size: int
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """An entry with the files behind it; without an address where it is no longer on record."""

    title: str
    url: str
    files: tuple[File, ...]


@require_GET
def files(request: HttpRequest, person: str) -> HttpResponse:
    """Show every file of a record, by the entry that it stands behind."""
    at = visit(request, person)
    held = list(entries_of(at.record, ATTACHMENTS))
    entries = {entry.key: entry for entry in entries_of(at.record, *EVIDENCED)}
    context = {
        "crumbs": at.crumbs((_("Files"), "")),
        "groups": [_behind(at, entry, held) for entry in entries.values() if _of(entry.key, held)],
        "rest": _files(entry for entry in held if entry.body["entry"] not in entries),
        "many": len(held),
        "most_files": MOST_FILES,
        "megabytes": f"{bytes_of(at.record) / MEGABYTE:.1f}",
        "most_megabytes": MOST_OF_A_PERSON // MEGABYTE,
    }
    return at.show("people/files.html", context)


@require_http_methods(["GET", "POST"])
def attachments(request: HttpRequest, person: str, key: str) -> HttpResponse:
    """Show the files behind one entry, and take a further one."""
    at = visit(request, person, SEE_RECORD if request.method == "GET" else EDIT_RECORD)
    entry = entry_of(at.record, key)
    if entry is None or entry.list not in EVIDENCED:
        raise Http404
    if request.method == "GET":
        return _page(at, entry, AttachmentForm())
    form = AttachmentForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            outcome = attach(entry, form.handed(), author=at.viewer)
        except NoRoom as full:
            form.add_error("file", forms.ValidationError(str(full)))
        else:
            if outcome.revision is not None:
                offer_undo(request, _("Attached: %(name)s") % {"name": form.handed().name}, outcome.revision)
            return HttpResponseRedirect(at.url("attachments", key=key))
    return _page(at, entry, form, status=422)


@require_GET
def attachment(request: HttpRequest, person: str, key: str) -> HttpResponse | FileResponse:
    """Load a file down; no browser shows or runs it here."""
    at = visit(request, person)
    held = _held(at, key)
    content = open_bytes(held.body["sha256"])
    if content is None:
        raise Http404
    media_type = held.body["media_type"]
    response = FileResponse(
        content,
        as_attachment=True,
        filename=held.body["name"],
        content_type=f"{media_type}; charset=utf-8" if media_type in _TEXT else media_type,
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "private, no-store"
    return response


@require_POST
def attachment_remove(request: HttpRequest, person: str, key: str) -> HttpResponse:
    """Take a file off the record at once; it can be undone."""
    at = visit(request, person, EDIT_RECORD)
    held = _held(at, key)
    outcome = detach(held, author=at.viewer)
    if outcome.revision is not None:
        offer_undo(request, _("Removed: %(title)s") % {"title": held.body["name"]}, outcome.revision)
    return HttpResponseRedirect(at.back() or at.url("files"))


def _page(at: Visit, entry: Entry, form: AttachmentForm, *, status: int = 200) -> HttpResponse:
    title = title_of(entry.list, entry.body)
    context = {
        "crumbs": at.crumbs((_("Files"), at.url("files")), (title, "")),
        "title": title,
        "entry_url": f"{at.url('record')}#{entry.key}",
        "behind": _behind(at, entry, list(entries_of(at.record, ATTACHMENTS))),
        "form": form,
    }
    return at.show("people/attachments.html", context, status=status)


def _behind(at: Visit, entry: Entry, held: Iterable[Entry]) -> Behind:
    return Behind(
        title=title_of(entry.list, entry.body),
        url=at.url("attachments", key=entry.key),
        files=_files(_of(entry.key, held)),
    )


def _of(key: str, held: Iterable[Entry]) -> list[Entry]:
    return [entry for entry in held if entry.body["entry"] == key]


def _files(held: Iterable[Entry]) -> tuple[File, ...]:
    return tuple(
        File(
            key=entry.key,
            name=entry.body["name"],
            kind=kind_name(entry.body["media_type"]),
            size=entry.body["size"],
            note=entry.body.get("note", ""),
        )
        for entry in held
    )


def _held(at: Visit, key: str) -> Entry:
    held = entry_of(at.record, key)
    if held is None or held.list != ATTACHMENTS:
        raise Http404
    held.record = at.record
    return held
