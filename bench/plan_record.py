"""How long does planning all open cells of a record take, against judging them once?

    python bench/plan_record.py [--seed N] [--people N] [--pairs N]

Both in turn, in CPU time. Before anything is timed, every plan is taken and judged: its cell must be met. Ends with 1 where the
target is missed. How to read the table: bench/README.md.
"""

from __future__ import annotations

import platform
import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from statistics import median

from kijun.catalogue.installed import open_edition
from kijun.catalogue.shipped import shipped_folders
from kijun.evidence import Person
from kijun.framework.edition import Edition
from kijun.framework.policy import choose
from kijun.framework.resolve import ResolvedEdition, resolve_edition
from kijun.growth.apply import apply
from kijun.growth.plan import Growth
from kijun.growth.plan_cell import plan_cells
from kijun.judgement import judge_cell, judge_edition
from kijun.judgement.record_judgement import EditionJudgement
from kijun.verdict import MET
from measure import Rounds, in_turn, ratio, verdict
from people import ON, make_people

AT_MOST = 20
_JUDGING, _PLANNING = "judging every cell once", "planning every open cell"
_FIRST_JUDGING, _FIRST_PLANNING = "judging, first of a run", "planning, first of a run"
Judged = list[tuple[Person, tuple[EditionJudgement, ...]]]


def main() -> int:
    """Print the table and return the exit code."""
    parser = ArgumentParser(description="Measure planning against a judgement in the same run.")
    parser.add_argument("--seed", type=int, default=1, help="seed of the random people (default: 1)")
    parser.add_argument("--people", type=int, default=100, help="how many people are planned for (default: 100)")
    parser.add_argument("--pairs", type=int, default=9, help="rounds in turn; odd (default: 9)")
    asked = parser.parse_args()
    print(
        f"{datetime.now(tz=UTC):%Y-%m-%d}, Python {platform.python_version()}, seed {asked.seed},"
        f" people {asked.people}, pairs {asked.pairs}; medians of CPU time"
    )
    editions = [open_edition(name) for name in shipped_folders()]
    people = make_people(editions, count=asked.people, seed=asked.seed)
    resolved = [resolve_edition(edition, choose(edition.points, {})) for edition in editions]
    judged = _judge(people, resolved)
    _check(judged)
    many = in_turn({_JUDGING: lambda: _judge(people, resolved), _PLANNING: lambda: _plan(judged)}, asked.pairs)
    first = _first_of_a_run(people[:1], editions, asked.pairs)
    for name, seconds in {**many, **first}.items():
        records = asked.people if name in many else 1
        print(f"{name:30} {median(seconds) / records * 1e6:8.0f} us a record")
    found = [ratio(_PLANNING, _JUDGING, many), ratio(_FIRST_PLANNING, _FIRST_JUDGING, first)]
    for what, each in zip(("planning / judging", "the same, first of a run"), found, strict=True):
        print(f"{what:30} {each:8.2f}; at most {AT_MOST}: {verdict(is_reached=each <= AT_MOST)}")
    return 0 if max(found) <= AT_MOST else 1


def _first_of_a_run(people: Sequence[Person], editions: Sequence[Edition], pairs: int) -> Rounds:
    """Measure with criteria that nobody was judged by before, as a command does that judges one record."""

    def fresh() -> list[ResolvedEdition]:
        return [resolve_edition(edition, choose(edition.points, {})) for edition in editions]

    unused = [fresh() for _ in range(pairs + 1)]
    judged = [_judge(people, each) for each in (fresh() for _ in range(pairs + 1))]
    return in_turn(
        {_FIRST_JUDGING: lambda: _judge(people, unused.pop()), _FIRST_PLANNING: lambda: _plan(judged.pop())}, pairs
    )


def _judge(people: Sequence[Person], resolved: Sequence[ResolvedEdition]) -> Judged:
    return [
        (
            person,
            tuple(
                EditionJudgement(edition=edition, cells=judge_edition(edition, person, on=ON), levels={})
                for edition in resolved
            ),
        )
        for person in people
    ]


def _plan(judged: Judged) -> list[dict[str, Growth]]:
    return [plan_cells(edition, person, on=ON) for person, editions in judged for edition in editions]


def _check(judged: Judged) -> None:
    """Stop where a cell has no plan, or is not met once its plan is taken; print what was planned."""
    counts: Counter[str] = Counter()
    for person, editions in judged:
        for edition in editions:
            for path, growth in plan_cells(edition, person, on=ON).items():
                if growth.best is None:
                    raise SystemExit(f"{person.employee}: {path} has no plan")
                counts.update(cells=1, met=not growth.best.steps, plans=len(growth.plans), steps=len(growth.best.steps))
                for plan in growth.plans:
                    additions = [step.addition for step in plan.steps]
                    then = apply(additions, person, day=plan.day, today=ON)
                    if judge_cell(edition.cells[path].cell, then, on=plan.day).verdict is not MET:
                        raise SystemExit(f"{person.employee}: {path} is not met by {plan}")
    everybody = len(judged)
    print(
        f"cells {counts['cells'] / everybody:.0f} a person, met {counts['met'] / everybody:.1f};"
        f" plans {counts['plans'] / everybody:.1f}, steps of the best {counts['steps'] / counts['cells']:.1f} a cell;"
        " every plan taken and judged met"
    )


if __name__ == "__main__":
    sys.exit(main())
