"""Which person do the rows of one employee number describe, and which of the rows cannot be used?

The rows become the plain values of a record, and the record is parsed as any other. A row that is found to be wrong is left
out and the rest parsed again, with the list that lacks it no longer complete; what is wrong with the person's own row is
wrong with all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final

from kijun.evidence import LISTS, Person
from kijun.evidence.parse import parse_person
from kijun.evidence.words import Words
from kijun.exchange.workforce.hanging import set_aside_with_others
from kijun.exchange.workforce.rows import Row
from kijun.population.fit import misfits
from kijun.problem import Path, Place, Problem, Severity
from kijun.problem.reading import Reading, Value, describe

_OF_ENGAGEMENT: Final = ("market", "equivalences")


def person_of(own: Row, rows: Sequence[Row], words: Words) -> Person | None:
    """Return the person, or None where the person's own row cannot be used; every row left out says why."""
    while own.is_usable:
        set_aside_with_others(rows, words)
        record = _Record(own=own)
        for row in rows:
            if row.is_usable:
                record.add(row)
        reading = Reading(locate=record.locate)
        person = parse_person(Value(reading=reading, path=(), raw=record.plain), words, today=date.max)
        found = [*reading.problems, *(() if reading.has_errors else misfits(person, own.place))]
        errors = [problem for problem in found if problem.severity is Severity.ERROR]
        if not errors:
            return replace(person, complete=person.complete - _lacking(rows))
        _blame(errors, [own, *rows])
    for row in rows:
        row.problems = row.problems or [describe("K642", row.place, employee=own.employee, at=own.place)]
    return None


def _blame(errors: Sequence[Problem], rows: Sequence[Row]) -> None:
    by_place = {row.place: row for row in rows}
    for problem in errors:
        by_place[problem.place].problems.append(problem)


def _lacking(rows: Sequence[Row]) -> set[str]:
    """Return the lists of which a row was set aside."""
    tables = {row.table for row in rows if not row.is_usable}
    return {"engagements" if table in _OF_ENGAGEMENT else table for table in tables} & {*LISTS}


@dataclass(slots=True, kw_only=True)
class _Record:
    """The plain values of a record so far, and the row of each entry."""

    own: Row
    plain: dict[str, Any] = field(default_factory=dict)
    rows: dict[Path, Row] = field(default_factory=dict)
    engagements: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        assert self.own.item is not None
        self.plain = dict(self.own.item.plain)

    def add(self, row: Row) -> None:
        """Add a row: the engagements come before what belongs to them."""
        item = row.item
        if item is None:
            return
        if row.table in _OF_ENGAGEMENT:
            number = self.engagements[item.owner or ""]
            self._add(self.plain["engagements"][number], row, ("engagements", number))
        else:
            self._add(self.plain, row, ())
            if row.table == "engagements" and not item.is_nothing:
                number = len(self.plain["engagements"]) - 1
                self.engagements.setdefault(str(item.plain.get("id", "")).strip(), number)

    def _add(self, holder: dict[str, Any], row: Row, above: Path) -> None:
        assert row.item is not None
        listed = holder.setdefault(row.table, [])
        if not row.item.is_nothing:
            self.rows[*above, row.table, len(listed)] = row
            listed.append(dict(row.item.plain))

    def locate(self, path: Path) -> Place:
        """Return the place of the row that a value stands in."""
        while path and path not in self.rows:
            path = path[:-1]
        return self.rows[path].place if path else self.own.place
