"""Do all broken records of a whole workforce say what is wrong, where, and what to do, in both languages?"""

from __future__ import annotations

from pathlib import Path

import pytest

from kijun.errors import BadInput
from kijun.problem import Problem
from tests.broken.expected import assert_says, sources, table
from tests.exchange.workforce.collected import collected, people_in


def _write(name: str, folder: Path) -> Path:
    folder.mkdir()
    for file, text in table()["sources"][name]["files"].items():
        (folder / file).write_text(text, encoding="utf-8")
    return folder


def _problems(folder: Path, target: Path) -> list[Problem]:
    """Return what is said where nothing can be collected, else what was set aside and what was not read."""
    try:
        outcome = collected(target, folder)
    except BadInput as error:
        assert not target.exists()
        return [problem for problem in error.problems if isinstance(problem, Problem)]
    return [*outcome.problems, *outcome.remarks]


@pytest.mark.parametrize("name", sources())
def test_broken_sources_say_all_their_problems(name: str, tmp_path: Path) -> None:
    folder = _write(name, tmp_path / "in")
    assert_says(_problems(folder, tmp_path / "out"), sources()[name], folder)


@pytest.mark.parametrize("name", [name for name, case in table()["sources"].items() if "kept" in case])
def test_whoever_is_not_broken_is_collected(name: str, tmp_path: Path) -> None:
    collected(tmp_path / "out", _write(name, tmp_path / "in"))
    assert [*people_in(tmp_path / "out")] == table()["sources"][name]["kept"]
