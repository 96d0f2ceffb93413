"""What is said when the command itself is wrong?"""

from __future__ import annotations

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
