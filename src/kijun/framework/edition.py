"""What is one edition of a standard, as a whole?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from kijun.citation import Citation
from kijun.framework.indicator import Indicator
from kijun.framework.policy import Point
from kijun.framework.skill import SkillArea, SkillItem
from kijun.framework.structure import Category, Field
from kijun.framework.vocabulary import Vocabulary
from kijun.text import Text, inside, join, same

_TYPOGRAPHIC: Final = re.compile(r"[BD]\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document that the edition was taken from; `is_part` says that it holds only some of its cells."""

    id: str
    title: Text
    language: str
    revision: Text
    is_revision_printed: bool
    publisher: str
    is_part: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What an odd place of a document probably meant: the path and the value, or the other name of a bound."""

    path: str
    value: int
    comparator: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """An oddity of a document that was kept: what is printed, where, and what it touches.

    `is_change` says that it is none, but what a company changed in its own standard, and why.
    """

    id: str
    about: Text
    citations: tuple[Citation, ...]
    touches: tuple[str, ...]
    correction: Correction | None
    is_change: bool = False

    @property
    def is_typographic(self) -> bool:
        """Whether it is about spelling, spacing or line breaks only, and touches no number and no list."""
        return _TYPOGRAPHIC.fullmatch(self.id) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One edition. `order` is larger for a newer edition of the same standard.

    `skills` holds the skill items of every field by path, in printed order; `level_names` what a standard calls its levels
    where it does not number them. `parent` is the edition that a company's own was tailored from; `inherited` are the
    cells and size bands of all its ancestors, each with its own path where it is unchanged, else None.
    """

    id: str
    standard: str
    name: Text
    published: str
    order: int
    documents: Mapping[str, Document]
    notes: tuple[Text, ...]
    levels: tuple[int, ...]
    categories: Mapping[str, Category]
    indicators: Mapping[str, Indicator]
    vocabulary: Vocabulary
    points: Mapping[str, Point]
    flags: Mapping[str, Flag]
    skills: Mapping[str, SkillItem] = field(default_factory=dict)
    skill_areas: Mapping[str, SkillArea] = field(default_factory=dict)
    level_names: Mapping[int, Text] = field(default_factory=dict)
    parent: str | None = None
    inherited: Mapping[str, str | None] = field(default_factory=dict)

    def fields(self) -> Iterator[tuple[Category, Field]]:
        """Yield every field with its category, in printed order."""
        for category in self.categories.values():
            for specialty in category.fields:
                yield category, specialty

    def cells_of(self, field_path: str) -> list[Indicator]:
        """Return the printed cells of a field, lowest level first."""
        found = (self.indicators.get(f"{field_path}/{level}") for level in sorted(self.levels))
        return [indicator for indicator in found if indicator is not None]

    def items_of(self, field_path: str) -> list[SkillItem]:
        """Return the skill items of a field, in printed order."""
        return [item for item in self.skills.values() if item.path.startswith(f"{field_path}/skills/")]

    def known_as(self, path: str) -> frozenset[str]:
        """Return a cell or a size band by every name that it has: its own path, and those of ancestors that it equals."""
        return frozenset({path, *(old for old, own in self.inherited.items() if own == path)})

    def level_name(self, level: int) -> Text:
        """Return what a level is called: the standard's own name, or its number."""
        return self.level_names.get(level) or Text(ja=f"レベル{level}", en=f"level {level}")

    def levels_of(self, field_path: str) -> Text:
        """Return the levels at which a field has a cell: their numbers, with the standard's own names where it has some."""
        levels = [cell.level for cell in self.cells_of(field_path)]
        if not self.level_names:
            return same(" ".join(map(str, levels)))
        named = [(level, self.level_names.get(level, same(""))) for level in levels]
        return join([Text(ja=f"{level} {name.ja}".rstrip(), en=f"{level} {name.en}".rstrip()) for level, name in named])

    def cell_name(self, field: Field, level: int) -> Text:
        """Return what a cell is called: its field and its level, as a title says them."""
        name = inside(self.level_name(level))
        return Text(ja=f"{field.name.ja} {name.ja}", en=f"{field.name.en}, {name.en}")

    def cell_heading(self, level: int) -> Text:
        """Return what stands above the cells of a level in a map: the standard's own name, or the bare number."""
        return self.level_names.get(level) or same(str(level))
