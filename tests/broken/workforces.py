"""Workforces that cannot be read: a sound one, and what is done to it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from kijun.population.manifest import FILE
from tests.population.rows import MEASURES, NOBODY, save
from tests.strategies import aims, fitting

Change = Callable[[Path], object]
_ENGAGEMENTS: Final = Path("engagements/part-00000.parquet")
_PEOPLE: Final = Path("people/part-00000.parquet")
_SIZE: Final = f"size_{MEASURES[0]}"


def sound(folder: Path) -> Path:
    """Write a workforce of three people, in parts of two."""
    engagement = replace(fitting(aims()[0], "e1"), sizes={MEASURES[0]: 5})
    people = [replace(NOBODY, employee=f"E-{number}", engagements=(engagement,)) for number in range(3)]
    return save(folder, people, people_in_a_part=2).folder


def make_workforce(name: str, folder: Path) -> Path:
    """Write a broken workforce of the table."""
    made = sound(folder / "workforce")
    MAKERS[name](made)
    return made


def _edited(before: str, after: str) -> Change:
    def change(folder: Path) -> None:
        text = (folder / FILE).read_text(encoding="utf-8")
        assert before in text
        (folder / FILE).write_text(text.replace(before, after), encoding="utf-8")

    return change


def _without(path: Path | str) -> Change:
    return lambda folder: (folder / path).unlink()


def _rewritten(path: Path | str, change: Callable[[pa.Table], pa.Table], **options: Any) -> Change:
    return lambda folder: pq.write_table(change(pq.read_table(folder / path)), folder / path, **options)


def _first(name: str, value: object, type_: pa.DataType | None = None) -> Callable[[pa.Table], pa.Table]:
    """Return a change of one column: its first value becomes this one."""

    def change(table: pa.Table) -> pa.Table:
        index = table.schema.get_field_index(name)
        column = pa.array([value, *table[name].to_pylist()[1:]], type_ or table.schema.field(name).type)
        return table.set_column(index, pa.field(name, column.type), column)

    return change


def _halved(folder: Path) -> None:
    whole = (folder / _ENGAGEMENTS).read_bytes()
    (folder / _ENGAGEMENTS).write_bytes(whole[: len(whole) // 2])


def _in_all_ways(folder: Path) -> None:
    for name in ("a-table-is-missing", "half-a-file", "a-person-twice"):
        MAKERS[name](folder)


MAKERS: Final[Mapping[str, Change]] = {
    "without-a-manifest": _without(FILE),
    "of-another-schema": _edited('"version": 1', '"version": 2'),
    "a-manifest-that-lacks-a-key": _edited('"digest"', '"digests"'),
    "fewer-people-than-parts": _edited('"people": 3', '"people": 2'),
    "a-table-is-missing": _without("ratings/part-00001.parquet"),
    "half-a-file": _halved,
    "without-a-column": _rewritten(_ENGAGEMENTS, lambda table: table.drop_columns(["work"])),
    "not-a-number": _rewritten(_ENGAGEMENTS, _first(_SIZE, float("nan"), pa.float64())),
    "an-infinite-number": _rewritten(_ENGAGEMENTS, _first(_SIZE, float("inf"), pa.float64())),
    "fewer-rows": _rewritten(_ENGAGEMENTS, lambda table: table.slice(1)),
    "a-person-twice": _rewritten(_PEOPLE, _first("employee", "E-1")),
    "a-negative-size": _rewritten(_ENGAGEMENTS, _first(_SIZE, -1)),
    "an-empty-role": _rewritten(
        "works.parquet", lambda table: table.set_column(1, "role", pa.nulls(len(table), pa.string()))
    ),
    "another-table": lambda folder: shutil.copy(folder / "kinds.parquet", folder / "items.parquet"),
    "a-number-twice": _rewritten("contexts.parquet", _first("context", 1)),
    "other-bytes": _rewritten(_ENGAGEMENTS, lambda table: table),
    "people-in-another-order": _rewritten(
        _ENGAGEMENTS, lambda table: table.sort_by([("person", "descending")]), row_group_size=1
    ),
    "in-several-ways": _in_all_ways,
}
