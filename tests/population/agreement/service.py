"""Which engagements come near to what a criterion asks?

The times that are asked for, each a project of its own, or at a slip two records of one; the years that are asked for, in
pieces. Beside them stand engagements that nearly fit another cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import assert_never

from kijun.criteria import (
    AllOf,
    AnyOf,
    Areas,
    Clause,
    Confirmed,
    Criterion,
    Kinds,
    Mentors,
    Once,
    Passed,
    Rated,
    Times,
    Trait,
    Years,
)
from kijun.evidence import Engagement
from tests.population.agreement.chance import Chance
from tests.population.agreement.days import Period, times_served, years_served
from tests.population.agreement.draft import Draft


@dataclass(slots=True, kw_only=True)
class Service:
    """The engagements of one career: how they are drawn, and the ids that are left."""

    of: Mapping[str, tuple[str, ...]]
    on: date
    numbers: Iterator[int]

    def near(self, criterion: Criterion, field: str, chance: Chance) -> list[Engagement]:
        """Return engagements that come near a criterion; none where it asks for no engagement."""
        match criterion:
            case Once(clause=clause, trait=trait):
                period = times_served(self.on, 1, chance)[0]
                return [self._engagement(clause, trait, field, period, chance)]
            case Years(clause=clause, trait=trait, at_least=years):
                periods = years_served(self.on, years, chance)
                return [self._engagement(clause, trait, field, period, chance) for period in periods]
            case Times():
                return self._times(criterion, field, chance)
            case AllOf(of=of) | AnyOf(of=of):
                return [each for one in of for each in self.near(one, field, chance)]
            case Areas() | Kinds() | Mentors() | Passed() | Rated() | Confirmed():
                return []
            case _:
                assert_never(criterion)

    def _times(self, criterion: Times, field: str, chance: Chance) -> list[Engagement]:
        slots = list(criterion.slots)
        slots = slots[1:] if chance.slips() else slots
        slots += [chance.one_of(criterion.slots)] if chance.one_in(3) else []
        periods = times_served(self.on, len(slots), chance)
        made: list[Engagement] = []
        for slot, period in zip(slots, periods, strict=True):
            shared = made[-1].project if made and chance.slips() else None
            made.append(self._engagement(slot.clause, slot.trait, field, period, chance, shared))
        if made and chance.one_in(4):
            slot, again = chance.one_of(criterion.slots), times_served(self.on, 1, chance)[0]
            made.append(self._engagement(slot.clause, slot.trait, field, again, chance.at(0.3), made[0].project))
        chance.source.shuffle(made)
        return made

    def _engagement(
        self, clause: Clause, trait: Trait, field: str, period: Period, chance: Chance, project: str | None = None
    ) -> Engagement:
        draft = Draft(of=self.of, on=self.on, chance=chance)
        draft.count_by(clause, field)
        draft.have(trait)
        identity = f"e{next(self.numbers)}"
        return draft.given(identity, project or identity, period)


def a_service(of: Mapping[str, tuple[str, ...]], on: date) -> Service:
    """Return the engagements of one career, still none."""
    return Service(of=of, on=on, numbers=count())
