"""Small tables made by hand, and what a relation over them says."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import count
from typing import Any, Final

import ibis
import pyarrow as pa
from hypothesis import Phase

import kijun.population.engines  # its options are those under which relations are written
from kijun.criteria import Trait
from kijun.population.asked import AskedOfAll
from kijun.population.demands import Demand, Way, demands_for
from kijun.population.tables import TABLES, columns_of
from tests.builders import clause

assert kijun.population.engines.__doc__
AS_DRAWN: Final = (Phase.explicit, Phase.generate)
"""An example that fails is shown as it was drawn: to make it smaller, a database would be asked for minutes."""
_NUMBERS: Final = count()
_NOTHING: Final = {"bool": False, "string": "", "date": None}
_KINDS: Final = {
    "bool": pa.bool_(),
    "int8": pa.int8(),
    "int16": pa.int16(),
    "int32": pa.int32(),
    "int64": pa.int64(),
    "date": pa.date32(),
    "string": pa.string(),
}


@cache
def _database() -> Any:
    return ibis.duckdb.connect(threads=1)


def rows_of(name: str, *rows: Mapping[str, object], measures: tuple[str, ...] = ()) -> Any:
    """Return a table of the published schema; what a row leaves out is empty, or nothing where it cannot be empty."""
    columns = columns_of(TABLES[name], measures)
    nothing = {each.name: None if each.can_be_empty else _NOTHING.get(each.kind, 0) for each in columns}
    schema = pa.schema([pa.field(each.name, _KINDS[each.kind]) for each in columns])
    assert all(row.keys() <= nothing.keys() for row in rows), "a column that the table does not have"
    return stored(pa.Table.from_pylist([nothing | dict(row) for row in rows], schema=schema))


def stored(rows: pa.Table) -> Any:
    """Return rows as a table of the database."""
    return _database().create_table(f"by_hand_{next(_NUMBERS)}", rows, temp=True)


def words(rows: list[dict[str, Any]], **kinds: pa.DataType) -> Any:
    """Return rows whose columns hold words of 64 bits, but for those whose type is said."""
    return stored(pa.Table.from_pylist(rows, pa.schema([(name, kinds.get(name, pa.int64())) for name in rows[0]])))


def told(relation: Any) -> list[dict[str, Any]]:
    """Return the rows of a relation, in the order of their columns; what is empty comes first."""
    found: list[dict[str, Any]] = _database().to_pyarrow(relation).to_pylist()
    return sorted(found, key=lambda row: [(value is not None, value) for value in row.values()])


def held_in(word: int, count_of_bits: int) -> list[bool]:
    """Return whether each of the lowest bits of a word is set."""
    return [bool(word >> place & 1) for place in range(count_of_bits)]


def asked_for(*demands: Demand, **lists: Any) -> AskedOfAll:
    """Return what is asked: some demands, those of the years and projects that are given, and of the rest what is given."""
    nothing: dict[str, Any] = dict.fromkeys(
        ("leaves", "projects", "years", "areas", "kinds", "passed", "confirmed", "rated"), ()
    )
    given = nothing | {"asks_mentoring": False} | lists
    of_years = [(each.clause, each.trait) for each in given["years"]]
    of_projects = [demand for each in given["projects"] for demand in each.of]
    return AskedOfAll(demands=demands_for([*demands, *of_years, *of_projects], given["years"]), **given)


def ways_for(*traits: Trait) -> tuple[Way, ...]:
    """Return the ways to have some traits, asked for by one clause; traits that have as many ways keep their order."""
    return demands_for([(clause(), trait) for trait in traits], ()).ways
