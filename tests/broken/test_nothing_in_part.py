"""Is a file written whole or not at all, whatever happens?"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kijun.catalogue.whole_file import write_whole
from kijun.cli.main import main
from kijun.text import LANGUAGES

KILLED_WHILE_WRITING = """
import os, signal, sys
from pathlib import Path
from kijun.catalogue.whole_file import write_whole
os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)
write_whole(Path(sys.argv[1]), "new " * 100_000)
"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_existing_file_is_not_overwritten(language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "me.yaml"
    path.write_text("mine", encoding="utf-8")
    assert main(["--lang", language, "record", "new", "-o", str(path)]) == 2
    assert path.read_text(encoding="utf-8") == "mine"
    assert [each.name for each in tmp_path.iterdir()] == ["me.yaml"]
    assert ("すでにあります" if language == "ja" else "exists already") in capsys.readouterr().err


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_missing_folder_is_not_made(language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", language, "record", "new", "-o", str(tmp_path / "none" / "me.yaml")]) == 2
    assert list(tmp_path.iterdir()) == []
    assert ("先に作ってください" if language == "ja" else "Make it first") in capsys.readouterr().err


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder in which nobody can write: /proc")
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_folder_that_cannot_be_written_is_named(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", language, "record", "new", "-o", "/proc/me.yaml"]) == 2
    shown = capsys.readouterr().err
    assert ("「/proc/me.yaml」に書き込めません" if language == "ja" else '"/proc/me.yaml" cannot be written') in shown


def test_a_folder_is_not_taken_for_a_file(tmp_path: Path) -> None:
    assert main(["record", "new", "-o", str(tmp_path)]) == 2
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    assert main(["record", "new", "-o", str(tmp_path / "me.yaml")]) == 2
    assert list(tmp_path.iterdir()) == []


def test_a_process_that_is_killed_while_writing_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "me.yaml"
    path.write_text("old", encoding="utf-8")
    command = [sys.executable, "-c", KILLED_WHILE_WRITING, str(path)]
    done = subprocess.run(command, check=False, capture_output=True)
    assert done.returncode == -signal.SIGKILL
    assert path.read_text(encoding="utf-8") == "old"


def test_what_a_killed_process_leaves_behind_is_no_record(tmp_path: Path) -> None:
    (tmp_path / "me.yaml").write_text("employee: E-1\nname: A\n", encoding="utf-8")
    command = [sys.executable, "-c", KILLED_WHILE_WRITING, str(tmp_path / "you.yaml")]
    subprocess.run(command, check=False, capture_output=True)
    assert not (tmp_path / "you.yaml").exists()
    assert len(list(tmp_path.iterdir())) == 2
    assert main(["check", str(tmp_path)]) == 0


def test_a_whole_file_replaces_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "me.yaml"
    path.write_text("old", encoding="utf-8")
    write_whole(path, "new\n")
    assert path.read_text(encoding="utf-8") == "new\n"
    assert [each.name for each in tmp_path.iterdir()] == ["me.yaml"]
