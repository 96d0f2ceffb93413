"""Which numbers does a folded text print, in digits, kanji or English words, and which bounds do the words around them make?

A kanji numeral is a number only beside something that is counted: the same letters begin ordinary words. What is counted, and
whether a bound is wanted there, is left to the recognisers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Final

_KANJI: Final = {letter: value for value, letter in enumerate("〇一二三四五六七八九")} | {"零": 0}
_TENS: Final = {"十": 10, "百": 100, "千": 1_000}
_SCALES: Final = {"万": 10**4, "億": 10**8, "兆": 10**12}
_UNITS: Final = {
    word: value
    for value, word in enumerate(
        [
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ],
        start=1,
    )
} | {
    word: value * 10
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
_POWERS: Final = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_ADVERBS: Final = {"once": 1, "twice": 2, "thrice": 3}

_MEANT: Final = re.compile(r"[0-9]{1,24}(?:\.[0-9]{1,9})?")
_NOT_MEANT: Final = Fraction(1, 2)

_COUNTED: Final = (
    r"(?:以上|以下|未満|を?超|以内|~|か年|年|回|度|件|ヶ月|か月|カ月|ケ月|箇月|名|人|社|者以上|団体|項目|つ|個|箇所|か所|カ所|ケ所|ヶ所"
    r"|ヵ所|拠点|台|ノード|サイト|割|円|m2|平方|坪|本|種|条件|案件|プロジェクト|部門|事業所|業界|業種|領域|分野|システム|チーム)"
)
_WORD: Final = "|".join((*_UNITS, *_POWERS))
_NUMBER: Final = re.compile(
    rf"""
    (?P<digits>
        (?<![\d.])(?:(?<![a-z])|(?<=with)|(?<=than)|(?<=of)|(?<=least)|(?<=most)|(?<=to)|(?<=and)|(?<=or)|(?<=level))
        (?:\d{{1,3}}(?:,\d{{3}})+(?!\d)|\d+)(?:\.\d+)?
        (?:[十百千万億兆](?:[\d.,〇一二三四五六七八九]*[十百千万億兆])*(?:\d+(?![\d,.])|[一二三四五六七八九](?={_COUNTED}))?)?
        (?:\s?(?:hundred|thousand|million|billion|trillion)\b)*
    )
    |(?P<words>\b(?:{_WORD})(?:(?:[ -]|\sand\s)(?:{_WORD}))*\b|\b(?:once|twice|thrice)\b)
    |(?P<kanji>(?<=レベル)[一二三四五六七]|(?<![第〇一二三四五六七八九十百千万億兆])[〇一二三四五六七八九十百千万億兆]++(?={_COUNTED}))
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number and where it stands in the folded text; `is_scaled` where a word such as 億 or million belongs to it."""

    value: Fraction
    start: int
    end: int
    is_scaled: bool = False
    scale: int = 1

    @property
    def whole(self) -> int | None:
        """Return the number where it is a whole one."""
        return int(self.value) if self.value.denominator == 1 else None


@lru_cache(maxsize=1_000)  # one recogniser after the other looks at the same words
def numbers_in(text: str) -> tuple[Number, ...]:
    """Return the numbers of a folded text, in printed order.

    >>> [int(number.value) for number in numbers_in("三千万円以上、1.5億円未満、5,000名")]
    [30000000, 150000000, 5000]
    >>> [int(number.value) for number in numbers_in("twenty-five sites, 100 million yen")]
    [25, 100000000]
    """
    return tuple(_numbers(text))


def _numbers(text: str) -> Iterator[Number]:
    for match in _NUMBER.finditer(text):
        words = match.group()
        value, scale = _in_words(words) if match.group("words") else _in_digits(words)
        yield Number(value=value, start=match.start(), end=match.end(), is_scaled=scale > 1, scale=scale)


def _in_words(words: str) -> tuple[Fraction, int]:
    if words in _ADVERBS:
        return Fraction(_ADVERBS[words]), 1
    total, open_part, scale = 0, 0, 1
    for word in re.split(r"[\s-]+", words):
        if word in _UNITS:
            open_part += _UNITS[word]
        elif word == "hundred":
            open_part = (open_part or 1) * 100
        elif word in _POWERS:
            scale = _POWERS[word]
            total, open_part = total + (open_part or 1) * scale, 0
    return Fraction(total + open_part), scale


def _in_digits(words: str) -> tuple[Fraction, int]:
    power = 1
    for word in re.findall(r"[a-z]+", words):
        power *= _POWERS[word]
    scale = power
    plain = re.sub(r"[a-z,\s]", "", words)
    value, rest = Fraction(0), plain
    for letter in ("兆", "億", "万"):
        before, found, after = rest.partition(letter)
        if found:
            value += (_below_ten_thousand(before) if before else 1) * _SCALES[letter]
            scale, rest = max(scale, _SCALES[letter]), after
    if rest:
        scale = max(scale, *(value for letter, value in _TENS.items() if letter in rest and plain[:1].isdigit()), 1)
        value += _below_ten_thousand(rest)
    return value * power, scale


def _below_ten_thousand(words: str) -> Fraction:
    total, open_part = Fraction(0), ""
    for letter in words:
        if letter in _TENS:
            total += (_plain(open_part) if open_part else 1) * _TENS[letter]
            open_part = ""
        else:
            open_part += letter
    return total + (_plain(open_part) if open_part else 0)


def _plain(digits: str) -> Fraction:
    """Return the value of digits, kanji digits read by their position; what is no number that is meant is no whole one."""
    plain = "".join(str(_KANJI[digit]) if digit in _KANJI else digit for digit in digits).strip(".") or "0"
    return Fraction(plain) if _MEANT.fullmatch(plain) else _NOT_MEANT
