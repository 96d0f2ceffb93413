"""What does the file of a category's skill items say, in the shape of the shipped ones?

Names of known ids are the shipped ones in both languages, new ones as printed. The words of the proficiencies are not in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kijun.documents.fold import is_japanese
from kijun.documents.printed import Place
from kijun.documents.shipped_words import ShippedWords, named_twice
from kijun.documents.skill_draft import DraftEntry, DraftItem, DraftKnowledge, DraftProficiency, DraftSkills
from kijun.framework.dump import Plain
from kijun.framework.parse_skills import NO_SETTING

Raw = dict[str, Any]


def dump_skills(category: str, skills: DraftSkills, words: ShippedWords) -> dict[str, Plain]:
    """Return skill items that were read as the file of their category."""
    items, knowledge = words.skill_names(category)
    home = skills.items[0].document
    writer = _Writer(home=home, items=items, knowledge=knowledge)
    plain: Raw = {"category": category, "document": home}
    if skills.note is not None and skills.note[0] == home:
        place = skills.note[1].place()
        plain["note"] = {"about": _noted(place), "citation": writer.citation(place, home)}
    plain["items"] = [writer.item(item) for item in skills.items]
    detail = {(item.id, each.id): each.words for item in reversed(skills.items) for each in item.knowledge}
    plain["overview"] = [
        {
            **({"field": field} if field else {"common": True}),
            "items": [writer.entry(each, detail) for each in entries],
        }
        for field, entries in skills.overview.items()
    ]
    return plain


def _page(place: Place) -> str | None:
    """Return the number that is printed on a place's page, else the page's own; a text has no pages."""
    return place.label or (str(place.page) if place.page is not None else None)


def _noted(place: Place) -> Raw:
    return {
        "ja": f"{place.line}行に注釈があります。",
        "en": f"There is a note on line {place.line}.",
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class _Writer:
    """Writes items of a file; `home` is its document, the names are the shipped ones by id."""

    home: str
    items: Mapping[str, Raw]
    knowledge: Mapping[str, Raw]

    def citation(self, place: Place, document: str) -> Raw:
        """Return a place as a citation: its page beside its line."""
        line: Any = place.line if document == self.home else {"document": document, "line": place.line}
        return {"line": line, **({"page": _page(place)} if _page(place) else {})}

    def line(self, place: Place, document: str, page: str | None) -> Any:  # noqa: ANN401  # a number, or a mapping with one
        """Return a line, with its page where that is not the one of what it stands in, or with another document."""
        if document != self.home:
            return {"document": document, "line": place.line}
        return place.line if _page(place) in (page, None) else {"line": place.line, "page": _page(place)}

    def item(self, item: DraftItem) -> Raw:
        """Return a skill item."""
        return {
            "field": item.field,
            "id": item.id,
            "name": self.items.get(item.id) or named_twice(item.words),
            **({"common": True} if item.is_common else {}),
            "citation": self.citation(item.place, item.document),
            "headed": [*item.headed],
            "knowledge": [
                {
                    "id": each.id,
                    "name": self.knowledge.get(each.id) or named_twice(each.words),
                    "line": self.line(each.place, item.document, _page(item.place)),
                }
                for each in item.knowledge
            ],
            "proficiencies": [self._proficiency(each, item) for each in item.proficiencies],
        }

    def _proficiency(self, each: DraftProficiency, item: DraftItem) -> Raw:
        return {
            "level": each.level,
            "line": self.line(each.words.place(), item.document, _page(item.place)),
            "ability": each.ability,
            **({"roles": [*each.roles]} if each.roles else {}),
            "setting": each.setting or NO_SETTING,
        }

    def entry(self, entry: DraftEntry, detail: Mapping[tuple[str, str], str]) -> Raw:
        """Return an item of the overview; a knowledge item has its name where the table prints none or another."""
        return {
            "item": entry.item,
            "line": self.line(entry.place, entry.document, None),
            "knowledge": [self._listed(each, detail.get((entry.item, each.id))) for each in entry.knowledge],
        }

    def _listed(self, each: DraftKnowledge, in_table: str | None) -> Raw:
        if in_table == each.words:
            return {"id": each.id}
        printed = {"ja" if is_japanese(each.words) else "en": each.words}
        return {"id": each.id, "name": {**self.knowledge.get(each.id, named_twice(each.words)), **printed}}
