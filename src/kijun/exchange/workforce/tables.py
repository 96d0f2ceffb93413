"""Which table of a workforce does a file or a sheet hold, and what stands in its columns?

The tables are the sheets of one record's workbook, with the employee number as one more column of each but the person's own.
What is wrong with the headings is wrong with every row: it is found before anything is read.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kijun.exchange.workbook.child import Plain
from kijun.exchange.workbook.finding import Findings
from kijun.exchange.workbook.grids import Grid
from kijun.exchange.workbook.heading import layout
from kijun.exchange.workbook.lexicon import fold
from kijun.exchange.workbook.mapping import Sheet, sheets
from kijun.exchange.workbook.place import place_of
from kijun.framework.edition import Edition
from kijun.problem import Place, Problem, Severity
from kijun.problem.reading import describe
from kijun.text import LANGUAGES, Text

PEOPLE: Final = "people"
"""The table of the people themselves; the others are called as the lists of a record are."""
EMPLOYEE: Final = Text(ja="社員番号", en="Employee id")
_OURS: Final = "employee"
_GRID: Final = "rows"


def tables(editions: Sequence[Edition]) -> dict[str, Sheet]:
    """Return the tables by name, the people first."""
    return {name_of(sheet): sheet for sheet in sheets(editions)}


def name_of(sheet: Sheet) -> str:
    """Return the name of the table that has the columns of a sheet."""
    return sheet.path[-1] if sheet.path else PEOPLE


def find_table(written: str, known: Mapping[str, Sheet]) -> str | None:
    """Return the table that a file or a sheet of this name holds, by its name in either language, or None."""
    for name, sheet in known.items():
        if fold(written) in {fold(name), *(fold(sheet.name.said_in(language)) for language in LANGUAGES)}:
            return name
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Headed:
    """The headings of a table as they are read: those of the facts, and where the employee number stands.

    `at` are the positions of the facts in a row, from 0; `employee` is None where the rows say of nobody whose they are.
    """

    headings: tuple[str, ...]
    at: tuple[int, ...]
    employee: int | None


def head(sheet: Sheet, row: Sequence[Plain], place: Place) -> tuple[Headed, list[Problem]]:
    """Return how the headings are read, and what is wrong with them."""
    written = ["" if cell is None else str(cell).strip() for cell in row]
    employees = [at for at, heading in enumerate(written) if _is_employee(heading)]
    is_own = not sheet.path
    at = tuple(n for n, heading in enumerate(written) if heading and (is_own or n not in employees[:1]))
    headed = Headed(headings=tuple(written[n] for n in at), at=at, employee=employees[0] if employees else None)
    findings = Findings()
    layout_of = layout(sheet, Grid(name=_GRID, rows=(headed.headings,)), findings)
    found = [_at(problem, place) for problem in findings.problems if problem.severity is Severity.ERROR]
    missing = [each.heading for each in layout_of.missing if each.is_required]
    return headed, [*found, *(describe("K412", place, heading=heading) for heading in missing)]


def _is_employee(heading: str) -> bool:
    return fold(heading).rstrip("*") in {_OURS, fold(EMPLOYEE.ja), fold(EMPLOYEE.en)}


def _at(problem: Problem, place: Place) -> Problem:
    """Return a problem of the headings at their row, with the column as Excel calls it in its place."""
    cell = place_of(problem.place)
    return Problem(
        code=problem.code,
        severity=problem.severity,
        place=Place(file=place.file, line=place.line, column=None if cell is None else cell.column),
        title=problem.title,
        detail=problem.detail,
        suggestion=problem.suggestion,
    )
