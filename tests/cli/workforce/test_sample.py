"""Does `kijun workforce sample` make up people, and say so?"""

from __future__ import annotations

from pathlib import Path

import pytest

from kijun.population.load import open_workforce
from kijun.population.sample import write
from tests.cli.command import Kijun, both_languages
from tests.cli.test_language import run

_SAMPLE = ("workforce", "sample", "--people", "40")


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@both_languages
def test_it_says_how_many_people_it_made_up_and_what_is_next(language: str, tmp_path: Path, kijun: Kijun) -> None:
    folder = tmp_path / "sample"
    done = kijun("--lang", language, *_SAMPLE, "-o", str(folder))
    assert (done.code, done.err) == (0, "")
    assert ("架空の40人" if language == "ja" else "Made up 40 people") in done.out
    assert f"kijun workforce judge {folder}" in done.out
    manifest = open_workforce(folder).manifest
    assert manifest.people == 40
    assert manifest.made_by["sample"] == {
        "people": 40,
        "seed": 1,
        "on": "2026-04-01",
        "engagements": 8,
        "contributions": 4,
        "expertise": 3,
        "ratings": 25,
    }


@both_languages
def test_its_help_says_that_the_people_are_invented(language: str) -> None:
    out = run("--lang", language, "workforce", "sample", "--help").stdout
    assert ("架空" if language == "ja" else "invented") in out


def test_one_that_is_there_is_made_anew_only_where_that_is_asked(tmp_path: Path, kijun: Kijun) -> None:
    folder = str(tmp_path / "sample")
    kijun(*_SAMPLE, "-o", folder)
    refused = kijun(*_SAMPLE, "-o", folder, "--seed", "2")
    assert refused.code == 2
    assert "--update" in refused.err
    assert open_workforce(tmp_path / "sample").manifest.made_by["sample"]["seed"] == 1  # type: ignore[index]
    assert kijun(*_SAMPLE, "-o", folder, "--seed", "2", "--update").code == 0
    assert open_workforce(tmp_path / "sample").manifest.made_by["sample"]["seed"] == 2  # type: ignore[index]


@pytest.mark.parametrize(
    "wrong",
    [
        ("--people", "0"),
        ("--people", "many"),
        ("--people", "20", "--seed", "-1"),
        ("--people", "20", "--on", "2026-04"),
        ("--people", "20", "--ratings", "-1"),
        ("--people", "20", "--ratings", "nan"),
        ("--people", "20", "--engagements", "inf"),
    ],
)
def test_what_makes_no_sense_is_refused(wrong: tuple[str, ...], tmp_path: Path, kijun: Kijun) -> None:
    done = kijun("workforce", "sample", *wrong, "-o", str(tmp_path / "sample"))
    assert done.code == 2
    assert done.err.startswith(wrong[-2]) or wrong[-1] in done.err
    assert _names(tmp_path) == []


def test_a_stop_leaves_nothing(tmp_path: Path, kijun: Kijun, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(write, "draw_pools", stopped)
    done = kijun(*_SAMPLE, "-o", str(tmp_path / "sample"))
    assert done.code == 130
    assert "Nothing was written" in done.err
    assert _names(tmp_path) == []
