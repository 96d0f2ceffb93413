"""What does an edition ask people to know and to be able to do: skill items, knowledge items, proficiencies?

An item belongs to a field; where it is common to the category, each field has its own copy of it, as the documents print it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kijun.citation import Citation
from kijun.framework.vocabulary import Term
from kijun.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Former:
    """What an older edition calls the same thing, and why it is the same."""

    id: str
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class KnowledgeItem:
    """A knowledge item, named as printed. Its id is unique in its skill item; names are not unique in a field."""

    id: str
    name: Text
    citation: Citation
    was: Former | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proficiency:
    """What somebody of a level is able to do: in which roles, in which setting, which ability; ids of the vocabulary."""

    level: int
    roles: tuple[str, ...]
    setting: str | None
    ability: str
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillItem:
    """A skill item of a field.

    `headed` are the levels that its table heads; those without a proficiency are headed but blank, which is not the same
    as never headed. `is_common` says that the item is common to the category.
    """

    id: str
    path: str
    category: str
    field: str
    name: Text
    is_common: bool
    headed: tuple[int, ...]
    knowledge: tuple[KnowledgeItem, ...]
    proficiencies: Mapping[int, Proficiency]
    citation: Citation
    flags: tuple[str, ...] = ()
    was: Former | None = None

    @property
    def key(self) -> str:
        """What a record calls the item of this field: category, field and id, the same in every edition.

        A common item may also be rated once for all fields: category and id.
        """
        return f"{self.category}/{self.field}/{self.id}"

    @property
    def levels(self) -> tuple[int, ...]:
        """The levels at which a proficiency is defined, lowest first."""
        return tuple(sorted(self.proficiencies))

    @property
    def blank_levels(self) -> tuple[int, ...]:
        """The levels that are headed but blank, lowest first."""
        return tuple(sorted(set(self.headed) - set(self.proficiencies)))


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewItem:
    """A skill item in the overview of a skill area, with the knowledge items that the overview lists, as printed there."""

    item: str
    knowledge: tuple[KnowledgeItem, ...]
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewGroup:
    """The items of the overview that are common to the category (`field` None) or belong to one field."""

    field: str | None
    items: tuple[OverviewItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillArea:
    """The skill area of a category: the overview, printed beside the tables of the items, and its note."""

    category: str
    groups: tuple[OverviewGroup, ...]
    note: Text | None
    note_citation: Citation | None


def item_terms(items: Iterable[SkillItem]) -> dict[str, Term]:
    """Return the names of skill items as words of the vocabulary, by what a record calls the items."""
    return {item.key: Term(id=item.key, name=item.name, of=f"{item.category}/{item.field}") for item in items}
