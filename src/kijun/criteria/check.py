"""Can a criterion be met by anybody at all?"""

from __future__ import annotations

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


def can_be_met(node: Criterion | Trait) -> bool:
    """Return whether some record could meet the criterion.

    >>> can_be_met(Conditions(at_least=3, of=("a", "b"), must_include=()))
    False
    """
    match node:
        case AllOf(of=of):
            return all(can_be_met(each) for each in of)
        case AnyOf(of=of):
            return any(can_be_met(each) for each in of)
        case Every(of=traits):
            return all(can_be_met(each) for each in traits)
        case Either(of=traits):
            return any(can_be_met(each) for each in traits)
        case Once(trait=trait) | Years(trait=trait):
            return can_be_met(trait)
        case Times(slots=slots):
            return all(can_be_met(slot.trait) for slot in slots)
        case Reaches(ways=ways):
            return any(can_be_met(way.trait) for way in ways)
        case Areas(at_least=least, of=listed) | Kinds(at_least=least, of=listed):
            return least <= len(listed)
        case Rated(at_least=least, of=items, by=raters):
            return least <= len(items) and bool(raters or least == 0)
        case Conditions(at_least=least, of=listed, must_include=mandatory):
            return least <= len(listed) and set(mandatory) <= set(listed)
        case Amount(at_least=least, at_most=most, below=below):
            highest = [bound for bound in (most, None if below is None else below - 1) if bound is not None]
            return least is None or all(least <= bound for bound in highest)
        case Customers(reach=reach):
            return bool(reach.accepted)
        case Market(groups=groups):
            return all(groups)
        case Passed(any_of=examinations):
            return bool(examinations)
        case Recognised() | Unspecified() | Mentors() | Confirmed():
            return True
        case Unprinted():
            return False
        case _:
            assert_never(node)
