"""Which values does an invented document hold? A seed decides; nothing here knows how they are said."""

from __future__ import annotations

from random import Random
from typing import Final

from tests.documents.unseen import names_en, names_ja
from tests.documents.unseen.expected import (
    Band,
    Cell,
    Complexity,
    Expertise,
    Holdings,
    Item,
    Language,
    Sized,
    Succession,
)

_ROLES: Final[dict[int, str]] = {
    7: "responsible",
    6: "responsible",
    5: "responsible",
    4: "leader",
    3: "member",
    2: "member",
}
_DEGREES: Final[dict[int, tuple[str, str | None]]] = {
    7: ("guides-others", "leads-industry"),
    6: ("guides-others", "industry"),
    5: ("guides-others", "company"),
    4: ("guides-juniors", None),
    3: ("practises-alone", None),
    2: ("uses-basics", None),
}
_OUTCOMES: Final[dict[int, tuple[str, str]]] = {3: ("carried-out", "participated"), 2: ("participated", "participated")}
_EXAMINATIONS: Final[dict[int, str]] = {3: "AP", 2: "FE"}

_MEASURES_JA: Final = (
    ("ピーク時の要員数", "人", "peak_persons", (10, 50, 500)),
    ("年間契約金額", "円", "annual_contract_value_yen", (100_000_000, 500_000_000, 1_000_000_000)),
    ("年間契約金額", "円", "annual_contract_value_yen", (10_000_000, 50_000_000, 250_000_000)),
    ("ネットワーク", "ノード", None, (100, 500, 2_000)),
    ("ユーザ数", "人", None, (300, 5_000, 20_000)),
    ("開発規模", "人月", None, (20, 100, 500)),
    ("サーバ", "台", None, (10, 100, 1_000)),
    ("ネットワーク", "拠点", "network_sites", (20, 100, 300)),
    ("コンピュータルーム", "㎡", "computer_room_area_m2", (500, 2_000, 5_000)),
    ("コンピュータルーム", "箇所", "computer_rooms", (2, 4, 8)),
)
_MEASURES_EN: Final = (
    ("peak", "persons", "peak_persons", (10, 50, 500)),
    ("contract", "yen", "annual_contract_value_yen", (100_000_000, 500_000_000, 1_000_000_000)),
    ("contract", "yen", "annual_contract_value_yen", (10_000_000, 50_000_000, 2_500_000_000)),
    ("network", "nodes", None, (100, 500, 2_000)),
    ("service", "users", None, (300, 5_000, 20_000)),
    ("effort", "person-months", None, (20, 100, 500)),
    ("platform", "servers", None, (10, 100, 1_000)),
)
_REACHES: Final = (
    "specific-user",
    "part-of-region-or-industry",
    "whole-region-or-industry",
    "nationwide-overseas-or-infrastructure",
)


def invent(seed: int, language: Language) -> Holdings:
    """Return the values of one document of indicators."""
    rng = Random(seed)
    names = names_ja if language == "ja" else names_en
    category = rng.choice([*names.CATEGORIES])
    fields = names.CATEGORIES[category][: rng.randint(1, 3)]
    measure = rng.choice(["times", "years"])
    by_customers = language == "ja" and rng.random() < 0.3
    kinds = rng.sample(_MEASURES_JA if language == "ja" else _MEASURES_EN, 2)
    cells = []
    for field in fields:
        conditions = tuple(rng.sample(names.CONDITIONS, rng.randint(4, 7)))
        activities = tuple(rng.sample(names.ACTIVITIES, rng.randint(2, 4)))
        for level in sorted(rng.sample([*_ROLES], rng.randint(1, 4)), reverse=True):
            size = _customers(level) if by_customers else _sizes(rng, level, kinds)
            role = _role(rng, level)
            cells.append(_cell(rng, language, (category, field, level, measure), (role, conditions, activities, size)))
    return Holdings(language=language, category=category, fields=fields, cells=tuple(cells))


def _role(rng: Random, level: int) -> str | None:
    return None if rng.random() < 0.05 else _ROLES[level]


def _cell(
    rng: Random,
    language: Language,
    where: tuple[str, str, int, str],
    drawn: tuple[str | None, tuple[str, ...], tuple[str, ...], tuple[Band, ...] | None],
) -> Cell:
    names = names_ja if language == "ja" else names_en
    category, field, level, measure = where
    role, conditions, activities, size = drawn
    at_least = rng.randint(1, 5) if level > 3 else rng.randint(1, 2)
    outcome, done = _OUTCOMES.get(level, ("succeeded", "succeeded"))
    titles = [title.format(field=field, category=category) for title in names.TITLES[role]]
    degree, reach = _DEGREES[level]
    is_high = level > 3
    mandatory = tuple(rng.sample(conditions, rng.choice([0, 0, 0, 1, 2])))
    return Cell(
        field=field,
        level=level,
        measure="times" if measure == "times" else "years",
        at_least=at_least,
        slots=_slots(rng, level, at_least) if measure == "times" else None,
        years_at_level=level if measure == "years" else None,
        role=role,
        titles=tuple(titles[: rng.randint(1, len(titles))]),
        activities=activities,
        outcome=outcome,
        complexity=Complexity(
            at_least=rng.randint(2, 3) if level > 2 else 1,
            of=conditions,
            mandatory=mandatory if is_high else (),
            outcome=done,
        ),
        size=size if is_high or (level == 3 and rng.random() < 0.5) else None,
        expertise=Expertise(
            at_least=1 if level > 2 else "all",
            of=tuple(rng.sample(names.AREAS, rng.randint(3, 6))),
            degree=degree,
            reach=reach,
        ),
        succession=Succession(at_least=rng.randint(1, 5), of=tuple(names.CONTRIBUTIONS)) if is_high else None,
        mentoring=is_high,
        examination=_EXAMINATIONS.get(level),
    )


def _slots(rng: Random, level: int, times: int) -> tuple[int, ...]:
    at_level = rng.randint(1, times)
    return (level,) * at_level + (level - 1,) * (times - at_level)


def _customers(level: int) -> tuple[Band, ...]:
    top = min(level - 3, 3) if level > 3 else 0
    first = Band(reach=_REACHES[top], or_equivalent=top > 0)
    if top == 0:
        return (first,)
    return (first, Band(reach=_REACHES[top - 1], or_equivalent=top > 1, conditions=4))


def _sizes(rng: Random, level: int, kinds: list[tuple[str, str, str | None, tuple[int, int, int]]]) -> tuple[Band, ...]:
    step = {7: 3, 6: 3, 5: 2, 4: 1, 3: 0}.get(level, 0)
    chosen = kinds[: rng.randint(1, 2)]
    first = Band(any_of=tuple((_sized(kind, step),) for kind in chosen))
    if step == 0 or rng.random() < 0.3:
        return (first,)
    return (first, Band(any_of=tuple((_sized(kind, step - 1),) for kind in chosen), conditions=rng.randint(2, 4)))


def _sized(kind: tuple[str, str, str | None, tuple[int, int, int]], step: int) -> Sized:
    noun, unit, measure, steps = kind
    return Sized(
        noun=noun,
        unit=unit,
        measure=measure,
        at_least=steps[step - 1] if step else None,
        below=steps[step] if step < len(steps) else None,
    )


def invent_items(seed: int, language: Language) -> Holdings:
    """Return the values of one document of skills: common items first, then each field's own."""
    rng = Random(seed)
    names = names_ja if language == "ja" else names_en
    category = rng.choice([*names.CATEGORIES])
    fields = names.CATEGORIES[category][:2]
    headed = tuple(range(7, rng.choice([2, 3]), -1))
    drawn = rng.sample([*names.ITEMS], len(names.ITEMS))
    common, own = drawn[:2], drawn[2:]
    items = []
    for at, field in enumerate(fields):
        for name in [*common, *own[at::2]]:
            filled = tuple(level for level in headed if level < 7 and rng.random() < 0.8)
            items.append(
                Item(
                    field=field,
                    name=name,
                    common=name in common,
                    knowledge=names.ITEMS[name],
                    headed=headed,
                    filled=filled or headed[-1:],
                )
            )
    return Holdings(language=language, category=category, fields=fields, items=tuple(items))
