"""Which letters of a region stand on one line, and what does the line say?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from kijun.documents.printed import Box, Break
from kijun.documents.readers.pdf.letters import WIDE, Run, is_japanese

_SAME: Final = 0.5
_FEWEST_BLANKS: Final = 3
_MOST_BLANKS: Final = 40
_EVEN: Final = 0.35
_STACK: Final = 3
"""So many letters one below the other are surely a word that is set from top to bottom."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A line in reading order: what it says, where it stands, how it stands after the one before it; from top to bottom?"""

    text: str
    box: Box
    after: Break = "line"
    is_upright: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """What stands at one height: runs from left to right, parted by wide gaps."""

    runs: tuple[Run, ...]

    @property
    def top(self) -> float:
        """Where it begins."""
        return min(run.top for run in self.runs)

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return max(run.bottom for run in self.runs)

    @property
    def left(self) -> float:
        """Where its first letter begins."""
        return self.runs[0].left

    @property
    def right(self) -> float:
        """Where its last letter ends."""
        return self.runs[-1].right

    @property
    def middle(self) -> float:
        """Half way down."""
        return (self.top + self.bottom) / 2

    @property
    def height(self) -> float:
        """How high its letters are."""
        return max(run.height for run in self.runs)

    @property
    def text(self) -> str:
        """What it says, with at least three blanks for a wide gap; a word set wide open has none."""
        if _is_set_open(self.runs):
            return "".join(run.text for run in self.runs)
        said = [self.runs[0].text]
        for before, run in pairwise(self.runs):
            count = round((run.left - before.right) / (min(before.height, run.height) / 2))
            said += [" " * min(max(count, _FEWEST_BLANKS), _MOST_BLANKS), run.text]
        return "".join(said)

    def placed(self, after: Break) -> Placed:
        """Return the row as a line."""
        return Placed(self.text, (self.left, self.top, self.right, self.bottom), after)


def rows_of(runs: Iterable[Run]) -> list[Row]:
    """Return runs as rows from top to bottom."""
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: (run.middle, run.left)):
        if rows and _is_beside(rows[-1][0], run):
            rows[-1].append(run)
        else:
            rows.append([run])
    return [Row((*_joined(row),)) for row in rows]


def _is_beside(one: Run, other: Run) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared >= _SAME * min(one.height, other.height)


def _joined(runs: list[Run]) -> Iterable[Run]:
    """Return the runs of a row from left to right, those without a wide gap as one."""
    runs.sort(key=lambda run: run.left)
    together, right = [runs[0]], runs[0].right
    for run in runs[1:]:
        if run.left - right < WIDE * min(run.height, together[-1].height):
            together.append(run)
        else:
            yield _one(together)
            together = [run]
            right = run.right
        right = max(right, run.right)
    yield _one(together)


def _one(runs: list[Run]) -> Run:
    return runs[0] if len(runs) == 1 else Run([letter for run in runs for letter in run.letters])


def _is_set_open(runs: Sequence[Run]) -> bool:
    """Return whether a row is one word whose letters are spread over the line, as in a title."""
    if len(runs) < 2 or any(len(run.letters) != 1 or not _is_letter(run.letters[0][0]) for run in runs):  # noqa: PLR2004
        return False
    gaps = [run.left - before.right for before, run in pairwise(runs)]
    return max(gaps) - min(gaps) <= _EVEN * runs[0].height


def _is_letter(letter: str) -> bool:
    return is_japanese(letter) and (letter.isalpha() or letter == "ー")


def stacks(runs: Sequence[Run], *, least: int = _STACK) -> tuple[list[Run], list[Run]]:
    """Return words that are set from top to bottom, each as one run, and the other runs."""
    words, others, stack = list[Run](), list[Run](), list[Run]()
    for run in (*runs, None):
        if run is not None and (not stack or _is_below(stack[-1], run)) and _is_single(run):
            stack.append(run)
            continue
        if len(stack) >= least:
            words.append(Run([letter for each in stack for letter in each.letters]))
        else:
            others += stack
        stack = [run] if run is not None and _is_single(run) else []
        if run is not None and not stack:
            others.append(run)
    return words, others


def _is_single(run: Run) -> bool:
    return len(run.letters) == 1 and _is_letter(run.letters[0][0])


def _is_below(above: Run, run: Run) -> bool:
    height = min(above.height, run.height)
    gap = run.top - above.bottom
    aside = abs(run.left + run.right - above.left - above.right) / 2
    return -_SAME * height <= gap <= _SAME * height and aside <= _EVEN * height and run.top > above.top
