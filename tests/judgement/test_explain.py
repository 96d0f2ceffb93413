"""Is a judgement said so that somebody who never saw the program understands it, in both languages?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from kijun.criteria import AllOf, Kinds, Mentors
from kijun.evidence import Person
from kijun.judgement import judge_cell
from kijun.judgement.explain import Said, explain, not_examined, say_outcome
from kijun.text import Text
from kijun.verdict import MET, NOT_MET
from tests.builders import (
    KINDS,
    ON,
    V3_2011,
    cell,
    contribution,
    engagement,
    expertise,
    mentoring,
    names,
    person,
    qualification,
)
from tests.people import FACILITY, HARDWARE, facility, facility_six, hardware_five

PAPERS = Kinds(at_least=2, of=KINDS[1:4], subject="technique", within_years=None)


def part(below: str, name: str, record: Person) -> Said:
    judged = judge_cell(cell(below), record, on=ON)
    return next(said for said in explain(judged, record, names) if said.name == name)


@pytest.mark.parametrize(
    ("changes", "ja", "en"),
    [
        ({}, "満たす", "met"),
        ({"mentoring": ()}, "あと1つ", "one part short"),
        ({"mentoring": (), "expertise": ()}, "不足2つ", "2 parts short"),
        ({"mentoring": (), "complete": ("mentoring",), "expertise": ()}, "不足1つ、不明1つ", "1 part short, 1 unknown"),
        (
            {"mentoring": (), "expertise": (), "complete": ("engagements",)},
            "不明(専門性、後進の育成)",
            "unknown (expertise, mentoring)",
        ),
        (
            {"mentoring": (), "expertise": (), "contributions": (), "complete": ("mentoring", "expertise")},
            "不足2つ、不明1つ",
            "2 parts short, 1 unknown",
        ),
    ],
)  # fmt: skip
def test_a_cell_is_met_or_so_many_parts_short_or_unknown(changes: dict[str, object], ja: str, en: str) -> None:
    judged = judge_cell(cell(f"{HARDWARE}/5"), hardware_five(**changes), on=ON)
    assert say_outcome(judged) == Text(ja=ja, en=en)


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
        ja="bank-core: 担当ユーザは「特定業界全体」", en="bank-core: users served: “a whole industry”"
    )


def test_the_minimum_by_examination_is_said_last_with_its_place() -> None:
    said = explain(judge_cell(cell(f"{HARDWARE}/3"), person(), on=ON), person(), names)
    assert [each.name for each in said] == ["responsibility", "complexity", "expertise", "minimum_by_examination"]
    assert (str(said[-1].citation), said[-1].verdict) == ("002:285", NOT_MET)


def test_a_part_that_hangs_on_a_month_says_so_last() -> None:
    record = hardware_five(engagement("a", start="2020-04", customers="whole-industry"))
    assert part(f"{HARDWARE}/5", "responsibility", record).details[-1] == Text(
        ja="aは月までしか記録がなく、日によって結果が変わりうる。日を記録すると確かになる",
        en="this hangs on a month without a day: record the day of a to be sure",
    )
    assert part(f"{HARDWARE}/5", "mentoring", record).details == ()


def test_what_is_not_examined_is_named_by_kind() -> None:
    five = cell(f"{HARDWARE}/5").indicator
    assert not_examined(five, names) == Text(
        ja="IT投資の局面: 開発 / 運用、保守。リードする相手: チーム全体。専門性の対象: ハードウェア。連携先: 社内外の各部門",
        en="phases of IT investment: development, operation and maintenance; whom one leads: the whole team; "
        "expertise in hardware; works with departments inside and outside the company",
    )
    bare = replace(five, responsibility=None, complexity=None, size_clause=None)
    assert not_examined(bare, names) is None
    assert five.path == f"{V3_2011}/{HARDWARE}/5"


def test_the_years_that_counted_are_named_with_their_months() -> None:
    running = engagement("next", start="2022-10", end=None, customers="nationwide")
    record = hardware_five(engagement("bank-core", customers="whole-industry"), running)
    assert part(f"{HARDWARE}/5", "responsibility", record).details[:2] == (
        Text(ja="bank-core(2020年4月から2023年3月)", en="bank-core (2020-04 to 2023-03)"),
        Text(ja="next(2022年10月から現在)", en="next (2022-10 to now)"),
    )


def test_the_times_that_counted_are_named_with_their_slots() -> None:
    record = facility_six(facility("hub"), facility("east"))
    assert part(f"{FACILITY}/6", "responsibility", record).details[:2] == (
        Text(
            ja="east(2020年4月から2023年3月、レベル6の回に数える)",
            en="east (2020-04 to 2023-03; fills the time at level 6)",
        ),
        Text(
            ja="hub(2020年4月から2023年3月、レベル5の回に数える)",
            en="hub (2020-04 to 2023-03; fills the time at level 5)",
        ),
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
    assert details[-2].en == "nearly: hub — computer rooms: 4 rooms; 5 rooms or more asked"
    assert details[-1] == Text(
        ja="わかれば決まること: hubのコンピュータルームの面積の合計 / hubのネットワークの拠点の数 / hubのデータセンタの数 / "
        "hubのデータセンタの面積の合計 / ほか1件",
        en="would settle it: total area of the computer rooms of hub; network sites of hub; data centres of hub; "
        "total area of the data centres of hub; and 1 more",
    )


def test_the_details_of_criteria_put_together_are_those_of_each() -> None:
    asked = cell(f"{HARDWARE}/5", {"circumstances.examined": "confirmed"})
    record = hardware_five()
    said = explain(judge_cell(asked, record, on=ON), record, names)[0]
    assert said.headline.en.endswith("; an assessor's word on the circumstances: not on record")
    assert said.details == (
        Text(ja="bank-core(2020年4月から2023年3月)", en="bank-core (2020-04 to 2023-03)"),
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


def test_only_what_is_in_play_is_named_where_a_part_hangs_on_a_month() -> None:
    note = "this hangs on a month without a day: record the day of {} to be sure"
    running = engagement("b", start="2026-04-01", end=None, customers="nationwide")
    served = hardware_five(engagement("a", start="2020-04", customers="whole-industry"), running)
    assert part(f"{HARDWARE}/5", "responsibility", served).details[-1].en == note.format("a")
    juniors = hardware_five(mentoring=(mentoring("ito", "2026-04"), mentoring("ono", "2026-05")))
    assert part(f"{HARDWARE}/5", "mentoring", juniors).details[-1].en == note.format("ito")
    held = (expertise("service-level-management", since="2026-04"), expertise("customer-trust", since="2020-04"))
    assert part(f"{HARDWARE}/5", "expertise", hardware_five(expertise=held)).details[-1].en == note.format(
        "service level management"
    )
    passed = person(qualifications=(qualification("AP", "2026-04"), qualification("FE", "2026-04")))
    assert part(f"{HARDWARE}/3", "minimum_by_examination", passed).details[-1].en == note.format(
        "Applied IT Engineer Examination"
    )


def test_what_hangs_on_a_month_inside_criteria_put_together_is_named() -> None:
    three = cell(f"{HARDWARE}/3")
    exam = three.examination
    assert exam is not None
    both = replace(exam, criterion=AllOf(of=(exam.criterion,)))
    record = person(qualifications=(qualification("AP", "2026-04"),))
    said = explain(judge_cell(replace(three, examination=both), record, on=ON), record, names)[-1]
    assert said.details[-1].en.endswith("the day of Applied IT Engineer Examination to be sure")


def test_a_circumstance_whose_name_ends_in_a_preposition_goes_on_without_a_colon() -> None:
    said = not_examined(cell(f"{HARDWARE}/3").indicator, names)
    assert said is not None
    assert "under the direction of a superior or a manager" in said.en
