"""What does a context answer for: whom an engagement served, which market, and what it was recognised as?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import ibis
import ibis.expr.types as ir

from kijun.criteria import Customers, Market, Recognised
from kijun.population.alternatives import CONTEXT
from kijun.population.both import Both, all_of, every, is_one_of, number
from kijun.population.demands import Way
from kijun.population.look_up import Leaf, asked_of, leaves_in, look_up


def look_up_contexts(
    ways: Sequence[Way], contexts: ir.Table, shares: ir.Table, claims: ir.Table, *, on: date
) -> ir.Table | None:
    """Return the words of every context, or None where nothing is asked of it.

    Customers or a market that are not on record are unknown. A claim counts once it is recognised for a named band or cell;
    claimed, or recognised for nothing that is named, it leaves the question open.
    """
    asked = asked_of(CONTEXT, ways)
    if not asked.words:
        return None
    leaves = leaves_in(asked.demands)
    markets = [leaf for leaf in leaves if isinstance(leaf, Market)]
    recognised = [leaf for leaf in leaves if isinstance(leaf, Recognised)]
    table = _joined(_joined(contexts, _counted(shares, markets)), _decided(claims, recognised, on=on))

    def leaf(trait: Leaf) -> Both:
        match trait:
            case Customers(reach=reach):
                served = is_one_of(table.customers, reach.accepted)
                return Both(sure=served, possible=served | table.customers.isnull())
            case Market():
                return _answered(trait, table, markets.index(trait))
            case Recognised():
                place = recognised.index(trait)
                sure = table[f"recognised_{place}"].fill_null(False)
                return Both(sure=sure, possible=sure | table[f"open_{place}"].fill_null(False))
            case _:
                raise TypeError(trait)

    return look_up(table, "context", asked, leaf, CONTEXT)


def _joined(table: ir.Table, other: ir.Table | None) -> ir.Table:
    return table if other is None else table.left_join(other, "context").drop("context_right")


def _answered(trait: Market, table: ir.Table, place: int) -> Both:
    """Return whether each group of the market comes to the count; without a statement nobody knows."""
    groups = []
    for group, _ in enumerate(trait.groups):
        sure = table[f"sure_{place}_{group}"].fill_null(0) >= number(trait.count)
        possible = table[f"possible_{place}_{group}"].fill_null(0) >= number(trait.count)
        groups.append(Both(sure=sure, possible=possible))
    both = all_of(groups)
    return Both(sure=both.sure & table.has_market, possible=both.possible | ~table.has_market)


def _counted(shares: ir.Table, markets: Sequence[Market]) -> ir.Table | None:
    counts = {}
    for place, market in enumerate(markets):
        for group, scopes in enumerate(market.groups):
            in_group = is_one_of(shares.scope, scopes)
            sure, possible = _large_enough(market, shares.employees)
            counts[f"sure_{place}_{group}"] = ibis.ifelse(
                in_group & sure, shares["count"].cast("int64"), number(0)
            ).sum()
            counts[f"possible_{place}_{group}"] = ibis.ifelse(
                in_group & possible, shares["count"].cast("int64"), number(0)
            ).sum()
    return shares.group_by("context").aggregate(**counts) if counts else None


def _large_enough(market: Market, employees: ir.IntegerColumn) -> tuple[ir.BooleanValue, ir.BooleanValue]:
    bounds = []
    if market.employees_at_least is not None:
        bounds.append(employees >= number(market.employees_at_least))
    if market.employees_below is not None:
        bounds.append(employees < number(market.employees_below))
    if not bounds:
        return every([]), every([])
    return every(bounds).fill_null(False), every(bounds).fill_null(True)


def _decided(claims: ir.Table, recognised: Sequence[Recognised], *, on: date) -> ir.Table | None:
    standing = claims.filter((claims.decision != "refused") & (claims.day.isnull() | (claims.day <= ibis.literal(on))))
    counts = {}
    for place, asked in enumerate(recognised):
        is_named = is_one_of(standing.to, asked.as_one_of)
        counts[f"recognised_{place}"] = (is_named & (standing.decision == "recognised")).any()
        counts[f"open_{place}"] = (is_named | standing.to.isnull()).any()
    return standing.group_by("context").aggregate(**counts) if counts else None
