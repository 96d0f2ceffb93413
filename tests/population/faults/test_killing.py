"""A command that is stopped at any moment leaves what was there; `make kill-workforce` stops each of them fifty times."""

from __future__ import annotations

import signal
from pathlib import Path
from random import Random

import pytest

from tests.population.faults.killing import COMMANDS, Killed, stage, stop_once


@pytest.mark.parametrize("command", COMMANDS)
def test_a_folder_holds_what_it_held_when_a_command_is_stopped(command: str, tmp_path: Path) -> None:
    staged, chance, killed = stage(command, tmp_path / command), Random(1), Killed()
    for how in (signal.SIGKILL, signal.SIGINT):
        stop_once(staged, chance, how, killed)
    assert killed.wrong == []
