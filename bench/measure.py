"""How is one thing measured against another on a machine that is never quiet?

In turn (A B, B A, A B, ...), in CPU time, after a warm-up, with the garbage of the set-up out of the way. What is reported is
the median of the ratios of each round, never a ratio of two runs that lie apart.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping
from statistics import median

Rounds = Mapping[str, list[float]]


def in_turn(things: Mapping[str, Callable[[], object]], rounds: int) -> Rounds:
    """Return the CPU seconds of each thing in every round, all threads of this process counted."""
    for thing in things.values():
        thing()
    gc.collect()
    gc.freeze()
    seconds: dict[str, list[float]] = {name: [] for name in things}
    for number in range(rounds):
        names = list(things)
        for name in names if number % 2 == 0 else reversed(names):
            start = time.process_time()
            things[name]()
            seconds[name].append(time.process_time() - start)
    gc.unfreeze()
    return seconds


def ratio(of: str, to: str, rounds: Rounds) -> float:
    """Return the median of the ratios of one thing to another, round by round."""
    return median(one / other for one, other in zip(rounds[of], rounds[to], strict=True))


def verdict(*, is_reached: bool) -> str:
    """Return how a target came out."""
    return "pass" if is_reached else "FAIL"
