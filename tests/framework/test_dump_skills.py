"""Are skill items and overviews written in the shape that other programs read?"""

from __future__ import annotations

from kijun.framework.dump import dump_flag
from kijun.framework.dump_skills import dump_item, dump_overview, flags_of
from tests.framework.small import edition
from tests.framework.small_skills import ALPHA, BETA, skilled, skills_file

SMALL = skilled()
SERVICE = SMALL.categories["service"]
CITED = {"document": "d1", "page": None, "revision": "first"}


def said(word: str) -> dict[str, str]:
    return {"ja": f"{word}の名", "en": f"The {word}"}


def test_an_item_is_written_whole() -> None:
    assert dump_item(SMALL.skills[f"{ALPHA}/skills/wiring"], SMALL) == {
        "item": f"{ALPHA}/skills/wiring",
        "field": ALPHA,
        "name": said("wiring"),
        "common": False,
        "knowledge_items": [said("words"), said("deeds")],
        "levels": [2, 3],
        "blank_levels": [1],
        "proficiencies": [
            {
                "level": 2,
                "roles": ["member"],
                "setting": None,
                "ability": "helps",
                "text": {"ja": "memberの名として、助ける", "en": "as a the member: helps"},
                "citation": {**CITED, "line": 24},
            },
            {
                "level": 3,
                "roles": ["alpha-responsible", "alpha-leader"],
                "setting": "town",
                "ability": "leads",
                "text": {
                    "ja": "alpha-responsibleの名またはalpha-leaderの名として、町で、率いる",
                    "en": "as the the alpha-responsible or a the alpha-leader, for a town: leads",
                },
                "citation": {**CITED, "line": 23},
            },
        ],
        "citation": {**CITED, "line": 20},
        "flags": [dump_flag(SMALL.flags["odd"])],
    }


def test_a_flag_is_written_where_the_item_names_it_and_where_it_touches_the_item() -> None:
    flags = [
        {"id": "named", "about": "Named.", "citations": []},
        {
            "id": "odd",
            "about": "Touching.",
            "citations": [],
            "touches": [f"{BETA}/skills/trust", "acme/1/service/skills"],
        },
    ]
    other = skilled(skills_file(), flags=flags)
    assert [flag.id for flag in flags_of(f"{BETA}/skills/trust", other)] == ["odd"]
    assert [flag.id for flag in flags_of(f"{BETA}/skills/trust", other, ["named"])] == ["named", "odd"]
    assert [each["id"] for each in dump_overview(other.categories["service"], other)["flags"]] == ["odd"]  # type: ignore[index,union-attr,call-overload]  # plain values


def test_an_overview_is_written_with_its_note_and_both_readings() -> None:
    plain = dump_overview(SERVICE, SMALL)
    assert (plain["category"], plain["printed"], plain["flags"]) == ("acme/1/service", True, [])
    assert plain["note"] == {
        "about": {"ja": "Marked elsewhere.", "en": "Marked elsewhere."},
        "citation": {**CITED, "line": 99},
    }
    sayings = {"ja": "Sayings", "en": "Sayings"}
    assert plain["common"] == [
        {
            "item": "trust",
            "name": said("trust"),
            "knowledge_items": [said("deeds"), sayings],
            "citation": {**CITED, "line": 1},
        }
    ]
    fields = plain["fields"]
    assert isinstance(fields, list)
    assert [(each["field"], len(each["items"])) for each in fields] == [(ALPHA, 2), (BETA, 0)]  # type: ignore[index,call-overload,arg-type]  # plain values
    assert {
        "kind": "wording",
        "fields": [ALPHA, BETA],
        "item": "trust",
        "name": said("trust"),
        "overview": [sayings],
        "table": [said("words")],
        "overview_citation": {**CITED, "line": 1},
        "table_citation": {**CITED, "line": 11},
    } in plain["differences"]  # type: ignore[operator]  # plain values


def test_a_category_without_an_overview_is_written_from_its_tables() -> None:
    bare = skilled(skills_file(overview=[]))
    plain = dump_overview(bare.categories["service"], bare)
    assert (plain["printed"], plain["differences"]) == (False, [])
    assert [each["item"] for each in plain["common"]] == ["trust"]  # type: ignore[index,union-attr,call-overload]  # plain values
    none = dump_overview(SERVICE, edition())
    assert (none["common"], none["note"]) == ([], None)
