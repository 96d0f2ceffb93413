"""How is a number printed: half-width, full-width, in kanji, in words, in 億 and 万 or in millions?"""

from __future__ import annotations

from random import Random
from typing import Final, Literal

Digits = Literal["half", "full", "kanji"]

_FULL: Final = str.maketrans("0123456789,.", "０１２３４５６７８９，．")
_KANJI: Final = "〇一二三四五六七八九"
_WORDS: Final = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_OKU: Final = 100_000_000
_MAN: Final = 10_000
_BILLION: Final = 1_000_000_000
_MILLION: Final = 1_000_000


def small_in_japanese(number: int, digits: Digits) -> str:
    """Write a number below 100 in Japanese."""
    if digits == "kanji":
        tens, ones = divmod(number, 10)
        head = ("" if tens == 1 else _KANJI[tens]) + "十" if tens else ""
        return head + (_KANJI[ones] if ones or not tens else "")
    return plain(number, digits)


def plain(number: int, digits: Digits) -> str:
    """Write a number with separators, in half or full width."""
    written = f"{number:,}"
    return written.translate(_FULL) if digits != "half" else written


def yen_in_japanese(number: int, digits: Digits) -> str:
    """Write an amount in the way of a contract: whole 億 where it can be, else 億 and 万."""
    oku, rest = divmod(number, _OKU)
    head = f"{plain(oku, digits)}億" if oku else ""
    tail = f"{plain(rest // _MAN, digits)}万" if rest else ""
    return f"{head}{tail}円"


def small_in_english(number: int, rng: Random) -> str:
    """Write a small number as a digit or as a word."""
    return rng.choice([str(number), _WORDS[number]]) if number < len(_WORDS) else str(number)


def yen_in_english(number: int) -> str:
    """Write an amount in millions or billions, without its currency."""
    if number % _BILLION == 0:
        return f"{number // _BILLION} billion"
    if number > _BILLION:
        return f"{number / _BILLION:g} billion"
    return f"{number // _MILLION} million"
