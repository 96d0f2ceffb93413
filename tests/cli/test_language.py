"""In which language does the command speak, and where may --lang stand?"""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from kijun.cli.language import choose_language
from tests.cli.command import Kijun, both_languages, has_japanese

KIJUN = (sys.executable, "-c", "from kijun.cli.main import run; run()")
COMMANDS = {
    "": ("kijun list", "kijun record new -o me.yaml", "kijun judge me.yaml"),
    "list": ("kijun list",),
    "show": ("kijun show hardware/5", "kijun show itss/v3-2011/customer-service --format json"),
    "check": ("kijun check me.yaml", "kijun check records/", "kijun check our-standard/"),
    "judge": ("kijun judge me.yaml", "kijun judge me.yaml --cell hardware/5 --on 2026-04-01"),
    "record": ("kijun record new -o me.yaml", "kijun record schema"),
    "record new": ("kijun record new -o me.yaml", "kijun record new --example"),
    "record schema": ("kijun record schema",),
    "workforce": (
        "kijun workforce collect records -o workforce",
        "kijun workforce judge workforce",
        "kijun workforce summary workforce.verdicts",
    ),
    "workforce collect": ("kijun workforce collect records -o workforce", "kijun workforce collect members.jsonl"),
    "workforce sample": ("kijun workforce sample --people 200 -o sample",),
    "workforce judge": ("kijun workforce judge workforce", "--engine spark --partition-by team"),
    "workforce summary": ("kijun workforce summary workforce.verdicts --by team --mask-below 5",),
    "workforce compare": ("kijun workforce compare workforce --from itss/v3-2008 --to itss/v3-2011",),
    "workforce explain": ("kijun workforce explain workforce.verdicts E00000012 hardware/5",),
}
PARSER_WORDS = (
    "Usage:",
    "Options:",
    "Commands:",
    "Arguments:",
    "Show this message",
    "required]",
    "[default:",
    "OPTIONS",
)


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a process that knows only this environment."""
    known = {"PATH": os.defpath, "PYTHONUTF8": "1", **environment}
    return subprocess.run(
        [*KIJUN, *arguments], check=False, capture_output=True, text=True, encoding="utf-8", env=known
    )


@both_languages
@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_every_command_shows_examples(command: str, language: str) -> None:
    done = run("--lang", language, *command.split(), "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert has_japanese(done.stdout.replace("ファシリティマネジメント/6", "")) == (language == "ja")
    words = " ".join(done.stdout.split())
    assert [example for example in COMMANDS[command] if example not in words] == []
    if language == "ja":
        assert [word for word in PARSER_WORDS if word in done.stdout] == []
        assert "使い方: kijun" in done.stdout


@both_languages
@pytest.mark.parametrize("command", ["", "record", "workforce"])
def test_no_command_at_all_shows_the_help_and_ends_with_2(command: str, language: str) -> None:
    done = run("--lang", language, *command.split())
    assert (done.returncode, done.stdout) == (2, "")
    assert COMMANDS[command][0] in done.stderr
    assert has_japanese(done.stderr) == (language == "ja")


@pytest.mark.parametrize(
    ("environment", "is_japanese"),
    [
        ({"KIJUN_LANG": "ja"}, True),
        ({"KIJUN_LANG": "en"}, False),
        ({"LANG": "ja_JP.UTF-8"}, True),
        ({"LANG": "en_GB.UTF-8"}, False),
        ({"LC_ALL": "ja_JP.UTF-8", "LANG": "en_GB.UTF-8"}, True),
        ({"LC_ALL": "", "LC_MESSAGES": "ja_JP", "LANG": "C"}, True),
        ({"KIJUN_LANG": "en", "LANG": "ja_JP.UTF-8"}, False),
        ({"KIJUN_LANG": "xx", "LANG": "ja_JP.UTF-8"}, True),
        ({"KIJUN_LANG": ""}, False),
        ({}, False),
    ],
)
def test_the_environment_decides_where_the_command_does_not(
    environment: dict[str, str], is_japanese: bool, kijun: Kijun, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("KIJUN_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert (choose_language(["list"], os.environ) == "ja") == is_japanese
    assert choose_language(["list", "--lang", "ja"], os.environ) == "ja"
    assert choose_language(["list", "--lang=en"], os.environ) == "en"
    assert kijun("list", "--lang", "ja").code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("--lang", "ja", "show", "hardware/5"),
        ("show", "--lang", "ja", "hardware/5"),
        ("show", "hardware/5", "--lang", "ja"),
        ("show", "hardware/5", "--lang=ja"),
        ("--lang=en", "show", "hardware/5", "--lang", "ja"),
    ],
)
def test_the_language_may_stand_anywhere_and_the_last_one_counts(arguments: tuple[str, ...], kijun: Kijun) -> None:
    done = kijun(*arguments)
    assert done.code == 0
    assert "責任性" in done.out


@pytest.mark.parametrize("asked", ["xx", "", "JA", "english", "\x1b[31m"])
@pytest.mark.parametrize("environment", ["ja", "en"])
def test_a_language_that_is_none_is_refused(
    asked: str, environment: str, kijun: Kijun, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIJUN_LANG", environment)
    for arguments in (("list", "--lang", asked), ("list", f"--lang={asked}")):
        done = kijun(*arguments)
        assert (done.code, done.out) == (2, "")
        assert "--lang ja" in done.err
        assert "--lang en" in done.err
        assert has_japanese(done.err) == (environment == "ja")
        assert "\x1b" not in done.err


def test_a_language_without_a_word_is_refused(kijun: Kijun) -> None:
    assert kijun("list", "--lang").code == 2
