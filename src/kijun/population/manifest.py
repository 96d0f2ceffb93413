"""What does a workforce say about itself?

workforce.json beside the tables: how many people, in which parts, which measures are on record, and the digest of all tables.
Who made it is said too; the tables themselves are written by `parts` and checked by `load`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from kijun.population.tables import CUT, SHARED, VERSION
from kijun.problem.reading import Value

FILE: Final = "workforce.json"
FORMAT: Final = "kijun-workforce"
_MOST_ROWS: Final = 10**12


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A range of people, both ends of it included, and how many rows each table has of them."""

    first: int
    last: int
    rows: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What workforce.json says.

    `measures` have a column each in engagements. `most_engagements` is that of the person who has most. `digest` is that of
    the bytes of all tables, part by part, then of those that are shared. `made_by` is one command and what it was asked for.
    """

    people: int
    measures: tuple[str, ...]
    parts: tuple[Part, ...]
    rows_shared: Mapping[str, int]
    most_engagements: int
    digest: str
    made_by: Mapping[str, object]


def dump_manifest(manifest: Manifest) -> str:
    """Return the text of workforce.json: the same for the same manifest."""
    plain = {
        "format": FORMAT,
        "version": VERSION,
        "people": manifest.people,
        "measures": [*manifest.measures],
        "parts": [{"first": part.first, "last": part.last, "rows": dict(part.rows)} for part in manifest.parts],
        "rows_shared": dict(manifest.rows_shared),
        "most_engagements": manifest.most_engagements,
        "digest": manifest.digest,
        "made_by": dict(manifest.made_by),
    }
    return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"


def parse_manifest(value: Value) -> Manifest:
    """Return the manifest that a plain value is; what is wrong with it is reported to the value's reading."""
    keys = value.keys(
        required=(
            "format",
            "version",
            "people",
            "measures",
            "parts",
            "rows_shared",
            "most_engagements",
            "digest",
            "made_by",
        )
    )
    return Manifest(
        people=keys["people"].whole(),
        measures=tuple(item.words() for item in keys["measures"].items()),
        parts=tuple(_part(item) for item in keys["parts"].items()),
        rows_shared=_rows(keys["rows_shared"], tuple(table.name for table in SHARED)),
        most_engagements=keys["most_engagements"].whole(),
        digest=keys["digest"].words(),
        made_by={name: below.raw for name, below in keys["made_by"].entries().items()},
    )


def _part(value: Value) -> Part:
    keys = value.keys(required=("first", "last", "rows"))
    return Part(
        first=keys["first"].whole(),
        last=keys["last"].whole(),
        rows=_rows(keys["rows"], tuple(table.name for table in CUT)),
    )


def _rows(value: Value, tables: tuple[str, ...]) -> dict[str, int]:
    return {name: rows.whole(most=_MOST_ROWS) for name, rows in value.keys(required=tables).items()}
