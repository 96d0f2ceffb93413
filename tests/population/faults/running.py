"""How is a command for everybody run as a user runs it, and what does a folder hold afterwards?"""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

PROGRAM: Final = "import sys; from kijun.cli.main import run; sys.argv[0] = 'kijun'; run()"
DAY: Final = "2026-04-01"
_LIMITED: Final = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({0}, {0})); "
# The superuser may write everywhere, until it lays down its capabilities (capset, version 3 of its header).
_POWERLESS: Final = (
    "import ctypes; ctypes.CDLL(None).capset((ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()); "
)
_LONGEST: Final = 300

Held = Mapping[str, str]
"""The files of a folder by their paths, each as the digest of its bytes; nothing where there is no folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """How a command ended: its exit code, negative where a signal ended it, and what it wrote."""

    code: int
    out: str
    err: str


def start(*words: str | Path, most_bytes: int | None = None, without_powers: bool = False) -> subprocess.Popen[str]:
    """Start `kijun workforce ...` in a process group of its own.

    It may write files of so many bytes only, or has none of the powers of a superuser: permissions hold for it, too.
    """
    limits = (_LIMITED.format(most_bytes) if most_bytes else "") + (_POWERLESS if without_powers else "")
    command = [sys.executable, "-c", limits + PROGRAM, "--lang", "en", "workforce", *map(str, words)]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True, encoding="utf-8"
    )


def run(*words: str | Path, most_bytes: int | None = None, without_powers: bool = False) -> Ended:
    """Run a command to its end."""
    return ended(start(*words, most_bytes=most_bytes, without_powers=without_powers))


def ended(process: subprocess.Popen[str]) -> Ended:
    """Wait for a command to end."""
    out, err = process.communicate(timeout=_LONGEST)
    return Ended(code=process.returncode, out=out, err=err)


def stopped(words: Sequence[str | Path], after: float, how: signal.Signals) -> Ended:
    """Run a command, and send it and its children a signal after so many seconds, unless it is done by then."""
    process = start(*words)
    try:
        out, err = process.communicate(timeout=after)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, how)
        return ended(process)
    return Ended(code=process.returncode, out=out, err=err)


def held(folder: Path) -> Held:
    """Return what a folder holds."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
