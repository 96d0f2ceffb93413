"""Which fields and levels does the overview of a category head, where it is printed as plain lines?

Which of its cells are filled is a matter of colour, and left to `chart`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kijun.documents.passage import Passage, join
from kijun.documents.recognise.clauses import cut
from kijun.documents.recognise.headings import is_nameless
from kijun.documents.recognise.sections import Section

_COLUMN: Final = re.compile(r"\S+(?:[ \u3000]\S+)*")
_FEWEST: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelTable:
    """The names of the fields that head its columns, a dash left out, and the levels that head its rows, in printed order."""

    fields: tuple[Passage, ...]
    levels: tuple[int, ...]


def recognise_level_table(section: Section) -> LevelTable | None:
    """Return the level table that a section holds, or None: a level alone makes no table."""
    levels = dict.fromkeys(
        heading.level for heading in section.headings.values() if heading.kind == "level" and heading.level is not None
    )
    if len(levels) < _FEWEST or section.has("indicator", "business", "skill-columns"):
        return None
    return LevelTable(fields=tuple(_fields(section)), levels=tuple(levels))


def _fields(section: Section) -> Iterator[Passage]:
    for position, heading in section.headings.items():
        if heading.kind == "field" and heading.name:
            line = section.lines[position]
            for match in _COLUMN.finditer(line.text, heading.name_at):
                if not is_nameless(match.group()):
                    yield join([cut(line, match.start())]).part(0, len(match.group()))
