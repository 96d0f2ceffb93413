"""What is printed on one page of a PDF: its lines in reading order, and its tables with their colours?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pypdfium2 as pdfium

from kijun.documents.printed import Box, Grid, GridCell, Line, Page, Place
from kijun.documents.readers.pdf.fills import Fills
from kijun.documents.readers.pdf.frame import frame_of
from kijun.documents.readers.pdf.heights import row_numbers
from kijun.documents.readers.pdf.letters import find_runs
from kijun.documents.readers.pdf.order import Filled, after_blank, read_page
from kijun.documents.readers.pdf.place_runs import place_runs
from kijun.documents.readers.pdf.rows import Placed
from kijun.documents.readers.pdf.rules import find_rules
from kijun.documents.readers.pdf.shapes import find_shapes
from kijun.documents.readers.pdf.tables import find_filled_tables, find_tables

_Lines = Mapping[Box, tuple[int, int]]
"""Where a line stands -> which line it is in reading order, and the number of its printed row."""


def page_of(page: pdfium.PdfPage, number: int) -> Page:
    """Return what is printed on a page; one without extent shows nothing."""
    frame = frame_of(page)
    if frame is None:
        return Page(number=number, lines=())
    shapes = find_shapes(page, frame)
    text_page = page.get_textpage()
    try:
        runs = find_runs(text_page, frame, shapes)
    finally:
        text_page.close()
    rules = find_rules(shapes)
    whole: Box = (0.0, 0.0, frame.width, frame.height)
    ruled = find_tables(rules)
    outermost, tables = place_runs(runs, [*ruled, *find_filled_tables(shapes.fills, ruled)], whole)
    placed = after_blank(read_page(outermost, rules.upright))
    rows = row_numbers(placed)
    lines = tuple(_line(each, number, row) for each, row in zip(placed, rows, strict=True))
    at = {each.box: (index, row) for index, (each, row) in enumerate(zip(placed, rows, strict=True))}
    return Page(number=number, lines=lines, grids=_grids(tables, Fills(page, frame, shapes.fills), number, at))


def has_letters(page: pdfium.PdfPage) -> bool:
    """Return whether a letter is printed on a page."""
    text_page = page.get_textpage()
    try:
        return bool(text_page.count_chars()) and bool(text_page.get_text_range().strip())
    finally:
        text_page.close()


def _line(placed: Placed, page: int, row: int) -> Line:
    return Line(text=placed.text, place=_place(placed.box, page, row), after=placed.after)


def _place(box: Box, page: int, row: int) -> Place:
    left, top, right, bottom = box
    return Place(line=row, page=page, box=(round(left, 1), round(top, 1), round(right, 1), round(bottom, 1)))


def _grids(tables: Sequence[Filled], fills: Fills, page: int, at: _Lines) -> tuple[Grid, ...]:
    """Return the tables that have several cells with words, in the order of their first lines."""
    grids = []
    for filled in tables:
        said = [cell for cell in filled.cells.values() if cell.lines]
        if said and len(filled.cells) > 1:
            first = min((at[line.box] for cell in said for line in cell.lines if line.box in at), default=(0, 1))
            grids.append((first, _grid(filled, fills, page, at, first[1])))
    return tuple(grid for _, grid in sorted(grids, key=lambda each: each[0]))


def _grid(filled: Filled, fills: Fills, page: int, at: _Lines, row: int) -> Grid:
    """Return a table; a cell without words has the row of the words before it in its row, or above."""
    table = filled.table
    cells: dict[int, GridCell] = {}
    for number, cell in filled.cells.items():
        row = min((at[each.box] for each in cell.lines if each.box in at), default=(0, row))[1]
        text = "\n".join(each.text for each in cell.lines)
        cells[number] = GridCell(text=text, fill=fills.fill_of(cell.box), place=_place(cell.box, page, row))
    outside = GridCell(text="", fill=None, place=_place(table.box, page, row))
    return Grid(rows=tuple(tuple(cells.get(number, outside) for number in line) for line in table.numbers))
