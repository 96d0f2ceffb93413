"""In which order are the rows of a region read that may stand in columns?

Columns of running text are read one after the other, labels with their lines, and what stands side by side otherwise is one
line with wide gaps. Tables are not seen here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from kijun.documents.printed import Break
from kijun.documents.readers.pdf.labels import Pair, label_starts, sign_of
from kijun.documents.readers.pdf.letters import Run
from kijun.documents.readers.pdf.options import begin_options, read_options
from kijun.documents.readers.pdf.rows import Placed, Row
from kijun.documents.readers.pdf.rules import Rule

_NARROWEST: Final = 0.8
_FAR: Final = 4.0
_SEEN_AHEAD: Final = 300
_MOST_GAPS: Final = 20
_DEEPEST: Final = 20
_BLANK: Final = 0.6
_FULL: Final = 1.3
_BROAD: Final = 10.0
_OFFSET: Final = 0.3
_RULED: Final = 0.6


@dataclass(frozen=True, slots=True)
class _Gap:
    """A gap that goes down from one row to another, and how many rows have something on both sides."""

    start: float
    end: float
    last: int
    both: int

    @property
    def middle(self) -> float:
        return (self.start + self.end) / 2


def read_rows(rows: Sequence[Row], upright: Sequence[Rule], *, after: Break = "line", depth: int = 0) -> list[Placed]:
    """Return the lines of a region in reading order; `after` is how its first line stands after what was before."""
    gap = _typical_gap(rows)
    breaks = [after, *(_break(before, row, gap) for before, row in pairwise(rows))]
    lines: list[Placed] = []
    index = 0
    while index < len(rows):
        options = read_options(rows, index, upright, breaks)
        found = _find_gap(rows, index) if depth < _DEEPEST and not options else None
        end = found.last + 1 if found else index + 1
        beside = _read_beside(rows[index:end], found, upright, breaks[index], depth) if found else None
        if read := options or beside:
            lines += read[0]
            index += read[1]
            continue
        end = next((number for number in range(index + 1, end) if begin_options(rows[number])), end)
        lines += [rows[number].placed(breaks[number]) for number in range(index, end)]
        index = end
    return lines


def read_pairs(pairs: Sequence[Pair], starts: Sequence[int], upright: Sequence[Rule], way: Break) -> list[Placed]:
    """Return labels and their lines, one label after the other."""
    lines: list[Placed] = []
    bounds = [*range(starts[0]), *starts, len(pairs)]
    for begin, end in pairwise(bounds):
        for side in ("left", "right"):
            rows = [row for pair in pairs[begin:end] if (row := getattr(pair, side))]
            lines += read_rows(rows, upright, after="block" if lines else way, depth=_DEEPEST - 2)
    return lines


def _typical_gap(rows: Sequence[Row]) -> float:
    gaps = [row.top - before.bottom for before, row in pairwise(rows)]
    return median(gaps) if gaps else 0.0


def _break(before: Row, row: Row, gap: float) -> Break:
    return "blank" if row.top - before.bottom > gap + _BLANK * row.height else "line"


def _find_gap(rows: Sequence[Row], index: int) -> _Gap | None:
    """Return the gap from this row down that parts the most rows, or None where it parts this row alone."""
    here = rows[index].runs
    gaps = [(before.right, run.left) for before, run in pairwise(here)][:_MOST_GAPS]
    if len(here) == 1 and index + 1 < len(rows):
        gaps = [*_gap_between(rows[index], rows[index + 1])]
    found = [_follow(rows, index, start, end) for start, end in gaps]
    best = max(found, key=lambda gap: (gap.both, gap.end - gap.start), default=None)
    return best if best and best.both > 1 else None


def _gap_between(row: Row, below: Row) -> Iterator[tuple[float, float]]:
    """Return the gap between two rows of two columns whose lines do not stand at the same heights."""
    if below.top < row.bottom - _OFFSET * row.height and len(below.runs) == 1:
        if below.left > row.right + row.height:
            yield row.right, below.left
        elif row.left > below.right + row.height:
            yield below.right, row.left


def _follow(rows: Sequence[Row], index: int, start: float, end: float) -> _Gap:
    last, both, previous = index, 0, rows[index]
    reached = start, end
    for number in range(index, min(index + _SEEN_AHEAD, len(rows))):
        row = rows[number]
        begin, stop = _narrowed(row, *reached)
        if stop - begin < _NARROWEST * row.height or row.top - previous.bottom > _FAR * row.height:
            break
        reached, previous = (begin, stop), row
        if row.left < begin and row.right > stop:
            both, last = both + 1, number
        elif _is_trailing(rows[number - 1], row, begin):
            last = number
            both += _is_offset(rows[number - 1], row)
        else:
            break
    return _Gap(*reached, last, both)


def _narrowed(row: Row, start: float, end: float) -> tuple[float, float]:
    """Return what a row leaves of a gap."""
    for run in row.runs:
        if run.right <= start or run.left >= end:
            continue
        if run.left > start and run.right < end:
            return start, start
        start, end = (run.right, end) if run.left <= start else (start, run.left)
    return start, end


def _is_trailing(before: Row, row: Row, start: float) -> bool:
    """Return whether a row that stands on one side of the gap may go on with what is above it."""
    return row.top - before.bottom <= _FAR / 2 * row.height or row.left > start


def _is_offset(before: Row, row: Row) -> bool:
    return row.top < before.bottom - _OFFSET * row.height and (row.left > before.right or row.right < before.left)


def _read_beside(
    rows: Sequence[Row], gap: _Gap, upright: Sequence[Rule], way: Break, depth: int
) -> tuple[list[Placed], int] | None:
    """Return the lines of rows with a gap and how many rows they are, or None where each row is one line."""
    pairs = [Pair(_side(row, gap.middle, is_left=True), _side(row, gap.middle, is_left=False)) for row in rows]
    if not _is_ruled(rows, gap, upright):
        starts = label_starts(pairs)
        if starts is not None:
            return read_pairs(pairs, starts, upright, way), len(rows)
        if not (_is_running(pairs) or _are_offset(pairs)):
            return None
    lefts, rights = [pair.left for pair in pairs if pair.left], [pair.right for pair in pairs if pair.right]
    lines = read_rows(lefts, upright, after=way, depth=depth + 1)
    return [*lines, *read_rows(rights, upright, after="blank", depth=depth + 1)], len(rows)


def _side(row: Row, at: float, *, is_left: bool) -> Row | None:
    runs: tuple[Run, ...] = tuple(run for run in row.runs if ((run.left + run.right) / 2 < at) == is_left)
    return Row(runs) if runs else None


def _is_ruled(rows: Sequence[Row], gap: _Gap, upright: Sequence[Rule]) -> bool:
    top, bottom = rows[0].top, rows[-1].bottom
    return any(
        gap.start <= rule.at <= gap.end and min(rule.end, bottom) - max(rule.start, top) >= _RULED * (bottom - top)
        for rule in upright
    )


def _is_running(pairs: Sequence[Pair]) -> bool:
    """Return whether lines of the left column are full, as those of running text are: the next one goes on without a sign."""
    lefts = [pair.left for pair in pairs if pair.left]
    edge, start = max(row.right for row in lefts), min(row.left for row in lefts)
    if edge - start < _BROAD * median(row.height for row in lefts):
        return False
    full = sum(
        row.right >= edge - _FULL * row.height and sign_of(below) is None
        for row, below in zip(lefts, [*lefts[1:], None], strict=True)
    )
    return len(lefts) > 2 and full >= max(2, 0.3 * len(lefts))  # noqa: PLR2004  # two lines may be full by chance


def _are_offset(pairs: Sequence[Pair]) -> bool:
    """Return whether the lines of the two columns do not stand at the same heights."""
    both = [(pair.left, pair.right) for pair in pairs if pair.left and pair.right]
    level = sum(abs(left.middle - right.middle) <= _OFFSET * min(left.height, right.height) for left, right in both)
    return level <= len(both) / 2
