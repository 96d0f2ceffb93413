"""How are a near miss and a fact that would settle an unknown said?"""

from __future__ import annotations

from kijun.criteria.phrase import Names, quantity
from kijun.judgement.proof import NearMiss, OpenFact
from kijun.text import Text, inside, same

_LISTS = {
    "engagements": Text(ja="案件", en="engagements"),
    "expertise": Text(ja="専門性", en="expertise"),
    "contributions": Text(ja="技術の継承", en="contributions"),
    "mentoring": Text(ja="後進の育成", en="mentoring"),
    "qualifications": Text(ja="資格", en="qualifications"),
}
_SCALES = {
    "role": ("role", Text(ja="役割", en="the role")),
    "outcome": ("outcome", Text(ja="成果", en="the outcome")),
    "customers": ("customers-reach", Text(ja="担当ユーザ", en="the users served")),
    "degree": ("degree", Text(ja="専門性の程度", en="the degree")),
    "reach": ("reach", Text(ja="貢献の範囲", en="the reach")),
}
_NOT_RECORDED = Text(ja="記録なし", en="not recorded")


def say_miss(miss: NearMiss, names: Names) -> Text:
    """Return which evidence nearly counted, and the one fact that was short."""
    evidence = names("area", miss.evidence) if miss.fact in ("degree", "reach") else same(miss.evidence)
    fact = _short(miss, names)
    return Text(ja=f"惜しい: {evidence.ja} — {fact.ja}", en=f"nearly: {evidence.en} — {fact.en}")


def _short(miss: NearMiss, names: Names) -> Text:
    match miss.fact:
        case "role" | "outcome" | "customers" | "degree" | "reach":
            return _step(miss, names)
        case "activities":
            lacking = names("activity", str(miss.need))
            return Text(ja=f"活動に「{lacking.ja}」がない", en=f"the activity “{inside(lacking).en}” is missing")
        case "window":
            return Text(
                ja=f"{miss.have}に終わり、直近{miss.need}年に入らない",
                en=f"it ended on {miss.have}, before the last {miss.need} years",
            )
        case "conditions":
            return Text(ja=f"条件が{miss.need}項目のうち{miss.have}項目", en=f"{miss.have} of {miss.need} conditions")
        case "mandatory":
            condition = names("condition", str(miss.need))
            return Text(ja=f"必須の「{condition.ja}」がない", en=f"“{inside(condition).en}” is required and missing")
        case "market":
            scope = names("scope", str(miss.need))
            return Text(ja=f"担当市場が「{scope.ja}」に届かない", en=f"the market falls short of: {inside(scope).en}")
        case "equivalence":
            return Text(ja="相当するという認定がない", en="it is not recognised as equivalent")
        case "source":
            return Text(ja=f"{miss.need}が手元の資料にない", en=f"{miss.need} is missing from the source")
        case measure:
            return _number(measure, miss, names)


def _step(miss: NearMiss, names: Names) -> Text:
    kind, name = _SCALES[miss.fact]
    need = names(kind, str(miss.need))
    have_kind = "customers" if miss.fact == "customers" else kind
    have = names(have_kind, str(miss.have)) if miss.have is not None else _NOT_RECORDED
    return Text(
        ja=f"{name.ja}が「{have.ja}」。求められるのは「{need.ja}」以上",
        en=f"{name.en} is “{inside(have).en}”; “{inside(need).en}” or above is asked",
    )


def _number(measure: str, miss: NearMiss, names: Names) -> Text:
    name = names("measure", measure)
    need = quantity(measure, int(miss.need or 0), names)
    have = _NOT_RECORDED if miss.have is None else quantity(measure, int(miss.have), names)
    return Text(
        ja=f"{name.ja}が{have.ja}。求められるのは{need.ja}以上",
        en=f"{inside(name).en}: {have.en}; {need.en} or more asked",
    )


def say_open_fact(fact: OpenFact, names: Names) -> Text:
    """Return a fact that is not on record and would settle an unknown."""
    if fact.fact == "complete":
        name = _LISTS.get(fact.about, same(fact.about))
        return Text(ja=f"{name.ja}の一覧がこれで全部か", en=f"whether the list of {name.en} is complete")
    if fact.fact == "source":
        return Text(ja=f"{fact.about}(手元の資料にない)", en=f"{fact.about} (missing from the source)")
    if fact.fact == "confirmation":
        return Text(ja="評価者による状況の確認", en="an assessor's word on the circumstances")
    what = {
        "conditions": Text(ja="該当する条件(これで全部か)", en="further conditions (or that the list is complete)"),
        "customers": Text(ja="担当ユーザの範囲", en="the users served"),
        "market": Text(ja="担当市場", en="the market answered for"),
        "equivalence": Text(ja="相当するかの判断", en="the decision on the equivalence claimed"),
        "degree": Text(ja="専門性の程度", en="the degree"),
        "reach": Text(ja="貢献の範囲", en="the reach"),
    }.get(fact.fact) or names("measure", fact.about)
    owner = names("area", fact.evidence or "") if fact.fact in ("degree", "reach") else same(fact.evidence or "")
    return Text(ja=f"{owner.ja}の{what.ja}", en=f"{inside(what).en} of {owner.en}")
