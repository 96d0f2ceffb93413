"""What does a person cost who is judged alone: by `kijun.judgement`, and by a rule engine that only decides?

    python bench/workforce_one_by_one.py DIR [--people 300] [--rounds 3]

People of a workforce, read back beforehand. Both must come to the same verdict of every cell, but for those who wrote a month
without a day: they are judged twice here, which zen-engine is spared. Prints CPU microseconds a person as JSON.
"""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterable
from pathlib import Path
from random import Random
from statistics import median
from typing import TypeVar

from kijun.judgement import judge_edition
from kijun.judgement.record import has_months
from kijun.population.load import open_workforce
from kijun.population.people import person_numbered
from measure import in_turn
from workforce_editions import ON, SHIPPED, editions_of
from zen_model import decide_cells, facts, verdicts

Thing = TypeVar("Thing")


def main() -> int:
    """Compare the verdicts, measure and print."""
    parser = ArgumentParser(description="Measure the judgement of one person after another.")
    parser.add_argument("workforce", type=Path)
    parser.add_argument("--people", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    workforce = open_workforce(asked.workforce)
    everybody = range(workforce.manifest.people)
    numbers = Random(1).sample(everybody, min(asked.people, len(everybody)))
    people = [person_numbered(workforce, number) for number in numbers]
    editions, records = editions_of(SHIPPED), [facts(person) for person in people]
    decision = decide_cells(editions, ON)
    for person, record in zip(people, records, strict=True):
        said = [cell.verdict for each in editions for cell in judge_edition(each, person, on=ON).values()]
        if not has_months(person) and said != verdicts(decision, record):
            raise SystemExit(f"{person.employee}: kijun and zen-engine do not say the same")
    rounds = in_turn(
        {
            "kijun": lambda: _each(lambda person: [judge_edition(each, person, on=ON) for each in editions], people),
            "zen": lambda: _each(decision.evaluate, records),
        },
        asked.rounds,
    )
    print(json.dumps({name: median(seconds) / len(people) * 1e6 for name, seconds in rounds.items()}))
    return 0


def _each(do: Callable[[Thing], object], things: Iterable[Thing]) -> None:
    """Do something with each thing and keep nothing of it."""
    for thing in things:
        do(thing)


if __name__ == "__main__":
    sys.exit(main())
