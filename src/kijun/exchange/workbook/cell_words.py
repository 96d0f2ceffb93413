"""Which words of the vocabulary does a cell name?

Several words stand on lines of their own, or one after another with 、 , or ; between them. A name may hold such a mark
itself, so that the longest name that fits is taken.
"""

from __future__ import annotations

import re
from typing import Final

from kijun.exchange.workbook.lexicon import MARK, Lexicon, fold

_SURE: Final = re.compile(r"[\r\n;；]+")
_NOTHINGS: Final = frozenset(fold(spelt) for said in ("なし", "none") for spelt in (said, f"({said})", f"「{said}」"))
_MOST_WORDS: Final = 100
"""More than any list has; what follows is taken as one word, and found to be unknown."""


def is_nothing(words: str) -> bool:
    """Return whether a cell says that there is nothing, as opposed to saying nothing.

    >>> is_nothing("（なし）"), is_nothing("None"), is_nothing("")
    (True, True, False)
    """
    return fold(words) in _NOTHINGS


def split_words(words: str, known: Lexicon) -> list[str]:
    """Return the words of a cell, each as it is written; unknown ones stand alone."""
    parts = [part.strip() for part in _SURE.split(words)]
    return [word for part in parts if part for word in ([part] if known.find(part) else _by_marks(part, known))]


def _by_marks(part: str, known: Lexicon) -> list[str]:
    """Return the words between marks; the longest run of pieces that is a known name is one word."""
    marks = list(MARK.finditer(part))[:_MOST_WORDS]
    starts, ends = [0, *(mark.end() for mark in marks)], [*(mark.start() for mark in marks), len(part)]
    found: list[str] = []
    at = 0
    while at < len(starts):
        furthest = min(len(ends), at + known.most_pieces) - 1
        last = next((each for each in range(furthest, at, -1) if known.find(part[starts[at] : ends[each]])), at)
        found.append(part[starts[at] : ends[last]].strip())
        at = last + 1
    return [word for word in found if word]
