"""How do career records become rows?

Persons come in the order of their employee numbers and are numbered in it. What stands on record is neither judged nor left
out, but for what the tables do not hold: knowledge items and the notes of ratings.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import pyarrow as pa

from kijun.evidence import LISTS, RATERS, Engagement, Person
from kijun.population.numbers import Numbers, Row
from kijun.population.parts import arrow_schema
from kijun.population.recorded_days import day_columns
from kijun.population.standing import confirmations_until, contested, ratings_until
from kijun.population.tables import CUT, PEOPLE, SHARED, Table
from kijun.text import Text

_PEOPLE_AT_ONCE: Final = 2_000
"""How many people's rows are kept as Python values; those before them are Arrow columns, which take a tenth of the room."""


@dataclass(slots=True, kw_only=True)
class Encoder:
    """Turns Persons into the tables of a workforce that has these measures on record."""

    measures: tuple[str, ...]
    numbers: Numbers = field(default_factory=Numbers)
    _people: int = 0
    _last: str | None = None
    _rows: dict[str, list[Row]] = field(default_factory=lambda: {table.name: [] for table in CUT})
    _batches: dict[str, list[pa.Table]] = field(default_factory=lambda: {table.name: [] for table in CUT})

    @property
    def people(self) -> int:
        """How many people were added: the number of the next one."""
        return self._people

    def add(self, person: Person) -> None:
        """Add the next person, whose employee number has to be higher than that of the one before."""
        if self._last is not None and person.employee <= self._last:
            raise ValueError(f"{person.employee!r} comes after {self._last!r}")
        number, self._last = self._people, person.employee
        self._people += 1
        for table, rows in self._rows_of(number, person).items():
            self._rows[table].extend(rows)
        if len(self._rows[PEOPLE.name]) >= _PEOPLE_AT_ONCE:
            self._pack()

    def part(self) -> dict[str, pa.Table]:
        """Return the tables of the people that were added since the last part."""
        self._pack()
        tables = {
            table.name: pa.concat_tables([self._schema(table).empty_table(), *self._batches[table.name]])
            for table in CUT
        }
        for batches in self._batches.values():
            batches.clear()
        return tables

    def shared(self) -> dict[str, pa.Table]:
        """Return the tables of what the people added so far share."""
        rows = self.numbers.rows()
        return {table.name: _table(arrow_schema(table), rows[table.name]) for table in SHARED}

    def _pack(self) -> None:
        for table in CUT:
            rows = self._rows[table.name]
            if rows:
                self._batches[table.name].append(_table(self._schema(table), rows))
                rows.clear()

    def _schema(self, table: Table) -> pa.Schema:
        return arrow_schema(table, self.measures)

    def _rows_of(self, number: int, person: Person) -> dict[str, Iterable[Row]]:
        numbers = self.numbers
        return {
            "people": [_person(number, person)],
            "engagements": self._engagements(number, person.engagements),
            "expertise": _listed(number, ((numbers.holding(e), *day_columns(e.since)) for e in person.expertise)),
            "contributions": _listed(
                number,
                (
                    (numbers.kinds.number(each.kind), *_title(each.title, each.kind), *day_columns(each.day))
                    for each in person.contributions
                ),
            ),
            "mentoring": _listed(number, ((each.whom, *day_columns(each.since)) for each in person.mentoring)),
            "qualifications": _listed(
                number,
                (
                    (numbers.examinations.number(each.examination), *day_columns(each.day))
                    for each in person.qualifications
                ),
            ),
            "ratings": _listed(number, _ratings(person, numbers)),
            "confirmations": _listed(number, _confirmations(person)),
        }

    def _engagements(self, number: int, engagements: Sequence[Engagement]) -> Iterator[Row]:
        shared = _shared_projects(engagements)
        for position, each in enumerate(engagements):
            yield (
                number,
                position,
                each.id,
                *_title(each.title, each.id),
                each.project,
                shared.get(each.project, 0),
                self.numbers.work(each),
                each.title_held,
                *day_columns(each.start),
                *day_columns(each.end, is_end=True),
                self.numbers.condition_set(each),
                self.numbers.context(each),
                ";".join(sorted(each.masked)) or None,
                *map(each.sizes.get, self.measures),
            )


def _person(number: int, person: Person) -> Row:
    complete = (name in person.complete for name in LISTS)
    return number, person.employee, person.name.written, person.name.reading, person.team, *complete


def _listed(number: int, facts: Iterable[Row]) -> Iterator[Row]:
    return ((number, position, *fact) for position, fact in enumerate(facts))


def _ratings(person: Person, numbers: Numbers) -> Iterator[Row]:
    given = person.ratings
    for each, until, is_contested in zip(given, ratings_until(given), contested(given), strict=True):
        item, rater = numbers.items.number(each.item), RATERS.index(each.by)
        yield item, each.level, rater, *day_columns(each.day), until, is_contested


def _confirmations(person: Person) -> Iterator[Row]:
    given = person.confirmations
    for each, until in zip(given, confirmations_until(given), strict=True):
        yield each.cell, each.decision, each.by, each.reason, *day_columns(each.day), until


def _title(title: Text, without: str) -> Row:
    """Return a title in both languages: no English where it is the Japanese one, none at all where it only repeats an id."""
    if title.ja != title.en:
        return title.ja, title.en
    return (None if title.ja == without else title.ja), None


def _shared_projects(engagements: Sequence[Engagement]) -> Mapping[str, int]:
    """Return the numbers, from 1 and in the order of appearance, of the projects that two or more engagements name."""
    counted = Counter(each.project for each in engagements)
    shared = (project for project, count in counted.items() if count > 1)
    return {project: number for number, project in enumerate(shared, start=1)}


def _table(schema: pa.Schema, rows: Iterable[Row]) -> pa.Table:
    columns = tuple(zip(*rows, strict=True)) or ((),) * len(schema)
    arrays = [pa.array(column, type=each.type) for column, each in zip(columns, schema, strict=True)]
    return pa.table(arrays, schema=schema)
