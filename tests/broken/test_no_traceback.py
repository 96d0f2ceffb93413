"""Does the command, as a process, end without a traceback whatever it is given?"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kijun.catalogue.edition_folder import load_edition
from kijun.catalogue.shipped import SHIPPED
from tests.broken.expected import RECORDS
from tests.broken.making import MAKERS, make_file

KIJUN = (sys.executable, "-c", "from kijun.cli.main import run; run()")
SOUND = RECORDS / "months.yaml"


def kijun(*arguments: str | bytes, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command as a process, in English unless the environment says otherwise."""
    known = {"PATH": os.defpath, "LANG": "C.UTF-8", "KIJUN_LANG": "en", **environment}
    return subprocess.run([*KIJUN, *arguments], check=False, capture_output=True, env=known)


def assert_quiet(done: subprocess.CompletedProcess[bytes]) -> None:
    """Assert that a command ended in order: with an exit code of ours, and no traceback or leftover of one."""
    assert done.returncode in {0, 1, 2}, done.stderr.decode()
    for trace in (b"Traceback", b"Exception ignored", b"Error:"):
        assert trace not in done.stderr, done.stderr.decode()
        assert trace not in done.stdout


@pytest.mark.parametrize("name", sorted(set(MAKERS) - {"unreadable.yaml"}))
def test_a_file_that_is_no_record_ends_in_order(name: str, tmp_path: Path) -> None:
    done = kijun("judge", str(make_file(name, tmp_path)))
    assert_quiet(done)
    assert done.returncode == 2
    assert done.stdout == b""


def test_a_name_that_is_no_text_ends_in_order(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xff\xfe.yaml"
    for arguments in ((b"check", path), (b"judge", path), (b"show", path), (b"judge", b"x", b"--cell", path)):
        done = kijun(*arguments)
        assert_quiet(done)
        assert done.returncode == 2


def test_a_name_longer_than_any_file_may_have_ends_in_order() -> None:
    for arguments in (("check", "x" * 5000), ("judge", "x" * 300), ("record", "new", "-o", "x" * 300)):
        done = kijun(*arguments)
        assert_quiet(done)
        assert done.returncode == 2


@pytest.mark.parametrize("arguments", [("list",), ("judge", str(SOUND)), ("show", "hardware/5"), ("record", "new")])
def test_a_terminal_without_japanese_ends_in_order(arguments: tuple[str, ...]) -> None:
    done = kijun("--lang", "ja", *arguments, PYTHONIOENCODING="ascii")
    assert_quiet(done)
    assert done.returncode == 0
    assert done.stdout.isascii()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full: /dev/full")
@pytest.mark.parametrize("arguments", [("list",), ("show", "--all", "--format", "json"), ("record", "schema")])
def test_an_output_that_is_full_is_said(arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*KIJUN, *arguments], check=False, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr
    assert b"No space left" in done.stderr


@pytest.mark.parametrize("arguments", [("show", "--all"), ("show", "--all", "--format", "json"), ("record", "schema")])
def test_a_reader_that_has_enough_ends_it_in_order(arguments: tuple[str, ...]) -> None:
    process = subprocess.Popen([*KIJUN, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(1)
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 0


def test_an_interrupt_ends_it_in_order() -> None:
    program = "import kijun.cli.main as m, kijun.cli.list as l\ndef stop(): raise KeyboardInterrupt\nl.shipped_editions = stop\nraise SystemExit(m.main(['list']))"
    done = subprocess.run([sys.executable, "-c", program], check=False, capture_output=True)
    assert done.returncode == 130
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("spoilt", ["values", "whole", "deep"])
def test_a_spoilt_cache_is_read_over(spoilt: str, tmp_path: Path) -> None:
    assert kijun("list", XDG_CACHE_HOME=str(tmp_path)).returncode == 0
    for kept in (tmp_path / "kijun").glob("*.json"):
        plain = json.loads(kept.read_text(encoding="utf-8"))
        plain["values"] = dict.fromkeys(plain["values"], "no longer the file")
        texts = {"values": json.dumps(plain), "whole": "{", "deep": "[" * 100_000}
        kept.write_text(texts[spoilt], encoding="utf-8")
    done = kijun("list", XDG_CACHE_HOME=str(tmp_path))
    assert_quiet(done)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_user_without_a_home_needs_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(Path, "home", refuse)
    shutil.copytree(SHIPPED / "itss" / "v3-2011", tmp_path / "v3-2011")
    assert load_edition(tmp_path / "v3-2011", is_checked=False).edition is not None
