"""What does somebody at a terminal see of `kijun read`: the questions, the difference, the pages?

Each command runs in a process of its own on a terminal of its own; the answers are typed before it asks.
"""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

from kijun.documents.answers import load_answers
from tests.cli.command import both_languages
from tests.cli.test_read import ENGLISH

KIJUN = (sys.executable, "-c", "from kijun.cli.main import run; run()")
VALUES = ("{any_of: [line-monitoring, line-repair, line-renewal]}", "banana", "leader", "new", "all")
"""Answers to the questions about what is printed, of which one does not fit, and about abilities and knowledge items together."""


def typed(words: tuple[str, ...], *lines: str, language: str = "en") -> tuple[int, str]:
    """Run a command at a terminal where these lines are typed, then the end of the input; return code and screen."""
    ours, theirs = pty.openpty()
    os.write(ours, "".join(f"{line}\n" for line in lines).encode() + b"\x04" * 9)
    known = {**os.environ, "KIJUN_LANG": language, "TERM": "xterm", "COLUMNS": "200"}
    with subprocess.Popen([*KIJUN, *words], stdin=theirs, stdout=theirs, stderr=theirs, env=known) as process:
        os.close(theirs)
        screen = b""
        while piece := _piece(ours):
            screen += piece
    os.close(ours)
    shown = screen.decode()
    assert "Traceback" not in shown
    return process.returncode, shown


def _piece(ours: int) -> bytes:
    try:
        return os.read(ours, 65536)
    except OSError:  # the other end is closed
        return b""


def read(into: Path, *more: str) -> tuple[str, ...]:
    return ("read", str(ENGLISH), "--into", str(into), *more)


def test_answers_are_asked_for_checked_and_kept(tmp_path: Path) -> None:
    into = tmp_path / "lines"
    code, shown = typed(read(into), *VALUES, "lines", "all", "q")
    assert code == 0
    assert 'There is no role "banana".' in shown
    answers = list(load_answers(into / "answers.yaml").values())
    assert answers[:2] == [{"any_of": ["line-monitoring", "line-repair", "line-renewal"]}, "leader"]
    assert answers[2:] == ["new", "new", "lines", "new", "new"]  # the last two are the fields
    code, shown = typed(read(into, "--update"), "q", "y")
    assert (code, "about what is printed" in shown) == (0, False)
    assert list(load_answers(into / "answers.yaml").values()) == answers


@both_languages
def test_the_difference_is_shown_before_anything_is_replaced(language: str, tmp_path: Path) -> None:
    into = tmp_path / "lines"
    typed(read(into), "q")
    before = (into / "places.yaml").read_bytes()
    code, shown = typed(read(into, "--update"), *VALUES, "q", "n", language=language)
    assert code == 0
    assert {"en": "What changes of the draft before", "ja": "前の案との違い"}[language] in shown
    assert {"en": "Your answers are kept", "ja": "答えは"}[language] in shown
    assert (into / "places.yaml").read_bytes() == before
    assert len(load_answers(into / "answers.yaml")) == len(VALUES) - 1
    code, shown = typed(read(into, "--update"), "q", "y", language=language)
    assert code == 0
    assert (into / "places.yaml").read_bytes() != before


def test_the_end_of_the_input_leaves_all_questions_open(tmp_path: Path) -> None:
    code, shown = typed(read(tmp_path / "lines"))
    assert code == 0
    assert "Wrote draft/lines" in shown
    assert not (tmp_path / "lines" / "answers.yaml").exists()


def test_pages_are_counted_while_they_are_read(tmp_path: Path) -> None:
    long = tmp_path / "long.txt"
    long.write_text("\f".join([ENGLISH.read_text("utf-8")] + ["A page of words.\n"] * 30), encoding="utf-8")
    code, shown = typed(("read", str(long), "--questions"))
    assert code == 0
    assert "long.txt, page" in shown
    assert "/31" in shown
    piped = subprocess.run([*KIJUN, "read", str(long), "--questions"], check=True, capture_output=True, text=True)
    assert "long.txt, page" not in piped.stdout + piped.stderr
