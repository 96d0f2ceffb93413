"""What is on record of an engagement that was to be of some level?

A trait is followed leaf by leaf: mostly what it asks is done, often exactly to the number, sometimes it is missed, and
sometimes nobody wrote it down.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import exp, log
from typing import Final, TypeVar, assert_never

import numpy as np

from kijun.criteria import (
    Amount,
    Conditions,
    Customers,
    Either,
    Every,
    Market,
    Reaches,
    Recognised,
    Trait,
    Unprinted,
    Unspecified,
)
from kijun.day import exactly
from kijun.evidence import Equivalence, MarketShare
from kijun.population.sample.names import FAMILY, REASONS
from kijun.population.sample.practice import Practice, own_way
from kijun.problem.reading import FIRST_DAY

_SURE: Final = 0.86
"""How often an engagement of a level is what a cell of the level asks, leaf by leaf."""
_UNRECORDED: Final = 0.06
_EXACT: Final = 0.5
"""How often a number is the very one that is printed."""
_FEWEST_AREAS: Final = 20
_One = TypeVar("_One")


@dataclass(slots=True, kw_only=True)
class Facts:
    """Facts of an engagement. `sizes` that are no printed number are `free`: they may vary a little."""

    conditions: set[str] = field(default_factory=set)
    is_whole: bool = False
    sizes: dict[str, int] = field(default_factory=dict)
    free: set[str] = field(default_factory=set)
    customers: str | None = None
    market: list[MarketShare] | None = None
    claims: list[Equivalence] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chance:
    """Draws for a few hundred examples of everything; the people draw among those, by columns."""

    rng: np.random.Generator

    def comes(self, share: float) -> bool:
        """Return whether something comes about that does so in this share of the cases."""
        return bool(self.rng.random() < share)

    def one_of(self, things: Sequence[_One]) -> _One:
        """Return one of some things, all as likely."""
        return things[int(self.rng.integers(len(things)))]

    def some_of(self, things: Sequence[_One], count: int) -> list[_One]:
        """Return so many of some things, or all of them."""
        order = self.rng.permutation(len(things))[: max(count, 0)]
        return [things[int(place)] for place in order]

    def between(self, low: float, high: float) -> float:
        """Return a number between two, small ones as likely as large ones by order of magnitude."""
        return exp(self.rng.uniform(log(low), log(max(high, low))))


@dataclass(frozen=True, slots=True, kw_only=True)
class FactsDrawn:
    """Draws the facts of engagements from what the editions print."""

    practice: Practice
    chance: Chance
    on: date

    def of(self, trait: Trait, *, effort: float = 1.0) -> Facts:
        """Return facts that mostly have a trait; less often with less effort."""
        facts = Facts()
        self._follow(trait, facts, effort * _SURE)
        facts.is_whole = self.chance.comes(0.55)
        if facts.customers is None and self.chance.comes(0.3):
            facts.customers = self.chance.one_of(self._customers())
        if self.chance.comes(0.1):
            self._measure(self.chance.one_of(tuple(self.practice.thresholds)), facts)
        return facts

    def claim(self, to: str | None) -> Equivalence:
        """Return a claim of equivalence: undecided, or decided by somebody for a reason."""
        decision = self.chance.one_of(("claimed", "claimed", "recognised", "recognised", "recognised", "refused"))
        if decision == "claimed":
            return Equivalence(decision=decision, to=to if self.chance.comes(0.8) else None)
        day = max(self.on - timedelta(days=int(self.chance.rng.integers(1, 1500))), FIRST_DAY)
        by, reason = self.chance.one_of(FAMILY)[0], self.chance.one_of(REASONS)
        return Equivalence(decision=decision, to=to, by=by, reason=reason, day=exactly(day))

    def _follow(self, trait: Trait, facts: Facts, sure: float) -> None:
        match trait:
            case Every(of=of):
                for each in of:
                    self._follow(each, facts, sure)
            case Either(of=of):
                self._follow(self.chance.one_of((of[0], *of)), facts, sure)
            case Reaches():
                self._follow(own_way(trait), facts, sure)
            case Conditions():
                self._conditions(trait, facts, sure)
            case Amount():
                self._amount(trait, facts, sure)
            case Customers():
                self._served(trait, facts, sure)
            case Market():
                self._answered(trait, facts, sure)
            case Recognised(as_one_of=names):
                facts.claims.append(self.claim(min(names)))
            case Unprinted() | Unspecified():
                pass
            case _:
                assert_never(trait)

    def _conditions(self, asked: Conditions, facts: Facts, sure: float) -> None:
        count = asked.at_least + (self.chance.one_of((0, 0, 0, 1, 1, 2)) if self.chance.comes(sure) else -1)
        if self.chance.comes(sure):
            facts.conditions.update(asked.must_include)
        facts.conditions.update(self.chance.some_of(asked.of, count - len(facts.conditions.intersection(asked.of))))

    def _amount(self, asked: Amount, facts: Facts, sure: float) -> None:
        if self.chance.comes(_UNRECORDED) or asked.at_least is None:
            return
        printed = self.practice.thresholds[asked.measure]
        place = printed.index(asked.at_least)
        if not self.chance.comes(sure):
            place -= 1
            if place < 0:
                facts.sizes[asked.measure] = 0
                return
        self._number(asked.measure, place, facts)

    def _measure(self, measure: str, facts: Facts) -> None:
        if measure not in facts.sizes:
            self._number(measure, int(self.chance.rng.integers(len(self.practice.thresholds[measure]))), facts)

    def _number(self, measure: str, place: int, facts: Facts) -> None:
        """Record the printed number of a place, one below the next, or any between the two."""
        printed = self.practice.thresholds[measure]
        low, high = printed[place], printed[place + 1] if place + 1 < len(printed) else printed[place] * 4
        is_only_something = low == 1 and high > _FEWEST_AREAS
        if self.chance.comes(_EXACT) and not is_only_something:
            facts.sizes[measure] = low if self.chance.comes(0.85) else high - 1
            return
        facts.free.add(measure)
        facts.sizes[measure] = int(self.chance.between(high / 10 if is_only_something else low, high))

    def _served(self, asked: Customers, facts: Facts, sure: float) -> None:
        if self.chance.comes(_UNRECORDED):
            return
        is_sure = self.chance.comes(sure)
        served = [each for each in self._customers() if (each in asked.reach.accepted) == is_sure]
        if served:
            facts.customers = served[0] if self.chance.comes(_EXACT) else self.chance.one_of(served)

    def _customers(self) -> tuple[str, ...]:
        words = [edition.vocabulary.terms["customers"] for edition in self.practice.editions]
        return tuple(dict.fromkeys(each for terms in words for each in terms))

    def _answered(self, asked: Market, facts: Facts, sure: float) -> None:
        if self.chance.comes(_UNRECORDED):
            return
        with_employees = frozenset().union(*(each.vocabulary.facts_with_employees for each in self.practice.editions))
        facts.market = [] if facts.market is None else facts.market
        for group in asked.groups:
            scope = self.chance.one_of(sorted(group))
            count = asked.count + self.chance.one_of((0, 0, 0, 1, 2))
            if not self.chance.comes(sure):
                count = max(1, asked.count - 1)
            heads = self._heads(asked.employees_at_least, sure) if scope in with_employees else None
            facts.market.append(MarketShare(scope=scope, count=count, employees=heads))

    def _heads(self, at_least: int | None, sure: float) -> int | None:
        if self.chance.comes(_UNRECORDED) or at_least is None:
            return None
        if not self.chance.comes(sure):
            return int(self.chance.between(at_least / 3, at_least))
        return at_least if self.chance.comes(_EXACT) else int(self.chance.between(at_least, at_least * 3))
