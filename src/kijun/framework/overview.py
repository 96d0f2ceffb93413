"""Where do the overview of a skill area and the tables of its items disagree?

Both are printed; neither is corrected by the other, and a reader sees both readings.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from kijun.citation import Citation
from kijun.framework.edition import Edition
from kijun.framework.skill import KnowledgeItem, SkillArea, SkillItem
from kijun.framework.structure import Category
from kijun.text import Text, same

Kind = Literal[
    "item-only-in-overview",
    "item-only-in-tables",
    "item-order",
    "knowledge-only-in-overview",
    "knowledge-only-in-table",
    "knowledge-order",
    "wording",
]
KIND_NAMES: Final[Mapping[Kind, Text]] = {
    "item-only-in-overview": Text(ja="概要にだけある項目", en="item only in the overview"),
    "item-only-in-tables": Text(ja="熟達度の表にだけある項目", en="item only in the tables"),
    "item-order": Text(ja="項目の順", en="order of the items"),
    "knowledge-only-in-overview": Text(ja="概要にだけある知識項目", en="knowledge items only in the overview"),
    "knowledge-only-in-table": Text(ja="熟達度の表にだけある知識項目", en="knowledge items only in the table"),
    "knowledge-order": Text(ja="知識項目の順", en="order of the knowledge items"),
    "wording": Text(ja="知識項目の書き方", en="wording of knowledge items"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedItem:
    """A skill item as an overview lists it: its id and name, the knowledge items as printed there, and its place."""

    id: str
    name: Text
    knowledge: tuple[KnowledgeItem, ...]
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One difference, in the fields whose tables show it: the names that the overview prints, and those of the table.

    `item` is the skill item's id and `name` what it is called; both are None where the order of the items differs. Where
    one of the two has nothing, its names are empty and its citation is None.
    """

    kind: Kind
    fields: tuple[str, ...]
    item: str | None = None
    name: Text | None = None
    overview: tuple[Text, ...] = ()
    table: tuple[Text, ...] = ()
    overview_citation: Citation | None = None
    table_citation: Citation | None = None


def printed_area(edition: Edition, category: str) -> SkillArea | None:
    """Return the skill area of a category where the edition prints an overview of it."""
    area = edition.skill_areas.get(category)
    return area if area is not None and area.groups else None


def listed_items(edition: Edition, category: Category, field: str | None) -> list[ListedItem]:
    """Return the items that are common to a category (`field` None) or specific to a field, in the overview's order.

    Where no overview is printed they are listed as their tables have them, a common item once.
    """
    tables = [item for each in category.fields for item in edition.items_of(each.path)]
    area = printed_area(edition, category.id)
    if area is None:
        wanted = [item for item in tables if (item.is_common if field is None else _is_specific(item, field))]
        once = {item.id: item for item in reversed(wanted)}
        return [
            ListedItem(id=name, name=once[name].name, knowledge=once[name].knowledge, citation=once[name].citation)
            for name in dict.fromkeys(item.id for item in wanted)
        ]
    names = {item.id: item.name for item in sorted(tables, key=lambda item: item.field == field)}
    return [
        ListedItem(
            id=each.item, name=names.get(each.item, same(each.item)), knowledge=each.knowledge, citation=each.citation
        )
        for group in area.groups
        if group.field == field
        for each in group.items
    ]


def _is_specific(item: SkillItem, field: str) -> bool:
    return item.field == field and not item.is_common


def differences(edition: Edition, area: SkillArea) -> list[Difference]:
    """Return what the overview of a category and the tables of its fields do not say alike, in the tables' order.

    What the tables of several fields show alike is one difference.
    """
    merged: dict[object, Difference] = {}
    category = edition.categories[area.category]
    for field in category.fields:
        groups = [listed_items(edition, category, name) for name in (None, field.id)]
        for found in _of_field(field.id, edition.items_of(field.path), groups):
            key = (found.kind, found.item, found.overview, found.table)
            known = merged.get(key)
            merged[key] = replace(known, fields=(*known.fields, field.id)) if known else found
    return list(merged.values())


def _of_field(field: str, tables: list[SkillItem], groups: Sequence[Sequence[ListedItem]]) -> Iterator[Difference]:
    detailed = {item.id: item for item in tables}
    for group in groups:
        yield from _order(field, detailed, {each.id: each for each in group})
    listed = {each.id: each for group in groups for each in group}
    for item in tables:
        if item.id in listed:
            yield from _of_item(item, listed[item.id])
        else:
            names = tuple(each.name for each in item.knowledge)
            yield replace(_about(item, None, "item-only-in-tables"), table=names)
    for each in listed.values():
        if each.id not in detailed:
            yield Difference(
                kind="item-only-in-overview",
                fields=(field,),
                item=each.id,
                name=each.name,
                overview=tuple(known.name for known in each.knowledge),
                overview_citation=each.citation,
            )


def _order(field: str, detailed: Mapping[str, SkillItem], group: Mapping[str, ListedItem]) -> Iterator[Difference]:
    shown, printed = [each for each in group if each in detailed], [each for each in detailed if each in group]
    if shown != printed:
        yield Difference(
            kind="item-order",
            fields=(field,),
            overview=tuple(detailed[each].name for each in shown),
            table=tuple(detailed[each].name for each in printed),
            overview_citation=group[shown[0]].citation,
            table_citation=detailed[printed[0]].citation,
        )


def _of_item(item: SkillItem, listed: ListedItem) -> Iterator[Difference]:
    here = {each.id: each for each in listed.knowledge}
    there = {each.id: each for each in item.knowledge}
    only_here = tuple(each.name for each in listed.knowledge if each.id not in there)
    only_there = tuple(each.name for each in item.knowledge if each.id not in here)
    if only_here:
        yield replace(_about(item, listed, "knowledge-only-in-overview"), overview=only_here)
    if only_there:
        yield replace(_about(item, listed, "knowledge-only-in-table"), table=only_there)
    for name, known in there.items():
        if name in here and here[name].name != known.name:
            about = replace(_about(item, listed, "wording"), table_citation=known.citation)
            yield replace(about, overview=(here[name].name,), table=(known.name,))
    shown, printed = [each for each in here if each in there], [each for each in there if each in here]
    if shown != printed:
        yield replace(
            _about(item, listed, "knowledge-order"),
            overview=tuple(here[each].name for each in shown),
            table=tuple(there[each].name for each in printed),
        )


def _about(item: SkillItem, listed: ListedItem | None, kind: Kind) -> Difference:
    return Difference(
        kind=kind,
        fields=(item.field,),
        item=item.id,
        name=item.name,
        overview_citation=listed.citation if listed else None,
        table_citation=item.citation,
    )
