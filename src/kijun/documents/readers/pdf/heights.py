"""Which number has the printed row in which a line stands, counted from the top of the page?

What stands on one foot is one row, over all columns and cells; a word that is set from top to bottom makes no row of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kijun.documents.printed import Box
from kijun.documents.readers.pdf.rows import Placed

_SAME_FOOT: Final = 0.5


def row_numbers(lines: Sequence[Placed]) -> list[int]:
    """Return the number of the printed row of each line; a word from top to bottom has that of the row where it begins."""
    numbers = [1] * len(lines)
    row: list[Box] = []
    count, tops = 0, list[tuple[float, int]]()
    for top, _, index in sorted((line.box[1], line.box[0], index) for index, line in enumerate(lines)):
        box = lines[index].box
        if lines[index].is_upright:
            continue
        if not row or not _is_in_row(box, row):
            row = []
            count += 1
            tops.append((top, count))
        row.append(box)
        numbers[index] = count
    for index, line in enumerate(lines):
        if line.is_upright:
            begun = line.box[1] + (line.box[2] - line.box[0]) / 2
            numbers[index] = max((number for top, number in tops if top <= begun), default=1)
    return numbers


def _is_in_row(box: Box, row: Sequence[Box]) -> bool:
    """Return whether a line stands on the foot of a row, beside everything that is in it."""
    first = row[0]
    if abs(box[3] - first[3]) >= _SAME_FOOT * (first[3] - first[1]):
        return False
    return all(box[2] <= other[0] or box[0] >= other[2] for other in row)
