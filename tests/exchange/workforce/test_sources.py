"""Is everything read that a name means, and said what is not?"""

from __future__ import annotations

from pathlib import Path

import pytest

from kijun.catalogue.installed import shipped_editions
from kijun.errors import BadInput
from kijun.exchange.workforce.sources import Book, CsvTables, Lines, Records, Sources, find_sources
from kijun.exchange.workforce.tables import tables
from kijun.problem import Problem


def made(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    return folder


def find(*names: Path) -> Sources:
    return find_sources(names, tables(shipped_editions()))


def wrong(*names: Path) -> list[str]:
    with pytest.raises(BadInput) as raised:
        find(*names)
    return [each.code for each in raised.value.problems if isinstance(each, Problem)]


def test_a_folder_is_all_that_can_be_read_in_it(tmp_path: Path) -> None:
    folder = made(
        tmp_path / "in", "a.yaml", "deep/b.json", "c.jsonl", "d.xlsx", "people.csv", "案件.csv", "~$d.xlsx", "x.csv"
    )
    sources = find(folder)
    assert sources.found == (
        Records(folder=folder, files=(folder / "a.yaml", folder / "deep/b.json")),
        Lines(path=folder / "c.jsonl"),
        Book(path=folder / "d.xlsx"),
        CsvTables(files={"people": folder / "people.csv", "engagements": folder / "案件.csv"}),
    )
    assert [(each.code, each.place.file) for each in sources.remarks] == [("K645", str(folder / "x.csv"))]


def test_tables_that_are_named_one_by_one_belong_together(tmp_path: Path) -> None:
    folder = made(tmp_path, "ratings.csv", "a.jsonl", "People.CSV")
    sources = find(folder / "ratings.csv", folder / "a.jsonl", folder / "People.CSV")
    assert sources.found == (
        CsvTables(files={"people": folder / "People.CSV", "ratings": folder / "ratings.csv"}),
        Lines(path=folder / "a.jsonl"),
    )


def test_all_that_is_wrong_with_the_names_is_said_at_once(tmp_path: Path) -> None:
    folder = made(tmp_path, "a.pdf", "ratings.csv", "評価.txt", "empty/readme.txt")
    assert wrong(folder / "a.pdf", folder / "none", folder / "empty") == ["K645", "K001", "K645"]
    assert wrong(folder / "ratings.csv") == ["K647"]


def test_two_files_of_one_table_are_refused(tmp_path: Path) -> None:
    assert wrong(made(tmp_path, "people.csv", "本人.csv")) == ["K407"]


def test_a_name_that_is_given_twice_is_refused(tmp_path: Path) -> None:
    folder = made(tmp_path, "a.jsonl")
    with pytest.raises(BadInput, match="twice"):
        find(folder / "a.jsonl", tmp_path / "." / "a.jsonl")
    with pytest.raises(BadInput, match="all that is in it"):
        find(folder / "a.jsonl", folder)
