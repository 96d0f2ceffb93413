"""How else may the same document come out of an extraction: lines wrapped elsewhere, pages in another order?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from random import Random
from typing import Final

import pypdfium2

_TITLE: Final = re.compile(
    r"^(?:# )?\s*(?:\S+の達成度指標|Key Performance Indicator: .*|\S+のスキル熟達度・知識項目|Specialty (?:Field|area):.*)\s*$"
)
_LONG_JA: Final = 24
_LONG_EN: Final = 60
_BLANKS: Final = re.compile(" ")


def rewrapped(text: str, rng: Random, language: str, share: float = 0.3) -> str:
    """Wrap a share of the long lines once more: after any letter in Japanese, at any blank in English."""
    longest = _LONG_EN if language == "en" else _LONG_JA
    lines: list[str] = []
    for line in text.split("\n"):
        if len(line) < longest or "<" in line or _TITLE.match(line) or rng.random() >= share:
            lines.append(line)
            continue
        lines += _broken(line, rng, language)
    return "\n".join(lines)


def _broken(line: str, rng: Random, language: str) -> Iterator[str]:
    if language == "en":
        blanks = [found.start() for found in _BLANKS.finditer(line.rstrip()) if line[: found.start()].strip()]
        if not blanks:
            yield line
            return
        at = rng.choice(blanks)
        yield line[:at]
    else:
        at = rng.randrange(1, len(line))
        yield line[:at]
    if rng.random() < 0.5:
        yield ""
    yield line[at:].lstrip(" ") if language == "en" else line[at:]


def every_wrap(text: str, line: int, language: str, step: int = 1) -> Iterator[str]:
    """Yield the text with one of its lines wrapped at each of its places in turn, or at every so many of them."""
    lines = text.split("\n")
    here = lines[line]
    places = [found.start() for found in _BLANKS.finditer(here)] if language == "en" else [*range(1, len(here))]
    for at in places[::step]:
        rest = here[at:].lstrip(" ") if language == "en" else here[at:]
        yield "\n".join([*lines[:line], here[:at], rest, *lines[line + 1 :]])


def shuffled(text: str, rng: Random) -> str:
    """Put the pages of a text in another order; a page begins at the title that each of them prints."""
    pages: list[list[str]] = [[]]
    for line in text.split("\n"):
        if _TITLE.match(line):
            pages.append([])
        pages[-1].append(line)
    first, rest = pages[0], pages[1:]
    rng.shuffle(rest)
    return "\n".join(line for page in [first, *rest] for line in page)


def shuffled_pdf(data: bytes, rng: Random) -> bytes:
    """Put the pages of a PDF in another order."""
    source = pypdfium2.PdfDocument(data)
    order = [*range(len(source))]
    rng.shuffle(order)
    made = pypdfium2.PdfDocument.new()
    made.import_pages(source, order)
    out = BytesIO()
    made.save(out)
    return out.getvalue()
