"""Whom do the sheets of one workbook describe, whose rows are those of many people?

The sheets are those of one person's workbook with the employee number as one more column. Where there is one person only, the
column may be missing: then every row is that person's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from kijun.exchange.workbook.child import Plain
from kijun.exchange.workbook.container import MOST_BYTES
from kijun.exchange.workbook.finding import Findings
from kijun.exchange.workbook.grids import Grid, grids
from kijun.exchange.workbook.mapping import Sheet
from kijun.exchange.workbook.sheet_names import sheets_by_path
from kijun.exchange.workforce.gather import Known, gather
from kijun.exchange.workforce.rows import Row, employee_of
from kijun.exchange.workforce.tables import EMPLOYEE, PEOPLE, Headed, head
from kijun.population.collect_chunk import Read
from kijun.problem import Place, Problem
from kijun.problem.reading import describe

_SAID_OF_EMPTY: Final = "K405"
"""Sheets that are missing: many tables are, and nobody has to be told so of a whole workforce."""
_HEADINGS_AND_ONE: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A workbook whose sheets were found, each by its table; `problems` are those of the sheets and their headings."""

    path: Path
    sheets: Mapping[str, Grid]
    headed: Mapping[str, Headed]
    problems: tuple[Problem, ...]

    def rows(self, table: str) -> Iterator[Row]:
        """Yield the rows of a table that are not blank, without the headings."""
        headed = self.headed[table]
        only = None if headed.employee is not None else self._only_employee()
        for place, cells in _written(self.path, self.sheets[table])[1:]:
            employee = employee_of(cells, headed) if only is None else only
            yield Row(table=table, place=place, employee=employee, cells=cells)

    def _only_employee(self) -> str:
        (_, cells), *_ = _written(self.path, self.sheets[PEOPLE])[1:]
        return employee_of(cells, self.headed[PEOPLE])


def _written(path: Path, grid: Grid) -> list[tuple[Place, tuple[Plain, ...]]]:
    """Return the rows that are not blank, the headings first, each with its place."""
    numbered = enumerate(grid.rows, start=1)
    return [
        (Place(file=f"{path}!{grid.name}", line=number), cells)
        for number, cells in numbered
        if any(cell is not None and str(cell).strip() for cell in cells)
    ]


def open_book(path: Path, known: Mapping[str, Sheet]) -> Opened:
    """Return a workbook with all that is wrong with its sheets and headings. Raises OSError."""
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    found = grids(data, str(path))
    if isinstance(found, Problem):
        place = Place(file=str(path) if found.place.file == str(path) else f"{path}!{found.place.file}")
        return Opened(path=path, sheets={}, headed={}, problems=(replace(found, place=place),))
    findings = Findings()
    by_path = sheets_by_path(found, [*known.values()], findings, str(path))
    problems = [_in_book(path, each) for each in findings.problems if each.code != _SAID_OF_EMPTY]
    names = {name: by_path[sheet.path] for name, sheet in known.items() if sheet.path in by_path}
    sheets = {name: grid for name, grid in names.items() if len(_written(path, grid)) > 1 or name == PEOPLE}
    headed: dict[str, Headed] = {}
    is_of_one = PEOPLE in sheets and len(_written(path, sheets[PEOPLE])) == _HEADINGS_AND_ONE
    for name, grid in sheets.items():
        place, cells = next(iter(_written(path, grid)), (Place(file=f"{path}!{grid.name}"), ()))
        headed[name], wrong = head(known[name], cells, place)
        problems += wrong
        if name != PEOPLE and headed[name].employee is None and not is_of_one:
            problems.append(describe("K412", place, heading=EMPLOYEE))
    return Opened(path=path, sheets=sheets, headed=headed, problems=tuple(problems))


def _in_book(path: Path, problem: Problem) -> Problem:
    """Return a problem of a sheet at the sheet of this workbook."""
    if problem.place.file == str(path):
        return problem
    return replace(problem, place=Place(file=f"{path}!{problem.place.file}"))


def gather_book(path: Path, known: Mapping[str, Sheet], words: Known) -> tuple[list[Read], list[str]]:
    """Return the people of a workbook whose headings are sound, and the lines of what is set aside."""
    opened = open_book(path, known)
    rows = {table: list(opened.rows(table)) for table in opened.sheets}
    return gather(rows, known, opened.headed, words, called=f"{path}!{opened.sheets[PEOPLE].name}")
