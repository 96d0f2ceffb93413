"""Does the program still say what a person has read and accepted?

The outputs lie in outputs/. `make accept` (KIJUN_ACCEPT=1) writes them anew; the difference in git is what is reviewed. The
width is that of an output that is no terminal, the day is given, and the records are the tests' own.
"""

from __future__ import annotations

import os
from os.path import relpath
from pathlib import Path
from typing import Final

import pytest

from kijun.cli.main import main
from kijun.text import LANGUAGES
from tests.broken.expected import RECORDS as BROKEN
from tests.broken.expected import SOUND

HERE: Final = Path(__file__).parent
OUTPUTS: Final = HERE / "outputs"
RECORDS: Final = HERE / "records"
IS_ACCEPTING: Final = bool(os.environ.get("KIJUN_ACCEPT"))

ON: Final = ("--on", "2026-04-01")
_COMPARE: Final = ("compare", "itss/v3-2008", "itss/v3-2011")
_JUDGED: Final = {
    "hardware": ("hardware.yaml", "hardware/5"),
    "facility": ("facility.yaml", "facility-management/6"),
    "sales": ("sales.yaml", "consulting-sales/5"),
}
_SKILLS: Final = ("skills", "skills.yaml", *ON, "--field", "software", "--level", "4")


def _commands() -> dict[str, tuple[str, ...]]:
    """Return the commands by the name of the file that holds their output, without the language."""
    acme = ("judge", "acme.yaml", *ON, "--edition", relpath(SOUND, RECORDS))
    commands: dict[str, tuple[str, ...]] = {
        "list.txt": ("list",),
        "show-cell.txt": ("show", "facility-management/6"),
        "show-part.txt": ("show", "consulting-sales/7/responsibility"),
        "show-category.txt": ("show", "itss/v3-2008/sales"),
        "show-edition.txt": ("show", "itss/v3-2011"),
        "acme.txt": (*acme, "--proof"),
        "compare.txt": _COMPARE,
        "compare-cell.txt": (*_COMPARE, "hardware/5"),
        "compare-people.txt": (*_COMPARE, "software/3", "--people", "../people", *ON),
        "compare.md": (*_COMPARE, "facility-management", "--format", "markdown"),
        "skills-overview.txt": ("skills", "skills.yaml", *ON),
        "skills.txt": _SKILLS,
        "skills.md": (*_SKILLS, "--format", "markdown"),
    }
    for name, (file, cell) in _JUDGED.items():
        judge = ("judge", file, *ON)
        commands[f"{name}.txt"] = judge
        commands[f"{name}-proof.txt"] = (*judge, "--cell", cell)
        commands[f"{name}.md"] = (*judge, "--format", "markdown")
        commands[f"{name}-proof.md"] = (*judge, "--format", "markdown", "--cell", cell)
    return commands


COMMANDS: Final = _commands()
PROGRAMS: Final = {
    "hardware.json": (*COMMANDS["hardware-proof.txt"], "--proof", "--format", "json"),
    "compare.json": (*COMMANDS["compare-cell.txt"], "--format", "json"),
    "acme.json": (*COMMANDS["acme.txt"], "--cell", "help-desk/1", "--format", "json"),
    "skills.json": (*_SKILLS, "--format", "json"),
}
PROBLEMS: Final = {f"problems-{name}.txt": ("check", str(BROKEN / f"{name}.yaml")) for name in ("many", "aliases")}


def named(name: str, language: str) -> str:
    """Return the name of an output in one language."""
    stem, dot, ending = name.rpartition(".")
    return f"{stem}.{language}{dot}{ending}"


def assert_accepted(said: str, name: str) -> None:
    """Assert that an output is the accepted one, or accept it where that is asked for."""
    path = OUTPUTS / name
    if IS_ACCEPTING:
        path.write_text(said, encoding="utf-8")
    assert said == (path.read_text(encoding="utf-8") if path.exists() else None), (
        f"{name}: `make accept` if it is right"
    )


@pytest.fixture(autouse=True)
def _beside_the_records(monkeypatch: pytest.MonkeyPatch) -> None:
    """Name the records without a folder, so that an output is the same wherever the project lies."""
    monkeypatch.chdir(RECORDS)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", COMMANDS)
def test_what_people_read_is_what_was_accepted(name: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", language, *COMMANDS[name]]) == 0
    assert_accepted(capsys.readouterr().out, named(name, language))


@pytest.mark.parametrize("name", PROGRAMS)
def test_what_programs_read_is_what_was_accepted(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*PROGRAMS[name], "--lang", "en"]) == 0
    assert_accepted(capsys.readouterr().out, name)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PROBLEMS)
def test_the_problems_of_a_file_are_said_as_accepted(
    name: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--lang", language, *PROBLEMS[name]]) == 2
    assert_accepted(capsys.readouterr().err.replace(f"{BROKEN}/", ""), named(name, language))


def test_no_output_is_kept_that_nothing_says() -> None:
    said = {named(name, language) for name in (*COMMANDS, *PROBLEMS) for language in LANGUAGES} | set(PROGRAMS)
    for path in OUTPUTS.iterdir():
        if IS_ACCEPTING and path.name not in said:
            path.unlink()
    assert {path.name for path in OUTPUTS.iterdir()} == said
