"""Has the file of skill items the shape of the shipped ones, with shipped names and places?"""

from __future__ import annotations

from typing import Any

from kijun.documents.printed import Place
from kijun.documents.shipped_words import ShippedWords
from kijun.documents.skill_draft import DraftEntry, DraftItem, DraftKnowledge, DraftProficiency, DraftSkills
from kijun.documents.skills_file import dump_skills
from tests.documents.recognise.written import passage

_PAGE = Place(line=4, page=2, label="CS-2")


def _item(identity: str, words: str, document: str = "1") -> DraftItem:
    return DraftItem(
        field="hardware",
        id=identity,
        words=words,
        document=document,
        place=_PAGE,
        is_common=True,
        headed=(7, 4),
        knowledge=(
            DraftKnowledge(id="leadership", words="リーダーシップ", place=Place(line=5, page=2, label="CS-2")),
            DraftKnowledge(id="?knowledge:はしご", words="はしご", place=Place(line=1, page=3)),
        ),
        proficiencies=(
            DraftProficiency(level=4, roles=("leader-x",), setting=None, ability="keeps", words=passage("守る")),
        ),
        certainty="printed",
    )


def _dumped(*items: DraftItem, **more: Any) -> Any:
    skills = DraftSkills(items=items, fields={}, questions=(), **{"overview": {}, "note": None, **more})
    return dump_skills("customer-service", skills, ShippedWords("itss/v3-2011"))


def test_known_ids_have_the_shipped_names_and_new_ones_the_printed_one() -> None:
    [item] = _dumped(_item("leadership", "リーダーシップ"))["items"]
    assert item["name"] == {"ja": "リーダーシップ", "en": "Leadership"}
    assert [known["name"]["en"] for known in item["knowledge"]] == ["Leadership", "はしご"]
    assert (item["headed"], item["common"]) == ([7, 4], True)
    assert item["proficiencies"] == [
        {"level": 4, "line": 1, "ability": "keeps", "roles": ["leader-x"], "setting": "none"}
    ]


def test_another_page_and_another_document_are_named_beside_the_line() -> None:
    first, second = _dumped(_item("leadership", "リーダーシップ"), _item("negotiation", "ネゴシエーション", "2"))[
        "items"
    ]
    assert first["citation"] == {"line": 4, "page": "CS-2"}
    assert [known["line"] for known in first["knowledge"]] == [5, {"line": 1, "page": "3"}]
    assert second["knowledge"][0]["line"] == {"document": "2", "line": 5}


def test_the_overview_names_what_the_table_spells_otherwise() -> None:
    entry = DraftEntry(
        item="leadership",
        document="1",
        place=Place(line=9),
        knowledge=(
            DraftKnowledge(id="leadership", words="リーダーシップ", place=_PAGE),
            DraftKnowledge(id="?knowledge:はしご", words="ハシゴ", place=_PAGE),
        ),
    )
    dumped = _dumped(_item("leadership", "リーダーシップ"), overview={"": (entry,)}, note=("1", passage("印の意味")))
    assert dumped["overview"] == [
        {
            "common": True,
            "items": [
                {
                    "item": "leadership",
                    "line": 9,
                    "knowledge": [
                        {"id": "leadership"},
                        {"id": "?knowledge:はしご", "name": {"ja": "ハシゴ", "en": "ハシゴ"}},
                    ],
                }
            ],
        }
    ]
    assert dumped["note"]["citation"] == {"line": 1}
