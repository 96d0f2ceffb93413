"""How are the projects counted that meet a demand, many demands at once?

A demand has a lane of a word: a bit for each of its alternatives, and a guard above them. Adding all ones to the alternatives
carries into the guard if one of them is set, in every lane of the word by one addition. Guards stand so far apart that the
projects of a person can be summed where they stand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import ibis.expr.types as ir

from kijun.population.asked import Bit, Projects, bits_of
from kijun.population.both import has_any, number, together
from kijun.population.places import BITS, SUMMED_BITS, Mask, Places


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """Where a demand stands: its word, its alternatives as a mask, and its guard.

    `elsewhere` are the bits of a demand with too many alternatives for a lane.
    """

    word: int
    alternatives: int
    guard: int
    elsewhere: Mask


@dataclass(frozen=True, slots=True, kw_only=True)
class Lanes:
    """The lanes of all demands; a count takes `width` bits from its guard upwards."""

    of: dict[Projects, Lane]
    width: int

    @property
    def words(self) -> list[int]:
        """The words that hold lanes."""
        return sorted({lane.word for lane in self.of.values()})

    def met(self, word: int, words: Sequence[ir.IntegerValue]) -> ir.IntegerValue:
        """Return the guards of the demands of a word that an engagement meets."""
        lanes = [lane for lane in self.of.values() if lane.word == word]
        ones, guards = sum(lane.alternatives for lane in lanes), sum(1 << lane.guard for lane in lanes)
        carried = (words[word] + number(ones)) & number(guards) if ones else number(0)
        wide = [
            has_any(words, lane.elsewhere).ifelse(number(1 << lane.guard), number(0))
            for lane in lanes
            if lane.elsewhere
        ]
        return together(lambda one, other: one | other, [carried, *wide])

    def is_enough(self, projects: Projects, counts: dict[int, ir.IntegerValue]) -> ir.BooleanValue:
        """Return whether there are as many projects as are needed."""
        lane = self.of[projects]
        full = ((1 << self.width) - 1) << lane.guard
        return (counts[lane.word] & number(full)) >= number(projects.at_least << lane.guard)


def lanes_for(demands: Sequence[Projects], bits: Places[Bit], most_engagements: int) -> Lanes:
    """Return the lanes of some demands, their alternatives placed behind the bits that have places already.

    `most_engagements` is that of the person who has most: no count can be higher.
    """
    width = max(most_engagements, max((each.at_least for each in demands), default=1)).bit_length()
    alternatives = {
        each: list(dict.fromkeys(bit for counted in each.of for bit in bits_of(counted))) for each in demands
    }
    wide = [each for each in demands if len(alternatives[each]) + width > SUMMED_BITS]
    for each in wide:
        for bit in alternatives[each]:
            bits.place(bit)
    found: dict[Projects, Lane] = {}
    word, guard = bits.own_words, -width
    for each in demands:
        own = [] if each in wide else alternatives[each]
        guard = max(guard + 1 + len(own), guard + width, len(own))
        if guard + width > SUMMED_BITS:
            word, guard = word + 1, len(own)
        for place, bit in enumerate(own, start=guard - len(own)):
            bits.put_at(word * BITS + place, bit)
        ones = ((1 << len(own)) - 1) << (guard - len(own))
        elsewhere = bits.mask(alternatives[each]) if each in wide else {}
        found[each] = Lane(word=word, alternatives=ones, guard=guard, elsewhere=elsewhere)
    return Lanes(of=found, width=width)
