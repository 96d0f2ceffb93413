"""Are the verdicts of a workforce opened only where they can be relied on?"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from kijun.errors import BadInput
from kijun.population.verdicts import FOLDER, open_verdicts
from kijun.population.verdicts_judgement import FILE, dump_judgement
from kijun.population.verdicts_relation import verdict_of, verdict_table
from kijun.problem import Problem
from kijun.verdict import Verdict
from tests.builders import V3_2011, edition
from tests.population.a_workforce import workforce
from tests.population.verdicts_made import make_verdicts

_HARDWARE = f"{V3_2011}/customer-service/hardware"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    make_verdicts(tmp_path / "out", workforce(), [edition()], per_file=4)
    return tmp_path / "out"


def _refused(out: Path) -> list[Problem]:
    with pytest.raises(BadInput) as raised:
        open_verdicts(out)
    assert str(out) in raised.value.text.ja
    return [problem for problem in raised.value.problems if isinstance(problem, Problem)]


def _part(out: Path, number: int = 0) -> Path:
    return out / FOLDER / f"part-{number:05}.parquet"


def _rewrite(path: Path, change: Callable[[pa.Table], pa.Table]) -> None:
    pq.write_table(change(pq.read_table(path)), path)


def _said(out: Path, **changes: Any) -> None:
    plain = json.loads((out / FILE).read_text(encoding="utf-8"))
    (out / FILE).write_text(json.dumps(plain | changes), encoding="utf-8")


def test_what_was_written_is_read_as_it_was(out: Path) -> None:
    verdicts = open_verdicts(out)
    assert dump_judgement(verdicts.judgement) == (out / FILE).read_text(encoding="utf-8")
    assert [file.name for file in verdicts.files()] == ["part-00000.parquet", "part-00001.parquet"]
    assert verdicts.bit_of(f"{_HARDWARE}/5", "mentoring") is not None
    assert verdicts.bit_of(f"{_HARDWARE}/7") is None
    assert verdicts.judgement.levels[_HARDWARE] == (3, 4, 5, 6)


def test_the_verdicts_of_one_person_are_found_by_the_employee_number(out: Path) -> None:
    found = verdict_of(open_verdicts(out), "E-2", f"{_HARDWARE}/5")
    assert found[None] is Verdict.NOT_MET
    assert found["mentoring"] is Verdict.NOT_MET
    assert found["succession"] is Verdict.MET
    assert verdict_of(open_verdicts(out), "E-99", f"{_HARDWARE}/5") == {}


def test_another_folder_is_no_verdicts(tmp_path: Path) -> None:
    assert [problem.code for problem in _refused(tmp_path)] == ["K620"]


@pytest.mark.parametrize(
    ("words", "code"),
    [("{", "K621"), ("[]", "K623"), ('{"format": "kijun-verdicts", "version": 2}', "K623")],
)
def test_a_description_that_is_none_is_refused(out: Path, words: str, code: str) -> None:
    (out / FILE).write_text(words, encoding="utf-8")
    assert [problem.code for problem in _refused(out)] == [code]


def test_all_that_is_wrong_with_the_description_is_said_at_once(out: Path) -> None:
    bit = {"edition": V3_2011, "cell": f"{_HARDWARE}/five", "part": None, "word": 0, "bit": 62, "decides": True}
    _said(out, people=-1, bits=[bit])
    problems = _refused(out)
    assert {problem.code for problem in problems} == {"K106", "K622"}
    assert all(FILE in str(problem.place) for problem in problems)


def test_a_truncated_file_is_named(out: Path) -> None:
    _part(out, 1).write_bytes(_part(out, 1).read_bytes()[:200])
    (problem,) = _refused(out)
    assert (problem.code, problem.place.file) == ("K624", str(_part(out, 1)))


def test_a_file_that_is_damaged_inside_is_refused_when_it_is_read(out: Path) -> None:
    data = bytearray(_part(out).read_bytes())
    data[4:400] = bytes(396)
    _part(out).write_bytes(data)
    verdicts = open_verdicts(out)
    with pytest.raises(BadInput, match="judge again"), verdict_table(verdicts) as table:
        table.to_pyarrow()


def test_a_missing_column_and_one_of_another_type_are_named(out: Path) -> None:
    def change(table: pa.Table) -> pa.Table:
        place = table.schema.get_field_index("met_1")
        other = table.set_column(place, "met_1", table["met_1"].cast(pa.float64()))
        return other.drop_columns([f"{_HARDWARE} met"])

    _rewrite(_part(out), change)
    problems = _refused(out)
    assert [problem.code for problem in problems] == ["K626", "K625"]
    assert "double" in problems[0].detail.en
    assert f"{_HARDWARE} met" in problems[1].detail.ja


def test_a_file_of_another_judgement_is_refused(out: Path) -> None:
    _said(out, on="2026-04-02")
    assert {problem.code for problem in _refused(out)} == {"K627"}


@pytest.mark.parametrize("is_missing", [True, False])
def test_people_who_are_missing_or_too_many_are_noticed(out: Path, *, is_missing: bool) -> None:
    if is_missing:
        _part(out, 1).unlink()
    else:
        (out / FOLDER / "part-00002.parquet").write_bytes(_part(out, 1).read_bytes())
    (problem,) = _refused(out)
    assert problem.code == "K628"
    assert ("4" if is_missing else "10") in problem.detail.en


def test_teams_in_folders_of_their_own_are_the_same_people(out: Path, tmp_path: Path) -> None:
    apart = tmp_path / "apart"
    (apart / FOLDER).mkdir(parents=True)
    (apart / FILE).write_bytes((out / FILE).read_bytes())
    for name, team in (("team=A", "A"), ("team=B", "B"), ("team=__HIVE_DEFAULT_PARTITION__", None)):
        (apart / FOLDER / name).mkdir()
        table = pq.read_table(out / FOLDER)
        rows = [position for position, own in enumerate(table["team"].to_pylist()) if own == team]
        pq.write_table(table.take(rows).drop_columns(["team"]), apart / FOLDER / name / "part-00000.parquet")
    tables = []
    for folder in (out, apart):
        with verdict_table(open_verdicts(folder)) as table:
            tables.append(table.order_by("person").select("employee", "team", "met_1").to_pyarrow().to_pylist())
    assert tables[0] == tables[1]


def test_two_runs_give_the_same_description(tmp_path: Path) -> None:
    for name in ("one", "two"):
        make_verdicts(tmp_path / name, workforce(), [edition()])
    assert (tmp_path / "one" / FILE).read_bytes() == (tmp_path / "two" / FILE).read_bytes()
