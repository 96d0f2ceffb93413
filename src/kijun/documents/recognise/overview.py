"""What does the overview of a skill area list: items with their knowledge items, and the note below them?

An overview has its text in any order, often after the tables and without a mark of what is common. Where an item's name ends and
its list begins, and where the list's names end, only the tables tell: that is left to `overview_names`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from kijun.documents.fold import fold
from kijun.documents.passage import Passage, join
from kijun.documents.printed import Line, Place
from kijun.documents.recognise.clauses import cut
from kijun.documents.recognise.headings import Heading
from kijun.documents.recognise.sections import Section

_MARK: Final = re.compile(r"\s*(?P<sign>[●○■◆◇*\u2b24\u26ab\u25c9\u25ef])\s*(?=\S)")
_USUAL: Final = frozenset("●\u2b24\u26ab\u25c9")
_TITLE: Final = re.compile(r"[(]\d|.*(?:スキル領域|スキル熟達度|skill area|skill proficiency)")
_CLOSES: Final = frozenset({"category", "skill-table", "skill-columns", "skill-area", "common-items", "specific-items"})
_LARGER: Final = 1.5


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewEntry:
    """An item and its list as one piece, without the bullet. `group` counts the groups that stand apart from each other."""

    words: Passage
    group: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOverview:
    """The entries of an overview in printed order, and its note."""

    entries: tuple[OverviewEntry, ...]
    note: Passage | None


def recognise_overview(section: Section) -> ReadOverview:
    """Return what the overview of a skill area lists."""
    entries: list[list[Line]] = []
    note: list[Line] = []
    marks = {match.group("sign") for line in section.lines if (match := _MARK.match(line.text))}
    signs = marks & _USUAL or marks
    taken: list[Line] | None = None
    for position, line in enumerate(section.lines):
        mark = _MARK.match(line.text)
        heading = section.headings.get(position)
        if mark is not None:
            taken = None
            if mark.group("sign") in signs:
                taken = [cut(line, mark.end())]
                entries.append(taken)
        elif heading is not None and heading.kind == "note":
            taken = note
            note.append(cut(line, heading.rest_at) if heading.rest else line)
        elif heading is not None and _closes(heading, line):
            taken = None
        elif taken is not None:
            taken.append(line)
    return ReadOverview(entries=tuple(_grouped(entries)), note=join(note) if note else None)


def _closes(heading: Heading, line: Line) -> bool:
    """Return whether a heading ends a list; a wrapped name may look like one."""
    return heading.kind in _CLOSES or (heading.kind == "other" and _TITLE.match(fold(line.text).text) is not None)


def _grouped(entries: Sequence[Sequence[Line]]) -> Iterator[OverviewEntry]:
    """Yield the entries; a new group begins after a gap that is larger than the usual one, or on another page."""
    gaps = [_gap(before[-1].place, after[0].place) for before, after in pairwise(entries)]
    usual = sorted(gaps)[len(gaps) // 2] if gaps else 0
    group = 0
    for lines, gap in zip(entries, [0.0, *gaps], strict=False):
        if gap > usual * _LARGER or gap < 0:
            group += 1
        yield OverviewEntry(words=join(lines), group=group)


def _gap(before: Place, after: Place) -> float:
    """Return how far an entry stands below the one before it: in points where there are boxes, else in lines."""
    if before.page != after.page:
        return -1.0
    if before.box is not None and after.box is not None:
        return after.box[1] - before.box[3]
    return float(after.line - before.line)
