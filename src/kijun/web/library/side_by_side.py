"""How do two editions of a cell or of a skill item stand beside each other, with only the differences marked?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from kijun.citation import Citation
from kijun.framework.compare.comparison import Change
from kijun.framework.edition import Edition
from kijun.framework.indicator import PARTS, Indicator
from kijun.framework.phrase_skill import phrase_proficiency
from kijun.framework.skill import SkillItem
from kijun.judgement.explain import not_examined
from kijun.text import Text
from kijun.web.library.cell_lines import EXAM, lines_of, part_name
from kijun.web.library.differences import Difference, differences_of
from kijun.web.library.templatetags.kijun import said

_UNEXAMINED = Text(ja="記録からはわからないもの", en="what no record can show")
_KNOWLEDGE = Text(ja="知識項目", en="knowledge items")
_GROUP = Text(ja="名称", en="name")
_BLANK = Text(ja="見出しだけで、記述がない", en="headed but blank")
_NEVER = Text(ja="見出しもない", en="never headed")
_PIECES = re.compile(r"([、。;()/]\s*|[,:]\s+|,$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One line of one edition, what only this one says marked, and where it is printed."""

    words: SafeString
    citation: Citation | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A part in both editions, and what differs in it."""

    id: str
    name: Text
    old: tuple[Side, ...]
    new: tuple[Side, ...]
    differs: bool
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """What one edition prints in one row."""

    lines: tuple[tuple[Text, Citation | None], ...]


def cell_rows(old: tuple[Indicator, Edition], new: tuple[Indicator, Edition], changes: Sequence[Change]) -> list[Row]:
    """Return the parts of a cell in two editions, with the changes of each part."""
    rows = []
    for part in (*PARTS, EXAM):
        before, after = (
            Printed(lines=tuple((line.words, line.citation) for line in lines_of(cell, part, edition)))
            for cell, edition in (old, new)
        )
        own = [change for change in changes if change.aspect != "circumstances" and _part_of(change) == part]
        if before.lines or after.lines:
            rows.append(_row(part, part_name(part), before, after, own))
    unseen = [not_examined(cell, edition.vocabulary.name) for cell, edition in (old, new)]
    before, after = (Printed(lines=((said, None),) if said else ()) for said in unseen)
    if before.lines or after.lines:
        own = [change for change in changes if change.aspect == "circumstances"]
        rows.append(_row("circumstances", _UNEXAMINED, before, after, own))
    return rows


def item_rows(old: tuple[SkillItem, Edition], new: tuple[SkillItem, Edition]) -> list[Row]:
    """Return the levels and the knowledge items of a skill item in two editions."""
    was, now = (Printed(lines=((item.name, item.citation),)) for item, _ in (old, new))
    rows = [_row("name", _GROUP, was, now, [])]
    levels = sorted({*old[0].headed, *new[0].headed}, reverse=True)
    for level in levels:
        before, after = (_proficiency(item, edition, level) for item, edition in (old, new))
        rows.append(_row(f"level-{level}", new[1].level_name(level), before, after, []))
    was, now = (Printed(lines=tuple((each.name, each.citation) for each in item.knowledge)) for item, _ in (old, new))
    return [*rows, _row("knowledge", _KNOWLEDGE, was, now, [], is_whole=True)]


def _proficiency(item: SkillItem, edition: Edition, level: int) -> Printed:
    found = item.proficiencies.get(level)
    if found is None:
        return Printed(lines=((_BLANK if level in item.headed else _NEVER, None),))
    return Printed(lines=((phrase_proficiency(found, edition.vocabulary), found.citation),))


def _row(
    identity: str, name: Text, old: Printed, new: Printed, changes: Sequence[Change], *, is_whole: bool = False
) -> Row:
    before, after = _pieces(old, is_whole=is_whole), _pieces(new, is_whole=is_whole)
    return Row(
        id=identity,
        name=name,
        old=_sides(old, new, "del", is_whole=is_whole),
        new=_sides(new, old, "ins", is_whole=is_whole),
        differs=bool(changes) or before != after,
        differences=tuple(differences_of(changes)),
    )


def _sides(own: Printed, other: Printed, tag: str, *, is_whole: bool) -> tuple[Side, ...]:
    """Return the lines of one edition; where both have as many, each is held against the line that stands beside it."""
    sides = []
    is_paired = len(own.lines) == len(other.lines) and not is_whole
    for number, (words, citation) in enumerate(own.lines):
        others = _pieces(Printed(lines=other.lines[number : number + 1]) if is_paired else other, is_whole=is_whole)
        pieces = [said(words)] if is_whole else _PIECES.split(said(words))
        marked = SafeString("").join([_marked(each, others, tag) for each in pieces])
        sides.append(Side(words=mark_safe(marked), citation=citation))  # noqa: S308  # every piece was escaped
    return tuple(sides)


def _marked(piece: str, others: set[str], tag: str) -> SafeString:
    if not piece.strip() or _PIECES.fullmatch(piece) or piece.strip() in others:
        return conditional_escape(piece)
    return format_html("<ins>{}</ins>" if tag == "ins" else "<del>{}</del>", piece)


def _pieces(printed: Printed, *, is_whole: bool) -> set[str]:
    """Return what is said, piece by piece: the members of a list, whatever their order."""
    lines = [said(words) for words, _ in printed.lines]
    pieces = lines if is_whole else [piece for line in lines for piece in _PIECES.split(line)]
    return {piece.strip() for piece in pieces if piece.strip() and not _PIECES.fullmatch(piece)}


def _part_of(change: Change) -> str:
    """Return the part of which a change of a cell speaks: category, field, level, part."""
    return (*change.path.split("/"), "", "", "", "")[3]
