"""What do the cells of some editions ask, all together?

Of engagements, block by block; of the other lists each thing once, however many cells ask it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from kijun.criteria import Areas, Confirmed, Kinds, Mentors, Passed, Rated, Years
from kijun.framework.resolve import ResolvedEdition
from kijun.population.blocks import Block, blocks_of
from kijun.population.demands import AskedOfEngagements, asked_of_engagements

Leaf = Areas | Kinds | Mentors | Passed | Rated | Confirmed
"""A question about another list than that of engagements."""
_Kind = TypeVar("_Kind")


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedOfAll:
    """What all cells ask: `engagements` for each block what it asks of them, `leaves` the questions about other lists."""

    blocks: tuple[Block, ...]
    engagements: tuple[AskedOfEngagements, ...]
    leaves: tuple[Leaf, ...]

    @property
    def years(self) -> tuple[Years, ...]:
        """The numbers of years that are asked for, each once."""
        return tuple(dict.fromkeys(years for asked in self.engagements for years in asked.years))

    def of(self, kind: type[_Kind]) -> tuple[_Kind, ...]:
        """Return the questions of a kind, in the order of the cells."""
        return tuple(leaf for leaf in self.leaves if isinstance(leaf, kind))


def asked_of_all(editions: Sequence[ResolvedEdition]) -> AskedOfAll:
    """Return what the cells of the editions ask."""
    blocks = blocks_of(editions)
    leaves = dict.fromkeys(each for block in blocks for each in block.masks() if isinstance(each, Leaf))
    return AskedOfAll(
        blocks=blocks,
        engagements=tuple(map(asked_of_engagements, blocks)),
        leaves=tuple(leaves),
    )
