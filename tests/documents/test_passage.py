"""Do printed lines come out as one piece, wherever they are wrapped, and does each letter know its place?"""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kijun.documents.fold import fold
from kijun.documents.passage import Passage, join, words_of
from kijun.documents.printed import Line, Place

_JAPANESE = "回線監視の活動を３回以上（内１回以上はレベル５、他はレベル４以上の複雑性、サイズ相当）成功裡に遂行した１，５００ノードの実績"
_ENGLISH = "Has led the watch over lines three times or more (at least one at Level 5, others at Level 4 or above) for 1,500 nodes"


def _lines(*texts: str) -> list[Line]:
    return [Line(text=text, place=Place(line=number)) for number, text in enumerate(texts, start=1)]


@given(st.sets(st.integers(min_value=1, max_value=len(_JAPANESE) - 1)))
def test_japanese_reads_the_same_wherever_it_is_wrapped(at: set[int]) -> None:
    cuts = [0, *sorted(at), len(_JAPANESE)]
    pieces = [_JAPANESE[start:end] for start, end in pairwise(cuts)]
    assert join(_lines(*pieces)).folded.text == fold(_JAPANESE).text


@given(st.sets(st.integers(min_value=1, max_value=_ENGLISH.count(" "))))
def test_english_reads_the_same_wherever_it_is_wrapped_between_words(at: set[int]) -> None:
    words = _ENGLISH.split(" ")
    cuts = [0, *sorted(at), len(words)]
    pieces = [" ".join(words[start:end]) for start, end in pairwise(cuts)]
    assert words_of(join(_lines(*pieces))) == _ENGLISH


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("３００ノ", "ード以上", "３００ノード以上"),
        ("500", "ノード以上", "500ノード以上"),
        ("ノード1,", "000台", "ノード1,000台"),
        ("sub-", "networks", "sub-networks"),
        ("at Level", "5. Others", "at Level 5. Others"),
        ("  回線の　", "　監視", "回線の監視"),
    ],
)
def test_a_wrap_inside_a_word_or_a_number_is_closed(first: str, second: str, whole: str) -> None:
    assert words_of(join(_lines(first, second))) == whole


def test_each_letter_knows_its_line_and_column() -> None:
    passage = join(_lines("  回線の監視を", "３年以上行う"))
    at = passage.text.index("３年")
    assert (passage.place(at).line, passage.place(at).column) == (2, 1)
    assert (passage.place(0).line, passage.place(0).column) == (1, 3)
    assert passage.place_of(passage.folded.text.index("3年")).line == 2


def test_a_part_keeps_its_places() -> None:
    passage = join(_lines("監視、保守、", "更新の活動"))
    start = passage.text.index("保守")
    part: Passage = passage.part(start, len(passage.text))
    assert part.text == "保守、更新の活動"
    assert [part.place(0).line, part.place(part.text.index("更新")).line] == [1, 2]
    folded = passage.folded.text.index("更新")
    assert passage.folded_part(folded, folded + 2).text == "更新"


def test_a_passage_needs_words() -> None:
    with pytest.raises(ValueError, match="at least one line"):
        join(_lines("  "))
