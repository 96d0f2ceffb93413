"""Where does each demand on an engagement stand, and each of the ways to meet it?

A demand is a clause that counts the engagement and a trait that it has. Demands have a bit each. The ways to have a trait stand
in planes, one word behind the other, all at the bit of their demand: put together, the planes say which demands are met.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kijun.criteria import Clause, Trait, Years
from kijun.population.alternatives import Alternative, alternatives
from kijun.population.places import BITS, Mask, Places

Demand = tuple[Clause, Trait]
"""What an engagement must be to count: a clause that counts it, and a trait that it has."""
Way = tuple[int, int, Alternative]
"""The word and the bit at which a way to have a trait stands, and what it asks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Demands:
    """The bits that an engagement can have: a demand that it meets, or years that it is long enough for alone.

    `planes` are, for each word of these bits, the words of its ways. Words of ways are counted for themselves.
    """

    bits: Places[Demand | Years]
    planes: tuple[tuple[int, ...], ...]
    ways: tuple[Way, ...]

    def placed(self) -> list[tuple[int, int, Demand]]:
        """Return the word and the bit of each demand."""
        return [(word, bit, what) for word, bit, what in self.bits.placed() if not isinstance(what, Years)]

    def mask(self, demand: Demand | Years) -> Mask:
        """Return the bit of a demand, or of years."""
        return self.bits.mask([demand])

    @property
    def ways_words(self) -> int:
        """How many words the ways take."""
        return sum(map(len, self.planes))


def demands_for(demands: Iterable[Demand], years: Iterable[Years]) -> Demands:
    """Return the places of some demands, those with most ways first, and behind them of some years."""
    ways_of = {each: alternatives(each[1]) for each in dict.fromkeys(demands)}
    bits: Places[Demand | Years] = Places()
    in_order = sorted(ways_of, key=lambda each: -len(ways_of[each]))
    for each in in_order:
        bits.place(each)
    firsts = in_order[::BITS]
    planes: list[tuple[int, ...]] = []
    for first in firsts:
        begun = sum(map(len, planes))
        planes.append(tuple(range(begun, begun + len(ways_of[first]))))
    for criterion in years:
        bits.place(criterion)
    ways = [
        (planes[place // BITS][plane], place % BITS, way)
        for place, each in enumerate(in_order)
        for plane, way in enumerate(ways_of[each])
    ]
    return Demands(bits=bits, planes=tuple(planes), ways=tuple(ways))
