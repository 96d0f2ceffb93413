"""What is on record of one engagement: a project, or a period of service?

Ids are the vocabulary's; which of them satisfies which is decided when a standard is resolved.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from kijun.day import RecordedDay
from kijun.text import Text

MASKABLE: Final = ("title", "customers", "amounts", "sites", "conditions")
"""What a company may keep to itself of an engagement; whoever shows a record leaves it out, and no verdict changes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarketShare:
    """A part of the market that the person was responsible for: how many of what, with how many employees each.

    `employees` is the smallest head count among them; None where it is not recorded or where none is counted.
    """

    scope: str
    count: int = 1
    employees: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Equivalence:
    """A claim that an engagement equals a printed size band or market, and what became of it.

    `to` is the path of the band (size) or of the cell (market); without it nobody can tell what it equals.
    `decision` is claimed, recognised or refused; the last two have an author and a reason.
    """

    decision: str
    to: str | None = None
    by: str | None = None
    reason: str | None = None
    day: RecordedDay | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Engagement:
    """One engagement. What is None was not recorded: unknown, not zero and not "no".

    `end` None is still running. `project` groups records of one project, which count as one time. `market`, once
    written, is the whole statement. `role` is a rank; `title_held` the printed title that was recorded for it, if any.
    `masked` are the facts that are not to be shown to others (see MASKABLE); they count all the same.
    """

    id: str
    title: Text
    project: str
    fields: tuple[str, ...]
    activities: frozenset[str]
    role: str
    title_held: str | None
    start: RecordedDay
    end: RecordedDay | None
    outcome: str
    conditions: frozenset[str]
    has_all_conditions: bool
    sizes: Mapping[str, int]
    customers: str | None
    market: tuple[MarketShare, ...] | None
    equivalences: tuple[Equivalence, ...]
    masked: frozenset[str] = frozenset()
