"""Does a text pack come back from the disk as it was written, and is what cannot be shown left out and said?"""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kijun.catalogue.edition_folder import load_edition
from kijun.catalogue.installed import shipped_editions
from kijun.catalogue.shipped import shipped_folders
from kijun.catalogue.text_pack import load_text_pack, save_text_pack
from kijun.framework.wording import TextPack
from kijun.problem import Severity
from tests.builders import V3_2011
from tests.wording import EVERYWHERE, HOSTILE, pack_of, write_pack

EDITION = next(each for each in shipped_editions() if each.id == V3_2011)
PRINTED = st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs", "Cn", "Zl", "Zp")), min_size=1).filter(str.strip)


def codes(folder: Path) -> list[str]:
    return [problem.code for problem in load_text_pack(folder, EDITION).problems]


def words_in(folder: Path) -> list[str]:
    pack = load_text_pack(folder, EDITION).pack
    return [] if pack is None else [each.words for wording in pack.wording.values() for each in wording]


def test_a_pack_is_read_as_it_was_written(tmp_path: Path) -> None:
    save_text_pack(tmp_path, pack_of())
    loaded = load_text_pack(tmp_path, EDITION)
    assert loaded.problems == ()
    assert loaded.pack == pack_of()


@pytest.mark.parametrize(
    "words", [HOSTILE, "no", "012", "- a: b", "{a}", "'\"", "\\n", "a\nb", "#", "@", "😀", "㎡①", "a\u0085b"]
)
def test_words_are_never_read_as_anything_else(words: str, tmp_path: Path) -> None:
    save_text_pack(tmp_path, pack_of({"hardware": words}))
    if "\u0085" in words:
        assert codes(tmp_path) == ["K525"]
    else:
        assert words_in(tmp_path) == [words]


@given(words=PRINTED)
def test_whatever_can_be_printed_comes_back(words: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("pack")
    save_text_pack(folder, pack_of({"hardware": words}))
    assert words_in(folder) == [words.strip()]


def test_a_page_that_nobody_knows_is_not_written(tmp_path: Path) -> None:
    pack = pack_of({"hardware": "a"})
    [wording] = pack.wording["customer-service"]
    bare = replace(wording, citation=replace(wording.citation, page=None))
    whole = replace(pack, wording={"customer-service": (bare,)})
    save_text_pack(tmp_path, whole)
    assert load_text_pack(tmp_path, EDITION).pack == whole


def test_a_category_that_the_new_pack_does_not_have_goes(tmp_path: Path) -> None:
    pack = pack_of()
    save_text_pack(tmp_path, replace(pack, wording={**pack.wording, "sales": ()}))
    save_text_pack(tmp_path, pack)
    assert load_text_pack(tmp_path).pack == pack


@pytest.mark.parametrize("letter", ["\x00", "\x1b", "\x7f", "\u202e", "\u2066", "\ufeff", "\ufffe", "\u2028"])
def test_words_with_a_character_that_is_never_printed_are_left_out(letter: str, tmp_path: Path) -> None:
    write_pack(tmp_path, {"hardware": "sound", "hardware/5": f"a{letter}b"})
    assert words_in(tmp_path) == ["sound"]
    assert codes(tmp_path) == ["K525"]


def test_half_a_letter_is_written_as_a_letter_that_says_so(tmp_path: Path) -> None:
    write_pack(tmp_path, {"hardware": "a\ud800b"})
    assert words_in(tmp_path) == ["a\ufffdb"]


def test_20_000_letters_are_shown_and_one_more_is_too_many(tmp_path: Path) -> None:
    write_pack(tmp_path, {"hardware": "あ" * 20_000, "hardware/5": "あ" * 20_001, "hardware/6": "あ" * 100_000})
    assert [len(words) for words in words_in(tmp_path)] == [20_000]
    assert codes(tmp_path) == ["K524", "K524"]


def test_whatever_is_wrong_is_a_warning(tmp_path: Path) -> None:
    write_pack(tmp_path, {"hardware": "a", "nowhere": "b"})
    file = tmp_path / "wording" / "customer-service.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("line: 11", "line: eleven"), encoding="utf-8")
    problems = load_text_pack(tmp_path, EDITION).problems
    assert [problem.code for problem in problems] == ["K521", "K523"]
    assert {problem.severity for problem in problems} == {Severity.WARNING}
    assert words_in(tmp_path) == []


def test_a_pack_beside_an_edition_is_none_of_its_data(tmp_path: Path) -> None:
    folder = tmp_path / "own"
    shutil.copytree(shipped_folders()[V3_2011], folder)
    before = load_edition(folder)
    write_pack(folder / "text-pack")
    (folder / "text-pack" / "broken.yaml").write_text("[", encoding="utf-8")
    after = load_edition(folder)
    assert after.problems == before.problems
    assert after.edition == before.edition
    quick = load_edition(folder, is_checked=False)
    assert quick.problems == ()


def test_a_file_that_cannot_be_looked_at_says_why(tmp_path: Path) -> None:
    [problem] = load_text_pack(tmp_path / ("too-long" * 1000)).problems
    assert problem.code == "K521"
    assert "File name too long" in problem.detail.en


def test_without_an_edition_every_path_is_taken(tmp_path: Path) -> None:
    write_pack(tmp_path, {**EVERYWHERE, "an/unknown/path": "a"})
    pack = load_text_pack(tmp_path).pack
    assert isinstance(pack, TextPack)
    assert [each.path for each in pack.wording["customer-service"]][-1] == "an/unknown/path"
