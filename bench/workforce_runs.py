"""Which processes does the benchmark of a workforce run, and what must come of each?

A run is a command on so many people. Their sample is made once and kept. What a run wrote is checked by another process and
removed, so that nothing of it is measured.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from kijun.catalogue.installed import shipped_editions
from workforce_editions import ALL_ITEMS, ON, RATINGS, SHIPPED, WORDS
from workforce_processes import Cost, cost

_HERE: Final = Path(__file__).parent
_KIJUN: Final = str(Path(sys.executable).parent / "kijun")


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """The yardstick: the tables are read and grouped."""

    people: int
    title: str = "yardstick"
    kind: str = SHIPPED
    writes: bool = False

    def command(self, workforce: Path, out: Path) -> Sequence[str]:  # noqa: ARG002  # it writes nothing
        """Return the command."""
        return _script("workforce_yardstick.py", workforce)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """The command as a user gives it, in every shipped edition."""

    people: int
    kind: str = SHIPPED
    engine: str = "duckdb"
    writes: bool = True

    @property
    def title(self) -> str:
        """What it is called where something else is measured against it."""
        return f"{self.people:,} people on DuckDB"

    def command(self, workforce: Path, out: Path) -> Sequence[str]:
        """Return the command."""
        answers = ALL_ITEMS if self.kind == RATINGS else {}
        policies = [word for point, answer in answers.items() for word in ("--policy", f"{point}={answer}")]
        engine = ["--engine", "spark", "--master", "local[2]"] if self.engine == "spark" else []
        editions = [word for edition in shipped_editions() for word in ("--edition", edition.id)]
        asked = [str(workforce), "-o", str(out), "--on", ON.isoformat(), *editions, *policies, *engine]
        return [_KIJUN, "workforce", "judge", *asked]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scripted:
    """The same without the command line, in editions that no user has."""

    people: int
    kind: str
    title: str = "the shipped cells"
    writes: bool = True

    def command(self, workforce: Path, out: Path) -> Sequence[str]:
        """Return the command."""
        return _script("workforce_editions.py", "judge", workforce, out, "--editions", self.kind)


Run = Looked | Judged | Scripted


@dataclass(slots=True, kw_only=True)
class Runs:
    """Runs commands in a folder, and holds what came of the first run on the same people in the same editions."""

    workdir: Path
    outs: Path
    seed: int
    drawn: int
    _hashes: dict[str, str] = field(default_factory=dict)
    _cells: dict[Run, int] = field(default_factory=dict)
    _of: dict[Run, str] = field(default_factory=dict)

    def cost(self, run: Run) -> Cost:
        """Return what a run costs. Raises SystemExit where it fails, or its verdicts are not what they have to be."""
        workforce, out = self._workforce(run), self.outs / "verdicts"
        found = cost(run.command(workforce, out))
        if run.writes:
            self._check(run, workforce, out)
            shutil.rmtree(out)
        return found

    def cells(self, run: Run) -> int:
        """Return in how many cells a run judged."""
        return self._cells[run]

    def hash_of(self, run: Run) -> str:
        """Return the hash of the verdicts of a run."""
        return self._of[run]

    def alone(self, run: Run) -> dict[str, float]:
        """Return what one of the people of a run costs who is judged alone, in microseconds."""
        found: dict[str, float] = json.loads(
            _output("workforce_one_by_one.py", self._workforce(run), "--people", str(self.drawn))
        )
        return found

    def _workforce(self, run: Run) -> Path:
        words = WORDS if run.kind == WORDS else SHIPPED
        folder = self.workdir / f"{words}-{run.people}-{self.seed}"
        if not folder.exists():
            asked = ("--editions", words, "--people", str(run.people), "--seed", str(self.seed))
            _output("workforce_editions.py", "sample", folder, *asked)
        return folder

    def _check(self, run: Run, workforce: Path, out: Path) -> None:
        """Compare the hash with that of the first run; at the first, judge some of the people one by one."""
        said = json.loads((out / "judgement.json").read_text(encoding="utf-8"))
        asked = json.dumps([said["on"], said["workforce"]["digest"], said["editions"]])
        found = _output("workforce_verdicts.py", "digest", out).strip()
        if asked not in self._hashes:
            judged = ("--editions", run.kind, "--people", str(self.drawn), "--seed", str(self.seed))
            _output("workforce_verdicts.py", "people", out, workforce, *judged)
        if (first := self._hashes.setdefault(asked, found)) != found:
            raise SystemExit(f"{run}: the verdicts have the hash {found}, those of the first run {first}")
        self._of[run] = found
        self._cells[run] = sum(each["part"] is None for each in said["bits"])


def _script(name: str, *words: str | Path) -> list[str]:
    return [sys.executable, str(_HERE / name), *map(str, words)]


def _output(name: str, *words: str | Path) -> str:
    """Return what a script of the benchmark says. Raises SystemExit, with its words, where it fails."""
    done = subprocess.run(_script(name, *words), capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(done.stderr or done.stdout)
    return done.stdout
