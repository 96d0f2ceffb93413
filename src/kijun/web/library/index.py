"""What can be found in the library, under which words?

Made once in a process from the editions: cells, fields, categories, skill items, knowledge items, words of the vocabulary,
policy points. Each entry is found in both languages, whichever the page speaks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from kijun.framework.edition import Edition
from kijun.framework.indicator import PARTS, Indicator
from kijun.framework.phrase import phrase_part
from kijun.framework.phrase_skill import phrase_proficiency
from kijun.framework.skill import SkillItem
from kijun.framework.structure import Category, Field
from kijun.judgement.explain import PART_NAMES, not_examined
from kijun.text import Text, join, same
from kijun.web.library.addresses import NOTES, POLICY, VOCABULARY, address_of, kinds_of
from kijun.web.library.folding import fold
from kijun.web.library.kept import while_standards_stand
from kijun.web.library.queries import editions

KINDS: Final = ("cell", "field", "category", "item", "knowledge", "word", "point", "note")
"""What is found, in the order in which it is shown where the words fit alike."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Something to be found: its name, in what it stands, its texts; `title` and `body` are folded."""

    kind: str
    edition: Edition
    path: str
    anchor: str
    name: Text
    within: Text
    texts: tuple[Text, ...]
    title: str = field(repr=False)
    body: str = field(repr=False)
    level: int | None = None

    @property
    def url(self) -> str:
        """The address of its page, and the place on it."""
        return address_of(self.path) + (f"#{self.anchor}" if self.anchor else "")


@while_standards_stand
@cache
def entries() -> tuple[Entry, ...]:
    """Return everything that can be found, the newest edition first."""
    return tuple(entry for edition in editions() for entry in _entries_of(edition))


def _entries_of(edition: Edition) -> Iterator[Entry]:
    for category in edition.categories.values():
        yield _category(edition, category)
        for specialty in category.fields:
            yield _field(edition, category, specialty)
            for cell in edition.cells_of(specialty.path):
                yield _cell(edition, category, specialty, cell)
    yield from _skills(edition)
    yield from _words(edition)
    yield from _points(edition)
    for flag in edition.flags.values():
        yield _entry(
            "note", edition, f"{edition.id}/{NOTES}", same(flag.id), edition.name, [flag.about], anchor=flag.id
        )


def _entry(
    kind: str,
    edition: Edition,
    path: str,
    name: Text,
    within: Text,
    texts: list[Text],
    *,
    anchor: str = "",
    level: int | None = None,
) -> Entry:
    number = () if level is None else (f"レベル{level}", f"level {level}")
    return Entry(
        kind=kind,
        edition=edition,
        path=path,
        anchor=anchor,
        name=name,
        within=within,
        texts=tuple(texts),
        title=fold(" / ".join([name.ja, name.en, *number])),
        body=fold(" / ".join([path, within.ja, within.en, *(words for text in texts for words in (text.ja, text.en))])),
        level=level,
    )


def _category(edition: Edition, category: Category) -> Entry:
    texts = [category.summary, *([category.answers_for] if category.answers_for else [])]
    texts += [each.name for each in category.activities]
    return _entry("category", edition, category.path, category.name, edition.name, texts)


def _field(edition: Edition, category: Category, specialty: Field) -> Entry:
    within = join([category.name, edition.name])
    return _entry("field", edition, specialty.path, specialty.name, within, [specialty.summary])


def _cell(edition: Edition, category: Category, specialty: Field, cell: Indicator) -> Entry:
    texts = []
    for part in (*PARTS, "exam"):
        lines = [line for _, line in phrase_part(cell, part, edition.vocabulary)]
        name = PART_NAMES.get(part)
        if lines:
            texts.append(join([*([name] if name else []), *lines], ja="。", en="; "))
    unseen = not_examined(cell, edition.vocabulary.name)
    texts += [unseen] if unseen is not None else []
    name, within = edition.cell_name(specialty, cell.level), join([category.name, edition.name])
    return _entry("cell", edition, cell.path, name, within, texts, level=cell.level)


def _skills(edition: Edition) -> Iterator[Entry]:
    known: set[tuple[str, ...]] = set()
    for item in edition.skills.values():
        category = edition.categories[item.category]
        specialty = next(each for each in category.fields if each.id == item.field)
        within = join([specialty.name, category.name, edition.name])
        texts = [phrase_proficiency(each, edition.vocabulary) for each in item.proficiencies.values()]
        yield _entry("item", edition, item.path, item.name, within, texts)
        holder = join([item.name, category.name if item.is_common else specialty.name, edition.name])
        for each in item.knowledge:
            key = _same_everywhere(item, each.id)
            if key not in known:
                known.add(key)
                yield _entry("knowledge", edition, item.path, each.name, holder, [], anchor=each.id)


def _same_everywhere(item: SkillItem, knowledge: str) -> tuple[str, ...]:
    """Return by what a knowledge item is told from others: one of an item common to the category is found once."""
    return (item.category, "" if item.is_common else item.field, item.id, knowledge)


def _words(edition: Edition) -> Iterator[Entry]:
    words = edition.vocabulary
    for kind in kinds_of(words):
        path = f"{edition.id}/{VOCABULARY}/{kind}"
        for term in words.terms.get(kind, {}).values():
            notes = [term.note] if term.note else []
            yield _entry("word", edition, path, term.name, edition.name, notes, anchor=term.id)
    for kind, named in (("measure", words.measures), ("scope", words.scopes)):
        for identity, each in named.items():
            path = f"{edition.id}/{VOCABULARY}/{kind}"
            yield _entry("word", edition, path, each.name, edition.name, [], anchor=identity)


def _points(edition: Edition) -> Iterator[Entry]:
    for point in edition.points.values():
        texts = [*(answer.text for answer in point.answers), point.reason, same(point.id)]
        yield _entry("point", edition, f"{edition.id}/{POLICY}/{point.id}", point.question, edition.name, texts)
