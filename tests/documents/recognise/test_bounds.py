"""Which bounds do numbers and the words around them make?"""

from __future__ import annotations

from typing import Any

import pytest

from kijun.documents.fold import fold
from kijun.documents.recognise.bounds import bounds_in


def _bounds(text: str) -> list[Any]:
    return [(found.plain(), found.unit) for found in bounds_in(fold(text).text)]


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("８台以上", [({"at_least": 8}, "台")]),
        ("８台以下", [({"at_most": 8}, "台")]),
        ("８台未満", [({"below": 8}, "台")]),
        ("８台超", [({"at_least": 9}, "台")]),
        ("８台を超え２０台以下", [({"at_least": 9, "at_most": 20}, "台")]),
        ("８台", [({"printed": 8}, "台")]),
        ("８～２０台", [({"at_least": 8, "at_most": 20}, "台")]),
        ("８～２０台未満", [({"at_least": 8, "below": 20}, "台")]),
        ("８台以上、２０台未満", [({"at_least": 8, "below": 20}, "台")]),
        ("少なくとも８台", [({"at_least": 8}, "台")]),
        ("ノード数８００以上", [({"at_least": 800}, "")]),
        ("2～4億円", [({"at_least": 200_000_000, "at_most": 400_000_000}, "円")]),
        ("８台以上３０名未満", [({"at_least": 8}, "台"), ({"below": 30}, "名")]),
        ("８箇所または７，０００㎡以下", [({"printed": 8}, "箇所"), ({"at_most": 7000}, "m2")]),
        ("8 nodes or more", [({"at_least": 8}, "nodes")]),
        ("8 or more nodes", [({"at_least": 8}, "nodes")]),
        ("at least 8 nodes", [({"at_least": 8}, "nodes")]),
        ("no fewer than eight nodes", [({"at_least": 8}, "nodes")]),
        ("more than 8 nodes", [({"at_least": 9}, "nodes")]),
        ("no more than 8 nodes", [({"at_most": 8}, "nodes")]),
        ("up to 8 nodes", [({"at_most": 8}, "nodes")]),
        ("fewer than 8 nodes", [({"below": 8}, "nodes")]),
        ("8 or more but less than 20 nodes", [({"at_least": 8, "below": 20}, "nodes")]),
        ("between 8 and 20 nodes", [({"at_least": 8, "at_most": 20}, "nodes")]),
        ("8 nodes and 20 users", [({"printed": 8}, "nodes"), ({"printed": 20}, "users")]),
        ("2-4 million yen", [({"at_least": 2_000_000, "at_most": 4_000_000}, "yen")]),
    ],
)
def test_a_bound_is_read_from_the_words_around_its_number(printed: str, found: list[Any]) -> None:
    assert _bounds(printed) == found


@pytest.mark.parametrize(
    "printed",
    [
        "約80名",
        "８０名程度",
        "数十名",
        "80数名",
        "about 80 users",
        "1.5台以上",
        "8,0000台以上",
        "20台以上8台未満",
        "20 to 8 nodes",
        "at least 8 nodes or less",
    ],
)
def test_what_is_roughly_said_or_against_itself_is_not_clear(printed: str) -> None:
    assert [found.is_clear for found in bounds_in(fold(printed).text)] in ([False], [False, False])


def test_a_bound_knows_where_it_stands() -> None:
    text = fold("利用者８００名以上又は７拠点").text
    assert [text[found.start : found.end] for found in bounds_in(text)] == ["800名以上", "7"]


@pytest.mark.parametrize("printed", ["数100名以上", "½名以上", "3½年以上"])
def test_several_hundred_and_a_fraction_are_not_clear(printed: str) -> None:
    assert not any(found.is_clear for found in bounds_in(fold(printed).text))


@pytest.mark.parametrize(
    "text", ["三、四名以上", "2、3名以上", "1 000名以上", "1/2名以上", "one or two persons or more", "10²名以上"]
)
def test_of_two_numbers_side_by_side_none_is_clear(text: str) -> None:
    found = bounds_in(fold(text).text)
    assert not any(each.is_clear for each in found)
