"""Does a reader see both readings where the overview and the tables of a skill area disagree?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from kijun.framework.overview import Difference, differences, listed_items, printed_area
from kijun.framework.skill import SkillArea
from kijun.text import Text, same
from tests.framework.small import edition
from tests.framework.small_skills import BETA, item, knowledge, skilled, skills_file

SMALL = skilled()
SERVICE = SMALL.categories["service"]


def area(of: object = None) -> SkillArea:
    printed = printed_area(SMALL if of is None else of, "service")  # type: ignore[arg-type]  # an edition
    assert printed is not None
    return printed


def name(word: str) -> Text:
    return Text(ja=f"{word}の名", en=f"The {word}")


def of_kind(kind: str) -> list[Difference]:
    return [each for each in differences(SMALL, area()) if each.kind == kind]


def test_what_several_tables_show_alike_is_one_difference() -> None:
    (order,) = of_kind("knowledge-order")
    assert (order.fields, order.item, order.name) == (("alpha", "beta"), "trust", name("trust"))
    assert order.overview == (name("deeds"), same("Sayings"))
    assert order.table == (name("words"), name("deeds"))
    assert (str(order.overview_citation), str(order.table_citation)) == ("d1:1", "d1:10")


def test_another_wording_shows_both_with_their_places() -> None:
    (wording,) = of_kind("wording")
    assert (wording.overview, wording.table) == ((same("Sayings"),), (name("words"),))
    assert (str(wording.overview_citation), str(wording.table_citation)) == ("d1:1", "d1:11")


def test_what_only_one_of_the_two_has_is_said() -> None:
    (here,), (there,) = of_kind("knowledge-only-in-overview"), of_kind("knowledge-only-in-table")
    assert (here.item, here.overview, here.table) == ("wiring", (same("Songs"),), ())
    assert (there.item, there.overview, there.table) == ("wiring", (), (name("deeds"),))
    (listed,), (detailed,) = of_kind("item-only-in-overview"), of_kind("item-only-in-tables")
    assert (listed.fields, listed.item, listed.name, listed.table_citation) == (
        ("alpha",),
        "roofing",
        name("roofing"),
        None,
    )
    assert (detailed.fields, detailed.item, detailed.overview_citation) == (("beta",), "roofing", None)
    assert (listed.overview, detailed.table) == ((name("tiles"),), (name("tiles"),))


def test_another_order_of_the_items_is_said_of_the_common_ones_and_of_each_field() -> None:
    assert of_kind("item-order") == []
    own = [item("alpha", "trust", 10, common=True), item("alpha", "faith", 20, common=True)]
    listed = [{"item": each, "line": 1, "knowledge": [{"id": "words"}, {"id": "deeds"}]} for each in ("faith", "trust")]
    other = skilled(skills_file(items=own, overview=[{"common": True, "items": listed}]))
    (order,) = (each for each in differences(other, area(other)) if each.kind == "item-order")
    assert (order.item, order.name) == (None, None)
    assert (order.overview, order.table) == ((name("faith"), name("trust")), (name("trust"), name("faith")))
    assert (str(order.overview_citation), str(order.table_citation)) == ("d1:1", "d1:10")


def test_an_overview_that_agrees_shows_nothing() -> None:
    plain = item("beta", "roofing", 40, knowledge=[knowledge("tiles", 41)])
    listed = {"item": "roofing", "line": 1, "knowledge": [{"id": "tiles"}]}
    other = skilled(skills_file(items=[plain], overview=[{"field": "beta", "items": [listed]}]))
    assert differences(other, area(other)) == []


@pytest.mark.parametrize(("field", "items"), [(None, ["trust"]), ("alpha", ["roofing", "wiring"]), ("beta", [])])
def test_the_items_are_listed_as_the_overview_prints_them(field: str | None, items: list[str]) -> None:
    listed = listed_items(SMALL, SERVICE, field)
    assert [each.id for each in listed] == items
    assert [each.name for each in listed] == [name(each) for each in items]


@pytest.mark.parametrize(("field", "items"), [(None, ["trust"]), ("alpha", ["wiring"]), ("beta", ["roofing"])])
def test_without_an_overview_they_are_listed_as_the_tables_have_them(field: str | None, items: list[str]) -> None:
    bare = skilled(skills_file(overview=[]))
    assert printed_area(bare, "service") is None
    listed = listed_items(bare, bare.categories["service"], field)
    assert [(each.id, len(each.knowledge)) for each in listed] == [
        (each, 1 if each == "roofing" else 2) for each in items
    ]


def test_an_edition_without_skills_has_no_overview() -> None:
    assert printed_area(edition(), "service") is None


def test_an_item_that_an_edition_dropped_keeps_its_id_in_the_overview() -> None:
    less = replace(SMALL, skills={path: each for path, each in SMALL.skills.items() if path.startswith(BETA)})
    assert [each.name for each in listed_items(less, SERVICE, "alpha")] == [name("roofing"), same("wiring")]
