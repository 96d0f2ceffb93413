"""Which operations tell what happened to a record, and take it back?"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from ninja import Body, Query, Router, Schema
from pydantic import Field

from kijun.web.accounts.guards import viewer_of
from kijun.web.accounts.permissions import SEE_RECORD
from kijun.web.api.asking import MOST_LETTERS, record_for
from kijun.web.api.operations import operation
from kijun.web.api.pages import Exactly, Page, Piece, page_of
from kijun.web.api.record import READ, WRITE, WrittenShape, written_shape
from kijun.web.api.wrong import checked
from kijun.web.people.actions import may_undo, undo
from kijun.web.people.claims import may_undo_decision
from kijun.web.people.models import Record, Revision
from kijun.web.people.queries import revisions_of
from kijun.web.skills.actions import may_undo as may_undo_rating
from kijun.web.skills.raters import raters_of

router = Router(tags=["record"])
LARGEST = 2**31 - 1


class ChangeShape(Schema):
    """What a revision did to one entry; a state is null where there was or is none."""

    entry: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None


class RevisionShape(Schema):
    """One act that changed a record."""

    number: int
    at: str
    author: str
    kind: str = Field(description="added, edited, removed, undone, imported or decided.")
    reason: str
    undoes: int | None
    undone_by: list[int]
    changes: list[ChangeShape]


class UndoWhy(Exactly):
    """Why it is done."""

    reason: str = Field(default="", max_length=MOST_LETTERS)


class EntryOf(Piece):
    """Of which entry, also where it is no longer on record."""

    entry: str | None = Field(default=None, max_length=12)


@operation(
    router,
    "GET",
    "/people/{slug:person}/record/revisions",
    scope=READ,
    ja="経歴に起きたこと(新しい順)",
    answer=Page[RevisionShape],
)
def revisions(request: HttpRequest, person: str, given: Query[EntryOf]) -> dict[str, Any]:
    """Tell what happened to the record, newest first."""
    found = revisions_of(record_for(request, person)).select_related("undoes")
    if given.entry is not None:
        found = found.filter(changes__key=given.entry).distinct()
    return page_of(found, given, _revision)


@operation(
    router,
    "GET",
    "/people/{slug:person}/record/revisions/{int:number}",
    scope=READ,
    ja="一つの版と、その前後の状態",
    answer=RevisionShape,
)
def revision(request: HttpRequest, person: str, number: int) -> dict[str, Any]:
    """One revision, with what was before and after."""
    return _revision(_found(record_for(request, person), number))


@operation(
    router,
    "POST",
    "/people/{slug:person}/record/revisions/{int:number}/undo",
    scope=WRITE,
    permission=SEE_RECORD,
    ja="版を、新しい版で元に戻す",
    answer=WrittenShape,
)
def take_back(request: HttpRequest, person: str, number: int, body: Body[UndoWhy]) -> dict[str, Any]:
    """Take a revision back by a new one.

    Take back what one did oneself; what was changed since stands in the way, as 409. A decision is taken back by who made it.
    """
    found, viewer = record_for(request, person), viewer_of(request)
    seen = _found(found, number)
    is_own = found.owner == viewer and may_undo(seen, author=viewer)
    is_rating = may_undo_rating(seen, author=viewer, held=raters_of(viewer, found.owner))
    if not (is_own or is_rating or may_undo_decision(seen, viewer)):
        raise PermissionDenied
    return written_shape(checked(undo(seen, author=viewer, reason=body.reason)))


def _found(record: Record, number: int) -> Revision:
    if number > LARGEST:
        raise Http404
    found = revisions_of(record).filter(number=number).select_related("undoes").first()
    if found is None:
        raise Http404
    found.record = record
    return found


def _revision(revision: Revision) -> dict[str, Any]:
    return {
        "number": revision.number,
        "at": revision.at.isoformat(),
        "author": revision.author_name,
        "kind": revision.kind,
        "reason": revision.reason,
        "undoes": revision.undoes.number if revision.undoes else None,
        "undone_by": [each.number for each in revision.undone_by.all()],
        "changes": [{"entry": each.key, "before": each.before, "after": each.after} for each in revision.changes.all()],
    }
