"""Small things to judge: a person, an engagement, a clause, each with sensible defaults and keyword overrides.

The words are those of itss/v3-2011, so that what is said of them can be read. The default engagement is counted by the
default clause. Every list is complete unless a test says otherwise: an unknown is then the test's own doing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any, Final

from kijun.catalogue.installed import open_edition
from kijun.criteria import Amount, Clause, Conditions, Customers, Once, OrAbove, Slot, Times, Trait, Years
from kijun.day import RecordedDay, read_day
from kijun.evidence import (
    LISTS,
    Confirmation,
    Contribution,
    Engagement,
    Equivalence,
    Expertise,
    MarketShare,
    Mentoring,
    Name,
    Person,
    Qualification,
    Rating,
)
from kijun.framework.edition import Edition
from kijun.framework.policy import choose
from kijun.framework.resolve import ResolvedCell, resolve_edition
from kijun.text import Text, same

ON: Final = date(2026, 4, 1)
V3_2011: Final = "itss/v3-2011"
V3_2008: Final = "itss/v3-2008"
KINDS: Final = (
    *("community", "book", "paper-outside", "paper-inside"),
    *("lecturer-outside", "lecturer-inside", "patent"),
)


def day(words: str) -> RecordedDay:
    """Return a day as somebody wrote it down."""
    recorded = read_day(words)
    assert recorded is not None, words
    return recorded


_ENGAGEMENT = Engagement(
    id="core",
    title=same("core"),
    project="core",
    fields=("hardware",),
    activities=frozenset({"fault-repair"}),
    role="responsible",
    title_held=None,
    start=day("2020-04-01"),
    end=day("2023-03-31"),
    outcome="succeeded",
    conditions=frozenset({"multi-vendor", "around-the-clock"}),
    has_all_conditions=True,
    sizes={},
    customers=None,
    market=None,
    equivalences=(),
)


def engagement(
    identity: str = "core", *, start: str = "2020-04-01", end: str | None = "2023-03-31", **changes: Any
) -> Engagement:
    """Return an engagement: three years of fault repair as the one responsible, carried out with success."""
    if "conditions" in changes:
        changes["conditions"] = frozenset(changes["conditions"])
    if "activities" in changes:
        changes["activities"] = frozenset(changes["activities"])
    changes = {"id": identity, "title": same(identity), "project": identity, **changes}
    return replace(_ENGAGEMENT, start=day(start), end=None if end is None else day(end), **changes)


def person(*engagements: Engagement, complete: Iterable[str] = LISTS, **changes: Any) -> Person:
    """Return a person with these engagements and nothing else on record."""
    nobody = Person(
        employee="E-1",
        name=Name(written="佐藤 花子"),
        team=None,
        complete=frozenset(complete),
        engagements=engagements,
        expertise=(),
        contributions=(),
        mentoring=(),
        qualifications=(),
        ratings=(),
        confirmations=(),
    )
    return replace(nobody, **changes)


def expertise(
    area: str = "customer-satisfaction",
    *,
    degree: str | None = "guides-others",
    reach: str | None = "company",
    since: str | None = None,
) -> Expertise:
    """Return an area of expertise."""
    return Expertise(area=area, degree=degree, reach=reach, since=None if since is None else day(since))


def contribution(kind: str, on: str = "2024-05-01", *, title: str | None = None) -> Contribution:
    """Return a contribution of a kind."""
    return Contribution(kind=kind, title=same(title or kind), day=day(on))


def mentoring(whom: str = "suzuki", since: str = "2021-04-01") -> Mentoring:
    """Return the mentoring of somebody."""
    return Mentoring(whom=whom, since=day(since))


def qualification(examination: str = "AP", on: str = "2015-06-26") -> Qualification:
    """Return an examination passed."""
    return Qualification(examination=examination, day=day(on))


def rating(item: str, level: int, by: str = "assessor", on: str = "2025-10-01") -> Rating:
    """Return a level in a skill item."""
    return Rating(item=item, level=level, by=by, day=day(on))


def confirmation(cell: str, decision: str = "confirmed", *, by: str = "tanaka", on: str = "2025-04-01") -> Confirmation:
    """Return an assessor's word on the circumstances of a cell."""
    return Confirmation(cell=cell, decision=decision, by=by, reason="seen", day=day(on))


def claim(decision: str, to: str | None, on: str | None = None) -> Equivalence:
    """Return a claim that an engagement equals a band or a market."""
    return Equivalence(decision=decision, to=to, by="tanaka", reason="seen", day=None if on is None else day(on))


def share(scope: str = "companies", count: int = 1, employees: int | None = None) -> MarketShare:
    """Return a part of the market."""
    return MarketShare(scope=scope, count=count, employees=employees)


def or_above(least: str, *above: str) -> OrAbove:
    """Return a step of a scale with what stands above it."""
    return OrAbove(least=least, accepted=frozenset({least, *above}))


LEADER: Final = or_above("leader", "responsible")
CARRIED_OUT: Final = or_above("carried-out", "succeeded")

_CLAUSE = Clause(
    fields=None,
    is_first_field_only=False,
    role=LEADER,
    activities=("fault-repair", "hardware-installation"),
    needs_all_activities=False,
    outcome=CARRIED_OUT,
    within_years=None,
)


def clause(**changes: Any) -> Clause:
    """Return a clause: leader or above, repair or installation, at least carried out."""
    return replace(_CLAUSE, **changes)


def conditions(
    at_least: int = 2,
    of: tuple[str, ...] = ("multi-vendor", "around-the-clock", "new-technology"),
    must_include: tuple[str, ...] = (),
) -> Conditions:
    """Return a list of conditions."""
    return Conditions(at_least=at_least, of=of, must_include=must_include)


def rooms(at_least: int | None = None, **bounds: int) -> Amount:
    """Return bounds of the number of computer rooms."""
    return Amount(measure="computer_rooms", at_least=at_least, **bounds)


def sites(at_least: int | None = None, **bounds: int) -> Amount:
    """Return bounds of the number of network sites."""
    return Amount(measure="network_sites", at_least=at_least, **bounds)


WHOLE_REGION: Final = Customers(
    reach=OrAbove(least="whole-region-or-industry", accepted=frozenset({"whole-industry", "nationwide"}))
)


def once(trait: Trait, **changes: Any) -> Once:
    """Return: some one engagement that the clause counts has the trait."""
    return Once(clause=clause(**changes), trait=trait)


def times(*slots: tuple[int, Trait], **changes: Any) -> Times:
    """Return slots, each a level and what is asked of it."""
    return Times(slots=tuple(Slot(level=level, clause=clause(**changes), trait=trait) for level, trait in slots))


def years(at_least: int, trait: Trait | None = None, **changes: Any) -> Years:
    """Return so many years of engagements that hold two conditions."""
    return Years(at_least=at_least, level=5, clause=clause(**changes), trait=trait or conditions())


@cache
def edition(identity: str = V3_2011) -> Edition:
    """Return a shipped edition."""
    return open_edition(identity)


def names(kind: str, word: str) -> Text:
    """Return what itss/v3-2011 calls a word."""
    return edition().vocabulary.name(kind, word)


def cell(below: str, policy: Mapping[str, str] | None = None, *, of: str = V3_2011) -> ResolvedCell:
    """Return a cell of a shipped edition as criteria; `below` is its path below the edition."""
    printed = edition(of)
    return resolve_edition(printed, choose(printed.points, policy or {})).cells[f"{of}/{below}"]
