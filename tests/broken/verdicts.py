"""Verdicts that cannot be read: sound ones, and what is done to them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from kijun.population.verdicts import FOLDER
from kijun.population.verdicts_judgement import FILE
from tests.builders import edition
from tests.population.a_workforce import workforce
from tests.population.verdicts_made import make_verdicts

Change = Callable[[Path], object]
_FIRST: Final = Path(FOLDER) / "part-00000.parquet"
_SECOND: Final = Path(FOLDER) / "part-00001.parquet"


def sound(folder: Path) -> Path:
    """Write the verdicts of seven people, in files of four."""
    return make_verdicts(folder, workforce(), [edition()], per_file=4).folder


def make_verdicts_of(name: str, folder: Path) -> Path:
    """Write broken verdicts of the table."""
    made = sound(folder / "verdicts")
    MAKERS[name](made)
    return made


def _saying(**changes: Any) -> Change:
    """Return a change of what judgement.json says."""

    def change(folder: Path) -> None:
        plain = json.loads((folder / FILE).read_text(encoding="utf-8"))
        (folder / FILE).write_text(json.dumps(plain | changes), encoding="utf-8")

    return change


def _without_a_level(folder: Path) -> None:
    plain = json.loads((folder / FILE).read_text(encoding="utf-8"))
    plain["bits"][0]["cell"] = "acme/v1/support/help-desk/two"
    (folder / FILE).write_text(json.dumps(plain), encoding="utf-8")


def _rewritten(change: Callable[[pa.Table], pa.Table]) -> Change:
    return lambda folder: pq.write_table(change(pq.read_table(folder / _FIRST)), folder / _FIRST)


def _with_decimals(table: pa.Table) -> pa.Table:
    return table.set_column(table.schema.get_field_index("met_1"), "met_1", table["met_1"].cast(pa.float64()))


def _halved(folder: Path) -> None:
    whole = (folder / _SECOND).read_bytes()
    (folder / _SECOND).write_bytes(whole[: len(whole) // 2])


MAKERS: Final[Mapping[str, Change]] = {
    "without-a-description": lambda folder: (folder / FILE).unlink(),
    "a-description-that-is-cut-off": lambda folder: (folder / FILE).write_text('{"format": ', encoding="utf-8"),
    "a-cell-without-a-level": _without_a_level,
    "of-another-schema": _saying(version=2),
    "half-a-file": _halved,
    "without-a-column": _rewritten(lambda table: table.drop_columns(["possible_1"])),
    "not-whole-numbers": _rewritten(_with_decimals),
    "of-another-day": _saying(on="2020-02-29"),
    "a-file-is-missing": lambda folder: (folder / _SECOND).unlink(),
}
