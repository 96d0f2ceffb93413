"""What must a person's record hold?"""

from __future__ import annotations

from dataclasses import dataclass

from kijun.criteria.engagement import Clause, OrAbove, Trait


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A time that is asked for: an engagement that the clause counts and that has the trait; `level` is the printed one."""

    level: int
    clause: Clause
    trait: Trait


@dataclass(frozen=True, slots=True, kw_only=True)
class Once:
    """Some one engagement that the clause counts has the trait."""

    clause: Clause
    trait: Trait


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """Every slot is filled by a project of its own. The slots stand hardest first, each implying the next."""

    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Years:
    """So many years of engagements that the clause counts and that have the trait; time served twice counts once."""

    at_least: int
    level: int
    clause: Clause
    trait: Trait


@dataclass(frozen=True, slots=True, kw_only=True)
class Areas:
    """At least so many of the areas, each to a degree and with a reach. `reach` None: none is asked."""

    at_least: int
    of: tuple[str, ...]
    degree: OrAbove
    reach: OrAbove | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinds:
    """At least so many different kinds of contribution; five books are one kind. `subject` is shown, not examined."""

    at_least: int
    of: tuple[str, ...]
    subject: str
    within_years: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentors:
    """Mentoring or coaching of somebody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """One of the examinations passed."""

    any_of: tuple[str, ...]
    within_years: int | None
