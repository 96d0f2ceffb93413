"""Which spellings are the same to somebody who searches, and where do they stand?"""

from __future__ import annotations

import pytest
from django.utils.html import strip_tags
from hypothesis import given
from hypothesis import strategies as st

from kijun.web.library.folding import fold, folded_with_places
from kijun.web.library.marking import mark
from kijun.web.library.query_words import other_names, read_query
from kijun.web.library.synonyms import SYNONYMS


@pytest.mark.parametrize("other", ["サーバ", "ｻｰﾊﾞ", "さーばー", "サーハ\u3099"])
def test_width_kana_and_long_vowels_do_not_count(other: str) -> None:
    assert fold(other) == fold("サーバー")


@given(st.text())
def test_every_folded_letter_knows_where_it_stood(words: str) -> None:
    folded, places = folded_with_places(words)
    assert len(places) == len(folded) + 1
    assert places == sorted(places)
    assert places[-1] == len(words)


@given(st.text(alphabet="ハードﾊｰﾄﾞhard 5５<&>\u3099", max_size=30))
def test_marking_adds_marks_and_changes_no_word(words: str) -> None:
    marked = mark(words, read_query("ハード 5 hard"))
    bare = str(marked).replace("<mark>", "").replace("</mark>", "")
    assert bare == words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def test_what_is_marked_is_what_stands_there() -> None:
    marked = mark("ＨＡＲＤＷＡＲＥとサーバー", read_query("hardware さーば"))
    assert marked == "<mark>ＨＡＲＤＷＡＲＥ</mark>と<mark>サーバー</mark>"
    assert strip_tags(marked) == "ＨＡＲＤＷＡＲＥとサーバー"


def test_a_synonym_is_found_from_each_of_its_words() -> None:
    for group in SYNONYMS:
        assert len(group) > 1
        for word in group:
            (term, *_rest) = read_query(word)
            assert set(other_names()[term.ways[0]]) <= set(term.ways)
