"""Does the embedded engine judge some parts after others, keep people in order, and say in our words what goes wrong?"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from threading import Event, Thread
from typing import Any, Final
from urllib.parse import unquote

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from kijun.errors import BadInput
from kijun.population.engines import duckdb as engines
from kijun.population.engines.duckdb import MOST_PEOPLE, NO_VALUE, DuckDbEngine
from kijun.population.load import Workforce
from kijun.population.manifest import Part
from kijun.population.tables import CONDITIONS, ENGAGEMENTS, PEOPLE, WORKS
from tests.builders import person
from tests.people import hardware_five
from tests.population.a_workforce import named
from tests.population.rows import save

TEAMS: Final = ("営業 第一", "A/B=c", None, "営業 第一", "%", None, "A/B=c")
SCHEMA: Final = pa.schema(
    [pa.field("person", pa.int32()), pa.field("employee", pa.string()), pa.field("team", pa.string())],
    metadata={b"kijun": b"what it was made from"},
)


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory) -> Workforce:
    """Write seven people in four parts; those of odd numbers have an engagement."""
    persons = [
        named(hardware_five() if number % 2 else person(), f"E-{number}", "甲", team)
        for number, team in enumerate(TEAMS)
    ]
    return save(tmp_path_factory.mktemp("engine") / "workforce", persons, people_in_a_part=2)


@pytest.fixture
def engine(people: Workforce) -> Iterator[DuckDbEngine]:
    """Open the engine on them."""
    opened = DuckDbEngine(people)
    yield opened
    opened.close()


@pytest.fixture
def in_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no more than four people be judged at once."""
    monkeypatch.setattr(engines, "MOST_PEOPLE", 4)


def _part(first: int, last: int) -> Part:
    return Part(first=first, last=last, rows={})


@pytest.mark.parametrize(
    ("people_of_parts", "portions"),
    [
        ([MOST_PEOPLE], [[0]]),
        ([MOST_PEOPLE, 1], [[0], [1]]),
        ([MOST_PEOPLE // 2] * 4, [[0, 1], [2, 3]]),
        ([1] * 5, [[0, 1, 2, 3, 4]]),
        ([MOST_PEOPLE * 3, 5, 5], [[0], [1, 2]]),
    ],
)
def test_parts_are_judged_together_up_to_so_many_people(people_of_parts: list[int], portions: list[list[int]]) -> None:
    ends = [sum(people_of_parts[:end]) for end in range(len(people_of_parts) + 1)]
    assert engines._portions([_part(first, after - 1) for first, after in pairwise(ends)]) == portions


def _write(engine: DuckDbEngine, relation: Any, into: Path, *by: str, told: list[int] | None = None) -> list[Path]:
    engine.write(relation, SCHEMA, into, by, None if told is None else told.append)
    return sorted(into.rglob("*.parquet"))


def _people(engine: DuckDbEngine) -> Any:
    table = engine.table(PEOPLE)
    return table.select("person", "employee", "team")


def test_each_portion_is_a_file_and_everybody_is_in_one(in_portions: None, people: Workforce, tmp_path: Path) -> None:
    told: list[int] = []
    engine = DuckDbEngine(people)
    files = _write(engine, _people(engine), tmp_path, told=told)
    engine.close()
    assert [file.name for file in files] == ["part-00000.parquet", "part-00001.parquet"]
    assert [pq.ParquetFile(file).read()["person"].to_pylist() for file in files] == [[0, 1, 2, 3], [4, 5, 6]]
    assert told == [4, 7]


def test_what_is_kept_of_people_is_made_anew_for_each_portion(
    in_portions: None, people: Workforce, tmp_path: Path
) -> None:
    engine = DuckDbEngine(people)
    works = engine.table(WORKS).select("role", "work")
    served = engine.keep(engine.table(ENGAGEMENTS).select("person", "work"))
    by_role = served.inner_join(works, "work").select("person", "role")
    relation = by_role.inner_join(engine.table(PEOPLE), "person").select("person", employee="role", team="name")
    files = _write(engine, relation, tmp_path)
    engine.close()
    rows = [row for file in files for row in pq.ParquetFile(file).read().to_pylist()]
    assert [(row["person"], row["employee"]) for row in rows] == [
        (1, "responsible"),
        (3, "responsible"),
        (5, "responsible"),
    ]


def test_the_people_of_a_file_stand_in_order_whatever_the_relation_does(engine: DuckDbEngine, tmp_path: Path) -> None:
    relation = _people(engine)
    (file,) = _write(engine, relation.order_by(relation.employee.desc()), tmp_path)
    assert pq.ParquetFile(file).read()["person"].to_pylist() == list(range(7))


def test_each_file_says_what_it_was_made_from(engine: DuckDbEngine, tmp_path: Path) -> None:
    for file in (
        *_write(engine, _people(engine), tmp_path / "all"),
        *_write(engine, _people(engine), tmp_path / "by", "team"),
    ):
        assert pq.read_schema(file).metadata[b"kijun"] == b"what it was made from"


def test_every_value_has_a_folder_that_can_be_a_folder(engine: DuckDbEngine, tmp_path: Path) -> None:
    found = {
        unquote(file.parent.name): pq.ParquetFile(file).read()["person"].to_pylist()
        for file in _write(engine, _people(engine), tmp_path, "team")
    }
    assert found == {"team=営業 第一": [0, 3], "team=A/B=c": [1, 6], f"team={NO_VALUE}": [2, 5], "team=%": [4]}
    assert all(path.parent == tmp_path for path in tmp_path.iterdir())
    assert all("team" not in pq.read_schema(file).names for file in tmp_path.rglob("*.parquet"))


def test_several_columns_make_folders_inside_folders(engine: DuckDbEngine, tmp_path: Path) -> None:
    files = _write(engine, _people(engine), tmp_path, "team", "employee")
    assert len(files) == len(TEAMS)
    assert {file.parent.parent.parent for file in files} == {tmp_path}


def test_who_reads_the_folders_finds_the_teams_again(engine: DuckDbEngine, tmp_path: Path) -> None:
    _write(engine, _people(engine), tmp_path, "team")
    read = duckdb.execute(f"SELECT person, team FROM read_parquet('{tmp_path}/**/*.parquet', hive_partitioning = true)")
    assert sorted(read.fetchall()) == list(enumerate(TEAMS))


def test_a_value_that_cannot_be_had_is_said_in_our_words(engine: DuckDbEngine, tmp_path: Path) -> None:
    with pytest.raises(BadInput) as raised:
        _write(engine, _people(engine).mutate(person=engine.table(PEOPLE).employee.cast("int32")), tmp_path)
    assert "could not be judged" in str(raised.value.text.en)
    assert "判定できませんでした" in raised.value.text.ja
    assert "\n" not in raised.value.text.en


def test_a_file_that_is_gone_meanwhile_is_said_too(people: Workforce, tmp_path: Path) -> None:
    folder = tmp_path / "workforce"
    shutil.copytree(people.folder, folder)
    engine = DuckDbEngine(Workforce(folder=folder, manifest=people.manifest))
    relation = _people(engine)
    shutil.rmtree(folder / PEOPLE.name)
    with pytest.raises(BadInput):
        _write(engine, relation, tmp_path / "out")
    engine.close()


def test_whoever_interrupts_it_is_heard(engine: DuckDbEngine) -> None:
    endless = "SELECT sum(one.range % (two.range + 1)) FROM range(10000000) one, range(10000000) two"
    is_heard = Event()

    def interrupt() -> None:
        while not is_heard.wait(0.05):
            engine._connection.con.interrupt()

    thread = Thread(target=interrupt)
    thread.start()
    try:
        with pytest.raises(KeyboardInterrupt):
            engine._ask(endless)
    finally:
        is_heard.set()
        thread.join()


def test_rows_come_in_the_order_of_their_columns_whatever_else_is_asked_meanwhile(engine: DuckDbEngine) -> None:
    found = []
    for row in engine.rows(CONDITIONS):
        found.append(tuple(row.values()))
        assert len(list(engine.rows(WORKS))) == 1
    assert len(found) > 1
    assert found == sorted(found)


def test_a_shared_table_that_cannot_be_read_is_said_in_our_words(people: Workforce, tmp_path: Path) -> None:
    shutil.copytree(people.folder, tmp_path / "workforce")
    damaged = DuckDbEngine(replace(people, folder=tmp_path / "workforce"))
    (tmp_path / "workforce" / "works.parquet").write_bytes(b"PAR1")
    with pytest.raises(BadInput, match="could not be judged"):
        list(damaged.rows(WORKS))
    damaged.close()


def test_the_plan_names_what_is_read(engine: DuckDbEngine) -> None:
    plan = engine.plan(engine.table(PEOPLE).inner_join(engine.table(ENGAGEMENTS), "person"))
    assert plan.upper().count("READ PARQUET") + plan.upper().count("PARQUET SCAN") == 2
