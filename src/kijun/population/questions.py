"""Which questions does a criterion ask, and how do the answers make it hold?

A question has one answer for a person: an engagement meets a demand, enough projects do, an area is held. A criterion is a
tree of them, and criteria that ask other things in the same way have the same shape.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Final, Literal, assert_never

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
    Trait,
    Years,
)
from kijun.population.alternatives import alternatives

Demand = tuple[Clause, Trait]
"""What an engagement must be to count: a clause that counts it, and a trait that it has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Projects:
    """So many different projects are needed of which an engagement meets one of these demands."""

    at_least: int
    of: tuple[Demand, ...]

    @property
    def is_one_demand_once(self) -> bool:
        """Whether one engagement that meets one demand is enough, so that nothing need be counted."""
        return self.at_least == 1 and len(self.of) == 1


Question = Demand | Projects | Criterion
"""What has an answer: a demand that an engagement meets, what is asked of several projects, or another criterion."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How answers are put together: one alone, all of some, or any of some."""

    of: tuple[Shape, ...] = ()
    kind: Literal["one", "all", "any"] = "one"

    @property
    def questions(self) -> int:
        """How many answers it takes, in the order of the tree."""
        return 1 if self.kind == "one" else sum(each.questions for each in self.of)


ONE: Final = Shape()


def shape_of(criterion: Criterion) -> Shape:
    """Return how the answers to a criterion's questions are put together.

    >>> shape_of(Mentors()) == ONE
    True
    """
    if isinstance(criterion, AllOf | AnyOf):
        found = tuple(map(shape_of, criterion.of))
        return found[0] if len(found) == 1 else Shape(found, "all" if isinstance(criterion, AllOf) else "any")
    asked = questions_of(criterion)
    return ONE if len(asked) == 1 else Shape((ONE,) * len(asked), "all")


def questions_of(criterion: Criterion) -> list[Question]:
    """Return the questions of a criterion, in the order of its shape."""
    match criterion:
        case AllOf(of=of) | AnyOf(of=of):
            return [question for each in of for question in questions_of(each)]
        case Once(clause=clause, trait=trait):
            return [(clause, trait)]
        case Times():
            return [each.of[0] if each.is_one_demand_once else each for each in projects_of(criterion)]
        case Years() | Areas() | Kinds() | Mentors() | Passed() | Rated() | Confirmed():
            return [criterion]
        case _:
            assert_never(criterion)


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


def demands_of(question: Question) -> Iterator[Demand]:
    """Yield the demands on an engagement that a question is about; none where it is about another list."""
    match question:
        case Projects(of=of):
            yield from of
        case Years(clause=clause, trait=trait):
            yield clause, trait
        case tuple():
            yield question
        case _:
            pass
