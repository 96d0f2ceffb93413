"""Which options with boxes stand side by side, and which lines does each of them have?

Options in columns are no columns of text: each goes on in its own column only, and what begins below them at the left edge is
none of them. Where no option goes on, each row is one line with wide gaps.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from kijun.documents.printed import Break
from kijun.documents.readers.pdf.labels import BOXES, sign_of
from kijun.documents.readers.pdf.letters import Letter, Run, is_japanese
from kijun.documents.readers.pdf.rows import Placed, Row
from kijun.documents.readers.pdf.rules import Rule

_ASIDE: Final = 0.6
_CLOSE: Final = 0.8
_LOOSER: Final = 0.3
_INDENT: Final = 3.0
_SLACK: Final = 4.0
"""So many heights may stay free between a column and the next one, and at the end of a line whose next word had no room."""
_AT: Final = 0.15
_BLANK: Final = 0.3
_OPENS: Final = "【[［"
"""A heading in brackets begins with one."""

_Option = list[tuple[int, Run]]
"""The number of the row and the run of each line of an option."""


def begin_options(row: Row) -> bool:
    """Return whether a row holds several options side by side and nothing else."""
    return len(row.runs) > 1 and all(_has_box(run) for run in row.runs)


def read_options(
    rows: Sequence[Row], index: int, upright: Sequence[Rule], after: Sequence[Break]
) -> tuple[list[Placed], int] | None:
    """Return the lines of the options that begin with a row, and how many rows they are; None where none stand side by side.

    `after` is how each row of the region stands after the one before it.
    """
    runs = [*_cut(rows[index].runs, _is_at_box)]
    if len(runs) < 2 or not all(_has_box(run) for run in runs):  # noqa: PLR2004  # side by side
        return None
    starts = [run.left for run in runs]
    grid = _Grid(starts, [*starts[1:], max(row.right for row in rows) + 1])
    for row in rows[index:]:
        if not grid.takes(row):
            break
    if len(runs) > len(rows[index].runs) and not grid.is_aligned:
        return None  # boxes within one line of text
    taken = rows[index : index + grid.count]
    if _is_ruled(taken, upright):
        return None
    if not grid.goes_on:
        return [row.placed(after[index + number]) for number, row in enumerate(taken)], grid.count
    return [*_one_by_one(grid.options, after[index:])], grid.count


def _one_by_one(options: Sequence[_Option], after: Sequence[Break]) -> Iterator[Placed]:
    before = -1
    for option in options:
        first = option[0][0]
        for number, (_, run) in enumerate(option):
            yield Row((run,)).placed(after[first] if number == 0 and first != before else "line")
        before = first


class _Grid:
    """Options as they are found, row by row: where their columns begin and end, and the last option of each column."""

    def __init__(self, starts: Sequence[float], ends: Sequence[float]) -> None:
        self._starts = starts
        self._ends = ends
        self._last: list[_Option | None] = [None] * len(starts)
        self._before: Row | None = None
        self._gap = 0.0
        self.options: list[_Option] = []
        self.count = 0
        self.goes_on = False
        self.is_aligned = False

    def takes(self, row: Row) -> bool:
        """Take a row whose runs are all options, or go on with some."""
        runs = [*_cut(row.runs, self._is_at_start)]
        columns = [self._column_of(run) for run in runs]
        if None in columns or len({*columns}) < len(columns) or not self._is_near(row):
            return False
        placed = [(column, run) for column, run in zip(columns, runs, strict=True) if column is not None]
        is_beside = columns[-1] != 0
        if not all(_has_box(run) or self._may_go_on(column, run, is_beside=is_beside) for column, run in placed):
            return False
        for column, run in placed:
            self._add(column, run)
        if self._before is not None:
            self.is_aligned |= any(column > 0 for column in columns if column is not None)
            self._gap = max(self._gap, row.top - self._before.bottom)
        self._before = row
        self.count += 1
        return True

    def _add(self, column: int, run: Run) -> None:
        last = self._last[column]
        if last is None or _has_box(run):
            last = self._last[column] = []
            self.options.append(last)
        else:
            self.goes_on = True
        last.append((self.count, run))

    def _column_of(self, run: Run) -> int | None:
        """Return the column in which a run begins and ends."""
        near = _ASIDE * run.height
        for column, (start, end) in enumerate(zip(self._starts, self._ends, strict=True)):
            if start - near <= run.left < end - near:
                is_aside = run.left > start + (near if _has_box(run) else _INDENT * run.height)
                return None if is_aside or run.right > end else column
        return None

    def _is_at_start(self, letter: Letter) -> bool:
        return any(abs(letter[1] - start) <= _AT * (letter[4] - letter[2]) for start in self._starts[1:])

    def _is_near(self, row: Row) -> bool:
        if self._before is None:
            return True
        gap = row.top - self._before.bottom
        return gap <= (self._gap + _LOOSER * row.height if self.count > 1 else _CLOSE * row.height)

    def _may_go_on(self, column: int, run: Run, *, is_beside: bool) -> bool:
        """Return whether a run without a box was wrapped: alone at the left edge only where its first word had no room above."""
        last = self._last[column]
        if last is None or last[-1][0] != self.count - 1 or sign_of(Row((run,))) or run.text[0] in _OPENS:
            return False
        return is_beside or last[-1][1].right + _first_word(run) + _SLACK * run.height >= self._ends[column]


def _cut(runs: Sequence[Run], begins: Callable[[Letter], bool]) -> Iterator[Run]:
    """Return runs, cut where a column begins: between columns that are full there is no wide gap."""
    for run in runs:
        start = 0
        for end, letter in enumerate(run.letters):
            if end > start and begins(letter):
                yield Run(run.letters[start:end])
                start = end
        yield Run(run.letters[start:]) if start else run


def _is_at_box(letter: Letter) -> bool:
    return letter[0] in BOXES


def _first_word(run: Run) -> float:
    """Return how wide the first word is: a Japanese letter, or the letters up to a blank."""
    end = run.letters[0][3]
    for before, letter in pairwise(run.letters):
        if letter[5] or is_japanese(before[0]) or is_japanese(letter[0]) or letter[1] - before[3] > _BLANK * run.height:
            break
        end = letter[3]
    return end - run.left


def _has_box(run: Run) -> bool:
    return sign_of(Row((run,))) == "box"


def _is_ruled(rows: Sequence[Row], upright: Sequence[Rule]) -> bool:
    """Return whether a rule parts the columns, so that they are two lists."""
    gaps = [(before.right, run.left) for before, run in pairwise(rows[0].runs)]
    return any(
        left <= rule.at <= right and rule.start <= rows[0].middle and rule.end >= rows[-1].middle
        for rule in upright
        for left, right in gaps
    )
