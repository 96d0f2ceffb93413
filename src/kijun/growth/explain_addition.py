"""How is one step of a plan said?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import assert_never

from kijun.criteria import Clause, Conditions, Either, Every, Market, Reaches, Trait, Unprinted, Unspecified
from kijun.criteria.phrase import Names, quantity, say_activities, say_level, so_many
from kijun.day_words import say_day
from kijun.evidence import MarketShare
from kijun.evidence.words import RATERS_IN_SENTENCES
from kijun.growth.addition import (
    Addition,
    AreaReached,
    CircumstancesConfirmed,
    EquivalenceRecognised,
    ExaminationPassed,
    FactRecorded,
    FurtherService,
    KindHandedOn,
    MentoringBegun,
    NewEngagement,
    SkillRated,
)
from kijun.judgement.explain_detail import say_size
from kijun.judgement.part_names import name_of_place
from kijun.text import Text, inside, join, same, series


def say_addition(addition: Addition, names: Names, *, is_bare: bool = False) -> Text:
    """Return a step in one line; bare, only what kind of step it is."""
    match addition:
        case NewEngagement():
            return say_new_engagements(addition, 1, names)
        case FurtherService(engagement=engagement, days=days, until=until):
            day = say_day(until)
            return Text(
                ja=f"{engagement}をあと{days:,}日続ける({day.ja}まで)",
                en=f"go on in {engagement} for {days:,} more {'day' if days == 1 else 'days'}, until {day.en}",
            )
        case FactRecorded():
            return _recorded(addition, names)
        case EquivalenceRecognised():
            return _recognised(addition, names)
        case KindHandedOn():
            return _named("技術を継承する", "hand on a technique", addition, names, is_bare=is_bare)
        case AreaReached():
            return _area(addition, names, is_bare=is_bare)
        case MentoringBegun():
            return Text(ja="後進の育成(メンタリング、コーチング)を始める", en="begin to mentor or coach somebody")
        case ExaminationPassed():
            return _named("試験に合格する", "pass the examination", addition, names, is_bare=is_bare)
        case CircumstancesConfirmed(cell=cell):
            return _confirmed(cell)
        case SkillRated(level=level, by=by):
            rater, at = RATERS_IN_SENTENCES[by], say_level(level, names)
            ja, en = f"{rater.ja}から{at.ja}以上の評価を受ける", f"be rated {at.en} or above by {rater.en}"
            return _named(ja, en, addition, names, is_bare=is_bare)
        case _:
            assert_never(addition)


def _confirmed(path: str) -> Text:
    part = name_of_place(path)
    if part is None:
        return Text(ja="評価者が、そのセルの状況を確認する", en="an assessor confirms the circumstances of the cell")
    return Text(
        ja=f"評価者が、読み取りで理解できなかった{part.ja}の印刷された言葉を読んで確認する",
        en=f"an assessor reads the printed words of {part.en}, which were not understood, and confirms them",
    )


def say_name(addition: Addition, names: Names) -> Text:
    """Return what a step is about, by its name alone."""
    match addition:
        case KindHandedOn(kind=kind):
            return inside(names("contribution", kind))
        case AreaReached(area=area):
            return inside(names("area", area))
        case ExaminationPassed(examination=examination):
            return names("examination", examination)
        case SkillRated(item=item):
            return inside(names("skill-item", item))
        case FactRecorded(fact=fact, value=value):
            return inside(names("condition", str(value))) if fact == "conditions" else _value(fact, value, names)
        case _:
            return say_addition(addition, names)


def say_requirements(addition: NewEngagement, names: Names) -> Iterator[Text]:
    """Yield what a new engagement must be like: in which role and doing what, for which market, how complex, how large."""
    yield _clause(addition.clause, names)
    for trait in addition.traits[:1]:
        for each in _conjuncts(_own(trait)):
            yield _requirement(each, names)


def _conjuncts(trait: Trait) -> Iterator[Trait]:
    if isinstance(trait, Every):
        for each in trait.of:
            yield from _conjuncts(each)
    elif not isinstance(trait, Unspecified):
        yield trait


def _requirement(trait: Trait, names: Names) -> Text:
    alternatives = trait.of if isinstance(trait, Either) else (trait,)
    said = join([say_size(each, names) for each in alternatives], ja=" / ", en="; or ")
    if any(isinstance(each, Conditions) for each in alternatives):
        return Text(ja=f"複雑性: {said.ja}", en=f"complexity: {said.en}")
    if any(isinstance(each, Market) for each in alternatives):
        return Text(ja=f"市場: {said.ja}", en=f"market: {said.en}")
    return Text(ja=f"サイズ: {said.ja}", en=f"size: {said.en}")


def _own(trait: Trait) -> Trait:
    """Return the lists and sizes of the lowest level that would do, without those of higher cells."""
    match trait:
        case Reaches(ways=ways):
            return next((way.trait for way in ways if not isinstance(way.trait, Unprinted)), trait)
        case Either(of=(own, Reaches())):
            return own
        case Every(of=traits):
            return Every(of=tuple(map(_own, traits)))
        case _:
            return trait


def _named(ja: str, en: str, addition: Addition, names: Names, *, is_bare: bool) -> Text:
    if is_bare:
        return Text(ja=ja, en=en)
    name = say_name(addition, names)
    return Text(ja=f"{ja}: {name.ja}", en=f"{en}: {name.en}")


def say_new_engagements(addition: NewEngagement, count: int, names: Names) -> Text:
    """Return so many new engagements of one kind in a line, with how long one must last where that is asked."""
    ja = f"新しい案件{count}つ" if count > 1 else "新しい案件"
    en = f"{count} new engagements" if count > 1 else "a new engagement"
    if addition.level is not None:
        level = say_level(addition.level, names)
        ja = f"{level.ja}以上の複雑性とサイズの{ja}"
        en = f"{en} at the complexity and size of {level.en} or above"
    if not addition.days:
        return Text(ja=ja, en=en)
    first = addition.engagement.start.earliest
    start, end = say_day(first), say_day(first + timedelta(days=addition.days - 1))
    days = f"{addition.days:,}"
    return Text(
        ja=f"{ja}を{days}日務める({start.ja}に始めれば{end.ja}まで)",
        en=f"{en} for {days} {'day' if addition.days == 1 else 'days'} (begun on {start.en}, until {end.en})",
    )


def _clause(clause: Clause, names: Names) -> Text:
    activities = say_activities(clause, names).ja
    doing = "doing any activity"
    if clause.activities is not None:
        listed = series([inside(names("activity", each)) for each in clause.activities])
        doing = f"doing {'all of' if clause.needs_all_activities else 'any of'}: {listed.en}"
    outcome = inside(names("outcome", clause.outcome.least))
    role = inside(names("role", clause.role.least)) if clause.role else None
    as_role = Text(ja=f"役割は「{role.ja}」以上、", en=f"role “{role.en}” or above; ") if role else same("")
    return Text(
        ja=f"{as_role.ja}成果は「{outcome.ja}」以上、{activities}",
        en=f"{as_role.en}outcome “{outcome.en}” or better; {doing}",
    )


def _recorded(addition: FactRecorded, names: Names) -> Text:
    engagement, value = addition.engagement, _value(addition.fact, addition.value, names)
    return Text(
        ja=f"{engagement}の記録に加える(事実なら): {value.ja}",
        en=f"record of {engagement}, if it was so: {value.en}",
    )


def _value(fact: str, value: str | int | tuple[MarketShare, ...], names: Names) -> Text:
    if isinstance(value, tuple):
        listed = join([_share(share, names) for share in value])
        return Text(ja=f"担当市場({listed.ja})", en=f"the market it answered for ({listed.en})")
    if isinstance(value, int):
        name, least = names("measure", fact), quantity(fact, value, names)
        return Text(ja=f"{name.ja}が{least.ja}以上", en=f"{inside(name).en}: {least.en} or more")
    if fact == "customers":
        served = names("customers", value)
        return Text(ja=f"担当ユーザ「{served.ja}」", en=f"users served: “{inside(served).en}”")
    condition = names("condition", value)
    return Text(ja=f"条件「{condition.ja}」", en=f"the condition “{inside(condition).en}”")


def _share(share: MarketShare, names: Names) -> Text:
    said = so_many(share.count, names("fact", share.scope))
    if share.employees is None:
        return said
    heads = f"{share.employees:,}"
    return Text(ja=f"従業員{heads}人以上の{said.ja}", en=f"{said.en} with {heads} employees or more")


def _recognised(addition: EquivalenceRecognised, names: Names) -> Text:
    engagement, to = addition.engagement, _place(addition.to, names)
    if addition.is_claimed:
        return Text(
            ja=f"{engagement}の申告済みの相当を、評価者が認める({to.ja})",
            en=f"an assessor recognises the equivalence claimed for {engagement} ({to.en})",
        )
    return Text(
        ja=f"{engagement}が{to.ja}に相当すると評価者が認める(まだ申告していない)",
        en=f"an assessor recognises {engagement} as equivalent to {to.en} (not claimed yet)",
    )


def _place(path: str, names: Names) -> Text:
    """Return which band or which cell's market something is equal to."""
    cell, size, number = path.rpartition("/size/")
    level = say_level(int((cell or path).rpartition("/")[2]), names)
    if size:
        return Text(ja=f"{level.ja}のサイズの{number}番目", en=f"size {number} of {level.en}")
    return Text(ja=f"{level.ja}の市場", en=f"the market of {level.en}")


def _area(addition: AreaReached, names: Names, *, is_bare: bool) -> Text:
    degree = inside(names("degree", addition.degree))
    reach = inside(names("reach", addition.reach)) if addition.reach else None
    far = Text(
        ja=f"「{degree.ja}」以上" + (f"、貢献の範囲「{reach.ja}」以上" if reach else ""),
        en=f"to the degree “{degree.en}” or above" + (f" with the reach “{reach.en}” or wider" if reach else ""),
    )
    if is_bare:
        return Text(ja=f"専門性を{far.ja}にする", en=f"bring expertise {far.en}")
    name = say_name(addition, names)
    if addition.is_raised:
        return Text(ja=f"{name.ja}を{far.ja}に高める", en=f"raise expertise {far.en}: {name.en}")
    return Text(ja=f"{name.ja}を{far.ja}で身につける", en=f"build expertise {far.en}: {name.en}")
