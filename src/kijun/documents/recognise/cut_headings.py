"""Which headings of a skill section are cut up, over several lines?

A narrow cell cuts a heading where it likes, and its pieces look like words of the cell before. Only whole headings that begin with
one line and end with another are put together.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kijun.documents.fold import is_japanese
from kijun.documents.printed import Line
from kijun.documents.recognise.headings import Heading, find_heading
from kijun.documents.recognise.sections import Section

_FIXED: Final = (
    r"[【\[]{1,2}\s*(?:職種共通|専門分野固有)?\s*スキル項目\s*[】\]]{1,2}",
    r"[【\[]\s*知識項目\s*[】\]]",
    r"スキル項目と知識項目",
    r"\[\s*(?:job category common|specialty (?:field|area) specific) skill items?\s*\]",
    r"\[\s*knowledge items?\s*\]",
)


def with_whole_headings(section: Section) -> Iterator[tuple[Line, Heading | None]]:
    """Yield the lines of a section with their headings, those that are cut up as one line."""
    text, starts = _joined(section.lines)
    ends = dict(_cut_up(text, starts, section.category))
    position = 0
    while position < len(section.lines):
        line = section.lines[position]
        after = ends.get(position, position + 1)
        if after == position + 1:
            yield line, section.headings.get(position)
        else:
            whole = replace(line, text=text[starts[position] : starts[after] if after < len(starts) else None].strip())
            yield whole, find_heading(whole)
        position = after


def _joined(lines: list[Line]) -> tuple[str, list[int]]:
    """Return lines as one text, and where each begins in it."""
    pieces: list[str] = []
    starts: list[int] = []
    length = 0
    before = ""
    for line in lines:
        words = line.text.strip()
        if before and words and not is_japanese(before[-1]) and not is_japanese(words[0]):
            pieces.append(" ")
            length += 1
        starts.append(length)
        pieces.append(words)
        length += len(words)
        before = words
    return "".join(pieces), starts


def _cut_up(text: str, starts: list[int], category: str) -> Iterator[tuple[int, int]]:
    """Yield the first line of each heading that is cut up, and the line after it."""
    name = re.escape(category)
    titles = (rf"{name}のスキル熟達度・知識項目", rf"skill proficiency/knowledge items of {name}") if category else ()
    for match in re.finditer("|".join((*titles, *_FIXED)), text, re.IGNORECASE):
        first, after = bisect_left(starts, match.start()), bisect_left(starts, match.end())
        is_whole = first < len(starts) and starts[first] == match.start()
        ends_there = after == len(starts) or not text[match.end() : starts[after]].strip()
        if is_whole and ends_there and after > first + 1:
            yield first, after
