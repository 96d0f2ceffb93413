"""Where does a difference belong: to a cell, the skills of a field, a category, the edition as a whole?"""

from __future__ import annotations

from kijun.framework.compare.comparison import Comparison, Kind


def home(path: str) -> str:
    """Return the section that a path belongs to: its cell, its field's skills, its field, its category, or none.

    >>> home("service/hardware/5/size"), home("service/hardware/skills/technology"), home("policy/levels.imply")
    ('service/hardware/5', 'service/hardware/skills', '')
    """
    steps = path.split("/")
    if steps[0] in ("policy", "levels", "words"):
        return ""
    return "/".join(steps[:3])


def counts_by_home(comparison: Comparison) -> dict[str, dict[Kind, int]]:
    """Return how many changes of each kind there are in the cells and in the skills of each field."""
    counts: dict[str, dict[Kind, int]] = {}
    for change in comparison.changes:
        path = home(change.path)
        if path.rpartition("/")[2].isdecimal():
            path = path.rpartition("/")[0]
        of = counts.setdefault(path, {})
        of[change.kind] = of.get(change.kind, 0) + 1
    return counts
