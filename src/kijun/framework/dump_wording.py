"""How are official words written as plain values, for other programs to read?"""

from __future__ import annotations

from collections.abc import Sequence

from kijun.framework.dump import Plain, dump_citation
from kijun.framework.wording import Wording


def dump_wording(wording: Sequence[Wording]) -> list[Plain]:
    """Return official words with their place: document, line, and page where one is known."""
    return [
        {"path": each.path, "language": each.language, "words": each.words, **dump_citation(each.citation)}
        for each in wording
    ]
