"""Which cells does a table have, row by row, where some of them span several columns or rows?"""

from __future__ import annotations

from typing import Final

from kijun.documents.printed import Grid, GridCell

MOST_COLUMNS: Final = 1_000
_MOST_CELLS: Final = 500_000
"""A table with more cells, repeated ones counted, is made to harm, and no table of a standard."""


class TableBuilder:
    """A table that is being read; every cell is put into the next columns that none from above reaches into."""

    def __init__(self) -> None:
        self._rows: list[list[GridCell]] = []
        self._reaching: dict[int, tuple[GridCell, int]] = {}
        self._count = 0

    def start_row(self) -> None:
        """Begin a row; cells that reach into it from above fill their columns first."""
        self.end_row()
        self._rows.append([])

    def add(self, cell: GridCell, *, columns: int = 1, rows: int = 1) -> None:
        """Put a cell into the row, and into as many columns and rows as it spans."""
        if not self._rows:
            self.start_row()
        self._fill()
        if self._is_too_large:
            return
        row = self._rows[-1]
        columns = max(min(columns, MOST_COLUMNS - len(row)), 0)
        for _ in range(columns):
            if rows > 1:
                self._reaching[len(row)] = (cell, rows - 1)
            self._put(cell)

    def go_on(self, *, columns: int = 1) -> None:
        """Repeat the cell that stands above, as a word processor marks it."""
        if self._is_too_large:
            return
        row, above = self._rows[-1], self._rows[-2] if len(self._rows) > 1 else []
        for _ in range(min(columns, MOST_COLUMNS)):
            if len(row) < len(above):
                self._put(above[len(row)])

    def end_row(self) -> None:
        """End the row, with the cells that reach into its last columns."""
        if self._rows:
            self._fill()

    def _fill(self) -> None:
        row = self._rows[-1]
        while len(row) in self._reaching and not self._is_too_large:
            cell, rows = self._reaching.pop(len(row))
            if rows > 1:
                self._reaching[len(row)] = (cell, rows - 1)
            self._put(cell)

    def _put(self, cell: GridCell) -> None:
        self._count += 1
        self._rows[-1].append(cell)

    @property
    def _is_too_large(self) -> bool:
        return self._count > _MOST_CELLS

    def grid(self) -> Grid | None:
        """Return the table, or None where it has no cell, or too many to be one."""
        self.end_row()
        rows = tuple(tuple(row) for row in self._rows if row)
        return Grid(rows=rows) if rows and not self._is_too_large else None
