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
from tests.cli.command import HARDWARE

KILLED_WHILE_WRITING = """
import os, signal, sys
from pathlib import Path
from kijun.catalogue.whole_file import write_whole
os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)
write_whole(Path(sys.argv[1]), "new " * 100_000)
"""


KILLED_BEFORE_THE_FILE_IS_THERE = """
import os, signal, sys
from pathlib import Path
replace = Path.replace
def kill(self, target):
    if Path(target).name == os.environ["KILLED_AT"]:
        os.kill(os.getpid(), signal.SIGKILL)
    return replace(self, target)
Path.replace = kill
from kijun.cli.main import main
sys.exit(main(sys.argv[1:]))
"""
WRITERS: dict[str, tuple[str, ...]] = {
    "plan.yaml": ("plan", HARDWARE, "--cell", "hardware/6", "--on", "2026-04-01", "-o", "{folder}/plan.yaml"),
    "passport.html": ("report", HARDWARE, "--on", "2026-04-01", "-o", "{folder}/passport.html"),
    "passport.pdf": ("report", HARDWARE, "--on", "2026-04-01", "-o", "{folder}/passport.pdf"),
    "overlay.yaml": ("standard", "tailor", "itss/v3-2011", "--id", "acme/v1", "--into", "{folder}"),
}
"""What a command writes, and how it is asked for it."""


def _command(name: str, folder: Path) -> list[str]:
    return [word.format(folder=folder) for word in WRITERS[name]]


@pytest.mark.parametrize("name", WRITERS)
def test_a_command_that_is_killed_leaves_no_half_a_file(name: str, tmp_path: Path) -> None:
    known = {**os.environ, "KILLED_AT": name}
    command = [sys.executable, "-c", KILLED_BEFORE_THE_FILE_IS_THERE, *_command(name, tmp_path)]
    done = subprocess.run(command, check=False, capture_output=True, env=known)
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert [each.suffix for each in tmp_path.iterdir() if not each.name.startswith(".")] == []


def test_a_report_that_is_killed_leaves_the_old_one(tmp_path: Path) -> None:
    (tmp_path / "passport.html").write_text("old", encoding="utf-8")
    known = {**os.environ, "KILLED_AT": "passport.html"}
    command = [sys.executable, "-c", KILLED_BEFORE_THE_FILE_IS_THERE, *_command("passport.html", tmp_path)]
    assert subprocess.run(command, check=False, capture_output=True, env=known).returncode == -signal.SIGKILL
    assert (tmp_path / "passport.html").read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize("name", WRITERS)
def test_a_disk_that_is_full_leaves_nothing_behind(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    folder = tmp_path / "new" if name == "overlay.yaml" else tmp_path
    monkeypatch.setattr(os, "fsync", fail)
    assert main(["--lang", "en", *_command(name, folder)]) == 2
    assert list(tmp_path.iterdir()) == []
    assert "No space left on device" in capsys.readouterr().err


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["plan.yaml", "passport.html"])
def test_the_name_of_the_file_is_said_where_it_cannot_be_written(
    name: str, language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).mkdir()
    for folder, ja, en in (
        (tmp_path / "none", "がありません。先に作ってください", "Make it first"),
        (tmp_path, "はフォルダーです", "is a folder"),
    ):
        assert main(["--lang", language, *_command(name, folder)]) == 2
        shown = capsys.readouterr().err
        assert (ja if language == "ja" else en) in shown
        assert f"{folder}" in shown
        assert f".{name}." not in shown
    assert [each.name for each in tmp_path.iterdir()] == [name]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device: /dev/full")
@pytest.mark.parametrize("name", ["plan.yaml", "passport.html"])
def test_a_device_is_not_written_over(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    device = tmp_path / name
    device.symlink_to("/dev/full")
    assert main(["--lang", "en", *_command(name, tmp_path)]) == 2
    assert "no ordinary file" in capsys.readouterr().err
    assert device.is_symlink()
    assert Path("/dev/full").is_char_device()


def test_a_plan_is_not_written_over_what_is_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "plan.yaml").write_text("mine", encoding="utf-8")
    assert main(["--lang", "en", *_command("plan.yaml", tmp_path)]) == 2
    assert "exists already" in capsys.readouterr().err
    assert (tmp_path / "plan.yaml").read_text(encoding="utf-8") == "mine"


def test_a_report_is_written_to_where_a_link_leads(tmp_path: Path) -> None:
    (tmp_path / "old.html").write_text("old", encoding="utf-8")
    (tmp_path / "passport.html").symlink_to(tmp_path / "old.html")
    assert main(_command("passport.html", tmp_path)) == 0
    assert (tmp_path / "passport.html").is_symlink()
    assert (tmp_path / "old.html").read_text(encoding="utf-8").startswith("<!doctype html>")


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
