"""From what to what do the values of a column run?

Parquet says it of each row group at the end of the file. Where a file does not say it, or is not what it was, the column is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import pyarrow.compute as pc
import pyarrow.parquet as pq

from kijun.population.bounds import Bounds

Value = int | date


@dataclass(frozen=True, slots=True, kw_only=True)
class Values:
    """The ends of a column's values in a row group, least and most (None where it has none), and how many rows are empty."""

    ends: tuple[Value, Value] | None
    empty: int


def column_values(file: pq.ParquetFile, name: str, *, trusts_statistics: bool) -> Iterator[Values]:
    """Yield what a column holds, row group by row group."""
    index = file.schema_arrow.names.index(name)
    for group in range(file.metadata.num_row_groups):
        said = _said(file.metadata.row_group(group).column(index)) if trusts_statistics else None
        yield said or _read(file, group, name)


def _said(column: pq.ColumnChunkMetaData) -> Values | None:
    statistics = column.statistics
    if statistics is None or not statistics.has_null_count:
        return None
    if statistics.null_count == column.num_values:
        return Values(ends=None, empty=statistics.null_count)
    return (
        Values(ends=(statistics.min, statistics.max), empty=statistics.null_count) if statistics.has_min_max else None
    )


def _read(file: pq.ParquetFile, group: int, name: str) -> Values:
    values = file.read_row_group(group, columns=[name])[name]
    if values.null_count == len(values):
        return Values(ends=None, empty=values.null_count)
    ends = pc.min_max(values).as_py()
    return Values(ends=(ends["min"], ends["max"]), empty=values.null_count)


def beyond(groups: Iterable[Values], bounds: Bounds) -> Value | None:
    """Return a value that lies beyond the bounds, or None where none does."""
    least, most = bounds
    for group in groups:
        for end in group.ends or ():
            if not least <= end <= most:  # type: ignore[operator]  # the type of the column is that of its bounds
                return end
    return None


def is_ascending(groups: Iterable[Values]) -> bool:
    """Return whether no row group begins below the end of the one before it."""
    ends = [group.ends for group in groups if group.ends is not None]
    return all(before[1] <= after[0] for before, after in pairwise(ends))  # type: ignore[operator]  # as above
