"""What happened to a record, who did it, and how is it taken back?"""

from __future__ import annotations

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from kijun.web.accounts.permissions import EDIT_RECORD
from kijun.web.people.actions import Outcome, may_undo
from kijun.web.people.actions import undo as take_back
from kijun.web.people.changes import Changed, changed
from kijun.web.people.describe import title_of
from kijun.web.people.forms.record_form import say_fault
from kijun.web.people.models import Change, Revision
from kijun.web.people.offers import offer_undo
from kijun.web.people.queries import entry_of, revisions_of
from kijun.web.people.states import State
from kijun.web.people.views.page import Visit, visit

ON_A_PAGE = 20
FEW = 3
"""So many changed entries of one revision are shown at once; more are opened."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A revision in words. `undone_by` are the numbers of those that took it back."""

    revision: Revision
    changes: tuple[Changed, ...]
    undone_by: tuple[int, ...]
    can_be_undone: bool

    @property
    def is_long(self) -> bool:
        """Whether it changed more entries than are shown at once."""
        return len(self.changes) > FEW


@require_GET
def history(request: HttpRequest, person: str) -> HttpResponse:
    """Show every revision of a record, newest first."""
    at = visit(request, person)
    return _page(at, revisions_of(at.record), title=_("History"))


@require_GET
def entry_history(request: HttpRequest, person: str, key: str) -> HttpResponse:
    """Show the revisions that changed one entry, also where it is no longer on record."""
    at = visit(request, person)
    last = Change.objects.filter(revision__record=at.record, key=key).order_by("-revision__number").first()
    if last is None:
        raise Http404
    held = entry_of(at.record, key)
    state = State.from_json(key, last.after or last.before or {})
    body = held.body if held else state.body
    title = _("History of %(title)s") % {"title": title_of(state.list, body)}
    return _page(at, revisions_of(at.record).filter(changes__key=key).distinct(), title=title, only=key)


@require_POST
def undo(request: HttpRequest, person: str, number: int) -> HttpResponse:
    """Take a revision back; where something was changed since, say what stands in the way."""
    at = visit(request, person, EDIT_RECORD)
    revision = Revision.objects.filter(record=at.record, number=number).prefetch_related("changes").first()
    if revision is None:
        raise Http404
    if not may_undo(revision, author=at.viewer):
        raise PermissionDenied
    revision.record = at.record
    outcome = take_back(revision, author=at.viewer)
    if outcome.conflicts or any(fault.is_error for fault in outcome.faults):
        return _refuse(at, revision, outcome)
    if outcome.revision is not None:
        said = _("Undone.") if revision.undoes_id is None else _("Done again.")
        outcome.revision.record = at.record
        offer_undo(request, said, outcome.revision)
    return HttpResponseRedirect(at.back() or at.url("record"))


def _refuse(at: Visit, revision: Revision, outcome: Outcome) -> HttpResponse:
    in_the_way = {conflict.key for conflict in outcome.conflicts}
    since = revisions_of(at.record).filter(number__gt=revision.number, changes__key__in=in_the_way).distinct()
    context = {
        "crumbs": at.crumbs((_("History"), at.url("history")), (_("Undo"), "")),
        "number": revision.number,
        "faults": [say_fault(fault) for fault in outcome.faults if fault.is_error],
        "acts": [_act(at, each, only=in_the_way) for each in since[:ON_A_PAGE]],
    }
    return at.show("people/in_the_way.html", context, status=409)


def _page(at: Visit, revisions: QuerySet[Revision], *, title: str, only: str = "") -> HttpResponse:
    page = Paginator(revisions, ON_A_PAGE).get_page(at.request.GET.get("page"))
    keys = {only} if only else None
    further = [(_("History"), at.url("history")), (title, "")] if only else [(title, "")]
    context = {
        "title": title,
        "page": page,
        "page_numbers": page.paginator.get_elided_page_range(page.number),
        "acts": [_act(at, each, only=keys) for each in page],
        "crumbs": at.crumbs(*further),
    }
    return at.show("people/history.html", context)


def _act(at: Visit, revision: Revision, *, only: set[str] | None) -> Act:
    changes = [each for each in revision.changes.all() if only is None or each.key in only]
    undone = tuple(each.number for each in revision.undone_by.all())
    return Act(
        revision=revision,
        changes=tuple(changed(each) for each in changes),
        undone_by=undone,
        can_be_undone=not undone and may_undo(revision, author=at.viewer),
    )
