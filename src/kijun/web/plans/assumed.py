"""What does evidence that is kept as plain values assume beside a record?

Read with the core's own parser, with the place of each problem as a path within the body.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from kijun.evidence import Person
from kijun.evidence.assume import Additions, assume
from kijun.evidence.parse_additions import parse_additions
from kijun.judgement.assumption import Assumption
from kijun.judgement.explain_additions import assumptions, names_in
from kijun.problem import Place, Problem
from kijun.problem.reading import Reading, Value
from kijun.web.library.queries import editions, words

Plain = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrong:
    """Something that is wrong with a body, and where in it."""

    path: tuple[str, ...]
    problem: Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBody:
    """What a body assumes, None where it cannot be read; and everything that was found."""

    additions: Additions | None
    wrong: tuple[Wrong, ...]


def read_body(body: Plain, person: Person, *, on: date) -> ReadBody:
    """Return what a body assumes beside a person's record as it stands on a day."""
    paths: dict[Place, tuple[str | int, ...]] = {}

    def locate(path: tuple[str | int, ...]) -> Place:
        place = Place(file="/".join(map(str, path)))
        paths[place] = path
        return place

    reading = Reading(locate=locate)
    additions = parse_additions(Value(reading=reading, path=(), raw=body), words(), person, on=on)
    wrong = tuple(Wrong(path=tuple(map(str, paths[each.place])), problem=each) for each in reading.problems)
    return ReadBody(additions=None if reading.has_errors else additions, wrong=wrong)


def as_if(person: Person, additions: Additions, *, on: date) -> Person:
    """Return the person with additions; what is not there yet on the day of judgement marks nothing as assumed."""
    found = said(additions)
    there = {f"{each.kind}:{each.name}" for each in found if not each.is_later_than(on)}
    later = {f"{each.kind}:{each.name}" for each in found} - there
    assumed = assume(person, additions)
    return replace(assumed, assumed=assumed.assumed - later)


def said(additions: Additions) -> tuple[Assumption, ...]:
    """Return what additions assume, in words."""
    return assumptions(additions, names_in(editions()))
