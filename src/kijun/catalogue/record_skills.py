"""Which skill items may a record rate, given the editions at hand, and which of them do the editions asked for lack?"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from kijun.evidence.words import Lacking, RatedItem
from kijun.framework.edition import Edition
from kijun.framework.skill import SkillItem
from kijun.text import Text, join


def rated_items(editions: Sequence[Edition]) -> dict[str, RatedItem]:
    """Return the skill items of all the editions together, by what a record calls them; the first edition names them."""
    items: dict[str, RatedItem] = {}
    for edition in editions:
        highest = max(edition.levels, default=0)
        for item in edition.skills.values():
            for key in (item.key, _common_key(item)) if item.is_common else (item.key,):
                items[key] = _joined(items.get(key), item, {edition.id: highest})
    return items


def _joined(known: RatedItem | None, item: SkillItem, scale: Mapping[str, int]) -> RatedItem:
    knowledge = {each.id: each.name for each in item.knowledge}
    if known is None:
        return RatedItem(name=item.name, scales=scale, levels=item.levels, knowledge=knowledge)
    return RatedItem(
        name=known.name,
        scales={**known.scales, **scale},
        levels=tuple(sorted({*known.levels, *item.levels})),
        knowledge={**knowledge, **known.knowledge},
    )


def lacking_items(editions: Sequence[Edition], asked: Collection[str]) -> dict[str, Lacking]:
    """Return the items that none of the editions asked for has, where they have other items of the category."""
    editions = tuple({edition.id: edition for edition in editions}.values())
    names = {edition.id: _names(edition) for edition in editions}
    mine = [edition for edition in editions if edition.id in asked]
    lacking: dict[str, Lacking] = {}
    for edition in editions:
        for key, item in names[edition.id].items():
            of_category = [each for each in mine if _of_category(each, item.category)]
            if key not in lacking and of_category and not any(key in names[each.id] for each in of_category):
                lacking[key] = Lacking(
                    asked=join([each.name for each in of_category]),
                    had_by=edition.name,
                    called=_said(item, of_category),
                )
    return lacking


def _names(edition: Edition) -> dict[str, SkillItem]:
    """Return the items by every name that a record may rate them under."""
    names = {item.key: item for item in edition.skills.values()}
    for item in edition.skills.values():
        names.setdefault(_common_key(item), item)
    return names


def _common_key(item: SkillItem) -> str:
    return f"{item.category}/{item.id}"


def _of_category(edition: Edition, category: str) -> list[SkillItem]:
    return [item for item in edition.skills.values() if item.category == category]


def _said(item: SkillItem, asked: Sequence[Edition]) -> Text:
    found = [(edition, there) for edition in asked if (there := _counterpart(item, edition)) is not None]
    if not found:
        return Text(
            ja="同じものは見つかりません。評価は残しますが、そこでは数えません。",
            en="Nothing there is known to be the same. The rating is kept and counts for nothing there.",
        )
    said = [
        Text(
            ja=f"{edition.name.ja}では「{there.name.ja}」({there.key})",
            en=f'In {edition.name.en} it is "{there.name.en}" ({there.key})',
        )
        for edition, there in found
    ]
    both = join(said, ja="、", en=". ")
    return Text(
        ja=f"{both.ja}です。そこで数えるには、その名前でも評価を書いてください。",
        en=f"{both.en}. Rate it under that name too if it should count there.",
    )


def _counterpart(item: SkillItem, edition: Edition) -> SkillItem | None:
    """Return what an edition calls the item: the same id, or what the newer of the two says that it was."""
    of_category = _of_category(edition, item.category)
    for there in sorted(of_category, key=lambda each: each.field != item.field):
        was_here = there.was is not None and there.was.id == item.id
        was_there = item.was is not None and item.was.id == there.id
        if there.id == item.id or was_here or was_there:
            return there
    return None
