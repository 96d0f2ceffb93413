"""In which cell of which table does each run of letters stand?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from kijun.documents.printed import Box
from kijun.documents.readers.pdf.letters import Letter, Run
from kijun.documents.readers.pdf.order import Cell, Filled
from kijun.documents.readers.pdf.tables import Table

_SMALLEST: Final = 10.0
_PARTED: Final = 0.2
"""Where letters stand nearer, they run over the rule between two cells and are one word."""
_INSIDE: Final = 2.0


def place_runs(runs: Sequence[Run], tables: Sequence[Table], page: Box) -> tuple[Cell, list[Filled]]:
    """Return the page as a cell that holds the tables, each with what stands in it; the tables once more, as a list.

    A table without a letter is a drawing. One inside a cell of another belongs to that cell.
    """
    filled = [
        Filled(table, {number: Cell(box) for number, box in table.cells.items()}, Cell(table.box))
        for table in tables
        if min(table.box[2] - table.box[0], table.box[3] - table.box[1]) >= _SMALLEST
    ]
    outermost = Cell(page)
    for run in runs:
        for part in _parts(run, filled):
            _cell_at(part, filled, outermost).runs.append(part)
    kept: list[Filled] = []
    for each in reversed(filled):
        if each.loose.runs or any(cell.runs or cell.tables for cell in each.cells.values()):
            _around(each, filled, outermost).tables.append(each)
            kept.append(each)
    return outermost, kept[::-1]


def _parts(run: Run, filled: Sequence[Filled]) -> Iterator[Run]:
    """Return a run in parts where it goes from one cell into another."""
    table = next((each.table for each in filled if _reaches(each.table, run)), None)
    if table is None or _number(table, run.letters[0]) == _number(table, run.letters[-1]):
        yield run
        return
    part: list[Letter] = []
    for _, group in groupby(run.letters, key=lambda letter: _number(table, letter)):
        letters = [*group]
        if part and letters[0][1] - part[-1][3] > _PARTED * (letters[0][4] - letters[0][2]):
            yield Run(part)
            part = []
        part += letters
    yield Run(part)


def _reaches(table: Table, run: Run) -> bool:
    left, top, right, bottom = table.box
    return top <= run.middle <= bottom and run.left < right and run.right > left


def _number(table: Table, letter: Letter) -> int:
    return table.number_at((letter[1] + letter[3]) / 2, (letter[2] + letter[4]) / 2)


def _cell_at(run: Run, filled: Sequence[Filled], outermost: Cell) -> Cell:
    """Return the innermost cell around a run; one that runs over a rule belongs to where it begins."""
    first = run.letters[0]
    loose = None
    for each in reversed(filled):
        number = _number(each.table, first)
        if number:
            return each.cells[number]
        if loose is None and _is_inside(run.box, each.table.box):
            loose = each.loose
    return loose or outermost


def _around(inner: Filled, filled: Sequence[Filled], outermost: Cell) -> Cell:
    """Return the innermost cell around a table."""
    box = inner.table.box
    for each in reversed(filled):
        if each is inner or not _is_inside(box, each.table.box):
            continue
        number = each.table.number_at((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
        if number and _is_inside(box, each.cells[number].box):
            return each.cells[number]
    return outermost


def _is_inside(box: Box, outer: Box) -> bool:
    return (
        box[0] >= outer[0] - _INSIDE
        and box[1] >= outer[1] - _INSIDE
        and box[2] <= outer[2] + _INSIDE
        and box[3] <= outer[3] + _INSIDE
    )
