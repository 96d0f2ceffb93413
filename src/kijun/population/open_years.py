"""Of whom is it open whether some years were served, and which engagements can tell?

Of most people it is told by one engagement that is long enough, or by all days together, which are too few. The engagements of
the rest are laid out, each once for each of the years that it counts for, and merged (`served_years`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from operator import or_

import ibis
import ibis.expr.types as ir

from kijun.criteria import Years
from kijun.population.both import HOW, has_any, number, some, together, word_of
from kijun.population.constant import Row
from kijun.population.demands import AskedOfEngagements
from kijun.population.engagements import DAYS_IN_A_YEAR, Facts
from kijun.population.places import BITS
from kijun.timespan import window_start


def years_keys(asked: AskedOfEngagements, places: Mapping[Years, int], *, on: date) -> Iterator[Row]:
    """Yield for each of the years of a block its place, from which day on it counts, how many are asked for, and its own bit."""
    for bit, criterion in enumerate(asked.years):
        window = criterion.clause.within_years
        first = date.min if window is None else window_start(on, window)
        masks = {f"own_{word}": (bit // BITS == word) << bit % BITS for word in range(_words(asked))}
        yield {"place": places[criterion], "counts_from": first, "at_least": criterion.at_least, **masks}


def open_years(gathered: ir.Table, asked: AskedOfEngagements) -> ir.Table:
    """Return the people of whom it is open whether they served some years, and which: `open_0`, ...

    The rest is told without merging anything: one engagement alone is long enough, or all days together are too few. So
    many years have at least 365 days each.
    """
    found = {how: {word: gathered[f"{how}_{word}"] for word in asked.words} for how in HOW}
    flags: dict[int, list[tuple[ir.BooleanValue, int]]] = {}
    for bit, criterion in enumerate(asked.years):
        is_open = gathered.days >= number(criterion.at_least * DAYS_IN_A_YEAR)
        long = asked.alone[criterion]
        told = has_any(found["sure"], long)
        flags.setdefault(bit // BITS, []).append((is_open & ~told, 1 << bit % BITS))
    table = gathered.select("person", **{f"open_{word}": word_of(of_word) for word, of_word in flags.items()})
    return table.filter(some(table[name] != number(0) for name in table.columns if name != "person"))


def doubtful_engagements(served: ir.Table, doubtful: ir.Table) -> ir.Table:
    """Return the engagements of doubtful people, with the years that are open."""
    return served.inner_join(doubtful, "person").drop("shared_project")


def counted_for(engagements: ir.Table, alike: ir.Table, facts: Facts) -> ir.Table:
    """Return the engagements of doubtful people that possibly count for open years, and for which: `sure_0`, `possible_0`, ..."""
    names = facts.likeness.names
    opened = [name for name in engagements.columns if name.startswith("open_")]
    counts = {f"{how}_{name}": f"{how}_of_years_{name.removeprefix('open_')}" for how in HOW for name in opened}
    table = engagements.inner_join(alike.select(*names, *counts.values()), names)
    words = {name.replace("_open", ""): table[name.partition("_")[2]] & table[word] for name, word in counts.items()}
    found = table.select("person", "since", "until", **words)
    return found.filter(some(found[name] != number(0) for name in words if name.startswith("possible")))


def spans_of(counted: ir.Table, keys: ir.Table, asked: AskedOfEngagements) -> ir.Table:
    """Return engagements once for each of the years that they count for; `is_sure` says whether they surely do."""
    table = counted.cross_join(keys)
    hits = {
        how: together(or_, [table[f"{how}_{word}"] & table[f"own_{word}"] for word in range(_words(asked))])
        for how in HOW
    }
    since = ibis.greatest(table.since, table.counts_from)
    spans = table.filter(hits["possible"] != number(0))
    return spans.select("person", "place", "until", is_sure=hits["sure"] != number(0), since=since)


def _words(asked: AskedOfEngagements) -> int:
    return -(-len(asked.years) // BITS)
