"""What does a user read whose workforce is damaged? Which file, what is wrong, and what to do; nothing is judged."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from kijun.population.manifest import FILE
from kijun.population.parts import file_of
from kijun.population.tables import CONDITIONS, ENGAGEMENTS, PEOPLE, QUALIFICATIONS, RATINGS, WORKS, Table
from tests.builders import ON
from tests.cli.command import Kijun
from tests.population.a_workforce import workforce
from tests.population.agreement.disagreements import write_workforce
from tests.population.faults.running import DAY, held, run

Damage = Callable[[Path], object]
SIZE: Final = "size_computer_rooms"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a workforce of seven people in two parts."""
    return write_workforce(workforce(), tmp_path / "workforce", in_a_part=4)


def table(of: Table, change: Callable[[pa.Table], pa.Table]) -> Damage:
    """Return what writes a file of a table anew as somebody else might have made it."""

    def damage(folder: Path) -> None:
        path = file_of(folder, of)
        pq.write_table(change(pq.ParquetFile(path).read()), path)

    return damage


def column(name: str, values: Callable[[pa.Table], Any]) -> Callable[[pa.Table], pa.Table]:
    """Return what puts other values into a column."""

    def change(rows: pa.Table) -> pa.Table:
        found = values(rows)
        return rows.set_column(rows.schema.get_field_index(name), name, found)

    return change


def said(key: str, value: object) -> Damage:
    """Return what changes workforce.json."""

    def damage(folder: Path) -> None:
        plain = json.loads((folder / FILE).read_text(encoding="utf-8"))
        (folder / FILE).write_text(json.dumps(plain | {key: value}), encoding="utf-8")

    return damage


def cut(of: Table) -> Damage:
    """Return what cuts a file off in the middle, as a copy that was interrupted does."""

    def damage(folder: Path) -> None:
        path = file_of(folder, of)
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])

    return damage


def floats(*values: float) -> Callable[[pa.Table], Any]:
    return lambda rows: pa.array((values * len(rows))[: len(rows)], pa.float64())


DAMAGES: Final[dict[str, tuple[str, str, Damage]]] = {
    "a number that is none": ("K606", "engagements/", table(ENGAGEMENTS, column(SIZE, floats(float("nan"))))),
    "an infinity": ("K606", "engagements/", table(ENGAGEMENTS, column(SIZE, floats(float("inf"), -float("inf"))))),
    "a negative size": (
        "K609",
        "engagements/",
        table(ENGAGEMENTS, column(SIZE, lambda rows: pa.array([-1] * len(rows), pa.int64()))),
    ),
    "a person twice": (
        "K608",
        "people/",
        table(PEOPLE, column("employee", lambda rows: pa.array(["E-1"] * len(rows)))),
    ),
    "a person's number twice": (
        "K608",
        "people/",
        table(PEOPLE, column("person", lambda rows: pa.array([0] * len(rows), pa.int32()))),
    ),
    "a level that no standard has": (
        "K609",
        "ratings/",
        lambda folder: _with_ratings(folder, level=99),
    ),
    "a table that is missing": ("K603", "works.parquet", lambda folder: file_of(folder, WORKS).unlink()),
    "a part that is missing": ("K603", "ratings/", lambda folder: file_of(folder, RATINGS, 1).unlink()),
    "a column that is missing": ("K605", "engagements/", table(ENGAGEMENTS, lambda rows: rows.drop_columns(["work"]))),
    "a size that is missing": ("K605", "engagements/", table(ENGAGEMENTS, lambda rows: rows.drop_columns([SIZE]))),
    "days that are text": (
        "K606",
        "qualifications/",
        table(QUALIFICATIONS, column("day", lambda rows: rows["day"].cast(pa.string()))),
    ),
    "another version": ("K601", FILE, said("version", 2)),
    "another format": ("K60", FILE, said("format", "something")),
    "more people than there are": ("K60", FILE, said("people", 8)),
    "a file that is cut off": ("K604", "people/", cut(PEOPLE)),
    "a file with nothing in it": (
        "K604",
        "conditions.parquet",
        lambda folder: file_of(folder, CONDITIONS).write_bytes(b""),
    ),
    "a file that is something else": (
        "K604",
        "works.parquet",
        lambda folder: file_of(folder, WORKS).write_text("a,b\n1,2"),
    ),
    "a row too few": ("K607", "people/", table(PEOPLE, lambda rows: rows.slice(1))),
    "the file of another table": (
        "K611",
        "works.parquet",
        lambda folder: shutil.copy(file_of(folder, CONDITIONS), file_of(folder, WORKS)),
    ),
    "no role": ("K610", "works.parquet", table(WORKS, column("role", lambda rows: pa.nulls(len(rows), pa.string())))),
}


def _with_ratings(folder: Path, level: int) -> None:
    path = file_of(folder, RATINGS)
    rows = pq.ParquetFile(path).read()
    found: dict[str, list[Any]] = {name: [None] for name in rows.column_names}
    found |= {"person": [0], "position": [0], "item": [0], "level": [level], "rater": [0]}
    found |= {
        "is_day_month": [False],
        "is_contested": [False],
        "day": [ON],
    }
    pq.write_table(pa.table(found, schema=rows.schema), path)
    plain = json.loads((folder / FILE).read_text(encoding="utf-8"))
    plain["parts"][0]["rows"]["ratings"] = 1
    (folder / FILE).write_text(json.dumps(plain), encoding="utf-8")


@pytest.mark.parametrize("name", DAMAGES)
def test_it_is_said_which_file_is_damaged_and_nothing_is_judged(
    name: str, folder: Path, tmp_path: Path, kijun: Kijun
) -> None:
    code, place, damage = DAMAGES[name]
    damage(folder)
    before = held(folder)
    done = kijun("workforce", "judge", str(folder), "--on", DAY, "-o", str(tmp_path / "out"))
    assert done.code == 2, done.err
    assert code in done.err
    assert place in done.err
    assert done.out == ""
    assert held(folder) == before
    assert [path.name for path in tmp_path.iterdir()] == ["workforce"]


def test_the_verdicts_that_were_there_stay_when_the_workforce_is_refused(
    folder: Path, tmp_path: Path, kijun: Kijun
) -> None:
    out = tmp_path / "out"
    assert kijun("workforce", "judge", str(folder), "--on", DAY, "-o", str(out)).code == 0
    before = held(out)
    cut(PEOPLE)(folder)
    assert kijun("workforce", "judge", str(folder), "--on", DAY, "-o", str(out), "--update").code == 2
    assert held(out) == before


def test_all_that_is_wrong_is_said_at_once(folder: Path, tmp_path: Path, kijun: Kijun) -> None:
    for name in ("a table that is missing", "a column that is missing", "a file that is cut off"):
        DAMAGES[name][2](folder)
    done = kijun("workforce", "judge", str(folder), "--on", DAY, "-o", str(tmp_path / "out"))
    assert [code in done.err for code in ("K603", "K604", "K605")] == [True] * 3


@pytest.mark.parametrize("seed", range(4))
def test_a_byte_that_changed_is_noticed(seed: int, folder: Path, tmp_path: Path) -> None:
    chance = Random(seed)
    path = chance.choice(sorted(path for path in folder.rglob("*.parquet") if path.stat().st_size))
    content = bytearray(path.read_bytes())
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    path.write_bytes(bytes(content))
    done = run("judge", folder, "--on", DAY, "-o", tmp_path / "out")
    assert done.code == 2, (path, done)
    assert "Traceback" not in done.err
    assert not (tmp_path / "out").exists()
