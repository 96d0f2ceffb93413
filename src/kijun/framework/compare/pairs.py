"""Which things of two lists belong together?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

Thing = TypeVar("Thing")


def best_pairs(
    old: Sequence[Thing], new: Sequence[Thing], likeness: Callable[[Thing, Thing], int]
) -> list[tuple[int, int]]:
    """Return the positions of the things that belong together: the most alike first, then the nearest to the top.

    Each thing is in one pair at most; a likeness of 0 is none. The other way round gives the same pairs.

    >>> best_pairs("abc", "cab", lambda old, new: old == new)
    [(0, 1), (1, 2), (2, 0)]
    """
    found = [
        (-alike, i + j, i, j)
        for i, before in enumerate(old)
        for j, after in enumerate(new)
        if (alike := likeness(before, after))
    ]
    pairs: dict[int, int] = {}
    for _, _, i, j in sorted(found):
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return sorted(pairs.items())
