"""Is it said in one line what is there, beside what is asked?"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kijun.criteria import AllOf, AnyOf, Areas, Confirmed, Criterion, Either, Kinds, Mentors, Passed, Recognised
from kijun.evidence import Person
from kijun.judgement import judge
from kijun.judgement.explain_headline import headline
from kijun.text import Text
from tests.builders import (
    KINDS,
    ON,
    WHOLE_REGION,
    cell,
    claim,
    conditions,
    confirmation,
    contribution,
    engagement,
    expertise,
    mentoring,
    names,
    once,
    or_above,
    person,
    qualification,
    rooms,
    sites,
    times,
    years,
)
from tests.people import FACILITY

HALL: dict[str, Any] = {"sizes": {"computer_rooms": 5}}
SLOTS = times((6, rooms(5)), (5, rooms(3)), (5, rooms(3)))
STABLE = "Stable operation of the system: guides others"
NO_AREA = (
    "none of the 2 areas is held at “guides juniors” and “contributes to the company” or above: "
    "gaining the customer's trust, stable operation of the system"
)
EXAM = Passed(any_of=("AP",), within_years=None)
SEEN = Confirmed(cell="x/5", circumstances=())
AREA = Areas(
    at_least=1,
    of=("customer-trust", "stable-operation"),
    degree=or_above("guides-juniors", "guides-others"),
    reach=or_above("company", "industry"),
)
PAPERS = Kinds(at_least=2, of=KINDS[1:4], subject="technique", within_years=None)


def head(criterion: Criterion, record: Person) -> Text:
    return headline(judge(criterion, record, on=ON), record, names)


@pytest.mark.parametrize(
    ("end", "ja", "en"),
    [
        ("2023-03-31", "3年", "3 years"),
        ("2021-04-01", "1年1日", "1 year 1 day"),
        ("2020-04-09", "0年9日", "0 years 9 days"),
    ],
)
def test_years_are_said_with_the_days_beyond_them(end: str, ja: str, en: str) -> None:
    assert head(years(2), person(engagement(end=end))) == Text(
        ja=f"レベル5以上の案件でリーダ以上として{ja}。求められるのは2年",
        en=f"{en} on work of level 5 or above, as leader or above; 2 years asked",
    )


def test_the_highest_role_is_said_alone_and_no_role_not_at_all() -> None:
    assert head(years(1, role=or_above("responsible")), person()) == Text(
        ja="レベル5以上の案件で責任者として0年。求められるのは1年",
        en="0 years on work of level 5 or above, as person responsible; 1 year asked",
    )
    assert head(years(1, role=None), person()) == Text(
        ja="レベル5以上の案件で0年。求められるのは1年",
        en="0 years on work of level 5 or above; 1 year asked",
    )


def test_times_are_said_with_the_slots_that_stay_open() -> None:
    asked, asked_en = "レベル6以上1回、レベル5以上2回", "1 at level 6 or above, 2 at level 5 or above"
    assert head(SLOTS, person()) == Text(
        ja=f"リーダ以上として0回。求められるのは3回({asked})。足りないのは{asked}",
        en=f"0 times as leader or above; 3 asked ({asked_en}); missing: {asked_en}",
    )
    assert head(SLOTS, person(engagement(**HALL))) == Text(
        ja=f"リーダ以上として1回。求められるのは3回({asked})。足りないのはレベル5以上2回",
        en=f"1 time as leader or above; 3 asked ({asked_en}); missing: 2 at level 5 or above",
    )
    whole = person(*(engagement(each, **HALL) for each in "abc"))
    assert head(times((3, rooms(1))), person()).en.startswith("0 times as leader or above; 1 asked (1 at level 3")
    assert head(SLOTS, whole) == Text(
        ja=f"リーダ以上として3回。求められるのは3回({asked})", en=f"3 times as leader or above; 3 asked ({asked_en})"
    )


@pytest.mark.parametrize(
    ("number", "ja", "en"),
    [
        (5, "core: コンピュータルームの数 5箇所", "core: computer rooms: 5 rooms"),
        (
            4,
            "求められるサイズの案件なし: コンピュータルームの数が5箇所以上",
            "no engagement has the size asked: computer rooms: 5 rooms or more",
        ),
        (
            None,
            "求められるサイズの案件の記録なし: コンピュータルームの数が5箇所以上",
            "no engagement on record shows the size asked: computer rooms: 5 rooms or more",
        ),
    ],
)
def test_once_is_said_as_found_not_found_or_not_settled(number: int | None, ja: str, en: str) -> None:
    at = engagement(sizes={} if number is None else {"computer_rooms": number})
    assert head(once(rooms(5)), person(at)) == Text(ja=ja, en=en)


def test_a_list_is_said_with_its_conditions_and_those_that_are_mandatory() -> None:
    asked = once(conditions(1, ("multi-vendor", "nationwide-system"), ("nationwide-system",)))
    assert head(asked, person(engagement())) == Text(
        ja="次の2つの条件のうち1つに当てはまる案件なし: マルチベンダ環境、全国規模のシステム(必須: 全国規模のシステム)",
        en="no engagement has 1 of these 2 conditions: several vendors, nationwide system (required: nationwide system)",
    )
    assert head(once(conditions(1, ("nationwide-system",))), person(complete=())) == Text(
        ja="次の1つの条件のうち1つに当てはまる案件の記録なし: 全国規模のシステム",
        en="no engagement on record shows 1 of these 1 conditions: nationwide system",
    )


def test_of_several_sizes_none_is_said_in_the_headline() -> None:
    asked = once(Either(of=(rooms(5), sites(100))))
    small = engagement(sizes={"computer_rooms": 1, "network_sites": 1})
    assert head(asked, person(small)) == Text(
        ja="求められるサイズの案件なし", en="no engagement has one of the sizes asked"
    )
    assert head(asked, person()).en == "no engagement has one of the sizes asked"
    assert head(asked, person(complete=())) == Text(
        ja="求められるサイズの案件の記録なし", en="no engagement on record shows one of the sizes asked"
    )


def test_a_size_and_its_equivalent_are_one_size() -> None:
    asked = once(Either(of=(WHOLE_REGION, Recognised(as_one_of=frozenset({"x"})))))
    assert head(asked, person()) == Text(
        ja="求められるサイズの案件なし: 担当ユーザが「広域地域または特定業界の全体」以上、または評価者が相当と認めたもの",
        en="no engagement has the size asked: users served: “a whole wide region or industry” or wider, "
        "or recognised as equivalent by an assessor",
    )


def test_what_a_cell_asks_is_said_without_the_higher_cells_that_would_do_as_well() -> None:
    five = cell(f"{FACILITY}/5").parts
    assert head(five["complexity"].criterion, person()).en == (
        "no engagement has 2 of these 4 conditions: facilities of a mission-critical system; around the clock, all year; "
        "many sites and a complex network; complex disaster and crime prevention"
    )
    assert head(five["size"].criterion, person()).en == "no engagement has one of the sizes asked"


@pytest.mark.parametrize(
    ("held", "ja", "en"),
    [
        (
            (expertise("stable-operation"), expertise("customer-trust", reach="industry"), expertise("facility-works")),
            "システムの安定稼動(他者の指導、社内への貢献) / 顧客信頼の獲得(他者の指導、業界への貢献)",
            f"{STABLE}, contributes to the company; Gaining the customer's trust: guides others, contributes to the industry",
        ),
        (
            (expertise("stable-operation", reach="none"),),
            "2領域のどれも「後進の指導」と「社内への貢献」以上ではない: 顧客信頼の獲得、システムの安定稼動",
            NO_AREA,
        ),
    ],
)
def test_areas_are_said_with_degree_and_reach(held: tuple[object, ...], ja: str, en: str) -> None:
    assert head(AREA, person(expertise=held)) == Text(ja=ja, en=en)


def test_areas_are_said_without_a_reach_where_none_is_asked_or_held() -> None:
    asked = replace(AREA, reach=None)
    for reach in ("none", None):
        assert head(asked, person(expertise=(expertise("stable-operation", reach=reach),))) == Text(
            ja="システムの安定稼動(他者の指導)", en=STABLE
        )
    assert head(replace(asked, at_least=2), person(expertise=(expertise("stable-operation"),))) == Text(
        ja="「後進の指導」以上は2領域のうち1領域(システムの安定稼動)。求められるのはすべて。ほかの領域: 顧客信頼の獲得",
        en="1 of 2 areas is held at “guides juniors” or above (stable operation of the system); all asked; "
        "the others: gaining the customer's trust",
    )


def test_areas_of_which_none_is_on_record_are_said_so() -> None:
    assert head(AREA, person(complete=())) == Text(
        ja="2領域のどれにも「後進の指導」と「社内への貢献」以上の記録なし: 顧客信頼の獲得、システムの安定稼動",
        en="none of the 2 areas is on record at “guides juniors” and “contributes to the company” or above: "
        "gaining the customer's trust, stable operation of the system",
    )
    one = replace(AREA, of=("customer-trust",), reach=None)
    assert head(one, person(complete=())) == Text(
        ja="求められる領域に「後進の指導」以上の記録なし: 顧客信頼の獲得",
        en="the area asked is not on record at “guides juniors” or above: gaining the customer's trust",
    )
    assert head(one, person()) == Text(
        ja="求められる領域は「後進の指導」以上ではない: 顧客信頼の獲得",
        en="the area asked is not held at “guides juniors” or above: gaining the customer's trust",
    )


def test_areas_of_which_some_are_held_are_said_with_the_others() -> None:
    three = replace(AREA, at_least=2, of=(*AREA.of, "service-level-management"))
    assert head(three, person(expertise=(expertise("customer-trust"),))) == Text(
        ja="「後進の指導」と「社内への貢献」以上は3領域のうち1領域(顧客信頼の獲得)。求められるのは2領域。"
        "ほかの領域: システムの安定稼動、サービスレベル管理",
        en="1 of 3 areas is held at “guides juniors” and “contributes to the company” or above "
        "(gaining the customer's trust); 2 asked; the others: stable operation of the system, service level management",
    )
    all_of_them = replace(three, at_least=3)
    two = (expertise("customer-trust"), expertise("stable-operation"))
    assert head(all_of_them, person(expertise=two)).en.startswith("2 of 3 areas are held at ")
    assert "; all asked; " in head(all_of_them, person(expertise=two)).en


def test_kinds_are_said_with_those_that_were_found() -> None:
    one = (contribution("book"),)
    both = (*one, contribution("paper-inside"))
    assert head(PAPERS, person()) == Text(ja="0種類。求められるのは2種類", en="0 kinds; 2 asked")
    assert head(PAPERS, person(contributions=one)) == Text(
        ja="1種類(著書)。求められるのは2種類", en="1 kind (book); 2 asked"
    )
    assert head(PAPERS, person(contributions=both)) == Text(
        ja="2種類(著書、社内論文)。求められるのは2種類", en="2 kinds (book, paper inside the company); 2 asked"
    )
    assert head(replace(PAPERS, at_least=1), person()).en == "0 kinds; 1 asked"


def test_mentoring_is_said_with_the_month_in_which_it_began() -> None:
    juniors = (mentoring("ito", "2022-04-01"), mentoring("abe", "2021-04-30"), mentoring("ono", "2030-01-01"))
    assert head(Mentors(), person(mentoring=juniors)) == Text(
        ja="abe: 2021年4月から、ito: 2022年4月から", en="abe since 2021-04, ito since 2022-04"
    )
    assert head(Mentors(), person()) == Text(
        ja="後進の育成(メンタリング、コーチング)なし", en="nobody mentored or coached"
    )
    assert head(Mentors(), person(complete=())) == Text(ja="記録なし", en="not on record")


def test_an_examination_is_said_as_passed_not_passed_or_not_on_record() -> None:
    assert head(EXAM, person(qualifications=(qualification(),))) == Text(
        ja="応用情報技術者試験: 合格", en="Applied IT Engineer Examination: passed"
    )
    assert head(EXAM, person()) == Text(
        ja="応用情報技術者試験: 合格していない", en="Applied IT Engineer Examination: not passed"
    )
    assert head(Passed(any_of=("AP", "XX"), within_years=None), person(complete=())) == Text(
        ja="応用情報技術者試験、XX: 記録なし",
        en="Applied IT Engineer Examination, XX: not on record",
    )


@pytest.mark.parametrize(
    ("word", "ja", "en"),
    [
        ("confirmed", "状況は評価者が確認", "circumstances confirmed by an assessor"),
        ("refused", "状況は評価者が認めていない", "circumstances refused by an assessor"),
        (None, "評価者による状況の確認: 記録なし", "an assessor's word on the circumstances: not on record"),
    ],
)
def test_circumstances_are_said_with_the_assessors_verdict(word: str | None, ja: str, en: str) -> None:
    words = () if word is None else (confirmation("x/5", word),)
    assert head(SEEN, person(confirmations=words)) == Text(ja=ja, en=en)


def test_criteria_put_together_are_said_one_after_the_other() -> None:
    said = Text(
        ja="後進の育成(メンタリング、コーチング)なし。応用情報技術者試験: 合格していない",
        en="nobody mentored or coached; Applied IT Engineer Examination: not passed",
    )
    assert head(AllOf(of=(Mentors(), EXAM)), person()) == said
    assert head(AnyOf(of=(Mentors(), EXAM)), person()) == said
    mentor = person(mentoring=(mentoring(),))
    assert (
        head(AnyOf(of=(Mentors(), EXAM)), mentor).en
        == "suzuki since 2021-04; Applied IT Engineer Examination: not passed"
    )


def test_the_proof_of_one_engagement_is_headed_by_what_was_asked_of_it() -> None:
    proof = judge(once(rooms(5)), person(engagement(**HALL)), on=ON).children[0]
    assert headline(proof, person(), names).en == "computer rooms: 5 rooms or more"


def test_the_role_of_the_highest_slot_is_said_where_it_binds_that_one_only() -> None:
    asked = cell(f"{FACILITY}/6", {"slots.role-and-market": "highest"}).parts["responsibility"].criterion
    assert head(asked, person()).en.startswith("0 times as person responsible; 3 asked")


def test_times_in_any_role_name_none() -> None:
    assert head(times((3, rooms(1)), role=None), person()).en == (
        "0 times; 1 asked (1 at level 3 or above); missing: 1 at level 3 or above"
    )


def test_an_equivalence_that_was_recognised_is_said_with_who_decided() -> None:
    at = engagement(equivalences=(claim("recognised", "x/5/size/1", "2025-04-01"),))
    assert head(once(Recognised(as_one_of=frozenset({"x/5/size/1"}))), person(at)) == Text(
        ja="core: レベル5のサイズに相当するとtanakaが認定(2025年4月1日)",
        en="core: recognised as equivalent to the size of level 5 by tanaka, 2025-04-01",
    )
