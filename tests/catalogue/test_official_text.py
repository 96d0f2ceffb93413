"""Is the pack of an edition found where it lies, read only where it is asked for, and installed whole?"""

from __future__ import annotations

from pathlib import Path

import pytest

from kijun.catalogue.installed import shipped_editions
from kijun.catalogue.official_text import (
    OfficialText,
    install,
    installed_at,
    installed_packs,
    pack_folder,
    packs_home,
    remove,
)
from tests.builders import V3_2011
from tests.wording import pack_of, write_pack

EDITION = next(each for each in shipped_editions() if each.id == V3_2011)
CELL = f"{V3_2011}/customer-service/hardware/5"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KIJUN_TEXT_PACKS", str(tmp_path / "packs"))
    return tmp_path / "packs"


def test_packs_lie_where_the_environment_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("KIJUN_TEXT_PACKS")
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    assert packs_home() == tmp_path / ".local" / "share" / "kijun" / "text-packs"
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert packs_home() == tmp_path / "data" / "kijun" / "text-packs"
    monkeypatch.setenv("KIJUN_TEXT_PACKS", str(tmp_path / "own"))
    assert packs_home() == tmp_path / "own"


@pytest.mark.parametrize("identity", ["../outside", "/etc", "a/../b", "", "a//b", ".hidden", "a\\..\\b/.."])
def test_no_id_leads_out_of_that_folder(identity: str, home: Path) -> None:
    assert installed_at(identity) is None
    assert pack_folder(identity) is None


def test_the_pack_in_the_folder_of_an_edition_goes_before_the_one_installed(home: Path, tmp_path: Path) -> None:
    assert pack_folder(V3_2011, tmp_path / "own") is None
    write_pack(home / V3_2011)
    assert pack_folder(V3_2011, tmp_path / "own") == home / V3_2011
    write_pack(tmp_path / "own" / "text-pack")
    assert pack_folder(V3_2011, tmp_path / "own") == tmp_path / "own" / "text-pack"


def test_a_place_that_cannot_be_looked_at_holds_no_pack(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIJUN_TEXT_PACKS", "/" + "too-long" * 1000)
    assert pack_folder(V3_2011) is None
    assert installed_packs() == {}
    assert OfficialText(EDITION).under(CELL) == ()


def test_words_are_found_at_a_path_and_below_it(home: Path) -> None:
    write_pack(home / V3_2011)
    official = OfficialText(EDITION)
    assert official.is_installed
    assert [each.words for each in official.at(CELL)] == ["A line for the whole cell."]
    assert [each.path for each in official.under(f"{CELL}/complexity")] == ["hardware/5/complexity/of/multi-vendor"]
    assert len(official.under(CELL)) == 6
    assert official.under(f"{V3_2011}/customer-service/hardware/4") == ()


def test_the_clause_of_the_sizes_stands_with_the_size(home: Path) -> None:
    write_pack(home / V3_2011)
    found = OfficialText(EDITION).under(f"{CELL}/size")
    assert [each.path for each in found] == ["hardware/5/size/1", "hardware/5/size_clause"]


def test_an_edition_without_a_pack_has_no_words_and_no_problem(home: Path) -> None:
    official = OfficialText(EDITION)
    official.read_all()
    assert not official.is_installed
    assert official.under(CELL) == ()
    assert official.problems == ()


def test_a_category_is_read_only_when_its_words_are_asked_for(home: Path) -> None:
    write_pack(home / V3_2011, {"nowhere": "a"})
    official = OfficialText(EDITION)
    assert official.at(f"{V3_2011}/no-such-category/job-description") == ()
    assert [*official.problems] == []
    assert official.under(CELL) == ()
    assert [problem.code for problem in official.problems] == ["K523"]


def test_a_pack_that_is_installed_replaces_the_one_before_and_leaves_nothing_else(home: Path) -> None:
    place = installed_at(V3_2011)
    assert place is not None
    for words in ("first", "second"):
        install(pack_of({"hardware": words}), place)
        assert [each.words for each in OfficialText(EDITION).under(f"{V3_2011}/customer-service/hardware")] == [words]
    assert installed_packs() == {V3_2011: place}
    assert [each.name for each in place.parent.iterdir()] == ["v3-2011"]


def test_a_pack_that_cannot_be_written_leaves_the_one_before(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = write_pack(home / V3_2011, {"hardware": "first"})

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kijun.catalogue.official_text.save_text_pack", refuse)
    with pytest.raises(OSError, match="No space left"):
        install(pack_of({"hardware": "second"}), place)
    assert "first" in (place / "wording" / "customer-service.yaml").read_text(encoding="utf-8")
    assert [each.name for each in place.parent.iterdir()] == ["v3-2011"]


def test_a_pack_that_is_removed_takes_its_empty_folders_along_and_nothing_of_anybody_else(home: Path) -> None:
    place = write_pack(home / V3_2011)
    (place / "my notes.txt").write_text("mine", encoding="utf-8")
    remove(place)
    assert [each.name for each in place.iterdir()] == ["my notes.txt"]
    (place / "my notes.txt").unlink()
    remove(write_pack(home / V3_2011))
    assert [*home.iterdir()] == []
