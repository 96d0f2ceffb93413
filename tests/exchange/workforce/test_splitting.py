"""Do the rows of tables larger than memory find together, and how little is read again when something changed?"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from kijun.errors import BadInput
from kijun.exchange.workforce.desk import Desk
from kijun.exchange.workforce.reading import Plan, plan_of, read_all
from kijun.exchange.workforce.sources import find_sources
from kijun.exchange.workforce.splitting import bounds_of
from kijun.population.collect_chunk import open_chunk
from kijun.population.collect_staging import Staging
from kijun.problem import Problem
from tests.exchange.workforce.collected import record, write_lines, write_tables


def desk(tmp_path: Path) -> Desk:
    (tmp_path / "staging").mkdir(exist_ok=True)
    return Desk(names=(), staging=Staging(folder=tmp_path / "staging"))


def planned(at: Desk, source: Path) -> Plan:
    return plan_of(at, find_sources([source], at.tables).found, piece=2000, in_range=2000)


def read(at: Desk, plan: Plan) -> None:
    read_all(at, plan, processes=1, progress=lambda _done, _count: None)


def test_bounds_divide_people_evenly_wherever_they_stand() -> None:
    employees = [f"E{number * 7919 % 100_000:05}" for number in range(100_000)]
    bounds = bounds_of(employees, 4)
    assert [int(each[1:]) // 1000 for each in bounds] == pytest.approx([25, 50, 75], abs=2)
    assert bounds_of([], 4) == ()
    assert bounds_of(["E1"], 4) == ("E1",)


def test_ranges_hold_everybody_once(tmp_path: Path) -> None:
    at = desk(tmp_path)
    plan = planned(at, write_tables(tmp_path / "in", [record(f"E{n * 7 % 20:02}") for n in range(20)]))
    read(at, plan)
    chunks = [open_chunk(at.staging, key) for key in plan.keys]
    assert len(chunks) > 3
    assert sum(chunk.people for chunk in chunks) == 20
    assert all(one.last < other.first for one, other in pairwise(chunks))
    assert not any(chunk.set_aside for chunk in chunks)


def test_only_what_changed_is_read_again(tmp_path: Path) -> None:
    at, source = desk(tmp_path), tmp_path / "all.jsonl"
    records = [record(f"E{number:02}") for number in range(10)]
    read(at, planned(at, write_lines(source, records)))
    assert planned(at, source).done(at) == len(planned(at, source).pieces) == 5
    records[4] = record("E04", team="x" * 3)
    assert planned(at, write_lines(source, records)).done(at) == 4
    assert planned(at, write_lines(source, records[1:])).done(at) == 0, "the places of all lines are others"


def test_tables_that_changed_are_read_again(tmp_path: Path) -> None:
    at = desk(tmp_path)
    records = [record(f"E{number:02}") for number in range(10)]
    plan = planned(at, write_tables(tmp_path / "in", records))
    read(at, plan)
    assert plan.done(at) == plan.size
    records[3]["mentoring"] = []
    changed = planned(at, write_tables(tmp_path / "in", records))
    assert changed.size - changed.done(at) == 1 + len(changed.ranges), (
        "the file that changed, and what it takes part in"
    )


def test_all_that_is_wrong_with_whole_tables_is_said_at_once(tmp_path: Path) -> None:
    folder = write_tables(tmp_path / "in", [record("E1")])
    (folder / "ratings.csv").write_text("社員番号,スキル\nE1,x\n", encoding="utf-8")
    (folder / "mentoring.csv").write_text('社員番号,育てた人,いつから\nE1,"x,2020-04\n', encoding="utf-8")
    (folder / "expertise.csv").write_bytes("社員番号,専門性の領域\n".encode("euc_jp"))
    (folder / "qualifications.csv").write_text("試験,合格日\nAP,2020\n", encoding="utf-8")
    with pytest.raises(BadInput) as raised:
        planned(desk(tmp_path), folder)
    found = {(Path(each.place.file).name, each.code) for each in raised.value.problems if isinstance(each, Problem)}
    assert found == {
        ("ratings.csv", "K410"),
        ("ratings.csv", "K412"),
        ("mentoring.csv", "K646"),
        ("expertise.csv", "K004"),
        ("qualifications.csv", "K412"),
    }


def test_a_file_that_changes_while_it_is_read_is_not_believed(tmp_path: Path) -> None:
    at, source = desk(tmp_path), tmp_path / "all.jsonl"
    plan = planned(at, write_lines(source, [record("E1"), record("E2")]))
    write_lines(source, [record("E1")])
    with pytest.raises(BadInput, match="was changed while it was read"):
        read(at, plan)
    assert plan.done(at) == 0


def test_a_piece_that_was_damaged_is_said(tmp_path: Path) -> None:
    at = desk(tmp_path)
    plan = planned(at, write_tables(tmp_path / "in", [record("E1")]))
    for piece in plan.pieces:
        at.read(piece)
    for file in at.staging.folder.glob("*.rows"):
        file.write_bytes(file.read_bytes()[:20])
    with pytest.raises(BadInput, match="is damaged"):
        at.read(plan.ranges[0])
