"""Which groups of people are too small to be shown?

A group below the size that the caller sets is masked. Where everybody together is shown, what is masked could be worked out by
taking the other groups away: then more groups are masked, the smallest first, until at least two are, of that size together.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

Team = str | None
"""The name of a team; None stands for the people without one."""


class Mask(Enum):
    """Why a group is not shown: it is too small, or another one could be worked out from it."""

    SMALL = "small"
    BESIDE = "beside"


def masks(sizes: Mapping[Team, int], below: int) -> dict[Team, Mask]:
    """Return the groups that are not to be shown, each with why; groups of nobody do not count.

    >>> found = masks({"A": 30, "B": 12, "C": 2}, below=5)
    >>> found["C"], found["B"], "A" in found
    (<Mask.SMALL: 'small'>, <Mask.BESIDE: 'beside'>, False)
    >>> sorted(masks({"A": 30, "B": 3, "C": 2}, below=5))
    ['B', 'C']
    """
    found: dict[Team, Mask] = {team: Mask.SMALL for team, size in sizes.items() if size < below}
    others = sorted((team for team in sizes if team not in found), key=lambda team: (sizes[team], team or ""))
    while found and others and (len(found) == 1 or sum(sizes[team] for team in found) < below):
        found[others.pop(0)] = Mask.BESIDE
    return found
