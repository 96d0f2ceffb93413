"""How is an entry of a record added, edited, duplicated and removed?"""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kijun.evidence.words import LIST_NAMES
from kijun.web.accounts.permissions import EDIT_RECORD, SEE_RECORD
from kijun.web.library.templatetags.kijun import said
from kijun.web.people.actions import Wish, change_record, drop_draft
from kijun.web.people.counts import panel_of
from kijun.web.people.describe import title_of
from kijun.web.people.forms import RecordForm
from kijun.web.people.forms.market import rows_of
from kijun.web.people.models import Change, Entry, Revision
from kijun.web.people.offers import offer_undo
from kijun.web.people.queries import entry_of, states_of
from kijun.web.people.states import HEAD, Plain
from kijun.web.people.views.form_page import Sheet, keep_open, number_seen, show_sheet, take_sheet
from kijun.web.people.views.page import Visit, visit
from kijun.web.people.views.record import SMALL_LISTS
from kijun.web.people.vocabulary import measures

SMALL = "people/entry.html"
_BEGUN_WITH = ("area", "kind", "examination")
"""What an address may fill in: the word that a judgement asks for."""
_NOT_COPIED = ("id", "equivalences")


@require_http_methods(["GET", "POST"])
def entry_new(request: HttpRequest, person: str, list: str) -> HttpResponse:
    """Add an entry to one of the small lists."""
    at = visit(request, person, EDIT_RECORD)
    if list not in SMALL_LISTS:
        raise Http404
    shown = _copied(at, list) or {key: request.GET[key] for key in _BEGUN_WITH if request.GET.get(key)}
    done = _("Recorded under %(list)s.") % {"list": said(LIST_NAMES[list])}
    return _answer(Sheet(at=at, name=list, template=SMALL, title=_title_of_new(list), done=done, shown=shown))


@require_http_methods(["GET", "POST"])
def entry(request: HttpRequest, person: str, key: str) -> HttpResponse:
    """Edit an entry; whoever may only read is led to where the record shows it."""
    at = visit(request, person, SEE_RECORD if request.method == "GET" else EDIT_RECORD)
    held = entry_of(at.record, key)
    if held is None:
        return _gone(at, key)
    if held.list in ("ratings", "knowledge"):
        return redirect("skills:skills", person=at.owner.key)
    if held.list == "engagements":
        return redirect(_with_query(at.url("engagement", key=key), request))
    if held.list == HEAD and at.is_editor:
        return redirect(_with_query(at.url("head"), request))
    if not at.is_editor or held.list not in SMALL_LISTS:
        return HttpResponseRedirect(f"{at.url('record')}#{key}")
    title = title_of(held.list, held.body)
    return _answer(Sheet(at=at, name=held.list, template=SMALL, title=title, done=_saved(title), entry=held))


@require_http_methods(["GET", "POST"])
def engagement_new(request: HttpRequest, person: str) -> HttpResponse:
    """Record an engagement, or a copy of one (`?copy=`)."""
    at = visit(request, person, EDIT_RECORD)
    shown = _copied(at, "engagements") or {}
    done = _("The engagement is on record.")
    title = _("Record an engagement")
    return _answer(_engagement(at, title=title, done=done, shown=shown))


@require_http_methods(["GET", "POST"])
def engagement(request: HttpRequest, person: str, key: str) -> HttpResponse:
    """Edit an engagement; whoever may only read is led to where the record shows it."""
    at = visit(request, person, SEE_RECORD if request.method == "GET" else EDIT_RECORD)
    held = entry_of(at.record, key)
    if held is None:
        return _gone(at, key)
    if held.list != "engagements":
        raise Http404
    if not at.is_editor:
        return HttpResponseRedirect(f"{at.url('record')}#{key}")
    title = title_of("engagements", held.body)
    return _answer(_engagement(at, title=title, done=_saved(title), entry=held))


def _engagement(at: Visit, **sheet: Any) -> Sheet:
    held = sheet.get("entry")
    facts = engagement_facts(at, held.key if held else at.request.POST.get("key"))

    def beside(form: RecordForm, key: str) -> dict[str, Any]:
        return {
            "panel": panel_of(at.record, key, form.body(), today=timezone.localdate()),
            "sizes": [form[each.id] for each in measures()],
            "market_rows": rows_of(form),
        }

    template = "people/engagement.html"
    return Sheet(at=at, name="engagements", template=template, facts=facts, beside=beside, **sheet)


def _gone(at: Visit, key: str) -> HttpResponse:
    """Answer for an entry that was removed: what happened to it, or a form that was begun before, to be saved anew."""
    last = Change.objects.filter(revision__record=at.record, key=key).order_by("-revision__number").first()
    if last is None or not last.before:
        raise Http404
    list_, body = last.before["list"], last.before["body"]
    if at.request.method == "GET" or list_ not in ("engagements", *SMALL_LISTS):
        return HttpResponseRedirect(at.url("entry_history", key=key))
    title = title_of(list_, body)
    if list_ == "engagements":
        return keep_open(_engagement(at, title=title, done=title, shown=body, action=at.url("engagement_new")))
    action = at.url("entry_new", list=list_)
    return keep_open(Sheet(at=at, name=list_, template=SMALL, title=title, done=title, shown=body, action=action))


def engagement_facts(at: Visit, key: str | None) -> dict[str, Any]:
    """Return what the form of an engagement needs besides it: the ids that others have, and the day."""
    others = (each for each in states_of(at.record) if each.list == "engagements" and each.key != key)
    return {"taken": {str(each.body.get("id")) for each in others}, "today": timezone.localdate().isoformat()}


@require_http_methods(["GET", "POST"])
def head(request: HttpRequest, person: str) -> HttpResponse:
    """Edit who the record is about."""
    at = visit(request, person, EDIT_RECORD)
    return _answer(_of_head(at, "head", _("Person")))


@require_http_methods(["GET", "POST"])
def complete(request: HttpRequest, person: str) -> HttpResponse:
    """Say of which lists nothing is missing."""
    at = visit(request, person, EDIT_RECORD)
    return _answer(_of_head(at, "complete", _("Is anything missing?")))


def _of_head(at: Visit, name: str, title: str) -> Sheet:
    held = Entry.objects.get(record=at.record, list=HEAD)
    template = SMALL if name == "head" else "people/complete.html"
    return Sheet(at=at, name=name, template=template, title=title, done=_saved(title), entry=held)


@require_POST
def remove(request: HttpRequest, person: str, key: str) -> HttpResponse:
    """Remove an entry at once; it can be undone."""
    at = visit(request, person, EDIT_RECORD)
    held = _held(at, key)
    if held.list not in ("engagements", *SMALL_LISTS):
        # Ratings are taken back where it is known who gave them; a superior's or an assessor's word is not the person's.
        raise Http404
    wish = Wish(key=key, list=held.list, body=None, based_on=number_seen(request.POST))
    outcome = change_record(at.record, [wish], author=at.viewer, kind=Revision.Kind.REMOVED)
    if outcome.revision is None:
        context = {"crumbs": at.crumbs((_("Remove"), "")), "title": title_of(held.list, held.body), "key": key}
        return at.show("people/changed_since.html", context, status=409)
    drop_draft(at.record, author=at.viewer, form=f"{held.list}-{key}")
    offer_undo(request, _("Removed: %(title)s") % {"title": title_of(held.list, held.body)}, outcome.revision)
    return HttpResponseRedirect(at.back() or at.url("record"))


def _answer(sheet: Sheet) -> HttpResponse:
    return take_sheet(sheet) if sheet.at.request.method == "POST" else show_sheet(sheet)


def _held(at: Visit, key: str) -> Entry:
    held = entry_of(at.record, key)
    if held is None or held.list in (HEAD, "attachments"):
        raise Http404
    return held


def _copied(at: Visit, list_: str) -> Plain | None:
    """Return the body of the entry that a new one begins as a copy of; what is that one's own is left out."""
    original = entry_of(at.record, at.request.GET.get("copy", ""))
    if original is None or original.list != list_:
        return None
    return {name: value for name, value in original.body.items() if name not in _NOT_COPIED}


def _with_query(url: str, request: HttpRequest) -> str:
    asked = request.META.get("QUERY_STRING", "")
    return f"{url}?{asked}" if asked else url


def _saved(title: str) -> str:
    return _("Saved: %(title)s") % {"title": title}


def _title_of_new(list_: str) -> str:
    return {
        "expertise": _("Record an area of expertise"),
        "contributions": _("Record a contribution"),
        "mentoring": _("Record mentoring"),
        "qualifications": _("Record a qualification"),
    }[list_]
