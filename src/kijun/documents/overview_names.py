"""Which item does an entry of an overview mean, and which knowledge items does its list name?

The list separator stands inside of names, too. So the names of the item's table are looked for first, the longest first; what
they leave over is one name only where it is one piece.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from kijun.documents.fold import is_japanese
from kijun.documents.passage import Passage

Find = Callable[[str], str | None]
"""Returns the id of printed words, or None."""

_BLANKS: Final = re.compile(r"[\s\u3000]+")
_STRONG: Final = re.compile(r"\t|\u3000|[ \u00a0]{2,}")
_STRANGE: Final = re.compile(r"\t|[ \u00a0\u3000]{2,}|[●○■◆◇]")
_SEPARATOR: Final = re.compile(r"[、,\uff0c\uff64]")
_BRACKETS: Final = re.compile(r"[(（\[［]|[)）\]］]")
_OPENING: Final = frozenset("(（[［")
_MOST_ENDS: Final = 12
_MOST_PIECES: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A name of a list, and its id where it is known."""

    words: Passage
    id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitList:
    """The names of a list in printed order, and the stretches that hold several names nobody can part."""

    names: tuple[Listed, ...]
    unclear: tuple[Passage, ...]


def split_entry(words: Passage, is_item: Callable[[str], bool]) -> tuple[Passage, Passage | None]:
    """Return the item's name and its list, None where it has none.

    The name ends where a known one does, else at a wide blank on the first line, else with the line.
    """
    ends = list(_ends(words))
    known = [end for end in ends if is_item(words.part(0, end).text)]
    if known:
        clear = [end for end in known if end in words.starts or _STRONG.match(words.text, end)]
        return _cut(words, min(clear) if clear else max(known))
    first = words.starts[1] if len(words.starts) > 1 else len(words.text)
    strong = _STRONG.search(words.text, 0, first)
    if strong is None and is_japanese(words.text):
        strong = _BLANKS.search(words.text, 0, first)
    return _cut(words, strong.start() if strong else first)


def _ends(words: Passage) -> Iterator[int]:
    """Yield where the item's name may end: at the ends of lines, at blanks; in English names a single blank ends nothing."""
    ends = {len(words.text), *words.starts[1:_MOST_ENDS]}
    blanks = _BLANKS if is_japanese(words.text) else _STRONG
    for blank in blanks.finditer(words.text):
        ends.add(blank.start())
        if len(ends) > 2 * _MOST_ENDS:
            break
    yield from sorted(ends)


def _cut(words: Passage, at: int) -> tuple[Passage, Passage | None]:
    rest = words.text[at:].strip()
    return words.part(0, at), words.part(at, len(words.text)) if rest else None


def split_list(words: Passage, of_table: Find, of_glossary: Find) -> SplitList:
    """Return the names of a list: those of the item's table first, then those of the glossary.

    One piece between separators that neither has is a name; several in a row may be one name or more, and are unclear.
    """
    pieces = list(_pieces(words))
    names: list[Listed] = []
    unclear: list[Passage] = []
    left: list[tuple[int, int]] = []
    position = 0
    while position < len(pieces):
        found = _longest(words, pieces, position, of_table) or _longest(words, pieces, position, of_glossary)
        if found is None:
            left.append(pieces[position])
            position += 1
            continue
        _settle(words, left, names, unclear)
        left = []
        listed, position = found
        names.append(listed)
    _settle(words, left, names, unclear)
    return SplitList(names=tuple(names), unclear=tuple(unclear))


def _settle(words: Passage, left: list[tuple[int, int]], names: list[Listed], unclear: list[Passage]) -> None:
    """Take a stretch that no known name covers: one piece is a name, several are unclear, and so is one with a gap inside."""
    if len(left) == 1 and not _STRANGE.search(words.part(*left[0]).text):
        names.append(Listed(words=words.part(*left[0]), id=None))
    elif left:
        unclear.append(words.part(left[0][0], left[-1][1]))


def _longest(words: Passage, pieces: list[tuple[int, int]], position: int, find: Find) -> tuple[Listed, int] | None:
    """Return the longest known name that begins with a piece, and the piece after it."""
    for after in range(min(position + _MOST_PIECES, len(pieces)), position, -1):
        name = words.part(pieces[position][0], pieces[after - 1][1])
        known = find(name.text)
        if known is not None:
            return Listed(words=name, id=known), after
    return None


def _pieces(words: Passage) -> Iterator[tuple[int, int]]:
    """Yield the stretches between separators; inside brackets a separator parts nothing."""
    depth, start = 0, 0
    marks = sorted(
        [*_SEPARATOR.finditer(words.text), *_BRACKETS.finditer(words.text)],
        key=lambda mark: mark.start(),
    )
    for mark in marks:
        if mark.re is _BRACKETS:
            depth = max(depth + (1 if mark.group() in _OPENING else -1), 0)
        elif depth == 0:
            if words.text[start : mark.start()].strip():
                yield start, mark.start()
            start = mark.end()
    if words.text[start:].strip():
        yield start, len(words.text)
