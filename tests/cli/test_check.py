"""Does `kijun check` look at a record, a folder of records and a standard, and count what is wrong?"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.broken.expected import RECORDS as BROKEN
from tests.cli.command import ACME_STANDARD, FACILITY, ON, Kijun, both_languages


@both_languages
def test_a_record_in_order_is_said_to_be(language: str, kijun: Kijun) -> None:
    done = kijun("--lang", language, "check", FACILITY)
    assert (done.code, done.err) == (0, "")
    assert done.out.strip().endswith("誤りはありません。" if language == "ja" else "nothing is wrong.")


@both_languages
def test_problems_are_counted_and_end_with_2(language: str, kijun: Kijun) -> None:
    done = kijun("--lang", language, "check", str(BROKEN / "many.yaml"))
    assert done.code == 2
    assert done.err.count(f"{BROKEN / 'many.yaml'}:") == 10
    assert ("誤りが9件あります" if language == "ja" else "9 problems.") in done.out


@both_languages
def test_notices_and_warnings_do_not_count(language: str, kijun: Kijun) -> None:
    done = kijun("--lang", language, "check", str(BROKEN / "starts-later.yaml"))
    assert done.code == 0
    assert done.err.count("K211") == 3


@both_languages
def test_a_folder_is_checked_file_by_file(language: str, tmp_path: Path, kijun: Kijun) -> None:
    (tmp_path / "team").mkdir()
    shutil.copy(FACILITY, tmp_path / "b.yaml")
    shutil.copy(BROKEN / "duplicate-key.json", tmp_path / "team" / "a.json")
    shutil.copy(BROKEN / "unknown-keys.yaml", tmp_path / "c.YML")
    (tmp_path / "notes.txt").write_text("not a record", encoding="utf-8")
    (tmp_path / "kijun-record.schema.json").write_text("{}", encoding="utf-8")
    (tmp_path / "folder.yaml").mkdir()
    done = kijun("--lang", language, "check", str(tmp_path))
    assert done.code == 2
    assert done.err.count("K008") == 1
    assert done.err.count("K101") == 5
    assert "notes.txt" not in done.err
    assert ("経歴3件" if language == "ja" else "3 records") in done.out


def test_what_record_new_writes_is_in_order(tmp_path: Path, kijun: Kijun) -> None:
    assert kijun("record", "new", "-o", str(tmp_path / "me.yaml")).code == 0
    done = kijun("check", str(tmp_path))
    assert (done.code, done.err) == (0, "")
    assert "1 record)" in done.out


@both_languages
def test_a_standard_is_checked_as_a_whole(language: str, kijun: Kijun) -> None:
    done = kijun("--lang", language, "check", ACME_STANDARD)
    assert (done.code, done.err) == (0, "")
    assert ("標準、2セル" if language == "ja" else "a standard, 2 cells") in done.out


@both_languages
@pytest.mark.parametrize("name", ["missing.yaml", "missing-folder/"])
def test_what_is_not_there_is_said(name: str, language: str, tmp_path: Path, kijun: Kijun) -> None:
    done = kijun("--lang", language, "check", str(tmp_path / name))
    assert done.code == 2
    assert "K001" in done.err


@both_languages
def test_a_folder_with_nothing_to_check_is_said(language: str, tmp_path: Path, kijun: Kijun) -> None:
    done = kijun("--lang", language, "check", str(tmp_path))
    assert done.code == 2
    assert "K010" in done.err


def test_a_wrong_value_cannot_write_to_the_terminal(tmp_path: Path, kijun: Kijun) -> None:
    path = tmp_path / "me.yaml"
    path.write_text('employee: E-1\nname: A\ncomplete: ["\\e[31m\\nline", [x]]\n"\\e[2J": 1\n', encoding="utf-8")
    done = kijun("check", str(path))
    assert done.code == 2
    assert "\x1b" not in done.err
    assert "\\x1b[31m line" in done.err


@pytest.mark.parametrize("name", ["[red]me.yaml", "[]].yaml", ":smile:.yaml", "{}.yaml", "%s.yaml", "`.yaml"])
def test_a_file_name_is_shown_as_it_is(name: str, tmp_path: Path, kijun: Kijun) -> None:
    path = tmp_path / name
    path.write_text(f'employee: E-1\nname: "[/]{path.stem}"\n', encoding="utf-8")
    assert kijun("check", str(path)).out.startswith(f"{path}: ")
    assert f"[/]{path.stem}" in kijun("judge", str(path), *ON).out
    path.write_text(f'employee: E-1\nname: A\ncomplete: ["{path.stem}"]\n', encoding="utf-8")
    done = kijun("check", str(path))
    assert done.err.startswith(f"{path}:3:12  K104")
    assert f'"{path.stem}"' in done.err


def test_a_very_long_value_does_not_fill_the_terminal(tmp_path: Path, kijun: Kijun) -> None:
    path = tmp_path / "me.yaml"
    path.write_text(f"employee: E-1\nname: A\ncomplete: [{'x' * 100_000}]\n{'y' * 1000}: 1\n", encoding="utf-8")
    done = kijun("check", str(path))
    assert done.code == 2
    assert len(done.err) < 2000


def test_a_file_full_of_mistakes_says_them_all_in_reasonable_time(tmp_path: Path, kijun: Kijun) -> None:
    path = tmp_path / "me.yaml"
    words = "\n".join(f"  - mistke-{number}" for number in range(3000))
    path.write_text(f"employee: E-1\nname: A\ncomplete:\n{words}\n", encoding="utf-8")
    done = kijun("check", str(path))
    assert "3000 problems" in done.out
    assert done.err.count("K104") == 3000


@both_languages
def test_a_record_may_use_the_words_of_an_edition_that_is_named(language: str, tmp_path: Path, kijun: Kijun) -> None:
    path = tmp_path / "me.yaml"
    rating = "{item: support/help-desk/listening, level: 2, by: self, day: 2026-01}"
    path.write_text(f"employee: E-1\nname: A\nratings:\n  - {rating}\n", encoding="utf-8")
    refused = kijun("--lang", language, "check", str(path))
    assert (refused.code, "K104" in refused.err) == (2, True)
    done = kijun("--lang", language, "check", str(path), "--edition", ACME_STANDARD)
    assert (done.code, "K202" in done.err) == (0, True)
    judged = kijun("--lang", language, "judge", str(path), "--edition", ACME_STANDARD, *ON)
    assert f"kijun check {path} --edition {ACME_STANDARD}" in " ".join(judged.out.split())


@both_languages
def test_what_an_edition_that_is_named_lacks_is_said(language: str, kijun: Kijun) -> None:
    done = kijun("--lang", language, "check", str(BROKEN / "lacking.yaml"), "--edition", "itss/v3-2008")
    assert (done.code, done.err.count("K222")) == (0, 2)
    assert kijun("check", str(BROKEN / "lacking.yaml"), "--edition", "itss/v3").code == 2
