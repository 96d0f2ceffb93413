"""Which column of a sheet holds what?

The first row with anything in it holds the headings, in either language, or as a record file calls the key.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kijun.exchange.workbook.finding import Findings
from kijun.exchange.workbook.grids import Grid
from kijun.exchange.workbook.lexicon import fold
from kijun.exchange.workbook.mapping import Column, Sheet
from kijun.exchange.workbook.place import SheetPlace, column_name
from kijun.problem.reading import nearest
from kijun.text import LANGUAGES, join

REQUIRED: Final = " *"
"""What stands behind the heading of a column that every row needs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where the columns of a sheet stand, counted from 1, and the row of the headings; rows count from 1."""

    row: int
    columns: Mapping[int, Column]
    missing: tuple[Column, ...]


def layout(sheet: Sheet, grid: Grid, findings: Findings) -> Layout:
    """Return where the columns stand; what is wrong with the headings is found."""
    row = next(
        (number for number, cells in enumerate(grid.rows, start=1) if any(_is_written(each) for each in cells)), 1
    )
    headings = grid.rows[row - 1] if grid.rows else ()
    known = _spellings(sheet)
    columns: dict[int, Column] = {}
    for number, heading in enumerate(headings, start=1):
        place = SheetPlace(sheet=grid.name, row=row, column=number)
        if not _is_written(heading):
            _report_unheaded(grid, row, number, findings)
        elif (column := known.get(_plain(str(heading)))) is None:
            _report_unknown(str(heading), sheet, place, findings)
        elif column in columns.values():
            earlier = next(number for number, each in columns.items() if each == column)
            findings.report("K411", place, heading=column.heading, column=column_name(earlier))
        else:
            columns[number] = column
    missing = tuple(each for each in sheet.columns if each not in columns.values())
    return Layout(row=row, columns=columns, missing=missing)


def _is_written(cell: object) -> bool:
    return cell is not None and bool(str(cell).strip())


def _plain(heading: str) -> str:
    return fold(heading).rstrip("*")


def _spellings(sheet: Sheet) -> dict[str, Column]:
    found: dict[str, Column] = {}
    for column in sheet.columns:
        names = (*(column.heading.said_in(language) for language in LANGUAGES), ".".join(map(str, column.path)))
        found |= {_plain(name): column for name in names}
    return found


def _report_unheaded(grid: Grid, row: int, number: int, findings: Findings) -> None:
    """Report the first value below a blank heading; a column without any is no column."""
    for at, cells in enumerate(grid.rows[row:], start=row + 1):
        if len(cells) >= number and _is_written(cells[number - 1]):
            findings.report("K413", SheetPlace(sheet=grid.name, row=at, column=number), value=cells[number - 1])
            return


def _report_unknown(heading: str, sheet: Sheet, place: SheetPlace, findings: Findings) -> None:
    headings: Sequence[str] = [each.heading.said_in(language) for language in LANGUAGES for each in sheet.columns]
    findings.report(
        "K410",
        place,
        suggestion=nearest(heading, headings),
        heading=heading,
        sheet=sheet.name,
        known=join([each.heading for each in sheet.columns]),
    )
