"""Which values can stand in a column, beyond its type?

A number that names something is one that exists, a size is not negative, a day is one that a record may name.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from kijun.evidence import RATERS
from kijun.population.manifest import Manifest, Part
from kijun.population.tables import ENGAGEMENTS, MOST_LEVEL, RATINGS, Column, Table
from kijun.problem.reading import FIRST_DAY, LAST_DAY

Bounds = tuple[int | date, int | date]
"""The least and the most, both of them possible."""

NUMBERED: Final = {
    "work": "works",
    "condition_set": "condition_sets",
    "context": "contexts",
    "holding": "holdings",
    "kind": "kinds",
    "examination": "examinations",
    "item": "items",
}
"""Column -> the table in which the number that it holds has a row of its own."""
_MOST: Final = {"int8": 2**7 - 1, "int16": 2**15 - 1, "int32": 2**31 - 1, "int64": 2**63 - 1}


def bounds_of(table: Table, column: Column, manifest: Manifest, part: Part | None) -> Bounds | None:
    """Return the bounds of a column in a part of a workforce, or in a table that is shared; None where there are none.

    Nobody has more engagements than the workforce says: whoever counts them makes room for no more.
    """
    if column.kind == "date":
        return FIRST_DAY, LAST_DAY
    if column.kind not in _MOST:
        return None
    if column.name == "person" and part is not None:
        return part.first, part.last
    if table is ENGAGEMENTS and column.name == "position":
        return 0, manifest.most_engagements - 1
    if table is RATINGS and column.name == "level":
        return 0, MOST_LEVEL
    if column.name == "rater":
        return 0, len(RATERS) - 1
    if column.name in NUMBERED:
        return 0, manifest.rows_shared[NUMBERED[column.name]] - 1
    return int(column.name == "count"), _MOST[column.kind]
