"""Is a proof said so that somebody who never saw the program understands it, in both languages?"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kijun.criteria import AllOf, AnyOf, Areas, Confirmed, Criterion, Kinds, Mentors, Passed
from kijun.evidence import Person
from kijun.judgement import judge, judge_cell
from kijun.judgement.explain import Said, explain, headline, not_examined, say_outcome
from kijun.text import Text
from kijun.verdict import MET, NOT_MET
from tests.builders import (
    KINDS,
    ON,
    V3_2011,
    cell,
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
    times,
    years,
)
from tests.people import FACILITY, HARDWARE, facility, facility_six, hardware_five

HALL: dict[str, Any] = {"sizes": {"computer_rooms": 5}}
SLOTS = times((6, rooms(5)), (5, rooms(3)), (5, rooms(3)))
STABLE = "Stable operation of the system: guides others"
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


def part(below: str, name: str, record: Person) -> Said:
    judged = judge_cell(cell(below), record, on=ON)
    return next(said for said in explain(judged, record, names) if said.name == name)


# Headlines: have beside need


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
        ja=f"レベル5以上に当たる案件でリーダ以上として{ja}。求められるのは2年",
        en=f"{en} at level 5 or above as leader or above; 2 years asked",
    )


def test_the_highest_role_is_said_alone_and_no_role_not_at_all() -> None:
    assert head(years(1, role=or_above("responsible")), person()) == Text(
        ja="レベル5以上に当たる案件で責任者として0年。求められるのは1年",
        en="0 years at level 5 or above as person responsible; 1 year asked",
    )
    assert head(years(1, role=None), person()) == Text(
        ja="レベル5以上に当たる案件で0年。求められるのは1年",
        en="0 years at level 5 or above; 1 year asked",
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
            "該当する案件なし。求められるのはコンピュータルームの数が5箇所以上",
            "no engagement has computer rooms: 5 rooms or more",
        ),
        (
            None,
            "記録からは決まらない。求められるのはコンピュータルームの数が5箇所以上",
            "not settled by the record; asked: computer rooms: 5 rooms or more",
        ),
    ],
)
def test_once_is_said_as_found_not_found_or_not_settled(number: int | None, ja: str, en: str) -> None:
    at = engagement(sizes={} if number is None else {"computer_rooms": number})
    assert head(once(rooms(5)), person(at)) == Text(ja=ja, en=en)


def test_what_a_cell_asks_is_said_without_the_higher_cells_that_would_do_as_well() -> None:
    said = part(f"{FACILITY}/5", "complexity", person())
    assert said.headline.en == (
        "no engagement has at least 2 of: facilities of a mission-critical system, around the clock, all year, "
        "many sites and a complex network, complex disaster and crime prevention"
    )
    assert "level" not in part(f"{FACILITY}/5", "size", person()).headline.en


@pytest.mark.parametrize(
    ("held", "ja", "en"),
    [
        (
            (expertise("stable-operation"), expertise("customer-trust", reach="industry"), expertise("facility-works")),
            "システムの安定稼動(他者の指導、社内への貢献)、顧客信頼の獲得(他者の指導、業界への貢献)",
            f"{STABLE}, contributes to the company; Gaining the customer's trust: guides others, contributes to the industry",
        ),
        (
            (expertise("stable-operation", reach="none"),),
            "1領域のうち0領域。求められるのは「後進の指導」と「社内への貢献」以上",
            "0 of 1 area asked: “guides juniors” and “contributes to the company” or above",
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
        ja="2領域のうち1領域。求められるのは「後進の指導」以上", en="1 of 2 areas asked: “guides juniors” or above"
    )


def test_kinds_are_said_with_those_that_were_found() -> None:
    one = (contribution("book"),)
    both = (*one, contribution("paper-inside"))
    assert head(PAPERS, person()) == Text(ja="2種類のうち0種類", en="0 of 2 kinds asked")
    assert head(PAPERS, person(contributions=one)) == Text(ja="2種類のうち1種類: 著書", en="1 of 2 kinds asked: book")
    assert head(PAPERS, person(contributions=both)) == Text(
        ja="2種類: 著書、社内論文。求められるのは2種類", en="2 of 2 kinds asked: book, paper inside the company"
    )
    assert head(replace(PAPERS, at_least=1), person()).en == "0 of 1 kind asked"


def test_mentoring_is_said_with_the_month_in_which_it_began() -> None:
    juniors = (mentoring("ito", "2022-04-01"), mentoring("abe", "2021-04-30"), mentoring("ono", "2030-01-01"))
    assert head(Mentors(), person(mentoring=juniors)) == Text(ja="2021年4月から", en="since 2021-04")
    assert head(Mentors(), person()) == Text(
        ja="後進の育成(メンタリング、コーチング)の記録なし", en="nobody mentored or coached"
    )
    assert head(Mentors(), person(complete=())) == Text(
        ja="記録なし。あるかどうか不明", en="nothing on record; unknown whether there was any"
    )


def test_an_examination_is_said_as_passed_not_passed_or_not_on_record() -> None:
    assert head(EXAM, person(qualifications=(qualification(),))) == Text(
        ja="応用情報技術者試験: 合格", en="Applied IT Engineer Examination: passed"
    )
    assert head(EXAM, person()) == Text(
        ja="応用情報技術者試験: 合格の記録なし", en="Applied IT Engineer Examination: not passed"
    )
    assert head(Passed(any_of=("AP", "FE"), within_years=None), person(complete=())) == Text(
        ja="応用情報技術者試験、FE: 記録なし(ほかに合格があるかは不明)",
        en="Applied IT Engineer Examination, FE: not on record",
    )


@pytest.mark.parametrize(
    ("word", "ja", "en"),
    [("confirmed", "満たす", "met"), ("refused", "満たさない", "not met"), (None, "不明", "unknown")],
)
def test_circumstances_are_said_with_the_assessors_verdict(word: str | None, ja: str, en: str) -> None:
    words = () if word is None else (confirmation("x/5", word),)
    assert head(SEEN, person(confirmations=words)) == Text(
        ja=f"評価者による状況の確認: {ja}", en=f"circumstances confirmed by an assessor: {en}"
    )


def test_criteria_put_together_are_said_one_after_the_other() -> None:
    said = Text(
        ja="後進の育成(メンタリング、コーチング)の記録なし。応用情報技術者試験: 合格の記録なし",
        en="nobody mentored or coached; Applied IT Engineer Examination: not passed",
    )
    assert head(AllOf(of=(Mentors(), EXAM)), person()) == said
    assert head(AnyOf(of=(Mentors(), EXAM)), person()) == said
    mentor = person(mentoring=(mentoring(),))
    assert head(AnyOf(of=(Mentors(), EXAM)), mentor).en == "since 2021-04; Applied IT Engineer Examination: not passed"


def test_the_proof_of_one_engagement_is_headed_by_what_was_asked_of_it() -> None:
    proof = judge(once(rooms(5)), person(engagement(**HALL)), on=ON).children[0]
    assert headline(proof, person(), names).en == "computer rooms: 5 rooms or more"


# The outcome of a cell


@pytest.mark.parametrize(
    ("changes", "ja", "en"),
    [
        ({}, "満たす", "met"),
        ({"mentoring": ()}, "あと1項目", "one part short"),
        ({"mentoring": (), "expertise": ()}, "不足2項目", "2 parts short"),
        ({"mentoring": (), "complete": ("mentoring",), "expertise": ()}, "不足1項目、不明1項目", "1 part short, 1 unknown"),
        (
            {"mentoring": (), "expertise": (), "complete": ("engagements",)},
            "不明(専門性、後進の育成)",
            "unknown (expertise, mentoring)",
        ),
        (
            {"mentoring": (), "expertise": (), "contributions": (), "complete": ("mentoring", "expertise")},
            "不足2項目、不明1項目",
            "2 parts short, 1 unknown",
        ),
    ],
)  # fmt: skip
def test_a_cell_is_met_or_so_many_parts_short_or_unknown(changes: dict[str, object], ja: str, en: str) -> None:
    judged = judge_cell(cell(f"{HARDWARE}/5"), hardware_five(**changes), on=ON)
    assert say_outcome(judged) == Text(ja=ja, en=en)


# Parts and their details


def test_parts_are_said_in_the_order_of_the_standard_with_their_place() -> None:
    record = hardware_five()
    said = explain(judge_cell(cell(f"{HARDWARE}/5"), record, on=ON), record, names)
    assert [(each.name, str(each.citation), each.verdict) for each in said] == [
        ("responsibility", "002:140", MET),
        ("complexity", "002:146", MET),
        ("size", "002:163", MET),
        ("expertise", "002:170", MET),
        ("succession", "002:178", MET),
        ("mentoring", "002:184", MET),
    ]
    assert [each.headline for each in said][2] == Text(
        ja="bank-core: 担当ユーザは「特定業界全体」", en="bank-core: users served: a whole industry"
    )


def test_the_minimum_by_examination_is_said_last_with_its_place() -> None:
    said = explain(judge_cell(cell(f"{HARDWARE}/3"), person(), on=ON), person(), names)
    assert [each.name for each in said] == ["responsibility", "complexity", "expertise", "minimum_by_examination"]
    assert (str(said[-1].citation), said[-1].verdict) == ("002:285", NOT_MET)


def test_the_years_that_counted_are_named_with_their_months() -> None:
    running = engagement("next", start="2022-10", end=None, customers="nationwide")
    record = hardware_five(engagement("bank-core", customers="whole-industry"), running)
    assert part(f"{HARDWARE}/5", "responsibility", record).details[0] == Text(
        ja="bank-core(2020-04から2023-03)、next(2022-10から)",
        en="bank-core (2020-04 to 2023-03), next (2022-10 to now)",
    )


def test_the_times_that_counted_are_named_with_their_slots() -> None:
    record = facility_six(facility("hub"), facility("east"))
    assert part(f"{FACILITY}/6", "responsibility", record).details[0] == Text(
        ja="hub(2020-04から2023-03、レベル6以上の回)、east(2020-04から2023-03、レベル5以上の回)",
        en="hub (2020-04 to 2023-03, for level 6 or above), east (2020-04 to 2023-03, for level 5 or above)",
    )


def test_nothing_is_named_where_nothing_counted() -> None:
    assert part(f"{FACILITY}/6", "responsibility", person()).details == ()
    assert part(f"{HARDWARE}/6", "responsibility", person()).details == ()


def test_the_kinds_that_would_be_enough_are_named() -> None:
    given = (contribution("book"), contribution("community"), contribution("patent"), contribution("paper-inside"))
    assert part(f"{HARDWARE}/6", "succession", hardware_five(contributions=given[:2])).details == (
        Text(
            ja="次のうち2種類あれば足りる: 社外論文、社内論文、社外講師、社内講師、特許出願",
            en="enough would be 2 of: paper outside the company, paper inside the company, lecturer outside the company, "
            "lecturer inside the company, patent application",
        ),
    )
    assert part(f"{HARDWARE}/6", "succession", hardware_five(contributions=given)).details == ()
    (none,) = part(f"{HARDWARE}/5", "succession", person()).details
    assert none.en.startswith("enough would be 3 of: activity in a professional community, book, ")


def test_areas_and_examinations_that_would_be_enough_are_not_counted_as_kinds() -> None:
    assert part(f"{HARDWARE}/5", "expertise", person()).details == ()
    assert part(f"{HARDWARE}/3", "minimum_by_examination", person()).details == ()


def test_near_misses_are_named_but_not_more_than_three() -> None:
    small = [facility(each, sizes={"computer_rooms": 4, "network_sites": 1}) for each in "abcd"]
    details = part(f"{FACILITY}/6", "size", facility_six(*small)).details
    assert [each.en for each in details if each.en.startswith("nearly: ")] == [
        f"nearly: {each} — computer rooms: 4 rooms; 5 rooms or more asked" for each in "abc"
    ]


def test_what_would_settle_an_unknown_is_named_after_the_near_misses() -> None:
    record = facility_six(facility("hub", sizes={"computer_rooms": 4}), complete=())
    details = part(f"{FACILITY}/6", "size", record).details
    assert details[0].en == "nearly: hub — computer rooms: 4 rooms; 5 rooms or more asked"
    assert details[-1] == Text(
        ja="わかれば決まること: hubのコンピュータルームの面積の合計、hubのネットワークの拠点の数、hubのデータセンタの数、"
        "hubのデータセンタの面積の合計、案件の一覧がこれで全部か",
        en="would settle it: total area of the computer rooms of hub; network sites of hub; data centres of hub; "
        "total area of the data centres of hub; whether the list of engagements is complete",
    )


def test_a_part_that_hangs_on_a_month_says_so_last() -> None:
    record = hardware_five(engagement("a", start="2020-04", customers="whole-industry"))
    assert part(f"{HARDWARE}/5", "responsibility", record).details[-1] == Text(
        ja="日が書かれていない月によって結果が変わりうる。日を記録すると確かになる",
        en="this hangs on a month without a day: record the day to be sure",
    )
    assert part(f"{HARDWARE}/5", "mentoring", record).details == ()


def test_the_details_of_criteria_put_together_are_those_of_each() -> None:
    asked = cell(f"{HARDWARE}/5", {"circumstances.examined": "confirmed"})
    record = hardware_five()
    said = explain(judge_cell(asked, record, on=ON), record, names)[0]
    assert said.headline.en.endswith("; circumstances confirmed by an assessor: unknown")
    assert said.details == (
        Text(ja="bank-core(2020-04から2023-03)", en="bank-core (2020-04 to 2023-03)"),
        Text(
            ja="わかれば決まること: 評価者による状況の確認",
            en="would settle it: an assessor's word on the circumstances",
        ),
    )


def test_the_details_inside_criteria_put_together_use_the_names_of_the_standard() -> None:
    indicator = cell(f"{HARDWARE}/5")
    both = replace(indicator.parts["succession"], criterion=AllOf(of=(PAPERS, Mentors())))
    asked = replace(indicator, parts={**indicator.parts, "succession": both})
    said = next(
        each for each in explain(judge_cell(asked, person(), on=ON), person(), names) if each.name == "succession"
    )
    assert [each.en for each in said.details] == [
        "enough would be 2 of: book, paper outside the company, paper inside the company"
    ]


def test_the_role_of_the_highest_slot_is_said_where_it_binds_that_one_only() -> None:
    asked = cell(f"{FACILITY}/6", {"slots.role-and-market": "highest"})
    said = explain(judge_cell(asked, person(), on=ON), person(), names)[0]
    assert said.headline.en.startswith("0 times as person responsible; 3 asked")


def test_what_is_not_examined_is_named_by_kind() -> None:
    five = cell(f"{HARDWARE}/5").indicator
    assert not_examined(five, names) == Text(
        ja="IT投資の局面(開発、運用、保守)、リードする相手(チーム全体)、専門性の対象(ハードウェア)、連携先(社内外の各部門)",
        en="phases of IT investment (development, operation and maintenance); whom one leads (the whole team); "
        "expertise in (hardware); works with (departments inside and outside the company)",
    )
    bare = replace(five, responsibility=None, complexity=None, size_clause=None)
    assert not_examined(bare, names) is None
    assert five.path == f"{V3_2011}/{HARDWARE}/5"
