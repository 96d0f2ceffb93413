"""How does a test run a command of kijun in its own process, and where are the records that it judges?"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest

from kijun.cli.main import main
from kijun.text import LANGUAGES
from tests.broken.expected import SOUND

RECORDS: Final = Path(__file__).parents[1] / "accepted" / "records"
HARDWARE: Final = str(RECORDS / "hardware.yaml")
FACILITY: Final = str(RECORDS / "facility.yaml")
SALES: Final = str(RECORDS / "sales.yaml")
ACME: Final = str(RECORDS / "acme.yaml")
ACME_STANDARD: Final = str(SOUND)
ON: Final = ("--on", "2026-04-01")
JSON: Final = ("--format", "json")
both_languages = pytest.mark.parametrize("language", LANGUAGES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What a command did: its exit code, and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def plain(self) -> Any:
        """What it wrote, read as JSON."""
        return json.loads(self.out)


Kijun = Callable[..., Done]


@pytest.fixture
def kijun(capsys: pytest.CaptureFixture[str]) -> Kijun:
    """Run a command; in English unless it asks for a language. No command may ever show a traceback."""

    def run(*arguments: str) -> Done:
        asked = arguments if any(word.startswith("--lang") for word in arguments) else ("--lang", "en", *arguments)
        capsys.readouterr()
        code = main(asked)
        written = capsys.readouterr()
        assert "Traceback" not in written.err + written.out
        return Done(code=code, out=written.out, err=written.err)

    return run


def differ_by_language(japanese: str, english: str) -> bool:
    """Return whether one text is Japanese and the other has no Japanese in it."""
    return has_japanese(japanese) and not has_japanese(english)


def has_japanese(words: str) -> bool:
    """Return whether a text has kana or kanji."""
    return any("぀" <= letter <= "ヿ" or "一" <= letter <= "鿿" for letter in words)
