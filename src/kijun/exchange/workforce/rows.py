"""What does each row of a table say, and what is wrong with it?

Rows are read as those of one person's workbook are, many at a time; whose they are stands in a column of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from kijun.exchange.workbook.child import Plain
from kijun.exchange.workbook.finding import Findings
from kijun.exchange.workbook.grids import Grid
from kijun.exchange.workbook.lexicon import Lexicons
from kijun.exchange.workbook.mapping import Sheet
from kijun.exchange.workbook.place import place_of
from kijun.exchange.workbook.sheet_items import Item, items_of
from kijun.exchange.workforce.tables import EMPLOYEE, Headed
from kijun.problem import Place, Problem, Severity
from kijun.problem.reading import describe

_AT_ONCE: Final = 500
_GRID: Final = "rows"
_SPACE: Final = re.compile(r"[ \t\r\n]+")


@dataclass(slots=True, kw_only=True, eq=False)
class Row:
    """A row of a table: where it stands, whose it is, its cells as they are written, what it says, and what is wrong.

    `item` is None where it says nothing.
    """

    table: str
    place: Place
    employee: str
    cells: Sequence[Plain]
    item: Item | None = None
    problems: list[Problem] = field(default_factory=list)

    @property
    def is_usable(self) -> bool:
        """Whether nothing is wrong with it."""
        return not self.problems


def employee_of(cells: Sequence[Plain], headed: Headed) -> str:
    """Return the employee number of a row, as a record would hold it; "" where none is written."""
    if headed.employee is None or headed.employee >= len(cells):
        return ""
    return _SPACE.sub(" ", str(_cell(cells[headed.employee]) or "").strip())


def understand(rows: Iterable[Row], sheet: Sheet, headed: Headed, known: Lexicons) -> None:
    """Find out what rows of one table say, and what is wrong with each."""
    waiting = iter(rows)
    while batch := list(islice(waiting, _AT_ONCE)):
        if not _understand(batch, sheet, headed, known):
            for row in batch:
                _understand([row], sheet, headed, known)


def _understand(rows: Sequence[Row], sheet: Sheet, headed: Headed, known: Lexicons) -> bool:
    """Find it out for some rows; False where so much is wrong with them that not all of it was kept."""
    findings = Findings()
    grid = Grid(name=_GRID, rows=(headed.headings, *(_facts(row.cells, headed) for row in rows)))
    items = items_of(sheet, grid, known, findings)
    if findings.are_full and len(rows) > 1:
        return False
    for row in rows:
        row.problems = [*_beyond(row, headed)]
    for item in items:
        rows[item.place.row - 2].item = item
        item.places.clear()  # nobody asks for a cell of a row, and they are most of what a row takes
    for problem in findings.problems:
        cell = place_of(problem.place)
        if problem.severity is Severity.ERROR and cell is not None and cell.row > 1:
            rows[cell.row - 2].problems.append(_at(problem, rows[cell.row - 2].place))
    return True


def _facts(cells: Sequence[Plain], headed: Headed) -> tuple[Plain, ...]:
    return tuple(_cell(cells[at]) if at < len(cells) else None for at in headed.at)


def _cell(cell: Plain) -> Plain:
    return (cell if cell.strip() else None) if isinstance(cell, str) else cell


def _beyond(row: Row, headed: Headed) -> Iterator[Problem]:
    """Yield what is wrong outside the columns of the facts: no employee number, or a value that no heading stands above."""
    if not row.employee and headed.employee not in headed.at:
        yield describe("K414", row.place, heading=EMPLOYEE)
    headless = set(range(len(row.cells))) - {*headed.at, headed.employee}
    yield from (
        describe("K413", row.place, value=row.cells[at]) for at in sorted(headless) if _cell(row.cells[at]) is not None
    )


def _at(problem: Problem, place: Place) -> Problem:
    return Problem(
        code=problem.code,
        severity=problem.severity,
        place=place,
        title=problem.title,
        detail=problem.detail,
        suggestion=problem.suggestion,
    )
