"""What does a whole process cost, with all that it starts: CPU, time, and the most memory?

Linux only: a process that outlives the one that started it, as Spark's Java does, is handed to this one, and counted.
"""

from __future__ import annotations

import ctypes
import os
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from resource import struct_rusage
from typing import Final

_BECOME_SUBREAPER: Final = 36
"""PR_SET_CHILD_SUBREAPER of prctl."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """User and system seconds, seconds on the clock, and the most memory that one of the processes held, in MiB."""

    cpu: float
    wall: float
    memory: float


def cost(command: Sequence[str]) -> Cost:
    """Run a command and return what it cost. Raises SystemExit where it fails: a fast failure must not count."""
    ctypes.CDLL(None).prctl(_BECOME_SUBREAPER, 1, 0, 0, 0)
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    cpu = wall = memory = 0.0
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        child = subprocess.Popen(command, env=environment, stdout=said, stderr=subprocess.STDOUT)
        for process, status, used in _ended():
            cpu += used.ru_utime + used.ru_stime
            memory = max(memory, used.ru_maxrss / 1024)
            if process == child.pid:
                wall = time.perf_counter() - start
                child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0:
            said.seek(0)
            raise SystemExit(f"{' '.join(command)} ended with {child.returncode}:\n{said.read().decode()}")
    return Cost(cpu=cpu, wall=wall, memory=memory)


def _ended() -> Iterator[tuple[int, int, struct_rusage]]:
    """Yield every process that was started, directly or not, as it ends."""
    while True:
        try:
            yield os.wait4(-1, 0)
        except ChildProcessError:
            return


def costs_in_turn(things: Mapping[str, Callable[[], Cost]], pairs: int) -> dict[str, list[Cost]]:
    """Return the costs of each thing, there and back again; a first round warms the caches and does not count."""
    costs: dict[str, list[Cost]] = {name: [] for name in things}
    for number in range(pairs + 1):
        for name in [*things] if number % 2 == 0 else [*things][::-1]:
            found = things[name]()
            if number:
                costs[name].append(found)
    return costs
