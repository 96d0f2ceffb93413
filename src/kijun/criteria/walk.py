"""Which criteria and traits stand inside a criterion?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from kijun.criteria.criterion import Criterion
from kijun.criteria.engagement import (
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
from kijun.criteria.human import Confirmed
from kijun.criteria.logic import AllOf, AnyOf
from kijun.criteria.proficiency import Rated
from kijun.criteria.record import Areas, Kinds, Mentors, Once, Passed, Times, Years


def inside(node: Criterion | Trait) -> tuple[Criterion | Trait, ...]:
    """Return the criteria and traits directly inside one."""
    match node:
        case AllOf(of=of) | AnyOf(of=of):
            return of
        case Every(of=traits) | Either(of=traits):
            return traits
        case Once(trait=trait) | Years(trait=trait):
            return (trait,)
        case Times(slots=slots):
            return tuple(slot.trait for slot in slots)
        case Reaches(ways=ways):
            return tuple(way.trait for way in ways)
        case Areas() | Kinds() | Mentors() | Passed() | Rated() | Confirmed():
            return ()
        case Conditions() | Amount() | Customers() | Recognised() | Market() | Unprinted() | Unspecified():
            return ()
        case _:
            assert_never(node)


def walk(node: Criterion | Trait) -> Iterator[Criterion | Trait]:
    """Yield a criterion or trait and everything inside it, outermost first; what is shared comes once."""
    seen: set[int] = set()
    waiting = [node]
    while waiting:
        here = waiting.pop()
        if id(here) not in seen:
            seen.add(id(here))
            yield here
            waiting.extend(reversed(inside(here)))
