"""A folder that is no whole workforce is refused, with all that is wrong with it at once."""

from __future__ import annotations

import hashlib
import json
import random
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from kijun.errors import BadInput
from kijun.evidence import Person
from kijun.population.load import open_workforce
from kijun.population.manifest import FILE
from kijun.population.people import all_people
from kijun.population.tables import CUT, SHARED
from kijun.problem import Problem
from tests.population.rows import MEASURES, NOBODY, save
from tests.strategies import aims, fitting

_ENGAGEMENTS = Path("engagements/part-00000.parquet")
_PEOPLE = Path("people/part-00000.parquet")
_WORKS = Path("works.parquet")
_SIZE = f"size_{MEASURES[0]}"


def _people(count: int = 7) -> list[Person]:
    engagements = (replace(fitting(aims()[0], "e1"), sizes={MEASURES[0]: 5}), fitting(aims()[1], "e2"))
    return [replace(NOBODY, employee=f"E-{number}", engagements=engagements) for number in range(count)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    save(tmp_path / "workforce", _people(), people_in_a_part=5)
    return tmp_path / "workforce"


def _refused(folder: Path) -> tuple[Problem, ...]:
    with pytest.raises(BadInput) as raised:
        open_workforce(folder)
    problems = tuple(problem for problem in raised.value.problems if isinstance(problem, Problem))
    assert str(len(problems)) in raised.value.text.en
    return problems


def _codes(folder: Path) -> list[str]:
    return [problem.code for problem in _refused(folder)]


def _rewrite(path: Path, change: Callable[[pa.Table], pa.Table], **options: Any) -> None:
    pq.write_table(change(pq.read_table(path)), path, **options)


def _with(name: str, values: list[Any], type_: pa.DataType | None = None) -> Callable[[pa.Table], pa.Table]:
    """Return a change of one column: its first values become these."""

    def change(table: pa.Table) -> pa.Table:
        index = table.schema.get_field_index(name)
        rest = table[name].to_pylist()[len(values) :]
        column = pa.array([*values, *rest], type_ or table.schema.field(name).type)
        return table.set_column(index, pa.field(name, column.type), column)

    return change


def _edit(folder: Path, **changes: Any) -> None:
    path = folder / FILE
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | changes), encoding="utf-8")


def _sign(folder: Path) -> None:
    """Have a workforce name the digest of its tables as they are now, as one does that another tool has written."""
    parts = sorted(folder.glob("people/part-*.parquet"))
    paths = [folder / table.name / path.name for path in parts for table in CUT]
    paths += [folder / f"{table.name}.parquet" for table in SHARED]
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()
    _edit(folder, digest=f"sha256:{digest}")


_HOW_WRITTEN: Final = (("changed", True), ("signed", True), ("signed", False))
"""What became of a workforce, and whether its files have statistics."""


@pytest.mark.parametrize("make", [Path.mkdir, Path.touch, Path.absolute], ids=["empty", "a file", "not there"])
def test_what_is_no_workforce_is_named(tmp_path: Path, make: Callable[[Path], object]) -> None:
    make(tmp_path / "other")
    (problem,) = _refused(tmp_path / "other")
    assert problem.code == "K600"
    assert problem.place.file == str(tmp_path / "other")


def test_a_workforce_of_another_schema_is_refused(folder: Path) -> None:
    _edit(folder, version=2)
    (problem,) = _refused(folder)
    assert (problem.code, problem.place.file) == ("K601", str(folder / FILE))


def test_a_file_of_another_schema_is_refused(folder: Path) -> None:
    _rewrite(folder / _PEOPLE, lambda table: table.replace_schema_metadata({"kijun.schema": "7"}))
    assert _codes(folder) == ["K601"]


@pytest.mark.parametrize("words", ['{"format": ', "[]", "", '{"format": "kijun-workforce", "version": 1}'])
def test_a_damaged_manifest_is_refused(folder: Path, words: str) -> None:
    (folder / FILE).write_text(words, encoding="utf-8")
    assert _refused(folder)


def test_a_manifest_that_contradicts_itself_is_refused(folder: Path) -> None:
    _edit(folder, people=8)
    assert _codes(folder) == ["K602"]
    _edit(folder, people=0, parts=[])
    assert _codes(folder) == ["K602"]
    _edit(folder, people=float("nan"))
    assert _refused(folder)


def test_a_manifest_that_knows_of_fewer_engagements_than_somebody_has_is_refused(folder: Path) -> None:
    _edit(folder, most_engagements=1)
    assert _codes(folder) == ["K609", "K609"]


def test_everything_that_is_wrong_is_said_at_once(folder: Path) -> None:
    (folder / "ratings/part-00001.parquet").unlink()
    (folder / _WORKS).write_bytes(b"PAR1")
    _rewrite(folder / _ENGAGEMENTS, lambda table: table.drop_columns(["work", "context"]))
    found = _refused(folder)
    assert [problem.code for problem in found] == ["K605", "K605", "K603", "K604"]
    assert {Path(problem.place.file).relative_to(folder) for problem in found} == {
        _ENGAGEMENTS,
        Path("ratings/part-00001.parquet"),
        _WORKS,
    }


def test_a_truncated_file_is_refused_wherever_it_ends(folder: Path) -> None:
    whole = (folder / _ENGAGEMENTS).read_bytes()
    for length in (0, 3, 4, len(whole) // 2, len(whole) - 4, len(whole) - 1):
        (folder / _ENGAGEMENTS).write_bytes(whole[:length])
        assert _codes(folder) == ["K604"]


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 1.0])
def test_a_column_of_fractions_is_refused_whatever_it_holds(folder: Path, value: float) -> None:
    _rewrite(folder / _ENGAGEMENTS, _with(_SIZE, [value], pa.float64()))
    (problem,) = _refused(folder)
    assert problem.code == "K606"
    assert "double" in problem.detail.en


@pytest.mark.parametrize(("how", "has_statistics"), _HOW_WRITTEN)
@pytest.mark.parametrize(
    ("path", "column", "value"),
    [
        (_ENGAGEMENTS, _SIZE, -1),
        (_ENGAGEMENTS, "work", 99),
        (_ENGAGEMENTS, "person", 5),
        (_ENGAGEMENTS, "since", 10**6),
        (_WORKS, "work", -1),
    ],
)
def test_an_impossible_value_is_refused(
    folder: Path, path: Path, column: str, value: int, how: str, *, has_statistics: bool
) -> None:
    rest = [5] * 9 if column == "person" else []
    _rewrite(folder / path, _with(column, [value, *rest]), write_statistics=has_statistics)
    if how == "signed":
        _sign(folder)
    (problem,) = _refused(folder)
    assert problem.code == "K609"
    assert column in problem.detail.ja


@pytest.mark.parametrize(("how", "has_statistics"), _HOW_WRITTEN)
def test_an_empty_value_where_none_can_be_is_refused(folder: Path, how: str, *, has_statistics: bool) -> None:
    _rewrite(folder / _ENGAGEMENTS, _with("work", [None, None]), write_statistics=has_statistics)
    if how == "signed":
        _sign(folder)
    (problem,) = _refused(folder)
    assert problem.code == "K610"
    assert "2" in problem.detail.en


def test_another_number_of_rows_is_refused(folder: Path) -> None:
    _rewrite(folder / _ENGAGEMENTS, lambda table: table.slice(1))
    assert _codes(folder) == ["K607"]


def test_a_file_in_the_place_of_another_table_s_is_refused(folder: Path) -> None:
    shutil.copy(folder / "kinds.parquet", folder / "examinations.parquet")
    assert _codes(folder) == ["K611"]


@pytest.mark.parametrize("column", ["person", "employee"])
def test_a_person_who_stands_twice_is_refused(folder: Path, column: str) -> None:
    _rewrite(folder / _PEOPLE, _with(column, pq.read_table(folder / _PEOPLE)[column].to_pylist()[:1] * 2))
    (problem,) = _refused(folder)
    assert problem.code == "K608"
    assert ("E-0" if column == "employee" else "E-1") in problem.detail.en


def test_a_person_who_stands_in_two_parts_is_refused(folder: Path) -> None:
    _rewrite(folder / "people/part-00001.parquet", _with("employee", ["E-4"]))
    (problem,) = _refused(folder)
    assert (problem.code, "E-4" in problem.detail.en) == ("K608", True)


def test_rows_that_are_not_in_the_order_of_people_are_refused(folder: Path) -> None:
    backwards = [("person", "descending")]
    _rewrite(folder / _ENGAGEMENTS, lambda table: table.sort_by(backwards), row_group_size=2)
    assert _codes(folder) == ["K615"]


def test_a_shared_number_that_stands_twice_is_refused(folder: Path) -> None:
    _rewrite(folder / _WORKS, _with("work", [1, 1]))
    assert _codes(folder) == ["K612"]


def test_what_another_tool_wrote_is_read_where_it_is_right(folder: Path) -> None:
    def in_its_own_way(table: pa.Table) -> pa.Table:
        table = table.select(table.schema.names[::-1]).append_column("more", pa.nulls(len(table)))
        large = [pa.large_string() if pa.types.is_string(field.type) else field.type for field in table.schema]
        return pa.table(
            [pc.cast(column, type_) for column, type_ in zip(table.columns, large, strict=True)], table.schema.names
        )

    before = list(all_people(open_workforce(folder)))
    for path in folder.rglob("*.parquet"):
        _rewrite(path, in_its_own_way, compression="snappy", write_statistics=False)
    _sign(folder)
    assert list(all_people(open_workforce(folder))) == before == _people()


def test_tables_that_are_not_those_whose_digest_is_named_are_refused(folder: Path) -> None:
    _rewrite(folder / _ENGAGEMENTS, lambda table: table)
    (problem,) = _refused(folder)
    assert (problem.code, problem.place.file) == ("K613", str(folder / FILE))


def test_a_damaged_file_is_always_refused(folder: Path) -> None:
    chance = random.Random(20260401)
    whole = (folder / _ENGAGEMENTS).read_bytes()
    for _ in range(200):
        damaged = bytearray(whole)
        place = chance.randrange(len(whole))
        damaged[place] ^= 1 << chance.randrange(8)
        (folder / _ENGAGEMENTS).write_bytes(damaged)
        assert _refused(folder)
