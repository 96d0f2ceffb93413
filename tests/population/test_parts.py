"""The files of a workforce: the same bytes for the same people, and row groups of the same people in every table."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from kijun.evidence import Person, Qualification
from kijun.population import parts
from kijun.population.manifest import FILE
from kijun.population.parts import PartsWriter, arrow_schema, file_of
from kijun.population.tables import CUT, PEOPLE, QUALIFICATIONS, SHARED, columns_of
from tests.population.rows import MEASURES, NOBODY, day, save


def _people(count: int) -> list[Person]:
    passed = Qualification(examination="AP", day=day("2020-04"))
    return [
        replace(NOBODY, employee=f"E-{number:04}", qualifications=(passed,) * (number % 3)) for number in range(count)
    ]


def _files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_same_people_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "other"):
        save(tmp_path / name, _people(25), people_in_a_part=10)
    assert _files(tmp_path / "one") == _files(tmp_path / "other")


def test_every_table_has_a_file_for_each_part_or_one_for_all(tmp_path: Path) -> None:
    save(tmp_path, _people(25), people_in_a_part=10)
    expected = {f"{table.name}/part-0000{part}.parquet" for table in CUT for part in range(3)}
    assert set(_files(tmp_path)) == {FILE, *expected, *(f"{table.name}.parquet" for table in SHARED)}


def test_the_digest_is_that_of_the_bytes_of_all_tables_part_by_part(tmp_path: Path) -> None:
    workforce = save(tmp_path, _people(25), people_in_a_part=10)
    paths = [file_of(tmp_path, table, part) for part in range(3) for table in CUT]
    paths += [file_of(tmp_path, table) for table in SHARED]
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()
    assert workforce.manifest.digest == f"sha256:{digest}"


def test_a_row_group_holds_the_same_people_in_every_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "PEOPLE_IN_A_GROUP", 4)
    workforce = save(tmp_path, _people(10))
    for table in (PEOPLE, QUALIFICATIONS):
        file = pq.ParquetFile(workforce.file(table))
        found = [file.read_row_group(group)["person"].to_pylist() for group in range(file.num_row_groups)]
        assert [{number // 4 for number in numbers} for numbers in found] == [{0}, {1}, {2}]


def test_the_columns_are_those_of_the_published_schema(tmp_path: Path) -> None:
    workforce = save(tmp_path, _people(1))
    for table in (*CUT, *SHARED):
        schema = pq.read_schema(workforce.file(table))
        assert schema.equals(arrow_schema(table, MEASURES))
        assert schema.metadata == {b"kijun.schema": b"1", b"kijun.table": table.name.encode()}
        assert schema.names == [column.name for column in columns_of(table, MEASURES)]


def test_the_manifest_counts_people_rows_and_the_most_engagements_of_one(tmp_path: Path) -> None:
    manifest = save(tmp_path, _people(25), people_in_a_part=10).manifest
    assert (manifest.people, manifest.most_engagements) == (25, 0)
    assert [(part.first, part.last, part.rows["qualifications"]) for part in manifest.parts] == [
        (0, 9, 9),
        (10, 19, 10),
        (20, 24, 5),
    ]
    assert manifest.rows_shared["examinations"] == 1


def test_rows_with_other_columns_are_not_written(tmp_path: Path) -> None:
    writer = PartsWriter(folder=tmp_path, measures=())
    tables = {table.name: arrow_schema(table).empty_table() for table in CUT}
    floats = pa.table({"person": pa.array([0.0])})
    with pytest.raises(ValueError, match="people"):
        writer.write_part({**tables, PEOPLE.name: floats})
