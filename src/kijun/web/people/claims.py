"""What waits for a superior's or an assessor's word, and how is it given?

A claim is an equivalence that a person claims, or an entry that was brought in and waits. It is decided with a reason, as a
revision of whoever decides; what is on record says who, why and when.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from django.db.models import Q
from django.utils import timezone

from kijun.web.accounts.models import User
from kijun.web.accounts.permissions import DECIDE_CLAIM, RATE_AS_SUPERIOR, may
from kijun.web.accounts.queries import led_by
from kijun.web.people.actions import Outcome, Wish, change_record
from kijun.web.people.models import Entry, Record, Revision
from kijun.web.people.states import Plain, State
from kijun.web.people.trust import ASSESSOR

SUPERIOR: Final = "superior"
_ENGAGEMENTS: Final = "engagements"
_CONFIRMATIONS: Final = "confirmations"
_DEEPEST: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Something that waits: the entry, and what an equivalence of it is said to equal (None: the entry itself waits)."""

    entry: Entry
    to: str | None

    @property
    def permission(self) -> str:
        """What whoever decides it has to be allowed."""
        return RATE_AS_SUPERIOR if self.entry.awaits == SUPERIOR else DECIDE_CLAIM

    @property
    def is_equivalence(self) -> bool:
        """Whether an equivalence is claimed; else the entry itself waits."""
        return self.to is not None


def open_claims(viewer: User) -> list[Claim]:
    """Return what waits for the word of somebody, by person, in the order of the records."""
    assessed = led_by(viewer, ASSESSOR) if viewer.is_assessor else []
    led = led_by(viewer, SUPERIOR)
    theirs = Q(record__owner__in=assessed) & (
        Q(list=_ENGAGEMENTS, body__has_key="equivalences") | Q(awaits=ASSESSOR)
    ) | Q(record__owner__in=led, awaits=SUPERIOR)
    found = Entry.objects.filter(theirs).select_related("record__owner")
    ordered = found.order_by("record__owner__name", "record__owner__pk", "list", "position", "pk")
    return [claim for entry in ordered for claim in claims_of(entry)]


def claims_of(entry: Entry) -> Iterator[Claim]:
    """Yield what waits in an entry."""
    if entry.awaits:
        yield Claim(entry=entry, to=None)
    elif entry.list == _ENGAGEMENTS:
        for each in entry.body.get("equivalences") or ():
            if each.get("decision") == "claimed":
                yield Claim(entry=entry, to=str(each.get("to", "")))


def find_claim(entry: Entry, to: str) -> Claim | None:
    """Return the claim of an entry, by what an equivalence is said to equal; None where nothing waits any more."""
    return next((claim for claim in claims_of(entry) if (claim.to or "") == to), None)


def granted(claim: Claim, *, by: str, reason: str) -> State:
    """Return the entry as it is on record once the claim is recognised or confirmed."""
    entry = claim.entry
    body = _decided(claim, "recognised", by, reason) if claim.is_equivalence else _confirmed(entry, by, reason)
    return State(key=entry.key, list=entry.list, position=entry.position, body=body)


def decide(claim: Claim, *, is_granted: bool, author: User, reason: str, based_on: int | None) -> Outcome:
    """Recognise or confirm a claim, or refuse it: a refused equivalence stays with its reason, a refused entry goes."""
    entry = claim.entry
    body: Plain | None
    if is_granted:
        body = granted(claim, by=author.name, reason=reason).body
    else:
        body = _decided(claim, "refused", author.name, reason) if claim.is_equivalence else None
    wish = Wish(key=entry.key, list=entry.list, body=body, position=entry.position, based_on=based_on)
    return change_record(entry.record, [wish], author=author, kind=Revision.Kind.DECIDED, reason=reason)


def confirm_cell(record: Record, confirmation: Plain, *, author: User) -> Outcome:
    """Put an assessor's word on the circumstances of a cell on record; their own word of the same day is corrected."""
    held = Entry.objects.filter(record=record, list=_CONFIRMATIONS, awaits="")
    known = [confirmation[key] for key in ("cell", "by", "day")]
    same = next((each for each in held if [each.body.get(key) for key in ("cell", "by", "day")] == known), None)
    wish = Wish(key=same.key if same else None, list=_CONFIRMATIONS, body=confirmation)
    reason = str(confirmation["reason"])
    return change_record(record, [wish], author=author, kind=Revision.Kind.DECIDED, reason=reason)


def is_decision(revision: Revision) -> bool:
    """Whether a revision decided a claim, or takes such a decision back or back again: it is not the person's to undo."""
    current: Revision | None = revision
    for _step in range(_DEEPEST):
        if current is None or current.kind != Revision.Kind.UNDONE:
            break
        current = current.undoes
    return current is not None and current.kind in (Revision.Kind.DECIDED, Revision.Kind.UNDONE)


def may_undo_decision(revision: Revision, viewer: User) -> bool:
    """Whether somebody may take a decision back: it is their own, and they still stand beside the person as they did."""
    if revision.author_id != viewer.pk or not is_decision(revision):
        return False
    waited = {(change.before or change.after)["awaits"] for change in revision.changes.all()}
    permissions: Sequence[str] = [RATE_AS_SUPERIOR] if waited == {SUPERIOR} else [DECIDE_CLAIM]
    if SUPERIOR in {(change.after or change.before)["awaits"] for change in revision.changes.all()}:
        permissions = [RATE_AS_SUPERIOR]
    return all(may(viewer, permission, revision.record.owner) for permission in permissions)


def _decided(claim: Claim, decision: str, by: str, reason: str) -> Plain:
    """Return the engagement with the claim decided: who, why and when."""
    body = dict(claim.entry.body)
    equivalences = [dict(each) for each in body["equivalences"]]
    for number, each in enumerate(equivalences):
        if each.get("decision") == "claimed" and str(each.get("to", "")) == claim.to:
            of = {"to": each["to"]} if "to" in each else {}
            equivalences[number] = {**of, "decision": decision, "by": by, "reason": reason, "day": _today()}
            break
    return {**body, "equivalences": equivalences}


def _confirmed(entry: Entry, by: str, reason: str) -> Plain:
    """Return an entry that waited; an assessor's word on a cell is now that of whoever confirms it."""
    if entry.list != _CONFIRMATIONS:
        return dict(entry.body)
    return {**entry.body, "by": by, "reason": reason, "day": _today()}


def _today() -> str:
    return timezone.localdate().isoformat()
