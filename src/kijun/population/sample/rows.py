"""How many rows of a table does each person have, and how do columns of numbers become a table?

Columns are drawn for some thousand people at once; a row knows its person and its place in the person's record.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from kijun.population.parts import arrow_schema
from kijun.population.sample.pools import NOT_RECORDED, Integers
from kijun.population.tables import Table

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """The rows of some people: whose each is, its place, and where each person's begin."""

    person: Integers
    position: Integers
    starts: Integers

    def __len__(self) -> int:
        return len(self.person)

    @property
    def is_first(self) -> Flags:
        """Which rows are the first ones of their people."""
        return np.equal(self.position, 0)

    @property
    def is_last(self) -> Flags:
        """Which rows are the last ones of their people."""
        return np.append(self.is_first[1:], True)[: len(self)]


def came(share: float, count: int, rng: np.random.Generator) -> Flags:
    """Return in which of so many cases something came about that does so in this share of them."""
    return rng.random(count) < share


def rows_of(counts: Integers) -> Rows:
    """Return so many rows for each person, in their order."""
    starts = np.cumsum(counts) - counts
    person = np.repeat(np.arange(len(counts)), counts)
    return Rows(person=person, position=np.arange(len(person)) - starts[person], starts=starts)


def table_of(table: Table, columns: Mapping[str, object], measures: tuple[str, ...] = ()) -> pa.Table:
    """Return a table of the published schema; columns are arrays, already Arrow's where something can be empty."""
    schema = arrow_schema(table, measures)
    arrays = [pa.array(columns[field.name], type=field.type) for field in schema]
    return pa.table(arrays, schema=schema)


def with_gaps(values: Integers, is_empty: Flags) -> pa.Array:
    """Return numbers with gaps."""
    return pa.array(values, mask=is_empty)


def sizes_with_gaps(values: Integers) -> pa.Array:
    """Return numbers of which those that nobody recorded are gaps."""
    return with_gaps(values, values == NOT_RECORDED)


def dates(days: Integers, is_empty: Flags | None = None) -> pa.Array:
    """Return days since 1970 as dates."""
    return pa.array(days.astype("datetime64[D]"), mask=is_empty)


def words(choices: tuple[str, ...], places: Integers, is_empty: Flags | None = None) -> pa.Array:
    """Return words by their places among the choices."""
    taken = pa.array(places, mask=is_empty)
    return pa.array(choices, pa.string()).take(taken)
