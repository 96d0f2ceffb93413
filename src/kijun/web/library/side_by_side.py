"""How do two editions of a cell or of a skill item stand beside each other, with only the differences marked?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from kijun.citation import Citation
from kijun.framework.compare.comparison import Change, Kind
from kijun.framework.compare.names import likeness
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
_NAME = Text(ja="名称", en="name")
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


def item_rows(old: tuple[SkillItem, Edition], new: tuple[SkillItem, Edition], changes: Sequence[Change]) -> list[Row]:
    """Return the levels and the knowledge items of a skill item in two editions.

    A name that only one of them prints and the other one has in translation is no difference.
    """
    renamed = [change for change in changes if change.kind is Kind.RENAMED]
    was, now = ([(item.name, item.citation, _is_renamed(item.name, "item", renamed))] for item, _ in (old, new))
    rows = [_whole_row("name", _NAME, was, now)]
    for level in sorted({*old[0].headed, *new[0].headed}, reverse=True):
        before, after = (_proficiency(item, edition, level) for item, edition in (old, new))
        if _is_alike(old[0], new[0], level):
            alike = ([(words, citation, False) for words, citation in printed.lines] for printed in (before, after))
            rows.append(_whole_row(f"level-{level}", new[1].level_name(level), *alike))
        else:
            rows.append(_row(f"level-{level}", new[1].level_name(level), before, after, []))
    pairs = ((old[0].knowledge, new[0].knowledge), (new[0].knowledge, old[0].knowledge))
    known = (
        [
            (
                each.name,
                each.citation,
                not any(likeness(each, other) for other in others) or _is_renamed(each.name, "knowledge", renamed),
            )
            for each in own
        ]
        for own, others in pairs
    )
    return [*rows, _whole_row("knowledge", _KNOWLEDGE, *known)]


def _is_renamed(name: Text, aspect: str, renamed: Sequence[Change]) -> bool:
    return any(change.aspect == aspect and name in (change.old.words, change.new.words) for change in renamed)


def _is_alike(old: SkillItem, new: SkillItem, level: int) -> bool:
    """Return whether two editions ask the same at a level: who acts, where and what, or blank or never headed in both."""
    one, other = old.proficiencies.get(level), new.proficiencies.get(level)
    if one is None or other is None:
        return one is other and (level in old.headed) == (level in new.headed)
    return (one.roles, one.setting, one.ability) == (other.roles, other.setting, other.ability)


def _whole_row(
    identity: str,
    name: Text,
    old: Sequence[tuple[Text, Citation | None, bool]],
    new: Sequence[tuple[Text, Citation | None, bool]],
) -> Row:
    """Return a row of lines that are marked as a whole, or not at all."""
    return Row(
        id=identity,
        name=name,
        old=tuple(Side(words=_whole(words, "del", is_own=is_own), citation=cited) for words, cited, is_own in old),
        new=tuple(Side(words=_whole(words, "ins", is_own=is_own), citation=cited) for words, cited, is_own in new),
        differs=any(is_own for *_, is_own in (*old, *new)),
    )


def _whole(words: Text, tag: str, *, is_own: bool) -> SafeString:
    return _marked(said(words), set(), tag) if is_own else conditional_escape(said(words))


def _proficiency(item: SkillItem, edition: Edition, level: int) -> Printed:
    found = item.proficiencies.get(level)
    if found is None:
        return Printed(lines=((_BLANK if level in item.headed else _NEVER, None),))
    return Printed(lines=((phrase_proficiency(found, edition.vocabulary), found.citation),))


def _row(identity: str, name: Text, old: Printed, new: Printed, changes: Sequence[Change]) -> Row:
    return Row(
        id=identity,
        name=name,
        old=_sides(old, new, "del"),
        new=_sides(new, old, "ins"),
        differs=bool(changes) or _pieces(old) != _pieces(new),
        differences=tuple(differences_of(changes)),
    )


def _sides(own: Printed, other: Printed, tag: str) -> tuple[Side, ...]:
    """Return the lines of one edition; where both have as many, each is held against the line that stands beside it."""
    sides = []
    is_paired = len(own.lines) == len(other.lines)
    for number, (words, citation) in enumerate(own.lines):
        others = _pieces(Printed(lines=other.lines[number : number + 1]) if is_paired else other)
        marked = SafeString("").join([_marked(each, others, tag) for each in _PIECES.split(said(words))])
        sides.append(Side(words=mark_safe(marked), citation=citation))  # noqa: S308  # every piece was escaped
    return tuple(sides)


def _marked(piece: str, others: set[str], tag: str) -> SafeString:
    if not piece.strip() or _PIECES.fullmatch(piece) or piece.strip() in others:
        return conditional_escape(piece)
    return format_html("<ins>{}</ins>" if tag == "ins" else "<del>{}</del>", piece)


def _pieces(printed: Printed) -> set[str]:
    """Return what is said, piece by piece: the members of a list, whatever their order."""
    pieces = [piece for words, _ in printed.lines for piece in _PIECES.split(said(words))]
    return {piece.strip() for piece in pieces if piece.strip() and not _PIECES.fullmatch(piece)}


def _part_of(change: Change) -> str:
    """Return the part of which a change of a cell speaks: category, field, level, part."""
    return (*change.path.split("/"), "", "", "", "")[3]
