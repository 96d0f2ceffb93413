"""Which bounds does a folded text print: at least, at most, below, above, between?

A bound holds for one number; two that follow each other and are of one unit are one range. What is only roughly said ("about",
"several") is not clear, and has to be asked about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, Literal

from kijun.documents.recognise.numbers import Number, numbers_in
from kijun.framework.dump import Plain

Comparator = Literal["at_least", "at_most", "below", "above", "printed"]

_JA_LETTER: Final = r"(?:(?!または|又は|もしくは|若しくは|及び|および|から|程度|前後|[のにでをがはと以未超約])[^\s\d、。,;:()~a-z\x00-])"
_EN_WORD: Final = r"(?: ?(?!(?:or|and|but|with|of|in|for|at|during|no|not|less|more|fewer|to|as)\b)[a-z][a-z/'-]*+)"
_JA_UNIT: Final = rf"(?P<unit>(?:m2|[a-z]{{1,3}}(?=[以未超を])|{_JA_LETTER}{{0,10}}?))"
_EN_UNIT: Final = rf"(?P<unit>(?: ?m2|{_EN_WORD}{{0,4}}?))"
_AFTER: Final[tuple[tuple[Comparator, re.Pattern[str]], ...]] = (
    ("at_least", re.compile(rf"{_JA_UNIT}(?:以上|以降)")),
    ("at_most", re.compile(rf"{_JA_UNIT}(?:以下|以内)")),
    ("below", re.compile(rf"{_JA_UNIT}(?:未満|に満たない|より少な[いく]|を下回る)")),
    ("above", re.compile(rf"{_JA_UNIT}(?:超|を超え[るてた]?|を上回る|より多[いく])")),
    ("at_least", re.compile(rf"{_EN_UNIT} ?(?:or|and) (?:more|above|over|greater|higher|longer|upwards?)\b")),
    ("at_most", re.compile(rf"{_EN_UNIT} ?(?:or|and) (?:less|fewer|below|under|lower|smaller)\b(?! than)")),
    ("at_least", re.compile(rf"{_EN_UNIT} (?:at (?:the )?least|(?:as )?(?:a|the) minimum)\b")),
    ("at_most", re.compile(rf"{_EN_UNIT} (?:at (?:the )?most|(?:as )?(?:a|the) maximum)\b")),
    ("at_least", re.compile(r"(?P<unit>)\+")),
)
_BEFORE: Final[tuple[tuple[Comparator, re.Pattern[str]], ...]] = (
    (
        "at_least",
        re.compile(r"(?:\b(?:no|not) (?:fewer|less|smaller|lower) than|at (?:the )?least|minimum(?: of)?) ?$"),
    ),
    (
        "at_most",
        re.compile(
            r"(?:\b(?:no|not) (?:more|greater|higher) than|at (?:the )?most|up to|not exceeding|maximum(?: of)?) ?$"
        ),
    ),
    (
        "above",
        re.compile(r"(?:(?:more|greater|higher|longer|larger) than|\bover|\babove|exceed(?:s|ing)?|in excess of) ?$"),
    ),
    ("below", re.compile(r"(?:(?:less|fewer|lower|smaller) than|\bunder|\bbelow) ?$")),
    ("at_least", re.compile(r"(?:少なくとも|最低(?:でも|限)?|最小)$")),
    ("at_most", re.compile(r"(?:多くとも|最大(?:でも)?|最高|せいぜい)$")),
)
_ROUGH_BEFORE: Final = re.compile(
    r"(?:約|およそ|おおよそ|概ね|おおむね|about|approximately|around|some|nearly|almost|roughly) ?$"
)
_LISTED: Final = re.compile(r"\d[,.⁄]$")
_LISTED_ON: Final = re.compile(r"[,.⁄](?:$|\d)")
_SEVERAL: Final = re.compile(r"[数何幾][十百千万億]|(?<![\u4e00-\u9fff])数\d")
_ROUGH_AFTER: Final = re.compile(
    r"[^\d、。,;:()以未のをに]{0,6}?(?:程度|前後|くらい|ぐらい|余り?|弱|強)(?![化調力制い])|数"
)
_UNIT_AFTER: Final = re.compile(rf" ?m2|{_JA_LETTER}{{1,10}}|{_EN_WORD}{{1,4}}")
_JOINS: Final = re.compile(r"(?:、?(?:かつ|で)?|,|,? ?(?:but|and)(?: also)?) ?")
_TO: Final = re.compile(rf"{_JA_UNIT}(?: ?[~-] ?|から| to )")
_BETWEEN: Final = re.compile(r"\b(?:between|from) ?$")
_AND: Final = re.compile(r"(?P<unit>(?: [a-z]+){0,3}?) (?:and|to) ")
_LOW: Final = ("at_least", "above")
_HIGH: Final = ("at_most", "below")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What is printed of one quantity, where it stands in the folded text, and the words between number and comparator.

    `printed` is a number without comparator. `is_clear` is False where a number is not whole, or only roughly said.
    """

    start: int
    end: int
    unit: str = ""
    at_least: int | None = None
    at_most: int | None = None
    below: int | None = None
    above: int | None = None
    printed: int | None = None
    is_clear: bool = True

    def plain(self) -> dict[str, Plain]:
        """Return the bounds of something that is counted in whole ones: more than five is six or more."""
        least = self.above + 1 if self.above is not None else self.at_least
        pairs = {"at_least": least, "at_most": self.at_most, "below": self.below, "printed": self.printed}
        return {key: value for key, value in pairs.items() if value is not None}


_KANJI_LISTED: Final = re.compile("(?<![一-龥])[一二三四五六七八九十][、・]$")
_RAISED: Final = re.compile("[\u00b9\u00b2\u00b3\u2070\u2074-\u2079\u2080-\u2089]")
_ADJACENT: Final = re.compile(r" ?(?:[、,/・]|\bor\b|又は|または|か)? ?")
"""What stands between two numbers of one quantity: which of them is meant is not clear."""


@lru_cache(maxsize=1_000)  # one recogniser after the other looks at the same words
def bounds_in(text: str) -> tuple[Bounds, ...]:
    """Return the quantities of a folded text with their bounds, in printed order.

    >>> [found.plain() for found in bounds_in("100拠点以上300拠点未満")]
    [{'at_least': 100, 'below': 300}]
    >>> [found.plain() for found in bounds_in("50 or more but less than 500 persons")]
    [{'at_least': 50, 'below': 500}]
    """
    numbers = numbers_in(text)
    found: list[Bounds] = []
    position = 0
    while position < len(numbers):
        after = numbers[position + 1] if position + 1 < len(numbers) else None
        span = _range(text, numbers[position], after) if after is not None else None
        one = span or _one(text, numbers[position], after, found[-1].end if found else 0)
        position += 2 if span is not None else 1
        if found and span is None and _is_beside(text, numbers[position - 2], numbers[position - 1]):
            found[-1], one = replace(found[-1], is_clear=False), replace(one, is_clear=False)
        joined = _join(text, found[-1], one) if found and span is None else None
        if joined is not None:
            found[-1] = joined
        else:
            found.append(one)
    return tuple(found)


def _is_beside(text: str, before: Number, number: Number) -> bool:
    """Return whether nothing that tells them apart stands between two numbers."""
    return _ADJACENT.fullmatch(text, before.end, number.start) is not None


def _one(text: str, number: Number, after: Number | None, since: int) -> Bounds:
    """Return the bound that the words after a number make, else those before it."""
    before = text[max(since, number.start - 24) : number.start]
    rest = text[number.end : after.start if after is not None else None]
    is_clear = number.whole is not None and not any(
        (
            _ROUGH_BEFORE.search(before),
            _ROUGH_AFTER.match(rest),
            _LISTED.search(text[max(number.start - 2, 0) : number.start]),
            _KANJI_LISTED.search(text[max(number.start - 3, 0) : number.start]),
            _LISTED_ON.match(rest),
            _RAISED.match(rest),
            _SEVERAL.match(text, max(number.start - 1, 0)),
        )
    )
    start, end, unit, key = number.start, number.end, "", None
    for comparator, pattern in _AFTER:
        match = pattern.match(rest)
        if match is not None:
            key, unit, end = comparator, match.group("unit").strip(), number.end + match.end()
            break
    for comparator, pattern in _BEFORE:
        match = pattern.search(before)
        if match is not None:
            is_clear = is_clear and key in (None, comparator)
            key, start = comparator, number.start - (len(before) - match.start())
            break
    is_open = end == number.end or text[end : end + 1] == " "
    if not unit and is_open and (named := _UNIT_AFTER.match(text[end : after.start if after else None])):
        unit = named.group().strip()
    bounds = Bounds(start=start, end=end, unit=unit, is_clear=is_clear)
    return _with(bounds, key or "printed", number)


def _with(bounds: Bounds, key: Comparator, number: Number) -> Bounds:
    value = int(number.value)
    match key:
        case "at_least":
            return replace(bounds, at_least=value)
        case "at_most":
            return replace(bounds, at_most=value)
        case "below":
            return replace(bounds, below=value)
        case "above":
            return replace(bounds, above=value)
        case "printed":
            return replace(bounds, printed=value)


def _range(text: str, low: Number, high: Number) -> Bounds | None:
    """Return the range that two numbers make: "3~4", "between 10 and 50"; the second one may have a bound of its own."""
    between = text[low.end : high.start]
    opening = _BETWEEN.search(text, max(low.start - 10, 0), low.start)
    match = _TO.fullmatch(between) or (_AND.fullmatch(between) if opening else None)
    if match is None:
        return None
    upper = _one(text, high, None, low.end)
    scaled = low
    if high.is_scaled and not low.is_scaled and not match.group("unit"):
        scaled = replace(low, value=low.value * high.scale)
    key: Comparator = "below" if upper.below is not None else "at_most"
    is_clear = upper.is_clear and scaled.whole is not None and scaled.value < high.value and upper.at_least is None
    start = opening.start() if opening is not None else low.start
    bounds = Bounds(start=start, end=upper.end, unit=match.group("unit") or upper.unit, is_clear=is_clear)
    return _with(_with(bounds, "at_least", scaled), key, high)


def _join(text: str, low: Bounds, high: Bounds) -> Bounds | None:
    """Return a lower and an upper bound as one, where they are of one unit and nothing but a joining word is between."""
    is_range = any(getattr(low, key) is not None for key in _LOW) and any(
        getattr(high, key) is not None for key in _HIGH
    )
    has_room = not any(getattr(low, key) is not None for key in _HIGH)
    if not (is_range and has_room and _JOINS.fullmatch(text[low.end : high.start])):
        return None
    if low.unit and high.unit and low.unit != high.unit and not high.unit.startswith(low.unit):
        return None
    least = low.at_least if low.at_least is not None else low.above
    most = high.at_most if high.at_most is not None else high.below
    is_clear = low.is_clear and high.is_clear and least is not None and most is not None and least <= most
    return replace(
        high, start=low.start, unit=low.unit or high.unit, at_least=low.at_least, above=low.above, is_clear=is_clear
    )
