"""Is the edition read that a folder holds, with the problems of all its files at once?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kijun.catalogue.edition_folder import load_edition
from tests.framework import small


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder that holds the small standard, and keep the cache of plain values beside it."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    standard = tmp_path / "acme"
    write(standard / "edition.yaml", small.edition_file())
    write(standard / "structure.yaml", small.structure_file())
    write(standard / "policy.yaml", small.policy_file())
    write(standard / "flags.yaml", small.flags_file())
    for name, plain in small.vocabulary_files().items():
        write(standard / "vocabulary" / f"{name}.yaml", plain)
    for plain in small.indicator_files():
        write(standard / "indicators" / plain["category"] / f"{plain['field']}.yaml", plain)
    return standard


def write(path: Path, plain: Any) -> None:
    """Write plain values as JSON, which is YAML too."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(plain, ensure_ascii=False, indent=1), encoding="utf-8")


def test_a_folder_gives_its_edition(folder: Path) -> None:
    loaded = load_edition(folder)
    assert loaded.problems == ()
    assert loaded.edition is not None
    assert loaded.edition.indicators.keys() == small.edition().indicators.keys()
    assert loaded.edition.indicators["acme/1/service/alpha/3"] == small.edition().indicators["acme/1/service/alpha/3"]


def test_a_folder_without_an_edition_is_no_standard(tmp_path: Path) -> None:
    loaded = load_edition(tmp_path)
    assert (loaded.edition, [problem.code for problem in loaded.problems]) == (None, ["K128"])


def test_files_that_cannot_be_read_are_said_all_at_once(folder: Path) -> None:
    (folder / "structure.yaml").unlink()
    (folder / "vocabulary" / "roles.yaml").write_text("a: [", encoding="utf-8")
    loaded = load_edition(folder)
    assert loaded.edition is None
    assert [(problem.code, Path(problem.place.file).name) for problem in loaded.problems] == [
        ("K001", "structure.yaml"),
        ("K006", "roles.yaml"),
    ]


def test_problems_of_several_files_are_said_at_their_places(folder: Path) -> None:
    write(folder / "edition.yaml", {**small.edition_file(), "luck": 1})
    write(folder / "policy.yaml", [*small.policy_file(), small.point("luck", "none")])
    loaded = load_edition(folder)
    assert loaded.edition is None
    assert [(problem.code, Path(problem.place.file).name) for problem in loaded.problems] == [
        ("K101", "edition.yaml"),
        ("K104", "policy.yaml"),
    ]


def test_flags_and_single_vocabulary_files_may_be_missing(folder: Path) -> None:
    (folder / "flags.yaml").unlink()
    loaded = load_edition(folder)
    assert loaded.edition is not None
    assert dict(loaded.edition.flags) == {}
    (folder / "vocabulary" / "examinations.yaml").unlink()
    assert {problem.code for problem in load_edition(folder).problems} == {"K104"}


def test_an_unsound_cell_is_found_only_where_the_edition_is_checked(folder: Path) -> None:
    cells = [small.alpha(3, citations={}), small.alpha(2)]
    write(folder / "indicators" / "service" / "alpha.yaml", {**small.indicator_files()[0], "cells": cells})
    checked = load_edition(folder)
    assert checked.edition is None
    assert {problem.code for problem in checked.problems} == {"K120"}
    assert load_edition(folder, is_checked=False).edition is not None


def test_a_folder_that_is_not_checked_is_remembered_until_it_changes(folder: Path) -> None:
    first = load_edition(folder, is_checked=False)
    again = load_edition(folder, is_checked=False)
    assert first.edition == again.edition
    write(folder / "edition.yaml", {**small.edition_file(), "published": "2027-01-01"})
    changed = load_edition(folder, is_checked=False).edition
    assert changed is not None
    assert changed.published == "2027-01-01"
