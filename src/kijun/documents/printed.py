"""What is printed in a document, whatever its format: pages of lines in reading order, and tables whose cells are coloured?

A reader makes these values and a recogniser takes them; neither knows the other. Nothing is interpreted here: furniture of
the pages, full-width letters and slips of the pen are still there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from kijun.framework.dump import Plain

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points, from the upper left corner of the page."""

Break = Literal["line", "blank", "block"]
"""How a line stands after the one before it.

A line may go on with a word of the line before it, and so may one after an empty line, because some extracts put one after
every line. A block is surely another one: a new paragraph of a word processor, another cell of a table.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something stands.

    In a text, `line` and `column` count from 1 over the file. In a PDF, `page` is the page's number, `box` where it stands on it,
    and `line` the number of the printed row from the top of the page: what stands at one height has one number over all columns,
    page headers count, empty rows do not. In a word processor's file `line` is the number of the paragraph
    in reading order, cells of tables included, and there is no page. `label` is the number that is printed on the page.
    """

    line: int
    column: int = 1
    page: int | None = None
    label: str | None = None
    box: Box | None = None

    def moved(self, letters: int) -> Place:
        """Return the place so many letters further on the line."""
        if letters == 0:
            return self
        return Place(line=self.line, column=self.column + letters, page=self.page, label=self.label, box=self.box)

    def plain(self, document: str) -> dict[str, Plain]:
        """Return the place in a document as plain values, the box in whole points."""
        told: dict[str, Plain] = {"document": document, "line": self.line, "column": self.column}
        if self.page is not None:
            told["page"] = self.page
        if self.label is not None:
            told["label"] = self.label
        if self.box is not None:
            told["box"] = [round(edge) for edge in self.box]
        return told


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One printed line, without its end; `place` is where it begins."""

    text: str
    place: Place
    after: Break = "line"


@dataclass(frozen=True, slots=True, kw_only=True)
class GridCell:
    """A cell of a table: its words, and its colour where it is filled (`#00ff00`; white is not filled)."""

    text: str
    fill: str | None
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table, row by row. A cell that spans several columns or rows is repeated in each of them.

    The lines of its cells are among the lines of the page as well.
    """

    rows: tuple[tuple[GridCell, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page, or the whole of a document that has none: what is printed, furniture included."""

    number: int
    lines: tuple[Line, ...]
    grids: tuple[Grid, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A document: its file's name, its format, how many pages it has, and its pages, read one after the other.

    `pages` may be called again and then reads the file again; only one page at a time is held.
    """

    name: str
    format: Literal["text", "markdown", "html", "pdf", "docx"]
    count: int
    pages: Callable[[], Iterator[Page]]
