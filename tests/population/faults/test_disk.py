"""What does a user read who has no room, or no right to write? And what does the disk hold then? What it held."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.population.faults.running import DAY, Ended, held, run

SMALL = 20_000
"""So many bytes are too few for a table of the sample."""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a workforce of three thousand people, in a folder that everybody may read."""
    folder = tmp_path_factory.mktemp("disk")
    for path in (folder, folder.parent, folder.parent.parent):
        path.chmod(0o755)
    made = run("sample", "--people", "3000", "-o", folder / "workforce")
    assert made.code == 0, made.err
    return folder / "workforce"


def refused(command: Ended, out: Path, words: str) -> None:
    """Assert that a command says that it cannot write there, and why, and that it wrote nothing."""
    assert command.code == 2, command.err
    assert f'"{out}" could not be written (' in command.err
    assert words in command.err
    assert "It is as it was." in command.err
    assert "Traceback" not in command.err
    assert not out.exists()
    assert [path.name for path in out.parent.iterdir() if out.name in path.name] == []


def test_a_command_that_ends_well_says_nothing_else(sample: Path, tmp_path: Path) -> None:
    done = run("judge", sample, "--on", DAY, "-o", tmp_path / "out")
    assert (done.code, done.err) == (0, "")


def test_a_file_that_may_not_grow_is_said(sample: Path, tmp_path: Path) -> None:
    judged = run("judge", sample, "--on", DAY, "-o", tmp_path / "out", most_bytes=SMALL)
    refused(judged, tmp_path / "out", "File too large")
    refused(
        run("sample", "--people", "3000", "-o", tmp_path / "new", most_bytes=SMALL), tmp_path / "new", "File too large"
    )


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return a folder on a disk with room for next to nothing, where the system lets us make one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)], check=False, capture_output=True
    )
    yield folder
    if made.returncode == 0:
        subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_is_said_and_holds_what_it_held(sample: Path, small_disk: Path) -> None:
    is_small = os.statvfs(small_disk).f_blocks * os.statvfs(small_disk).f_frsize < 100_000
    most, words = (None, "No space left on device") if is_small else (SMALL, "File too large")
    (small_disk / "out").mkdir()
    (small_disk / "out" / "judgement.json").write_text("{}", encoding="utf-8")
    before = held(small_disk)
    done = run("judge", sample, "--on", DAY, "-o", small_disk / "out", "--update", most_bytes=most)
    assert done.code == 2, done.err
    assert words in done.err
    assert held(small_disk) == before


@pytest.mark.parametrize("words", [("sample", "--people", "30"), ("judge",)])
def test_a_folder_that_may_not_be_written_is_said(words: tuple[str, ...], sample: Path, tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    of = (sample, "--on", DAY) if words == ("judge",) else ()
    done = run(*words, *of, "-o", tmp_path / "out", without_powers=True)
    tmp_path.chmod(0o755)
    refused(done, tmp_path / "out", "Permission denied")


def test_a_file_in_the_place_of_the_folder_is_left_alone(sample: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    for update in ((), ("--update",)):
        done = run("judge", sample, "--on", DAY, "-o", tmp_path / "out", *update)
        assert done.code == 2
        assert "is something else" in done.err
        assert (tmp_path / "out").read_text(encoding="utf-8") == "mine"
