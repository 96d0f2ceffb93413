"""What is said when the command itself is wrong?"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.command import HARDWARE, Kijun, both_languages, has_japanese

WRONG = {
    ("jugde", HARDWARE): ("judge",),
    ("zzzzzz",): ("zzzzzz", "kijun --help"),
    ("record", "nwe"): ("new", "kijun record --help"),
    ("judge",): ("RECORD", "kijun judge --help"),
    ("check",): ("FILE|FOLDER",),
    ("judge", HARDWARE, "more"): ("more",),
    ("list", "more", "words"): ("more words",),
    ("judge", HARDWARE, "--prof"): ("--prof", "--proof"),
    ("judge", HARDWARE, "--zzzzz"): ("--zzzzz",),
    ("judge", HARDWARE, "-x"): ("-x",),
    ("--version-of",): ("--version-of",),
    ("judge", HARDWARE, "--format", "jsn"): ("--format", "jsn", "text", "json", "markdown"),
    ("list", "--format", "markdown"): ("--format", "markdown", "text", "json"),
    ("show", "--all", "--format", ""): ("--format", "text", "json"),
    ("judge", HARDWARE, "--cell"): ("--cell",),
    ("record", "new", "-o"): ("-o",),
    ("judge", HARDWARE, "--proof=yes"): ("--proof",),
    ("judge", HARDWARE, "\x1b[31m"): ("\\x1b[31m",),
    ("\x1b[31m",): ("\\x1b[31m",),
    ("list", "--\x1b[31m"): ("31m",),
    ("map", HARDWARE, "--nearest", "-1"): ("--nearest", "-1", "0", "100"),
    ("map", HARDWARE, "--nearest", "1000000000"): ("--nearest", "1000000000", "100"),
    ("map", HARDWARE, "--nearest", "many"): ("--nearest", "many", "100"),
}


@both_languages
@pytest.mark.parametrize(
    ("arguments", "told"), WRONG.items(), ids=lambda each: " ".join(each).replace(HARDWARE, "FILE")
)
def test_a_wrong_command_says_what_is_wrong_and_how_it_is_used(
    arguments: tuple[str, ...], told: tuple[str, ...], language: str, kijun: Kijun
) -> None:
    done = kijun("--lang", language, *arguments)
    assert (done.code, done.out) == (2, "")
    assert [word for word in told if word not in done.err] == []
    assert "--help" in done.err
    assert has_japanese(done.err) == (language == "ja")
    assert "\x1b" not in done.err
    assert "Value error" not in done.err


SUGGESTED = {
    ("jugde", HARDWARE): "judge",
    ("record", "nwe"): "new",
    ("judge", HARDWARE, "--prof"): "--proof",
    ("judge", HARDWARE, "--format", "jsn"): "json",
}


@both_languages
@pytest.mark.parametrize(("arguments", "meant"), SUGGESTED.items(), ids=SUGGESTED.values())
def test_a_misspelt_command_gets_a_suggestion(
    arguments: tuple[str, ...], meant: str, language: str, kijun: Kijun
) -> None:
    done = kijun("--lang", language, *arguments)
    assert (f"「{meant}」のことでしょうか。" if language == "ja" else f'Did you mean "{meant}"?') in done.err


def test_a_word_behind_two_dashes_is_no_option(kijun: Kijun) -> None:
    done = kijun("check", "--", "--help")
    assert done.code == 2
    assert "K001" in done.err


@both_languages
@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (("compare", "itss/v3-2008", "itss/v3-2011", "--people", ""), "--people"),
        (("compare", "itss/v3-2008", "itss/v3-2011", "--people="), "--people"),
        (("standard", "tailor", "itss/v3-2011", "--into", " ", "--id", "acme/v1"), "--into"),
        (("plan", HARDWARE, "-o", ""), "-o"),
        (("judge", HARDWARE, "--with", ""), "--with"),
        (("check", ""), "FILE|FOLDER"),
    ],
)
def test_an_empty_name_is_not_taken_for_the_folder_one_stands_in(
    arguments: tuple[str, ...], name: str, language: str, kijun: Kijun, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = kijun("--lang", language, *arguments)
    assert (done.code, done.out) == (2, "")
    assert name in done.err
    assert has_japanese(done.err) is (language == "ja")
    assert list(tmp_path.iterdir()) == []
