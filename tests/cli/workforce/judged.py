"""A workforce of seven people on disk, and its verdicts, as the commands write them."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from kijun.cli.main import main
from kijun.evidence import Person
from kijun.population.save import save_people
from tests.population.a_workforce import workforce

MEASURES = ("annual_contract_value_yen", "computer_rooms", "peak_persons")


def save(folder: Path, people: Iterable[Person]) -> Path:
    """Write people as a workforce."""
    folder.mkdir(parents=True)
    save_people(
        folder,
        sorted(people, key=lambda each: each.employee),
        measures=MEASURES,
        made_by={"test": {}},
        people_in_a_part=5,
    )
    return folder


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the workforce and its verdicts in one edition, made once for all tests."""
    there = tmp_path_factory.mktemp("made")
    folder = save(there / "workforce", workforce())
    assert main(["workforce", "judge", str(folder), "--edition", "itss/v3-2011", "--on", "2026-04-01"]) == 0
    return there


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    """Return a workforce of one's own."""
    return shutil.copytree(made / "workforce", tmp_path / "workforce")


@pytest.fixture
def out(made: Path, folder: Path) -> Path:
    """Return its verdicts."""
    return shutil.copytree(made / "workforce.verdicts", folder.with_name("workforce.verdicts"))
