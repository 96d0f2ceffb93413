"""What do printed lines say as one piece, and where does each letter of it stand?"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from kijun.documents.fold import Folded, fold, is_japanese
from kijun.documents.printed import Line, Place

_DIGITS: Final = re.compile(r"[0-9][0-9,.]*$")
_BLANKS: Final = re.compile(r"\s+")
_UNSHOWN: Final = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""Control characters, marks that turn the direction of writing, and halves of letters."""


@dataclass(frozen=True)  # no slots: the folded text is worked out once
class Passage:
    """Lines joined to one text; `starts` are the offsets at which a line begins, `places` where those lines stand."""

    text: str
    starts: tuple[int, ...]
    places: tuple[Place, ...]

    @cached_property
    def folded(self) -> Folded:
        """The text folded for comparing."""
        return fold(self.text)

    def place(self, offset: int = 0) -> Place:
        """Return where a letter of the text stands."""
        line = max(bisect_right(self.starts, offset) - 1, 0)
        return self.places[line].moved(max(offset - self.starts[line], 0))

    def place_of(self, folded_offset: int) -> Place:
        """Return where a letter of the folded text stands."""
        return self.place(self.folded.printed_at(folded_offset))

    def part(self, start: int, end: int) -> Passage:
        """Return a part of the passage, without the blanks around it."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        first = max(bisect_right(self.starts, start) - 1, 0)
        inside = [line for line in range(first + 1, len(self.starts)) if self.starts[line] < end]
        return Passage(
            text=self.text[start:end],
            starts=(0, *(self.starts[line] - start for line in inside)),
            places=(self.place(start), *(self.places[line] for line in inside)),
        )

    def folded_part(self, start: int, end: int) -> Passage:
        """Return the part that two offsets of the folded text enclose."""
        return self.part(
            self.folded.printed_at(start),
            self.folded.printed_at(end) if end < len(self.folded.text) else len(self.text),
        )


def join(lines: Iterable[Line]) -> Passage:
    """Return lines as one passage: a wrap inside a Japanese word or a number is closed, English words keep a blank."""
    text, starts, places = "", [], []
    for line in lines:
        words = line.text.rstrip()
        indent = len(words) - len(words.lstrip())
        words = words.lstrip()
        if not words:
            continue
        text = text.rstrip()
        text += _between(text, words)
        starts.append(len(text))
        places.append(line.place.moved(indent))
        text += words
    if not places:
        raise ValueError("a passage has at least one line that is not empty")
    return Passage(text=text, starts=tuple(starts), places=tuple(places))


def one_below_the_other(passages: Sequence[Passage]) -> Passage:
    """Return passages as one, each on a line of its own."""
    starts: list[int] = []
    offset = 0
    for passage in passages:
        starts += [offset + start for start in passage.starts]
        offset += len(passage.text) + 1
    places = tuple(place for passage in passages for place in passage.places)
    return Passage(text="\n".join(passage.text for passage in passages), starts=tuple(starts), places=places)


def _between(before: str, after: str) -> str:
    if not before or is_japanese(before[-1]) or is_japanese(after[0]):
        return ""
    if before[-1] == "-" and len(before) > 1 and before[-2].isalpha():
        return ""
    if after[0].isdigit() and _DIGITS.search(before) and is_japanese(before):
        return ""  # English is wrapped at blanks, a number in Japanese anywhere
    if before[-1].isdigit() and after[0] == "," and is_japanese(before):
        return ""
    return " "


def words_of(passage: Passage) -> str:
    """Return the text of a passage with single blanks and without what cannot be shown, as a name shows it."""
    return shown(passage.text)


def shown(words: str) -> str:
    """Return printed words with single blanks and without what cannot be shown."""
    return _BLANKS.sub(" ", words if words.isprintable() else _UNSHOWN.sub("", words)).strip()
