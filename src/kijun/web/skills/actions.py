"""How are skills rated, ratings confirmed, and knowledge stated?

Ratings are added and never overwritten; what somebody corrects is what they themselves gave on the same day. As whom somebody rates was
decided before (`raters`); here it is checked once more who gave what.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kijun.day import RecordedDay, read_day
from kijun.web.accounts.models import User, new_key
from kijun.web.people.actions import Outcome, Wish, change_record, undo
from kijun.web.people.days import written
from kijun.web.people.models import Entry, Record, Revision
from kijun.web.skills.queries import KNOWLEDGE, RATINGS


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """A level that is given in an item, by what a record calls the item."""

    item: str
    by: str
    level: int
    day: RecordedDay
    note: str = ""

    @property
    def body(self) -> dict[str, object]:
        """The rating as a record file holds it."""
        body: dict[str, object] = {"item": self.item, "level": self.level, "by": self.by, "day": written(self.day)}
        return {**body, "note": self.note} if self.note else body


def rate(record: Record, rates: Sequence[Rate], *, author: User, based_on: int | None = None) -> Outcome:
    """Put ratings on record as one revision; one that the author gave in the same item on the same day is corrected.

    `based_on` is the revision of the record that the author saw. The keys of the outcome are in the order of the ratings, also
    where nothing was changed.
    """
    same_day = _same_day(record, rates, author)
    wishes = [_wish(each, entry, based_on) for each, entry in zip(rates, same_day, strict=True)]
    is_correction = all(entry is not None for entry in same_day)
    kind = Revision.Kind.EDITED if is_correction else Revision.Kind.ADDED
    done = change_record(record, wishes, author=author, kind=kind)
    return Outcome(
        revision=done.revision,
        keys=tuple(wish.key or "" for wish in wishes),
        faults=done.faults,
        conflicts=done.conflicts,
    )


def _wish(given: Rate, entry: Entry | None, based_on: int | None) -> Wish:
    if entry is None:
        return Wish(key=new_key(), list=RATINGS, body=given.body)
    return Wish(key=entry.key, list=RATINGS, body=given.body, based_on=based_on)


def _same_day(record: Record, rates: Sequence[Rate], author: User) -> list[Entry | None]:
    held = list(Entry.objects.filter(record=record, list=RATINGS, awaits=""))
    wanted = {(each.item, each.by, each.day) for each in rates}
    alike = [entry for entry in held if _name(entry) in wanted]
    mine = _by_author(record, alike, author)
    own = {_name(entry): entry for entry in alike if entry.key in mine or entry.body["by"] == "self"}
    return [own.get((each.item, each.by, each.day)) for each in rates]


def _name(entry: Entry) -> tuple[str, str, RecordedDay | None]:
    return str(entry.body["item"]), str(entry.body["by"]), read_day(str(entry.body["day"]))


def _by_author(record: Record, entries: Sequence[Entry], author: User) -> set[str]:
    numbers = {entry.revised for entry in entries}
    theirs = Revision.objects.filter(record=record, number__in=numbers, author=author)
    found = set(theirs.values_list("number", flat=True)) if numbers else set()
    return {entry.key for entry in entries if entry.revised in found}


def may_take_back(entry: Entry, *, author: User, held: Sequence[str]) -> bool:
    """Return whether a rating is somebody's own to remove: they gave it in a role that they still hold, or brought it in."""
    if entry.awaits:
        return "self" in held
    if entry.body["by"] not in held:
        return False
    return entry.body["by"] == "self" or bool(_by_author(entry.record, [entry], author))


def remove(entry: Entry, *, author: User) -> Outcome:
    """Take a rating off the record."""
    wish = Wish(key=entry.key, list=entry.list, body=None)
    return change_record(entry.record, [wish], author=author, kind=Revision.Kind.REMOVED)


def decide(entry: Entry, *, author: User, is_confirmed: bool, reason: str, based_on: int | None) -> Outcome:
    """Let a rating that waited count, or take it off the record with the reason."""
    body = dict(entry.body) if is_confirmed else None
    wish = Wish(key=entry.key, list=entry.list, body=body, based_on=based_on)
    return change_record(entry.record, [wish], author=author, kind=Revision.Kind.DECIDED, reason=reason)


def state_knowledge(
    record: Record, item: str, known: Sequence[str], *, author: User, based_on: int | None = None
) -> Outcome:
    """Say which knowledge items of a skill item the person has: the whole of it, an earlier statement is replaced."""
    entry = _statement(record, item)
    body = {"item": item, "known": list(known)}
    if entry is None:
        return change_record(record, [Wish(list=KNOWLEDGE, body=body)], author=author, kind=Revision.Kind.ADDED)
    wish = Wish(key=entry.key, list=KNOWLEDGE, body=body, based_on=based_on)
    return change_record(record, [wish], author=author, kind=Revision.Kind.EDITED)


def forget_knowledge(record: Record, item: str, *, author: User) -> Outcome:
    """Take back what was said of an item's knowledge: it is unknown again."""
    entry = _statement(record, item)
    if entry is None:
        return Outcome()
    wish = Wish(key=entry.key, list=KNOWLEDGE, body=None)
    return change_record(record, [wish], author=author, kind=Revision.Kind.REMOVED)


def _statement(record: Record, item: str) -> Entry | None:
    held = Entry.objects.filter(record=record, list=KNOWLEDGE)
    return next((entry for entry in held if entry.body.get("item") == item), None)


def may_undo(revision: Revision, *, author: User, held: Sequence[str]) -> bool:
    """Return whether somebody may take a revision back here: their own, of nothing but ratings and knowledge, in a role that they hold."""
    if revision.author_id != author.pk:
        return False
    return all(_is_theirs(change.before or change.after or {}, held) for change in revision.changes.all())


def _is_theirs(state: Mapping[str, Any], held: Sequence[str]) -> bool:
    if state.get("list") == KNOWLEDGE:
        return "self" in held
    if state.get("list") != RATINGS:
        return False
    return state["body"]["by"] in held or (bool(state["awaits"]) and "self" in held)


def undo_own(revision: Revision, *, author: User) -> Outcome:
    """Take one's own revision back by a new one."""
    return undo(revision, author=author)
