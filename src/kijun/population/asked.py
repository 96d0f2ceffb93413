"""What do the cells of some editions ask, all together?

Each thing once, however many cells ask it: the bits of the engagements, and the criteria on the other lists.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
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
    Slot,
    Times,
    Years,
)
from kijun.framework.resolve import ResolvedCell, ResolvedEdition
from kijun.population.alternatives import alternatives
from kijun.population.demands import Demand, Demands, demands_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Projects:
    """So many different projects are needed of which an engagement meets one of these demands."""

    at_least: int
    of: tuple[Demand, ...]

    @property
    def is_one_demand_once(self) -> bool:
        """Whether one engagement that meets one demand is enough, so that nothing need be counted."""
        return self.at_least == 1 and len(self.of) == 1


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedOfAll:
    """What all cells ask, each thing once and in the order of the cells.

    `leaves` are the criteria that are not put together of others, `demands` those on engagements; `projects` are what is
    asked of several projects.
    """

    leaves: tuple[Criterion, ...]
    demands: Demands
    projects: tuple[Projects, ...]
    years: tuple[Years, ...]
    areas: tuple[Areas, ...]
    kinds: tuple[Kinds, ...]
    passed: tuple[Passed, ...]
    confirmed: tuple[Confirmed, ...]
    rated: tuple[Rated, ...]
    asks_mentoring: bool


def asked_of_all(editions: Sequence[ResolvedEdition]) -> AskedOfAll:
    """Return what the cells of the editions ask."""
    leaves = list(dict.fromkeys(leaf for edition in editions for leaf in _leaves(edition.cells.values())))
    needed = dict.fromkeys(each for leaf in leaves if isinstance(leaf, Times) for each in projects_of(leaf))
    once = [(leaf.clause, leaf.trait) for leaf in leaves if isinstance(leaf, Once | Years)]
    demands = [*once, *(demand for each in needed for demand in each.of)]
    return AskedOfAll(
        leaves=tuple(leaves),
        demands=demands_for(demands, (leaf for leaf in leaves if isinstance(leaf, Years))),
        projects=tuple(each for each in needed if not each.is_one_demand_once),
        years=tuple(leaf for leaf in leaves if isinstance(leaf, Years)),
        areas=tuple(leaf for leaf in leaves if isinstance(leaf, Areas)),
        kinds=tuple(leaf for leaf in leaves if isinstance(leaf, Kinds)),
        passed=tuple(leaf for leaf in leaves if isinstance(leaf, Passed)),
        confirmed=tuple(leaf for leaf in leaves if isinstance(leaf, Confirmed)),
        rated=tuple(leaf for leaf in leaves if isinstance(leaf, Rated)),
        asks_mentoring=any(isinstance(leaf, Mentors) for leaf in leaves),
    )


def projects_of(criterion: Times) -> list[Projects]:
    """Return what must hold for every slot to be filled by a project of its own.

    For each choice of slots, as many projects as slots must be able to fill one of them (Hall's theorem). Slots that ask
    the same stand together; where each slot implies the next, only the slots from the hardest down need be looked at.
    """
    kinds = list(dict.fromkeys((slot.clause, slot.trait) for slot in criterion.slots))
    need = {kind: sum((slot.clause, slot.trait) == kind for slot in criterion.slots) for kind in kinds}
    if all(map(_implies, criterion.slots, criterion.slots[1:])):
        firsts = [kinds[: length + 1] for length in range(len(kinds))]
        return [Projects(at_least=sum(need[kind] for kind in first), of=(first[-1],)) for first in firsts]
    chosen = [some for size in range(1, len(kinds) + 1) for some in combinations(kinds, size)]
    return [Projects(at_least=sum(need[kind] for kind in some), of=some) for some in chosen]


def _implies(harder: Slot, easier: Slot) -> bool:
    """Return whether whatever fills one slot surely fills another, as far as their shape shows it."""
    enough = alternatives(easier.trait)
    return _is_within(harder.clause, easier.clause) and all(
        any(easy <= hard for easy in enough) for hard in alternatives(harder.trait)
    )


def _is_within(clause: Clause, wider: Clause) -> bool:
    has_role = wider.role is None or (clause.role is not None and clause.role.accepted <= wider.role.accepted)
    rest = ("fields", "is_first_field_only", "activities", "needs_all_activities", "outcome", "within_years")
    return has_role and all(getattr(clause, name) == getattr(wider, name) for name in rest)


def _leaves(cells: Iterable[ResolvedCell]) -> Iterator[Criterion]:
    for cell in cells:
        parts = [*cell.parts.values(), *([cell.examination] if cell.examination else [])]
        for part in parts:
            yield from leaves_of(part.criterion)


def leaves_of(criterion: Criterion) -> Iterator[Criterion]:
    """Yield the criteria that are not put together of others."""
    match criterion:
        case AllOf(of=of) | AnyOf(of=of):
            for each in of:
                yield from leaves_of(each)
        case Once() | Times() | Years() | Areas() | Kinds() | Mentors() | Passed() | Rated() | Confirmed():
            yield criterion
        case _:
            assert_never(criterion)
