"""Are a near miss and the fact that would settle an unknown said so that a person knows what to record?"""

from __future__ import annotations

import pytest

from kijun.judgement import NearMiss, OpenFact
from kijun.judgement.explain_fact import say_miss, say_missing_cell, say_open_fact
from kijun.text import Text, same
from tests.builders import names


def miss(fact: str, have: str | int | None, need: str | int | None, evidence: str = "core") -> NearMiss:
    return NearMiss(evidence=evidence, fact=fact, have=have, need=need)


@pytest.mark.parametrize(
    ("near", "ja", "en"),
    [
        (
            miss("role", "leader", "responsible"),
            "役割は「リーダ」、求められるのは「責任者」以上",
            "the role is “leader”; “person responsible” or above asked",
        ),
        (
            miss("outcome", "participated", "succeeded"),
            "成果は「参画」、求められるのは「成功裡の遂行」以上",
            "the outcome is “took part”; “carried out with success” or above asked",
        ),
        (
            miss("customers", "industry-service-teams", "whole-region-or-industry"),
            "担当ユーザは「特定業界を構成するサービスチーム」、求められるのは「広域地域または特定業界の全体」以上",
            "users served: “service teams that make up an industry”; “a whole wide region or industry” or wider asked",
        ),
        (
            miss("customers", None, "specific-user"),
            "担当ユーザの記録なし、求められるのは「特定ユーザ」以上",
            "users served: not on record; “a specific user” or wider asked",
        ),
        (
            miss("activities", None, "fault-repair"),
            "活動に「障害修理」がない",
            "the activity “fault repair” is missing",
        ),
        (
            miss("window", "2021-03-31", 5),
            "2021年3月31日に終わり、直近5年に入らない",
            "it ended on 2021-03-31, before the last 5 years",
        ),
        (miss("conditions", 1, 2), "求められる2つの条件にあと1つ足りない", "1 of 2 conditions"),
        (
            miss("mandatory", None, "multi-vendor"),
            "必須の「マルチベンダ環境」がない",
            "“several vendors” is required and missing",
        ),
        (miss("equivalence", None, None), "相当するという認定がない", "it is not recognised as equivalent"),
        (
            miss("computer_rooms", 4, 5),
            "コンピュータルームの数は4箇所、求められるのは5箇所以上",
            "computer rooms: 4 rooms; 5 rooms or more asked",
        ),
        (
            miss("network_sites", None, 100),
            "ネットワークの拠点の数の記録なし、求められるのは100拠点以上",
            "network sites: not on record; 100 sites or more asked",
        ),
    ],
)  # fmt: skip
def test_a_near_miss_names_the_engagement_and_the_one_fact_that_was_short(near: NearMiss, ja: str, en: str) -> None:
    assert say_miss(near, names) == Text(ja=f"惜しい: core({ja})", en=f"nearly: core — {en}")


@pytest.mark.parametrize(
    ("near", "ja", "en"),
    [
        (
            miss("degree", "uses-basics", "practises-alone", "customer-trust"),
            "専門性の程度は「基本の活用」、求められるのは「独力での実践」以上",
            "the degree is “uses the basics”; “practises alone” or above asked",
        ),
        (
            miss("reach", None, "company", "customer-trust"),
            "貢献の範囲の記録なし、求められるのは「社内への貢献」以上",
            "the reach is not on record; “contributes to the company” or above asked",
        ),
    ],
)
def test_a_near_miss_of_an_area_names_the_area(near: NearMiss, ja: str, en: str) -> None:
    assert say_miss(near, names) == Text(
        ja=f"惜しい: 顧客信頼の獲得({ja})", en=f"nearly: Gaining the customer's trust — {en}"
    )


def test_a_near_miss_of_a_market_names_the_market() -> None:
    assert say_miss(miss("market", 2, "companies"), names, market=same("too few")) == Text(
        ja="惜しい: core(too few)", en="nearly: core — too few"
    )


def test_an_equivalence_that_is_claimed_and_not_decided_is_said() -> None:
    near = miss("customers", None, "specific-user")
    assert say_miss(near, names, is_claimed=True) == Text(
        ja="惜しい: core(担当ユーザの記録なし、求められるのは「特定ユーザ」以上。相当するという申告は判断待ち)",
        en="nearly: core — users served: not on record; “a specific user” or wider asked; "
        "an equivalence is claimed and not decided yet",
    )


def test_an_engagement_keeps_its_own_name_even_where_an_area_has_it_too() -> None:
    assert (
        say_miss(miss("conditions", 1, 2, "customer-trust"), names).en == "nearly: customer-trust — 1 of 2 conditions"
    )
    open_fact = OpenFact(evidence="customer-trust", fact="market", about="market")
    assert say_open_fact(open_fact, names).en == "the market that customer-trust answers for"


@pytest.mark.parametrize(
    ("about", "ja", "en"),
    [
        ("engagements", "案件", "engagements"),
        ("expertise", "専門性", "expertise"),
        ("contributions", "技術の継承", "contributions"),
        ("mentoring", "後進の育成", "mentoring"),
        ("qualifications", "資格", "qualifications"),
        ("ratings", "スキルの評価", "ratings"),
    ],
)
def test_a_list_is_asked_to_be_declared_complete(about: str, ja: str, en: str) -> None:
    assert say_open_fact(OpenFact(evidence=None, fact="complete", about=about), names) == Text(
        ja=f"{ja}の一覧がこれで全部か", en=f"whether the list of {en} is complete"
    )


def test_what_no_engagement_can_settle_names_none() -> None:
    assert say_open_fact(OpenFact(evidence=None, fact="confirmation", about="x/4"), names) == Text(
        ja="評価者による状況の確認", en="an assessor's word on the circumstances"
    )


def test_what_is_missing_from_the_source_is_no_fact_to_record() -> None:
    assert say_missing_cell("x/4", names) == Text(
        ja="ほかの案件がレベル4に届くかどうかは言えない(レベル4のセルが手元の資料にない)",
        en="whether other engagements reach level 4 cannot be said: that cell is missing from the source",
    )


@pytest.mark.parametrize(
    ("fact", "ja", "en"),
    [
        (
            "conditions",
            "coreに当てはまる条件がほかにあるか",
            "further conditions of core, or that its list is complete",
        ),
        ("customers", "coreの担当ユーザの範囲", "the users served by core"),
        ("market", "coreの担当市場", "the market that core answers for"),
        ("equivalence", "coreが相当するかどうかの判断", "the decision on the equivalence claimed for core"),
        ("data_centres", "coreのデータセンタの数", "data centres of core"),
    ],
)
def test_an_open_fact_names_its_engagement(fact: str, ja: str, en: str) -> None:
    assert say_open_fact(OpenFact(evidence="core", fact=fact, about=fact), names) == Text(ja=ja, en=en)


@pytest.mark.parametrize(
    ("fact", "ja", "en"), [("degree", "専門性の程度", "the degree"), ("reach", "貢献の範囲", "the reach")]
)
def test_an_open_step_names_its_area(fact: str, ja: str, en: str) -> None:
    assert say_open_fact(OpenFact(evidence="customer-trust", fact=fact, about=fact), names) == Text(
        ja=f"顧客信頼の獲得の{ja}", en=f"{en} of “gaining the customer's trust”"
    )


def test_a_market_is_said_only_where_a_market_fell_short() -> None:
    market = Text(ja="市場", en="the market")
    assert say_miss(miss("market", 2, "companies"), names, market=market) == Text(
        ja="惜しい: core(市場)", en="nearly: core — the market"
    )
    assert say_miss(miss("role", "leader", "responsible"), names, market=market).en.startswith(
        "nearly: core — the role"
    )


def test_a_single_condition_is_said_in_the_singular() -> None:
    assert say_miss(miss("conditions", 0, 1), names) == Text(
        ja="惜しい: core(求められる1つの条件にあと1つ足りない)", en="nearly: core — 0 of 1 condition"
    )
