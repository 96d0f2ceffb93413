"""How does a document of skills look as text: an overview, then one table for each item, with levels headed and blank?"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from tests.documents.unseen.expected import Holdings, Item

_RIGHT = "Skill Proficiency"
_ABLE_JA = "として、{name}に関する作業を進めることができる"
_ABLE_EN = "Able to carry out work on {name} as a member of the team"


def skills_in_japanese(held: Holdings, seed: int) -> str:
    """Return tables set with tabs, knowledge items between the highest level and the next, each field under its divider."""
    rng = Random(seed)
    lines = [*_overview_ja(held)]
    for field in held.fields:
        lines += [" スキル熟達度・知識項目", "", f"職種：{held.category}", "", f"専門分野：{field}", ""]
        for item in (each for each in held.items if each.field == field):
            lines += [*_table_ja(held.category, item, rng)]
    return "\n".join(lines)


def _overview_ja(held: Holdings) -> Iterator[str]:
    yield from ("スキル領域とスキル熟達度", f" {held.category}のスキル領域", "", f"職種：{held.category}", "")
    seen: set[str] = set()
    for item in held.items:
        if item.name not in seen:
            yield from (f"●{item.name}", "、".join(item.knowledge), "")
            seen.add(item.name)


def _table_ja(category: str, item: Item, rng: Random) -> Iterator[str]:
    kind = "職種共通スキル項目" if item.common else "専門分野固有スキル項目"
    yield from (f"{category}のスキル熟達度・知識項目", "", "\tスキル項目と知識項目", "\tスキル熟達度", "")
    yield from (f"\t【{kind}】", "", f"●{item.name}", "", "【知識項目】")
    early = rng.random() < 0.5
    for number, level in enumerate(item.headed):
        if early and number == 1:
            yield from _knowledge_ja(item)
        full = str(level).translate(str.maketrans("34567", "３４５６７"))
        yield f"\tレベル{full}"
        able = f"{item.field}チームメンバ{_ABLE_JA.format(name=item.name)}" if level in item.filled else ""
        yield from (f"\t{able}", "")
        if not early and number == 0:
            yield from ("", *_knowledge_ja(item), "")
    yield ""


def _knowledge_ja(item: Item) -> Iterator[str]:
    yield from (f"－{each}" for each in item.knowledge)


def skills_in_english(held: Holdings, seed: int) -> str:
    """Return lines with empty ones between, each table under the name of its field."""
    rng = Random(seed)
    lines = [*_overview_en(held)]
    for item in held.items:
        lines += [*_table_en(held.category, item, rng)]
    return "\n".join(lines) + "\n"


def _overview_en(held: Holdings) -> Iterator[str]:
    yield from (
        "Skill Area and Skill Proficiency",
        f"Job Category: {held.category}",
        f"  Skill Area of {held.category}",
        "",
    )
    seen: set[str] = set()
    for item in held.items:
        if item.name not in seen:
            yield from (f"●{item.name}", ", ".join(item.knowledge), "")
            seen.add(item.name)


def _table_en(category: str, item: Item, rng: Random) -> Iterator[str]:
    kind = "Job Category Common Skill Item" if item.common else "Specialty Field Specific Skill Item"
    yield from (rng.choice(["Specialty Field: ", "Specialty area: "]), item.field, "")
    yield from (
        f" Skill Proficiency/Knowledge Items of {category}",
        "",
        f"Skill Item and Knowledge Items {_RIGHT}",
        "",
    )
    yield from (f"[{kind}]", f"●{item.name}", "[Knowledge Items]", "")
    early = rng.random() < 0.5
    if early:
        yield from (*(f"-{each}" for each in item.knowledge), "")
    for number, level in enumerate(item.headed):
        yield from (f"Level {level}", "")
        if level in item.filled:
            yield from (f"{_ABLE_EN.format(name=item.name)}.", "")
        if not early and number == len(item.headed) - 2:
            yield from (*(f"-{each}" for each in item.knowledge), "")
    yield ""
