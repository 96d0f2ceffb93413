"""Are the roles, the setting and the ability of a proficiency told apart?"""

from __future__ import annotations

import pytest

from kijun.documents.recognise.proficiency import recognise_proficiency

_KNOWN = {"屋外班責任者": "outdoor", "班の見張り": "watch", "leader of outdoor team": "leader"}


def _told(words: str) -> tuple[list[tuple[str, str]], str, str]:
    told = recognise_proficiency(words, _KNOWN.get)
    return [(title.words, title.rank) for title in told.titles], told.setting, told.ability


def test_known_titles_begin_where_they_are_known() -> None:
    assert _told("広い地域に対する班の屋外班責任者又は班の見張りとして、回線を守ることができる") == (
        [("屋外班責任者", "responsible"), ("班の見張り", "")],
        "広い地域に対する班",
        "回線を守ることができる",
    )


@pytest.mark.parametrize(
    ("head", "titles", "setting"),
    [
        ("回線班メンバ", [("回線班メンバ", "member")], ""),
        ("小規模な回線における回線班リーダー", [("回線班リーダー", "leader")], "小規模な回線"),
        ("小規模な回線の回線班リーダ", [("回線班リーダ", "leader")], "小規模な回線"),
        ("回線班のリーダ", [("回線班のリーダ", "leader")], ""),
        (
            "山の回線において、回線班責任者または夜間班責任者",
            [("回線班責任者", "responsible"), ("夜間班責任者", "responsible")],
            "山の回線",
        ),
    ],
)
def test_unknown_titles_are_taken_with_the_rank_that_they_say(
    head: str, titles: list[tuple[str, str]], setting: str
) -> None:
    assert _told(f"{head}として、回線を守ることができる") == (titles, setting, "回線を守ることができる")
    assert _told(f"{head}としてとして回線を守ることができる")[:2] == (titles, setting)


@pytest.mark.parametrize(
    "words", ["道具として、回線を使うことができる", "回線を守ることができる", "able to keep lines."]
)
def test_what_names_no_role_is_the_ability_as_a_whole(words: str) -> None:
    assert _told(words) == ([], "", words)


@pytest.mark.parametrize(
    ("words", "title", "setting", "ability"),
    [
        (
            "able to keep lines, as a leader of outdoor team in small villages.",
            ("leader of outdoor team", "leader"),
            "small villages",
            "able to keep lines",
        ),
        (
            "able to keep lines, as a leader of outdoor team small villages. in addition, able to climb.",
            ("leader of outdoor team", "leader"),
            "small villages",
            "able to keep lines in addition, able to climb.",
        ),
        ("able to keep lines as a member of night team.", ("member of night team", "member"), "", "able to keep lines"),
        (
            "able to keep lines, as a person responsible for the night in towns, in addition, able to climb.",
            ("person responsible for the night", "responsible"),
            "towns",
            "able to keep lines in addition, able to climb.",
        ),
    ],
)
def test_an_english_turn_stands_anywhere_in_the_sentence(
    words: str, title: tuple[str, str], setting: str, ability: str
) -> None:
    assert _told(words) == ([title], setting, ability)
