"""How is a comparison arranged for reading: which sections, which rows, in which words?

Terminal and Markdown show the same sections. Words that one edition alone lists are said together; what changed alike in
several skill items is said once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from kijun.cli.edition_changes import Editions, say_change, say_citations
from kijun.framework.compare.comparison import Change, Comparison, Kind
from kijun.framework.compare.homes import home
from kijun.framework.compare.words import not_comparable, notes_in, together
from kijun.framework.indicator import PARTS
from kijun.judgement.explain import PART_NAMES
from kijun.text import Text, same, series

_EXAM: Final = Text(ja="注釈", en="examination")
_BETWEEN_EDITIONS: Final = re.compile(r"G\d+")
_SHARED: Final = ("ability", "skill-roles", "setting", "common", "headed", "proficiency")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row: its kind, the part or the skill item that it is about, what it says, where both are printed, and why."""

    kind: Kind
    name: Text | None
    words: Text
    citation: str
    reason: Text | None = None
    notes: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """What differs in one cell, in the skills of one field, or elsewhere, and what the editions note on it."""

    path: str
    title: Text
    lines: tuple[Line, ...]
    notes: tuple[Text, ...] = ()
    is_of_skills: bool = False


def sections(comparison: Comparison, editions: Editions, *, has_notes: bool = False) -> list[Section]:
    """Return what differs, section by section; what is not comparable is said before them.

    `has_notes` adds what the vocabularies say of the words.
    """
    by_home: dict[str, list[Change]] = {}
    for change in comparison.changes:
        if change.kind is not Kind.NOT_COMPARABLE:
            by_home.setdefault(home(change.path), []).append(change)
    return [_section(path, changes, editions, has_notes=has_notes) for path, changes in by_home.items()]


def say_not_comparable(comparison: Comparison, editions: Editions) -> list[Text]:
    """Return what cannot be compared, field by field, with the reason."""
    said = []
    for path, levels, reason in not_comparable(comparison):
        title = editions.title(path)
        said.append(
            Text(
                ja=f"{title.ja}{f'({levels.ja})' if levels.ja else ''}: {reason.ja}",
                en=f"{title.en}{f' ({levels.en})' if levels.en else ''}: {reason.en}",
            )
        )
    return said


def _section(path: str, changes: list[Change], editions: Editions, *, has_notes: bool) -> Section:
    is_of_skills = path.endswith("/skills") and path.count("/") > 1
    lines = _skill_lines(changes, editions) if is_of_skills else _lines(changes, has_notes=has_notes)
    return Section(
        path=path,
        title=editions.title(path),
        lines=tuple(lines),
        notes=_notes(path, editions),
        is_of_skills=is_of_skills,
    )


def _lines(changes: Iterable[Change], *, has_notes: bool) -> list[Line]:
    lines = []
    noted: set[Text] = set()
    for group in together(changes):
        first = group[0]
        notes = tuple(note for note in notes_in(group) if note not in noted)
        noted.update(notes)
        lines.append(
            Line(
                kind=first.kind,
                name=_part_name(first.path),
                words=say_change(group),
                citation=say_citations(first),
                reason=first.reason,
                notes=notes if has_notes else (),
            )
        )
    return lines


def _skill_lines(changes: Sequence[Change], editions: Editions) -> list[Line]:
    alike: dict[tuple[object, ...], list[Change]] = {}
    for change in changes:
        if change.aspect in _SHARED:
            alike.setdefault(_likeness(change), []).append(change)
    shared = {key: group for key, group in alike.items() if len(group) > 1}
    lines = [
        Line(
            kind=group[0].kind,
            name=None,
            words=_of_items(say_change(group[:1]), [_item_name(each, editions) for each in group]),
            citation=say_citations(group[0]),
        )
        for group in shared.values()
    ]
    own = [change for change in changes if _likeness(change) not in shared]
    for group in together(own):
        first = group[0]
        lines.append(
            Line(
                kind=first.kind,
                name=_item_name(first, editions),
                words=say_change(group),
                citation=say_citations(first),
                reason=first.reason,
            )
        )
    return lines


def _likeness(change: Change) -> tuple[object, ...]:
    return change.kind, change.aspect, change.about, change.old.words, change.new.words


def _of_items(said: Text, items: list[Text]) -> Text:
    named = series(items)
    return Text(ja=f"{said.ja} [{named.ja}]", en=f"{said.en} [{named.en}]")


def _item_name(change: Change, editions: Editions) -> Text:
    item = editions.item(change.path)
    return item.name if item is not None else same(change.path.rpartition("/")[2])


def _part_name(path: str) -> Text | None:
    part = path.rpartition("/")[2]
    return PART_NAMES[part] if part in PARTS else _EXAM if part == "exam" else None


def _notes(path: str, editions: Editions) -> tuple[Text, ...]:
    """Return what the newer edition notes on how the two differ at a path; each edition words such a note for itself."""
    notes = []
    for identity, flag in editions.new.flags.items():
        other = editions.old.flags.get(identity)
        is_at = any(f"{each}/".startswith(f"{editions.new.id}/{path}/") for each in flag.touches)
        if _BETWEEN_EDITIONS.fullmatch(identity) and other is not None and other.about != flag.about and is_at:
            notes.append(Text(ja=f"{identity}  {flag.about.ja}", en=f"{identity}  {flag.about.en}"))
    return tuple(notes)
