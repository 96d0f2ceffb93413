"""Whom do rows of all tables describe together, and what of them is set aside?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from kijun.evidence.words import Words
from kijun.exchange.workbook.lexicon import Lexicons
from kijun.exchange.workbook.mapping import Sheet
from kijun.exchange.workforce.one_person import person_of
from kijun.exchange.workforce.rows import Row, understand
from kijun.exchange.workforce.set_aside import dump_set_aside
from kijun.exchange.workforce.tables import PEOPLE, Headed
from kijun.population.collect_chunk import Read
from kijun.problem.reading import describe

Known = tuple[Words, Lexicons]
_NOBODY: Final = ""


def gather(
    rows: Mapping[str, Sequence[Row]],
    sheets: Mapping[str, Sheet],
    headed: Mapping[str, Headed],
    known: Known,
    *,
    called: str,
) -> tuple[list[Read], list[str]]:
    """Return the people, and the lines of what is set aside, table by table.

    `called` is the file or sheet of the people, for who looks for somebody in it.
    """
    words, lexicons = known
    for table in rows:
        understand(rows[table], sheets[table], headed[table], lexicons)
    grouped: dict[str, list[Row]] = {}
    for table in sheets:
        for row in rows.get(table, ()):
            grouped.setdefault(row.employee, []).append(row)
    people = [read for employee, mine in grouped.items() for read in _read(employee, mine, words, called)]
    return people, _aside(rows[table] for table in sheets if table in rows)


def _read(employee: str, mine: Sequence[Row], words: Words, called: str) -> list[Read]:
    own = [row for row in mine if row.table == PEOPLE]
    others = [row for row in mine if row.table != PEOPLE]
    if employee == _NOBODY:
        return []
    if not own:
        for row in others:
            row.problems = row.problems or [describe("K641", row.place, employee=employee, people=called)]
        return []
    for row in own[1:]:
        row.problems.append(describe("K640", row.place, employee=employee, first=own[0].place))
    person = person_of(own[0], others, words)
    return [] if person is None else [Read(person=person, place=str(own[0].place))]


def _aside(tables: Iterable[Sequence[Row]]) -> list[str]:
    return [
        dump_set_aside(row.place, row.problems, employee=row.employee or None, raw=list(row.cells))
        for rows in tables
        for row in rows
        if not row.is_usable
    ]
