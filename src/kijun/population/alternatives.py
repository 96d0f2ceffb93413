"""In which ways can one engagement have a trait?

A trait is taken apart into alternatives, each of which asks one thing of each fact: "three of these conditions, and a
contract of that value". A fact is what is looked up at once: the set of conditions, the context (customers, market and
claims), or one measure. What hangs on a single fact stays whole. Three-valued logic is distributive, so nothing changes.
"""

from __future__ import annotations

from itertools import product
from typing import Final, assert_never

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

CONDITIONS: Final = "conditions"
CONTEXT: Final = "context"
NOWHERE: Final = "nowhere"
"""The fact that nobody can know: what is missing from the source."""

Asked = tuple[str, Trait]
"""A fact, and what is asked of it."""
Alternative = frozenset[Asked]


def alternatives(trait: Trait) -> tuple[Alternative, ...]:
    """Return the ways to have a trait, in the order written; one that asks more than another is left out.

    >>> persons, value = Amount(measure="persons", at_least=50), Amount(measure="value", at_least=5)
    >>> [len(each) for each in alternatives(Either(of=(persons, Every(of=(persons, value)), value)))]
    [1, 1]
    """
    found = list(dict.fromkeys(_apart(trait)))
    return tuple(each for each in found if not any(other < each for other in found))


def facts_of(trait: Trait) -> frozenset[str]:
    """Return the facts on which a trait hangs."""
    match trait:
        case Conditions():
            return frozenset({CONDITIONS})
        case Amount(measure=measure):
            return frozenset({measure})
        case Customers() | Recognised() | Market():
            return frozenset({CONTEXT})
        case Unprinted():
            return frozenset({NOWHERE})
        case Unspecified():
            return frozenset()
        case Every(of=of) | Either(of=of):
            return frozenset().union(*map(facts_of, of))
        case Reaches(ways=ways):
            return frozenset().union(*(facts_of(way.trait) for way in ways))
        case _:
            assert_never(trait)


def _apart(trait: Trait) -> list[Alternative]:
    match trait:
        case Unspecified():
            return [frozenset()]
        case Reaches(ways=ways):
            return [each for way in ways for each in alternatives(way.trait)]
        case _:
            pass
    facts = facts_of(trait)
    if len(facts) == 1 and not _asks_nothing(trait):
        return [frozenset({(next(iter(facts)), trait)})]
    match trait:
        case Either(of=of):
            return [each for one in of for each in alternatives(one)]
        case Every(of=of):
            return [frozenset().union(*chosen) for chosen in product(*map(alternatives, of))]
        case _:
            raise AssertionError(f"{trait} hangs on {len(facts)} facts")


def _asks_nothing(trait: Trait) -> bool:
    """Return whether something inside a trait asks nothing, so that a fact may not be needed at all."""
    match trait:
        case Unspecified():
            return True
        case Every(of=of) | Either(of=of):
            return any(map(_asks_nothing, of))
        case _:
            return False
