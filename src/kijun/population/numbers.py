"""Which number stands for what many people share?

A kind of work, a set of conditions, a context: each stands once in a table of the whole workforce, and a row names its number.
Numbers are given in the order in which things first appear, so the same people give the same tables.
"""

from __future__ import annotations

import sys
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, Generic, TypeVar

from kijun.evidence import Engagement, Equivalence, Expertise, MarketShare
from kijun.population.recorded_days import day_columns

Row = tuple[object, ...]
_Thing = TypeVar("_Thing", bound=Hashable)
Work = tuple[str, str, tuple[str, ...], tuple[str, ...]]
"""Role, outcome, fields in the order written, activities."""
ConditionSet = tuple[tuple[str, ...], bool]
Context = tuple[str | None, tuple[MarketShare, ...] | None, tuple[Equivalence, ...]]
_NO_CONDITIONS: Final[ConditionSet] = ((), False)
_NO_CONTEXT: Final[Context] = (None, None, ())


@dataclass(slots=True)
class Numbered(Generic[_Thing]):
    """Things with their numbers, from 0, in the order in which they first appeared."""

    of: dict[_Thing, int] = field(default_factory=dict)

    def number(self, thing: _Thing) -> int:
        """Return the number of a thing, which is a new one where it has not appeared."""
        return self.of.setdefault(thing, len(self.of))


@dataclass(slots=True, kw_only=True)
class Numbers:
    """All that is shared in a workforce. Where nothing is recorded, the condition set is 0 and the context is 0."""

    works: Numbered[Work] = field(default_factory=Numbered)
    condition_sets: Numbered[ConditionSet] = field(default_factory=lambda: Numbered({_NO_CONDITIONS: 0}))
    contexts: Numbered[Context] = field(default_factory=lambda: Numbered({_NO_CONTEXT: 0}))
    holdings: Numbered[tuple[str, str | None, str | None]] = field(default_factory=Numbered)
    kinds: Numbered[str] = field(default_factory=Numbered)
    examinations: Numbered[str] = field(default_factory=Numbered)
    items: Numbered[str] = field(default_factory=Numbered)

    def work(self, engagement: Engagement) -> int:
        """Return the number of the kind of work that an engagement is."""
        activities = _sorted(engagement.activities)
        return self.works.number((engagement.role, engagement.outcome, engagement.fields, activities))

    def condition_set(self, engagement: Engagement) -> int:
        """Return the number of the conditions that held, and whether no other did."""
        return self.condition_sets.number((_sorted(engagement.conditions), engagement.has_all_conditions))

    def context(self, engagement: Engagement) -> int:
        """Return the number of customers, market and claims together."""
        return self.contexts.number((engagement.customers, engagement.market, engagement.equivalences))

    def holding(self, expertise: Expertise) -> int:
        """Return the number of an area with its degree and reach."""
        return self.holdings.number((expertise.area, expertise.degree, expertise.reach))

    def rows(self) -> dict[str, Iterator[Row]]:
        """Return the rows of the tables that are shared, by table."""
        works, sets, contexts = self.works.of, self.condition_sets.of, self.contexts.of
        return {
            "works": ((number, role, outcome) for (role, outcome, _, _), number in works.items()),
            "work_fields": (
                (number, place, name)
                for (_, _, fields, _), number in works.items()
                for place, name in enumerate(fields)
            ),
            "work_activities": ((number, name) for (_, _, _, names), number in works.items() for name in names),
            "condition_sets": ((number, is_whole) for (_, is_whole), number in sets.items()),
            "conditions": ((number, name) for (names, _), number in sets.items() for name in names),
            "contexts": ((number, served, market is not None) for (served, market, _), number in contexts.items()),
            "shares": (
                (number, place, share.scope, share.count, share.employees)
                for (_, market, _), number in contexts.items()
                for place, share in enumerate(market or ())
            ),
            "claims": (
                (number, place, claim.decision, claim.to, claim.by, claim.reason, *day_columns(claim.day))
                for (_, _, claims), number in contexts.items()
                for place, claim in enumerate(claims)
            ),
            "holdings": ((number, *holding) for holding, number in self.holdings.of.items()),
            "kinds": _named(self.kinds),
            "examinations": _named(self.examinations),
            "items": _named(self.items),
        }


def _named(numbered: Numbered[str]) -> Iterator[Row]:
    return ((number, name) for name, number in numbered.of.items())


def _sorted(words: Iterable[str]) -> tuple[str, ...]:
    """Return words in one order; interned, for each record brings its own copy of them."""
    return tuple(sorted(map(sys.intern, words)))
