"""workforce.json comes back as it was written."""

from __future__ import annotations

import json

import pytest

from kijun.population.manifest import Manifest, Part, dump_manifest, parse_manifest
from kijun.population.tables import CUT, SHARED
from kijun.problem import Place
from kijun.problem.reading import Reading, Value

_MANIFEST = Manifest(
    people=3,
    measures=("a", "b"),
    parts=(
        Part(first=0, last=1, rows={table.name: number for number, table in enumerate(CUT)}),
        Part(first=2, last=2, rows={table.name: 0 for table in CUT}),
    ),
    rows_shared={table.name: 1 for table in SHARED},
    most_engagements=2,
    digest="sha256:00",
    made_by={"sample": {"people": 3, "seed": 7}},
)


def _reading(plain: object) -> tuple[Manifest, Reading]:
    reading = Reading(locate=lambda _: Place(file="workforce.json"))
    return parse_manifest(Value(reading=reading, path=(), raw=plain)), reading


def test_a_manifest_is_read_as_it_was_written() -> None:
    manifest, reading = _reading(json.loads(dump_manifest(_MANIFEST)))
    assert manifest == _MANIFEST
    assert reading.problems == []


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("people", -1),
        ("people", 1.5),
        ("parts", {}),
        ("rows_shared", {}),
        ("measures", "a"),
        ("made_by", None),
        ("new", 1),
    ],
)
def test_what_a_manifest_cannot_hold_is_reported(key: str, value: object) -> None:
    _, reading = _reading(json.loads(dump_manifest(_MANIFEST)) | {key: value})
    assert reading.has_errors
