"""Which of the bits does each engagement have, and what do they come to for a person?

An engagement is looked at once: its facts are looked up and put together, and what counts for a person is gathered. Records
of one project are one time, so that those of a shared project are put together before times are counted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import and_

import ibis
import ibis.expr.types as ir

from kijun.population.alternatives import CONDITIONS, CONTEXT
from kijun.population.asked import AskedOfAll, Bit, Counted, bits_of
from kijun.population.both import HOW, has_any, number, together
from kijun.population.lanes import Lanes
from kijun.population.places import ALL_ONES, Mask, Places
from kijun.population.sizes import Ladders
from kijun.population.works import GATE
from kijun.timespan import window_start


@ibis.udf.agg.builtin
def bit_or(word: int) -> int:
    """Return the bits of all words together; Ibis has no such aggregate for every engine."""
    return word


def whole_sum(words: ir.IntegerValue) -> ir.IntegerValue:
    """Return the sum of words of which no sum has more than SUMMED_BITS: as integers an engine would widen it, and be slow."""
    return words.cast("float64").sum().cast("int64")


@dataclass(frozen=True, slots=True, kw_only=True)
class LookUps:
    """The words of each fact, worked out beforehand; None where nothing is asked of it."""

    works: ir.Table
    conditions: ir.Table | None
    contexts: ir.Table | None
    sizes: Sequence[tuple[Ladders, ir.Table]]
    sure_at_most: Mapping[int, int]


def mask_of(bits: Places[Bit], counted: Counted) -> Mask:
    """Return the bits of which one is enough for an engagement to count."""
    return bits.mask(bits_of(counted))


def engagements_served(engagements: ir.Table, look_ups: LookUps, *, on: date) -> ir.Table:
    """Return the engagements that exist on a day, with the keys of their facts.

    `since` and `until` are the days served, cut at the day of judgement.
    """
    table = engagements.filter(engagements.since <= ibis.literal(on))
    until = ibis.least(ibis.coalesce(table.until, ibis.literal(on)), ibis.literal(on))
    keys = {group.name: group.key(table) for group, _ in look_ups.sizes}
    shared = ("person", "shared_project", "since", "work", "condition_set", "context")
    return table.select(*shared, served_until=until, **keys).rename(until="served_until")


def read_engagements(served: ir.Table, asked: AskedOfAll, look_ups: LookUps, *, on: date, only: Mask) -> ir.Table:
    """Return the engagements that some clause of `only` counts, with the bits that each has: `sure_0`, `possible_0`, ..."""
    gates = [look_ups.works[f"{GATE}_{word}"] for word in range(asked.bits.words)]
    table = served.inner_join(look_ups.works.filter(has_any(gates, only)), "work")
    for fact, key in ((look_ups.conditions, "condition_set"), (look_ups.contexts, "context")):
        if fact is not None:
            table = table.inner_join(fact, key)
    for group, found in look_ups.sizes:
        table = table.inner_join(found, group.name)
    facts = (CONDITIONS, CONTEXT, *(group.name for group, _ in look_ups.sizes))
    words = {}
    for word in range(asked.bits.words):
        for how in HOW:
            names = [f"{fact}_{how}_{word}" for fact in facts]
            factors = [table[f"{GATE}_{word}"], *(table[name] for name in names if name in table.columns)]
            factors += _in_window(asked.bits, word, table.until, on)
            most = look_ups.sure_at_most[word] if how == "sure" else ALL_ONES
            factors += [number(most)] if most != ALL_ONES else []
            words[f"{how}_{word}"] = together(and_, factors)
    return table.select("person", "shared_project", "since", "until", **words)


def _in_window(bits: Places[Bit], word: int, until: ir.DateValue, on: date) -> list[ir.IntegerValue]:
    """Return the words that stand while an engagement ended within the window of years of each clause."""
    masks: dict[int, int] = {}
    for its_word, bit, (clause, _) in bits.placed():
        if its_word == word and clause.within_years is not None:
            masks[clause.within_years] = masks.get(clause.within_years, 0) | (1 << bit)
    return [
        ibis.ifelse(until >= ibis.literal(window_start(on, years)), number(ALL_ONES), number(ALL_ONES & ~mask))
        for years, mask in masks.items()
    ]


def gather_engagements(alone: ir.Table, shared: ir.Table, asked: AskedOfAll, lanes: Lanes) -> ir.Table:
    """Return for each person the bits that some engagement has, and how many projects meet each demand.

    `alone` are engagements that no other one shares the project of, `shared` the rest. `sure_0`, ... and `possible_0`, ...
    are the bits, `sure_projects_7`, ... and `possible_projects_7`, ... the counts.
    """
    of_shared = _met(shared, asked, lanes)
    words = [name for name in of_shared.columns if name not in ("person", "shared_project")]
    projects = of_shared.group_by("person", "shared_project").aggregate(
        **{name: bit_or(of_shared[name]) for name in words}
    )
    all_projects = _met(alone, asked, lanes).select("person", *words).union(projects.select("person", *words))
    return all_projects.group_by("person").aggregate(
        **{
            name: whole_sum(all_projects[name]) if "_projects_" in name else bit_or(all_projects[name])
            for name in words
        }
    )


def _met(read: ir.Table, asked: AskedOfAll, lanes: Lanes) -> ir.Table:
    """Return the bits of each engagement, and one for each demand that it meets."""
    counts: dict[str, ir.IntegerValue] = {}
    for how in HOW:
        words = [read[f"{how}_{word}"] for word in range(asked.bits.words)]
        counts |= {f"{how}_projects_{word}": lanes.met(word, words) for word in lanes.words}
    bits = [f"{how}_{word}" for how in HOW for word in range(asked.bits.own_words)]
    return read.select("person", "shared_project", *bits, **counts)
