"""The language that a resolved criterion is written in."""

from kijun.criteria.criterion import Criterion, Node
from kijun.criteria.engagement import (
    Amount,
    Clause,
    Conditions,
    Customers,
    Either,
    Every,
    Market,
    OrAbove,
    Reaches,
    Recognised,
    Trait,
    Unprinted,
    Unspecified,
    Way,
)
from kijun.criteria.human import Confirmed
from kijun.criteria.logic import AllOf, AnyOf
from kijun.criteria.proficiency import Rated
from kijun.criteria.record import Areas, Kinds, Mentors, Once, Passed, Slot, Times, Years

__all__ = [
    "AllOf",
    "Amount",
    "AnyOf",
    "Areas",
    "Clause",
    "Conditions",
    "Confirmed",
    "Criterion",
    "Customers",
    "Either",
    "Every",
    "Kinds",
    "Market",
    "Mentors",
    "Node",
    "Once",
    "OrAbove",
    "Passed",
    "Rated",
    "Reaches",
    "Recognised",
    "Slot",
    "Times",
    "Trait",
    "Unprinted",
    "Unspecified",
    "Way",
    "Years",
]
