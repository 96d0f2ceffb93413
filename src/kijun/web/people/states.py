"""Which record file do the entries of a record make, and which person is that?

No database here: states in, plain record and person out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from kijun.evidence import Person
from kijun.evidence.parse import parse_person
from kijun.evidence.person import LISTS
from kijun.evidence.words import Words
from kijun.problem import Place, Problem, Severity
from kijun.problem.reading import Reading, Value

Plain = dict[str, Any]
"""A record as a record file holds it."""
ALL_LISTS: Final = (*LISTS, "knowledge", "confirmations")
"""The lists of a record file, in its order."""
HEAD: Final = "head"
ATTACHMENTS: Final = "attachments"


_KEYS = [
    "employee",
    "name",
    "text",
    "reading",
    "team",
    "complete",
    "id",
    "kind",
    "item",
    "cell",
    "area",
    "whom",
    "examination",
    "to",
    "scope",
    "title",
    "ja",
    "en",
    "project",
    "fields",
    "activities",
    "role",
    "degree",
    "reach",
    "level",
    "known",
    "count",
    "employees",
    "from",
    "until",
    "since",
    "outcome",
    "conditions",
    "conditions_complete",
    "sizes",
    "market",
    "equivalences",
    "masked",
    "decision",
    "by",
    "reason",
    "day",
    "note",
]
_PLACES = {key: place for place, key in enumerate(_KEYS)}


def arranged(body: Any) -> Any:
    """Return a body with its keys in the order of the format: a database may keep them in an order of its own."""
    match body:
        case dict():
            keys = sorted(body, key=lambda key: _PLACES.get(key, len(_PLACES)))
            return {key: arranged(body[key]) for key in keys}
        case list():
            return [arranged(each) for each in body]
        case _:
            return body


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """One entry of a record at some moment; an entry that awaits somebody's word does not count."""

    key: str
    list: str
    position: int
    body: Plain
    awaits: str = ""

    @property
    def counts(self) -> bool:
        """Whether it is evidence: it waits for nobody, and is no file."""
        return not self.awaits and self.list != ATTACHMENTS

    def as_json(self) -> Plain:
        """Return the state as a change keeps it."""
        return {"list": self.list, "position": self.position, "body": self.body, "awaits": self.awaits}

    @classmethod
    def from_json(cls, key: str, kept: Mapping[str, Any]) -> State:
        """Return the state that a change kept."""
        return cls(key=key, list=kept["list"], position=kept["position"], body=kept["body"], awaits=kept["awaits"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A problem of an entry: its key (None: of the record as a whole), the path within it, and what is wrong."""

    key: str | None
    path: tuple[str, ...]
    problem: Problem

    @property
    def is_error(self) -> bool:
        """Whether it stops the entry from counting."""
        return self.problem.severity is Severity.ERROR


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadRecord:
    """The person that the entries make, and the faults found; entries with an error are left out of the person."""

    person: Person
    faults: tuple[Fault, ...]


def in_order(states: Iterable[State]) -> list[State]:
    """Return states in the order of their lists."""
    return sorted(states, key=lambda state: (state.list, state.position, state.key))


def plain_record(states: Iterable[State]) -> Plain:
    """Return the record file that the counting entries make; a list without entries is not written."""
    plain: Plain = {}
    for state in in_order(states):
        if state.list == HEAD:
            plain = {**arranged(state.body), **plain}
        elif state.counts:
            plain.setdefault(state.list, []).append(arranged(state.body))
    return plain


def read_states(states: Iterable[State], words: Words, *, today: date) -> ReadRecord:
    """Return the person that the entries make.

    What is wrong with an entry, for example a word that a standard no longer has, leaves that entry out and is told.
    """
    kept = [state for state in in_order(states) if state.counts]
    person, faults = _read(kept, words, today)
    if person is None:
        wrong = {fault.key for fault in faults if fault.is_error}
        person, _ = _read([state for state in kept if state.key not in wrong], words, today)
    assert person is not None, "the head of a record is checked whenever it is saved"
    return ReadRecord(person=person, faults=tuple(faults))


def faults_of(states: Iterable[State], words: Words, *, today: date) -> list[Fault]:
    """Return everything that is wrong with a record that has these entries."""
    return _read([state for state in in_order(states) if state.counts], words, today)[1]


def _read(states: list[State], words: Words, today: date) -> tuple[Person | None, list[Fault]]:
    paths: dict[Place, tuple[str | int, ...]] = {}

    def locate(path: tuple[str | int, ...]) -> Place:
        place = Place(file="/".join(map(str, path)))
        paths[place] = path
        return place

    reading = Reading(locate=locate)
    person = parse_person(Value(reading=reading, path=(), raw=plain_record(states)), words, today=today)
    keys = _keys(states)
    faults = [_fault(problem, paths[problem.place], keys) for problem in reading.problems]
    return (None if reading.has_errors else person), faults


def _keys(states: list[State]) -> dict[tuple[str, int], str]:
    counted: dict[str, int] = {}
    keys = {}
    for state in states:
        if state.list != HEAD:
            keys[state.list, counted.get(state.list, 0)] = state.key
            counted[state.list] = counted.get(state.list, 0) + 1
    return keys


def _fault(problem: Problem, path: tuple[str | int, ...], keys: Mapping[tuple[str, int], str]) -> Fault:
    match path:
        case [str() as name, int() as position, *rest] if (name, position) in keys:
            return Fault(key=keys[name, position], path=tuple(map(str, rest)), problem=problem)
        case _:
            return Fault(key=None, path=tuple(map(str, path)), problem=problem)
