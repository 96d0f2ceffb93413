"""Are kept values those of the files, and is whatever differs read again?"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kijun.catalogue.edition_folder import load_edition
from kijun.catalogue.plain_cache import cache_of, keep, recall
from kijun.catalogue.shipped import SHIPPED


@pytest.fixture(autouse=True)
def cache_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED / "itss" / "v3-2011", tmp_path / "v3-2011"))


def test_an_edition_read_from_the_cache_is_the_edition_in_the_files(folder: Path, cache_home: Path) -> None:
    first = load_edition(folder, is_checked=False)
    assert [path.suffix for path in (cache_home / "kijun").iterdir()] == [".json"]
    assert load_edition(folder, is_checked=False).edition == first.edition == load_edition(folder).edition


def test_a_file_that_changed_is_read_again(folder: Path) -> None:
    before = load_edition(folder, is_checked=False).edition
    path = folder / "edition.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("order: 2011", "order: 20110"), encoding="utf-8")
    after = load_edition(folder, is_checked=False).edition
    assert before is not None
    assert after is not None
    assert (before.order, after.order) == (2011, 20110)


@pytest.mark.parametrize("words", ["", "{", "[]", "{}", '{"state": "another", "values": {}}'])
def test_a_cache_that_is_not_whole_is_as_good_as_none(folder: Path, cache_home: Path, words: str) -> None:
    expected = load_edition(folder, is_checked=False).edition
    (kept,) = (cache_home / "kijun").iterdir()
    kept.write_text(words, encoding="utf-8")
    assert load_edition(folder, is_checked=False).edition == expected
    assert kept.stat().st_size > 1000


def test_values_that_are_no_mapping_are_not_recalled(folder: Path) -> None:
    cache = cache_of(folder, [folder / "edition.yaml"])
    keep(cache, {"edition.yaml": {"order": 1}})
    assert recall(cache) == {"edition.yaml": {"order": 1}}
    cache.file.write_text(cache.file.read_text(encoding="utf-8").replace('{"edition.yaml": {"order": 1}}', "3"))
    assert recall(cache) is None


def test_a_home_that_cannot_be_written_only_costs_time(folder: Path, cache_home: Path) -> None:
    cache_home.write_text("a file where the folder should be", encoding="utf-8")
    assert load_edition(folder, is_checked=False).edition is not None


def test_a_folder_of_ones_own_is_read_and_checked_every_time(folder: Path, cache_home: Path) -> None:
    assert load_edition(folder).edition is not None
    assert not cache_home.exists()
