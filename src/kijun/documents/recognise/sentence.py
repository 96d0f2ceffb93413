"""Which letters of a clause's first sentence have been read, and which are left?

Every recogniser takes the words that it understood. What is left over is looked through at the end: a threshold among it was
overlooked, and is asked about.
"""

from __future__ import annotations

import re
from typing import Final

from kijun.documents.fold import is_japanese
from kijun.documents.passage import Passage
from kijun.documents.printed import Place

TAKEN: Final = "\x00"
"""Stands in the open text for a letter that was read."""


class Sentence:
    """A passage while it is read; offsets are those of its folded text."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.text = passage.folded.text
        self.is_japanese = is_japanese(self.text)
        self.open = self.text  # with a mark in the place of each letter that was read

    def take(self, start: int, end: int) -> None:
        """Take letters: they were read."""
        self.open = self.open[:start] + TAKEN * (end - start) + self.open[end:]

    def take_all(self, pattern: re.Pattern[str]) -> None:
        """Take whatever is left and looks like this."""
        for match in pattern.finditer(self.open):
            self.take(*match.span())

    def part(self, start: int, end: int) -> Passage:
        """Return what is printed between two offsets."""
        return self.passage.folded_part(start, end)

    def place(self, at: int) -> Place:
        """Return where a letter is printed."""
        return self.passage.place_of(at)
