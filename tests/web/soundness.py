"""Does a database hold together: every change with its history, every act with its event?

It is read as rows, apart from the application: what the application believes of its own database is not asked here.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final

Rows = Callable[[str], Iterable[Sequence[Any]]]
"""Answers a query with its rows."""
_ENTRIES: Final = 'SELECT record_id, key, list, "position", body, awaits, revised FROM people_entry'
_CHANGES: Final = """SELECT r.record_id, r.number, c.key, c.before, c.after FROM people_change c
    JOIN people_revision r ON r.id = c.revision_id ORDER BY r.record_id, r.number, c.id"""
_REVISIONS: Final = """SELECT r.record_id, r.number, u.key FROM people_revision r
    JOIN people_record p ON p.id = r.record_id JOIN accounts_user u ON u.id = p.owner_id"""
_RECORDS: Final = """SELECT p.id, p.number, max(r.number), count(r.id) FROM people_record p
    LEFT JOIN people_revision r ON r.record_id = p.id GROUP BY p.id, p.number"""
_PLANS: Final = """SELECT 'plan/' || u.key || '/' || p.key, p.number, max(c.number), count(c.id) FROM plans_plan p
    JOIN people_record r ON r.id = p.record_id JOIN accounts_user u ON u.id = r.owner_id
    LEFT JOIN plans_planchange c ON c.plan_id = p.id GROUP BY u.key, p.key, p.number"""
_SUBJECTS: Final = "SELECT subject FROM audit_event WHERE subject LIKE 'record/%' OR subject LIKE 'plan/%'"
_ERASED: Final = "SELECT count(*) FROM audit_event WHERE action = 'record.erased'"
_UNCHANGED: Final = """SELECT r.record_id, r.number FROM people_revision r
    LEFT JOIN people_change c ON c.revision_id = r.id WHERE c.id IS NULL"""
_ALONE: Final = """SELECT c.id FROM people_change c
    LEFT JOIN people_revision r ON r.id = c.revision_id WHERE r.id IS NULL"""
_NUMBERED = re.compile(r"(record/[^/]+|plan/[^/]+/[^/]+)/\d+")
_State = tuple[str, int, str, str]


def faults_of(rows: Rows) -> list[str]:
    """Return what does not hold together, in words; nothing where all of it does."""
    return [*_entries(rows), *_numbers(rows), *_events(rows)]


def _entries(rows: Rows) -> Iterator[str]:
    """Hold the entries against what the changes leave, one after the other, and each change against the one before it."""
    folded: dict[tuple[int, str], tuple[_State, int]] = {}
    for record, number, key, before, after in rows(_CHANGES):
        held = folded.pop((record, key), None)
        if (held[0] if held else None) != _kept(before):
            yield f"record {record}, revision {number}: {key} was something else before"
        state = _kept(after)
        if state is not None:
            folded[record, key] = (state, number)
    held_now = {
        (record, key): ((list_, position, _plain(body), awaits), revised)
        for record, key, list_, position, body, awaits, revised in rows(_ENTRIES)
    }
    for at in sorted({*folded, *held_now}):
        if folded.get(at) != held_now.get(at):
            yield f"record {at[0]}: entry {at[1]} is not what its history says"


def _numbers(rows: Rows) -> Iterator[str]:
    for record, number, last, count in rows(_RECORDS):
        if not number == last == count:
            yield f"record {record} has number {number}, its last revision {last}, its revisions are {count}"
    for plan, number, last, count in rows(_PLANS):
        if not number == last == count:
            yield f"{plan} has number {number}, its last change {last}, its changes are {count}"
    for record, number in rows(_UNCHANGED):
        yield f"record {record}, revision {number} changed nothing"
    for (change,) in rows(_ALONE):
        yield f"change {change} belongs to no revision"


def _events(rows: Rows) -> Iterator[str]:
    told = Counter(subject for (subject,) in rows(_SUBJECTS) if _NUMBERED.fullmatch(subject))
    done = {f"record/{key}/{number}" for _record, number, key in rows(_REVISIONS)}
    done |= {f"{plan}/{each}" for plan, number, _last, _count in rows(_PLANS) for each in range(1, number + 1)}
    for subject in sorted(done - told.keys()):
        yield f"{subject} has no event"
    ((erased,),) = rows(_ERASED)
    for subject in sorted(told.keys() - done) if not erased else ():
        yield f"{subject} has an event and was not done"


def _kept(state: Any) -> _State | None:
    held = json.loads(state) if isinstance(state, str) else state
    return None if held is None else (held["list"], held["position"], _plain(held["body"]), held["awaits"])


def _plain(body: Any) -> str:
    """Return a body in one spelling: SQLite gives its text, PostgreSQL what it means."""
    return json.dumps(json.loads(body) if isinstance(body, str) else body, sort_keys=True)
