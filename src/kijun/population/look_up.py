"""Which rows of a shared table answer alike whatever is asked of them?

What people share is numbered: kinds of work, sets of conditions, contexts. They are few beside people, so they are read one by
one, and those that answer every question alike become a class. Questions are the bits of an int, the n-th asked is bit n; how
one kind of row answers is left to the file that reads it, and what a class says of an engagement to those who use it.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby, product
from operator import itemgetter
from typing import Any, assert_never

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
from kijun.population.demands import Way
from kijun.population.places import ALL_ONES, bits_of

Row = Mapping[str, Any]
Leaf = Conditions | Amount | Customers | Market | Recognised
Asked = tuple[Trait, ...]
"""All that a bit asks of one fact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedOfFact:
    """What the bits ask of one fact: for each different demand its mask, word by word, and the bits that ask nothing."""

    masks: Mapping[Asked, Mapping[int, int]]
    free: Mapping[int, int]
    words: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Classes:
    """The rows that some questions tell apart: the number of each, beside it its class.

    `sure` and `possible` are, class by class, the questions that it surely and possibly answers by yes. Classes are numbered in
    the order in which they are first met.
    """

    numbers: array[int]
    classes: array[int]
    sure: tuple[int, ...]
    possible: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepting:
    """Which questions accept a word; `free` are those that ask for none."""

    by_word: Mapping[str, int]
    free: int

    def any_of(self, words: Iterable[str]) -> int:
        """Return the questions that accept one of the words, or need none."""
        found = self.free
        for word in words:
            found |= self.by_word.get(word, 0)
        return found


class Following:
    """The rows of one table that belong to those of another, where both are in the order of their numbers."""

    def __init__(self, rows: Iterable[Row], number: str) -> None:
        self._groups = groupby(rows, key=itemgetter(number))
        self._turn()

    def of(self, number: int) -> Sequence[Row]:
        """Return the rows of a number, which is not smaller than the one asked for before."""
        while self._number is not None and self._number < number:
            self._turn()
        return self._rows if self._number == number else ()

    def _turn(self) -> None:
        found: tuple[int | None, Iterable[Row]] = next(self._groups, (None, ()))
        self._number, self._rows = found[0], list(found[1])


def asked_of(fact: str, ways: Sequence[Way]) -> AskedOfFact:
    """Return what the bits ask of a fact; `words` are only those in which some bit asks something of it."""
    masks: dict[Asked, dict[int, int]] = {}
    for word, bit, alternative in ways:
        traits = [trait for its, trait in alternative if its == fact]
        asked = tuple(traits) if len(traits) == 1 else tuple(sorted(traits, key=repr))
        if asked:
            of_word = masks.setdefault(asked, {})
            of_word[word] = of_word.get(word, 0) | (1 << bit)
    words = sorted({word for of_word in masks.values() for word in of_word})
    free = {word: ALL_ONES & ~sum(of_word.get(word, 0) for of_word in masks.values()) for word in words}
    return AskedOfFact(masks=masks, free=free, words=tuple(words))


def accepting(words: Iterable[Iterable[str] | None]) -> Accepting:
    """Return which questions accept a word, from the words that each accepts; None: it asks for none."""
    by_word: dict[str, int] = {}
    free = 0
    for place, accepted in enumerate(words):
        if accepted is None:
            free |= 1 << place
            continue
        for word in set(accepted):
            by_word[word] = by_word.get(word, 0) | (1 << place)
    return Accepting(by_word=by_word, free=free)


def bits_by(values: Iterable[int]) -> dict[int, int]:
    """Return for each value the places where it stands, as bits.

    >>> bits_by([2, 1, 2])
    {2: 5, 1: 2}
    """
    found: dict[int, int] = {}
    for place, value in enumerate(values):
        found[value] = found.get(value, 0) | (1 << place)
    return found


def enough(given: Sequence[int], needed: Mapping[int, int]) -> int:
    """Return the questions that enough rows speak for: each row gives its bits, `needed` says who needs how many.

    >>> bin(enough([0b111, 0b110, 0b010], {0: 0b1000, 2: 0b0101, 3: 0b0010}))
    '0b1110'
    """
    most = min(max(needed, default=0), len(given))
    reached = [-1] + [0] * most  # reached[n]: the questions that n rows speak for; all have none of them at the least
    for bits in given:
        for many in range(most, 0, -1):
            reached[many] |= reached[many - 1] & bits
    found = 0
    for many, bits in needed.items():
        if many <= most:
            found |= reached[max(many, 0)] & bits
    return found


def classed(answers: Iterable[tuple[int, int, int]]) -> Classes:
    """Return the classes of rows, from the number of each and the questions that it surely and possibly answers by yes."""
    numbers, classes = array("i"), array("i")
    found: dict[tuple[int, int], int] = {}
    for number, sure, possible in answers:
        numbers.append(number)
        classes.append(found.setdefault((sure, possible), len(found)))
    return Classes(
        numbers=numbers,
        classes=classes,
        sure=tuple(sure for sure, _ in found),
        possible=tuple(possible for _, possible in found),
    )


def classes_of(asked: Sequence[Asked], leaf_answers: Iterable[tuple[int, int, int]], leaves: Sequence[Leaf]) -> Classes:
    """Return the classes of rows, from the number of each and the leaves that surely and possibly hold (bit n: the n-th).

    What is missing from the source surely holds nowhere, and possibly everywhere.
    """
    answered = cache(_answering(asked, leaves))
    unprinted = 1 << len(leaves)
    return classed((number, answered(sure), answered(possible | unprinted)) for number, sure, possible in leaf_answers)


def _answering(asked: Sequence[Asked], leaves: Sequence[Leaf]) -> Callable[[int], int]:
    """Return what answers the questions from the leaves that hold, the bit behind them standing for what is unprinted.

    A question asks for one leaf of each of its lists. Its first list has a bit in the first plane, its second one in the next;
    together the planes say which questions have a leaf of every list.
    """
    width = len(asked)
    lists = [list(dict.fromkeys(each for trait in traits for each in _lists(trait))) for traits in asked]
    planes = range(0, width * max(map(len, lists), default=0), width or 1)
    places = {leaf: place for place, leaf in enumerate(leaves)}
    speaks_for = [0] * (len(leaves) + 1)
    no_list = (1 << width * len(planes)) - 1
    for question, own in enumerate(lists):
        for plane, each in zip(planes, own, strict=False):
            bit = 1 << (plane + question)
            no_list ^= bit
            for leaf in each:
                speaks_for[len(leaves) if isinstance(leaf, Unprinted) else places[leaf]] |= bit

    def answered(held: int) -> int:
        found = no_list
        for place in bits_of(held):
            found |= speaks_for[place]
        answers = (1 << width) - 1
        for plane in planes:
            answers &= found >> plane
        return answers

    return answered


def _lists(trait: Trait) -> list[frozenset[Leaf | Unprinted]]:
    """Return a trait as lists of leaves; it holds where one leaf of each list does."""
    match trait:
        case Every(of=of):
            return [each for one in of for each in _lists(one)]
        case Either(of=of):
            return _joined(of)
        case Reaches(ways=ways):
            return _joined([way.trait for way in ways])
        case Unspecified():
            return []
        case Unprinted() | Conditions() | Amount() | Customers() | Market() | Recognised():
            return [frozenset({trait})]
        case _:
            assert_never(trait)


def _joined(traits: Sequence[Trait]) -> list[frozenset[Leaf | Unprinted]]:
    found = dict.fromkeys(frozenset().union(*chosen) for chosen in product(*map(_lists, traits)))
    return [each for each in found if not any(other < each for other in found)]


def leaves_in(asked: Iterable[Asked]) -> list[Leaf]:
    """Return the traits of some questions that are not put together of others, each once."""
    return list(dict.fromkeys(leaf for traits in asked for trait in traits for leaf in _leaves(trait)))


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
