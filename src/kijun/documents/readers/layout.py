"""How do words that come one after the other become printed lines and tables?

A reader of marked-up text says what it meets: words, ends of lines, blocks, tables. Which mark means what is its own matter.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from kijun.documents.printed import Break, Grid, GridCell, Line, Place
from kijun.documents.readers.table import TableBuilder

_STRENGTH: Final[dict[Break, int]] = {"line": 0, "blank": 1, "block": 2}
_BLANKS: Final = " \t"


@dataclass(slots=True, kw_only=True)
class _Cell:
    place: Place
    fill: str | None
    columns: int
    rows: int
    words: list[str] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class _Table:
    builder: TableBuilder = field(default_factory=TableBuilder)
    row_fill: str | None = None
    cell: _Cell | None = None


class Layout:
    """The lines and tables of a document, as far as they were read."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.grids: list[Grid] = []
        self._words: list[str] = []
        self._place = Place(line=1)
        self._after: Break = "line"
        self._tables: list[_Table] = []

    def write(self, words: str, place: Place) -> None:
        """Add words to the line; those that begin one say where it begins, and blanks do not."""
        if not self._words:
            stripped = words.lstrip(_BLANKS)
            if not stripped:
                return
            self._place = Place(line=place.line, column=place.column + len(words) - len(stripped))
            words = stripped
        self._words.append(words)

    @property
    def ends_in_blank(self) -> bool:
        """Whether a further blank would be one too many: the line is empty, or ends in one."""
        return not self._words or self._words[-1].endswith(" ")

    def end_line(self, after: Break = "line") -> None:
        """End the line, and remember how the next one stands after it."""
        text = "".join(self._words).rstrip(_BLANKS)
        self._words = []
        if text.strip():
            self.lines.append(Line(text=text, place=self._place, after=self._after))
            self._after = "line"
            if self._tables and self._tables[-1].cell:
                self._tables[-1].cell.words.append(text)
        if _STRENGTH[after] > _STRENGTH[self._after]:
            self._after = after

    def start_table(self) -> None:
        """Begin a table; one inside a cell is a table of its own."""
        self.end_line("block")
        self._tables.append(_Table())

    def start_row(self, fill: str | None = None) -> None:
        """Begin a row, whose colour is that of its cells that have none."""
        self.end_cell()
        if self._tables:
            self._tables[-1].builder.start_row()
            self._tables[-1].row_fill = fill

    def start_cell(self, place: Place, *, fill: str | None = None, columns: int = 1, rows: int = 1) -> None:
        """Begin a cell."""
        self.end_cell()
        if self._tables:
            table = self._tables[-1]
            table.cell = _Cell(place=place, fill=fill or table.row_fill, columns=columns, rows=rows)

    def end_cell(self) -> None:
        """End the cell, if one is open."""
        self.end_line("block")
        table = self._tables[-1] if self._tables else None
        if table and table.cell:
            cell = table.cell
            printed = GridCell(text="\n".join(cell.words), fill=cell.fill, place=cell.place)
            table.builder.add(printed, columns=cell.columns, rows=cell.rows)
            table.cell = None

    def end_table(self) -> None:
        """End the table, if one is open."""
        self.end_cell()
        if self._tables:
            grid = self._tables.pop().builder.grid()
            if grid:
                self.grids.append(grid)

    def finish(self) -> None:
        """End whatever is open."""
        while self._tables:
            self.end_table()
        self.end_line()
