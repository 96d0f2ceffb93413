"""How is a proof said to a person?

One headline for each part (what is there beside what is asked), then details: which evidence counted, what would be
enough, what was nearly there, what would settle an unknown. Terminal, Markdown and JSON show the same sentences.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from kijun.citation import Citation
from kijun.criteria import (
    AllOf,
    AnyOf,
    Areas,
    Clause,
    Confirmed,
    Criterion,
    Either,
    Kinds,
    Mentors,
    Once,
    Passed,
    Reaches,
    Times,
    Trait,
    Years,
)
from kijun.criteria.phrase import Names, phrase
from kijun.evidence import Person
from kijun.framework.indicator import PARTS, Indicator
from kijun.judgement.explain_fact import say_miss, say_open_fact
from kijun.judgement.explain_trait import say_trait
from kijun.judgement.proof import CellJudgement, PartJudgement, Proof
from kijun.text import Text, inside, join, same
from kijun.verdict import MET, NOT_MET, Verdict

PART_NAMES = {
    "responsibility": Text(ja="責任性", en="responsibility"),
    "complexity": Text(ja="複雑性", en="complexity"),
    "size": Text(ja="サイズ", en="size"),
    "expertise": Text(ja="専門性", en="expertise"),
    "succession": Text(ja="技術の継承", en="succession"),
    "mentoring": Text(ja="後進の育成", en="mentoring"),
    "minimum_by_examination": Text(ja="試験による最低限", en="minimum by examination"),
}
VERDICT_NAMES = {
    "met": Text(ja="満たす", en="met"),
    "not met": Text(ja="満たさない", en="not met"),
    "unknown": Text(ja="不明", en="unknown"),
    "not defined": Text(ja="定義なし", en="not defined"),
}
_MOST_NEAR = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A part of a judgement in words: headline and details in both languages, and where it is printed."""

    name: str
    verdict: Verdict
    headline: Text
    details: tuple[Text, ...]
    citation: Citation


def say_outcome(judged: CellJudgement) -> Text:
    """Return the verdict of a cell in words: met, one part short, so many parts short, unknown."""
    if judged.verdict is MET:
        return VERDICT_NAMES["met"]
    short = len(judged.short_parts)
    if judged.verdict is NOT_MET:
        open_ones = len(judged.open_parts)
        if judged.is_one_part_short:
            return Text(ja="あと1項目", en="one part short")
        rest = Text(ja=f"、不明{open_ones}項目", en=f", {open_ones} unknown") if open_ones else same("")
        return Text(ja=f"不足{short}項目{rest.ja}", en=f"{short} {'part' if short == 1 else 'parts'} short{rest.en}")
    names = join([PART_NAMES[name] for name in judged.open_parts])
    return Text(ja=f"不明({names.ja})", en=f"unknown ({names.en})")


def explain(judged: CellJudgement, person: Person, names: Names) -> list[Said]:
    """Return every part of a judged cell in words, in the order of the standard."""
    said = [_say(judged.parts[name], judged.cell.indicator, person, names) for name in PARTS if name in judged.parts]
    if judged.minimum_by_examination is not None:
        said.append(_say(judged.minimum_by_examination, judged.cell.indicator, person, names))
    return said


def not_examined(indicator: Indicator, names: Names) -> Text | None:
    """Return the circumstances of a cell that no fact of a record can show, or None where it prints none."""
    groups = []
    for circumstance in indicator.circumstances():
        kind = names("circumstance-kind", circumstance.kind)
        words = join([inside(names("circumstance", each)) for each in circumstance.of])
        groups.append(Text(ja=f"{kind.ja}({words.ja})", en=f"{inside(kind).en} ({words.en})"))
    return join(groups, en="; ") if groups else None


def _say(part: PartJudgement, indicator: Indicator, person: Person, names: Names) -> Said:
    below = "exam" if part.name == "minimum_by_examination" else part.name
    details = [*_details(part.proof, person, names)]
    if part.hangs_on_month:
        details.append(
            Text(
                ja="日が書かれていない月によって結果が変わりうる。日を記録すると確かになる",
                en="this hangs on a month without a day: record the day to be sure",
            )
        )
    return Said(
        name=part.name,
        verdict=part.verdict,
        headline=headline(part.proof, person, names),
        details=tuple(details),
        citation=indicator.cited(below),
    )


def headline(proof: Proof, person: Person, names: Names) -> Text:
    """Return have beside need, in one line."""
    criterion: Criterion | Trait = proof.criterion
    match criterion:
        case Years(clause=clause, level=level):
            role = _as_role(clause, names)
            return Text(
                ja=f"レベル{level}以上に当たる案件で{role.ja}{_length_ja(proof)}。求められるのは{proof.need}年",
                en=f"{_length_en(proof)} at level {level} or above{role.en}; {_years_en(proof.need or 0)} asked",
            )
        case Times():
            return _times(proof, criterion, names)
        case Once():
            return _once(proof, names)
        case Areas():
            return _areas(proof, criterion, person, names)
        case Kinds():
            kinds = join([inside(names("contribution", each)) for each in proof.which])
            listed = Text(ja=f": {kinds.ja}", en=f": {inside(kinds).en}") if proof.which else same("")
            return Text(
                ja=f"{proof.need}種類のうち{proof.have}種類{listed.ja}"
                if proof.verdict is not MET
                else f"{proof.have}種類{listed.ja}。求められるのは{proof.need}種類",
                en=f"{proof.have} of {proof.need} {'kind' if proof.need == 1 else 'kinds'} asked{listed.en}",
            )
        case Mentors():
            return _mentors(proof, person)
        case Passed(any_of=examinations):
            listed = join([names("examination", each) for each in examinations])
            return Text(ja=f"{listed.ja}: {_passed(proof).ja}", en=f"{listed.en}: {_passed(proof).en}")
        case AllOf() | AnyOf():
            return join([headline(child, person, names) for child in proof.children], ja="。", en="; ")
        case Confirmed():
            return Text(
                ja=f"評価者による状況の確認: {VERDICT_NAMES[proof.verdict.value].ja}",
                en=f"circumstances confirmed by an assessor: {VERDICT_NAMES[proof.verdict.value].en}",
            )
        case _:
            return phrase(criterion, names)


def _passed(proof: Proof) -> Text:
    if proof.verdict is MET:
        return Text(ja="合格", en="passed")
    if proof.verdict is NOT_MET:
        return Text(ja="合格の記録なし", en="not passed")
    return Text(ja="記録なし(ほかに合格があるかは不明)", en="not on record")


def _years_en(years: int) -> str:
    return f"{years} {'year' if years == 1 else 'years'}"


def _length_en(proof: Proof) -> str:
    days = f" {proof.days} {'day' if proof.days == 1 else 'days'}" if proof.days else ""
    return f"{_years_en(proof.have or 0)}{days}"


def _length_ja(proof: Proof) -> str:
    return f"{proof.have}年" + (f"{proof.days}日" if proof.days else "")


def _levels(levels: tuple[int, ...]) -> Text:
    groups = [(level, len(list(group))) for level, group in groupby(levels)]
    return Text(
        ja="、".join(f"レベル{level}以上{count}回" for level, count in groups),
        en=", ".join(f"{count} at level {level} or above" for level, count in groups),
    )


def _as_role(clause: Clause, names: Names) -> Text:
    if clause.role is None:
        return same("")
    role = names("role", clause.role.least)
    is_highest = len(clause.role.accepted) == 1
    return Text(
        ja=f"{role.ja}として" if is_highest else f"{role.ja}以上として",
        en=f" as {inside(role).en}" if is_highest else f" as {inside(role).en} or above",
    )


def _times(proof: Proof, criterion: Times, names: Names) -> Text:
    role = _as_role(criterion.slots[0].clause, names)
    asked = _levels(tuple(slot.level for slot in criterion.slots))
    open_slots = _levels(proof.open_slots)
    times = "time" if proof.have == 1 else "times"
    return Text(
        ja=f"{role.ja}{proof.have}回。求められるのは{proof.need}回({asked.ja})"
        + (f"。足りないのは{open_slots.ja}" if proof.open_slots else ""),
        en=f"{proof.have} {times}{role.en}; {proof.need} asked ({asked.en})"
        + (f"; missing: {open_slots.en}" if proof.open_slots else ""),
    )


def _once(proof: Proof, names: Names) -> Text:
    if proof.verdict is MET:
        found = say_trait(proof.children[0], names)
        where = proof.counted[0].evidence
        return Text(ja=f"{where}: {found.ja}", en=f"{where}: {found.en}")
    asked = phrase(_own(proof.criterion), names)
    if proof.verdict is NOT_MET:
        return Text(ja=f"該当する案件なし。求められるのは{asked.ja}", en=f"no engagement has {asked.en}")
    return Text(
        ja=f"記録からは決まらない。求められるのは{asked.ja}", en=f"not settled by the record; asked: {asked.en}"
    )


def _own(criterion: Criterion | Trait) -> Trait:
    """Return the cell's own list or bands, without the higher cells that would do as well."""
    assert isinstance(criterion, Once)
    trait = criterion.trait
    if isinstance(trait, Either) and isinstance(trait.of[-1], Reaches):
        return trait.of[0]
    return trait


def _areas(proof: Proof, criterion: Areas, person: Person, names: Names) -> Text:
    if proof.verdict is MET:
        held = []
        for item in person.expertise:
            if item.area in proof.which:
                area, degree = names("area", item.area), names("degree", item.degree or "")
                reach = names("reach", item.reach) if item.reach and item.reach != "none" else None
                held.append(
                    Text(
                        ja=f"{area.ja}({degree.ja}{'、' + reach.ja if reach else ''})",
                        en=f"{area.en}: {inside(degree).en}{', ' + inside(reach).en if reach else ''}",
                    )
                )
        return join(held, en="; ")
    degree = names("degree", criterion.degree.least)
    reach = names("reach", criterion.reach.least) if criterion.reach else None
    count = criterion.at_least
    return Text(
        ja=f"{count}領域のうち{proof.have}領域。求められるのは「{degree.ja}」"
        + (f"と「{reach.ja}」" if reach else "")
        + "以上",
        en=f"{proof.have} of {count} {'area' if count == 1 else 'areas'} asked: “{inside(degree).en}”"
        + (f" and “{inside(reach).en}”" if reach else "")
        + " or above",
    )


def _mentors(proof: Proof, person: Person) -> Text:
    if proof.verdict is MET:
        whom = {counted.evidence for counted in proof.counted}
        since = min(item.since.earliest for item in person.mentoring if item.whom in whom)
        return Text(ja=f"{since.year}年{since.month}月から", en=f"since {since:%Y-%m}")
    if proof.verdict is NOT_MET:
        return Text(ja="後進の育成(メンタリング、コーチング)の記録なし", en="nobody mentored or coached")
    return Text(ja="記録なし。あるかどうか不明", en="nothing on record; unknown whether there was any")


def _details(proof: Proof, person: Person, names: Names) -> Iterator[Text]:
    criterion = proof.criterion
    if isinstance(criterion, AllOf | AnyOf):
        for child in proof.children:
            yield from _details(child, person, names)
        return
    if isinstance(criterion, Times | Years) and proof.counted:
        yield join([_dated(counted.evidence, counted.slot, person) for counted in proof.counted])
    if isinstance(criterion, Kinds) and proof.verdict is not MET and proof.missing:
        lacking = join([inside(names("contribution", each)) for each in proof.missing])
        count = (proof.need or 0) - (proof.have or 0)
        yield Text(
            ja=f"次のうち{count}種類あれば足りる: {lacking.ja}", en=f"enough would be {count} of: {inside(lacking).en}"
        )
    for miss in proof.near_misses[:_MOST_NEAR]:
        yield say_miss(miss, names)
    if proof.would_settle:
        facts = join([say_open_fact(fact, names) for fact in proof.would_settle], ja="、", en="; ")
        yield Text(ja=f"わかれば決まること: {facts.ja}", en=f"would settle it: {facts.en}")


def _dated(identity: str, slot: int | None, person: Person) -> Text:
    engagement = next(item for item in person.engagements if item.id == identity)
    start = f"{engagement.start.earliest:%Y-%m}"
    end = f"{engagement.end.latest:%Y-%m}" if engagement.end else ""
    level_ja = f"、レベル{slot}以上の回" if slot is not None else ""
    level_en = f", for level {slot} or above" if slot is not None else ""
    return Text(ja=f"{identity}({start}から{end}{level_ja})", en=f"{identity} ({start} to {end or 'now'}{level_en})")
