"""Is Ctrl-C told from a fault, when the engine says both in its own way?"""

from __future__ import annotations

import os
import signal
import threading

import ibis
import pytest

from kijun.cli.workforce.stopping import stoppable

_LONG = "SELECT count(*) FROM range(2_000_000_000) AS a WHERE a.range % 7 = 3"
"""Of some seconds: the engine hears Ctrl-C in the middle of it, or, seldom, when it is done."""


def test_ctrl_c_in_the_middle_of_a_question_is_ctrl_c() -> None:
    engine = ibis.duckdb.connect()
    waiting = threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGINT))
    waiting.start()
    with pytest.raises(KeyboardInterrupt), stoppable():
        engine.raw_sql(_LONG).fetchall()
    waiting.join()


def test_another_fault_stays_what_it_is() -> None:
    with pytest.raises(RuntimeError, match="something else"), stoppable():
        raise RuntimeError("something else")


class Tidying:
    """Something that is stopped in the middle of being tidied up."""

    def __del__(self) -> None:
        raise KeyboardInterrupt


def _tidy_up() -> None:
    Tidying()
    threading.Event().wait(timeout=30)


def test_ctrl_c_that_python_swallows_while_it_tidies_up_is_asked_for_again() -> None:
    with pytest.raises(KeyboardInterrupt), stoppable():
        _tidy_up()
