"""How many of the things that are listed does a sentence ask for?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kijun.documents.recognise.item_count import ItemCount, count_items
from tests.documents.recognise.written import passage


@pytest.mark.parametrize(
    ("sentence", "at_least", "is_all"),
    [
        ("次の５項目以上の成果", 5, False),
        ("次の五つ以上の成果", 5, False),
        ("次の成果のうち５種類", 5, False),
        ("次のいずれかの成果", 1, False),
        ("次のすべての成果", None, True),
        ("次の成果", None, False),
        ("five or more items of the following", 5, False),
        ("5 items or more of the following", 5, False),
        ("more than four of the following", 5, False),
        ("either one of the following", 1, False),
        ("either one or more of the following", 1, False),
        ("any of the following", 1, False),
        ("all of the following", None, True),
        ("on one's own, in the following", None, False),
    ],
)
def test_a_number_either_one_all_or_nothing_is_said(sentence: str, at_least: int | None, is_all: bool) -> None:
    count = count_items(passage(sentence))
    assert (count.at_least, count.is_all, count.is_clear) == (at_least, is_all, True)


@pytest.mark.parametrize(
    "sentence",
    [
        "次の幾つかの成果",
        "次の複数の成果",
        "次の約５項目以上の成果",
        "次の５項目以下の成果",
        "次の５項目未満の成果",
        "次の五賞以上の成果",
        "５年以上、次の３項目以上の成果",
        "次のすべての成果、又は５項目以上",
        "several of the following",
        "at most five of the following",
        "five or more years in the following, two or more items",
    ],
)
def test_what_is_rough_upper_or_said_twice_is_not_clear(sentence: str) -> None:
    assert count_items(passage(sentence)) == ItemCount(is_clear=False)


@given(st.data())
def test_a_wrap_anywhere_gives_the_same_number(data: st.DataObject) -> None:
    sentence = "配線技術の継承に対して、次の１２項目以上の成果を有する"
    at = data.draw(st.integers(1, len(sentence) - 1))
    wrapped = count_items(passage(f"{sentence[:at]}\n{sentence[at:]}"))
    assert (wrapped.at_least, wrapped.is_clear) == (12, True)
