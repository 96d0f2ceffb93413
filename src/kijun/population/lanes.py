"""How are the projects counted that meet a demand, many counts at once?

Each count has a lane of a word: a project that counts is a one at its lowest bit, and the projects of a person are summed where they
stand. The highest bit of a lane stays free, until a number is added to all counts of a word that carries into it where a
count is high enough.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import or_

import ibis.expr.types as ir

from kijun.population.both import has_any, number, together, word_of
from kijun.population.demands import Demands
from kijun.population.places import SUMMED_BITS
from kijun.population.questions import Projects


@dataclass(frozen=True, slots=True, kw_only=True)
class Lanes:
    """The lanes of what is asked of projects, each `width` bits wide, as many in a word as can be summed."""

    of: tuple[Projects, ...]
    width: int

    @property
    def in_a_word(self) -> int:
        """How many lanes a word holds."""
        return SUMMED_BITS // self.width

    @property
    def words(self) -> int:
        """How many words there are."""
        return -(-len(self.of) // self.in_a_word)

    def _in(self, word: int) -> Iterator[tuple[int, Projects]]:
        """Yield the lowest bit of each lane of a word, and what it is of."""
        for place, projects in enumerate(self.of[word * self.in_a_word : (word + 1) * self.in_a_word]):
            yield place * self.width, projects

    def met(self, word: int, found: Sequence[ir.IntegerValue], demands: Demands) -> ir.IntegerValue:
        """Return a one in each lane of a word of which an engagement meets a demand; `found` are the bits that it has."""
        return word_of((has_any(found, demands.mask(each.of)), 1 << low) for low, each in self._in(word))

    def enough(self, counts: Sequence[ir.IntegerValue]) -> list[ir.IntegerValue]:
        """Return words in which a bit says whether there are enough projects; several words are one. Whose bit is which: `bits`."""
        found = []
        for words in self._put_together():
            several: list[ir.IntegerValue] = []
            for place, word in enumerate(words):
                highest = sum(1 << (low + self.width - 1) for low, _ in self._in(word))
                short = sum(each.at_least << low for low, each in self._in(word))
                several.append(((counts[word] + number(highest - short)) & number(highest)) >> place)
            found.append(together(or_, several))
        return found

    def bits(self) -> dict[Projects, tuple[int, int]]:
        """Return of what which bit of which word says that there is enough."""
        return {
            each: (number_, low + self.width - 1 - place)
            for number_, words in enumerate(self._put_together())
            for place, word in enumerate(words)
            for low, each in self._in(word)
        }

    def _put_together(self) -> list[range]:
        """Return the words of which each result is made: the bits of each are moved down by one more."""
        return [range(first, min(first + self.width, self.words)) for first in range(0, self.words, self.width)]


def lanes_for(projects: Sequence[Projects], most_engagements: int) -> Lanes:
    """Return the lanes of what is asked of projects.

    `most_engagements` is that of the person who has most: no count can be higher.
    """
    most = max([most_engagements, *(each.at_least for each in projects)])
    return Lanes(of=tuple(projects), width=most.bit_length() + 1)
