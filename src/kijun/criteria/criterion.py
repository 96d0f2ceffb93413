"""Which criteria are there?

A closed union of values. Everything that reads one is a function that matches all of them, so that a new node is a list of
type errors to follow.
"""

from __future__ import annotations

from kijun.criteria.engagement import Clause, OrAbove, Trait, Way
from kijun.criteria.human import Confirmed
from kijun.criteria.logic import AllOf, AnyOf
from kijun.criteria.proficiency import Rated
from kijun.criteria.record import Areas, Kinds, Mentors, Once, Passed, Slot, Times, Years

Criterion = Once | Times | Years | Areas | Kinds | Mentors | Passed | Rated | Confirmed | AllOf | AnyOf
Node = Criterion | Trait | Slot | Way | Clause | OrAbove
