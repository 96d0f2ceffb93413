"""Is a bullet told from the letter that it looks like?"""

from __future__ import annotations

from kijun.documents.printed import Break, Line, Place
from kijun.documents.recognise.knowledge_bullets import bullets_of


def _lines(*texts: str, after: Break = "line") -> list[Line]:
    return [Line(text=text, place=Place(line=number), after=after) for number, text in enumerate(texts, start=1)]


def _begun(*texts: str, after: Break = "line") -> list[str | None]:
    lines = _lines(*texts, after=after)
    bullets = bullets_of(lines)
    found = [bullets.find(line, before) for line, before in zip(lines, [None, *lines], strict=False)]
    return [line.text[at:] if at is not None else None for line, at in zip(lines, found, strict=True)]


def test_dashes_of_several_widths_are_bullets_of_one_list() -> None:
    assert _begun("－点検", "―修理", "- 工具", "回線") == ["点検", "修理", "工具", None]


def test_a_hyphen_after_a_latin_letter_goes_on_with_a_word() -> None:
    assert _begun("－点検", "－ｅ", "-ビジネス") == ["点検", "ｅ", None]


def test_a_dot_among_dashes_goes_on_with_a_name_unless_it_begins_a_block() -> None:
    assert _begun("－点検", "・修理") == ["点検", None]
    assert _begun("－点検", "・修理", after="block") == ["点検", "修理"]
    assert _begun("・点検", "・修理") == ["点検", "修理"]


def test_a_letter_is_a_bullet_only_where_the_list_has_no_other() -> None:
    assert _begun("ー点検", "ー修理") == ["点検", "修理"]
    assert _begun("－サ", "ーバの点検", "－", "一次対応") == ["サ", None, None, None]


def test_a_list_without_signs_has_no_bullets() -> None:
    assert _begun("点検", "修理") == [None, None]
