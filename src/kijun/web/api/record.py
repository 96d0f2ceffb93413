"""Which operations read and write a career record, entry by entry?

What a superior or an assessor says, ratings and files have operations of their own: what is written here is the person's own word.
"""

from __future__ import annotations

from typing import Any, Final, Literal

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from kijun.text import Text
from kijun.web.accounts.guards import viewer_of
from kijun.web.accounts.permissions import EDIT_RECORD
from kijun.web.api.asking import BasedOn, Recorded, entry_for, question_for, record_for
from kijun.web.api.operations import operation
from kijun.web.api.pages import Exactly, Page, Piece, page_of
from kijun.web.api.wrong import ProblemShape, checked, fault_shapes, invalid_value
from kijun.web.people.actions import Outcome, Wish, change_record, try_change
from kijun.web.people.models import Entry, Record, Revision
from kijun.web.people.queries import entries_of, read_record, state_of, states_of
from kijun.web.people.states import HEAD, State, plain_record

router = Router(tags=["record"])
READ, WRITE = "record:read", "record:write"
ENGAGEMENTS: Final = "engagements"
WRITTEN: Final = (ENGAGEMENTS, "expertise", "contributions", "mentoring", "qualifications")
"""The lists whose entries a person writes by themselves."""
ListName = Literal["engagements", "expertise", "contributions", "mentoring", "qualifications"]
AnyList = Literal[
    "head",
    "engagements",
    "expertise",
    "contributions",
    "mentoring",
    "qualifications",
    "ratings",
    "knowledge",
    "confirmations",
    "attachments",
]
_NOT_WRITTEN: Final = Text(ja="この一覧のものはここでは書けない", en="what is in this list is not written here")
_ELSEWHERE: Final = Text(
    ja="評価はratings、知識はknowledge、ファイルはattachments、確認はclaimsの操作で書きます",
    en="Ratings, knowledge, attachments and confirmations have operations of their own.",
)
_DECIDED: Final = Text(
    ja="同等性を決めるのは評価者。本人が書けるdecisionはclaimedだけ",
    en="an equivalence is decided by an assessor: of decisions a person writes claimed only",
)


class EntryShape(Schema):
    """One entry of a record. `body` is what a record file holds."""

    key: str
    list: str
    position: int
    body: dict[str, Any]
    awaits: str = Field(description="Whose word it waits for: assessor or superior; empty where it counts.")
    revised: int | None = Field(default=None, description="The revision that made it what it is; null of a past state.")


class RecordShape(Schema):
    """A record as a record file holds it, and what is wrong with its entries."""

    revision: int
    record: dict[str, Any]
    waiting: int = Field(description="How many entries wait for somebody's word and are not in it.")
    problems: list[ProblemShape]


class WrittenShape(Schema):
    """What became of a change; `revision` is null where nothing was changed, and always of a dry run."""

    revision: int | None
    keys: list[str]
    problems: list[ProblemShape] = Field(description="Warnings and notices.")


class Lists(Piece):
    """Of which list, by what was on record when."""

    list: AnyList | None = None
    recorded: str | None = Field(
        default=None, max_length=40, description="By what was on record at the end of which day."
    )


class NewEntry(Exactly):
    """An entry to put on record."""

    list: ListName
    body: dict[str, Any] = Field(max_length=100)


class ChangedEntry(BasedOn):
    """What an entry is to say from now on."""

    body: dict[str, Any] = Field(max_length=100)


class DryRun(Exactly):
    """Whether it is only tried."""

    dry_run: bool = Field(default=False, description="Check it, and change nothing.")


@operation(
    router,
    "GET",
    "/people/{slug:person}/record",
    scope=READ,
    ja="経歴ファイルの形の経歴(今、または過去に記録されていたもの)",
    answer=RecordShape,
)
def record(request: HttpRequest, person: str, given: Query[Recorded]) -> dict[str, Any]:
    """Give the record as a record file holds it, now or as it was on record."""
    found = record_for(request, person)
    question = question_for(given, found)
    states = states_of(found, recorded=question.asked.recorded)
    return {
        "revision": question.number,
        "record": plain_record(states),
        "waiting": sum(bool(state.awaits) for state in states),
        "problems": fault_shapes(read_record(found, recorded=question.asked.recorded).faults, "record"),
    }


@operation(
    router,
    "GET",
    "/people/{slug:person}/record/entries",
    scope=READ,
    ja="経歴の項目",
    answer=Page[EntryShape],
)
def entries(request: HttpRequest, person: str, given: Query[Lists]) -> dict[str, Any]:
    """Give the entries of the record."""
    found = record_for(request, person)
    if given.recorded is None:
        held = entries_of(found, given.list) if given.list else Entry.objects.filter(record=found)
        return page_of(held, given, entry_shape)
    moment = question_for(Recorded(recorded=given.recorded), found).asked.recorded
    states = [each for each in states_of(found, recorded=moment) if given.list in (None, each.list)]
    return page_of(sorted(states, key=lambda each: (each.list, each.position, each.key)), given, _state)


@operation(
    router,
    "GET",
    "/people/{slug:person}/record/entries/{slug:entry}",
    scope=READ,
    ja="一つの項目",
    answer=EntryShape,
)
def entry(request: HttpRequest, person: str, entry: str) -> dict[str, Any]:
    """One entry."""
    return entry_shape(entry_for(record_for(request, person), entry))


@operation(
    router,
    "POST",
    "/people/{slug:person}/record/entries",
    scope=WRITE,
    permission=EDIT_RECORD,
    ja="項目を加える",
    answer=WrittenShape,
)
def add(request: HttpRequest, person: str, body: NewEntry, given: Query[DryRun]) -> dict[str, Any]:
    """Put an entry on record."""
    found = record_for(request, person, EDIT_RECORD)
    _check_undecided(body.list, body.body, None)
    wish = Wish(list=body.list, body=body.body)
    return _written(request, found, wish, Revision.Kind.ADDED, given, "body", "body")


@operation(
    router,
    "PUT",
    "/people/{slug:person}/record/entries/{slug:entry}",
    scope=WRITE,
    permission=EDIT_RECORD,
    ja="見た状態をもとに、項目を変える",
    answer=WrittenShape,
)
def change(request: HttpRequest, person: str, entry: str, body: ChangedEntry, given: Query[DryRun]) -> dict[str, Any]:
    """Change an entry, based on the state that was seen.

    Change one of the person's own entries, or the head. Raises 409 where somebody changed it since.
    """
    found = record_for(request, person, EDIT_RECORD)
    held = entry_for(found, entry)
    _check_written_here(held)
    _check_undecided(held.list, body.body, held)
    wish = Wish(
        key=held.key,
        list=held.list,
        body=body.body,
        position=held.position,
        awaits=held.awaits,
        based_on=body.based_on,
    )
    return _written(request, found, wish, Revision.Kind.EDITED, given, "body", "body")


@operation(
    router,
    "DELETE",
    "/people/{slug:person}/record/entries/{slug:entry}",
    scope=WRITE,
    permission=EDIT_RECORD,
    ja="項目を取り除く(元に戻せる)",
    answer=WrittenShape,
)
def remove(request: HttpRequest, person: str, entry: str, given: Query[BasedOn]) -> dict[str, Any]:
    """Remove an entry; it can be undone."""
    found = record_for(request, person, EDIT_RECORD)
    held = entry_for(found, entry)
    _check_written_here(held)
    if held.list == HEAD:
        raise invalid_value(["path", "entry"], _NOT_WRITTEN)
    wish = Wish(key=held.key, list=held.list, body=None, based_on=given.based_on)
    return _written(request, found, wish, Revision.Kind.REMOVED, DryRun(), "query")


def entry_shape(entry: Entry) -> dict[str, Any]:
    """Return an entry as it is now."""
    return {**_state(state_of(entry)), "revised": entry.revised}


def _state(state: State) -> dict[str, Any]:
    return {"key": state.key, **state.as_json(), "revised": None}


def _check_written_here(entry: Entry) -> None:
    if entry.list not in (*WRITTEN, HEAD):
        raise invalid_value(["path", "entry"], _NOT_WRITTEN, _ELSEWHERE)


def _check_undecided(list_: str, body: dict[str, Any], held: Entry | None) -> None:
    """Refuse what decides in an assessor's place, and what drops or changes what one decided."""
    if list_ != ENGAGEMENTS:
        return
    claims = body.get("equivalences")
    if not isinstance(claims, list) or not all(isinstance(each, dict) for each in claims):
        claims = []
    settled = [
        each for each in ((held.body.get("equivalences") or []) if held else []) if each.get("decision") != _CLAIMED
    ]
    if any(each.get("decision") != _CLAIMED and each not in settled for each in claims) or any(
        each not in claims for each in settled
    ):
        raise invalid_value(["body", "body", "equivalences"], _DECIDED)


_CLAIMED: Final = "claimed"


def _written(request: HttpRequest, record: Record, wish: Wish, kind: str, given: DryRun, *where: str) -> dict[str, Any]:
    if given.dry_run:
        outcome = checked(try_change(record, [wish]), *where)
        return written_shape(Outcome(keys=outcome.keys, faults=outcome.faults))
    outcome = change_record(record, [wish], author=viewer_of(request), kind=kind)
    return written_shape(checked(outcome, *where), *where)


def written_shape(outcome: Outcome, *where: str) -> dict[str, Any]:
    """Return what became of a change."""
    return {
        "revision": outcome.revision.number if outcome.revision else None,
        "keys": list(outcome.keys),
        "problems": fault_shapes(outcome.faults, *where),
    }
