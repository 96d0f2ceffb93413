"""How do a superior and an assessor give the word that somebody's record waits for?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kijun.judgement.explain import PART_NAMES
from kijun.web.accounts.guards import person_for, viewer_of
from kijun.web.accounts.permissions import DECIDE_CLAIM
from kijun.web.library.queries import editions
from kijun.web.library.templatetags.kijun import said
from kijun.web.people.actions import undo
from kijun.web.people.claims import (
    Claim,
    claims_of,
    confirm_cell,
    decide,
    find_claim,
    granted,
    may_undo_decision,
    waiting_entries,
)
from kijun.web.people.describe import lines_of, title_of
from kijun.web.people.effect import effect_of, states_with
from kijun.web.people.forms.claims import GRANT, ClaimForm, ConfirmationForm
from kijun.web.people.forms.record_form import say_fault
from kijun.web.people.models import Entry, List, Revision
from kijun.web.people.queries import entries_of, entry_of, state_of
from kijun.web.people.states import ATTACHMENTS, Plain
from kijun.web.people.views.page import Visit, visit
from kijun.web.people.vocabulary import claim_name

ON_A_PAGE = 20
_IN_THE_TITLE = ("title", "title.ja", "title.en")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Confirmable:
    """A cell, or a part of one that was not understood: what an assessor can give their word on, and what it is called."""

    path: str
    name: str
    is_part: bool


@require_GET
def claims(request: HttpRequest) -> HttpResponse:
    """List what waits for the word of whoever asks."""
    viewer = viewer_of(request)
    page = Paginator(waiting_entries(viewer), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "page_numbers": page.paginator.get_elided_page_range(page.number),
        "claims": [_line(claim) for entry in page for claim in claims_of(entry)],
        "crumbs": [{"label": _("People"), "url": reverse("people:people")}, {"label": _("Claims"), "url": ""}],
    }
    own = Visit(request=request, viewer=viewer, owner=viewer, record=viewer.record)
    return own.show("people/claims.html", context)


@require_http_methods(["GET", "POST"])
def claim(request: HttpRequest, person: str, key: str) -> HttpResponse:
    """Show a claim with its facts and what it would count for, and take the decision."""
    at = visit(request, person)
    asked = request.POST if request.method == "POST" else request.GET
    entry = entry_of(at.record, key)
    if entry is None:
        raise Http404
    entry.record = at.record
    found = find_claim(entry, asked.get("to", ""))
    if found is None:
        return _nothing_waits(at)
    person_for(request, person, found.permission)
    if request.method == "GET":
        return _claim_page(
            at, found, ClaimForm(is_equivalence=found.is_equivalence, initial={"based_on": entry.revised})
        )
    form = ClaimForm(request.POST, is_equivalence=found.is_equivalence)
    if not form.is_valid():
        return _claim_page(at, found, form, status=422)
    given = form.cleaned_data
    is_granted = given["decision"] == GRANT
    outcome = decide(
        found, is_granted=is_granted, author=at.viewer, reason=given["reason"], based_on=given["based_on"] or 0
    )
    if outcome.revision is None:
        faults = [say_fault(fault) for fault in outcome.faults if fault.is_error]
        form.add_error(None, forms.ValidationError(faults or [_said_changed()]))
        return _claim_page(at, found, form, status=409 if outcome.conflicts else 422)
    told = _("Decided: %(title)s") if is_granted else _("Refused: %(title)s")
    _offer_undo(at, told % {"title": title_of(entry.list, entry.body)}, outcome.revision)
    return HttpResponseRedirect(at.back() or reverse("people:claims"))


@require_POST
def decision_undo(request: HttpRequest, person: str, number: int) -> HttpResponse:
    """Take one's own decision back."""
    at = visit(request, person)
    revision = Revision.objects.filter(record=at.record, number=number).prefetch_related("changes").first()
    if revision is None:
        raise Http404
    revision.record = at.record
    if not may_undo_decision(revision, at.viewer):
        raise PermissionDenied
    outcome = undo(revision, author=at.viewer)
    if outcome.revision is None and (outcome.conflicts or outcome.faults):
        return at.show("people/decision_stands.html", {"crumbs": _crumbs(_("Undo"))}, status=409)
    if outcome.revision is not None:
        _offer_undo(at, _("Undone."), outcome.revision)
    return HttpResponseRedirect(at.back() or reverse("people:claims"))


@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest, person: str) -> HttpResponse:
    """Take an assessor's word on the circumstances of a cell."""
    at = visit(request, person, DECIDE_CLAIM)
    asked = request.POST if request.method == "POST" else request.GET
    cell = _find_confirmable(asked.get("cell", ""))
    if cell is None:
        raise Http404
    if request.method == "GET":
        return _confirm_page(at, cell, ConfirmationForm(initial={"cell": cell.path}))
    form = ConfirmationForm(request.POST)
    if not form.is_valid():
        return _confirm_page(at, cell, form, status=422)
    outcome = confirm_cell(at.record, form.body(by=at.viewer.name), author=at.viewer)
    errors = [say_fault(fault) for fault in outcome.faults if fault.is_error]
    if errors:
        form.add_error(None, forms.ValidationError(errors))
        return _confirm_page(at, cell, form, status=422)
    if outcome.revision is not None:
        _offer_undo(at, _("Saved: %(title)s") % {"title": cell.name}, outcome.revision)
    return HttpResponseRedirect(at.back() or at.url("record"))


def _line(found: Claim) -> dict[str, Any]:
    entry = found.entry
    owner = entry.record.owner
    query = f"?to={found.to}" if found.to else ""
    return {
        "person": owner.name,
        "title": title_of(entry.list, entry.body),
        "what": said(claim_name(found.to)) if found.to else str(List(entry.list).label),
        "is_equivalence": found.is_equivalence,
        "url": reverse("people:claim", kwargs={"person": owner.key, "key": entry.key}) + query,
    }


def _claim_page(at: Visit, found: Claim, form: ClaimForm, *, status: int = 200) -> HttpResponse:
    entry = found.entry
    entries = list(Entry.objects.filter(record=at.record))
    after = states_with(entries, [granted(found, by=at.viewer.name, reason=_("if recognised"))])
    claimed = next((each for each in entry.body.get("equivalences") or () if str(each.get("to", "")) == found.to), None)
    files = [each for each in entries_of(at.record, ATTACHMENTS) if each.body["entry"] == entry.key]
    context = {
        "crumbs": _crumbs(title_of(entry.list, entry.body)),
        "title": title_of(entry.list, entry.body),
        "list": str(List(entry.list).label),
        "found": found,
        "claim_name": said(claim_name(found.to)) if found.to else "",
        "said_with_it": (claimed or {}).get("reason", ""),
        "lines": [
            line for line in lines_of(entry.list, _without(entry.body, claimed)) if line.key not in _IN_THE_TITLE
        ],
        "files": [{"key": each.key, "name": each.body["name"]} for each in files],
        "effect": effect_of(map(state_of, entries), after, on=timezone.localdate()),
        "form": form,
    }
    return at.show("people/claim.html", context, status=status)


def _without(body: Plain, claimed: Plain | None) -> Plain:
    """Return an engagement without the claim that stands above its facts; other equivalences are facts."""
    others = [each for each in body.get("equivalences") or () if each != claimed]
    return {**body, "equivalences": others} if claimed else body


def _confirm_page(at: Visit, cell: _Confirmable, form: ConfirmationForm, *, status: int = 200) -> HttpResponse:
    context = {
        "crumbs": _crumbs(cell.name),
        "cell": cell.name,
        "is_part": cell.is_part,
        "library": reverse("library:thing", args=(cell.path,)),
        "form": form,
        "back": at.back(),
    }
    return at.show("people/confirm.html", context, status=status)


def _nothing_waits(at: Visit) -> HttpResponse:
    """Say that a claim was decided or taken back meanwhile."""
    return at.show("people/nothing_waits.html", {"crumbs": _crumbs(_("Claim"))}, status=404)


def _crumbs(title: str) -> list[dict[str, str]]:
    return [{"label": _("Claims"), "url": reverse("people:claims")}, {"label": title, "url": ""}]


def _said_changed() -> str:
    return _("The entry was changed while you read it. Look at it again, then decide.")


def _offer_undo(at: Visit, told: str, revision: Revision) -> None:
    url = at.url("decision_undo", number=revision.number)
    at.request.session["undo_offer"] = {"said": told, "url": url}


def _find_confirmable(path: str) -> _Confirmable | None:
    """Return the cell of a path, or the part of one whose printed words an assessor has to read; None where it is neither."""
    cell, _, part = path.rpartition("/")
    for edition in editions():
        printed = edition.indicators.get(path) or edition.indicators.get(cell)
        if printed is not None and (printed.path == path or part in printed.unread):
            field = next(each for _category, each in edition.fields() if each.path == printed.field_path)
            name = said(edition.cell_name(field, printed.level))
            if printed.path == path:
                return _Confirmable(path=path, name=name, is_part=False)
            return _Confirmable(path=path, name=f"{name}: {said(PART_NAMES[part])}", is_part=True)
    return None
