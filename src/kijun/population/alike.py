"""What does an engagement come to, told by its likeness?

The words of all its facts are put together: which ways to have a trait stand, which demands they meet, for how many years it is
long enough alone, and whether a project counts that has it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import and_, or_

import ibis
import ibis.expr.types as ir

from kijun.criteria import Years
from kijun.population.alternatives import CONDITIONS, CONTEXT
from kijun.population.asked import AskedOfAll
from kijun.population.both import HOW, has_any, number, some, together, word_of
from kijun.population.demands import Demands
from kijun.population.engagements import LookUps
from kijun.population.lanes import Lanes
from kijun.population.places import ALL_ONES, BITS
from kijun.population.works import GATE


def read_alike(served: ir.Table, asked: AskedOfAll, lanes: Lanes, look_ups: LookUps) -> ir.Table:
    """Return every likeness that possibly has some bit: `sure_0`, `possible_0` and so on.

    `sure_projects_0` and so on are the lanes of what is asked of projects, `sure_of_years_0` and so on the years for which it
    counts.
    """
    table, demands = _looked_up(served, look_ups), asked.demands
    words = {
        f"{how}_{word}": together(
            and_, [_one_way(table, demands, word, how, look_ups), *_counts(table, demands, word, look_ups)]
        )
        for how in HOW
        for word in range(len(demands.planes))
    }
    lengths = [f"length_{place}" for place in range(len(look_ups.lengths))]
    met = table.select(*look_ups.likeness.names, *lengths, **words)
    columns: dict[str, ir.Value] = {}
    for how in HOW:
        found = [met[f"{how}_{word}"] for word in range(len(demands.planes))]
        columns |= _bits(met, asked, look_ups, found, how)
        columns |= {f"{how}_projects_{word}": lanes.met(word, found, demands) for word in range(lanes.words)}
        columns |= {f"{how}_of_years_{word}": each for word, each in enumerate(_of_years(asked, found))}
    read = met.select(*look_ups.likeness.names, **columns)
    return read.filter(some(read[f"possible_{word}"] != number(0) for word in range(demands.bits.words)))


def _looked_up(served: ir.Table, look_ups: LookUps) -> ir.Table:
    alike = served.select(*look_ups.likeness.names).distinct()
    table = alike.select(*look_ups.likeness.names, **look_ups.likeness.read(alike))
    for key, look_up in look_ups.shared.items():
        table = table.inner_join(look_up.drop(f"first_{key}"), key)
    for group, look_up in look_ups.sizes:
        table = table.inner_join(look_up, group.name)
    return table


def _one_way(table: ir.Table, demands: Demands, word: int, how: str, look_ups: LookUps) -> ir.IntegerValue:
    """Return the demands whose traits are there: of each, all that one of its ways asks."""
    facts = (CONDITIONS, CONTEXT, *(group.name for group, _ in look_ups.sizes))
    planes = []
    for plane in demands.planes[word]:
        names = [f"{fact}_{how}_{plane}" for fact in facts]
        most = sum(1 << bit for its, bit, _ in demands.ways if its == plane)
        most &= look_ups.sure_at_most[plane] if how == "sure" else ALL_ONES
        planes.append(together(and_, [*(table[name] for name in names if name in table.columns), number(most)]))
    return together(or_, planes)


def _counts(table: ir.Table, demands: Demands, word: int, look_ups: LookUps) -> list[ir.IntegerValue]:
    """Return the words of the demands whose clauses count the work, and whose windows it ended in."""
    stands = [table[f"{GATE}_{word}"]]
    for place, years in enumerate(look_ups.windows):
        mask = sum(
            1 << bit for its, bit, (clause, _) in demands.placed() if its == word and clause.within_years == years
        )
        if mask:
            is_in = table.windows > ibis.literal(place, "int32")
            stands.append(is_in.ifelse(number(ALL_ONES), number(ALL_ONES & ~mask)))
    return stands


def _bits(
    met: ir.Table, asked: AskedOfAll, look_ups: LookUps, found: Sequence[ir.IntegerValue], how: str
) -> dict[str, ir.IntegerValue]:
    """Return the words of the demands that are met, and of the years that one engagement is long enough for."""
    longs = [(_is_long(met, each, look_ups, asked.demands, found), asked.demands.mask(each)) for each in asked.years]
    words = {}
    for word in range(asked.demands.bits.words):
        own = [found[word]] if word < len(found) else []
        flags = [(is_long, mask[word]) for is_long, mask in longs if word in mask]
        words[f"{how}_{word}"] = together(or_, [*own, *([word_of(flags)] if flags else [])])
    return words


def _of_years(asked: AskedOfAll, found: Sequence[ir.IntegerValue]) -> Iterator[ir.IntegerValue]:
    """Yield the words of the years whose demand is met, each at the place of its criterion."""
    counts = [has_any(found, asked.demands.mask((each.clause, each.trait))) for each in asked.years]
    for first in range(0, len(counts), BITS):
        yield word_of((each, 1 << place) for place, each in enumerate(counts[first : first + BITS]))


def _is_long(
    met: ir.Table, criterion: Years, look_ups: LookUps, demands: Demands, found: Sequence[ir.IntegerValue]
) -> ir.BooleanValue:
    place, reached = next(
        (place, length.years.index(criterion.at_least) + 1)
        for place, length in enumerate(look_ups.lengths)
        if length.within_years == criterion.clause.within_years
    )
    is_long = met[f"length_{place}"] >= ibis.literal(reached, "int32")
    return is_long & has_any(found, demands.mask((criterion.clause, criterion.trait)))
