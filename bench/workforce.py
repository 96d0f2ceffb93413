"""What does it cost to judge everybody at once, and how does that grow?

    python bench/workforce.py [--people 1000000] [--pairs 5] [--rows million,growth,...] [--workdir FOLDER]

Whole processes in turn, CPU, against the yardstick (DuckDB reads the same tables and groups them by person) or against the same
command with less to do. After every run the hash of the verdicts has to be that of the first run of the same people and editions,
and people drawn by chance have to be judged the same one by one. Prints a table; ends with 1 where a target is missed or a
verdict is another. How to read the table: bench/README.md.
"""

from __future__ import annotations

import os
import platform
import sys
import tempfile
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Mapping
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from statistics import median

from measure import verdict
from workforce_editions import ANSWERS, RATINGS, SHIPPED, WORDS
from workforce_processes import Cost, costs_in_turn
from workforce_runs import Judged, Looked, Run, Runs, Scripted

GROWTH = 4
"""How many times as many people the row of growth has."""
ROWS: Mapping[str, str] = {
    "million": "everybody",
    "growth": f"{GROWTH} times as many people",
    "words": "10 times as many cells: fields and activities of their own",
    "answers": "10 times as many cells: other answers",
    "ratings": "all skill items decide",
    "small": "a tenth of the people",
    "spark": "PySpark, local[2]",
    "alone": "one person after the other",
}


def main() -> int:
    """Print the rows that are asked for, and return the exit code."""
    asked = _asked()
    print(
        f"{datetime.now(tz=UTC):%Y-%m-%d}, Python {platform.python_version()}, duckdb {version('duckdb')}, ibis"
        f" {version('ibis-framework')}, {os.cpu_count()} cores, seed {asked.seed}, pairs {asked.pairs};"
        " whole processes, CPU, medians\n"
    )
    print("| what | people | cells | CPU, s | against | its CPU, s | ratio | at most | clock, s | memory, MiB | hash |")
    print("|---|---|---|---|---|---|---|---|---|---|---|", flush=True)
    with tempfile.TemporaryDirectory(dir=asked.workdir) as outs:
        runs = Runs(workdir=asked.workdir, outs=Path(outs), seed=asked.seed, drawn=asked.drawn)
        reached = [_row(name, runs, asked) for name in asked.rows if name != "alone"]
        if "alone" in asked.rows:
            _alone(runs, asked)
    return 0 if all(reached) else 1


def _asked() -> Namespace:
    parser = ArgumentParser(
        description="Measure the judgement of a whole workforce against a yardstick in the same run."
    )
    parser.add_argument("--people", type=int, default=1_000_000, help="how many people (default: 1000000)")
    parser.add_argument("--spark-people", type=int, default=10_000, help="how many on PySpark (default: 10000)")
    parser.add_argument("--seed", type=int, default=1, help="seed of the people (default: 1)")
    parser.add_argument(
        "--pairs", type=int, default=5, help="rounds in turn; odd, so that the median is one (default: 5)"
    )
    parser.add_argument("--drawn", type=int, default=300, help="how many are judged one by one, too (default: 300)")
    parser.add_argument("--rows", type=_rows, default=[*ROWS], help=f"which rows, of {','.join(ROWS)} (default: all)")
    parser.add_argument(
        "--workdir",
        type=Path,
        default=Path(tempfile.gettempdir()) / "kijun-bench",
        help="where the people are kept for the next time (default: kijun-bench among the temporary files)",
    )
    parser.add_argument("--ratio", type=float, default=6.5, help="at most so many times the yardstick (default: 6.5)")
    parser.add_argument("--growth", type=float, default=4.4, help="at most, for 4 times as many people (default: 4.4)")
    parser.add_argument("--cells", type=float, default=4.0, help="at most, for 10 times as many cells (default: 4)")
    parser.add_argument("--memory", type=float, default=1024, help="at most so many MiB, on DuckDB (default: 1024)")
    asked = parser.parse_args()
    asked.workdir.mkdir(parents=True, exist_ok=True)
    return asked


def _rows(written: str) -> list[str]:
    names = written.split(",")
    if unknown := [name for name in names if name not in ROWS]:
        raise ArgumentTypeError(f"{', '.join(unknown)}: no row; there are {', '.join(ROWS)}")
    return names


def _row(name: str, runs: Runs, asked: Namespace) -> bool:
    """Measure a row and print it; return whether what it has to reach is reached."""
    reference, run, at_most = _pair(name, asked)
    costs = costs_in_turn({"reference": lambda: runs.cost(reference), "run": lambda: runs.cost(run)}, asked.pairs)
    ratios = [one.cpu / other.cpu for one, other in zip(costs["run"], costs["reference"], strict=True)]
    memory = max(cost.memory for cost in costs["run"])
    is_reached = at_most is None or median(ratios) <= at_most
    is_small = name == "spark" or memory <= asked.memory
    said = "" if at_most is None else f"{at_most:g}: {verdict(is_reached=is_reached)}"
    print(
        f"| {ROWS[name]} | {run.people:,} | {runs.cells(run)} | {_cpu(costs['run'])} | {reference.title}"
        f" | {_cpu(costs['reference'])} | **{median(ratios):.2f}** ({min(ratios):.2f} to {max(ratios):.2f})"
        f" | {said} | {median(cost.wall for cost in costs['run']):.1f} | {memory:.0f}{'' if is_small else ' FAIL'}"
        f" | {runs.hash_of(run)[:12]} |",
        flush=True,
    )
    return is_reached and is_small


def _pair(name: str, asked: Namespace) -> tuple[Run, Run, float | None]:
    """Return what a row compares: the reference, the run, and how many times the one the other may cost."""
    people = asked.people
    everybody = Judged(people=people)
    match name:
        case "million":
            return Looked(people=people), everybody, asked.ratio
        case "growth":
            return everybody, Judged(people=GROWTH * people), asked.growth
        case "words" | "answers":
            kind = WORDS if name == "words" else ANSWERS
            return Scripted(people=people, kind=SHIPPED), Scripted(people=people, kind=kind), asked.cells
        case "ratings":
            return Looked(people=people), Judged(people=people, kind=RATINGS), None
        case "small":
            return Looked(people=people // 10), Judged(people=people // 10), None
        case "spark":
            return Judged(people=asked.spark_people), Judged(people=asked.spark_people, engine="spark"), None
    raise ValueError(name)


def _cpu(costs: list[Cost]) -> str:
    return f"{median(cost.cpu for cost in costs):.2f}"


def _alone(runs: Runs, asked: Namespace) -> None:
    """Print what a person costs who is judged alone, against one of everybody."""
    at_once = Judged(people=asked.people)
    everybody = median(runs.cost(at_once).cpu for _ in range(asked.pairs)) / asked.people * 1e6
    print(f"\n| one of {asked.people:,} people, {runs.cells(at_once)} cells | CPU, us a person | times as much |")
    print("|---|---|---|")
    print(f"| all at once, verdicts and levels | {everybody:.1f} | 1 |")
    found = runs.alone(at_once)
    for name, title in {"kijun": "`judge_edition`, with proofs", "zen": "zen-engine, cells only"}.items():
        print(f"| {title} | {found[name]:.0f} | {found[name] / everybody:.0f} |", flush=True)


if __name__ == "__main__":
    sys.exit(main())
