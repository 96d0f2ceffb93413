"""What must one engagement be like?

A `Clause` says which engagements a clause of the standard counts; a `Trait` says what such an engagement must be like.
Resolved: numbers and sets only, no "of this level", no "or above" left to work out.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class OrAbove:
    """A step of an ordered scale and everything above it: `least` is what is printed, `accepted` all that satisfies it."""

    least: str
    accepted: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """Which engagements count: in a field, in a role, doing activities, with an outcome, within a window of years.

    `fields` None: the activities decide. `role` None: any role. `activities` None: any activity. `within_years` None: of any
    age. Each of these facts is required in a record, so a clause is never unknown.
    """

    fields: frozenset[str] | None
    is_first_field_only: bool
    role: OrAbove | None
    activities: tuple[str, ...] | None
    needs_all_activities: bool
    outcome: OrAbove
    within_years: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """At least so many of the listed conditions held, all mandatory ones among them."""

    at_least: int
    of: tuple[str, ...]
    must_include: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A recorded number lies within bounds: `at_least` and `at_most` inclusive, `below` exclusive."""

    measure: str
    at_least: int | None = None
    at_most: int | None = None
    below: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Customers:
    """The customers served stand at a reach or above it."""

    reach: OrAbove


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    """An assessor recognised the engagement as equal to one of these printed bands or cells."""

    as_one_of: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Market:
    """The market answered for: each group of facts counts to at least `count`, with head counts within bounds.

    "Companies, departments and establishments" is one group of three facts; "product groups and service groups" is two
    groups of one.
    """

    scope: str
    groups: tuple[frozenset[str], ...]
    count: int
    employees_at_least: int | None
    employees_below: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unprinted:
    """What a cell asks that is missing from the source: nobody can say whether it holds."""

    cell: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unspecified:
    """Nothing is asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Every:
    """All of the traits, on one and the same engagement."""

    of: tuple[Trait, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Either:
    """At least one of the traits."""

    of: tuple[Trait, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way to reach a level: the complexity list and a size band of the cell of `level`."""

    level: int
    trait: Trait


@dataclass(frozen=True, slots=True, kw_only=True)
class Reaches:
    """The engagement reaches a level or above: some way of that level or of a higher printed one, lowest first."""

    level: int
    ways: tuple[Way, ...]


Trait = Conditions | Amount | Customers | Recognised | Market | Unprinted | Unspecified | Every | Either | Reaches
