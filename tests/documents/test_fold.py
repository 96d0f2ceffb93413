"""When are two printed spellings the same, and does a folded text know where its letters stand?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kijun.documents.fold import fold, fold_name

_LETTERS = st.text(st.sampled_from("ﾍﾞﾊﾟﾞ回線ノードー－-ー一二５5，, 　\t㎡③ABcレベル。、□☐（）()尐少～"), max_size=40)


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("１，２００ノード", "1,200ノード"),
        ("１２００㎡", "1200m2"),
        ("サ－バ", "サーバ"),
        ("－回線の管理", "-回線の管理"),
        ("実績の尐ない回線", "実績の少ない回線"),
        ("〈注釈〉", "<注釈>"),
        ("☐ 回線", "□回線"),
        ("Level  4  or above", "level 4 or above"),
        ("回線 の  監視", "回線の監視"),
        ("３～４箇所", "3~4箇所"),
        ("“X”", '"x"'),
        ("ﾚﾍﾞﾙ５のｻｰﾋﾞｽ", "レベル5のサービス"),
        ("〔ビジネス貢献〕", "【ビジネス貢献】"),
    ],
)
def test_widths_look_alikes_and_blanks_are_one(printed: str, plain: str) -> None:
    assert fold(printed).text == plain


@given(_LETTERS)
def test_every_folded_letter_knows_where_it_stands(text: str) -> None:
    folded = fold(text)
    assert len(folded.at) == len(folded.text)
    assert list(folded.at) == sorted(folded.at)
    assert all(0 <= at < len(text) for at in folded.at)


@given(_LETTERS)
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


def test_names_are_the_same_without_blanks_points_and_a_long_vowel_at_the_end() -> None:
    assert fold_name("サーバー・ルーム（本館）") == fold_name("サーバ ルーム(本館)")
    assert fold_name("Node-based Systems") == fold_name("node based systems")
    assert fold_name("回線3本") != fold_name("回線4本")
