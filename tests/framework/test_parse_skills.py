"""Are the skill items of a category read as printed, and is what is wrong with them said at its place?"""

from __future__ import annotations

from typing import Any

import pytest

from kijun.citation import Citation
from kijun.framework.parse_edition import parse_edition
from kijun.framework.skill import Former, KnowledgeItem, Proficiency
from kijun.text import Text, same
from tests.framework.small import files, problems
from tests.framework.small_skills import ALPHA, BETA, item, knowledge, skilled, skills_file, words

SMALL = skilled()
WIRING = SMALL.skills[f"{ALPHA}/skills/wiring"]


def at(line: int) -> Citation:
    return Citation(document="d1", line=line, revision="first")


def wrong(*plain: Any) -> list[tuple[str, str]]:
    read = files(vocabulary=words(), skills=list(plain))
    parse_edition(read)
    return problems(read)


def changed(**changes: Any) -> list[tuple[str, str]]:
    """Return what is wrong where alpha has only this item, and no overview is printed."""
    return wrong(skills_file(items=[item("alpha", "wiring", 20, **changes)], overview=[]))


def test_the_items_stand_by_path_in_the_order_of_the_document() -> None:
    assert list(SMALL.skills) == [
        *(f"{ALPHA}/skills/trust", f"{ALPHA}/skills/wiring"),
        *(f"{BETA}/skills/trust", f"{BETA}/skills/roofing"),
    ]
    assert [each.id for each in SMALL.items_of(BETA)] == ["trust", "roofing"]
    assert [each.is_common for each in SMALL.items_of(BETA)] == [True, False]


def test_an_item_is_read_with_its_knowledge_its_place_and_its_former_name() -> None:
    assert (WIRING.category, WIRING.field, WIRING.key) == ("service", "alpha", "service/alpha/wiring")
    assert (WIRING.citation, WIRING.flags) == (at(20), ("odd",))
    assert WIRING.was == Former(id="cables", reason=same("Cables are wires."))
    assert WIRING.knowledge[1] == KnowledgeItem(
        id="deeds", name=Text(ja="deedsの名", en="The deeds"), citation=at(22), was=None
    )
    (tiles,) = SMALL.skills[f"{BETA}/skills/roofing"].knowledge
    assert tiles.was == Former(id="slates", reason=same("Slates are tiles."))


def test_a_level_headed_but_blank_is_not_one_that_was_never_headed() -> None:
    assert (WIRING.levels, WIRING.blank_levels, WIRING.headed) == ((2, 3), (1,), (3, 2, 1))
    roofing = SMALL.skills[f"{BETA}/skills/roofing"]
    assert (roofing.levels, roofing.blank_levels) == ((2, 3), ())


def test_a_table_that_says_nothing_of_headings_heads_the_levels_it_fills() -> None:
    plain = item("alpha", "wiring", 20)
    del plain["headed"]
    (read,) = skilled(skills_file(items=[plain], overview=[])).skills.values()
    assert read.headed == (3, 2)


def test_who_acts_where_comes_from_the_level_unless_the_proficiency_says_otherwise() -> None:
    assert WIRING.proficiencies[3] == Proficiency(
        level=3, roles=("alpha-responsible", "alpha-leader"), setting="town", ability="leads", citation=at(23)
    )
    assert (WIRING.proficiencies[2].roles, WIRING.proficiencies[2].setting) == (("member",), None)
    roofing = SMALL.skills[f"{BETA}/skills/roofing"].proficiencies[3]
    assert (roofing.roles, roofing.setting) == ((), None)
    own = item("beta", "roofing", 40, proficiencies=[{"level": 3, "line": 1, "ability": "leads", "setting": "town"}])
    (read,) = skilled(skills_file(items=[own], overview=[])).skills.values()
    assert read.proficiencies[3].setting == "town"


def test_the_overview_is_read_in_its_own_order_and_words() -> None:
    area = SMALL.skill_areas["service"]
    assert (area.note, area.note_citation) == (same("Marked elsewhere."), at(99))
    common, own = area.groups
    assert (common.field, own.field) == (None, "alpha")
    (trust,) = common.items
    assert (trust.item, trust.citation) == ("trust", at(1))
    assert [(each.id, each.name.en, each.citation.line) for each in trust.knowledge] == [
        ("deeds", "The deeds", 1),
        ("words", "Sayings", 1),
    ]
    assert [each.item for each in own.items] == ["roofing", "wiring"]


def test_a_standard_may_print_neither_overview_nor_note_nor_who_acts_where() -> None:
    bare = skills_file()
    for key in ("overview", "note", "settings"):
        del bare[key]
    read = skilled(bare)
    assert (read.skill_areas["service"].groups, read.skill_areas["service"].note) == ((), None)
    assert read.skills[f"{ALPHA}/skills/wiring"].proficiencies[3].roles == ()


def test_a_line_may_be_one_of_another_document() -> None:
    plain = item("alpha", "wiring", 20, knowledge=[knowledge("words", 1, line={"document": "d2", "line": 7})])
    (read,) = skilled(skills_file(items=[plain], overview=[])).skills.values()
    assert (read.knowledge[0].citation, read.citation) == (Citation(document="d2", line=7, revision="none"), at(20))
    assert changed(citation={"line": {"document": "d9", "line": 7}}) == [("K104", "items/0/citation/line/document")]


def test_a_standard_may_have_no_skills_or_have_them_read_apart() -> None:
    for plain in (list[object](), None):
        read = files(skills=plain)
        assert parse_edition(read).edition.skills == {}
        assert problems(read) == []


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"headed": [3, 2, 2]}, [("K111", "items/0/headed/2")]),
        ({"headed": [3, 4, 2]}, [("K104", "items/0/headed/1")]),
        ({"headed": [3, 2, 0]}, [("K104", "items/0/headed/2")]),
        ({"headed": [3, 2, "many"]}, [("K103", "items/0/headed/2")]),
        ({"headed": [3, 1]}, [("K141", "items/0/proficiencies/1/level")]),
        ({"proficiencies": [{"level": 9, "line": 1, "ability": "leads"}]}, [("K104", "items/0/proficiencies/0/level")]),
        ({"proficiencies": [{"level": 3, "ability": "leads"}]}, [("K102", "items/0/proficiencies/0/line")]),
        ({"proficiencies": [{"level": 3, "line": 1, "ability": "sings"}]}, [("K104", "items/0/proficiencies/0/ability")]),
        ({"proficiencies": [{"level": 3, "line": 1, "ability": "leads", "roles": ["chief"]}]}, [("K104", "items/0/proficiencies/0/roles/0")]),
        ({"proficiencies": [{"level": 3, "line": 1, "ability": "leads", "setting": "moon"}]}, [("K104", "items/0/proficiencies/0/setting")]),
        ({"knowledge": [knowledge("words", 1), knowledge("words", 2)]}, [("K105", "items/0/knowledge/1/id")]),
        ({"knowledge": [knowledge("words", 0)]}, [("K106", "items/0/knowledge/0/line")]),
        ({"citation": {}}, [("K102", "items/0/citation/line")]),
        ({"flags": ["gone"]}, [("K104", "items/0/flags/0")]),
        ({"was": {"id": "cables"}}, [("K102", "items/0/was/reason")]),
        ({"field": "delta"}, [("K104", "items/0/field")]),
        ({"level": 3}, [("K101", "items/0/level")]),
    ],
)  # fmt: skip
def test_what_is_wrong_with_an_item_is_said_at_its_place(changes: Any, found: list[tuple[str, str]]) -> None:
    assert changed(**changes) == found


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"category": "servce"}, [("K104", "category")]),
        ({"document": "d9"}, [("K104", "document")]),
        ({"settings": [{"field": "delta", "levels": []}]}, [("K104", "settings/0/field")]),
        ({"settings": [{"field": "beta", "levels": [{"level": 3}, {"level": 3}]}]}, [("K111", "settings/0/levels/1/level")]),
        ({"note": {"about": "x"}}, [("K102", "note/citation")]),
        ({"overview": [{"items": []}]}, [("K102", "overview/0")]),
        ({"overview": [{"common": True, "field": "alpha", "items": []}]}, [("K102", "overview/0")]),
        ({"overview": [{"common": True, "items": [{"item": "trus", "line": 1, "knowledge": [{"id": "words"}]}]}]}, [("K104", "overview/0/items/0/item")]),
        ({"overview": [{"common": True, "items": [{"item": "trust", "line": 1, "knowledge": [{"id": "wordz"}]}]}]}, [("K142", "overview/0/items/0/knowledge/0/id")]),
        ({"overview": [{"common": True, "items": [{"item": "trust", "knowledge": []}]}]}, [("K102", "overview/0/items/0/line")]),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_category_is_said_at_its_place(changes: Any, found: list[tuple[str, str]]) -> None:
    assert wrong(skills_file(**changes)) == found


def test_two_files_may_not_hold_the_same_item_or_the_same_category() -> None:
    second = skills_file(items=[item("alpha", "wiring", 20)], overview=[])
    assert wrong(skills_file(), second) == [("K140", "category"), ("K140", "items/0")]
