"""Is a draft written whole or not at all, even where a run is killed, and does the next run put things right?"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from kijun.cli.main import main
from kijun.documents.folder import recover, refuse_taken
from kijun.errors import BadInput

EXAMPLE: Final = Path(__file__).parents[2] / "examples" / "documents" / "line-operations.en.txt"
KILLED: Final = """
import os, signal, sys
from pathlib import Path
calls, wanted = {"fsync": 0, "rename": 0}, os.environ["KILLED_AT"]
fsync, rename = os.fsync, Path.rename
def kill(call):
    calls[call] += 1
    if f"{call} {calls[call]}" == wanted:
        os.kill(os.getpid(), signal.SIGKILL)
os.fsync = lambda handle: (kill("fsync"), fsync(handle))[1]
Path.rename = lambda self, to: (kill("rename"), rename(self, to))[1]
from kijun.cli.main import main
sys.exit(main(sys.argv[1:]))
"""


def _read(into: Path, *more: str) -> list[str]:
    return ["read", str(EXAMPLE), "--into", str(into), "--lang", "en", *more]


def _killed(at: str, command: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", KILLED, *command], check=False, capture_output=True, env={**os.environ, "KILLED_AT": at}
    )
    assert done.returncode == -signal.SIGKILL, done.stderr


def _files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def draft(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    into = tmp_path / "lines"
    assert main(_read(into)) == 0
    capsys.readouterr()
    return into


@pytest.mark.parametrize("at", ["fsync 1", "fsync 9", "rename 1"])
def test_a_first_run_that_is_killed_leaves_no_folder(at: str, tmp_path: Path) -> None:
    into = tmp_path / "lines"
    _killed(at, _read(into))
    assert not into.exists()
    assert main(_read(into)) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["lines"]


@pytest.mark.parametrize("at", ["fsync 1", "fsync 9", "rename 1", "rename 2"])
def test_an_update_that_is_killed_leaves_the_draft_before(at: str, draft: Path) -> None:
    before = _files(draft)
    _killed(at, _read(draft, "--update"))
    recover(draft)
    assert _files(draft) == before
    assert [path.name for path in draft.parent.iterdir()] == ["lines"]


def test_another_run_that_is_still_writing_is_left_alone(draft: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from kijun.documents.folder import _held\n"
        "with _held(Path(sys.argv[1])): print('held', flush=True); sys.stdin.read()"
    )
    begun = draft.parent / ".lines.abc.new"
    begun.mkdir()
    with subprocess.Popen(
        [sys.executable, "-c", code, str(begun)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        recover(draft)
        assert begun.is_dir()
        other.communicate()
    recover(draft)
    assert not begun.exists()


def test_a_link_to_a_draft_stays_a_link(draft: Path) -> None:
    link = draft.parent / "link"
    link.symlink_to(draft)
    assert main(_read(link, "--update")) == 0
    assert link.is_symlink()
    assert (draft / "places.yaml").is_file()


def test_an_empty_folder_may_be_written_to(tmp_path: Path) -> None:
    (tmp_path / "lines").mkdir()
    assert main(_read(tmp_path / "lines")) == 0


def test_a_place_that_cannot_be_written_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(**_: object) -> str:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("kijun.documents.folder.mkdtemp", refuse)  # the tests may run as one who may all
    assert main(_read(tmp_path / "lines")) == 2
    assert f'"{tmp_path / "lines"}" cannot be written (Permission denied)' in capsys.readouterr().err


def test_nobody_writes_over_the_folder_that_one_is_in(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(draft / "indicators")
    with pytest.raises(BadInput, match="You are inside"):
        refuse_taken(draft, is_updated=True)


def test_a_file_of_ones_own_in_a_drafts_folder_is_kept(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (draft / "notes").mkdir()
    (draft / "notes" / "mine.txt").write_text("mine", encoding="utf-8")
    assert main([*_read(draft, "--update")]) == 0
    capsys.readouterr()
    assert (draft / "notes" / "mine.txt").read_text(encoding="utf-8") == "mine"
    assert main([*_read(draft, "--update")]) == 0


def test_an_edit_by_hand_is_never_lost(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    policy = draft / "policy.yaml"
    policy.write_text(policy.read_text(encoding="utf-8") + "# ours\n", encoding="utf-8")
    before = _files(draft)
    assert main([*_read(draft, "--update")]) == 2
    assert "policy.yaml" in capsys.readouterr().err
    assert _files(draft) == before


def test_a_folder_that_only_looks_like_a_draft_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    for name in ("questions.yaml", "places.yaml"):
        (folder / name).write_text("mine", encoding="utf-8")
    with pytest.raises(BadInput, match="holds something that is no draft"):
        refuse_taken(folder, is_updated=True)
