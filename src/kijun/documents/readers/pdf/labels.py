"""Is one column the labels of the other: a label, its lines, the next label?

Beside a column of labels the lines of each label stand at its height. Columns of running text stand side by side as well, and
nothing tells them apart surely; where the signs do not, they are no labels.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kijun.documents.readers.pdf.rows import Row

_LEVEL: Final = 0.35
_APART: Final = 0.7
BOXES: Final = "□\u25fb\u25a2\u2751\u2752"
_SIGN: Final = re.compile(
    rf"(?P<box>[{BOXES}])|(?P<round>[●○◎•・])|(?P<square>[■◆◇▲△▼▽★☆※➢✓])|(?P<dash>[－ー―—–\-])"
    r"|(?P<number>[(（]?[0-9０-９]{1,2}[.)．）]|[\u2460-\u2473])"
)
_FEWEST: Final = 2


@dataclass(frozen=True, slots=True)
class Pair:
    """What stands left and right of a gap at one height."""

    left: Row | None
    right: Row | None


def sign_of(row: Row | None) -> str | None:
    """Return the kind of sign that a line begins with."""
    found = _SIGN.match(row.text) if row else None
    return found.lastgroup if found else None


def label_starts(pairs: Sequence[Pair]) -> list[int] | None:
    """Return where the labels begin, or None where the left column is none of labels."""
    signs = {index: sign for index, pair in enumerate(pairs) if (sign := sign_of(pair.left))}
    starts = [*signs] if signs else _after_gaps(pairs)
    if len(starts) < _FEWEST or not all(_is_level(pairs[index]) for index in starts):
        return None
    beside = {sign for pair in pairs if (sign := sign_of(pair.right))}
    lefts, rights = sum(pair.left is not None for pair in pairs), sum(pair.right is not None for pair in pairs)
    if beside and not all(sign_of(pairs[index].right) for index in starts):
        return None
    if signs:
        return starts if not beside & set(signs.values()) and lefts <= 2 * len(starts) else None
    return starts if lefts <= rights and (beside or (lefts < rights and _is_narrow(pairs))) else None


def _after_gaps(pairs: Sequence[Pair]) -> list[int]:
    starts, before = [], None
    for index, pair in enumerate(pairs):
        if pair.left is None:
            continue
        if before is None or pair.left.top - before.bottom > _APART * pair.left.height:
            starts.append(index)
        before = pair.left
    return starts


def _is_level(pair: Pair) -> bool:
    if pair.left is None or pair.right is None:
        return False
    return abs(pair.left.middle - pair.right.middle) <= _LEVEL * min(pair.left.height, pair.right.height)


def _is_narrow(pairs: Sequence[Pair]) -> bool:
    return _width([pair.left for pair in pairs]) < _width([pair.right for pair in pairs]) / 2


def _width(rows: Sequence[Row | None]) -> float:
    there = [row for row in rows if row]
    return max((row.right for row in there), default=0) - min((row.left for row in there), default=0)
