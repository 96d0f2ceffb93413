"""Is what a criterion asks said as a sentence, in both languages?"""

from __future__ import annotations

from typing import Any

import pytest

from kijun.criteria import (
    AllOf,
    Amount,
    AnyOf,
    Areas,
    Conditions,
    Confirmed,
    Criterion,
    Customers,
    Either,
    Every,
    Kinds,
    Market,
    Mentors,
    OrAbove,
    Passed,
    Rated,
    Reaches,
    Recognised,
    Trait,
    Unprinted,
    Unspecified,
)
from kijun.criteria.phrase import phrase, quantity, so_many
from kijun.text import Text
from tests.builders import clause, conditions, edition, names, once, or_above, rooms, sites, times, years

AREA = Amount(measure="computer_room_area_m2", at_least=2000, below=5000)
DONE = "。役割はリーダ以上。成果は実施以上。活動は次のいずれか: 障害修理、ハードウェア導入"
DONE_EN = (
    "; role: leader or above; outcome: carried out or better; activities, any of: fault repair, hardware installation"
)


def said(node: Criterion | Trait) -> tuple[str, str]:
    text = phrase(node, names)
    return text.ja, text.en


def test_a_list_of_conditions_is_said_with_its_count() -> None:
    assert said(conditions(2, ("multi-vendor", "nationwide-system"))) == (
        "次の条件のうち2つ以上: マルチベンダ環境、全国規模のシステム",
        "at least 2 of: several vendors, nationwide system",
    )


def test_a_mandatory_condition_is_said_to_be_required() -> None:
    asked = Conditions(at_least=1, of=("multi-vendor", "nationwide-system"), must_include=("nationwide-system",))
    assert said(asked) == (
        "次の条件のうち1つ以上: マルチベンダ環境、全国規模のシステム(「全国規模のシステム」は必須)",
        "at least 1 of: several vendors, nationwide system (“nationwide system” is required)",
    )


@pytest.mark.parametrize(
    ("asked", "ja", "en"),
    [
        (rooms(5), "コンピュータルームの数が5箇所以上", "computer rooms: 5 rooms or more"),
        (rooms(1), "コンピュータルームの数が1箇所以上", "computer rooms: 1 room or more"),
        (rooms(at_most=2), "コンピュータルームの数が2箇所以下", "computer rooms: at most 2 rooms"),
        (rooms(3, at_most=4), "コンピュータルームの数が3箇所以上、4箇所以下", "computer rooms: 3 rooms or more, at most 4 rooms"),
        (sites(below=1000), "ネットワークの拠点の数が1,000拠点未満", "network sites: below 1,000 sites"),
    ],
)  # fmt: skip
def test_the_bounds_of_a_number_are_said_with_its_unit(asked: Amount, ja: str, en: str) -> None:
    assert said(asked) == (ja, en)


def test_customers_are_said_with_the_reach_that_is_asked() -> None:
    assert said(Customers(reach=or_above("whole-region-or-industry"))) == (
        "担当ユーザが「広域地域または特定業界の全体」以上",
        "users served: “a whole wide region or industry” or wider",
    )


@pytest.mark.parametrize(
    ("node", "ja", "en"),
    [
        (Recognised(as_one_of=frozenset()), "評価者が相当と認めたもの", "recognised as equivalent by an assessor"),
        (Unprinted(cell="a/4"), "a/4(手元の資料にない)", "a/4 (missing from the source)"),
        (Unspecified(), "特に条件なし", "nothing in particular"),
        (Reaches(level=4, ways=()), "レベル4以上の複雑性とサイズ", "the complexity and size of level 4 or above"),
        (Mentors(), "後進を育成している", "develops juniors (mentoring, coaching)"),
        (Confirmed(cell="a/4", circumstances=("x",)), "評価者による状況の確認", "the circumstances confirmed by an assessor"),
        (Passed(any_of=("AP",), within_years=None), "応用情報技術者試験に合格", "passed: Applied IT Engineer Examination"),
        (Passed(any_of=("AP", "XX"), within_years=None), "応用情報技術者試験、XXに合格", "passed: Applied IT Engineer Examination, XX"),
    ],
)  # fmt: skip
def test_what_has_no_numbers_is_said_in_a_few_words(node: Criterion | Trait, ja: str, en: str) -> None:
    assert said(node) == (ja, en)


def test_all_and_any_are_joined_by_and_and_or() -> None:
    assert said(Every(of=(rooms(3), sites(100)))) == (
        "コンピュータルームの数が3箇所以上、かつネットワークの拠点の数が100拠点以上",
        "computer rooms: 3 rooms or more and network sites: 100 sites or more",
    )
    assert said(Either(of=(rooms(3), sites(100)))) == (
        "コンピュータルームの数が3箇所以上、またはネットワークの拠点の数が100拠点以上",
        "computer rooms: 3 rooms or more, or network sites: 100 sites or more",
    )


def test_alternatives_inside_a_conjunction_stand_in_brackets() -> None:
    assert said(Every(of=(Either(of=(rooms(3), rooms(4))), rooms(5)))) == (
        "(コンピュータルームの数が3箇所以上、またはコンピュータルームの数が4箇所以上)、かつコンピュータルームの数が5箇所以上",
        "(computer rooms: 3 rooms or more, or computer rooms: 4 rooms or more) and computer rooms: 5 rooms or more",
    )
    assert said(Either(of=(Every(of=(rooms(3), rooms(4))), rooms(5))))[1] == (
        "(computer rooms: 3 rooms or more and computer rooms: 4 rooms or more), or computer rooms: 5 rooms or more"
    )


def test_a_single_alternative_needs_no_brackets() -> None:
    assert said(Every(of=(Either(of=(rooms(3),)), rooms(5))))[1] == (
        "computer rooms: 3 rooms or more and computer rooms: 5 rooms or more"
    )


@pytest.mark.parametrize(
    ("count", "ja", "en"), [(1, "1年以上", "1 year or more"), (3, "3年以上", "3 years or more")]
)  # fmt: skip
def test_years_are_said_with_the_level_and_the_clause(count: int, ja: str, en: str) -> None:
    assert said(years(count)) == (
        f"レベル5以上の複雑性とサイズで{ja}{DONE}",
        f"{en} at the complexity and size of level 5 or above{DONE_EN}",
    )


def test_times_are_said_with_their_levels_together() -> None:
    slots = times((6, rooms(5)), (5, rooms(3)), (5, rooms(3)))
    assert said(slots) == (
        f"3回以上(レベル6以上で1回、レベル5以上で2回){DONE}",
        f"3 times or more (1 at level 6 or above, 2 at level 5 or above){DONE_EN}",
    )
    assert said(times((3, rooms(1))))[1] == f"1 time or more (1 at level 3 or above){DONE_EN}"


def test_once_is_said_with_what_the_engagement_must_be_like() -> None:
    assert said(once(rooms(5))) == (
        f"ある一つの案件でコンピュータルームの数が5箇所以上{DONE}",
        f"on one engagement, computer rooms: 5 rooms or more{DONE_EN}",
    )


def test_a_clause_says_that_all_activities_are_asked_and_its_window_and_no_role_where_none_is() -> None:
    text = phrase(
        once(rooms(5), role=None, needs_all_activities=True, within_years=5, outcome=or_above("succeeded")), names
    )
    assert text == Text(
        ja="ある一つの案件でコンピュータルームの数が5箇所以上。成果は成功裡の遂行以上。"
        "活動は次のすべて: 障害修理、ハードウェア導入。直近5年",
        en="on one engagement, computer rooms: 5 rooms or more; outcome: carried out with success or better; "
        "activities, all of: fault repair, hardware installation; within the last 5 years",
    )


def test_areas_are_said_with_degree_and_reach() -> None:
    degree = OrAbove(least="guides-others", accepted=frozenset())
    reach = OrAbove(least="industry", accepted=frozenset())
    asked = Areas(at_least=1, of=("customer-satisfaction", "stable-operation"), degree=degree, reach=reach)
    assert phrase(asked, names) == Text(
        ja="次のうち1領域以上で「他者の指導」以上、貢献の範囲は「業界への貢献」以上: 顧客満足度の向上・獲得、システムの安定稼動",
        en="at least 1 area at the degree “guides others” or above with the reach “contributes to the industry” or wider: "
        "raising or gaining customer satisfaction, stable operation of the system",
    )


def test_areas_are_said_without_a_reach_where_none_is_asked() -> None:
    degree = OrAbove(least="practises-alone", accepted=frozenset())
    assert said(Areas(at_least=1, of=("stable-operation",), degree=degree, reach=None)) == (
        "次のうち1領域以上で「独力での実践」以上: システムの安定稼動",
        "at least 1 area at the degree “practises alone” or above: stable operation of the system",
    )
    two = Areas(at_least=2, of=("stable-operation", "customer-trust"), degree=degree, reach=None)
    assert said(two)[1].startswith("at least 2 areas at the degree “practises alone” or above: ")


def test_kinds_of_contribution_are_said_with_their_count() -> None:
    assert said(Kinds(at_least=2, of=("book", "patent"), subject="technique", within_years=None)) == (
        "次のうち2種類以上: 著書、特許出願",
        "at least 2 kinds of: book, patent application",
    )
    assert (
        said(Kinds(at_least=1, of=("book",), subject="technique", within_years=None))[1] == "at least 1 kind of: book"
    )


def test_criteria_put_together_are_said_in_one_sentence() -> None:
    exam = Passed(any_of=("AP",), within_years=None)
    assert said(AllOf(of=(exam, Mentors()))) == (
        "応用情報技術者試験に合格、かつ後進を育成している",
        "passed: Applied IT Engineer Examination and develops juniors (mentoring, coaching)",
    )
    assert said(AnyOf(of=(exam, Mentors()))) == (
        "応用情報技術者試験に合格、または後進を育成している",
        "passed: Applied IT Engineer Examination, or develops juniors (mentoring, coaching)",
    )


@pytest.mark.parametrize(
    ("least", "below", "ja", "en"),
    [
        (3000, None, "従業員3,000人以上の", " of 3,000 or more employees each"),
        (1000, 3000, "従業員1,000人以上、3,000人未満の", " of 1,000 or more, fewer than 3,000 employees each"),
        (None, 3000, "従業員3,000人未満の", " of fewer than 3,000 employees each"),
        (None, None, "", ""),
    ],
)
def test_a_market_is_said_with_its_count_and_its_employees(
    least: int | None, below: int | None, ja: str, en: str
) -> None:
    words = edition("itss/v3-2008").vocabulary
    asked = Market(
        scope="companies",
        groups=(frozenset({"companies"}),),
        count=3,
        employees_at_least=least,
        employees_below=below,
    )
    assert phrase(asked, words.name) == Text(
        ja=f"担当市場が{ja}企業3つ以上", en=f"answers for at least 3 companies{en}"
    )


@pytest.mark.parametrize(
    ("number", "ja", "en"),
    [
        (0, "0円", "JPY 0"),
        (9_999, "9,999円", "JPY 9,999"),
        (10_000, "1万円", "JPY 10,000"),
        (999_999, "99万9,999円", "JPY 999,999"),
        (1_000_000, "100万円", "JPY 1 million"),
        (1_000_001, "100万1円", "JPY 1,000,001"),
        (100_000_000, "1億円", "JPY 100 million"),
        (120_000_000, "1億2,000万円", "JPY 120 million"),
        (1_234_567_890_000, "12,345億6,789万円", "JPY 1,234,567,890,000"),
        (5_000_000_000, "50億円", "JPY 5,000 million"),
    ],
)
def test_yen_are_said_in_oku_and_man_or_in_millions(number: int, ja: str, en: str) -> None:
    assert quantity("annual_contract_value_yen", number, names) == Text(ja=ja, en=en)


@pytest.mark.parametrize(
    ("number", "ja", "en"), [(0, "0箇所", "0 rooms"), (1, "1箇所", "1 room"), (1234, "1,234箇所", "1,234 rooms")]
)
def test_a_number_is_said_with_its_unit_in_the_singular_for_one(number: int, ja: str, en: str) -> None:
    assert quantity("computer_rooms", number, names) == Text(ja=ja, en=en)


def test_what_is_no_criterion_is_refused() -> None:
    stranger: Any = "a word"
    with pytest.raises(AssertionError):
        phrase(stranger, names)


def test_the_clause_of_the_first_slot_speaks_for_all_of_them() -> None:
    asked = times((6, rooms(5)), (5, rooms(3)))
    relaxed = times((6, rooms(5)), (5, rooms(3)), role=None)
    mixed = type(asked)(slots=(asked.slots[0], relaxed.slots[1]))
    assert said(mixed) == said(asked)
    assert clause(role=None) == relaxed.slots[0].clause


def test_one_of_a_market_is_said_in_the_singular_and_without_a_number_in_japanese() -> None:
    words = edition("itss/v3-2008").vocabulary
    one = Market(
        scope="companies", groups=(frozenset({"companies"}),), count=1, employees_at_least=5000, employees_below=None
    )
    assert phrase(one, words.name) == Text(
        ja="担当市場が従業員5,000人以上の企業", en="answers for 1 company of 5,000 or more employees"
    )
    assert so_many(40, words.name("fact", "companies")) == Text(ja="40の企業", en="40 companies")
    assert so_many(12, words.name("scope", "companies"), is_least=True).ja == "12以上の企業"
    assert so_many(1, words.name("scope", "whole-specific-industry")).en == "a whole specific industry"
    assert so_many(1, Text(ja="事業所", en="Sites")).en == "1 site"


@pytest.mark.parametrize(
    ("at_least", "by", "ja", "en"),
    [
        (2, ("assessor",), "2項目以上が評価者の評価で", "at least 2 skill items rated level 4 or above by an assessor"),
        (
            1,
            ("assessor", "superior", "self"),
            "1項目以上が評価者、なければ上司、なければ本人の評価で",
            "at least 1 skill item rated level 4 or above by an assessor, or else by a superior, or else by the person",
        ),
    ],
)
def test_skill_items_are_said_with_the_level_and_who_rates_them(
    at_least: int, by: tuple[str, ...], ja: str, en: str
) -> None:
    items = ("customer-service/hardware/technology", "customer-service/hardware/leadership")
    assert said(Rated(at_least=at_least, of=items, level=4, by=by)) == (
        f"次のスキル項目のうち{ja}レベル4以上: テクノロジ、リーダーシップ",
        f"{en}: technology, leadership",
    )


def test_a_clause_without_activities_is_said_to_take_any() -> None:
    asked = phrase(once(conditions(), activities=None), names)
    assert asked.ja.endswith("活動は問わない")
    assert asked.en.endswith("; any activity")


def test_a_part_that_was_not_understood_is_said_to_wait_for_an_assessor() -> None:
    asked = phrase(Confirmed(cell="x/5", circumstances=(), part="size"), names)
    assert asked.ja.startswith("x/5/sizeの印刷された言葉を評価者が読んで確認")
    assert asked.en.startswith("x/5/size read and confirmed by an assessor")
