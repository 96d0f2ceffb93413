"""Does every page show what the program does, and lead where it says?"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.pages import DOCS, REPOSITORY, anchors, blocks, links, name_of, pages, prose, read

_README_LINES = 120
_FIRST_CODE_LINE = 25
_DECISION_LINES = 60
_OF_THE_PROGRAM = re.compile(r"^\s*(\$ )?(\S*/)?kijun ", re.MULTILINE)
_TARGET = re.compile(r"\bmake ([a-z][a-z-]*)\b")


@pytest.mark.parametrize("page", pages(), ids=name_of)
def test_every_command_of_a_page_prints_what_the_page_shows_and_its_tables_are_current(page: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(DOCS / "generate.py"), "--check", str(page)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, f"`make docs` writes it again\n{done.stdout}{done.stderr}"


@pytest.mark.parametrize("page", pages(), ids=name_of)
def test_every_command_of_the_program_stands_where_it_is_run(page: Path) -> None:
    elsewhere = [
        block.body
        for block in blocks(page)
        if block.info != "console" and not _is_file(block.info) and _OF_THE_PROGRAM.search(block.body)
    ]
    assert elsewhere == []


@pytest.mark.parametrize("page", pages(), ids=name_of)
def test_every_link_inside_the_project_leads_somewhere(page: Path) -> None:
    assert [target for target in links(page) if not _leads_somewhere(target, page)] == []


@pytest.mark.parametrize("page", pages(), ids=name_of)
def test_every_make_target_that_a_page_names_can_be_made(page: Path) -> None:
    made = re.findall(r"^([a-z][a-z-]*):", (REPOSITORY / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    scripts = "\n".join(block.body for block in blocks(page) if block.info == "sh")
    named = _TARGET.findall("\n".join(re.findall(r"`([^`]+)`", prose(page))) + scripts)
    assert set(named) <= set(made)


def test_every_page_below_docs_is_in_the_index() -> None:
    listed = {(DOCS / target.partition("#")[0]).resolve() for target in links(DOCS / "README.md")}
    assert [name_of(page) for page in DOCS.rglob("*.md") if page.resolve() not in {*listed, DOCS / "README.md"}] == []


@pytest.mark.parametrize("name", ["README.md", "README.ja.md"])
def test_the_first_page_is_short_and_starts_with_a_command_and_its_output(name: str) -> None:
    lines = read(REPOSITORY / name).split("\n")
    first_command = next(number for number, line in enumerate(lines, start=1) if line.startswith("$ kijun"))
    assert len(lines) <= _README_LINES
    assert first_command <= _FIRST_CODE_LINE


@pytest.mark.parametrize("name", ["README.md", "README.ja.md"])
def test_the_library_use_of_the_first_page_has_six_lines(name: str) -> None:
    [block] = [block for block in blocks(REPOSITORY / name) if block.info.startswith("python")]
    assert block.body.count("\n") == 6


@pytest.mark.parametrize("name", ["README.md", "README.ja.md", "NOTICE"])
def test_the_mark_is_named_with_its_owner(name: str) -> None:
    text = read(REPOSITORY / name)
    assert "ITスキル標準" in text
    assert "IPA" in text
    assert "registered trademark" in text or "登録商標" in text
    assert "not affiliated" in text or "関係がなく" in text


def test_every_decision_is_short_and_names_what_was_rejected() -> None:
    for page in sorted((DOCS / "decisions").glob("*.md")):
        text = read(page)
        assert text.count("\n") <= _DECISION_LINES, page.name
        assert all(f"\n## {part}\n" in text for part in ("Context", "Decision", "Consequences", "Rejected")), page.name


def test_decisions_are_numbered_without_a_gap() -> None:
    numbers = [int(page.name[:4]) for page in sorted((DOCS / "decisions").glob("*.md"))]
    assert numbers == list(range(1, len(numbers) + 1))


def _is_file(info: str) -> bool:
    return " " in info


def _leads_somewhere(target: str, page: Path) -> bool:
    if target.startswith("https://"):
        return True
    path, _, anchor = target.partition("#")
    found = (page.parent / path).resolve() if path else page
    if not found.exists():
        return False
    return not anchor or anchor in anchors(found)
