"""What stands behind the numbers that rows name?

The exact reverse of `numbers`: the tables that a whole workforce shares become the facts of engagements, expertise and the rest.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from kijun.evidence import Equivalence, MarketShare
from kijun.population.load import Workforce
from kijun.population.numbers import ConditionSet, Context, Work
from kijun.population.recorded_days import recorded_day
from kijun.population.tables import SHARED, TABLES

Rows = list[tuple[Any, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """The facts behind the numbers, by number."""

    works: Mapping[int, Work]
    condition_sets: Mapping[int, ConditionSet]
    contexts: Mapping[int, Context]
    holdings: Mapping[int, tuple[str, str | None, str | None]]
    kinds: Mapping[int, str]
    examinations: Mapping[int, str]
    items: Mapping[int, str]


def read_shared(workforce: Workforce, named: Mapping[str, pa.Array] | None = None) -> Shared:
    """Return the facts behind all numbers, or only behind those that are named by the column that names them."""
    rows = {table.name: _rows(workforce, table.name, named) for table in SHARED}
    fields, activities, conditions = (
        _by_number(rows[name]) for name in ("work_fields", "work_activities", "conditions")
    )
    shares, claims = _by_number(rows["shares"]), _by_number(rows["claims"])
    return Shared(
        works={
            number: (
                role,
                outcome,
                tuple(name for _, name in fields.get(number, ())),
                tuple(name for (name,) in activities.get(number, ())),
            )
            for number, role, outcome in rows["works"]
        },
        condition_sets={
            number: (tuple(name for (name,) in conditions.get(number, ())), is_whole)
            for number, is_whole in rows["condition_sets"]
        },
        contexts={
            number: (
                customers,
                tuple(_share(row) for row in shares.get(number, ())) if has_market else None,
                tuple(_claim(row) for row in claims.get(number, ())),
            )
            for number, customers, has_market in rows["contexts"]
        },
        holdings={number: (area, degree, reach) for number, area, degree, reach in rows["holdings"]},
        kinds=dict(rows["kinds"]),
        examinations=dict(rows["examinations"]),
        items=dict(rows["items"]),
    )


def _rows(workforce: Workforce, name: str, named: Mapping[str, pa.Array] | None) -> Rows:
    table = TABLES[name]
    key = table.columns[0].name
    chosen = None if named is None else pc.field(key).isin(named[key])
    columns = [column.name for column in table.columns]
    return rows_of(pq.read_table(workforce.file(table), columns=columns, filters=chosen))


def rows_of(table: pa.Table) -> Rows:
    """Return the rows of a table as plain values."""
    return list(zip(*(column.to_pylist() for column in table.columns), strict=True))


def _by_number(rows: Rows) -> dict[int, Rows]:
    return {number: [row[1:] for row in group] for number, group in groupby(sorted(rows, key=_number), key=_number)}


def _number(row: tuple[Any, ...]) -> int:
    number: int = row[0]
    return number


def _share(row: tuple[Any, ...]) -> MarketShare:
    _, scope, count, employees = row
    return MarketShare(scope=scope, count=count, employees=employees)


def _claim(row: tuple[Any, ...]) -> Equivalence:
    _, decision, to, by, reason, day, is_month = row
    return Equivalence(
        decision=decision,
        to=to,
        by=by,
        reason=reason,
        day=None if day is None else recorded_day(day, is_month=is_month),
    )
