"""Is there any file that makes a traceback? A long run: python -m tests.broken.fuzz --count 20000 --seed 1.

Each file is an example record, or the small sound standard, with a few things wrong; it is checked, and judged where the
check finds nothing. Exit codes other than 0 and 2, and everything that is raised, end the run with the file and its seed.
"""

from __future__ import annotations

import argparse
import io
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from functools import cache
from pathlib import Path
from random import Random
from time import perf_counter

from kijun.cli.main import main
from kijun.cli.record import EXAMPLES
from tests.broken.expected import RECORDS, SOUND
from tests.broken.mutate import as_json, mutated

ON = "2026-04-01"
FORMATS = ("text", "json", "markdown")
EXPECTED = {0, 2}


@cache
def examples() -> tuple[str, ...]:
    """Return the texts to begin with: the shipped examples, a small record, and all of them as JSON."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.yaml"))]
    texts.append((RECORDS / "full-width.yaml").read_text(encoding="utf-8"))
    return (*texts, *map(as_json, texts))


def run(arguments: Sequence[str]) -> int:
    """Run one command in this process with its output thrown away, and return its exit code."""
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        return main(arguments)


def try_record(random: Random, folder: Path) -> str:
    """Check a mutated record, and judge it and show its skills where nothing is wrong; return what came of it."""
    text = random.choice(examples())
    path = folder / ("record.json" if text.startswith("{") else "record.yaml")
    path.write_bytes(mutated(text, random))
    language = random.choice(("ja", "en"))
    code = run(["--lang", language, "check", str(path)])
    assert code in EXPECTED, f"check ended with {code}"
    judge = ["--lang", language, "judge", str(path), "--on", ON, "--format", random.choice(FORMATS)]
    judged = run([*judge, *(["--proof"] if random.random() < 0.5 else [])])
    assert judged == code, f"check ended with {code}, judge with {judged}"
    skills = run(["--lang", language, "skills", str(path), "--on", ON, "--format", random.choice(FORMATS)])
    assert skills == code, f"check ended with {code}, skills with {skills}"
    return "record judged" if code == 0 else "record refused"


def try_standard(random: Random, folder: Path) -> str:
    """Check a mutated standard, and use it where nothing is wrong; return what came of it."""
    copy = folder / "standard"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(SOUND, copy)
    changed = random.choice(sorted(copy.rglob("*.yaml")))
    changed.write_bytes(mutated(changed.read_text(encoding="utf-8"), random))
    language = random.choice(("ja", "en"))
    code = run(["--lang", language, "check", str(copy)])
    assert code in EXPECTED, f"check ended with {code}"
    show = run(["--lang", language, "show", "--all", "--edition", str(copy), "--format", random.choice(FORMATS[:2])])
    assert show == code, f"check ended with {code}, show with {show}"
    for policy in ("contradictions=corrected", "bands.floor=literal", "levels.imply=ladder"):
        judge = ["--lang", language, "judge", str(RECORDS / "months.yaml"), "--edition", str(copy), "--on", ON]
        judged = run([*judge, "--proof", "--policy", policy])
        assert judged in EXPECTED, f"judge ended with {judged}"
    return "standard used" if code == 0 else "standard refused"


def try_one(seed: str, folder: Path, *, standards: bool = True) -> str:
    """Try the file of one seed."""
    random = Random(seed)
    return try_standard(random, folder) if standards and random.random() < 0.2 else try_record(random, folder)


def fuzz(count: int, seed: int) -> int:
    """Try so many files; return 1 where one of them made a traceback, and say which."""
    outcomes: Counter[str] = Counter()
    started = perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        for number in range(count):
            name = f"{seed}/{number}"
            try:
                outcomes[try_one(name, Path(folder))] += 1
            except BaseException:
                kept = Path(tempfile.mkdtemp(prefix="kijun-fuzz-"))
                shutil.copytree(folder, kept, dirs_exist_ok=True)
                sys.stderr.write(f"seed {name}: the file is kept in {kept}\n")
                raise
    sys.stdout.write(f"{count} files, seed {seed}, {perf_counter() - started:.0f} s: no traceback\n")
    for outcome, times in sorted(outcomes.items()):
        sys.stdout.write(f"  {outcome:18}{times:8}\n")
    return 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Look for a file that makes a traceback.")
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    sys.exit(fuzz(asked.count, asked.seed))
