"""What does an engagement come to for a block of cells, told by its likeness?

The words of all its facts are put together: which ways to have a trait stand, which demands they meet, for how many years it is
long enough alone, and whether a project counts that has it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import and_, or_

import ibis
import ibis.expr.types as ir

from kijun.criteria import Years
from kijun.population.both import HOW, has_any, number, some, together, word_of
from kijun.population.demands import AskedOfEngagements, Demands
from kijun.population.engagements import Facts
from kijun.population.fact_words import GATE
from kijun.population.lanes import Lanes
from kijun.population.places import ALL_ONES, BITS


@dataclass(frozen=True, slots=True, kw_only=True)
class LookUps:
    """What the facts leave standing for a block: for the number of each fact, a table with its words.

    The kinds of work have the bits of the demands whose clauses count them (`gate_0`, ...), and only those that some clause
    counts. `most` is for each word of ways what can stand at all, surely and possibly.
    """

    tables: Mapping[str, ir.Table]
    most: Mapping[str, Mapping[int, int]]


def read_alike(alike: ir.Table, asked: AskedOfEngagements, lanes: Lanes, look_ups: LookUps, facts: Facts) -> ir.Table:
    """Return every likeness that possibly has some bit: `sure_0`, `possible_0` and so on.

    `sure_projects_0` and so on are the lanes of what is asked of projects, `sure_of_years_0` and so on the years for which it
    counts.
    """
    table, demands = alike, asked.demands
    for key, look_up in look_ups.tables.items():
        table = table.inner_join(look_up, key)
    words = {
        f"{how}_{word}": together(
            and_, [_one_way(table, demands, word, how, look_ups), *_counts(table, demands, word, facts)]
        )
        for how in HOW
        for word in range(len(demands.planes))
    }
    lengths = [f"length_{place}" for place in range(len(facts.lengths))]
    met = table.select(*facts.likeness.names, *lengths, **words)
    met = met.filter(some(met[f"possible_{word}"] != number(0) for word in range(len(demands.planes))))
    columns: dict[str, ir.Value] = {}
    for how in HOW:
        found = [met[f"{how}_{word}"] for word in range(len(demands.planes))]
        columns |= _bits(met, asked, facts, found, how)
        columns |= {f"{how}_projects_{word}": lanes.met(word, found, demands) for word in range(lanes.words)}
        columns |= {f"{how}_of_years_{word}": each for word, each in enumerate(_of_years(asked, found))}
    return met.select(*facts.likeness.names, **columns)


def _one_way(table: ir.Table, demands: Demands, word: int, how: str, look_ups: LookUps) -> ir.IntegerValue:
    """Return the demands whose traits are there: of each, all that one of its ways asks."""
    planes = []
    for plane in demands.planes[word]:
        names = [f"{key}_{how}_{plane}" for key in look_ups.tables]
        planes.append(
            together(
                and_,
                [*(table[name] for name in names if name in table.columns), number(look_ups.most[how][plane])],
            )
        )
    return together(or_, planes or [number(0)])


def _counts(table: ir.Table, demands: Demands, word: int, facts: Facts) -> list[ir.IntegerValue]:
    """Return the words of the demands whose clauses count the work, and whose windows it ended in."""
    stands = [table[f"{GATE}_{word}"]]
    for place, years in enumerate(facts.windows):
        mask = sum(bits for its, bits, (clause, _) in demands.placed() if its == word and clause.within_years == years)
        if mask:
            is_in = table.windows > ibis.literal(place, "int32")
            stands.append(is_in.ifelse(number(ALL_ONES), number(ALL_ONES & ~mask)))
    return stands


def _bits(
    met: ir.Table, asked: AskedOfEngagements, facts: Facts, found: Sequence[ir.IntegerValue], how: str
) -> dict[str, ir.IntegerValue]:
    """Return the words of the demands that are met, and of the years that one engagement is long enough for."""
    longs = [(_is_long(met, years, facts, asked.demands, found), mask) for years, mask in asked.alone.items()]
    words = {}
    for word in asked.words:
        own = [found[word] & number(asked.answers[word])] if word in asked.answers else []
        flags = [(is_long, mask[word]) for is_long, mask in longs if word in mask]
        words[f"{how}_{word}"] = together(or_, [*own, *([word_of(flags)] if flags else [])])
    return words


def _of_years(asked: AskedOfEngagements, found: Sequence[ir.IntegerValue]) -> Iterator[ir.IntegerValue]:
    """Yield the words of the years whose demand is met, each at the place of its criterion."""
    counts = [has_any(found, asked.demands.mask([(each.clause, each.trait)])) for each in asked.years]
    for first in range(0, len(counts), BITS):
        yield word_of((each, 1 << place) for place, each in enumerate(counts[first : first + BITS]))


def _is_long(
    met: ir.Table, criterion: Years, facts: Facts, demands: Demands, found: Sequence[ir.IntegerValue]
) -> ir.BooleanValue:
    place, reached = next(
        (place, length.years.index(criterion.at_least) + 1)
        for place, length in enumerate(facts.lengths)
        if length.within_years == criterion.clause.within_years
    )
    is_long = met[f"length_{place}"] >= ibis.literal(reached, "int32")
    return is_long & has_any(found, demands.mask([(criterion.clause, criterion.trait)]))
