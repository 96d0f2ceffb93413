"""How is it said that a document cannot be read?"""

from __future__ import annotations

from pathlib import Path

from kijun.errors import BadInput
from kijun.problem import Place
from kijun.problem.reading import Fact, describe
from kijun.text import Text


class Unreadable(BadInput):
    """A document that cannot be read; its one problem says why, and what to do."""


def refuse(code: str, path: Path, *, line: int | None = None, column: int | None = None, **facts: Fact) -> Unreadable:
    """Return what to raise for a document: the problem of that code, its sentences filled with the facts."""
    problem = describe(code, Place(file=str(path), line=line, column=column), suggestion=None, **facts)
    said = Text(ja=f"「{path.name}」を読めません。", en=f'"{path.name}" cannot be read.')
    return Unreadable(said, problems=(problem,))
