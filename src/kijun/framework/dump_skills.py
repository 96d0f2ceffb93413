"""Which plain values does `kijun show --skills --format json` write?

The shape of a skill item is fixed: other programs read it. More keys are the proficiencies and the levels headed but blank.
"""

from __future__ import annotations

from collections.abc import Iterable

from kijun.citation import Citation
from kijun.framework.dump import Plain, dump_citation, dump_flag, dump_text
from kijun.framework.edition import Edition, Flag
from kijun.framework.overview import Difference, differences, listed_items, printed_area
from kijun.framework.phrase_skill import phrase_proficiency
from kijun.framework.skill import KnowledgeItem, Proficiency, SkillItem
from kijun.framework.structure import Category
from kijun.framework.vocabulary import Vocabulary


def dump_item(item: SkillItem, edition: Edition) -> dict[str, Plain]:
    """Return a skill item in the shape of `kijun show --skills --format json`."""
    filled = [item.proficiencies[level] for level in item.levels]
    return {
        "item": item.path,
        "field": f"{edition.id}/{item.category}/{item.field}",
        "name": dump_text(item.name),
        "common": item.is_common,
        "knowledge_items": _names(item.knowledge),
        "levels": [*item.levels],
        "blank_levels": [*item.blank_levels],
        "proficiencies": [_proficiency(each, edition.vocabulary) for each in filled],
        "citation": dump_citation(item.citation),
        "flags": [dump_flag(flag) for flag in flags_of(item.path, edition, item.flags)],
    }


def dump_overview(category: Category, edition: Edition) -> dict[str, Plain]:
    """Return the overview of a category's skill area, and where it and the tables of its items disagree.

    Where no overview is printed the items are listed as their tables have them, and `printed` is false.
    """
    area = printed_area(edition, category.id)
    noted = edition.skill_areas.get(category.id)
    path = f"{category.path}/skills"
    return {
        "category": category.path,
        "name": dump_text(category.name),
        "printed": area is not None,
        "common": _listed(None, category, edition),
        "fields": [
            {"field": field.path, "name": dump_text(field.name), "items": _listed(field.id, category, edition)}
            for field in category.fields
        ],
        "note": None
        if noted is None or noted.note is None
        else {"about": dump_text(noted.note), "citation": _cited(noted.note_citation)},
        "differences": [_difference(each, category) for each in (differences(edition, area) if area else [])],
        "flags": [dump_flag(flag) for flag in flags_of(path, edition)],
    }


def flags_of(path: str, edition: Edition, named: Iterable[str] = ()) -> list[Flag]:
    """Return the flags that are named, and those that touch a path, in the edition's order."""
    return [flag for flag in edition.flags.values() if flag.id in named or path in flag.touches]


def _listed(field: str | None, category: Category, edition: Edition) -> list[Plain]:
    return [
        {
            "item": each.id,
            "name": dump_text(each.name),
            "knowledge_items": _names(each.knowledge),
            "citation": dump_citation(each.citation),
        }
        for each in listed_items(edition, category, field)
    ]


def _names(knowledge: Iterable[KnowledgeItem]) -> list[Plain]:
    return [dump_text(each.name) for each in knowledge]


def _proficiency(proficiency: Proficiency, words: Vocabulary) -> dict[str, Plain]:
    return {
        "level": proficiency.level,
        "roles": [*proficiency.roles],
        "setting": proficiency.setting,
        "ability": proficiency.ability,
        "text": dump_text(phrase_proficiency(proficiency, words)),
        "citation": dump_citation(proficiency.citation),
    }


def _difference(found: Difference, category: Category) -> dict[str, Plain]:
    return {
        "kind": found.kind,
        "fields": [f"{category.path}/{field}" for field in found.fields],
        "item": found.item,
        "name": dump_text(found.name) if found.name else None,
        "overview": [dump_text(each) for each in found.overview],
        "table": [dump_text(each) for each in found.table],
        "overview_citation": _cited(found.overview_citation),
        "table_citation": _cited(found.table_citation),
    }


def _cited(citation: Citation | None) -> Plain:
    return None if citation is None else dump_citation(citation)
