"""Which operations tell a superior and an assessor what waits for their word, and take it?"""

from __future__ import annotations

from typing import Any, Final, Literal

from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Body, Query, Router, Schema
from pydantic import Field

from kijun.text import Text
from kijun.web.accounts.guards import person_for, viewer_of
from kijun.web.accounts.permissions import DECIDE_CLAIM
from kijun.web.api.asking import MOST_LETTERS, BasedOn, entry_for, record_for
from kijun.web.api.operations import operation
from kijun.web.api.pages import Exactly, Page, Piece, page_of
from kijun.web.api.record import WRITE, EntryShape, WrittenShape, entry_shape, written_shape
from kijun.web.api.wrong import checked, invalid_value
from kijun.web.library.queries import editions
from kijun.web.people.claims import claims_of, confirm_cell, decide, find_claim, waiting_entries
from kijun.web.people.models import Entry

router = Router(tags=["claims"])
_NO_SUCH_CELL: Final = Text(ja="このパスのセルはない", en="there is no cell of this path")


class WaitingShape(Schema):
    """An entry in which something waits."""

    person: str
    name: str
    entry: EntryShape
    to: list[str] = Field(description="What equivalences are claimed to equal; empty where the entry itself waits.")


class Decision(BasedOn):
    """What is decided of a claim, and why."""

    to: str = Field(default="", max_length=200, description="Of an equivalence, what it is claimed to equal.")
    decision: Literal["granted", "refused"]
    reason: str = Field(min_length=1, max_length=MOST_LETTERS)


class Confirmation(Exactly):
    """An assessor's word on the circumstances of a cell, as of today."""

    cell: str = Field(max_length=200)
    decision: Literal["confirmed", "refused"]
    reason: str = Field(min_length=1, max_length=MOST_LETTERS)


@operation(
    router,
    "GET",
    "/claims",
    scope="record:read",
    ja="鍵の持ち主の判断を待っているもの",
    answer=Page[WaitingShape],
)
def waiting(request: HttpRequest, given: Query[Piece]) -> dict[str, Any]:
    """Tell what waits for the word of the owner of the key."""
    return page_of(waiting_entries(viewer_of(request)), given, _waiting)


@operation(
    router,
    "POST",
    "/people/{slug:person}/record/entries/{slug:entry}/decision",
    scope=WRITE,
    permission=DECIDE_CLAIM,
    ja="項目で待っているものを認める、確認する、または認めない",
    answer=WrittenShape,
)
def decision(request: HttpRequest, person: str, entry: str, body: Body[Decision]) -> dict[str, Any]:
    """Recognise, confirm or refuse what waits in an entry.

    An equivalence is decided by the person's assessor, a rating by whoever is said to have given it.
    """
    held = entry_for(record_for(request, person), entry)
    claim = find_claim(held, body.to)
    if claim is None:
        raise Http404
    person_for(request, person, claim.permission)
    outcome = decide(
        claim,
        is_granted=body.decision == "granted",
        author=viewer_of(request),
        reason=body.reason,
        based_on=body.based_on,
    )
    return written_shape(checked(outcome, "body"))


@operation(
    router,
    "POST",
    "/people/{slug:person}/record/confirmations",
    scope=WRITE,
    permission=DECIDE_CLAIM,
    ja="評価者として、セルの状況が当てはまるかを述べる",
    answer=WrittenShape,
)
def confirm(request: HttpRequest, person: str, body: Body[Confirmation]) -> dict[str, Any]:
    """Say, as the assessor, whether the circumstances of a cell are given."""
    record, viewer = record_for(request, person, DECIDE_CLAIM), viewer_of(request)
    if not any(body.cell in edition.indicators for edition in editions()):
        raise invalid_value(["body", "cell"], _NO_SUCH_CELL)
    word = {**body.model_dump(), "by": viewer.name, "day": timezone.localdate().isoformat()}
    return written_shape(checked(confirm_cell(record, word, author=viewer), "body"))


def _waiting(entry: Entry) -> dict[str, Any]:
    owner = entry.record.owner
    to = [claim.to for claim in claims_of(entry) if claim.to is not None]
    return {"person": owner.key, "name": owner.name, "entry": entry_shape(entry), "to": to}
