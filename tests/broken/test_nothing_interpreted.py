"""Does a report print what a person wrote as it is written, whatever it would mean to a browser or a typesetter?"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from kijun.cli.main import main
from kijun.text import LANGUAGES
from tests.cli.command import ON
from tests.report.passports import HARDWARE
from tests.report.pdf_text import everything_in

MEANING: Final = (
    *("<script>alert(1)</script>", '" onload="alert(1)', "</style></svg></title>", "--> <!-- ]]>", "&amp;&lt;&#65;"),
    *('#eval("1+1")', "#panic()[x]", "] \\ [", "$x^2$", "*b* _i_ `c` = h", "@ref <label>", "/* x */ // y", "\\u{41} ~"),
    *("{{ 7*7 }}{% raw %}", "${x} {0} {words} %s", '\' or "1"="1', "| a | b |", "\\n\\x41", "javascript:alert(1)"),
)


class Page(HTMLParser):
    """The elements and attributes of a page in their order, and all that it says."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, tuple[str, ...]]] = []
        self.words: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, tuple(name for name, _ in attrs)))
        self.words += [value or "" for _, value in attrs]

    def handle_comment(self, data: str) -> None:
        self.elements.append(("comment", (data,)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def written(path: Path, word: Callable[[], str]) -> list[str]:
    """Write the example with a word of one's own wherever a record takes any text; return those that a report prints."""
    record: dict[str, Any] = json.loads(json.dumps(yaml.safe_load(HARDWARE.read_text(encoding="utf-8")), default=str))
    record |= {"employee": word(), "name": {"text": word(), "reading": word()}, "team": word()}
    printed = [record["employee"], *record["name"].values(), record["team"]]
    for engagement in record["engagements"]:
        engagement["title"] = {"ja": f"{word()} {word()}", "en": f"{word()} {word()}"}
        printed += engagement["title"].values()
        for each in engagement.get("equivalences", ()):
            each |= {"by": word(), "reason": word()}
    for each in record.get("contributions", ()):
        each["title"] = {"ja": word(), "en": word()}
    for each in record.get("mentoring", ()):
        each["whom"] = word()
        printed.append(each["whom"])
    for each in record.get("ratings", ()):
        each["note"] = word()
    path.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    return printed


def plain() -> Callable[[], str]:
    numbers = iter(range(10_000))
    return lambda: f"word{next(numbers)}"


def meaning() -> Callable[[], str]:
    def words() -> Iterator[str]:
        while True:
            yield from MEANING

    numbered = enumerate(words())
    return lambda: "{1}{0}".format(*next(numbered))


def report(record: Path, name: str) -> bytes:
    output = record.with_name(f"{record.stem}-{name}")
    assert main(["report", str(record), "-o", str(output), "--languages", "both", *ON]) == 0
    return output.read_bytes()


def without_space(words: str) -> str:
    return "".join(words.split())


def test_a_page_has_no_element_that_a_person_wrote(tmp_path: Path) -> None:
    harmless, harmful = tmp_path / "harmless.json", tmp_path / "harmful.json"
    written(harmless, plain())
    printed = written(harmful, meaning())
    one, other = (Page(report(path, "p.html").decode()) for path in (harmless, harmful))
    assert other.elements == one.elements
    said = without_space("".join(other.words))
    assert [word for word in printed if without_space(word) not in said] == []
    assert [each for each in MEANING if without_space(each) not in said] == []


def test_a_pdf_says_what_a_person_wrote_letter_by_letter(tmp_path: Path) -> None:
    record = tmp_path / "harmful.json"
    printed = written(record, meaning())
    said = without_space(everything_in(report(record, "p.pdf")))
    assert [word for word in printed if without_space(word) not in said] == []


@pytest.mark.parametrize("name", ["p.pdf", "p.html"])
def test_a_text_of_ten_thousand_letters_is_printed(name: str, tmp_path: Path) -> None:
    record = tmp_path / "long.json"
    written(record, lambda: "長" * 10_000)
    assert len(report(record, name)) > 10_000


@pytest.mark.parametrize("language", LANGUAGES)
def test_letters_that_turn_the_line_or_ring_the_bell_are_refused(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = tmp_path / "control.json"
    for letter in ("\u202e", "\x07", "\x1b[31m", "\u2066"):
        written(record, lambda letter=letter: f"a{letter}b")  # type: ignore[misc]  # a default makes it this turn's letter
        assert main(["--lang", language, "report", str(record), "-o", str(tmp_path / "p.html"), *ON]) == 2
        shown = capsys.readouterr().err
        assert "K112" in shown
        assert letter not in shown
    assert [each.name for each in tmp_path.iterdir()] == ["control.json"]
