"""What does a document hold, said apart from its sentences: the values that a careful reader takes out of it?

Written before the reader is asked. Names are the printed words; ids stand only where the family of documents prints the same
fixed words (ranks, outcomes, degrees, reaches, kinds of contribution, known measures).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Language = Literal["ja", "en"]
Some = Literal["some"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sized:
    """One number of a size band: its measure's id where the family has one, else the noun and the unit, and its bounds."""

    noun: str
    unit: str
    measure: str | None = None
    at_least: int | None = None
    below: int | None = None
    at_most: int | None = None

    @property
    def bounds(self) -> dict[str, int]:
        """The printed bounds by their names in a standard."""
        named = {"at_least": self.at_least, "below": self.below, "at_most": self.at_most}
        return {name: bound for name, bound in named.items() if bound is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """One alternative of the size part: any one of groups, each of which holds as a whole, and how many conditions beside it."""

    any_of: tuple[tuple[Sized, ...], ...] = ()
    reach: str | None = None
    or_equivalent: bool = False
    conditions: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Complexity:
    """At least so many of the printed conditions, the mandatory ones among them.

    `activities` None are those of the responsibility clause.
    """

    at_least: int | Some
    of: tuple[str, ...]
    mandatory: tuple[str, ...] = ()
    outcome: str
    role: str | None = None
    activities: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Expertise:
    """One or all of the printed areas, to a degree, with a reach."""

    at_least: int | Literal["all"]
    of: tuple[str, ...]
    degree: str
    reach: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """At least so many kinds, by their ids."""

    at_least: int
    of: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One field at one level. `role` None is a title whose rank nobody can tell, so it must be asked about."""

    field: str
    level: int
    measure: Literal["times", "years"]
    at_least: int
    slots: tuple[int, ...] | None = None
    years_at_level: int | None = None
    role: str | None
    titles: tuple[str, ...]
    activities: tuple[str, ...]
    outcome: str
    complexity: Complexity | None
    size: tuple[Band, ...] | None
    expertise: Expertise | None
    succession: Succession | None
    mentoring: bool
    examination: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A skill item of a field: its knowledge items, which levels are headed, and which of them have a proficiency."""

    field: str
    name: str
    common: bool
    knowledge: tuple[str, ...]
    headed: tuple[int, ...]
    filled: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """All that a document, or several documents together, hold. `charted` is what a career chart shows, by field."""

    language: Language
    category: str
    fields: tuple[str, ...]
    cells: tuple[Cell, ...] = ()
    items: tuple[Item, ...] = ()
    charted: tuple[tuple[str, tuple[int, ...]], ...] = ()
