"""How does one fact answer for all the bits at once?

A look-up gives every value of a fact two words a time: the bits that the fact surely leaves standing, and those that it
possibly does. A bit that asks nothing of the fact stands. The words of all facts together are what an engagement is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import assert_never

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
from kijun.population.both import Both, all_of, any_of, word_of
from kijun.population.demands import Way
from kijun.population.places import ALL_ONES

Leaf = Conditions | Amount | Customers | Market | Recognised
Asked = tuple[Trait, ...]
"""All that a bit asks of one fact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedOfFact:
    """What the bits ask of one fact: for each different demand its mask, word by word, and the bits that ask nothing."""

    masks: Mapping[Asked, Mapping[int, int]]
    free: Mapping[int, int]
    words: tuple[int, ...]

    @property
    def demands(self) -> tuple[Asked, ...]:
        """The different demands, in the order of their bits."""
        return tuple(self.masks)


def asked_of(fact: str, ways: Sequence[Way]) -> AskedOfFact:
    """Return what the bits ask of a fact; `words` are only those in which some bit asks something of it."""
    masks: dict[Asked, dict[int, int]] = {}
    for word, bit, alternative in ways:
        asked = tuple(trait for its, trait in sorted(alternative, key=repr) if its == fact)
        if asked:
            of_word = masks.setdefault(asked, {})
            of_word[word] = of_word.get(word, 0) | (1 << bit)
    words = sorted({word for of_word in masks.values() for word in of_word})
    free = {word: ALL_ONES & ~sum(of_word.get(word, 0) for of_word in masks.values()) for word in words}
    return AskedOfFact(masks=masks, free=free, words=tuple(words))


def look_up(table: ir.Table, key: str, asked: AskedOfFact, leaf: Callable[[Leaf], Both], name: str) -> ir.Table:
    """Return for each key the words `{name}_sure_0`, `{name}_possible_0` and so on, for the words that the fact is about.

    `leaf` judges, on a row of the table, what is not put together of others.
    """
    demands = list(enumerate(asked.demands))
    flags: dict[str, ir.BooleanValue] = {}
    for place, demand in demands:
        both = _all_hold(demand, leaf)
        flags |= {f"sure_{place}": both.sure, f"possible_{place}": both.possible}
    staged = table.select(key, **flags)
    standing = {
        demand: Both(sure=staged[f"sure_{place}"], possible=staged[f"possible_{place}"]) for place, demand in demands
    }
    return staged.select(key, **_words(asked, standing, name))


def _words(asked: AskedOfFact, standing: Mapping[Asked, Both], name: str) -> dict[str, ir.IntegerValue]:
    columns = {}
    for word in asked.words:
        flags = [(standing[demand], masks[word]) for demand, masks in asked.masks.items() if word in masks]
        free = asked.free[word]
        columns[f"{name}_sure_{word}"] = word_of([(both.sure, mask) for both, mask in flags], free)
        columns[f"{name}_possible_{word}"] = word_of([(both.possible, mask) for both, mask in flags], free)
    return columns


def _all_hold(demand: Asked, leaf: Callable[[Leaf], Both]) -> Both:
    return all_of([_judged(trait, leaf) for trait in demand])


def _judged(trait: Trait, leaf: Callable[[Leaf], Both]) -> Both:
    match trait:
        case Every(of=of):
            return all_of([_judged(each, leaf) for each in of])
        case Either(of=of):
            return any_of([_judged(each, leaf) for each in of])
        case Reaches(ways=ways):
            return any_of([_judged(way.trait, leaf) for way in ways])
        case Unspecified():
            return all_of([])
        case Unprinted():
            return Both(sure=any_of([]).sure, possible=all_of([]).possible)
        case Conditions() | Amount() | Customers() | Market() | Recognised():
            return leaf(trait)
        case _:
            assert_never(trait)


def leaves_in(demands: Sequence[Asked]) -> list[Leaf]:
    """Return the traits of some demands that are not put together of others, each once."""
    return list(dict.fromkeys(leaf for demand in demands for trait in demand for leaf in _leaves(trait)))


def _leaves(trait: Trait) -> list[Leaf]:
    match trait:
        case Every(of=of) | Either(of=of):
            return [leaf for each in of for leaf in _leaves(each)]
        case Reaches(ways=ways):
            return [leaf for way in ways for leaf in _leaves(way.trait)]
        case Unprinted() | Unspecified():
            return []
        case Conditions() | Amount() | Customers() | Market() | Recognised():
            return [trait]
        case _:
            assert_never(trait)
