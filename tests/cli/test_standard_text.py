"""Does `kijun standard text` install, list and remove text packs, and refuse with words what is none?"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.builders import V3_2011
from tests.cli.command import Kijun, both_languages, differ_by_language
from tests.wording import EVERYWHERE, write_pack


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KIJUN_TEXT_PACKS", str(tmp_path / "packs"))
    return tmp_path / "packs"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    write_pack(tmp_path / "draft" / "text-pack")
    return tmp_path / "draft"


@both_languages
@pytest.mark.parametrize("below", ["", "text-pack"])
def test_a_pack_is_installed_from_its_folder_or_from_the_draft_that_holds_it(
    below: str, language: str, home: Path, draft: Path, kijun: Kijun
) -> None:
    done = kijun("--lang", language, "standard", "text", str(draft / below))
    assert (done.code, done.err) == (0, "")
    assert str(len(EVERYWHERE)) in done.out
    assert f"kijun show {V3_2011}/customer-service" in done.out
    shutil.rmtree(draft)
    assert "試しの条件" in kijun("show", "hardware/5").out


def test_words_that_cannot_be_shown_are_told_and_left_out(home: Path, tmp_path: Path, kijun: Kijun) -> None:
    folder = write_pack(tmp_path / "draft", {"hardware": "a", "hardware/9": "b"})
    done = kijun("standard", "text", str(folder))
    assert done.code == 0
    assert "K523" in done.err
    assert "Installed 1 wording of itss/v3-2011. 1 could not be shown and was left out." in done.out
    assert kijun("show", "hardware").err == ""


@both_languages
def test_the_packs_are_listed_and_removed(language: str, home: Path, draft: Path, kijun: Kijun) -> None:
    say = ("--lang", language, "standard", "text")
    assert str(home) in kijun(*say, "--list").out
    kijun(*say, str(draft))
    listed = kijun(*say, "--list")
    assert (listed.code, listed.err) == (0, "")
    assert [word for word in (V3_2011, "2026-11-21", "our-copy.txt") if word not in listed.out] == []
    assert kijun(*say, "--remove", V3_2011).code == 0
    assert [*home.iterdir()] == []
    again = kijun(*say, "--remove", V3_2011)
    assert (again.code, again.out) == (2, "")


def test_a_misspelt_edition_is_suggested(home: Path, draft: Path, kijun: Kijun) -> None:
    kijun("standard", "text", str(draft))
    assert 'Did you mean "itss/v3-2011"?' in kijun("standard", "text", "--remove", "itss/v3-2010").err


def test_what_is_no_pack_is_refused_with_words(home: Path, tmp_path: Path, kijun: Kijun) -> None:
    (tmp_path / "file").write_text("a", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    for name in ("none", "file", "empty"):
        japanese, english = (
            kijun("--lang", language, "standard", "text", str(tmp_path / name)) for language in ("ja", "en")
        )
        assert (english.code, english.out) == (2, "")
        assert "K520" in english.err
        assert differ_by_language(japanese.err, english.err)
    assert "K521" in kijun("standard", "text", "too-long" * 1000).err
    assert not home.exists()


def test_a_pack_of_an_edition_that_does_not_ship_goes_into_the_folder_of_that_edition(
    home: Path, tmp_path: Path, kijun: Kijun
) -> None:
    folder = write_pack(tmp_path / "draft", {"help-desk": "a"}, edition="acme/v1", category="support")
    done = kijun("standard", "text", str(folder))
    assert done.code == 2
    assert '"acme/v1" is not an edition that ships with kijun' in done.err


def test_a_pack_without_a_word_that_fits_leaves_the_one_before(
    home: Path, tmp_path: Path, draft: Path, kijun: Kijun
) -> None:
    kijun("standard", "text", str(draft))
    folder = write_pack(tmp_path / "other", {"hardware/9": "a"})
    done = kijun("standard", "text", str(folder))
    assert done.code == 2
    assert "has no wording that could be shown" in done.err
    assert "試しの条件" in kijun("show", "hardware/5").out


def test_a_place_that_cannot_be_written_to_is_said(
    draft: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kijun: Kijun
) -> None:
    (tmp_path / "file").write_text("a", encoding="utf-8")
    monkeypatch.setenv("KIJUN_TEXT_PACKS", str(tmp_path / "file"))
    done = kijun("standard", "text", str(draft))
    assert done.code == 2
    assert "cannot be written to" in done.err


@pytest.mark.parametrize("words", [(), ("--list", "--remove", V3_2011), ("somewhere", "--list")])
def test_one_thing_is_asked_for_at_a_time(words: tuple[str, ...], home: Path, kijun: Kijun) -> None:
    done = kijun("standard", "text", *words)
    assert (done.code, done.out) == (2, "")
    assert "one of DIR, --list and --remove" in done.err
