"""Two small editions that differ in something, and what a comparison finds, each change as one line.

A line is: kind, aspect, what the older and the newer edition have, and whether that is harder or easier.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from kijun.framework.compare.comparison import Change, Side
from kijun.framework.compare.editions import compare
from kijun.framework.edition import Edition
from tests.framework.small import alpha, beta, edition, gamma, indicator_files, vocabulary_files

Plain = Any
_CELLS: Final[dict[str, Callable[..., Plain]]] = {"alpha": alpha, "beta": beta, "gamma": gamma}


def with_cell(field: str, /, *, words: Plain = None, **changes: Plain) -> Edition:
    """Return the small standard with other values in the parts of the field's cell 3; None leaves a part out.

    `words` are the files of another vocabulary.
    """
    cell = _CELLS[field](3)
    for part, change in changes.items():
        is_inside = isinstance(change, dict) and isinstance(cell.get(part), dict)
        cell[part] = {**cell[part], **change} if is_inside else change
    files = indicator_files()
    for file in files:
        if file["field"] == field:
            file["cells"] = [cell, *file["cells"][1:]]
    flag = {"id": "odd", "about": "Odd.", "citations": [], "touches": []}
    return edition(indicators=files, flags=[flag], vocabulary=words or vocabulary_files())


def found(old: Edition, new: Edition) -> list[str]:
    """Return what differs, a line for each change; the path is left out."""
    return [line(change) for change in compare(old, new).changes]


def line(change: Change) -> str:
    """Return a change as a line."""
    effect = f" ({change.effect.value})" if change.effect else ""
    return f"{change.kind.value} {change.aspect}: {_words(change.old)} -> {_words(change.new)}{effect}"


def _words(side: Side) -> str:
    return "-" if side.words is None else side.words.en
