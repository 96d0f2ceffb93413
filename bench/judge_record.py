"""How fast is a judgement: as a call, against a rule engine, and as a command, against its imports?

    python bench/judge_record.py [--seed N] [--people N] [--pairs N] [--part engine|command]

Ends with 1 where a target is missed. How to read the table: bench/README.md.
"""

from __future__ import annotations

import platform
import sys
from argparse import ArgumentParser
from datetime import UTC, datetime
from importlib.metadata import version

import command
import engine


def main() -> int:
    """Run both parts, or the one that is asked for, and return the exit code."""
    parser = ArgumentParser(description="Measure a judgement against a yardstick in the same run.")
    parser.add_argument("--seed", type=int, default=1, help="seed of the random people (default: 1)")
    parser.add_argument("--people", type=int, default=300, help="how many people are judged (default: 300)")
    parser.add_argument(
        "--pairs", type=int, default=9, help="rounds in turn; odd, so that the median is one (default: 9)"
    )
    parser.add_argument("--part", choices=("engine", "command"), help="only this part (default: both)")
    asked = parser.parse_args()
    print(
        f"{datetime.now(tz=UTC):%Y-%m-%d}, Python {platform.python_version()}, zen-engine {version('zen-engine')},"
        f" seed {asked.seed}, people {asked.people}, pairs {asked.pairs}; medians of CPU time"
    )
    are_reached = []
    if asked.part != "command":
        are_reached.append(engine.run(seed=asked.seed, people=asked.people, pairs=asked.pairs))
    if asked.part != "engine":
        are_reached.append(command.run(pairs=asked.pairs))
    return 0 if all(are_reached) else 1


if __name__ == "__main__":
    sys.exit(main())
