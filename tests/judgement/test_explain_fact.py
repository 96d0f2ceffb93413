"""Are a near miss and the fact that would settle an unknown said so that a person knows what to record?"""

from __future__ import annotations

import pytest

from kijun.judgement import NearMiss, OpenFact
from kijun.judgement.explain_fact import say_miss, say_open_fact
from kijun.text import Text
from tests.builders import V3_2008, edition, names


def miss(fact: str, have: str | int | None, need: str | int | None, evidence: str = "core") -> NearMiss:
    return NearMiss(evidence=evidence, fact=fact, have=have, need=need)


@pytest.mark.parametrize(
    ("near", "ja", "en"),
    [
        (
            miss("role", "leader", "responsible"),
            "役割が「リーダ」。求められるのは「責任者」以上",
            "the role is “leader”; “person responsible” or above is asked",
        ),
        (
            miss("outcome", "participated", "succeeded"),
            "成果が「参画」。求められるのは「成功裡の遂行」以上",
            "the outcome is “took part”; “carried out with success” or above is asked",
        ),
        (
            miss("customers", "industry-service-teams", "whole-region-or-industry"),
            "担当ユーザが「特定業界を構成するサービスチーム」。求められるのは「広域地域または特定業界の全体」以上",
            "the users served is “service teams that make up an industry”; “a whole wide region or industry” or above is asked",
        ),
        (
            miss("customers", None, "specific-user"),
            "担当ユーザが「記録なし」。求められるのは「特定ユーザ」以上",
            "the users served is “not recorded”; “a specific user” or above is asked",
        ),
        (
            miss("activities", None, "fault-repair"),
            "活動に「障害修理」がない",
            "the activity “fault repair” is missing",
        ),
        (
            miss("window", "2021-03-31", 5),
            "2021-03-31に終わり、直近5年に入らない",
            "it ended on 2021-03-31, before the last 5 years",
        ),
        (miss("conditions", 1, 2), "条件が2項目のうち1項目", "1 of 2 conditions"),
        (
            miss("mandatory", None, "multi-vendor"),
            "必須の「マルチベンダ環境」がない",
            "“several vendors” is required and missing",
        ),
        (miss("equivalence", None, None), "相当するという認定がない", "it is not recognised as equivalent"),
        (miss("source", None, "x/4"), "x/4が手元の資料にない", "x/4 is missing from the source"),
        (
            miss("computer_rooms", 4, 5),
            "コンピュータルームの数が4箇所。求められるのは5箇所以上",
            "computer rooms: 4 rooms; 5 rooms or more asked",
        ),
        (
            miss("network_sites", None, 100),
            "ネットワークの拠点の数が記録なし。求められるのは100拠点以上",
            "network sites: not recorded; 100 sites or more asked",
        ),
    ],
)  # fmt: skip
def test_a_near_miss_names_the_engagement_and_the_one_fact_that_was_short(near: NearMiss, ja: str, en: str) -> None:
    assert say_miss(near, names) == Text(ja=f"惜しい: core — {ja}", en=f"nearly: core — {en}")


@pytest.mark.parametrize(
    ("near", "ja", "en"),
    [
        (
            miss("degree", "uses-basics", "practises-alone", "customer-trust"),
            "専門性の程度が「基本の活用」。求められるのは「独力での実践」以上",
            "the degree is “uses the basics”; “practises alone” or above is asked",
        ),
        (
            miss("reach", None, "company", "customer-trust"),
            "貢献の範囲が「記録なし」。求められるのは「社内への貢献」以上",
            "the reach is “not recorded”; “contributes to the company” or above is asked",
        ),
    ],
)
def test_a_near_miss_of_an_area_names_the_area(near: NearMiss, ja: str, en: str) -> None:
    assert say_miss(near, names) == Text(
        ja=f"惜しい: 顧客信頼の獲得 — {ja}", en=f"nearly: Gaining the customer's trust — {en}"
    )


def test_a_near_miss_of_a_market_names_the_market() -> None:
    assert say_miss(miss("market", 2, "companies"), edition(V3_2008).vocabulary.name) == Text(
        ja="惜しい: core — 担当市場が「企業」に届かない", en="nearly: core — the market falls short of: companies"
    )


def test_an_engagement_keeps_its_own_name_even_where_an_area_has_it_too() -> None:
    assert (
        say_miss(miss("conditions", 1, 2, "customer-trust"), names).en == "nearly: customer-trust — 1 of 2 conditions"
    )
    open_fact = OpenFact(evidence="customer-trust", fact="market", about="market")
    assert say_open_fact(open_fact, names).en == "the market answered for of customer-trust"


@pytest.mark.parametrize(
    ("about", "ja", "en"),
    [
        ("engagements", "案件", "engagements"),
        ("expertise", "専門性", "expertise"),
        ("contributions", "技術の継承", "contributions"),
        ("mentoring", "後進の育成", "mentoring"),
        ("qualifications", "資格", "qualifications"),
        ("ratings", "ratings", "ratings"),
    ],
)
def test_a_list_is_asked_to_be_declared_complete(about: str, ja: str, en: str) -> None:
    assert say_open_fact(OpenFact(evidence=None, fact="complete", about=about), names) == Text(
        ja=f"{ja}の一覧がこれで全部か", en=f"whether the list of {en} is complete"
    )


@pytest.mark.parametrize(
    ("fact", "ja", "en"),
    [
        ("source", "x/4(手元の資料にない)", "x/4 (missing from the source)"),
        ("confirmation", "評価者による状況の確認", "an assessor's word on the circumstances"),
    ],
)
def test_what_no_engagement_can_settle_names_none(fact: str, ja: str, en: str) -> None:
    assert say_open_fact(OpenFact(evidence=None, fact=fact, about="x/4"), names) == Text(ja=ja, en=en)


@pytest.mark.parametrize(
    ("fact", "ja", "en"),
    [
        ("conditions", "該当する条件(これで全部か)", "further conditions (or that the list is complete)"),
        ("customers", "担当ユーザの範囲", "the users served"),
        ("market", "担当市場", "the market answered for"),
        ("equivalence", "相当するかの判断", "the decision on the equivalence claimed"),
        ("data_centres", "データセンタの数", "data centres"),
    ],
)
def test_an_open_fact_names_its_engagement(fact: str, ja: str, en: str) -> None:
    assert say_open_fact(OpenFact(evidence="core", fact=fact, about=fact), names) == Text(
        ja=f"coreの{ja}", en=f"{en} of core"
    )


@pytest.mark.parametrize(
    ("fact", "ja", "en"), [("degree", "専門性の程度", "the degree"), ("reach", "貢献の範囲", "the reach")]
)
def test_an_open_step_names_its_area(fact: str, ja: str, en: str) -> None:
    assert say_open_fact(OpenFact(evidence="customer-trust", fact=fact, about=fact), names) == Text(
        ja=f"顧客信頼の獲得の{ja}", en=f"{en} of Gaining the customer's trust"
    )
