"""What must each broken file say? The table is expected.yaml."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from kijun.problem import Problem
from kijun.text import LANGUAGES

HERE: Final = Path(__file__).parent
RECORDS: Final = HERE / "records"
ADDITIONS: Final = HERE / "additions"
ON_RECORD: Final = ADDITIONS / "on-record.yaml"
SOUND: Final = HERE / "standards" / "sound"
OVERLAYS: Final = HERE / "overlays"
TEXT_PACKS: Final = HERE / "text_packs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """One problem: its file (in a standard), place and code, the words that it must contain, and its suggestion."""

    file: str
    at: str | None
    code: str
    words: dict[str, tuple[str, ...]]
    suggests: str | None

    def __str__(self) -> str:
        return f"{self.file} {self.at} {self.code}"


@cache
def table() -> dict[str, Any]:
    """Return the table as plain values."""
    plain: dict[str, Any] = yaml.safe_load((HERE / "expected.yaml").read_text(encoding="utf-8"))
    return plain


def records() -> dict[str, list[Expected]]:
    """Return what each record of records/ must say."""
    return {name: [_expected(item, name) for item in items] for name, items in table()["records"].items()}


def asked() -> dict[str, tuple[str, list[Expected]]]:
    """Return what each record of records/ must say where an edition is asked for by name, with that edition."""
    return {
        name: (case["edition"], [_expected(item, name) for item in case["problems"]])
        for name, case in table()["asked"].items()
    }


def overlays() -> dict[str, list[Expected]]:
    """Return what each overlay of overlays/ must say."""
    return {
        name: [_expected(item, item.get("file", "overlay.yaml")) for item in items]
        for name, items in table()["overlays"].items()
    }


def additions() -> dict[str, list[Expected]]:
    """Return what each file of additions/ must say beside the record that stands there."""
    return {name: [_expected(item, name) for item in items] for name, items in table()["additions"].items()}


def made() -> dict[str, list[Expected]]:
    """Return what each file that a test makes must say."""
    return {name: [_expected(item, name) for item in items] for name, items in table()["made"].items()}


def reports() -> dict[str, list[Expected]]:
    """Return what a report of each record of letters/ must say, by file and form."""
    return {
        name: [_expected(item, name.partition(" ")[0]) for item in items] for name, items in table()["reports"].items()
    }


def standards() -> dict[str, list[Expected]]:
    """Return what each broken standard must say."""
    return {
        name: [_expected(item, item["file"]) for item in case["problems"]]
        for name, case in table()["standards"].items()
    }


def workbooks() -> dict[str, list[Expected]]:
    """Return what each broken workbook must say; the file of a problem is the cell or the sheet."""
    return {
        name: [_expected(item, item["file"]) for item in case["problems"]]
        for name, case in table()["workbooks"].items()
    }


def text_packs() -> dict[str, list[Expected]]:
    """Return what each text pack of text_packs/ must say, as one of the sound standard."""
    return {name: [_expected(item, item["file"]) for item in items] for name, items in table()["text_packs"].items()}


def documents() -> dict[str, list[Expected]]:
    """Return what each published document that a test makes must say."""
    return {name: [_expected(item, name) for item in items] for name, items in table()["documents"].items()}


def workforces() -> dict[str, list[Expected]]:
    """Return what each workforce that a test makes must say."""
    return {name: [_expected(item, item["file"]) for item in items] for name, items in table()["workforces"].items()}


def verdicts() -> dict[str, list[Expected]]:
    """Return what all verdicts of a workforce that a test makes must say."""
    return {name: [_expected(item, item["file"]) for item in items] for name, items in table()["verdicts"].items()}


def sources() -> dict[str, list[Expected]]:
    """Return what must be said of the records of many people."""
    return {
        name: [_expected(item, item["file"]) for item in case["problems"]] for name, case in table()["sources"].items()
    }


def _expected(item: dict[str, Any], file: str) -> Expected:
    always = table()["codes"][item["code"]]
    own = {language: [item[language]] if language in item else [] for language in LANGUAGES}
    return Expected(
        file=file,
        at=item["at"],
        code=item["code"],
        words={language: (*always[language], *own[language], *item.get("says", ())) for language in LANGUAGES},
        suggests=item.get("suggests"),
    )


def assert_says(found: Sequence[Problem], expected: Sequence[Expected], folder: Path) -> None:
    """Assert that all problems of a file, and no others, were found, each with its place and words."""
    said = [f"{_file(problem, folder)} {_at(problem)} {problem.code}" for problem in found]
    assert said == [str(each) for each in expected]
    for problem, each in zip(found, expected, strict=True):
        assert problem.suggestion == each.suggests, f"{each}: {problem}"
        for language in LANGUAGES:
            message = f"{problem.title.said_in(language)} {problem.detail.said_in(language)}"
            missing = [word for word in each.words[language] if word not in message]
            assert missing == [], f"{each}: {message}"
            assert "{" not in message, message


def _at(problem: Problem) -> str | None:
    place = problem.place
    return ":".join(str(part) for part in (place.line, place.column) if part is not None) or None


def _file(problem: Problem, folder: Path) -> str:
    return Path(os.path.relpath(problem.place.file, folder)).as_posix()
