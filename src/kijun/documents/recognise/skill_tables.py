"""What do the tables of a skill section say: skill items, their knowledge items, and what is printed at each level?

Cells of such a table come out in any order: knowledge items stand between two levels, several items share the levels of their
table. Whose field a table is, which ids its names have and what the words at a level mean is left to others.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from kijun.documents.fold import fold
from kijun.documents.passage import Passage, join
from kijun.documents.printed import Line, Place
from kijun.documents.recognise.clauses import cut
from kijun.documents.recognise.cut_headings import with_whole_headings
from kijun.documents.recognise.headings import Heading, HeadingKind
from kijun.documents.recognise.knowledge_bullets import bullets_of
from kijun.documents.recognise.sections import Section
from kijun.documents.recognise.table_rows import cells_of, has_gap

Label = Literal["common", "specific", "any"]

_LABELS: Final[dict[HeadingKind, Label]] = {
    "common-items": "common",
    "specific-items": "specific",
    "any-items": "any",
}
_ITEM: Final = re.compile(r"\s*(?P<sign>[●○■◆◇*\u2b24\u26ab\u25c9\u25ef])\s*(?=\S)")
_USUAL: Final = frozenset("●\u2b24\u26ab\u25c9")
_ENDS: Final = re.compile(r"(?:[。.)）」]|る|い)\s*$")
_TITLE: Final = re.compile(r"[(]\d|.*(?:スキル領域|スキル熟達度|skill area|skill proficiency)")
_SENTENCE: Final = re.compile(r"[。.]$|(?:ことができる|できる|である|している|able to .*)$")
_SAYS: Final = re.compile(r"[るたい][。.]?$|[。.]$|\b(?:able|can|has|have|knows?|understands?)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadLevel:
    """What a table prints at a level: where it heads the level, and the words; None where it is headed but blank."""

    level: int
    place: Place
    words: Passage | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KnowledgeGroup:
    """Knowledge items that stand under skill items, named by position; under several where the table does not part them."""

    items: tuple[int, ...]
    names: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemBlock:
    """Skill items that share their levels; `label` says whether they are printed as common to the category.

    `unclear` is what stands among them and was not understood.
    """

    label: Label | None
    items: tuple[Passage, ...]
    knowledge: tuple[KnowledgeGroup, ...]
    levels: tuple[ReadLevel, ...]
    unclear: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillTable:
    """The tables of one section: the field that its heading names, as printed, and its blocks."""

    field: Passage | None
    blocks: tuple[ItemBlock, ...]
    place: Place


@dataclass(slots=True)
class _Block:
    """A block that is being read; lines of one name are kept together until all of them are known."""

    label: Label | None = None
    items: list[list[Line]] = dataclasses.field(default_factory=list)
    owners: list[tuple[int, ...]] = dataclasses.field(default_factory=list)
    knowledge: list[list[Line]] = dataclasses.field(default_factory=list)
    levels: list[tuple[int, Place, list[Line]]] = dataclasses.field(default_factory=list)
    late: int | None = None
    unclear: list[list[Line]] = dataclasses.field(default_factory=list)

    def owner(self) -> tuple[int, ...]:
        """Return the items that a knowledge item may belong to: the last one, and those before it that have none yet."""
        last = len(self.items) - 1
        first = last
        owned = {each for owner in self.owners for each in owner}
        if last in owned:
            return self.owners[-1]
        while first > 0 and first - 1 not in owned:
            first -= 1
        return tuple(range(max(first, 0), last + 1))


def recognise_skill_table(section: Section) -> SkillTable:
    """Return what the tables of a section say."""
    taker = _Taker(section.lines)
    for line, heading in with_whole_headings(section):
        for cell, each in cells_of(line, heading):
            taker.take(cell, each)
    return SkillTable(
        field=join(taker.field) if taker.field else None,
        blocks=tuple(_finished(block) for block in taker.blocks if block.items or block.unclear),
        place=section.lines[0].place,
    )


class _Taker:
    """Takes the lines of a section; `_open` are the lines of the name or the words that the next line may go on with."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.blocks = [_Block()]
        self.field: list[Line] = []
        self._bullets = bullets_of(lines)
        signs = {match.group("sign") for line in lines if (match := _ITEM.match(line.text))}
        self._signs = signs & _USUAL or signs
        self._open: list[Line] | None = None
        self._is_level = False

    def take(self, line: Line, heading: Heading | None) -> None:
        """Take the next line."""
        item = _ITEM.match(line.text)
        if item is not None and item.group("sign") in self._signs:
            self._item(cut(line, item.end()))
            return
        at = self._bullets.find(line, self._open[-1] if self._open else None)
        if at is not None:
            self._knowledge(cut(line, at))
        elif heading is None or not self._heading(heading, line):
            self._words(line)

    def _item(self, line: Line) -> None:
        block = self.blocks[-1]
        if block.levels and block.late is None:
            block.late = len(block.items)
        self._begin([line])
        block.items.append(self._open or [])

    def _knowledge(self, line: Line) -> None:
        block = self.blocks[-1]
        self._begin([line])
        if block.items:
            block.owners.append(block.owner())
            block.knowledge.append(self._open or [])
        else:
            block.unclear.append(self._open or [])

    def _heading(self, heading: Heading, line: Line) -> bool:
        """Take a heading; return False for a line that only looks like one: it goes on with an open sentence."""
        if heading.kind == "skill-table" and self.blocks[-1].items:
            self.blocks.append(_Block())
        elif label := _LABELS.get(heading.kind):
            self._labelled(label)
        elif heading.kind == "level":
            return self._level(heading.level or 0, line)
        elif heading.kind == "field" and not self.field:
            self.field = [cut(line, heading.name_at)] if heading.name else []
            self._open = self.field
            return True
        elif heading.kind in ("other", "note") and self._goes_on(line):
            return False
        self._open = None
        return True

    def _labelled(self, label: Label) -> None:
        if self.blocks[-1].items:
            self.blocks.append(_Block())
        self.blocks[-1].label = label

    def _level(self, level: int, line: Line) -> bool:
        block = self.blocks[-1]
        if any(level == known for known, _, _ in block.levels):
            if block.late is None:
                return self._unclear(line)
            block = self._split(block, block.late)
        self._begin([])
        self._is_level = True
        block.levels.append((level, line.place, self._open or []))
        self._open = block.levels[-1][2]
        return True

    def _split(self, block: _Block, late: int) -> _Block:
        """Return a new block with the items that came after the levels of the one before."""
        new = _Block(label=block.label, items=block.items[late:])
        for owner, lines in zip(block.owners, block.knowledge, strict=True):
            if owner[-1] >= late:
                new.owners.append(tuple(each - late for each in owner if each >= late))
                new.knowledge.append(lines)
        kept = [position for position, owner in enumerate(block.owners) if owner[-1] < late]
        block.knowledge = [block.knowledge[position] for position in kept]
        block.owners = [block.owners[position] for position in kept]
        block.items, block.late = block.items[:late], None
        self.blocks.append(new)
        return new

    def _unclear(self, line: Line) -> bool:
        """Put aside a level that was headed before, with the words below it."""
        self._begin([line])
        self.blocks[-1].unclear.append(self._open or [])
        return True

    def _goes_on(self, line: Line) -> bool:
        if not self._open or _TITLE.match(fold(line.text).text):
            return False
        return not (self._is_level and _ENDS.search(self._open[-1].text))

    def _words(self, line: Line) -> None:
        if self._open is not None:
            self._open.append(line)

    def _begin(self, lines: list[Line]) -> None:
        self._open = lines
        self._is_level = False


def _finished(block: _Block) -> ItemBlock:
    unclear = [join(lines) for lines in block.unclear if lines]
    groups: dict[tuple[int, ...], list[Passage]] = {}
    for owner, lines in zip(block.owners, block.knowledge, strict=True):
        name = join(lines)
        if _SENTENCE.search(name.folded.text) or has_gap(name.text):
            unclear.append(name)
        else:
            groups.setdefault(owner, []).append(name)
    levels = []
    for level, place, lines in block.levels:
        words = join(lines) if any(line.text.strip() for line in lines) else None
        if words is not None and not _SAYS.search(words.folded.text):
            unclear.append(words)
        levels.append(ReadLevel(level=level, place=place, words=words))
    items = [join(lines) for lines in block.items]
    unclear.extend(name for name in items if has_gap(name.text))
    return ItemBlock(
        label=block.label,
        items=tuple(items),
        knowledge=tuple(KnowledgeGroup(items=owner, names=tuple(names)) for owner, names in groups.items()),
        levels=tuple(levels),
        unclear=tuple(unclear),
    )
