"""Does a document fall into the sections that a reader of it sees?"""

from __future__ import annotations

from collections.abc import Iterator

from kijun.documents.printed import Line, Page, Place, Printed
from kijun.documents.recognise.sections import Divided, Section, divide

_CELL = ("【ビジネス貢献】", "●責任性", "回線を監視した。", "●複雑性", "□古い回線")


def _printed(*pages: tuple[str, ...]) -> Printed:
    def read() -> Iterator[Page]:
        line = 0
        for number, texts in enumerate(pages, start=1):
            lines = [Line(text=text, place=Place(line=line + at)) for at, text in enumerate(texts, start=1)]
            line += len(texts)
            yield Page(number=number, lines=tuple(lines))

    return Printed(name="lines.txt", format="text", count=len(pages), pages=read)


def _divide(*pages: tuple[str, ...]) -> list[Section]:
    return list(divide(_printed(*pages), Divided(), lambda _: None))


def _kinds(sections: list[Section]) -> list[str]:
    return [section.kind for section in sections if section.kind != "front"]


def test_each_cell_is_a_section_of_its_own() -> None:
    sections = _divide(
        (
            "職種：回線保守",
            "職種の説明",
            "回線を守る。",
            "回線保守の達成度指標",
            "専門分野 屋外 レベル５",
            *_CELL,
            "専門分野 屋外 レベル４",
            *_CELL,
        )
    )
    assert _kinds(sections) == ["job-description", "indicator", "indicator"]
    assert [section.category for section in sections[1:]] == ["回線保守"] * 3
    headings = [section.first("indicator") for section in sections[2:]]
    assert [heading.level for heading in headings if heading] == [5, 4]


def test_a_cell_without_a_heading_is_not_added_to_the_one_before_it() -> None:
    sections = _divide(("回線保守の達成度指標", "専門分野 屋外 レベル５", *_CELL, *_CELL))
    assert _kinds(sections) == ["indicator", "indicator"]
    assert sections[1].first("indicator") is None


def test_a_cell_whose_heading_names_no_field_keeps_its_level() -> None:
    for before in (
        ("職種：回線保守",),
        ("回線保守の達成度指標", "専門分野 屋外 レベル５", *_CELL),
        ("職種の説明", "回線を守る。"),
    ):
        section = _divide((*before, "レベル４", *_CELL))[-1]
        heading = section.first("level")
        assert (section.kind, heading.level if heading else None) == ("indicator", 4)


def test_a_bullet_alone_begins_the_line_after_it_and_a_dash_alone_may_be_a_name() -> None:
    page = ("専門分野：", "－", "回線保守のスキル熟達度・知識項目", "【知識項目】", "－", "信号", "●", "レベル３")
    assert [line.text for line in _divide(page)[0].lines] == [*page[:4], "－信号", "●", "レベル３"]


def test_a_heading_whose_parts_stand_in_cells_of_their_own_heads_one_cell() -> None:
    sections = _divide(("回線保守の達成度指標", "専門分野", "屋外", "レベル５", *_CELL))
    assert _kinds(sections) == ["indicator"]
    assert sections[0].has("field", "level")


def test_furniture_in_the_middle_of_a_sentence_is_left_out() -> None:
    page = (
        "専門分野 屋外 レベル５",
        "【ビジネス貢献】",
        "●責任性",
        "回線を",
        "ＩＴスキル標準Ｖ３ 2030_20310401",
        "回線の一覧 NW-3 ©2031",
        "監視した。",
    )
    found = Divided()
    [section] = divide(_printed(page), found, lambda _: None)
    assert [line.text for line in section.lines[3:]] == ["回線を", "監視した。"]
    assert list(found.releases) == ["ＩＴスキル標準Ｖ３ 2030_20310401"]


def test_a_page_number_that_is_printed_before_its_page_belongs_to_the_section_after_it() -> None:
    sections = _divide(("専門分野 屋外 レベル５", *_CELL, "NW-7", "専門分野 屋外 レベル４", *_CELL))
    assert [section.label for section in sections] == [None, "NW-7"]


def test_a_page_number_of_a_paged_document_belongs_to_its_page() -> None:
    pages = [("専門分野 屋外 レベル５", *_CELL, "NW-7"), ("専門分野 屋外 レベル４", *_CELL, "NW-8")]
    sections = _divide(*pages)
    assert [section.lines[0].place.label for section in sections] == ["NW-7", "NW-8"]


def test_skill_tables_begin_with_their_title_or_their_field() -> None:
    table = (
        "スキル項目と知識項目",
        "【職種共通スキル項目】",
        "●監視",
        "【知識項目】",
        "－信号",
        "レベル３",
        "監視できる。",
    )
    sections = _divide(
        (
            "専門分野：",
            "屋外",
            "回線保守のスキル熟達度・知識項目",
            *table,
            "専門分野：",
            "構内",
            "回線保守のスキル熟達度・知識項目",
            *table,
        )
    )
    assert _kinds(sections) == ["skill-table", "skill-table"]
    assert all(section.has("field", "common-items", "level") for section in sections)


def test_the_columns_of_an_overview_do_not_end_it() -> None:
    sections = _divide(
        (
            "回線保守のスキル領域",
            "専門分野 スキル項目",
            "職種共通スキル項目",
            "●監視",
            "信号、回線",
            "専門分野：屋外",
            "屋外",
        )
    )
    assert _kinds(sections) == ["skill-area"]
    assert [line.text for line in sections[0].lines][-1] == "信号、回線"


def test_every_page_is_told_of() -> None:
    told: list[int] = []
    list(divide(_printed(("a",), ("b",), ("c",)), Divided(), told.append))
    assert told == [1, 2, 3]


def test_indicators_of_a_second_category_are_its_own_from_their_title_on() -> None:
    sections = _divide(
        (
            *("回線保守の達成度指標", "専門分野 屋外 レベル５", *_CELL),
            *("電源保守の達成度指標", "専門分野 屋内 レベル５", *_CELL),
        )
    )
    assert [section.category for section in sections] == ["回線保守", "電源保守"]
