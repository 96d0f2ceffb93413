"""What does a set of conditions that held answer for?"""

from __future__ import annotations

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir

from kijun.criteria import Conditions
from kijun.population.alternatives import CONDITIONS
from kijun.population.both import Both, is_one_of, number
from kijun.population.demands import Way
from kijun.population.look_up import Leaf, asked_of, leaves_in, look_up


def look_up_conditions(ways: Sequence[Way], condition_sets: ir.Table, conditions: ir.Table) -> ir.Table | None:
    """Return the words of every set of conditions, or None where nothing is asked of conditions.

    What is listed as held, holds; whether others held is known only where the list is whole.
    """
    asked = asked_of(CONDITIONS, ways)
    if not asked.words:
        return None
    lists = [leaf for leaf in leaves_in(asked.demands) if isinstance(leaf, Conditions)]
    counts = {}
    for place, each in enumerate(lists):
        counts[f"held_{place}"] = _how_many(conditions, each.of)
        counts[f"mandatory_{place}"] = _how_many(conditions, each.must_include)
    counted = conditions.group_by("condition_set").aggregate(**counts)
    table = condition_sets.left_join(counted, "condition_set").drop("condition_set_right")

    def leaf(trait: Leaf) -> Both:
        if not isinstance(trait, Conditions):
            raise TypeError(trait)
        place = lists.index(trait)
        held = table[f"held_{place}"].fill_null(0)
        mandatory = table[f"mandatory_{place}"].fill_null(0)
        sure = (held >= number(trait.at_least)) & (mandatory >= number(len(set(trait.must_include))))
        return Both(sure=sure, possible=sure | ~table.is_whole)

    return look_up(table, "condition_set", asked, leaf, CONDITIONS)


def _how_many(conditions: ir.Table, of: tuple[str, ...]) -> ir.IntegerValue:
    return ibis.ifelse(is_one_of(conditions.condition, of), number(1), number(0)).sum() if of else number(0)
