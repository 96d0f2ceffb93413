"""What does each row of a sheet say, and where?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kijun.exchange.workbook.cell_value import value_of
from kijun.exchange.workbook.cell_words import is_nothing
from kijun.exchange.workbook.child import Plain
from kijun.exchange.workbook.finding import Findings
from kijun.exchange.workbook.grids import Grid
from kijun.exchange.workbook.heading import Layout, layout
from kijun.exchange.workbook.lexicon import Lexicon, Lexicons
from kijun.exchange.workbook.mapping import ENGAGEMENT, Column, Sheet
from kijun.exchange.workbook.place import SheetPlace
from kijun.problem import Path

_ONLY = {"title": "ja", "name": "text"}
"""Key -> the form that stands for the whole where nothing else is written."""


@dataclass(slots=True, kw_only=True)
class Item:
    """A row: what it says as a plain mapping, where each fact stands or would stand, and which engagement it names.

    `is_nothing` says that the row is no item: it says that there is nothing to list.
    """

    place: SheetPlace
    place_of_owner: SheetPlace
    plain: dict[str, Any] = field(default_factory=dict)
    places: dict[Path, SheetPlace] = field(default_factory=dict)
    owner: str | None = None
    is_nothing: bool = False


def items_of(sheet: Sheet, grid: Grid, known: Lexicons, findings: Findings) -> list[Item]:
    """Return the rows that hold anything; the person is one row at least, though nothing may stand in it."""
    found = layout(sheet, grid, findings)
    rows = _Rows(sheet=sheet, grid=grid, found=found, known=known, findings=findings)
    numbered = list(enumerate(grid.rows, start=1))[found.row :]
    written = [(number, cells) for number, row in numbered if (cells := rows.cells(row))]
    if not sheet.path and not written:
        written = [(found.row + 1, {})]
    if written:
        rows.report_missing()
    return [rows.item(number, cells) for number, cells in written]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rows:
    """The rows of a sheet whose headings were read."""

    sheet: Sheet
    grid: Grid
    found: Layout
    known: Lexicons
    findings: Findings

    def cells(self, row: tuple[Plain, ...]) -> dict[Column, Plain]:
        """Return what is written in a row, by column."""
        written = ((column, row[at - 1]) for at, column in self.found.columns.items() if at <= len(row))
        return {column: cell for column, cell in written if cell is not None}

    def report_missing(self) -> None:
        """Report the columns that every row needs and the sheet lacks."""
        for column in self.found.missing:
            if column.is_required:
                self.findings.report("K412", self._headed(), heading=column.heading)

    def item(self, number: int, cells: Mapping[Column, Plain]) -> Item:
        """Return what a row says; a cell that it needs and that is blank is reported."""
        places = self._places(number)
        first = next((places[column.path] for column in self.found.columns.values() if column in cells), None)
        item = Item(
            place=first or SheetPlace(sheet=self.grid.name, row=number, column=1),
            place_of_owner=places.get(ENGAGEMENT, self._headed()),
            places=places | {path[:1]: place for path, place in reversed(places.items()) if path[0] != "sizes"},
            is_nothing=self._is_nothing(cells),
        )
        for column in self.sheet.columns:
            if item.is_nothing and column.path != ENGAGEMENT:
                continue
            if column in cells:
                words = self._words(column, item)
                _put(item, column, value_of(cells[column], column, words, places[column.path], self.findings))
            elif column.is_required and column not in self.found.missing:
                self.findings.report("K414", places[column.path], heading=column.heading)
        _shorten(item.plain)
        return item

    def _headed(self) -> SheetPlace:
        return SheetPlace(sheet=self.grid.name, row=self.found.row, column=1)

    def _places(self, number: int) -> dict[Path, SheetPlace]:
        """Return where each fact of a row stands or would stand; that of a missing column, at the headings."""
        places = {
            column.path: SheetPlace(sheet=self.grid.name, row=number, column=at)
            for at, column in self.found.columns.items()
        }
        return places | {column.path: self._headed() for column in self.found.missing if column.is_required}

    def _is_nothing(self, cells: Mapping[Column, Plain]) -> bool:
        """Return whether a row says that the list is empty: "none", and nothing else."""
        said = [(column, str(cell)) for column, cell in cells.items() if column.path != ENGAGEMENT]
        if not self.sheet.path or len(said) != 1:
            return False
        column, words = said[0]
        return is_nothing(words) and not (column.words and self.known.get(column.words).find(words))

    def _words(self, column: Column, item: Item) -> Lexicon | None:
        kind = "flag" if column.holds == "flag" else column.words
        return None if kind is None else self.known.get(kind, item.plain.get("item"))


def _put(item: Item, column: Column, value: object) -> None:
    if column.path == ENGAGEMENT:
        item.owner = str(value).strip()
        return
    holder = item.plain
    for key in column.path[:-1]:
        holder = holder.setdefault(str(key), {})
    holder[str(column.path[-1])] = value


def _shorten(plain: dict[str, Any]) -> None:
    """Write a title in one language, and a name without a reading, as the words alone."""
    for key, form in _ONLY.items():
        written = plain.get(key)
        if isinstance(written, dict) and len(written) == 1 and (form in written or key == "title"):
            plain[key] = next(iter(written.values()))
