"""Do both readings agree on ten thousand people? (long)

`python -m tests.population.agreement.agree --people 10000 --seed 1` (make agreement) draws people, judges them one by one, and
all at once on each engine, under the default policy and under every other one, and in standards that ask what no shipped one
does. A sample runs with the tests.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from kijun.catalogue.installed import shipped_editions
from kijun.framework.resolve import ResolvedEdition
from tests.builders import ON
from tests.population.agreement.both_ways import DUCKDB, SPARK, Agreement, agreement
from tests.population.agreement.random_people import Aims, aims_of
from tests.population.agreement.settings import AIMED, DEFAULT, POLICIES, under
from tests.population.agreement.tailored import tailored_editions

TAILORED: Final = "a standard of one's own, and cells half read"
LEAP_DAY: Final = "the default policy, on a leap day"
FEWER: Final = 10
"""Under another policy than the default as many people are judged; on Spark, one in so many."""
_LEAST_SEEN: Final = 200
"""Of so many people each verdict has to come once, in every cell, so that the agreement says something."""


def main(arguments: Sequence[str]) -> int:
    """Compare, and return 1 where anything differs or a verdict hardly came."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--engine", action="append", choices=(DUCKDB, SPARK))
    parser.add_argument("--policy", action="append", choices=(*POLICIES, TAILORED, LEAP_DAY))
    asked = parser.parse_args(arguments)
    engines = asked.engine or [DUCKDB, SPARK]
    wrong = 0
    for policy in asked.policy or (*POLICIES, LEAP_DAY, TAILORED):
        with tempfile.TemporaryDirectory() as folder:
            for people, of, on in _asked(policy, asked.people, engines, Path(folder)):
                editions, aims = _editions(policy, Path(folder))
                place = Path(folder) / "-".join(of)
                found = agreement(
                    editions, place, on=on, people=people, seed=asked.seed, engines=of, aims=aims, in_a_part=4000
                )
                wrong += _tell(policy, people, of, found, is_default=policy == DEFAULT)
    return 1 if wrong else 0


def _asked(policy: str, people: int, engines: Sequence[str], folder: Path) -> Iterator[tuple[int, list[str], date]]:
    """Yield how many people are compared on which engines: all of them on both where the policy is the default."""
    on = date(2024, 2, 29) if policy == LEAP_DAY else ON
    folder.mkdir(exist_ok=True)
    if policy == DEFAULT:
        yield people, list(engines), on
        return
    if DUCKDB in engines:
        yield people, [DUCKDB], on
    if SPARK in engines:
        yield max(1, people // FEWER), [SPARK], on


def _editions(policy: str, folder: Path) -> tuple[list[ResolvedEdition], Aims | None]:
    """Return the editions that are judged in, and at which cells people aim if not at theirs."""
    shipped = shipped_editions()
    if policy == TAILORED:
        return tailored_editions(folder / "own"), None
    if policy in (DEFAULT, LEAP_DAY):
        return under(DEFAULT, shipped), aims_of([each for aimed in AIMED for each in under(aimed, shipped)])
    return under(policy, shipped), None


def _tell(policy: str, people: int, engines: Sequence[str], found: Agreement, *, is_default: bool) -> int:
    """Print what came of a comparison, and return how much is wrong with it."""
    cells = [asked for asked in found.seen.asked if asked[1] is None]
    rarest = min(found.seen.rarest(asked) for asked in cells)
    seconds = ", ".join(f"{name} {taken:.0f} s" for name, taken in found.seconds.items())
    _print(
        f"{policy}: {people} people x {len(cells)} cells on {' and '.join(engines)}: "
        f"{len(found.differences)} differences; the rarest verdict of a cell came {rarest} times ({seconds})"
    )
    for engine, each in found.differences[:10]:
        _print(f"  {engine}: {each}")
    is_hardly_seen = is_default and rarest < people // _LEAST_SEEN
    return len(found.differences) + is_hardly_seen


def _print(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
