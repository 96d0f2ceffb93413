"""Is a workbook of many people read, and said what is wrong with its sheets?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from kijun.catalogue.installed import shipped_editions
from kijun.errors import BadInput
from kijun.exchange.workbook.outgoing import write
from kijun.problem import Problem
from tests.exchange.workbook.records import workbook
from tests.exchange.workforce.collected import codes_in, collected, people_in, record

Rows = Sequence[Sequence[Any]]
PEOPLE: Rows = [["社員番号", "氏名", "漏れなく書いた一覧"], ["E1", "山田", "後進の育成"], [1002, "佐藤", "後進の育成"]]
MENTORING: Rows = [["社員番号", "育てた人", "いつから"], ["1002", "鈴木", "2020-04"], ["E1", "田中", "2021/13"]]


def saved(path: Path, sheets: Mapping[str, Rows]) -> Path:
    path.write_bytes(workbook(sheets))
    return path


def wrong(tmp_path: Path, sheets: Mapping[str, Rows]) -> list[tuple[str, str]]:
    with pytest.raises(BadInput) as raised:
        collected(tmp_path / "out", saved(tmp_path / "all.xlsx", sheets))
    found = [each for each in raised.value.problems if isinstance(each, Problem)]
    return [(each.code, str(each.place).removeprefix(f"{tmp_path}/")) for each in found]


def test_the_rows_of_a_workbook_are_those_of_many_people(tmp_path: Path) -> None:
    out = tmp_path / "out"
    collected(out, saved(tmp_path / "all.xlsx", {"本人": PEOPLE, "後進の育成": MENTORING}))
    people = people_in(out)
    assert {name: len(each.mentoring) for name, each in people.items()} == {"1002": 1, "E1": 0}
    assert [name for name, each in people.items() if each.complete] == ["1002"]
    assert codes_in(out) == [("all.xlsx!後進の育成", 3, ["K108"])]


def test_a_workbook_of_one_person_needs_no_employee_number_in_its_sheets(tmp_path: Path) -> None:
    path = tmp_path / "one.xlsx"
    path.write_bytes(write(record("E1"), shipped_editions(), "ja"))
    outcome = collected(tmp_path / "out", path)
    assert (outcome.people, outcome.set_aside, outcome.remarks) == (1, 0, ())
    assert len(people_in(tmp_path / "out")["E1"].engagements) == 2


def test_rows_that_say_of_nobody_whose_they_are_are_refused(tmp_path: Path) -> None:
    sheets = {"本人": PEOPLE, "後進の育成": [row[1:] for row in MENTORING]}
    assert wrong(tmp_path, sheets) == [("K412", "all.xlsx!後進の育成:1")]


def test_all_that_is_wrong_with_sheets_and_headings_is_said_at_once(tmp_path: Path) -> None:
    sheets: Mapping[str, Rows] = {
        "Person": [["Employee id", "Nmae"], ["E1", "x"]],
        "Mentoring": [["Whom", "Since"], ["x", "2020"]],
    }
    assert wrong(tmp_path, sheets) == [("K410", "all.xlsx!Person:1:2"), ("K412", "all.xlsx!Person:1")]
    assert wrong(tmp_path, {"Team": [["a"]]}) == [("K406", "all.xlsx!Team"), ("K404", "all.xlsx")]


def test_what_is_no_workbook_is_refused(tmp_path: Path) -> None:
    (tmp_path / "all.xlsx").write_bytes(b"not a workbook")
    with pytest.raises(BadInput) as raised:
        collected(tmp_path / "out", tmp_path / "all.xlsx")
    assert [each.code for each in raised.value.problems if isinstance(each, Problem)] == ["K400"]
