"""Where does each demand of a block stand, and each of the ways to meet it?

A demand stands where its answer is wanted: at the bit of each cell that asks it. What is only counted, or asked for years,
takes bits that are free. The ways to have a trait stand in planes, one word behind the other, all at the bit of their demand: put
together, the planes say which demands are met.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count

from kijun.criteria import Years
from kijun.population.alternatives import Alternative, alternatives
from kijun.population.blocks import Block
from kijun.population.places import BITS, Mask, bits_of
from kijun.population.questions import Demand, Projects, demands_of

Way = tuple[int, int, Alternative]
"""The word and the bit at which a way to have a trait stands, and what it asks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Demands:
    """The bits of demands, word by word, each demand at one bit or at several.

    `planes` are, for each word, the words of its ways. Words of ways are counted for themselves.
    """

    bits: Mapping[Demand, Mask]
    planes: tuple[tuple[int, ...], ...]
    ways: tuple[Way, ...]

    def placed(self) -> Iterator[tuple[int, int, Demand]]:
        """Yield a word, the bits of it, and the demand that stands at them."""
        for demand, mask in self.bits.items():
            for word, bits in mask.items():
                yield word, bits, demand

    def mask(self, demands: Iterable[Demand]) -> Mask:
        """Return one bit of each of some demands, word by word."""
        masks: dict[int, int] = {}
        for demand in demands:
            word, bits = next(iter(self.bits[demand].items()))
            masks[word] = masks.get(word, 0) | (bits & -bits)
        return masks


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedOfEngagements:
    """What the cells of a block ask of engagements.

    `answers` are the bits at which the answer to a demand is gathered, and `alone` those that say of some years whether one
    engagement is long enough for them. `projects` and `years` are what is counted and what is served.
    """

    demands: Demands
    answers: Mask
    alone: Mapping[Years, Mask]
    projects: tuple[Projects, ...]

    @property
    def years(self) -> tuple[Years, ...]:
        """The numbers of years that are asked for."""
        return tuple(self.alone)

    @property
    def words(self) -> tuple[int, ...]:
        """The words that are gathered."""
        return tuple(sorted({*self.answers, *(word for mask in self.alone.values() for word in mask)}))


def asked_of_engagements(block: Block) -> AskedOfEngagements:
    """Return what the cells of a block ask of engagements, nothing where they ask nothing."""
    masks = block.masks()
    seated: dict[Demand, dict[int, int]] = {}
    answers: dict[int, int] = {}
    for question, mask in masks.items():
        if isinstance(question, tuple):
            seated[question] = dict(mask)
            for word, bits in mask.items():
                answers[word] = answers.get(word, 0) | bits
    alone = {question: mask for question, mask in masks.items() if isinstance(question, Years)}
    projects = tuple(question for question in masks if isinstance(question, Projects))
    taken = dict(answers)
    for years, mask in alone.items():
        for demand in demands_of(years):
            seated.setdefault(demand, dict(mask))
        for word, bits in mask.items():
            taken[word] = taken.get(word, 0) | bits
    free = _free(taken)
    for demand in (demand for each in projects for demand in demands_of(each)):
        if demand not in seated:
            word, bit = next(free)
            seated[demand] = {word: 1 << bit}
    return AskedOfEngagements(demands=demands_at(seated), answers=answers, alone=alone, projects=projects)


def demands_at(bits: Mapping[Demand, Mask]) -> Demands:
    """Return demands that stand at some bits, with the planes of their ways."""
    ways_of = {demand: alternatives(demand[1]) for demand in bits}
    planes: list[tuple[int, ...]] = []
    begun = 0
    for word in range(1 + max((word for mask in bits.values() for word in mask), default=-1)):
        depth = max((len(ways_of[demand]) for demand, mask in bits.items() if word in mask), default=0)
        planes.append(tuple(range(begun, begun + depth)))
        begun += depth
    ways = [
        (planes[word][plane], bit, way)
        for demand, mask in bits.items()
        for word, of_word in mask.items()
        for bit in bits_of(of_word)
        for plane, way in enumerate(ways_of[demand])
    ]
    return Demands(bits=bits, planes=tuple(planes), ways=tuple(ways))


def _free(taken: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    for word in count():
        yield from ((word, bit) for bit in range(BITS) if not taken.get(word, 0) >> bit & 1)
