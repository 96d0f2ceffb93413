"""What does a cell ask, said as it is printed: bounds, slots and alternatives, nothing worked out?

In our own words; the official wording is read from a document that its user supplies.
"""

from __future__ import annotations

from itertools import groupby
from typing import Final

from kijun.criteria.phrase import quantity, say_level
from kijun.framework.indicator import (
    ALL,
    SOME,
    Activities,
    Band,
    Bound,
    Complexity,
    ExpertiseAsked,
    Indicator,
    MarketAsked,
    ProficiencyAsked,
    Responsibility,
    SizeAlternative,
    Succession,
)
from kijun.framework.vocabulary import Vocabulary
from kijun.text import Text, inside, join, same, series

Line = tuple[str, Text]
"""A path below the cell, whose citation the line has, and the words."""

NOT_UNDERSTOOD: Final = Text(
    ja="印刷された言葉を読み取りで理解できなかった。評価者が読んで確認する",
    en="the printed words were not understood when they were read in; an assessor has to read and confirm them",
)


def phrase_part(indicator: Indicator, part: str, words: Vocabulary) -> list[Line]:
    """Return the lines of a part; none where the cell does not have it."""
    if part in indicator.unread:
        return [(part, NOT_UNDERSTOOD)]
    match part:
        case "responsibility":
            return _responsibility(indicator.responsibility, words)
        case "complexity" if indicator.complexity is None and "complexity" in indicator.citations:
            return [("complexity", Text(ja="問わない", en="any complexity"))]
        case "complexity":
            return _complexity(indicator.complexity, words)
        case "size":
            return _size(indicator, words)
        case "expertise":
            return _expertise(indicator.expertise, words)
        case "succession":
            return _succession(indicator.succession, words)
        case "mentoring" if indicator.asks_mentoring:
            return [("mentoring", Text(ja="後進を育成している", en="develops juniors (mentoring, coaching)"))]
        case "proficiency" if indicator.proficiency:
            return [("proficiency", _proficiency(indicator, indicator.proficiency, words))]
        case "exam" if indicator.exam:
            exam = words.name("examination", indicator.exam)
            said = Text(
                ja=f"{exam.ja}の合格は、このレベルの最低限の能力とみなされる",
                en=f"{exam.en}: passing it counts as the minimum ability of this level",
            )
            return [("exam", said)]
    return []


def _complexity(asked: Complexity | None, words: Vocabulary) -> list[Line]:
    if asked is None:
        return []
    listed = _names("condition", asked.of, words)
    count = len(asked.of)
    if asked.at_least == SOME:
        said = Text(ja=f"次の{count}つの条件のうち幾つか: {listed.ja}", en=f"some of {count}: {listed.en}")
    else:
        said = Text(
            ja=f"次の{count}つの条件のうち{asked.at_least}つ以上: {listed.ja}",
            en=f"at least {asked.at_least} of {count}: {listed.en}",
        )
    lines = [("complexity", said)]
    if asked.must_include:
        must = _names("condition", asked.must_include, words)
        lines.append(("complexity/must_include", Text(ja=f"必須: {must.ja}", en=f"required: {must.en}")))
    if asked.role is not None:
        role = words.name("role", asked.role)
        lines.append(("complexity/role", Text(ja=f"役割: {role.ja}以上", en=f"role: {inside(role).en} or above")))
    return [*lines, ("complexity", _clause(asked.activities, asked.outcome, words))]


def _expertise(asked: ExpertiseAsked | None, words: Vocabulary) -> list[Line]:
    if asked is None:
        return []
    areas = _names("area", asked.of, words)
    degree = words.name("degree", asked.degree)
    reach = words.name("reach", asked.reach) if asked.reach else None
    count = len(asked.of)
    if asked.at_least == ALL:
        listed = Text(ja=f"次の{count}領域のすべて: {areas.ja}", en=f"all of these {count} areas: {areas.en}")
    else:
        listed = Text(
            ja=f"次の{count}領域のうち{asked.at_least}領域以上: {areas.ja}",
            en=f"at least {asked.at_least} of {count} areas: {areas.en}",
        )
    how_far = Text(
        ja=f"程度: {degree.ja}" + (f"。貢献: {reach.ja}" if reach else ""),
        en=f"degree: {inside(degree).en}" + (f"; reach: {inside(reach).en}" if reach else ""),
    )
    return [("expertise", listed), ("expertise", how_far)]


def _succession(asked: Succession | None, words: Vocabulary) -> list[Line]:
    if asked is None:
        return []
    kinds = _names("contribution", asked.of, words)
    said = Text(
        ja=f"次の{len(asked.of)}種類のうち{asked.at_least}種類以上: {kinds.ja}",
        en=f"at least {asked.at_least} of {len(asked.of)} kinds: {kinds.en}",
    )
    return [("succession", said)]


def _proficiency(indicator: Indicator, asked: ProficiencyAsked, words: Vocabulary) -> Text:
    level = say_level(asked.level, words.name)
    if asked.of is None:
        return Text(
            ja=f"専門分野のスキル項目のうち{asked.at_least}項目以上で、評価が{level.ja}以上",
            en=f"at least {asked.at_least} of the field's skill items rated {level.en} or above",
        )
    items = _names("skill-item", tuple(f"{indicator.category}/{indicator.field}/{each}" for each in asked.of), words)
    return Text(
        ja=f"次の{len(asked.of)}つのスキル項目のうち{asked.at_least}項目以上で、評価が{level.ja}以上: {items.ja}",
        en=f"at least {asked.at_least} of {len(asked.of)} skill items rated {level.en} or above: {items.en}",
    )


def _names(kind: str, ids: tuple[str, ...], words: Vocabulary) -> Text:
    return series([inside(words.name(kind, each)) for each in ids])


def _clause(activities: Activities | None, outcome: str, words: Vocabulary) -> Text:
    reached = words.name("outcome", outcome)
    if activities is None:
        return Text(ja=f"活動は問わない。成果: {reached.ja}", en=f"any activity; outcome: {inside(reached).en}")
    listed = _names("activity", activities.of, words)
    return Text(
        ja=f"活動({'すべて' if activities.needs_all else 'いずれか'}): {listed.ja}。成果: {reached.ja}",
        en=f"activities ({'all of' if activities.needs_all else 'any of'}): {listed.en}; outcome: {inside(reached).en}",
    )


def _responsibility(asked: Responsibility | None, words: Vocabulary) -> list[Line]:
    if asked is None:
        return []
    role, titles = words.name("role", asked.role), _names("title", asked.roles, words)
    lines = [
        ("responsibility", _measure(asked, words)),
        (
            "responsibility/role",
            Text(
                ja=f"役割: {role.ja}以上" + (f"({titles.ja})" if asked.roles else ""),
                en=f"role: {inside(role).en} or above" + (f" ({titles.en})" if asked.roles else ""),
            ),
        ),
        ("responsibility", _clause(asked.activities, asked.outcome, words)),
    ]
    if asked.market:
        market = join([phrase_market(each, words) for each in asked.market], ja=" / ", en="; or ")
        lines.append(("responsibility/market", Text(ja=f"市場: {market.ja}", en=f"market: {market.en}")))
    return lines


def _measure(asked: Responsibility, words: Vocabulary) -> Text:
    if asked.slots is None:
        years, level = asked.at_least, say_level(asked.years_at_level or 0, words.name)
        return Text(
            ja=f"{level.ja}の複雑性とサイズで{years}年以上",
            en=f"{years} {'year' if years == 1 else 'years'} or more at the complexity and size of {level.en}",
        )
    groups = [(say_level(level, words.name), len(list(group))) for level, group in groupby(asked.slots)]
    ja = "、".join(f"{level.ja}以上{count}回" for level, count in groups)
    en = ", ".join(f"{count} at {level.en} or above" for level, count in groups)
    times = "time" if asked.at_least == 1 else "times"
    return Text(ja=f"{asked.at_least}回以上({ja})", en=f"{asked.at_least} {times} or more ({en})")


def phrase_market(asked: MarketAsked, words: Vocabulary) -> Text:
    """Return one alternative of a market."""
    scope = words.name("scope", asked.scope)
    count = Text(ja=f"{asked.count}つ以上", en=f"{asked.count} or more: ") if asked.count else same("")
    employees = same("")
    if asked.employees is not None:
        bound = phrase_bound(asked.employees, "employees", words)
        employees = Text(ja=f"(従業員{bound.ja})", en=f" ({bound.en} employees)")
    return Text(ja=f"{scope.ja}{count.ja}{employees.ja}", en=f"{count.en}{scope.en}{employees.en}")


def phrase_bound(bound: Bound, measure: str, words: Vocabulary) -> Text:
    """Return the printed bounds of a measure."""

    def said(number: int) -> Text:
        if measure == "employees":
            return Text(ja=f"{number:,}人", en=f"{number:,}")
        return quantity(measure, number, words.name)

    parts = []
    if bound.at_least is not None:
        parts.append(Text(ja=f"{said(bound.at_least).ja}以上", en=f"{said(bound.at_least).en} or more"))
    if bound.at_most is not None:
        parts.append(Text(ja=f"{said(bound.at_most).ja}以下", en=f"at most {said(bound.at_most).en}"))
    if bound.below is not None:
        parts.append(Text(ja=f"{said(bound.below).ja}未満", en=f"less than {said(bound.below).en}"))
    if bound.printed is not None:
        parts.append(
            Text(ja=f"{said(bound.printed).ja}(比較の語なし)", en=f"{said(bound.printed).en} (no comparator printed)")
        )
    return join(parts)


def _size(indicator: Indicator, words: Vocabulary) -> list[Line]:
    if indicator.size is None:
        asks_engagements = indicator.responsibility is not None or indicator.complexity is not None
        return [("size", Text(ja="特定なし", en="not specified"))] if asks_engagements else []
    lines = [(f"size/{number}", _band(band, words)) for number, band in enumerate(indicator.size, start=1)]
    if indicator.size_clause is not None:
        below = "size_clause" if "size_clause" in indicator.citations else "size"
        lines.append((below, _clause(indicator.size_clause.activities, indicator.size_clause.outcome, words)))
    return lines


def _band(band: Band, words: Vocabulary) -> Text:
    sizes = join([phrase_alternative(each, words) for each in band.any_of], ja="、または", en=", or ")
    if band.complexity_at_least is None:
        return sizes
    least = band.complexity_at_least
    return Text(
        ja=f"複雑性の条件{least}つ以上に当たり、{sizes.ja}",
        en=f"with {least} or more of the conditions under complexity: {sizes.en}",
    )


def phrase_alternative(each: SizeAlternative, words: Vocabulary) -> Text:
    """Return one alternative of a size band."""
    parts = []
    for measure, bound in each.bounds.items():
        name, bounds = words.name("measure", measure), phrase_bound(bound, measure, words)
        parts.append(Text(ja=f"{name.ja} {bounds.ja}", en=f"{inside(name).en}: {bounds.en}"))
    if each.customers is not None:
        reach = words.name("customers-reach", each.customers.reach)
        equal = (
            Text(ja="、それに相当するユーザでもよい", en=", or equivalent")
            if each.customers.or_equivalent
            else same("")
        )
        parts.append(
            Text(ja=f"担当ユーザ: 「{reach.ja}」{equal.ja}", en=f"users served: “{inside(reach).en}”{equal.en}")
        )
    if each.some_rooms_or_networks:
        parts.append(
            Text(ja="業務に関わる一部のコンピュータルームまたはネットワーク", en="some computer rooms or network sites")
        )
    return join(parts, ja="、かつ", en=" and ")
