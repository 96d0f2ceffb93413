"""In which order is a page read?

Tables are read as a whole, row by row where rules go through, cell by cell; what stands beside a table stands in a column of
its own. Within a cell, and outside of tables, `columns` decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Final

from kijun.documents.printed import Box, Break
from kijun.documents.readers.pdf.columns import read_pairs, read_rows
from kijun.documents.readers.pdf.labels import Pair, label_starts
from kijun.documents.readers.pdf.letters import Run
from kijun.documents.readers.pdf.rows import Placed, rows_of, stacks
from kijun.documents.readers.pdf.rules import Rule
from kijun.documents.readers.pdf.tables import Table

_OVERLAP: Final = 0.3
_RULE: Final = 2.0
_DEEPEST: Final = 40
_LONE_STACK: Final = 2


@dataclass(slots=True)
class Cell:
    """A cell: where it is, what stands in it, and its lines once it is read."""

    box: Box
    runs: list[Run] = field(default_factory=list)
    tables: list[Filled] = field(default_factory=list)
    lines: list[Placed] = field(default_factory=list)


@dataclass(slots=True)
class Filled:
    """A table with what stands in its cells, and within its bounds outside of every cell."""

    table: Table
    cells: dict[int, Cell]
    loose: Cell


@dataclass(frozen=True, slots=True)
class _Piece:
    """Something that is read as a whole; `cell` where it is a cell of a table."""

    box: Box
    lines: list[Placed]
    cell: Cell | None = None


def read_page(outermost: Cell, upright: Sequence[Rule]) -> list[Placed]:
    """Return the lines of a page, which is a cell without rules, in reading order."""
    return _Reading(upright).read(outermost)


class _Reading:
    """The reading of one page, whose upright rules may part columns."""

    def __init__(self, upright: Sequence[Rule]) -> None:
        self._upright = upright

    def read(self, cell: Cell, depth: int = 0) -> list[Placed]:
        """Return the lines of a cell, and remember them in it."""
        words, runs = stacks(cell.runs)
        if not words and not cell.tables:
            words, runs = _alone(cell.runs)
        pieces = [
            _Piece(
                word.box, [Placed("".join(letter[0] for letter in word.letters), word.box, "block", is_upright=True)]
            )
            for word in words
        ]
        pieces += [_Piece(filled.table.box, self._read_table(filled, depth)) for filled in cell.tables]
        cell.lines = self._region([*pieces, *runs], depth) if pieces else self._rows(runs, "block")
        return cell.lines

    def _rows(self, runs: Sequence[Run], after: Break) -> list[Placed]:
        return read_rows(rows_of(runs), self._upright, after=after)

    def _region(self, items: Sequence[_Piece | Run], depth: int) -> list[Placed]:
        """Return the lines of what stands outside of tables: bands from top to bottom, in each columns from left to right."""
        lines: list[Placed] = []
        for has_pieces, bands in groupby(_bands(items, axis=1), key=_has_pieces):
            for band in bands if has_pieces else [[item for each in bands for item in each]]:
                lines += self._band(band, depth + 1)
        return lines

    def _band(self, items: Sequence[_Piece | Run], depth: int) -> list[Placed]:
        runs = [item for item in items if isinstance(item, Run)]
        if len(runs) == len(items):
            return self._rows(runs, "block")
        columns = _bands(items, axis=0)
        if len(columns) > 1 and depth < _DEEPEST:
            return [line for column in columns for line in self._region(column, depth + 1)]
        return self._as_they_stand(items)

    def _as_they_stand(self, items: Sequence[_Piece | Run]) -> list[Placed]:
        """Return what no straight cut divides, each piece and each stretch of runs at the height of its top."""
        lines: list[Placed] = []
        for is_piece, group in groupby(sorted(items, key=_corner), key=lambda item: isinstance(item, _Piece)):
            if is_piece:
                lines += [line for item in group if isinstance(item, _Piece) for line in item.lines]
            else:
                lines += self._rows([item for item in group if isinstance(item, Run)], "block")
        return lines

    def _read_table(self, filled: Filled, depth: int) -> list[Placed]:
        """Return the lines of a table; cells without words count as well, since they tell what stands beside what."""
        cells = [*filled.cells.values()]
        if depth < _DEEPEST:
            for cell in cells:
                if cell.runs or cell.tables:
                    self.read(cell, depth + 1)
        pieces: list[_Piece | Run] = [_Piece(cell.box, cell.lines, cell) for cell in cells]
        return self._cut([*pieces, *filled.loose.runs], depth)

    def _cut(self, items: Sequence[_Piece | Run], depth: int) -> list[Placed]:
        """Return the lines of a table: cut from side to side where that is possible, then from top to bottom."""
        if not any(isinstance(item, _Piece) for item in items):
            return self._rows([item for item in items if isinstance(item, Run)], "block")
        if len(items) == 1 or depth >= _DEEPEST:
            return self._as_they_stand(items)
        rows = _bands(items, axis=1)
        if len(rows) > 1:
            return [line for row in rows for line in self._cut(row, depth + 1)]
        columns = _with_common_rows(_bands(items, axis=0))
        if len(columns) == 1:
            return self._as_they_stand(items)
        return [line for lines in self._beside(columns, depth) for line in lines]

    def _beside(self, columns: Sequence[Sequence[_Piece | Run]], depth: int) -> Iterator[list[Placed]]:
        index = 0
        while index < len(columns):
            pair = self._labels(columns[index : index + 2])
            if pair is not None:
                yield pair
                index += 2
            else:
                yield self._cut(columns[index], depth + 1)
                index += 1

    def _labels(self, columns: Sequence[Sequence[_Piece | Run]]) -> list[Placed] | None:
        """Return the lines of two cells side by side where one holds the labels of the other."""
        said = [[item for item in column if isinstance(item, Run) or item.lines] for column in columns]
        cells = [items[0].cell for items in said if len(items) == 1 and isinstance(items[0], _Piece)]
        if len(cells) != 2:  # noqa: PLR2004  # the labels and their lines
            return None
        left, right = cells
        if not (left and right) or left.tables or right.tables or not (left.runs and right.runs):
            return None
        pairs = _pairs(left, right)
        starts = label_starts(pairs)
        if starts is None:
            return None
        return read_pairs(pairs, starts, self._upright, "block")


def _pairs(left: Cell, right: Cell) -> list[Pair]:
    """Return the rows of two cells by height, each row of one beside at most one of the other."""
    lefts, rights = rows_of(left.runs), rows_of(right.runs)
    pairs: list[Pair] = []
    while lefts or rights:
        if not rights or (lefts and lefts[0].bottom - _OVERLAP * lefts[0].height <= rights[0].top):
            pairs.append(Pair(lefts.pop(0), None))
        elif not lefts or rights[0].bottom - _OVERLAP * rights[0].height <= lefts[0].top:
            pairs.append(Pair(None, rights.pop(0)))
        else:
            pairs.append(Pair(lefts.pop(0), rights.pop(0)))
    return pairs


def _alone(runs: list[Run]) -> tuple[list[Run], list[Run]]:
    """Return two letters one below the other as a word where nothing else stands in the cell."""
    words, others = stacks(runs, least=_LONE_STACK)
    return (words, others) if len(words) == 1 and not others else ([], runs)


def _has_pieces(band: Sequence[_Piece | Run]) -> bool:
    return any(isinstance(item, _Piece) for item in band)


def _corner(item: _Piece | Run) -> tuple[float, float]:
    return item.box[1], item.box[0]


def _bands(items: Sequence[_Piece | Run], *, axis: int) -> list[list[_Piece | Run]]:
    """Return items that no straight cut divides together: cut from side to side (axis 1) or from top to bottom (0)."""
    spans = sorted(((*_span(item, axis), index) for index, item in enumerate(items)))
    bands: list[list[_Piece | Run]] = []
    reached = float("-inf")
    for start, end, index in spans:
        if not bands or start >= reached:
            bands.append([])
        bands[-1].append(items[index])
        reached = max(reached, end)
    return bands


def _with_common_rows(columns: Sequence[list[_Piece | Run]]) -> list[list[_Piece | Run]]:
    """Return columns, those side by side that are divided into the same rows as one: beside a cell that spans them all."""
    together: list[list[_Piece | Run]] = []
    for column in columns:
        if together and len(_bands(column, axis=1)) > 1 and len(_bands(together[-1], axis=1)) > 1:
            both = together[-1] + column
            if len(_bands(both, axis=1)) > 1:
                together[-1] = both
                continue
        together.append(column)
    return together


def _span(item: _Piece | Run, axis: int) -> tuple[float, float]:
    start, end = item.box[axis], item.box[axis + 2]
    within = min(_RULE, (end - start) / 3) if isinstance(item, _Piece) else _OVERLAP * (end - start) * axis
    return start + within, end - within


def after_blank(lines: Sequence[Placed]) -> list[Placed]:
    """Return the lines of a page, the first of which may go on with the page before."""
    return [replace(lines[0], after="blank"), *lines[1:]] if lines else []
