"""What does the size of an engagement answer for?

A number matters only by where it stands between the numbers that are asked for. So each measure becomes a step of a ladder,
the steps of a few measures together a key, and the words of every key are worked out beforehand. A measure that is not
on record has a step of its own: it spoils nothing surely held, and everything possibly.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import Final, assert_never

import ibis
import ibis.expr.types as ir

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
from kijun.population.alternatives import CONDITIONS, CONTEXT
from kijun.population.demands import Way
from kijun.population.look_up import AskedOfFact, asked_of, leaves_in
from kijun.population.places import ALL_ONES
from kijun.population.tables import SIZE

MOST_KEYS: Final = 4096
"""Of one ladder of several measures; a measure that would make more stands in the next one."""
WordsOfWays = Mapping[int, int]
"""Word of ways -> its bits that stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """A measure, and the numbers at which an answer can change."""

    measure: str
    steps: tuple[int, ...]

    @property
    def places(self) -> int:
        """How many steps there are, with one below all numbers and one for what is not recorded."""
        return len(self.steps) + 2

    def place_of(self, number: ir.IntegerColumn) -> ir.IntegerValue:
        """Return on which step a number stands: 0 not recorded, 1 below all."""
        above = [(number >= ibis.literal(step, "int64"), place) for place, step in enumerate(self.steps, start=2)]
        branches = [(number.isnull(), 0), *reversed(above)]
        return ibis.cases(
            *((flag, ibis.literal(place, "int32")) for flag, place in branches), else_=ibis.literal(1, "int32")
        )

    def answers(self, place: int, asked: AskedOfFact) -> tuple[WordsOfWays, WordsOfWays]:
        """Return the ways that surely and possibly stand on a step."""
        if place == 0:
            return asked.free, dict.fromkeys(asked.words, ALL_ONES)
        number = self.steps[place - 2] if place > 1 else (self.steps[0] - 1 if self.steps else 0)
        words = dict(asked.free)
        for traits, masks in asked.masks.items():
            if all(_holds(trait, number) for trait in traits):
                for word, mask in masks.items():
                    words[word] |= mask
        return words, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladders:
    """Some measures that are looked up together, under a key."""

    name: str
    of: tuple[Ladder, ...]

    @property
    def places(self) -> int:
        """How many keys there are."""
        return prod(ladder.places for ladder in self.of)

    def key(self, engagements: ir.Table) -> ir.IntegerValue:
        """Return the key of every engagement."""
        found = ibis.literal(0, "int32")
        for ladder in self.of:
            found = found * ibis.literal(ladder.places, "int32") + ladder.place_of(
                engagements[f"{SIZE}{ladder.measure}"]
            )
        return found.cast("int32")

    def rows(self, ways: Sequence[Way]) -> list[dict[str, int]]:
        """Return for every key the words of the ways that it leaves standing; nothing where no way asks for a measure."""
        asked = [asked_of(ladder.measure, ways) for ladder in self.of]
        words = sorted({word for each in asked for word in each.words})
        if not words:
            return []
        at = [
            [ladder.answers(place, each) for place in range(ladder.places)]
            for ladder, each in zip(self.of, asked, strict=True)
        ]
        return [{self.name: key, **_all_of(self.name, words, chosen)} for key, chosen in enumerate(product(*at))]


def _all_of(name: str, words: Sequence[int], chosen: Sequence[tuple[WordsOfWays, WordsOfWays]]) -> dict[str, int]:
    row = {}
    for word in words:
        sure = possible = ALL_ONES
        for surely, possibly in chosen:
            sure &= surely.get(word, ALL_ONES)
            possible &= possibly.get(word, ALL_ONES)
        row[f"{name}_sure_{word}"] = sure
        row[f"{name}_possible_{word}"] = possible
    return row


def ladders(ways: Sequence[Way], measures: Sequence[str]) -> list[Ladders]:
    """Return the measures asked for, put together so that no key becomes large.

    `measures` are those that somebody has on record. What is asked of another one is unknown for everybody: see `unknown`.
    """
    facts = dict.fromkeys(fact for _, _, alternative in ways for fact, _ in alternative)
    found = [Ladder(measure=fact, steps=_steps(asked_of(fact, ways))) for fact in facts if fact in measures]
    groups: list[list[Ladder]] = []
    for ladder in sorted(found, key=lambda ladder: ladder.places):
        if groups and prod(each.places for each in groups[-1]) * ladder.places <= MOST_KEYS:
            groups[-1].append(ladder)
        else:
            groups.append([ladder])
    return [Ladders(name=f"size_{place}", of=tuple(group)) for place, group in enumerate(groups)]


def unknown(ways: Sequence[Way], measures: Sequence[str]) -> dict[int, int]:
    """Return the ways that ask what nobody has on record, word by word: a measure, or what is missing from the source."""
    masks: dict[int, int] = {}
    for word, bit, alternative in ways:
        if any(fact not in (CONDITIONS, CONTEXT, *measures) for fact, _ in alternative):
            masks[word] = masks.get(word, 0) | (1 << bit)
    return masks


def _steps(asked: AskedOfFact) -> tuple[int, ...]:
    """Return the numbers at which an answer changes: a bound, or the number after an upper one."""
    steps: set[int] = set()
    for leaf in leaves_in(asked.masks):
        if isinstance(leaf, Amount):
            after = None if leaf.at_most is None else leaf.at_most + 1
            steps.update(step for step in (leaf.at_least, after, leaf.below) if step is not None)
    return tuple(sorted(steps))


def _holds(trait: Trait, number: int) -> bool:
    match trait:
        case Amount(at_least=least, at_most=most, below=below):
            is_enough = least is None or number >= least
            return is_enough and (most is None or number <= most) and (below is None or number < below)
        case Every(of=of):
            return all(_holds(each, number) for each in of)
        case Either(of=of):
            return any(_holds(each, number) for each in of)
        case Reaches(ways=ways):
            return any(_holds(way.trait, number) for way in ways)
        case Unspecified():
            return True
        case Conditions() | Customers() | Market() | Recognised() | Unprinted():
            raise TypeError(trait)
        case _:
            assert_never(trait)
