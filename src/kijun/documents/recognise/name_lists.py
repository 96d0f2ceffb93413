"""Where do the names of a printed list stand, when a name may hold the sign that parts the list?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kijun.documents.notebook import Notebook
from kijun.documents.recognise.sentence import Sentence

Span = tuple[int, int]
"""Where a name begins and ends in the folded text."""

MOST_PIECES: Final = 6
"""No name holds more signs of a list than this has pieces."""


def split_list(text: str, start: int, end: int, sign: re.Pattern[str]) -> list[Span]:
    """Return the stretches of a text between the signs that part them."""
    spans = []
    for joint in sign.finditer(text, start, end):
        spans.append((start, joint.start()))
        start = joint.end()
    spans.append((start, end))
    return [_trimmed(text, *span) for span in spans if text[slice(*span)].strip()]


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())


def known_names(sentence: Sentence, kind: str, spans: list[Span], cell: Notebook) -> Iterator[Span]:
    """Yield names out of the pieces of a list: as many pieces as are one known name together are that name."""
    glossary, within = cell.names.glossary, f"{cell.category}/{cell.field}"
    position = 0
    while position < len(spans):
        start = spans[position][0]
        last = next(
            (
                last
                for last in range(min(len(spans), position + MOST_PIECES), position + 1, -1)
                if glossary.find(kind, sentence.part(start, spans[last - 1][1]).text, within) is not None
            ),
            position + 1,
        )
        yield start, spans[last - 1][1]
        position = last
