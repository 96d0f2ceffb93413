"""How is it said in one line what is there, beside what is asked?"""

from __future__ import annotations

from itertools import groupby

from kijun.criteria import (
    AllOf,
    AnyOf,
    Areas,
    Clause,
    Conditions,
    Confirmed,
    Criterion,
    Either,
    Kinds,
    Mentors,
    Once,
    Passed,
    Rated,
    Reaches,
    Recognised,
    Times,
    Trait,
    Years,
)
from kijun.criteria.phrase import Names, phrase, say_level
from kijun.day_words import say_month
from kijun.evidence import Person
from kijun.judgement.explain_rating import say_rated
from kijun.judgement.explain_trait import say_trait
from kijun.judgement.part_names import name_of_place
from kijun.judgement.proof import Proof
from kijun.text import Text, inside, join, same, series
from kijun.verdict import MET, NOT_MET

_NOT_ON_RECORD = Text(ja="記録なし", en="not on record")


def headline(proof: Proof, person: Person, names: Names) -> Text:
    """Return have beside need, in one line."""
    criterion: Criterion | Trait = proof.criterion
    match criterion:
        case Years():
            return _years(proof, criterion, names)
        case Times():
            return _times(proof, criterion, names)
        case Once():
            return _once(proof, criterion, person, names)
        case Areas():
            return _held(proof, criterion, person, names) if proof.verdict is MET else _lacking(proof, criterion, names)
        case Kinds():
            return _kinds(proof, names)
        case Mentors():
            return _mentors(proof, person)
        case Passed(any_of=examinations):
            listed = series([names("examination", each) for each in examinations])
            return Text(ja=f"{listed.ja}: {_passed(proof).ja}", en=f"{listed.en}: {_passed(proof).en}")
        case Rated():
            return say_rated(proof, criterion, names)
        case AllOf() | AnyOf():
            return join([headline(child, person, names) for child in proof.children], ja="。", en="; ")
        case Confirmed():
            return _confirmed(proof) if criterion.part is None else _read(proof, criterion)
        case _:
            return phrase(criterion, names)


def own_trait(criterion: Once) -> Trait:
    """Return the cell's own list or bands, without the higher cells that would do as well."""
    trait = criterion.trait
    if isinstance(trait, Either) and isinstance(trait.of[-1], Reaches):
        return trait.of[0]
    return trait


def bands(own: Trait) -> tuple[Trait, ...]:
    """Return the sizes of which one is asked; "or equivalent" belongs to the size that it is printed with."""
    if isinstance(own, Either) and not any(isinstance(each, Recognised) for each in own.of):
        return own.of
    return (own,)


def _years(proof: Proof, criterion: Years, names: Names) -> Text:
    role = _as_role(criterion.clause, names)
    level = say_level(criterion.level, names)
    days_ja = f"{proof.days}日" if proof.days else ""
    days_en = f" {_plural(proof.days, 'day')}" if proof.days else ""
    return Text(
        ja=f"{level.ja}以上の案件で{role.ja}{proof.have}年{days_ja}。求められるのは{proof.need}年",
        en=f"{_plural(proof.have, 'year')}{days_en} on work of {level.en} or above"
        + (f", {role.en}" if role.en else "")
        + f"; {_plural(proof.need, 'year')} asked",
    )


def _plural(count: int | None, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def _levels(levels: tuple[int, ...], names: Names) -> Text:
    groups = [(say_level(level, names), len(list(group))) for level, group in groupby(levels)]
    return Text(
        ja="、".join(f"{level.ja}以上{count}回" for level, count in groups),
        en=", ".join(f"{count} at {level.en} or above" for level, count in groups),
    )


def _as_role(clause: Clause, names: Names) -> Text:
    if clause.role is None:
        return same("")
    role = names("role", clause.role.least)
    is_highest = len(clause.role.accepted) == 1
    return Text(
        ja=f"{role.ja}として" if is_highest else f"{role.ja}以上として",
        en=f"as {inside(role).en}" if is_highest else f"as {inside(role).en} or above",
    )


def _times(proof: Proof, criterion: Times, names: Names) -> Text:
    role = _as_role(criterion.slots[0].clause, names)
    asked = _levels(tuple(slot.level for slot in criterion.slots), names)
    open_slots = _levels(proof.open_slots, names)
    return Text(
        ja=f"{role.ja}{proof.have}回。求められるのは{proof.need}回({asked.ja})"
        + (f"。足りないのは{open_slots.ja}" if proof.open_slots else ""),
        en=_plural(proof.have, "time")
        + (f" {role.en}" if role.en else "")
        + f"; {proof.need} asked ({asked.en})"
        + (f"; missing: {open_slots.en}" if proof.open_slots else ""),
    )


def _once(proof: Proof, criterion: Once, person: Person, names: Names) -> Text:
    if proof.verdict is MET:
        found = say_trait(proof.children[0], person, names)
        where = proof.counted[0].evidence
        return Text(ja=f"{where}: {found.ja}", en=f"{where}: {found.en}")
    own = own_trait(criterion)
    if isinstance(own, Conditions):
        return _conditions(proof, own, names)
    sizes = bands(own)
    only = phrase(own, names) if len(sizes) == 1 else None
    asked = Text(ja=f": {only.ja}", en=f": {only.en}") if only else same("")
    size = "one of the sizes asked" if len(sizes) > 1 else "the size asked"
    if proof.verdict is NOT_MET:
        return Text(ja=f"求められるサイズの案件なし{asked.ja}", en=f"no engagement has {size}{asked.en}")
    return Text(ja=f"求められるサイズの案件の記録なし{asked.ja}", en=f"no engagement on record shows {size}{asked.en}")


def _conditions(proof: Proof, own: Conditions, names: Names) -> Text:
    listed = series([inside(names("condition", each)) for each in own.of])
    must = series([inside(names("condition", each)) for each in own.must_include])
    is_open = proof.verdict is not NOT_MET
    return Text(
        ja=f"次の{len(own.of)}つの条件のうち{own.at_least}つに当てはまる案件{'の記録' if is_open else ''}なし: {listed.ja}"
        + (f"(必須: {must.ja})" if own.must_include else ""),
        en=f"no engagement {'on record shows' if is_open else 'has'} {own.at_least} of these {len(own.of)} conditions: "
        + listed.en
        + (f" (required: {must.en})" if own.must_include else ""),
    )


def _held(proof: Proof, criterion: Areas, person: Person, names: Names) -> Text:
    """Return the areas that counted; another entry of the same area that goes less far is left out."""
    reaches = criterion.reach.accepted if criterion.reach else None
    held = []
    for item in person.expertise:
        is_far_enough = item.degree in criterion.degree.accepted and (reaches is None or item.reach in reaches)
        if item.area in proof.which and is_far_enough:
            area, degree = names("area", item.area), names("degree", item.degree or "")
            reach = names("reach", item.reach) if item.reach and item.reach != "none" else None
            held.append(
                Text(
                    ja=f"{area.ja}({degree.ja}{'、' + reach.ja if reach else ''})",
                    en=f"{area.en}: {inside(degree).en}{', ' + inside(reach).en if reach else ''}",
                )
            )
    return series(held)


def _lacking(proof: Proof, criterion: Areas, names: Names) -> Text:
    degree = names("degree", criterion.degree.least)
    reach = names("reach", criterion.reach.least) if criterion.reach else None
    steps = Text(
        ja=f"「{degree.ja}」" + (f"と「{reach.ja}」" if reach else "") + "以上",
        en=f"“{inside(degree).en}”" + (f" and “{inside(reach).en}”" if reach else "") + " or above",
    )
    missing = series([inside(names("area", each)) for each in proof.missing])
    count = len(criterion.of)
    is_open = proof.verdict is not NOT_MET
    if not proof.which:
        is_one = count == 1
        areas = Text(
            ja="求められる領域" if is_one else f"{count}領域のどれ",
            en="the area asked is not" if is_one else f"none of the {count} areas is",
        )
        if is_open:
            return Text(
                ja=f"{areas.ja}{'に' if is_one else 'にも'}{steps.ja}の記録なし: {missing.ja}",
                en=f"{areas.en} on record at {steps.en}: {missing.en}",
            )
        return Text(
            ja=f"{areas.ja}{'は' if is_one else 'も'}{steps.ja}ではない: {missing.ja}",
            en=f"{areas.en} held at {steps.en}: {missing.en}",
        )
    held = series([inside(names("area", each)) for each in proof.which])
    need = "すべて" if criterion.at_least == count else f"{criterion.at_least}領域"
    return Text(
        ja=f"{steps.ja}は{count}領域のうち{proof.have}領域({held.ja})。求められるのは{need}。ほかの領域: {missing.ja}",
        en=f"{proof.have} of {count} areas {'is' if proof.have == 1 else 'are'} held at {steps.en} ({held.en}); "
        f"{'all' if criterion.at_least == count else criterion.at_least} asked; the others: {missing.en}",
    )


def _kinds(proof: Proof, names: Names) -> Text:
    kinds = series([inside(names("contribution", each)) for each in proof.which])
    listed = Text(ja=f"({kinds.ja})", en=f" ({kinds.en})") if proof.which else same("")
    return Text(
        ja=f"{proof.have}種類{listed.ja}。求められるのは{proof.need}種類",
        en=f"{_plural(proof.have, 'kind')}{listed.en}; {proof.need} asked",
    )


def _mentors(proof: Proof, person: Person) -> Text:
    if proof.verdict is MET:
        whom = {counted.evidence for counted in proof.counted}
        mentored = sorted((item.since.earliest, item.whom) for item in person.mentoring if item.whom in whom)
        said = [(each, say_month(since)) for since, each in mentored]
        return series([Text(ja=f"{each}: {month.ja}から", en=f"{each} since {month.en}") for each, month in said])
    if proof.verdict is NOT_MET:
        return Text(ja="後進の育成(メンタリング、コーチング)なし", en="nobody mentored or coached")
    return _NOT_ON_RECORD


def _passed(proof: Proof) -> Text:
    if proof.verdict is MET:
        return Text(ja="合格", en="passed")
    return Text(ja="合格していない", en="not passed") if proof.verdict is NOT_MET else _NOT_ON_RECORD


def _confirmed(proof: Proof) -> Text:
    if proof.verdict is MET:
        return Text(ja="状況は評価者が確認", en="circumstances confirmed by an assessor")
    if proof.verdict is NOT_MET:
        return Text(ja="状況は評価者が認めていない", en="circumstances refused by an assessor")
    return Text(ja="評価者による状況の確認: 記録なし", en="an assessor's word on the circumstances: not on record")


def _read(proof: Proof, criterion: Confirmed) -> Text:
    """Return how it stands with a part whose printed words were not understood when they were read in."""
    part = name_of_place(criterion.path) or same(criterion.path)
    if proof.verdict is MET:
        return Text(
            ja=f"{part.ja}の印刷された言葉は評価者が読んで確認", en=f"the printed words of {part.en} read and confirmed"
        )
    if proof.verdict is NOT_MET:
        return Text(
            ja=f"{part.ja}の印刷された言葉は、評価者が読んで認めていない",
            en=f"the printed words of {part.en} read by an assessor, and refused",
        )
    return Text(
        ja=f"{part.ja}の印刷された言葉は読み取りで理解できなかった。評価者が読む必要がある",
        en=f"the printed words of {part.en} were not understood when they were read in; an assessor has to read them",
    )
