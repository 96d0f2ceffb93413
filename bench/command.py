"""What does `kijun judge` cost as a command, against only importing what its terminal output needs?

Whole processes, user and system seconds of each child, in turn. Bytecode is cached, as it is where the package is installed.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from statistics import median

import kijun
from measure import ratio, verdict

AT_MOST = 3
_EXAMPLES = Path(kijun.__file__).parent / "examples"
_YARDSTICK = "import typer, rich, yaml"


def run(*, pairs: int) -> bool:
    """Print the table of the command and return whether the target is reached for every example record."""
    is_reached = True
    for example in sorted(_EXAMPLES.glob("*.yaml")):
        is_reached &= _run_example(example, pairs)
    return is_reached


def _run_example(example: Path, pairs: int) -> bool:
    judge = [str(Path(sys.executable).parent / "kijun"), "judge", str(example)]
    yardstick = [sys.executable, "-c", _YARDSTICK]
    rounds: dict[str, list[float]] = {"judge": [], "import": []}
    for number in range(pairs + 1):
        both = {"judge": _seconds(judge), "import": _seconds(yardstick)}
        if number:  # the first pair warms the caches
            for name, seconds in both.items():
                rounds[name].append(seconds)
    found = ratio("judge", "import", rounds)
    print(
        f"kijun judge {example.name:32} {median(rounds['judge']) * 1000:6.0f} ms, imports {median(rounds['import']) * 1000:6.0f} ms,"
        f" ratio {found:5.2f}   at most {AT_MOST}: {verdict(is_reached=found <= AT_MOST)}"
    )
    return found <= AT_MOST


def _seconds(command: list[str]) -> float:
    """Return the CPU seconds of a whole process. Raises SystemExit where it fails: a fast failure must not count."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    child = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        raise SystemExit(f"{' '.join(command)} ended with {child.returncode}")
    return used.ru_utime + used.ru_stime
