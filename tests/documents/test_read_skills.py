"""What do the tables and overviews of a category make together, and what is asked about them?"""

from __future__ import annotations

from collections.abc import Mapping

from kijun.documents.draft import DraftCategory
from kijun.documents.glossary import Entry, Glossary
from kijun.documents.names import Names
from kijun.documents.printed import Line, Page, Place, Printed
from kijun.documents.read_skills import read_skills
from kijun.documents.recognise.overview import recognise_overview
from kijun.documents.recognise.sections import Divided, divide
from kijun.documents.recognise.skill_tables import recognise_skill_table
from kijun.documents.skill_draft import DraftSkills

_GLOSSARY = Glossary(
    {
        "item": [Entry(id="inspection", printed=("点検",), within="")],
        "field": [Entry(id=each, printed=(name,), within="lines") for each, name in (("out", "屋外"), ("in", "屋内"))],
        "title": [Entry(id="outdoor-leader", printed=("屋外班リーダ",), within="")],
        "setting": [Entry(id="village", printed=("村",), within="")],
        "ability": [Entry(id="keeps", printed=("点検を行うことができる",), within="")],
        "knowledge": [Entry(id="order", printed=("順序",), within="")],
    }
)
_HEAD = "回線守備のスキル熟達度・知識項目\nスキル項目と知識項目\nスキル熟達度\n"


def _table(item: str, knowledge: str, says: str, kind: str = "職種共通") -> str:
    names = "\n".join(f"－{name}" for name in knowledge.split("／"))
    return f"{_HEAD}【{kind}スキル項目】\n●{item}\n【知識項目】\nレベル７\n{names}\nレベル４\n{says}\n"


def _read(text: str, answers: Mapping[str, str] | None = None) -> DraftSkills:
    lines = tuple(
        Line(text=line, place=Place(line=number))
        for number, line in enumerate(text.split("\n"), start=1)
        if line.strip()
    )
    printed = Printed(name="lines.txt", format="text", count=1, pages=lambda: iter([Page(number=1, lines=lines)]))
    category = DraftCategory(id="lines", name="回線守備", document="1", place=lines[0].place)
    for section in divide(printed, Divided(), lambda _: None):
        if section.kind == "skill-table":
            category.tables.append(("1", recognise_skill_table(section)))
        elif section.kind == "skill-area":
            category.overviews.append(("1", recognise_overview(section)))
    read = read_skills(category, Names(_GLOSSARY), answers or {})
    assert read is not None
    return read


_OUT = _table("点検", "順序", "村における屋外班リーダとして、点検を行うことができる")
_IN = _table("点検", "順序", "村における屋内班リーダとして、点検を行うことができる")


def test_names_get_their_ids_and_the_field_is_the_one_that_the_titles_name() -> None:
    read = _read(_OUT + _IN)
    assert [(item.field, item.id, item.is_common, item.headed) for item in read.items] == [
        ("out", "inspection", True, (7, 4)),
        ("in", "inspection", True, (7, 4)),
    ]
    first, second = (item.proficiencies[0] for item in read.items)
    assert (first.level, first.roles, first.setting, first.ability) == (4, ("outdoor-leader",), "village", "keeps")
    assert second.roles == ("?title:屋内班リーダ",)
    assert [known.id for known in read.items[0].knowledge] == ["order"]
    assert (read.questions, list(read.fields)) == ((), ["out", "in"])
    assert read.wording["out/skills/inspection/4"][1].text.startswith("村における")
    assert read.places["out/skills/inspection"][2] == "inferred"


def test_an_item_that_is_common_by_its_label_and_stands_in_one_field_of_two_is_asked_about() -> None:
    text = _OUT + _IN + _table("はしご", "脚立", "屋外班リーダとして、点検を行うことができる")
    read = _read(text)
    [asked] = read.questions
    assert (asked.path, read.items[2].is_common) == ("lines/out/skills/?item:はしご/common", False)
    assert _read(text, {asked.id: "true"}).items[2].is_common is True


def test_abilities_that_nobody_knows_are_called_by_item_and_level_and_asked_about_once() -> None:
    read = _read(
        _table("点検", "順序", "屋外班リーダとして、夜の点検を進めることができる")
        + _table("はしご", "脚立", "屋外班リーダとして、夜の点検を進めることができる")
        + _table("図面", "縮尺", "屋外班リーダとして、図面を描くことができる")
    )
    first, second, third = (item.proficiencies[0].ability for item in read.items)
    assert first == second != third
    assert "進める" not in first
    assert [asked.path for asked in read.questions] == ["lines/skills/abilities"]


def test_a_table_that_no_field_can_be_told_for_is_left_out_and_asked_about() -> None:
    text = _table("点検", "順序", "班リーダとして、点検を行うことができる")
    read = _read(text)
    assert read.items == ()
    [asked] = read.questions
    assert (asked.kind, asked.suggestions) == ("cell", ("out", "in"))
    assert [item.field for item in _read(text, {asked.id: "in"}).items] == ["in"]


def test_each_table_whose_field_is_not_told_is_a_question_of_its_own() -> None:
    text = _table("点検", "順序", "班リーダとして、点検を行うことができる")
    first, second = _read(text + text).questions
    assert [item.field for item in _read(text + text, {first.id: "in", second.id: "out"}).items] == ["in", "out"]


def test_a_table_printed_twice_is_one_and_two_that_differ_are_asked_about() -> None:
    assert len(_read(_OUT + _OUT).items) == 1
    text = _OUT + _table("点検", "脚立", "村における屋外班リーダとして、点検を行うことができる")
    read = _read(text)
    assert read.items == ()
    [asked] = read.questions
    assert asked.suggestions == ("5", "15")
    assert [known.words for known in _read(text, {asked.id: "15"}).items[0].knowledge] == ["脚立"]


def test_the_overview_stands_by_field_with_what_is_common_apart() -> None:
    read = _read(
        _OUT
        + _IN
        + _table("はしご", "脚立、台", "屋外班リーダとして、点検を行うことができる", "専門分野固有")
        + "回線守備のスキル領域\n●点検\n順序\n●はしご\t脚立、台、釘\n●地図\n縮尺\n＜注釈＞印は広く学ぶもの"
    )
    told = {
        field: [(each.item, [known.words for known in each.knowledge]) for each in listed]
        for field, listed in read.overview.items()
    }
    assert told == {"": [("inspection", ["順序"])], "out": [("?item:はしご", ["脚立、台", "釘"])]}
    assert [(asked.path, asked.words) for asked in read.questions] == [("lines/skill-area", "地図")]
    assert read.note is not None
    assert read.note[1].text == "印は広く学ぶもの"


def test_the_overview_tells_whose_knowledge_items_are_printed_after_several_items() -> None:
    table = (
        f"専門分野：－\n{_HEAD}【スキル項目】\n●点検\n●修理\n【知識項目】\n－順序\n－夜の順序\n－終わり方\n－部品\n－予備\n"
        "レベル２\n班員として、左の作業を行うことができる。\n"
    )
    overview = "回線守備のスキル領域\n●点検\n順序、終わり方\n●修理\n部品\n"
    read = _read(table + overview)
    assert {item.words: [known.words for known in item.knowledge] for item in read.items} == {
        "点検": ["順序", "夜の順序", "終わり方"],
        "修理": ["部品", "予備"],
    }
    assert {(item.field, item.is_common) for item in read.items} == {("common", True)}
    asked = [each for each in _read(table).questions if each.path == "lines/skills/inspection/knowledge"]
    assert [each.words for each in asked] == ["順序", "夜の順序", "終わり方", "部品", "予備"]


def test_a_table_without_levels_and_words_that_are_no_knowledge_item_are_asked_about() -> None:
    read = _read(f"専門分野：屋外\n{_HEAD}【専門分野固有スキル項目】\n●点検\n－順序\n－順序を守ることができる。")
    assert [asked.path for asked in read.questions] == ["lines/out/skills/unclear", "lines/out/skills/levels"]
    assert [known.id for known in read.items[0].knowledge] == ["order"]
