"""Is what somebody filled in, in either language and in the ways of a spreadsheet, the record that was meant?"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kijun.exchange.workbook.incoming import Incoming, read, read_person
from kijun.exchange.workbook.outgoing import write
from tests.exchange.workbook.records import EDITIONS, EXAMPLES, Cells, plain, workbook

TODAY = date(2026, 4, 1)
PERSON: Cells = [["社員番号 *", "氏名 *"], ["E-1", "佐藤 美咲"]]
HEADINGS = ["案件のID", "専門分野", "活動", "役割", "開始日", "終了日", "成果", "複雑性の条件", "条件はこれがすべて"]


def filled(*rows: Any, **more: Cells) -> Incoming:
    return read(workbook({"本人": PERSON, "案件": [HEADINGS, *rows], **more}), EDITIONS)


def engagement(**changes: Any) -> Incoming:
    cells = dict(
        zip(HEADINGS, ["x", "ハードウェア", "障害修理", "責任者", date(2020, 4, 1), None, "succeeded"], strict=False)
    )
    return filled([{**cells, **changes}.get(heading) for heading in HEADINGS])


def first(found: Incoming, key: str) -> Any:
    assert found.record is not None
    assert [problem for problem in found.problems if problem.code != "K405"] == []
    return found.record["engagements"][0].get(key)


@pytest.mark.parametrize("written", ["責任者", "Person responsible", "person　RESPONSIBLE", "responsible", " 責任者 "])
def test_a_word_may_be_its_name_in_either_language_or_its_id(written: str) -> None:
    assert first(engagement(役割=written), "role") == "responsible"


@pytest.mark.parametrize(
    "written",
    [
        "マルチベンダ環境\n24時間365日の連続稼動",
        "マルチベンダ環境、around-the-clock",
        "Several vendors, Around the clock, all year",
        "multi-vendor； ２４時間３６５日の連続稼動",
        "multi-vendor、\r\n、around-the-clock\n",
    ],
)
def test_several_words_stand_on_lines_or_between_commas_even_where_a_name_has_one(written: str) -> None:
    assert first(engagement(複雑性の条件=written), "conditions") == ["multi-vendor", "around-the-clock"]


@pytest.mark.parametrize("written", ["(なし)", "（なし）", "なし", "none", "(None)"])
def test_none_is_not_the_same_as_nothing(written: str) -> None:
    assert first(engagement(複雑性の条件=written), "conditions") == []
    assert first(engagement(複雑性の条件=None), "conditions") is None


@pytest.mark.parametrize(
    ("written", "read_as"),
    [("はい", True), ("YES", True), (True, True), ("いいえ", False), ("No", False), (False, False)],
)
def test_yes_and_no_are_read_in_both_languages_and_as_excel_has_them(written: object, read_as: bool) -> None:
    assert first(engagement(条件はこれがすべて=written), "conditions_complete") is read_as


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        (date(2026, 4, 1), date(2026, 4, 1), date(2026, 4, 1)),
        ("2026-04-01", date(2026, 4, 1), date(2026, 4, 1)),
        ("2026年4月1日", date(2026, 4, 1), date(2026, 4, 1)),
        ("２０２６／４／１", date(2026, 4, 1), date(2026, 4, 1)),
        ("2026-04", date(2026, 4, 1), date(2026, 4, 30)),
        ("令和8年4月", date(2026, 4, 1), date(2026, 4, 30)),
    ],
)
def test_a_day_is_read_in_every_way_that_people_write_one(written: object, start: date, end: date) -> None:
    loaded = read_person(engagement(開始日=written), EDITIONS, today=TODAY)
    assert loaded.person is not None
    assert (loaded.person.engagements[0].start.earliest, loaded.person.engagements[0].start.latest) == (start, end)


def test_a_cell_that_is_wrong_is_told_once_and_the_rest_all_the_same() -> None:
    found = engagement(役割="せきにん者", 開始日="いつか", 成果=None)
    loaded = read_person(found, EDITIONS, today=TODAY)
    assert loaded.person is None
    assert [(str(each.place), each.code) for each in loaded.problems if each.code != "K405"] == [
        ("案件!D2", "K415"),
        ("案件!E2", "K108"),
        ("案件!G2", "K414"),
    ]


def test_every_value_has_the_place_of_its_cell() -> None:
    found = filled(["x", "hardware", "fault-repair\n障害修理", "leader", "2020-04-01", None, "succeeded"])
    assert str(found.places["engagements", 0, "outcome"]) == "案件!G2"
    assert str(found.locate(("engagements", 0, "activities", 1))) == "案件!C2"
    assert str(found.locate(("name",))) == "本人!B2"


def test_a_word_that_a_cell_names_twice_counts_once() -> None:
    assert first(engagement(活動="障害修理、fault-repair\nFault repair"), "activities") == ["fault-repair"]


def test_a_workbook_that_is_wrong_everywhere_is_read_to_an_end() -> None:
    found = filled(*([["x", "w、" * 100, "w;" * 100]] * 3_000))
    assert found.record is None
    assert len(found.problems) == 1_001
    assert "1,000" in found.problems[0].detail.en


def test_what_belongs_to_an_engagement_is_found_by_its_id_even_where_excel_made_it_a_number() -> None:
    market = [["Engagement id", "市場の範囲", "Count"], ["7", "企業", "３"]]
    found = filled([7, "hardware", "fault-repair", "leader", "2020-04-01", None, "succeeded"], Market=market)
    assert first(found, "market") == [{"scope": "companies", "count": "３"}]


def test_rows_and_columns_may_stand_anywhere() -> None:
    rows = [[], ["", "氏名", None, "employee"], [], [None, "A", None, "E-1"]]
    assert read(workbook({"Person": rows}), EDITIONS).record == {"employee": "E-1", "name": "A"}


def test_the_knowledge_of_an_item_is_looked_up_among_its_own() -> None:
    rows = [["Skill item", "Known"], ["テクノロジ (ハードウェア)", "基礎技術、なんとか"]]
    found = read(workbook({"Person": PERSON, "知識項目": rows}), EDITIONS)
    codes = [(problem.code, str(problem.place)) for problem in found.problems if problem.code == "K415"]
    assert codes[-1] == ("K415", "知識項目!B2")


def test_a_rating_of_every_field_is_told_from_that_of_one() -> None:
    rows: list[list[Any]] = [["Skill item", "Level", "Rated by", "Day"]]
    names = ["Technology (Hardware)", "テクノロジ（カスタマサービスの全分野）"]
    rows += [[name, 3, "本人", date(2025, 4, 1)] for name in names]
    found = read(workbook({"Person": PERSON, "Ratings": rows}), EDITIONS)
    assert found.record is not None
    assert [each["item"] for each in found.record["ratings"]] == [
        "customer-service/hardware/technology",
        "customer-service/technology",
    ]


def test_a_workbook_judges_as_its_record_file_does() -> None:
    record = plain(EXAMPLES[0])
    loaded = read_person(read(write(record, EDITIONS, "ja"), EDITIONS), EDITIONS, today=TODAY)
    assert loaded.person is not None
    assert loaded.person.employee == record["employee"]
    assert len(loaded.person.engagements) == len(record["engagements"])


def test_a_sheet_of_ones_own_is_said_not_to_be_read_and_an_empty_one_is_not_mentioned() -> None:
    found = read(workbook({"Person": PERSON, "Sheet1": [], "My notes": [["x"]]}), EDITIONS)
    assert [str(each.place) for each in found.problems if each.code == "K406"] == ["My notes"]
    assert not found.has_errors


def test_an_examination_that_no_standard_names_is_kept() -> None:
    sheet: Cells = [["試験 *", "合格日 *"], ["社内検定", "2025-04-01"]]
    found = read(workbook({"本人": PERSON, "資格": sheet}), EDITIONS)
    assert [problem.code for problem in found.problems] == ["K405"]
    assert found.record is not None
    assert found.record["qualifications"] == [{"examination": "社内検定", "day": "2025-04-01"}]
