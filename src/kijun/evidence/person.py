"""What is on record of one person?

Each list may be declared complete: that none is missing. A list that is not declared complete proves what it holds and
nothing about what it does not hold.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kijun.day import RecordedDay
from kijun.evidence.engagement import Engagement
from kijun.text import Text

LISTS: Final = ("engagements", "expertise", "contributions", "mentoring", "qualifications", "ratings")
RATERS: Final = ("self", "superior", "assessor")


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name as it is written, and how it is read aloud where that is recorded."""

    written: str
    reading: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Expertise:
    """An area of expertise, how far it goes (degree) and how far it reaches. None is not recorded."""

    area: str
    degree: str | None
    reach: str | None
    since: RecordedDay | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """Something that hands a technique on: its kind, its title and its day."""

    kind: str
    title: Text
    day: RecordedDay


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentoring:
    """Mentoring or coaching of somebody, since when."""

    whom: str
    since: RecordedDay


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualification:
    """An examination passed, and when."""

    examination: str
    day: RecordedDay


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """A level in a skill item, given by the person (self), a superior or an assessor.

    `item` is category/field/item, or category/item where the item is common and the rating serves every field.
    """

    item: str
    level: int
    by: str
    day: RecordedDay
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """The knowledge items of a skill item that the person has; written, it is the whole statement for that item."""

    item: str
    known: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """An assessor's word on the circumstances of a cell, which no fact of the record can show."""

    cell: str
    decision: str
    by: str
    reason: str
    day: RecordedDay


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One person's career record.

    `assumed` names what is no record but an assumption (see `assume`): engagements by id, and the rest as `list:name`.
    """

    employee: str
    name: Name
    team: str | None
    complete: frozenset[str]
    engagements: tuple[Engagement, ...]
    expertise: tuple[Expertise, ...]
    contributions: tuple[Contribution, ...]
    mentoring: tuple[Mentoring, ...]
    qualifications: tuple[Qualification, ...]
    ratings: tuple[Rating, ...]
    confirmations: tuple[Confirmation, ...]
    knowledge: tuple[Knowledge, ...] = ()
    assumed: frozenset[str] = frozenset()
