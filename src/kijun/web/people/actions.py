"""How does a career record change?

Every change is one revision: checked as the command line checks a file, then written with its history and its event in one
transaction. Whoever wants a change says which state they saw; what somebody else changed since is never overwritten.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from kijun.web.accounts.models import User, new_key
from kijun.web.audit.actions import note
from kijun.web.library.queries import words
from kijun.web.people.models import Change, Draft, Entry, Record, Revision
from kijun.web.people.queries import state_of
from kijun.web.people.states import HEAD, Fault, Plain, State, faults_of
from kijun.web.people.trust import still_recognised


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What somebody wants of one entry: a body to be put on record (a new entry where `key` is None), or None to remove it.

    `based_on` is the revision that they saw; None where they saw none. `is_new` says that they saw no entry of that key:
    one that has come to be is not written over.
    """

    key: str | None = None
    list: str
    body: Plain | None
    position: int | None = None
    awaits: str = ""
    based_on: int | None = None
    is_new: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """An entry that somebody changed after the state that the author saw; `state` is what it is now, None where it is gone."""

    key: str
    state: State | None
    revised: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of some wishes: the revision that they made, or the faults or conflicts for which nothing was changed.

    `keys` are those of the entries, in the order of the wishes. Warnings are in `faults` also where the revision was made.
    """

    revision: Revision | None = None
    keys: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


_KEEP_RECOGNITION = (Revision.Kind.DECIDED, Revision.Kind.UNDONE)
"""A decision is made about the facts as they are; an undoing brings facts back together with what was decided about them."""


class _Refused(Exception):  # it only leaves the transaction
    def __init__(self, outcome: Outcome) -> None:
        self.outcome = outcome


def open_record(
    person: User, *, employee: str, name: Plain | str, author: User | None = None, at: datetime | None = None
) -> Record:
    """Open the career record of a new account: its head, and nothing else. Without an author the person did it."""
    with transaction.atomic():
        record = Record.objects.create(owner=person, opened_at=at or timezone.now())
        head = Wish(list=HEAD, body={"employee": employee, "name": name})
        change_record(record, [head], author=author or person, kind=Revision.Kind.ADDED, at=at)
    return record


def change_record(
    record: Record,
    wishes: Sequence[Wish],
    *,
    author: User,
    kind: str,
    reason: str = "",
    undoes: Revision | None = None,
    at: datetime | None = None,
) -> Outcome:
    """Do what is wished as one revision, or nothing of it where an entry would be wrong or was changed by somebody else.

    `at` is the moment that is recorded, of records that come from elsewhere with their history; it may not go back.
    """
    try:
        with transaction.atomic():
            return _change(record, wishes, author, kind, reason, undoes, at)
    except _Refused as refused:
        return refused.outcome


def try_change(record: Record, wishes: Sequence[Wish]) -> Outcome:
    """Return what would become of some wishes, without doing anything: a dry run."""
    held = {entry.key: entry for entry in Entry.objects.filter(record=record)}
    pairs = _pairs(wishes, held)
    return Outcome(keys=tuple(key for key, _ in pairs), faults=_faults(held, pairs), conflicts=_conflicts(wishes, held))


def _change(
    record: Record,
    wishes: Sequence[Wish],
    author: User,
    kind: str,
    reason: str,
    undoes: Revision | None,
    at: datetime | None,
) -> Outcome:
    current = Record.objects.select_for_update().get(pk=record.pk)
    held = {entry.key: entry for entry in Entry.objects.filter(record=current)}
    conflicts = _conflicts(wishes, held)
    pairs = _pairs(wishes if kind in _KEEP_RECOGNITION else _in_fairness(wishes, held), held)
    faults = _faults(held, pairs)
    if conflicts or any(fault.is_error for fault in faults):
        raise _Refused(Outcome(faults=faults, conflicts=conflicts))
    changed = [(key, state) for key, state in pairs if _is_other(held.get(key), state)]
    keys = tuple(key for key, _ in pairs)
    if not changed:
        return Outcome(keys=keys, faults=faults)
    revision = _new_revision(current, author, kind, reason, undoes, at)
    _write(current, revision, changed, held)
    record.number = current.number
    lists = sorted({state.list if state else held[key].list for key, state in changed})
    note(
        f"record.{kind}",
        actor=author,
        about=current.owner,
        subject=f"record/{current.owner.key}/{revision.number}",
        # Why it was done stands in the revision: the trail outlives a record and is read by those who may not see one.
        detail={"lists": lists, "entries": len(changed)},
        at=revision.at,
    )
    return Outcome(revision=revision, keys=keys, faults=faults)


def _is_other(entry: Entry | None, state: State | None) -> bool:
    return (None if entry is None else state_of(entry)) != state


def _conflicts(wishes: Iterable[Wish], held: dict[str, Entry]) -> tuple[Conflict, ...]:
    found = []
    for wish in wishes:
        if wish.key is None or (wish.based_on is None and not wish.is_new):
            continue
        entry = held.get(wish.key)
        if entry is not None if wish.is_new else entry is None or entry.revised > (wish.based_on or 0):
            found.append(
                Conflict(key=wish.key, state=state_of(entry) if entry else None, revised=entry.revised if entry else 0)
            )
    return tuple(found)


def _in_fairness(wishes: Iterable[Wish], held: dict[str, Entry]) -> Iterable[Wish]:
    """Yield wishes without the recognition of what nobody has looked at: the facts that it was given for are others now."""
    for wish in wishes:
        entry = held.get(wish.key or "")
        if entry is None or wish.body is None or entry.list != "engagements":
            yield wish
        else:
            yield replace(wish, body=still_recognised(entry.body, wish.body))


def _pairs(wishes: Iterable[Wish], held: dict[str, Entry]) -> list[tuple[str, State | None]]:
    """Return the key and the new state of each wish; a new entry stands at the end of its list."""
    last: dict[str, int] = {}
    for each in held.values():
        last[each.list] = max(last.get(each.list, 0), each.position)
    pairs: list[tuple[str, State | None]] = []
    for wish in wishes:
        key = wish.key or new_key()
        entry = held.get(key)
        position = wish.position if wish.position is not None else entry.position if entry else None
        if position is None:
            position = last[wish.list] = last.get(wish.list, 0) + 1
        if wish.body is None:
            pairs.append((key, None))
        else:
            pairs.append((key, State(key=key, list=wish.list, position=position, body=wish.body, awaits=wish.awaits)))
    return pairs


def _faults(held: dict[str, Entry], pairs: Sequence[tuple[str, State | None]]) -> tuple[Fault, ...]:
    """Return what is wrong with the entries that are wished for, or with the record as a whole through them."""
    states = {key: state_of(entry) for key, entry in held.items()}
    for key, state in pairs:
        states.pop(key, None)
        if state is not None:
            states[key] = state
    touched = {key for key, _ in pairs} | {None}
    # An entry that waits does not count, but it has to be right before somebody confirms it.
    seen = [replace(state, awaits="") if key in touched else state for key, state in states.items()]
    return tuple(fault for fault in faults_of(seen, words(), today=_today()) if fault.key in touched)


def _today() -> date:
    return timezone.localdate()


def _new_revision(
    record: Record, author: User, kind: str, reason: str, undoes: Revision | None, at: datetime | None
) -> Revision:
    last = Revision.objects.filter(record=record, number=record.number).values_list("at", flat=True).first()
    moment = at or timezone.now()
    record.number += 1
    record.save(update_fields=["number"])
    return Revision.objects.create(
        record=record,
        number=record.number,
        # A clock that was set back must not turn the order of a history.
        at=max(moment, last) if last else moment,
        author=author,
        author_name=author.name,
        kind=kind,
        reason=reason,
        undoes=undoes,
    )


def _write(
    record: Record, revision: Revision, changed: Iterable[tuple[str, State | None]], held: dict[str, Entry]
) -> None:
    changes = []
    for key, state in changed:
        entry = held.get(key)
        before = state_of(entry).as_json() if entry else None
        changes.append(Change(revision=revision, key=key, before=before, after=state.as_json() if state else None))
        if state is None:
            assert entry is not None, "nothing that is not held can be removed"
            entry.delete()
        else:
            Entry.objects.update_or_create(
                record=record,
                key=key,
                defaults={
                    "list": state.list,
                    "position": state.position,
                    "body": state.body,
                    "awaits": state.awaits,
                    "revised": revision.number,
                },
            )
    Change.objects.bulk_create(changes)


def may_undo(revision: Revision, *, author: User) -> bool:
    """Return whether somebody may take a revision back: their own, and not the one that opened the record.

    What a superior or an assessor has said is theirs to take back, also in a person's own record.
    """
    return revision.number > 1 and revision.author_id == author.pk


def undo(revision: Revision, *, author: User, reason: str = "") -> Outcome:
    """Take a revision back by a new one; what was changed since stands in the way and is told as a conflict.

    An undoing can be undone like anything else.
    """
    wishes = []
    for change in revision.changes.all():
        state = State.from_json(change.key, change.before) if change.before else None
        held = change.before or change.after
        assert held is not None, "a change has a state before or after"
        wishes.append(
            Wish(
                key=change.key,
                list=held["list"],
                body=state.body if state else None,
                position=state.position if state else None,
                awaits=state.awaits if state else "",
                based_on=revision.number if change.after else None,
                is_new=change.after is None,
            )
        )
    return change_record(
        revision.record, wishes, author=author, kind=Revision.Kind.UNDONE, reason=reason, undoes=revision
    )


def keep_draft(record: Record, *, author: User, form: str, body: Plain) -> Draft:
    """Keep what somebody has typed into a form so far."""
    draft, _ = Draft.objects.update_or_create(
        author=author, record=record, form=form, defaults={"body": body, "saved_at": timezone.now()}
    )
    return draft


def drop_draft(record: Record, *, author: User, form: str) -> None:
    """Forget the draft of a form: it was saved, or given up."""
    Draft.objects.filter(author=author, record=record, form=form).delete()
