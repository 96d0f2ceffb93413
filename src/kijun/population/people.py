"""How do rows become career records again?

The exact reverse of `encode`: what is read here is the Person that was written, but for knowledge items and the notes of
ratings, which the tables do not hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from kijun.errors import NotFound
from kijun.evidence import (
    LISTS,
    RATERS,
    Confirmation,
    Contribution,
    Engagement,
    Expertise,
    Mentoring,
    Name,
    Person,
    Qualification,
    Rating,
)
from kijun.population.load import Workforce
from kijun.population.recorded_days import recorded_day
from kijun.population.shared import Rows, Shared, read_shared, rows_of
from kijun.population.tables import CUT, PEOPLE, columns_of
from kijun.problem.reading import nearest
from kijun.text import Text, same

_PEOPLE_AT_ONCE: Final = 10_000
"""How many people's rows are read at once: a row group of them."""
_PEOPLE_AS_VALUES: Final = 500
_NEIGHBOURS: Final = 200
_NUMBERED: Final = {
    "work": "engagements",
    "condition_set": "engagements",
    "context": "engagements",
    "holding": "expertise",
    "kind": "contributions",
    "examination": "qualifications",
    "item": "ratings",
}
"""Which table names the numbers of what is shared."""

_Tables = Mapping[str, pa.Table]


def person_of(workforce: Workforce, employee: str) -> Person:
    """Return the person with an employee number. Raises NotFound, with the nearest numbers, where there is none."""
    return person_numbered(workforce, number_of(workforce, employee))


def number_of(workforce: Workforce, employee: str) -> int:
    """Return the number, in the tables, of the person with an employee number; raises NotFound where there is none."""
    for path in workforce.files(PEOPLE):
        found = pq.read_table(path, columns=["person"], filters=pc.field("employee") == employee)
        if len(found):
            number: int = found["person"][0].as_py()
            return number
    near = nearest(employee, _neighbours(workforce, employee))
    raise NotFound(
        Text(
            ja=f"社員番号「{employee}」の人は「{workforce.folder}」にいません。",
            en=f'Nobody in "{workforce.folder}" has the employee number "{employee}".',
        ),
        suggestions=() if near is None else (near,),
    )


def _neighbours(workforce: Workforce, employee: str) -> list[str]:
    """Return the employee numbers that stand next to the place of one that does not exist."""
    near: list[str] = []
    for path in workforce.files(PEOPLE):
        employees = pq.read_table(path, columns=["employee"])["employee"]
        before = pc.sum(pc.less(employees, employee)).as_py()
        near += employees.slice(max(0, before - _NEIGHBOURS), 2 * _NEIGHBOURS).to_pylist()
    return near


def person_numbered(workforce: Workforce, number: int) -> Person:
    """Return the person with a number of the tables."""
    part = next(index for index, each in enumerate(workforce.manifest.parts) if number <= each.last)
    tables = _read(workforce, part, number, number)
    named = {key: pc.unique(tables[table][key]) for key, table in _NUMBERED.items()}
    (person,) = _persons(workforce, tables, read_shared(workforce, named))
    return person


def all_people(workforce: Workforce) -> Iterator[Person]:
    """Yield everybody, in the order of the numbers."""
    shared = read_shared(workforce)
    for part in range(len(workforce.manifest.parts)):
        yield from people_of_part(workforce, part, shared)


def people_of_part(workforce: Workforce, part: int, shared: Shared) -> Iterator[Person]:
    """Yield the people of one part; few of them are in memory at a time."""
    last = workforce.manifest.parts[part].last
    for first in range(workforce.manifest.parts[part].first, last + 1, _PEOPLE_AT_ONCE):
        until = min(first + _PEOPLE_AT_ONCE - 1, last)
        tables = _read(workforce, part, first, until)
        for begin in range(first, until + 1, _PEOPLE_AS_VALUES):
            end = min(begin + _PEOPLE_AS_VALUES, until + 1)
            yield from _persons(workforce, {name: _cut(rows, begin, end) for name, rows in tables.items()}, shared)


def _read(workforce: Workforce, part: int, first: int, last: int) -> _Tables:
    chosen = (pc.field("person") >= first) & (pc.field("person") <= last)
    return {
        table.name: pq.read_table(
            workforce.file(table, part),
            columns=[column.name for column in columns_of(table, workforce.manifest.measures)],
            filters=chosen,
        ).sort_by([("person", "ascending"), *([] if table is PEOPLE else [("position", "ascending")])])
        for table in CUT
    }


def _cut(rows: pa.Table, begin: int, end: int) -> pa.Table:
    people = rows["person"].combine_chunks().to_numpy()
    start = int(people.searchsorted(begin))
    return rows.slice(start, int(people.searchsorted(end)) - start)


def _persons(workforce: Workforce, tables: _Tables, shared: Shared) -> Iterator[Person]:
    rows = {name: _by_person(table) for name, table in tables.items()}
    measures = workforce.manifest.measures
    for number, (own,) in rows["people"].items():
        employee, written, reading, team, *complete = own
        of = {name: by_person.get(number, []) for name, by_person in rows.items()}
        yield Person(
            employee=employee,
            name=Name(written=written, reading=reading),
            team=team,
            complete=frozenset(name for name, is_complete in zip(LISTS, complete, strict=True) if is_complete),
            engagements=tuple(_engagement(row, measures, shared) for row in of["engagements"]),
            expertise=tuple(_expertise(row, shared) for row in of["expertise"]),
            contributions=tuple(_contribution(row, shared) for row in of["contributions"]),
            mentoring=tuple(
                Mentoring(whom=whom, since=recorded_day(day, is_month=is_month))
                for _, whom, day, is_month in of["mentoring"]
            ),
            qualifications=tuple(
                Qualification(examination=shared.examinations[examination], day=recorded_day(day, is_month=is_month))
                for _, examination, day, is_month in of["qualifications"]
            ),
            ratings=tuple(_rating(row, shared) for row in of["ratings"]),
            confirmations=tuple(_confirmation(row) for row in of["confirmations"]),
        )


def _by_person(table: pa.Table) -> dict[int, Rows]:
    """Return the rows of each person, without the column that names the person."""
    found: dict[int, Rows] = {}
    for number, *row in rows_of(table):
        found.setdefault(number, []).append(tuple(row))
    return found


def _engagement(row: tuple[Any, ...], measures: tuple[str, ...], shared: Shared) -> Engagement:
    _, identity, title_ja, title_en, project, _, work, title_held, since, since_month, until, until_month = row[:12]
    condition_set, context, masked, *sizes = row[12:]
    role, outcome, fields, activities = shared.works[work]
    conditions, is_whole = shared.condition_sets[condition_set]
    customers, market, claims = shared.contexts[context]
    return Engagement(
        id=identity,
        title=_title(title_ja, title_en, identity),
        project=project,
        fields=fields,
        activities=frozenset(activities),
        role=role,
        title_held=title_held,
        start=recorded_day(since, is_month=since_month),
        end=None if until is None else recorded_day(until, is_month=until_month),
        outcome=outcome,
        conditions=frozenset(conditions),
        has_all_conditions=is_whole,
        sizes={measure: size for measure, size in zip(measures, sizes, strict=True) if size is not None},
        customers=customers,
        market=market,
        equivalences=claims,
        masked=frozenset() if masked is None else frozenset(masked.split(";")),
    )


def _title(ja: str | None, en: str | None, without: str) -> Text:
    if ja is None:
        return same(without if en is None else en)
    return Text(ja=ja, en=ja if en is None else en)


def _expertise(row: tuple[Any, ...], shared: Shared) -> Expertise:
    _, holding, since, is_month = row
    area, degree, reach = shared.holdings[holding]
    return Expertise(
        area=area,
        degree=degree,
        reach=reach,
        since=None if since is None else recorded_day(since, is_month=is_month),
    )


def _contribution(row: tuple[Any, ...], shared: Shared) -> Contribution:
    _, number, ja, en, day, is_month = row
    kind = shared.kinds[number]
    return Contribution(kind=kind, title=_title(ja, en, kind), day=recorded_day(day, is_month=is_month))


def _rating(row: tuple[Any, ...], shared: Shared) -> Rating:
    _, item, level, rater, day, is_month, _, _ = row
    return Rating(item=shared.items[item], level=level, by=RATERS[rater], day=recorded_day(day, is_month=is_month))


def _confirmation(row: tuple[Any, ...]) -> Confirmation:
    _, cell, decision, by, reason, day, is_month, _ = row
    return Confirmation(cell=cell, decision=decision, by=by, reason=reason, day=recorded_day(day, is_month=is_month))
