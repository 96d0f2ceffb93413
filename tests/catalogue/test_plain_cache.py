"""Are plain values kept as long as nothing changed, and is a broken cache as good as none?"""

from __future__ import annotations

from pathlib import Path

import pytest

from kijun.catalogue.plain_cache import PlainCache, cache_of, keep, recall

VALUES = {"edition.yaml": {"id": "acme/1", "name": "社内"}}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of one file, whose cache stands beside it."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    standard = tmp_path / "acme"
    standard.mkdir()
    (standard / "edition.yaml").write_text("id: acme/1\n", encoding="utf-8")
    return standard


def cache(folder: Path) -> PlainCache:
    return cache_of(folder, [folder / "edition.yaml"])


def test_what_is_kept_is_recalled(folder: Path) -> None:
    assert recall(cache(folder)) is None
    keep(cache(folder), VALUES)
    assert recall(cache(folder)) == VALUES


def test_a_file_that_changed_is_read_again(folder: Path) -> None:
    keep(cache(folder), VALUES)
    (folder / "edition.yaml").write_text("id: acme/10\n", encoding="utf-8")
    assert recall(cache(folder)) is None


def test_a_file_more_is_another_state(folder: Path) -> None:
    keep(cache(folder), VALUES)
    (folder / "flags.yaml").write_text("[]\n", encoding="utf-8")
    assert recall(cache_of(folder, sorted(folder.glob("*.yaml")))) is None


def test_folders_of_one_name_are_kept_apart(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / "acme"
    other.mkdir(parents=True)
    assert cache_of(other, []).file != cache_of(folder, []).file
    assert cache(folder).file.parent == tmp_path / "cache" / "kijun"


@pytest.mark.parametrize("broken", ["", "{", "[]", '{"state": "other", "values": {}}'])
def test_a_broken_cache_is_as_good_as_none(folder: Path, broken: str) -> None:
    keep(cache(folder), VALUES)
    cache(folder).file.write_text(broken, encoding="utf-8")
    assert recall(cache(folder)) is None


def test_a_cache_whose_values_are_no_mapping_is_as_good_as_none(folder: Path) -> None:
    keep(cache(folder), VALUES)
    text = cache(folder).file.read_text(encoding="utf-8")
    cache(folder).file.write_text(text.replace('{"edition.yaml"', '["edition.yaml", {"x"').replace("}}}", "}}]}"), encoding="utf-8")  # fmt: skip
    assert recall(cache(folder)) is None


def test_a_cache_that_cannot_be_written_stops_nothing(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("in the way", encoding="utf-8")
    keep(cache(folder), VALUES)
    assert recall(cache(folder)) is None


def test_without_a_name_for_caches_they_stand_in_the_home_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", str(folder))
    assert cache(folder).file.parent == folder / ".cache" / "kijun"
