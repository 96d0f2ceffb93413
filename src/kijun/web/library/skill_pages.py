"""What do the pages of skill items show: the skill area of a category, the items of a field, one item?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kijun.framework.dump_skills import flags_of
from kijun.framework.edition import Edition
from kijun.framework.overview import KIND_NAMES, Difference, differences, listed_items, printed_area
from kijun.framework.phrase_skill import phrase_group, phrase_proficiency
from kijun.framework.skill import Proficiency, SkillItem
from kijun.framework.structure import Category
from kijun.text import Text, series
from kijun.web.library.addresses import Place, category_of, field_of
from kijun.web.library.notes import notes_on
from kijun.web.library.other_editions import elsewhere


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemLevel:
    """A level of a skill item. `words` None: it is headed but blank, or never headed, which is not the same."""

    level: int
    name: Text
    words: Text | None
    proficiency: Proficiency | None
    is_headed: bool


def overview_page(place: Place) -> dict[str, Any]:
    """Return the skill area of a category: the items common to it and those of each field, as the overview lists them."""
    edition, category = place.edition, category_of(place)
    area = printed_area(edition, category.id)
    noted = edition.skill_areas.get(category.id)
    groups: list[dict[str, Any]] = [{"field": None, "items": _listed(edition, category, None)}]
    groups += [{"field": field, "items": _listed(edition, category, field.id)} for field in category.fields]
    return {
        "category": category,
        "groups": [group for group in groups if group["items"]],
        "is_printed": area is not None,
        "differences": [_difference(each, category) for each in (differences(edition, area) if area else [])],
        "note": noted.note if noted else None,
        "note_citation": noted.note_citation if noted else None,
        "fields": [field for field in category.fields if edition.items_of(field.path)],
        "notes": notes_on(edition, [flag.id for flag in flags_of(place.path, edition)]),
        "elsewhere": elsewhere(place),
    }


def skills_page(place: Place) -> dict[str, Any]:
    """Return the skill items of a field, with the levels at which each has a proficiency."""
    edition, field = place.edition, field_of(place)
    items = edition.items_of(field.path)
    return {
        "field": field,
        "category": category_of(place),
        "items": levels_of_items(edition, items),
        "levels": sorted(edition.levels),
        "notes": notes_on(edition, [flag.id for item in items for flag in flags_of(item.path, edition, item.flags)]),
        "elsewhere": elsewhere(place),
    }


def item_page(place: Place) -> dict[str, Any]:
    """Return a skill item: what somebody of each level is able to do, and what somebody who has it knows."""
    edition, field = place.edition, field_of(place)
    item = edition.skills[place.path]
    alike = [
        other
        for other in edition.skills.values()
        if item.is_common and other.category == item.category and other.id == item.id and other.path != item.path
    ]
    names = {each.id: each.name for each in category_of(place).fields}
    return {
        "field": field,
        "category": category_of(place),
        "item": item,
        "group": phrase_group(item),
        "levels": [item_level(item, level, edition) for level in sorted(edition.levels, reverse=True)],
        "alike": [(other, names[other.field]) for other in alike],
        "notes": notes_on(edition, [flag.id for flag in flags_of(item.path, edition, item.flags)]),
        "elsewhere": elsewhere(place),
    }


def levels_of_items(edition: Edition, items: Sequence[SkillItem]) -> list[dict[str, Any]]:
    """Return skill items with their levels, lowest first."""
    return [
        {
            "item": item,
            "group": phrase_group(item),
            "levels": [item_level(item, level, edition) for level in sorted(edition.levels)],
            "knowledge": series([each.name for each in item.knowledge]),
        }
        for item in items
    ]


def item_level(item: SkillItem, level: int, edition: Edition) -> ItemLevel:
    """Return what an item asks at a level."""
    found = item.proficiencies.get(level)
    return ItemLevel(
        level=level,
        name=edition.level_name(level),
        words=phrase_proficiency(found, edition.vocabulary) if found else None,
        proficiency=found,
        is_headed=level in item.headed,
    )


def _listed(edition: Edition, category: Category, field: str | None) -> list[dict[str, Any]]:
    """Return the items that an overview lists, each with the page of the first field that has it."""
    fields = [each.id for each in category.fields] if field is None else [field]
    listed = []
    for each in listed_items(edition, category, field):
        paths = [f"{category.path}/{name}/skills/{each.id}" for name in fields]
        path = next((path for path in paths if path in edition.skills), "")
        listed.append({"item": each, "path": path, "knowledge": series([known.name for known in each.knowledge])})
    return listed


def _difference(found: Difference, category: Category) -> dict[str, Any]:
    return {
        "about": KIND_NAMES[found.kind],
        "name": found.name,
        "fields": series([field.name for field in category.fields if field.id in found.fields]),
        "overview": series([*found.overview]),
        "table": series([*found.table]),
        "found": found,
    }
