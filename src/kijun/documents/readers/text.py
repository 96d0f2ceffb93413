"""What is printed in a plain text: its lines, as they stand?

Pages are what form feeds part; tabs and wide blanks stay, because they part cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from kijun.documents.printed import Break, Line, Page, Place, Printed

_END: Final = re.compile(r"\r\n|\n|\r|\f")
_FEED: Final = "\f"


def open_text(text: str, path: Path) -> Printed:
    """Return the document that a text is."""
    return Printed(name=path.name, format="text", count=_count(text), pages=lambda: _pages(text))


def _count(text: str) -> int:
    """Return the number of pages; the form feed that some extracts end with begins none."""
    return text.rstrip().count(_FEED) + 1


def _pages(text: str) -> Iterator[Page]:
    count, number, lines = _count(text), 1, list[Line]()
    after: Break = "line"
    for words, place, end in _lines(text):
        if words.strip():
            lines.append(Line(text=words, place=place, after=after))
            after = "line"
        else:
            after = "blank"
        if end == _FEED and number < count:
            yield Page(number=number, lines=tuple(lines))
            number, lines, after = number + 1, [], "blank"
    yield Page(number=number, lines=tuple(lines))


def _lines(text: str) -> Iterator[tuple[str, Place, str]]:
    """Return each line with its place and its end; a form feed ends a page, but no line of the file."""
    start, begin, number = 0, 0, 1
    for end in _END.finditer(text):
        yield text[start : end.start()], Place(line=number, column=start - begin + 1), end.group()
        start = end.end()
        if end.group() != _FEED:
            begin, number = start, number + 1
    yield text[start:], Place(line=number, column=start - begin + 1), ""
