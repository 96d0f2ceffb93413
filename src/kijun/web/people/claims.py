"""What waits for a superior's or an assessor's word, and how is it given?

A claim is an equivalence that a person claims, or an entry that was brought in and waits. It is decided with a reason, as a
revision of whoever decides; what is on record says who, why and when.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.db.models import Q, QuerySet
from django.db.models.fields.json import KeyTextTransform
from django.utils import timezone

from kijun.web.accounts.models import Appointment, User
from kijun.web.accounts.permissions import DECIDE_CLAIM, RATE_AS_SUPERIOR, may
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


def waiting_entries(viewer: User) -> QuerySet[Entry]:
    """Return the entries in which something waits for the word of somebody, by person, in the order of the records."""
    standing = Appointment.objects.filter(holder=viewer, until=None, person__is_active=True)
    led = Q(record__owner__in=standing.filter(role=SUPERIOR).values("person"), awaits=SUPERIOR)
    assessed = Q(record__owner__in=standing.filter(role=ASSESSOR).values("person"))
    # In JSON only a value stands between plain quotation marks: a text that has them has them escaped.
    has_claim = Q(list=_ENGAGEMENTS, said__contains='"claimed"')
    theirs = led | (assessed & (has_claim | Q(awaits=ASSESSOR))) if viewer.is_assessor else led
    found = Entry.objects.annotate(said=KeyTextTransform("equivalences", "body")).filter(theirs)
    ordered = ("record__owner__name", "record__owner__pk", "list", "position", "pk")
    return found.select_related("record__owner").order_by(*ordered)


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
    states = [state for change in revision.changes.all() for state in (change.before, change.after) if state]
    is_of_superior = any(state["awaits"] == SUPERIOR for state in states)
    return may(viewer, RATE_AS_SUPERIOR if is_of_superior else DECIDE_CLAIM, revision.record.owner)


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
