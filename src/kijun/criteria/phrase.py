"""What does a criterion ask, in words?

The names of roles, conditions and so on come from the vocabulary of the edition; the sentences are our own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import assert_never

from kijun.criteria.criterion import Criterion
from kijun.criteria.engagement import (
    Amount,
    Clause,
    Conditions,
    Customers,
    Either,
    Every,
    Market,
    Reaches,
    Recognised,
    Trait,
    Unprinted,
    Unspecified,
)
from kijun.criteria.human import Confirmed
from kijun.criteria.logic import AllOf, AnyOf
from kijun.criteria.proficiency import Rated
from kijun.criteria.record import Areas, Kinds, Mentors, Once, Passed, Slot, Times, Years
from kijun.text import Text, inside, join, series

Names = Callable[[str, str], Text]
"""What a word of a kind is called: names("condition", "multi-vendor")."""

_AND = {"ja": "、かつ", "en": " and "}
_OR = {"ja": "、または", "en": ", or "}
_COUNTED_WITH_TSU = 10


def phrase(node: Criterion | Trait, names: Names) -> Text:
    """Return what a criterion or a trait asks, in both languages.

    >>> phrase(Conditions(at_least=2, of=("a", "b", "c"), must_include=()), lambda kind, word: Text(ja=word, en=word)).en
    'at least 2 of: a, b, c'
    """
    match node:
        case Times(slots=slots):
            return _service(_times(slots, names), slots[0].clause, names)
        case Years(at_least=years, level=number, clause=clause):
            level = say_level(number, names)
            asked = Text(
                ja=f"{level.ja}以上の複雑性とサイズで{years}年以上",
                en=f"{years} {_plural('year', years)} or more at the complexity and size of {level.en} or above",
            )
            return _service(asked, clause, names)
        case Once(clause=clause, trait=trait):
            found = phrase(trait, names)
            return _service(Text(ja=f"ある一つの案件で{found.ja}", en=f"on one engagement, {found.en}"), clause, names)
        case Areas():
            return _areas(node, names)
        case Kinds(at_least=least, of=kinds):
            listed = _listed("contribution", kinds, names)
            return Text(
                ja=f"次のうち{least}種類以上: {listed.ja}",
                en=f"at least {least} {_plural('kind', least)} of: {listed.en}",
            )
        case Mentors():
            return Text(ja="後進を育成している", en="develops juniors (mentoring, coaching)")
        case Passed(any_of=examinations):
            listed = join([names("examination", each) for each in examinations])
            return Text(ja=f"{listed.ja}に合格", en=f"passed: {listed.en}")
        case Rated():
            return _rated(node, names)
        case Confirmed():
            return _confirmed(node)
        case AllOf(of=of):
            return join([phrase(each, names) for each in of], **_AND)
        case AnyOf(of=of):
            return join([phrase(each, names) for each in of], **_OR)
        case _:
            return _trait(node, names)


def _trait(trait: Trait, names: Names) -> Text:
    match trait:
        case Conditions(at_least=least, of=listed, must_include=mandatory):
            words = _listed("condition", listed, names)
            must = _listed("condition", mandatory, names)
            return Text(
                ja=f"次の条件のうち{least}つ以上: {words.ja}" + (f"(「{must.ja}」は必須)" if mandatory else ""),
                en=f"at least {least} of: {words.en}" + (f" (“{must.en}” is required)" if mandatory else ""),
            )
        case Amount():
            return _amount(trait, names)
        case Customers(reach=reach):
            least_reach = inside(names("customers-reach", reach.least))
            return Text(ja=f"担当ユーザが「{least_reach.ja}」以上", en=f"users served: “{least_reach.en}” or wider")
        case Recognised():
            return Text(ja="評価者が相当と認めたもの", en="recognised as equivalent by an assessor")
        case Market():
            asked = market_asked(trait, names)
            many = "at least " if trait.count > 1 else ""
            return Text(ja=f"担当市場が{asked.ja}", en=f"answers for {many}{asked.en}")
        case Unprinted(cell=cell):
            return Text(ja=f"{cell}(手元の資料にない)", en=f"{cell} (missing from the source)")
        case Unspecified():
            return Text(ja="特に条件なし", en="nothing in particular")
        case Every(of=traits):
            return join([_bracketed(each, names) for each in traits], **_AND)
        case Either(of=traits):
            return join([_bracketed(each, names) for each in traits], **_OR)
        case Reaches(level=number):
            level = say_level(number, names)
            return Text(ja=f"{level.ja}以上の複雑性とサイズ", en=f"the complexity and size of {level.en} or above")
        case _:
            assert_never(trait)


def say_level(level: int, names: Names) -> Text:
    """Return what a level is called inside a sentence: the standard's own name, or its number."""
    return inside(names("level", str(level)))


def _bracketed(trait: Trait, names: Names) -> Text:
    said = _trait(trait, names)
    if isinstance(trait, Every | Either) and len(trait.of) > 1:
        return Text(ja=f"({said.ja})", en=f"({said.en})")
    return said


def _plural(word: str, number: int) -> str:
    return word if number == 1 else f"{word}s"


def _listed(kind: str, words: Iterable[str], names: Names) -> Text:
    return series([inside(names(kind, word)) for word in words])


def _confirmed(node: Confirmed) -> Text:
    if node.part is None:
        return Text(ja="評価者による状況の確認", en="the circumstances confirmed by an assessor")
    return Text(
        ja=f"{node.path}の印刷された言葉を評価者が読んで確認(読み取りでは理解できなかった)",
        en=f"{node.path} read and confirmed by an assessor (its printed words were not understood when it was read in)",
    )


def say_activities(clause: Clause, names: Names) -> Text:
    """Return which activities a clause asks for: all of a list, any of it, or any at all."""
    if clause.activities is None:
        return Text(ja="活動は問わない", en="any activity")
    activities = _listed("activity", clause.activities, names)
    how = ("すべて", "all of") if clause.needs_all_activities else ("いずれか", "any of")
    return Text(ja=f"活動は次の{how[0]}: {activities.ja}", en=f"activities, {how[1]}: {activities.en}")


def _service(asked: Text, clause: Clause, names: Names) -> Text:
    activities = say_activities(clause, names)
    outcome = inside(names("outcome", clause.outcome.least))
    role = inside(names("role", clause.role.least)) if clause.role else None
    window = clause.within_years
    return Text(
        ja=asked.ja
        + (f"。役割は{role.ja}以上" if role else "")
        + f"。成果は{outcome.ja}以上。{activities.ja}"
        + (f"。直近{window}年" if window else ""),
        en=asked.en
        + (f"; role: {role.en} or above" if role else "")
        + f"; outcome: {outcome.en} or better; {activities.en}"
        + (f"; within the last {window} years" if window else ""),
    )


def _times(slots: tuple[Slot, ...], names: Names) -> Text:
    levels = [(level, len(list(group))) for level, group in groupby(slot.level for slot in slots)]
    groups = [(say_level(level, names), count) for level, count in levels]
    ja = "、".join(f"{level.ja}以上で{count}回" for level, count in groups)
    en = ", ".join(f"{count} at {level.en} or above" for level, count in groups)
    count = len(slots)
    return Text(ja=f"{count}回以上({ja})", en=f"{count} {_plural('time', count)} or more ({en})")


def _areas(node: Areas, names: Names) -> Text:
    areas, degree = _listed("area", node.of, names), inside(names("degree", node.degree.least))
    reach = inside(names("reach", node.reach.least)) if node.reach else None
    return Text(
        ja=f"次のうち{node.at_least}領域以上で「{degree.ja}」以上"
        + (f"、貢献の範囲は「{reach.ja}」以上" if reach else "")
        + f": {areas.ja}",
        en=f"at least {node.at_least} {_plural('area', node.at_least)} at the degree “{degree.en}” or above"
        + (f" with the reach “{reach.en}” or wider" if reach else "")
        + f": {areas.en}",
    )


def _rated(node: Rated, names: Names) -> Text:
    items, level = _listed("skill-item", node.of, names), say_level(node.level, names)
    least, raters = node.at_least, rated_by(node)
    return Text(
        ja=f"次のスキル項目のうち{least}項目以上が{raters.ja}の評価で{level.ja}以上: {items.ja}",
        en=f"at least {least} {_plural('skill item', least)} rated {level.en} or above {raters.en}: {items.en}",
    )


_RATERS = {
    "self": Text(ja="本人", en="the person"),
    "superior": Text(ja="上司", en="a superior"),
    "assessor": Text(ja="評価者", en="an assessor"),
}


def rated_by(node: Rated) -> Text:
    """Return whose rating decides, the weightiest first.

    >>> rated_by(Rated(at_least=1, of=("a",), level=2, by=("assessor", "superior"))).en
    'by an assessor, or else by a superior'
    """
    raters = [_RATERS[each] for each in node.by]
    return Text(
        ja="、なければ".join(each.ja for each in raters), en=", or else ".join(f"by {each.en}" for each in raters)
    )


def _amount(trait: Amount, names: Names) -> Text:
    name = names("measure", trait.measure)
    bounds = []
    if trait.at_least is not None:
        least = quantity(trait.measure, trait.at_least, names)
        bounds.append(Text(ja=f"{least.ja}以上", en=f"{least.en} or more"))
    if trait.at_most is not None:
        most = quantity(trait.measure, trait.at_most, names)
        bounds.append(Text(ja=f"{most.ja}以下", en=f"at most {most.en}"))
    if trait.below is not None:
        below = quantity(trait.measure, trait.below, names)
        bounds.append(Text(ja=f"{below.ja}未満", en=f"below {below.en}"))
    joined = join(bounds)
    return Text(ja=f"{name.ja}が{joined.ja}", en=f"{inside(name).en}: {joined.en}")


def quantity(measure: str, number: int, names: Names) -> Text:
    """Return a number with its unit; yen are said in 億 and 万, or in millions.

    >>> quantity("annual_contract_value_yen", 120_000_000, lambda kind, word: Text(ja=word, en=word))
    Text(ja='1億2,000万円', en='JPY 120 million')
    """
    if measure.endswith("_yen"):
        return Text(ja=_yen_ja(number), en=_yen_en(number))
    unit = names("unit", measure)
    counted = unit.en.removesuffix("s") if number == 1 else unit.en
    return Text(ja=f"{number:,}{unit.ja}", en=f"{number:,} {counted}")


def _yen_ja(number: int) -> str:
    hundred_millions, rest = divmod(number, 100_000_000)
    ten_thousands, ones = divmod(rest, 10_000)
    parts = [(hundred_millions, "億"), (ten_thousands, "万"), (ones, "")]
    said = "".join(f"{count:,}{unit}" for count, unit in parts if count)
    return f"{said or '0'}円"


def _yen_en(number: int) -> str:
    millions, rest = divmod(number, 1_000_000)
    return f"JPY {number:,}" if rest or not millions else f"JPY {millions:,} million"


def market_asked(trait: Market, names: Names) -> Text:
    """Return the market that is asked: how many of what, and how large each has to be."""
    bounds = []
    if trait.employees_at_least is not None:
        bounds.append(Text(ja=f"{trait.employees_at_least:,}人以上", en=f"{trait.employees_at_least:,} or more"))
    if trait.employees_below is not None:
        bounds.append(Text(ja=f"{trait.employees_below:,}人未満", en=f"fewer than {trait.employees_below:,}"))
    asked = so_many(trait.count, names("scope", trait.scope), is_least=True)
    employees = join(bounds) if bounds else None
    is_many = trait.count > 1
    return Text(
        ja=(f"従業員{employees.ja}の" if employees else "") + asked.ja,
        en=asked.en + (f" of {employees.en} employees{' each' if is_many else ''}" if employees else ""),
    )


def so_many(count: int, name: Text, *, is_least: bool = False) -> Text:
    """Return a part of a market with its number; one of something is said without the plural.

    >>> so_many(3, Text(ja="企業", en="Companies")), so_many(1, Text(ja="企業", en="Companies")).en
    (Text(ja='企業3つ', en='3 companies'), '1 company')
    >>> so_many(1, Text(ja="特定業界の全体", en="A whole specific industry")).en
    'a whole specific industry'
    """
    said = inside(name)
    if count > 1:
        least = "以上" if is_least else ""
        ja = f"{name.ja}{count}つ{least}" if count < _COUNTED_WITH_TSU else f"{count}{least}の{name.ja}"
        return Text(ja=ja, en=f"{count} {said.en}")
    is_plural = said.en.endswith("s") and not {"and", "or", "a", "as"}.intersection(said.en.split())
    stem = said.en.removesuffix("s")
    one = f"{stem.removesuffix('ie')}y" if stem.endswith("ie") else stem
    return Text(ja=name.ja, en=f"1 {one}" if is_plural else said.en)
