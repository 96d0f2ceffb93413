"""Which cells of a table does one line hold, where its row is printed on one line?

A row is cut at its gaps only where each cell shows by a bullet or a heading what it is, or follows the heading of a level. Any other
line stays whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from kijun.documents.fold import is_japanese
from kijun.documents.printed import Line
from kijun.documents.recognise.clauses import cut
from kijun.documents.recognise.headings import Heading, find_heading

_GAP: Final = re.compile(r"\t+|[ \u00a0]{3,}|\u3000{2,}")
_BULLET: Final = re.compile(r"\s*[●○■◆◇\-\u2010-\u2015\u2212\uff0d・•]\s*\S")
_LEVEL: Final = re.compile(r"\s*(?:レベル|level)\s*\d{1,2}(?:\s*[:：]\s*|\s+)(?=\S)", re.IGNORECASE)
_BEGINS: Final = re.compile(r"(?:Able|Can|Has|Have|Is)\b")
_WHOLE: Final = 2


def has_gap(text: str) -> bool:
    """Return whether a name has a gap inside, which no name has: it holds words of another cell."""
    return _GAP.search(text.strip()) is not None


def cells_of(line: Line, heading: Heading | None) -> Iterator[tuple[Line, Heading | None]]:
    """Yield the cells of a line with their headings."""
    if heading is not None:
        yield line, heading
        return
    cells = [(cell, find_heading(cell)) for piece in _pieces(line) for cell in _level_first(piece)]
    if len(cells) < _WHOLE or _are_clear(cells):
        yield from cells
    else:
        yield line, None


def _are_clear(cells: Sequence[tuple[Line, Heading | None]]) -> bool:
    """Return whether each cell but the first shows what it is, or says what stands at the level before it."""
    return all(
        heading is not None or _BULLET.match(cell.text) or (before is not None and before.kind == "level")
        for (cell, heading), (_, before) in zip(cells[1:], cells, strict=False)
    )


def _pieces(line: Line) -> Iterator[Line]:
    start = len(line.text) - len(line.text.lstrip())
    end = len(line.text.rstrip())
    for gap in _GAP.finditer(line.text, start, end):
        yield cut(replace(line, text=line.text[: gap.start()]), start)
        start = gap.end()
    yield cut(replace(line, text=line.text[:end]), start)


def _level_first(cell: Line) -> Iterator[Line]:
    """Yield a cell, or the heading of a level and what is printed after it."""
    match = _LEVEL.match(cell.text)
    if match is None:
        yield cell
        return
    rest = cell.text[match.end() :]
    if is_japanese(rest[:1]) or _BEGINS.match(rest):
        yield replace(cell, text=cell.text[: match.end()].rstrip(" \t\u3000:："))
        yield cut(cell, match.end())
    else:
        yield cell
