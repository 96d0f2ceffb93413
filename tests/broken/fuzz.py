"""Is there any file that makes a traceback? A long run: python -m tests.broken.fuzz --count 20000 --seed 1.

Each file is an example record, a file of additions, the small sound standard, or an overlay of it, with a few things wrong;
it goes through every command that reads one. Exit codes other than 0 and 2, commands that disagree whether a file can be
used, and everything that is raised, end the run with the file and its seed.
"""

from __future__ import annotations

import argparse
import io
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, redirect_stdout
from functools import cache
from pathlib import Path
from random import Random
from time import perf_counter

from kijun.catalogue.shipped import EXAMPLES
from kijun.cli.main import main
from tests.broken.expected import HERE, ON_RECORD, RECORDS, SOUND
from tests.broken.mutate import as_json, mutated

ON = "2026-04-01"
FORMATS = ("text", "json", "markdown")
EXPECTED = {0, 2}
FUZZED = HERE / "fuzzed"
HELP_DESK = FUZZED / "help-desk.yaml"
SHIPPED = "itss/v3-2011"
CELLS = ("hardware/5", "software/4", "facility-management/6", "itss/v3-2008/sales/consulting-sales/6")
SELDOM = 0.04
"""How often a report is made, which takes as long as everything else together."""


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


def agreed(language: str, code: int, *commands: Sequence[str]) -> None:
    """Run commands on one file, each of which must end as the check of it did."""
    for command in commands:
        found = run(["--lang", language, *command])
        assert found == code, f"check ended with {code}, {' '.join(command)} with {found}"


def try_record(random: Random, folder: Path) -> str:
    """Check a mutated record, and ask everything of it where nothing is wrong; return what came of it."""
    text = random.choice(examples())
    path = folder / ("record.json" if text.startswith("{") else "record.yaml")
    path.write_bytes(mutated(text, random))
    language = random.choice(("ja", "en"))
    code = run(["--lang", language, "check", str(path)])
    assert code in EXPECTED, f"check ended with {code}"
    asked = [str(path), "--on", ON, "--format", random.choice(FORMATS)]
    agreed(language, code, ["judge", *asked, *(["--proof"] if random.random() < 0.5 else [])], ["skills", *asked])
    if random.random() < 0.25:  # a plan takes longer
        agreed(
            language, code, ["plan", *asked], ["map", *asked], ["skills", *asked, "--field", "hardware", "--level", "5"]
        )
    if random.random() < SELDOM:
        _try_report(random, path, folder, code)
    return "record judged" if code == 0 else "record refused"


def _try_report(random: Random, path: Path, folder: Path, code: int) -> None:
    output = folder / random.choice(("passport.html", "passport.pdf"))
    output.unlink(missing_ok=True)
    words = ["report", str(path), "-o", str(output), "--on", ON, "--languages", random.choice(("ja", "en", "both"))]
    found = run([*words, *random.choice(([], ["--mask", "all"], ["--mask", "1:customers,sites"]))])
    assert found in EXPECTED
    assert found == 2 or code == 0, f"check ended with {code}, report with {found}"  # a letter without a glyph
    assert output.exists() == (found == 0)
    assert not list(folder.glob(".passport*"))


def try_additions(random: Random, folder: Path) -> str:
    """Assume a mutated file of additions in every command that takes one; return what came of it."""
    record, text = ON_RECORD, (FUZZED / "additions.yaml").read_text(encoding="utf-8")
    if random.random() < 0.2:  # a record taken for additions
        text = random.choice(examples())
    if random.random() < 0.2:  # what is the same in both formats must be read the same
        text = as_json(text)
    path = folder / ("additions.json" if text.startswith("{") else "additions.yaml")
    path.write_bytes(mutated(text, random))
    language = random.choice(("ja", "en"))
    asked = [str(record), "--with", str(path), "--on", ON, "--format", random.choice(FORMATS)]
    code = run(["--lang", language, "judge", *asked, "--proof"])
    assert code in EXPECTED, f"judge ended with {code}"
    agreed(language, code, ["plan", *asked, "--cell", random.choice(CELLS)])
    if random.random() < 0.3:  # the map takes longer
        agreed(language, code, ["map", *asked, "--nearest", str(random.randint(0, 100))])
    return "additions assumed" if code == 0 else "additions refused"


def try_standard(random: Random, folder: Path) -> str:
    """Check a mutated standard, and use it where nothing is wrong; return what came of it."""
    copy = folder / "standard"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(SOUND, copy)
    files = sorted(copy.rglob("*.yaml"))
    skills = [path for path in files if path.parent.name == "skills" or path.stem in {"settings", "abilities"}]
    changed = random.choice(skills if random.random() < 0.3 else files)  # they hold most of the forms
    changed.write_bytes(mutated(changed.read_text(encoding="utf-8"), random))
    return _use(random, copy, SOUND, "standard")


def try_overlay(random: Random, folder: Path) -> str:
    """Check a mutated overlay, of a shipped standard or the small one, and use it; return what came of it."""
    copy, parent = folder / "overlay", folder / "sound"
    shutil.rmtree(copy, ignore_errors=True)
    copy.mkdir()
    if not parent.exists():
        shutil.copytree(SOUND, parent)
    text = (FUZZED / "overlay.yaml").read_text(encoding="utf-8")
    (copy / "overlay.yaml").write_bytes(mutated(text, random))
    return _use(random, copy, parent, "overlay")


def _use(random: Random, copy: Path, parent: Path, what: str) -> str:
    """Put a standard through every command that takes one."""
    language, format_ = random.choice(("ja", "en")), random.choice(FORMATS)
    code = run(["--lang", language, "check", str(copy)])
    assert code in EXPECTED, f"check ended with {code}"
    edition = ["--edition", str(copy)]
    agreed(
        language,
        code,
        ["show", "--all", *edition, "--format", random.choice(FORMATS[:2])],
        ["show", "--all", "--skills", *edition, "--format", random.choice(FORMATS[:2])],
    )
    if code:
        return f"{what} refused"
    compared = run(["--lang", language, "compare", str(parent), str(copy), "--format", format_])
    assert compared in EXPECTED, f"compare ended with {compared}"
    record = random.choice((HELP_DESK, RECORDS / "months.yaml"))
    asked = [str(record), *edition, "--on", ON, "--format", format_]
    for policy in (
        "contradictions=corrected",
        "bands.floor=literal",
        "levels.imply=ladder",
        "proficiency.decides=all-items",
    ):
        for command in (["judge", *asked, "--proof"], ["plan", *asked], ["map", *asked], ["skills", *asked]):
            found = run(["--lang", language, *command, "--policy", policy])
            assert found in EXPECTED, f"{' '.join(command)} ended with {found}"
    if random.random() < SELDOM:
        found = run(["report", str(record), *edition, "--on", ON, "-o", str(copy.parent / "passport.html")])
        assert found in EXPECTED, f"report ended with {found}"
    return f"{what} used"


def try_people(random: Random, folder: Path) -> str:
    """Compare the editions with a folder of mutated records; return what came of it."""
    people = folder / "people"
    shutil.rmtree(people, ignore_errors=True)
    (people / "nested").mkdir(parents=True)
    for number in range(random.randint(1, 4)):
        where = random.choice((people, people / "nested"))
        (where / f"{number}.yaml").write_bytes(mutated(random.choice(examples()), random))
    words = ["compare", "itss/v3-2008", SHIPPED, "--people", str(people), "--on", ON]
    code = run(["--lang", random.choice(("ja", "en")), *words, "--format", random.choice(FORMATS)])
    assert code in EXPECTED, f"compare ended with {code}"
    return "people compared" if code == 0 else "people refused"


TRIES: tuple[tuple[Callable[[Random, Path], str], int], ...] = (
    *((try_record, 50), (try_additions, 20), (try_standard, 12), (try_overlay, 15), (try_people, 3)),
)
"""What is tried, and how often of a hundred times."""


def try_one(seed: str, folder: Path) -> str:
    """Try the file of one seed."""
    random = Random(seed)
    chosen = random.choices([each for each, _ in TRIES], [often for _, often in TRIES])[0]
    return chosen(random, folder)


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
        sys.stdout.write(f"  {outcome:20}{times:8}\n")
    return 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Look for a file that makes a traceback.")
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    sys.exit(fuzz(asked.count, asked.seed))
