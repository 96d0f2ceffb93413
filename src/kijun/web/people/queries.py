"""What is on record of a person, now or at a moment of the past?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django.db.models import QuerySet

from kijun.web.accounts.models import User
from kijun.web.library.kept import while_standards_stand
from kijun.web.library.queries import words
from kijun.web.people.models import Change, Entry, Record, Revision
from kijun.web.people.states import Plain, ReadRecord, State, plain_record, read_states


def record_of(person: User) -> Record:
    """Return the career record of a person; everybody has one from the day their account was made."""
    return Record.objects.get(owner=person)


def states_of(record: Record, *, recorded: datetime | None = None) -> list[State]:
    """Return the entries of a record: as they are, or as they were on record at a moment."""
    return list(_states_at(_Moment.of(record, recorded)))


@dataclass(frozen=True, slots=True)
class _Moment:
    """A state that a record had. A record that was erased and opened again is another one."""

    record: int
    opened_at: datetime
    number: int

    @classmethod
    def of(cls, record: Record, recorded: datetime | None) -> _Moment:
        number = record.number if recorded is None else number_at(record, recorded)
        return cls(record.pk, record.opened_at, number)


@lru_cache(maxsize=1000)
def _states_at(moment: _Moment) -> tuple[State, ...]:
    """Return the entries after a revision: what its changes and those before it left. A past state never changes."""
    states: dict[str, State] = {}
    changes = Change.objects.filter(revision__record=moment.record, revision__number__lte=moment.number)
    for key, after in changes.order_by("revision__number", "pk").values_list("key", "after"):
        states.pop(key, None)
        if after is not None:
            states[key] = State.from_json(key, after)
    return tuple(states.values())


def state_of(entry: Entry) -> State:
    """Return an entry as a value."""
    return State(key=entry.key, list=entry.list, position=entry.position, body=entry.body, awaits=entry.awaits)


def entry_of(record: Record, key: str) -> Entry | None:
    """Return the entry of a key, or None."""
    return Entry.objects.filter(record=record, key=key).first()


def entries_of(record: Record, *lists: str) -> QuerySet[Entry]:
    """Return the entries of some lists, in their order."""
    return Entry.objects.filter(record=record, list__in=lists)


def plain_of(record: Record, *, recorded: datetime | None = None) -> Plain:
    """Return the record as a record file holds it."""
    return plain_record(states_of(record, recorded=recorded))


def read_record(record: Record, *, recorded: datetime | None = None) -> ReadRecord:
    """Return the person of a record, and what is wrong with its entries; a state is read once for each process."""
    return _read_at(_Moment.of(record, recorded))


@while_standards_stand
@lru_cache(maxsize=1000)
def _read_at(moment: _Moment) -> ReadRecord:
    return read_states(_states_at(moment), words(), today=date.max)


def number_at(record: Record, moment: datetime) -> int:
    """Return the number of the newest revision at a moment, 0 where there was none."""
    found = Revision.objects.filter(record=record, at__lte=moment).order_by("-number").values_list("number", flat=True)
    return found.first() or 0


def revisions_of(record: Record) -> QuerySet[Revision]:
    """Return the history of a record, newest first, with its changes."""
    return Revision.objects.filter(record=record).select_related("author").prefetch_related("changes", "undone_by")


def changes_between(record: Record, after: int, until: int) -> Sequence[Change]:
    """Return the changes of the revisions after one number and up to another, oldest first."""
    found = Change.objects.filter(revision__record=record, revision__number__gt=after, revision__number__lte=until)
    return list(found.select_related("revision").order_by("revision__number", "pk"))


def head_of(record: Record) -> dict[str, Any]:
    """Return the employee number, the name, the team and what is complete, as a record file holds them."""
    entry = Entry.objects.get(record=record, list="head")
    body: dict[str, Any] = entry.body
    return body
