"""What does the standard ask of one cell, as it is printed?

Nothing is worked out here: "at level 5 or above" is still a level, a band still has the bounds that are printed. `resolve`
turns this into criteria.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from kijun.citation import Citation

PARTS: Final = ("responsibility", "complexity", "size", "expertise", "succession", "mentoring", "proficiency")
"""The parts of a cell, in printed order; the last is asked by few standards, and by an organisation's policy."""


SOME: Final = "some"
"""What a cell asks of its conditions where it prints no number: some of them."""
ALL: Final = "all"
"""What a cell asks of its areas where it prints neither a number nor "either one": every one of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Activities:
    """The activities of a clause: any one of them, or all of them."""

    of: tuple[str, ...]
    needs_all: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstance:
    """Something printed in a clause that no fact of a record can show: phases, whom one leads, qualities."""

    kind: str
    of: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """The printed bounds of a number; `printed` is a number without any comparator."""

    at_least: int | None = None
    at_most: int | None = None
    below: int | None = None
    printed: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MarketAsked:
    """One alternative of the market that the role answers for; `scope` "equivalent" is an assessor's."""

    scope: str
    count: int | None
    employees: Bound | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsibility:
    """In which role, doing what, with which outcome, how many times or years, and for which market.

    `measure` is times (then `slots` are the levels asked, one for each time) or years (then `years_at_level`).
    `activities` None: none are printed, and any will do; so in the other clauses.
    """

    measure: str
    at_least: int
    slots: tuple[int, ...] | None
    years_at_level: int | None
    role: str
    roles: tuple[str, ...]
    activities: Activities | None
    outcome: str
    market: tuple[MarketAsked, ...]
    circumstances: tuple[Circumstance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Complexity:
    """At least so many of a list of conditions, on an engagement with an outcome; a role only where one is printed.

    `at_least` "some": no number is printed, and a policy says how many some are.
    """

    at_least: int | Literal["some"]
    of: tuple[str, ...]
    must_include: tuple[str, ...]
    outcome: str
    activities: Activities | None
    role: str | None
    roles: tuple[str, ...]
    circumstances: tuple[Circumstance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomersAsked:
    """The reach of the customers served, and whether "or equivalent" is printed."""

    reach: str
    or_equivalent: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SizeAlternative:
    """Things that hold together: bounds by measure, the customers' reach, or some rooms or networks."""

    bounds: Mapping[str, Bound]
    customers: CustomersAsked | None
    some_rooms_or_networks: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """One of the sizes offered: any of its alternatives, with so many of the cell's conditions where printed."""

    any_of: tuple[SizeAlternative, ...]
    complexity_at_least: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SizeClause:
    """Which engagements the size clause counts."""

    outcome: str
    activities: Activities | None
    circumstances: tuple[Circumstance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpertiseAsked:
    """At least so many areas of a list, or all of them, to a degree, with a reach (None: none printed)."""

    at_least: int | Literal["all"]
    of: tuple[str, ...]
    degree: str
    reach: str | None

    @property
    def count(self) -> int:
        """How many of the areas must hold."""
        return len(self.of) if self.at_least == ALL else self.at_least


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """At least so many kinds of contribution; `subject` is what is handed on."""

    at_least: int
    of: tuple[str, ...]
    subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProficiencyAsked:
    """At least so many of the field's skill items rated at a level or above.

    `of` are ids of items of the field; None is every item that has a proficiency at the level.
    """

    at_least: int
    of: tuple[str, ...] | None
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One cell as printed. A part that the cell does not have is None; `size` None is "not specified".

    `citations` maps paths below the cell to the line where they are printed. `unread` are parts that are printed and that a
    reader of the document did not understand: they have no value, and are no part that the cell does not have.
    """

    path: str
    category: str
    field: str
    level: int
    responsibility: Responsibility | None
    complexity: Complexity | None
    size: tuple[Band, ...] | None
    size_clause: SizeClause | None
    expertise: ExpertiseAsked | None
    succession: Succession | None
    asks_mentoring: bool
    exam: str | None
    citation: Citation
    citations: Mapping[str, Citation]
    flags: tuple[str, ...]
    proficiency: ProficiencyAsked | None = None
    unread: tuple[str, ...] = ()

    @property
    def field_path(self) -> str:
        """The path of the field that the cell belongs to."""
        return self.path.rsplit("/", 1)[0]

    def cited(self, below: str) -> Citation:
        """Return where something of this cell is printed.

        That is its own citation, else that of the nearest path above it, else the first below it, else the cell's.
        """
        path = below
        while path:
            if path in self.citations:
                return self.citations[path]
            path = path.rpartition("/")[0]
        inside = (citation for other, citation in self.citations.items() if other.startswith(f"{below}/"))
        return next(inside, self.citation)

    def cited_part(self, part: str) -> Citation:
        """Return where a part of a judgement is printed: the minimum by examination stands in the examination note."""
        return self.cited("exam" if part == "minimum_by_examination" else part)

    def circumstances(self) -> tuple[Circumstance, ...]:
        """Return everything printed in the cell's clauses that is not examined."""
        clauses = (self.responsibility, self.complexity, self.size_clause)
        return tuple(each for clause in clauses if clause is not None for each in clause.circumstances)
