"""How does chance decide, and how often does a record go wrong?

A record that is aimed at a cell is right but for its slips. How often it slips is its own: never, at times, or often, so that
a cell with many parts is met, is short of one thing, and is far from met.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final, TypeVar

Thing = TypeVar("Thing")
SLIPS: Final = (0.0, 0.0, 0.0, 0.02, 0.05, 0.15, 0.5)
"""How often records slip: one of these each."""


@dataclass(slots=True, kw_only=True)
class Chance:
    """A seeded source of chance, and how often what it decides is wrong."""

    source: Random
    slip: float = 0.0

    def at(self, slip: float) -> Chance:
        """Return the same source with other slips."""
        return Chance(source=self.source, slip=slip)

    def one_in(self, many: int) -> bool:
        """Return true once in so many times."""
        return self.source.randrange(many) == 0

    def slips(self) -> bool:
        """Return whether something goes wrong here."""
        return self.source.random() < self.slip

    def one_of(self, things: Iterable[Thing]) -> Thing:
        """Return one of some things; a set is taken in order, so that a seed says it all."""
        return self.source.choice(_in_order(things))

    def some_of(self, things: Iterable[Thing], many: int) -> list[Thing]:
        """Return so many different things, or all of them where there are fewer."""
        found = _in_order(things)
        return self.source.sample(found, max(0, min(many, len(found))))

    def near(self, right: Sequence[Thing], wrong: Sequence[Thing]) -> Thing:
        """Return what is right, or at a slip what is nearly right."""
        return self.source.choice(wrong if wrong and (not right or self.slips()) else right)

    def between(self, least: int, most: int) -> int:
        """Return a whole number; both ends can come."""
        return self.source.randint(least, most)


def _in_order(things: Iterable[Thing]) -> list[Thing]:
    return sorted(things, key=repr) if isinstance(things, set | frozenset) else list(things)
