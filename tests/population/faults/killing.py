"""What is lost when a command for everybody is stopped at any moment? Nothing that was there before.

`python -m tests.population.faults.killing --times 50 --seed 1` (make kill-workforce) kills (SIGKILL, and one in four times SIGINT, as
Ctrl-C does) `collect`, `sample` and `judge` at random moments, so many times each. Then the folder holds what it held, or what the
command was to make, whole; and the same command, run again, makes exactly that, and leaves nothing of the stopped one behind. A
small sample runs with the tests.
"""

from __future__ import annotations

import argparse
import shutil
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Final

from tests.exchange.workforce.collected import record, write_lines
from tests.population.faults.running import DAY, Ended, Held, held, run, stopped

COMMANDS: Final = ("collect", "sample", "judge")
TARGET: Final = "target"
_STOPPED: Final = 130
_EARLIEST: Final = 0.3
"""Before this much of its time, a command is still being loaded."""
_ONE_IN: Final = 4


@dataclass(slots=True, kw_only=True)
class Killed:
    """What came of a run: how often a command was stopped, how it ended, and what was wrong afterwards."""

    ends: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A command whose target holds something else already: what it holds before, and what it is to hold, and how long that takes.

    `kept` is a copy of what the target holds before.
    """

    words: Sequence[str | Path]
    target: Path
    kept: Path
    before: Held
    after: Held
    seconds: float


def stage(command: str, folder: Path) -> Stage:
    """Make all that a command needs, and run it once undisturbed."""
    folder.mkdir(parents=True)
    earlier, words = _asked(command, folder)
    target = folder / TARGET / "of it"
    target.parent.mkdir()
    _must_end_well(run(*earlier, "-o", target))
    before, kept = held(target), folder / "kept"
    shutil.copytree(target, kept)
    begun = perf_counter()
    _must_end_well(run(*words, "-o", target, "--update"))
    after = held(target)
    assert before != after
    return Stage(
        words=(*words, "-o", target, "--update"),
        target=target,
        kept=kept,
        before=before,
        after=after,
        seconds=perf_counter() - begun,
    )


def _asked(command: str, folder: Path) -> tuple[Sequence[str | Path], Sequence[str | Path]]:
    """Return a command that makes something, and one that makes something else."""
    match command:
        case "collect":
            few, many = (_source(folder / name, people) for name, people in (("few", 20), ("many", 400)))
            return ("collect", few), ("collect", many)
        case "sample":
            words = ("sample", "--people", "3000", "--seed")
            return (*words, "1"), (*words, "2")
        case _:
            workforce = folder / "workforce"
            _must_end_well(run("sample", "--people", "500", "-o", workforce))
            return ("judge", workforce, "--on", "2020-04-01"), ("judge", workforce, "--on", DAY)


def _source(folder: Path, people: int) -> Path:
    folder.mkdir()
    for file in range(4):
        write_lines(folder / f"{file}.jsonl", [record(f"E{file}-{number:05}") for number in range(people)])
    return folder


def _must_end_well(command: Ended) -> None:
    assert command.code == 0, command.err


def stop_once(asked: Stage, chance: Random, how: signal.Signals, killed: Killed) -> None:
    """Stop a command at a random moment, and see what its target holds then, and once it has run again."""
    shutil.rmtree(asked.target)
    shutil.copytree(asked.kept, asked.target)
    moment = asked.seconds * chance.uniform(_EARLIEST, 1.0)
    command = stopped(asked.words, moment, how)
    found = held(asked.target)
    is_whole = found in (asked.before, asked.after)
    at = f"{asked.words[0]} after {moment:.2f} s of {asked.seconds:.2f} s, {how.name}"
    killed.ends[f"{how.name}: {'done' if found == asked.after else 'as before' if is_whole else 'broken'}"] += 1
    if not is_whole:
        killed.wrong.append(f"{at}: the folder holds {sorted(found)}")
    if "Traceback" in command.err:
        killed.wrong.append(f"{at}: {command.err}")
    if how is signal.SIGINT and command.code not in (0, _STOPPED, -signal.SIGINT):
        killed.wrong.append(f"{at}: exit code {command.code}: {command.err}")
    again = run(*asked.words)
    if again.code != 0 or held(asked.target) != asked.after:
        killed.wrong.append(f"{at}: run again, it ended with {again.code}: {again.err}")
    left = [path.name for path in asked.target.parent.iterdir() if path != asked.target]
    if left:
        killed.wrong.append(f"{at}: left behind: {left}")


def main(arguments: Sequence[str]) -> int:
    """Stop each command so many times, print what came of it, and return 1 where anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(arguments)
    wrong = 0
    for command in COMMANDS:
        chance, killed = Random(f"{asked.seed}/{command}"), Killed()
        with tempfile.TemporaryDirectory() as folder:
            staged = stage(command, Path(folder) / command)
            for _ in range(asked.times):
                how = signal.SIGINT if chance.randrange(_ONE_IN) == 0 else signal.SIGKILL
                stop_once(staged, chance, how, killed)
        ends = ", ".join(f"{end} {count}" for end, count in sorted(killed.ends.items()))
        sys.stdout.write("\n".join([f"{command}: {ends}; {len(killed.wrong)} wrong", *killed.wrong]) + "\n")
        sys.stdout.flush()
        wrong += len(killed.wrong)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
