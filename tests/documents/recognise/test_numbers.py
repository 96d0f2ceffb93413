"""Which numbers stand in a text?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kijun.documents.fold import fold
from kijun.documents.recognise.numbers import numbers_in


def _numbers(text: str) -> list[float]:
    return [float(number.value) for number in numbers_in(fold(text).text)]


@pytest.mark.parametrize(
    ("printed", "numbers"),
    [
        ("７，５００㎡以上", [7500]),
        ("7,500 m2 or more", [7500]),
        ("三名以上", [3]),
        ("二十五拠点", [25]),
        ("一〇〇台以上", [100]),
        ("三千万円", [30_000_000]),
        ("２億５千万円", [250_000_000]),
        ("1.5億円", [150_000_000]),
        ("1億五千万円", [150_000_000]),
        ("1億2千五百万円", [125_000_000]),
        ("3百万五千円", [3_005_000]),
        ("3千一部", [3_000]),
        ("200百万円", [200_000_000]),
        ("3 million yen", [3_000_000]),
        ("1.5 billion yen", [1_500_000_000]),
        ("twenty-five servers", [25]),
        ("two hundred and fifty users", [250]),
        ("twice or more", [2]),
        ("with20 or more, less than300", [20, 300]),
        ("1,2", [1, 2]),
    ],
)
def test_a_number_is_read_in_digits_kanji_and_words(printed: str, numbers: list[float]) -> None:
    assert _numbers(printed) == numbers


@pytest.mark.parametrize(
    "printed", ["一部の作業", "一連の局面", "二次対応", "第一段階", "第三十二回以上", "十分な検証", "someone", "ap2x"]
)
def test_what_only_begins_like_a_number_is_none(printed: str) -> None:
    assert _numbers(printed) == []


@given(st.integers(1, 9_999_999))
def test_wide_and_narrow_grouped_and_plain_digits_are_one_number(number: int) -> None:
    wide = str.maketrans("0123456789,", "０１２３４５６７８９，")
    spellings = [f"{number}台", f"{number:,}台", f"{number}台".translate(wide), f"{number:,}台".translate(wide)]
    assert {tuple(_numbers(each)) for each in spellings} == {(number,)}


@pytest.mark.parametrize("piece", ["十", "五", "千二百万億", "1千", "1五千", "1億", "1,", "one "])
def test_a_run_of_numerals_without_end_is_read_in_a_moment(piece: str) -> None:
    assert sum(1 for _ in numbers_in(piece * 20_000)) < 20_001
