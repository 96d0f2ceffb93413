"""How are a near miss and a fact that would settle an unknown said?"""

from __future__ import annotations

from datetime import date

from kijun.criteria.phrase import Names, quantity, say_level
from kijun.day_words import say_day
from kijun.evidence.words import LIST_NAMES
from kijun.judgement.explain_rating import say_low_rating
from kijun.judgement.part_names import name_of_place
from kijun.judgement.proof import NearMiss, OpenFact
from kijun.text import Text, inside, same

_SCALES = {
    "role": ("role", Text(ja="役割", en="the role")),
    "outcome": ("outcome", Text(ja="成果", en="the outcome")),
    "degree": ("degree", Text(ja="専門性の程度", en="the degree")),
    "reach": ("reach", Text(ja="貢献の範囲", en="the reach")),
}


_KINDS = {"degree": "area", "reach": "area", "rating": "skill-item"}


def say_miss(miss: NearMiss, names: Names, *, market: Text | None = None, is_claimed: bool = False) -> Text:
    """Return which evidence nearly counted, and the one fact that was short.

    `market` says what a market falls short of. `is_claimed`: it is claimed to be equivalent, and nobody decided yet.
    """
    kind = _KINDS.get(miss.fact)
    evidence = names(kind, miss.evidence) if kind else same(miss.evidence)
    fact = market if miss.fact == "market" and market is not None else _short(miss, names)
    claimed = Text(ja="", en="")
    if is_claimed:
        claimed = Text(ja="。相当するという申告は判断待ち", en="; an equivalence is claimed and not decided yet")
    return Text(ja=f"惜しい: {evidence.ja}({fact.ja}{claimed.ja})", en=f"nearly: {evidence.en} — {fact.en}{claimed.en}")


def _short(miss: NearMiss, names: Names) -> Text:
    match miss.fact:
        case "role" | "outcome" | "degree" | "reach":
            return _step(miss, names)
        case "rating":
            return say_low_rating(miss, names)
        case "customers":
            return _served(miss, names)
        case "activities":
            lacking = names("activity", str(miss.need))
            return Text(ja=f"活動に「{lacking.ja}」がない", en=f"the activity “{inside(lacking).en}” is missing")
        case "window":
            ended = date.fromisoformat(str(miss.have))
            return Text(
                ja=f"{say_day(ended).ja}に終わり、直近{miss.need}年に入らない",
                en=f"it ended on {ended.isoformat()}, before the last {miss.need} years",
            )
        case "conditions":
            conditions = "condition" if miss.need == 1 else "conditions"
            return Text(
                ja=f"求められる{miss.need}つの条件にあと1つ足りない", en=f"{miss.have} of {miss.need} {conditions}"
            )
        case "mandatory":
            condition = names("condition", str(miss.need))
            return Text(ja=f"必須の「{condition.ja}」がない", en=f"“{inside(condition).en}” is required and missing")
        case "equivalence":
            return Text(ja="相当するという認定がない", en="it is not recognised as equivalent")
        case measure:
            return _number(measure, miss, names)


def _step(miss: NearMiss, names: Names) -> Text:
    kind, name = _SCALES[miss.fact]
    need = names(kind, str(miss.need))
    asked = Text(ja=f"、求められるのは「{need.ja}」以上", en=f"; “{inside(need).en}” or above asked")
    if miss.have is None:
        return Text(ja=f"{name.ja}の記録なし{asked.ja}", en=f"{name.en} is not on record{asked.en}")
    have = names(kind, str(miss.have))
    return Text(ja=f"{name.ja}は「{have.ja}」{asked.ja}", en=f"{name.en} is “{inside(have).en}”{asked.en}")


def _served(miss: NearMiss, names: Names) -> Text:
    need = names("customers-reach", str(miss.need))
    asked = Text(ja=f"、求められるのは「{need.ja}」以上", en=f"; “{inside(need).en}” or wider asked")
    if miss.have is None:
        return Text(ja=f"担当ユーザの記録なし{asked.ja}", en=f"users served: not on record{asked.en}")
    have = names("customers", str(miss.have))
    return Text(ja=f"担当ユーザは「{have.ja}」{asked.ja}", en=f"users served: “{inside(have).en}”{asked.en}")


def _number(measure: str, miss: NearMiss, names: Names) -> Text:
    name = names("measure", measure)
    need = quantity(measure, int(miss.need or 0), names)
    asked = Text(ja=f"、求められるのは{need.ja}以上", en=f"; {need.en} or more asked")
    if miss.have is None:
        return Text(ja=f"{name.ja}の記録なし{asked.ja}", en=f"{inside(name).en}: not on record{asked.en}")
    have = quantity(measure, int(miss.have), names)
    return Text(ja=f"{name.ja}は{have.ja}{asked.ja}", en=f"{inside(name).en}: {have.en}{asked.en}")


def say_missing_cell(path: str, names: Names) -> Text:
    """Return what cannot be said because a cell is missing from the source; no fact of a record would settle it."""
    level = say_level(int(path.rpartition("/")[2]), names)
    return Text(
        ja=f"ほかの案件が{level.ja}に届くかどうかは言えない({level.ja}のセルが手元の資料にない)",
        en=f"whether other engagements reach {level.en} cannot be said: that cell is missing from the source",
    )


def say_open_fact(fact: OpenFact, names: Names) -> Text:
    """Return a fact that is not on record and would settle an unknown."""
    owner = names("area", fact.evidence or "") if fact.fact in ("degree", "reach") else same(fact.evidence or "")
    match fact.fact:
        case "complete":
            name = LIST_NAMES[fact.about]
            return Text(ja=f"{name.ja}の一覧がこれで全部か", en=f"whether the list of {name.en} is complete")
        case "rating":
            item = names("skill-item", fact.about)
            return Text(ja=f"「{item.ja}」の評価", en=f"the rating of “{inside(item).en}”")
        case "confirmation":
            part = name_of_place(fact.about)
            if part is not None:
                return Text(ja=f"{part.ja}についての評価者の確認", en=f"an assessor's word on {part.en}")
            return Text(ja="評価者による状況の確認", en="an assessor's word on the circumstances")
        case "conditions":
            return Text(
                ja=f"{owner.ja}に当てはまる条件がほかにあるか",
                en=f"further conditions of {owner.en}, or that its list is complete",
            )
        case "equivalence":
            return Text(
                ja=f"{owner.ja}が相当するかどうかの判断",
                en=f"the decision on the equivalence claimed for {owner.en}",
            )
        case "market":
            return Text(ja=f"{owner.ja}の担当市場", en=f"the market that {owner.en} answers for")
        case "customers":
            return Text(ja=f"{owner.ja}の担当ユーザの範囲", en=f"the users served by {owner.en}")
        case "degree":
            return Text(ja=f"{owner.ja}の専門性の程度", en=f"the degree of “{inside(owner).en}”")
        case "reach":
            return Text(ja=f"{owner.ja}の貢献の範囲", en=f"the reach of “{inside(owner).en}”")
        case measure:
            what = names("measure", measure)
            return Text(ja=f"{owner.ja}の{what.ja}", en=f"{inside(what).en} of {owner.en}")
