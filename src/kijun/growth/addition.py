"""Which single things can be added to a record?

A closed union of values: each is one step of a plan. What must be decided by somebody else says so in its name.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kijun.criteria import Clause, Trait
from kijun.evidence import Engagement, MarketShare


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEngagement:
    """A further engagement that a clause counts and that has the traits.

    `level` is the level that it must reach, None where only a single list or size is asked. `days` is how long it must last,
    0 where any length will do. `engagement` is one that just has what is asked, `parts` are the parts that it serves.
    """

    parts: tuple[str, ...]
    level: int | None
    clause: Clause
    traits: tuple[Trait, ...]
    engagement: Engagement
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FurtherService:
    """An engagement that is running goes on for so many days, until and with a day."""

    engagement: str
    days: int
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRecorded:
    """A fact of an engagement that is not on record, where it was so.

    `fact` is conditions (`value` names the condition), customers (whom it served), market, or a measure: at least `value`.
    """

    engagement: str
    fact: str
    value: str | int | tuple[MarketShare, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EquivalenceRecognised:
    """An assessor recognises an engagement as equal to a printed band or cell; `is_claimed` says that it was asked for."""

    engagement: str
    to: str
    is_claimed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KindHandedOn:
    """A contribution of a kind that is not on record yet."""

    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaReached:
    """An area of expertise to a degree and with a reach; `is_raised` says that the area itself is on record already."""

    area: str
    degree: str
    reach: str | None
    is_raised: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MentoringBegun:
    """Mentoring or coaching of somebody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExaminationPassed:
    """An examination passed."""

    examination: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CircumstancesConfirmed:
    """An assessor confirms the circumstances of a cell, or a part of it that was not understood when it was read in.

    `cell` is the path of the cell, or that of the part.
    """

    cell: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillRated:
    """A skill item rated at a level or above, by one whose rating decides."""

    item: str
    level: int
    by: str


Addition = (
    NewEngagement
    | FurtherService
    | FactRecorded
    | EquivalenceRecognised
    | KindHandedOn
    | AreaReached
    | MentoringBegun
    | ExaminationPassed
    | CircumstancesConfirmed
    | SkillRated
)
