"""Are items, knowledge items and levels told apart, in whatever order the cells of a table come out?"""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kijun.documents.passage import words_of
from kijun.documents.printed import Line, Page, Place, Printed
from kijun.documents.recognise.sections import Divided, divide
from kijun.documents.recognise.skill_tables import ItemBlock, SkillTable, recognise_skill_table

_HEAD = ("回線守備のスキル熟達度・知識項目", "スキル項目と知識項目", "スキル熟達度")
_TABLE = (
    "【職種共通スキル項目】",
    "●回線の点検",
    "【知識項目】",
    "レベル７",
    "－点検の順序",
    "－測定器、工具の扱い",
    "レベル６",
    "屋外班責任者として、回線の点検を率いることができる",
    "レベル５",
    "屋外班リーダとして、回線の点検を行うことができる",
)


def _table(*texts: str) -> SkillTable:
    lines = tuple(Line(text=text, place=Place(line=number)) for number, text in enumerate(texts, start=1))
    printed = Printed(name="lines.txt", format="text", count=1, pages=lambda: iter([Page(number=1, lines=lines)]))
    (section,) = (each for each in divide(printed, Divided(), lambda _: None) if each.kind == "skill-table")
    return recognise_skill_table(section)


def _told(block: ItemBlock) -> tuple[str | None, list[str], dict[tuple[int, ...], list[str]], list[tuple[int, bool]]]:
    return (
        block.label,
        [words_of(item) for item in block.items],
        {group.items: [words_of(name) for name in group.names] for group in block.knowledge},
        [(level.level, level.words is not None) for level in block.levels],
    )


def test_knowledge_items_stand_between_two_levels_and_a_level_may_be_headed_but_blank() -> None:
    table = _table(*_HEAD, *_TABLE)
    assert table.field is None
    (block,) = table.blocks
    assert _told(block) == (
        "common",
        ["回線の点検"],
        {(0,): ["点検の順序", "測定器、工具の扱い"]},
        [(7, False), (6, True), (5, True)],
    )
    assert [name.place().line for name in block.knowledge[0].names] == [8, 9]
    assert [level.words and level.words.place().line for level in block.levels] == [None, 11, 13]
    assert block.unclear == ()


def test_a_knowledge_item_goes_on_without_a_bullet() -> None:
    (block,) = _table(
        "Specialty Field:",
        "Outdoor Lines",
        "Skill Proficiency/Knowledge Items of Line Keeping",
        "[Specialty Field Specific Skill Item]",
        "●Line Inspection",
        "[Knowledge Items]",
        "Level 4",
        "Able to inspect lines, as a member of the outdoor team.",
        "-Order of Inspection",
        "-Handling of Meters and",
        " Measuring Tools ",
        "-Cross-",
        "checks",
        "Level 3",
    ).blocks
    assert _told(block)[2] == {(0,): ["Order of Inspection", "Handling of Meters and Measuring Tools", "Cross-checks"]}
    assert _told(block)[3] == [(4, True), (3, False)]


def test_the_field_stands_beside_its_heading_or_below_it() -> None:
    for heading in (["Specialty Field: Outdoor Lines"], ["Specialty area:", "Outdoor", "Lines"]):
        table = _table(
            *heading, "Skill Proficiency/Knowledge Items of Line Keeping", "[Skill Items]", "●Line Inspection"
        )
        assert table.field is not None
        assert words_of(table.field) == "Outdoor Lines"


def test_items_that_share_their_levels_have_the_knowledge_items_that_follow_them() -> None:
    (block,) = _table(
        *_HEAD,
        "【スキル項目】",
        "●点検",
        "－順序",
        "●修理",
        "－部品",
        "－工具",
        "【知識項目】",
        "レベル２",
        "点検を行うことができる。",
    ).blocks
    assert _told(block) == ("any", ["点検", "修理"], {(0,): ["順序"], (1,): ["部品", "工具"]}, [(2, True)])


def test_knowledge_items_after_several_items_belong_to_none_of_them_yet() -> None:
    (block,) = _table(
        *_HEAD,
        "【スキル項目】",
        "●点検",
        "●修理",
        "【知識項目】",
        "－順序",
        "－部品",
        "レベル２",
        "点検を行うことができる。",
    ).blocks
    assert _told(block)[2] == {(0, 1): ["順序", "部品"]}


def test_a_second_table_of_a_section_has_its_own_levels() -> None:
    first, second = _table(*_HEAD, *_TABLE, "回線守備のスキル", "熟達度・知識項目", *_TABLE).blocks
    assert _told(first)[3] == _told(second)[3]
    assert _told(second)[1] == ["回線の点検"]
    fifth, sixth = _table(*_HEAD, "●点検", "レベル２", "●修理", "－部品", "レベル２").blocks
    assert _told(fifth) == (None, ["点検"], {}, [(2, False)])
    assert _told(sixth) == (None, ["修理"], {(0,): ["部品"]}, [(2, False)])
    third, fourth = _table(*_HEAD, *_TABLE, "●回線の修理", "レベル７", "－部品", "レベル６").blocks
    assert _told(third) == _told(first)
    assert _told(fourth) == ("common", ["回線の修理"], {(0,): ["部品"]}, [(7, False), (6, False)])


def test_the_title_of_the_next_part_does_not_go_on_with_the_last_level() -> None:
    (block,) = _table(*_HEAD, *_TABLE, "（３）回線守備", "あとがき").blocks
    assert block.levels[-1].words is not None
    assert block.levels[-1].words.text.endswith("ができる")


def test_a_sentence_among_the_knowledge_items_and_a_word_below_a_level_are_unclear() -> None:
    (block,) = _table(
        *_HEAD,
        "【スキル項目】",
        "●点検",
        "－順序を守ることができる",
        "レベル２",
        "順序",
        "レベル１",
        "レベル２",
        "順序を守る",
    ).blocks
    assert [words_of(each) for each in block.unclear] == ["レベル２順序を守る", "順序を守ることができる", "順序"]
    assert block.knowledge == ()


@given(st.integers(min_value=4, max_value=30))
def test_wrapping_anywhere_changes_nothing(width: int) -> None:
    wrapped = [text[at : at + width] for text in _TABLE for at in range(0, len(text), width)]
    whole, cut = _table(*_HEAD, *_TABLE), _table(*_HEAD, *wrapped)
    assert [_told(block) for block in cut.blocks] == [_told(block) for block in whole.blocks]
    assert [level.words and level.words.text for level in cut.blocks[0].levels] == [
        level.words and level.words.text for level in whole.blocks[0].levels
    ]
