"""How do the paragraphs and tables of a Word document become lines, tables and pages?

Text boxes follow the paragraph that they hang on. A page ends where Word was told so, or where it broke the page when the document
was last saved; only once where both say it.
"""

from __future__ import annotations

from typing import Final

from lxml import etree

from kijun.documents.printed import Break, Grid, GridCell, Line, Page, Place
from kijun.documents.readers.docx.bullets import Bullets
from kijun.documents.readers.docx.paragraph import pieces
from kijun.documents.readers.docx.shading import fill_of
from kijun.documents.readers.docx.xml import child, children, is_on, name_of, value
from kijun.documents.readers.table import TableBuilder

_WRAPPERS: Final = frozenset(
    {"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "AlternateContent", "Choice"}
)
"""What stands around paragraphs, rows and cells without printing anything itself."""


class Story:
    """What was read so far: whole pages in `turned`, and the page that is being read."""

    def __init__(self, bullets: Bullets) -> None:
        self.turned: list[Page] = []
        self._bullets = bullets
        self._number = 1
        self._paragraphs = 0
        self._lines: list[Line] = []
        self._grids: list[Grid] = []
        self._cells: list[list[str]] = []
        self._joins = False

    def read(self, element: etree._Element) -> None:
        """Read a paragraph, a table, or what stands around some of them."""
        name = name_of(element)
        if name == "p":
            self._paragraph(element)
        elif name == "tbl":
            self._table(element)
        elif name in _WRAPPERS or name in ("hdr", "ftr", "txbxContent"):
            for each in element:
                self.read(each)

    def finish(self) -> None:
        """End the last page."""
        self._turn()

    def _paragraph(self, paragraph: etree._Element) -> None:
        self._paragraphs += 1
        properties = child(paragraph, "pPr")
        if is_on(child(properties, "pageBreakBefore")) and self._lines:
            self._turn()
        sign = self._bullets.sign(properties)
        printing = _Printing(self._paragraphs, "line" if self._joins else "block")
        printing.words.append(sign)
        boxes = []
        for piece in pieces(paragraph, self._bullets):
            if piece.mark == "words":
                printing.words.append(piece.words)
            elif piece.element is not None:
                boxes.append(piece.element)
            else:
                self._keep(printing.end_line())
                if piece.mark == "page" or (piece.mark == "rendered page" and self._lines):
                    self._turn()
        self._keep(None if printing.text == sign else printing.end_line())
        self._joins = child(child(properties, "rPr"), "del") is not None  # the end of the paragraph is deleted
        for box in boxes:
            self.read(box)
        section = child(properties, "sectPr")
        if section is not None and value(section, "type") not in ("continuous", "nextColumn"):
            self._turn()

    def _keep(self, line: Line | None) -> None:
        if line:
            self._lines.append(line)
            if self._cells:
                self._cells[-1].append(line.text)

    def _turn(self) -> None:
        self.turned.append(Page(number=self._number, lines=tuple(self._lines), grids=tuple(self._grids)))
        self._number += 1
        self._lines, self._grids = [], []

    def _table(self, table: etree._Element) -> None:
        builder, is_first = TableBuilder(), True
        for row in _inside(table, "tr"):
            if child(child(row, "trPr"), "del") is not None:
                continue
            builder.start_row()
            for cell in _inside(row, "tc"):
                properties = child(cell, "tcPr")
                if child(properties, "cellDel") is not None:
                    continue
                columns = _count(value(properties, "gridSpan"))
                merge = child(properties, "vMerge")
                if merge is not None and value(properties, "vMerge") != "restart" and not is_first:
                    builder.go_on(columns=columns)
                else:
                    builder.add(self._cell(cell), columns=columns)
            is_first = False
        grid = builder.grid()
        if grid:
            self._grids.append(grid)

    def _cell(self, cell: etree._Element) -> GridCell:
        place = Place(line=self._paragraphs + 1)
        self._cells.append([])
        for each in cell:
            self.read(each)
        return GridCell(text="\n".join(self._cells.pop()), fill=fill_of(child(cell, "tcPr")), place=place)


class _Printing:
    """The line of a paragraph that is being read."""

    def __init__(self, paragraph: int, after: Break) -> None:
        self.words: list[str] = []
        self._paragraph = paragraph
        self._column = 1
        self._after = after

    @property
    def text(self) -> str:
        return "".join(self.words)

    def end_line(self) -> Line | None:
        """Return the line, unless nothing stands in it."""
        text = self.text
        place = Place(line=self._paragraph, column=self._column)
        self._column += len(text)
        self.words = []
        if not text.strip():
            return None
        line = Line(text=text.rstrip(), place=place, after=self._after)
        self._after = "line"
        return line


def _inside(element: etree._Element, name: str) -> list[etree._Element]:
    """Return the rows of a table, or the cells of a row, whatever stands around them."""
    found = []
    for each in children(element, name, *_WRAPPERS):
        found.extend([each] if name_of(each) == name else _inside(each, name))
    return found


def _count(words: str) -> int:
    return max(int(words), 1) if words.isdecimal() and len(words) < 6 else 1  # noqa: PLR2004  # no table is as wide
