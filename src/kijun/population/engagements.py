"""What do the engagements of a person come to?

Each engagement is read once, for its days and its likeness. What a likeness comes to is joined to it, and gathered. Records
of one project are one time, so that those of a shared project are put together before times are counted.
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
from kijun.population.both import HOW, number, some, together
from kijun.population.demands import Demands
from kijun.population.likeness import Likeness
from kijun.population.sizes import Ladders
from kijun.timespan import window_start

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
class LookUps:
    """What engagements share, worked out beforehand.

    `shared` are the tables of what is numbered once, by their keys, and the kinds of work first: each has the words that its
    facts leave, and in `first_work` and so on the first number that has the same. `windows` are the years within which some
    clause counts, most first.
    """

    shared: Mapping[str, ir.Table]
    sizes: Sequence[tuple[Ladders, ir.Table]]
    sure_at_most: Mapping[int, int]
    windows: tuple[int, ...]
    lengths: tuple[Length, ...]
    likeness: Likeness


def windows_of(demands: Demands) -> tuple[int, ...]:
    """Return the years within which some clause counts, most first."""
    found = {clause.within_years for _, _, (clause, _) in demands.placed()}
    return tuple(sorted((years for years in found if years is not None), reverse=True))


def lengths_of(years: Sequence[Years]) -> tuple[Length, ...]:
    """Return the numbers of years that are asked for, within each window."""
    asked: dict[int | None, set[int]] = {}
    for each in years:
        asked.setdefault(each.clause.within_years, set()).add(each.at_least)
    return tuple(Length(within_years=within, years=tuple(sorted(found))) for within, found in asked.items())


def with_first(look_up: ir.Table, key: str) -> ir.Table:
    """Return a look-up with the first key of all that have the same words."""
    words = [name for name in look_up.columns if name != key]
    first = look_up[key].min().over(ibis.window(group_by=words)) if words else look_up[key].min().over(ibis.window())
    return look_up.mutate(**{f"first_{key}": first})


def engagements_served(engagements: ir.Table, look_ups: LookUps, *, on: date) -> ir.Table:
    """Return the engagements that exist on a day and that some clause counts, with their likeness.

    `since` and `until` are the days served, cut at the day of judgement.
    """
    table = engagements.filter(engagements.since <= ibis.literal(on))
    for key, look_up in look_ups.shared.items():
        table = table.inner_join(look_up.select(key, f"first_{key}"), key)
    firsts = {key: table[f"first_{key}"] for key in look_ups.shared}
    sizes = {group.name: group.key(table) for group, _ in look_ups.sizes}
    until = ibis.least(ibis.coalesce(table.until, ibis.literal(on)), ibis.literal(on))
    table = table.select("person", "shared_project", "since", served_until=until, **firsts, **sizes)
    facts = {name: table[name] for name in (*firsts, *sizes)}
    facts["windows"] = _how_many(
        table.served_until >= ibis.literal(window_start(on, years)) for years in look_ups.windows
    )
    for place, each in enumerate(look_ups.lengths):
        facts[f"length_{place}"] = each.reached(table.since, table.served_until, on)
    written = look_ups.likeness.written(facts)
    return table.select("person", "shared_project", "since", "served_until", **written).rename(until="served_until")


def _how_many(flags: Iterable[ir.BooleanValue]) -> ir.IntegerValue:
    found = [flag.cast("int64") for flag in flags]  # smaller ones the engine would multiply as what they are
    return together(add, found) if found else number(0)


def gather_engagements(served: ir.Table, alike: ir.Table, look_ups: LookUps) -> ir.Table:
    """Return for each person the bits that some engagement has, how many projects count, and the days that count for years.

    `sure_0`, ... and `possible_0`, ... are the bits, `sure_projects_0`, ... and `possible_projects_0`, ... the counts, and
    `days` all days together of what possibly counts for some years.
    """
    words = [name for name in alike.columns if name.startswith(HOW) and "_of_years_" not in name]
    names = ("person", *words, "days")
    once = _read(served.filter(served.shared_project == 0), alike, look_ups, words)
    shared = _read(served.filter(served.shared_project > 0), alike, look_ups, words)
    projects = shared.group_by("person", "shared_project").aggregate(
        **{name: bit_or(shared[name]) for name in words}, days=whole_sum(shared.days)
    )
    every = once.select(*names).union(projects.select(*names))
    return every.group_by("person").aggregate(
        **{name: whole_sum(every[name]) if "_projects_" in name else bit_or(every[name]) for name in words},
        days=whole_sum(every.days),
    )


def _read(served: ir.Table, alike: ir.Table, look_ups: LookUps, words: Sequence[str]) -> ir.Table:
    """Return engagements with what their likeness comes to, and the days that count for years."""
    read = served.inner_join(alike, look_ups.likeness.names)
    days = read.until.delta(read.since, unit="day").cast("int64") + number(1)
    found = {name: read[name].cast("int64") for name in words}  # a kept word of few bits has a smaller type
    of_years = [read[name] != number(0) for name in alike.columns if name.startswith("possible_of_years_")]
    return read.select("person", "shared_project", **found, days=some(of_years).ifelse(days, number(0)))
