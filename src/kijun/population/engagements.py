"""What do the engagements of a person come to?

Each engagement is read once, for its days and its likeness: all that is asked of it comes to a few small numbers, and
millions of engagements have some ten thousands of these. What a likeness comes to is joined to it, and gathered. Records of one
project are one time, so that those of a shared project are put together before times are counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import add
from typing import Final

import ibis
import ibis.expr.types as ir

from kijun.criteria import Years
from kijun.population.both import HOW, moved, number, some, together
from kijun.population.demands import AskedOfEngagements
from kijun.population.side_by_side import SideBySide
from kijun.population.sizes import Ladders
from kijun.timespan import window_start

DAYS_IN_A_YEAR: Final = 365
DAYS_IN_A_LEAP_YEAR: Final = 366


@ibis.udf.agg.builtin
def bit_or(word: int) -> int:
    """Return the bits of all words together; Ibis has no such aggregate for every engine."""
    return word


def whole_sum(words: ir.IntegerValue) -> ir.IntegerValue:
    """Return the sum of words of which no sum has more than SUMMED_BITS: as integers an engine would widen it, and be slow."""
    return words.cast("float64").sum().cast("int64")


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """The numbers of years that one engagement can be long enough for, served within so many years or ever (None)."""

    within_years: int | None
    years: tuple[int, ...]

    def reached(self, since: ir.DateValue, until: ir.DateValue, on: date) -> ir.IntegerValue:
        """Return how many of these numbers of years a period surely has: 366 days for each."""
        within = self.within_years
        first = since if within is None else ibis.greatest(since, ibis.literal(window_start(on, within)))
        days = until.delta(first, unit="day") + 1
        return _how_many(days >= number(years * DAYS_IN_A_LEAP_YEAR) for years in self.years)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is asked of an engagement, told in small numbers.

    `classes` say of what engagements share, by its number, of which class it is, the kinds of work that count first; `sizes` are its
    measures. `windows` are the years within which some clause counts, most first. `likeness` holds all of it side by side.
    """

    classes: Mapping[str, ir.Table]
    sizes: Sequence[Ladders]
    windows: tuple[int, ...]
    lengths: tuple[Length, ...]
    likeness: SideBySide


def windows_of(asked: Iterable[AskedOfEngagements]) -> tuple[int, ...]:
    """Return the years within which some clause counts, most first."""
    found = {clause.within_years for each in asked for clause, _ in each.demands.bits}
    return tuple(sorted((years for years in found if years is not None), reverse=True))


def lengths_of(years: Sequence[Years]) -> tuple[Length, ...]:
    """Return the numbers of years that are asked for, within each window."""
    asked: dict[int | None, set[int]] = {}
    for each in years:
        asked.setdefault(each.clause.within_years, set()).add(each.at_least)
    return tuple(Length(within_years=within, years=tuple(sorted(found))) for within, found in asked.items())


def engagements_served(engagements: ir.Table, facts: Facts, *, on: date) -> ir.Table:
    """Return the engagements that exist on a day and that some clause counts, with their likeness.

    `since` and `until` are the days served, cut at the day of judgement.
    """
    table = engagements.filter(engagements.since <= ibis.literal(on))
    for key, classes in facts.classes.items():
        table = table.inner_join(classes, key)
    found = {key: table[f"{key}_class"] for key in facts.classes}
    sizes = {group.name: group.key(table) for group in facts.sizes}
    until = ibis.least(ibis.coalesce(table.until, ibis.literal(on)), ibis.literal(on))
    table = table.select("person", "shared_project", "since", served_until=until, **found, **sizes)
    numbers = {name: table[name] for name in (*found, *sizes)}
    numbers["windows"] = _how_many(
        table.served_until >= ibis.literal(window_start(on, years)) for years in facts.windows
    )
    for place, each in enumerate(facts.lengths):
        numbers[f"length_{place}"] = each.reached(table.since, table.served_until, on)
    written = facts.likeness.written(numbers)
    return table.select("person", "shared_project", "since", "served_until", **written).rename(until="served_until")


def _how_many(flags: Iterable[ir.BooleanValue]) -> ir.IntegerValue:
    found = [moved(flag.cast("int64"), 0) for flag in flags]
    return together(add, found) if found else number(0)


def likenesses(served: ir.Table, facts: Facts) -> ir.Table:
    """Return each likeness once, with its numbers."""
    alike = served.select(*facts.likeness.names).distinct()
    return alike.select(*facts.likeness.names, **facts.likeness.read(alike))


def gather_engagements(served: ir.Table, alike: ir.Table, facts: Facts) -> ir.Table:
    """Return for each person what the engagements come to by what their likeness does; nobody has a row without anything.

    Words of bits are put together, `sure_projects_0`, ... and `possible_projects_0`, ... are counts of projects, and `days` all
    days together of what possibly counts for some years.
    """
    words = [name for name in alike.columns if name.startswith(HOW) and "_of_years_" not in name]
    of_years = [name for name in alike.columns if name.startswith("possible_of_years_")]
    days = ["days"] if of_years else []
    once = _read(served.filter(served.shared_project == 0), alike, facts, words, of_years)
    shared = _read(served.filter(served.shared_project > 0), alike, facts, words, of_years)
    projects = shared.group_by("person", "shared_project").aggregate(
        **{name: whole_sum(shared[name]) if name == "days" else bit_or(shared[name]) for name in (*words, *days)}
    )
    every = once.select("person", *words, *days).union(projects.select("person", *words, *days))
    return every.group_by("person").aggregate(
        **{
            name: whole_sum(every[name]) if name == "days" or "_projects_" in name else bit_or(every[name])
            for name in (*words, *days)
        }
    )


def _read(served: ir.Table, alike: ir.Table, facts: Facts, words: Sequence[str], of_years: Sequence[str]) -> ir.Table:
    """Return engagements with what their likeness comes to, and the days that count for years."""
    read = served.inner_join(alike, facts.likeness.names)
    found = {name: read[name].cast("int64") for name in words}  # a kept word of few bits has a smaller type
    if of_years:
        days = moved(read.until.delta(read.since, unit="day") + 1, 0)
        found["days"] = some(read[name] != number(0) for name in of_years).ifelse(days, number(0))
    return read.select("person", "shared_project", **found)
