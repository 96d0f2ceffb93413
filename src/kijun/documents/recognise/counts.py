"""How many times, or how many years, does a clause ask for?

Projects and the like count as times: each of them is one. Months are asked about, because the standard counts whole years; so
is a number without "or more", or with an upper bound.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from kijun.documents.notebook import Notebook
from kijun.documents.recognise.bounds import Bounds, bounds_in
from kijun.documents.recognise.sentence import Sentence
from kijun.text import Text

MOST_TIMES: Final = 1_000
"""The most that a cell of a standard may count."""

_YEARS: Final = re.compile(r"(?:[かカヶヵケ箇]?年間?|years?)")
_TIMES: Final = re.compile(r"(?:回|度|件|案件|プロジェクト|times?|projects?|engagements?|occasions?)")
_MONTHS: Final = re.compile(r"(?:[かカヶヵケ箇]月|months?|weeks?|週間)")
_BRACKET: Final = re.compile(r"\([^()]*(?:レベル|level|複雑性|complexity)[^()]*(?:\)|$)")
_LEVEL: Final = re.compile(r"レベル|\blevels?")
_SEGMENT: Final = re.compile(r"[^、,。.;()]+")
_ASKS: Final = Text(
    ja="何回または何年の経験を求めるか、読み取れません。回数または年数(1以上の整数)を答えてください。",
    en="How many times or years are asked for could not be read. Answer with the number (a whole number, 1 or more).",
)
_ASKS_MEASURE: Final = Text(
    ja="回で数えるか、年で数えるか、読み取れません。times(回)またはyears(年)で答えてください。",
    en="Whether times or years are counted could not be read. Answer with times or years.",
)
_ASKS_MONTHS: Final = Text(
    ja="月や週で数えています。この標準は年または回で数えます。年数(1以上の整数)を答えてください。",
    en="This is counted in months or weeks; the standard counts years or times. Answer with the number of years (1 or more).",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many times or years are asked for, None where that is asked about, and where it stands."""

    measure: Literal["times", "years"]
    at_least: int | None
    start: int
    end: int


def recognise_count(sentence: Sentence, cell: Notebook) -> Count | None:
    """Write the count of the responsibility, or ask about it."""
    found = [(bounds, kind) for bounds in _outside(sentence) if (kind := _kind(sentence, bounds)) is not None]
    counted = [each for each in found if not _is_of_level(sentence, each[0])] or found
    for bounds, _ in counted:
        sentence.take(bounds.start, _end(sentence, bounds))
    kinds = {kind for _, kind in counted}
    if len(counted) != 1:
        cell.give_up("responsibility", sentence.passage, _ASKS_MEASURE, below="responsibility/measure")
        cell.give_up("responsibility", sentence.passage, _ASKS, below="responsibility/at_least")
        return None
    bounds = counted[0][0]
    measure: Literal["times", "years"] = "times" if kinds == {"times"} else "years"
    place = sentence.place(bounds.start)
    cell.write("responsibility/measure", measure, place)
    plain = bounds.plain()
    least = plain.get("at_least")
    is_read = bounds.is_clear and len(plain) == 1 and isinstance(least, int) and 0 < least <= MOST_TIMES
    if kinds == {"months"} or not is_read or not isinstance(least, int):
        asks = _ASKS_MONTHS if kinds == {"months"} else _ASKS
        cell.give_up("responsibility", sentence.passage, asks, below="responsibility/at_least")
        return Count(measure=measure, at_least=None, start=bounds.start, end=bounds.end)
    cell.write("responsibility/at_least", least, place)
    return Count(measure=measure, at_least=least, start=bounds.start, end=bounds.end)


def _outside(sentence: Sentence) -> tuple[Bounds, ...]:
    """Return the quantities outside of the brackets that speak of levels."""
    return bounds_in(_BRACKET.sub(lambda match: "\x00" * len(match.group()), sentence.open))


def _kind(sentence: Sentence, bounds: Bounds) -> str | None:
    words = sentence.text[bounds.start : bounds.end]
    if re.search(r"\b(?:once|twice|thrice)\b", words):
        return "times"
    unit = bounds.unit
    named = {"years": _YEARS, "times": _TIMES, "months": _MONTHS}
    return next(
        (kind for kind, pattern in named.items() if pattern.fullmatch(unit) or pattern.fullmatch(unit.split(" ")[-1])),
        None,
    )


def _is_of_level(sentence: Sentence, bounds: Bounds) -> bool:
    """Return whether a quantity stands in a part of the sentence that speaks of a level: so many of them at that level."""
    return any(
        segment.start() <= bounds.start < segment.end() and _LEVEL.search(segment.group())
        for segment in _SEGMENT.finditer(sentence.text)
    )


def _end(sentence: Sentence, bounds: Bounds) -> int:
    """Return where a quantity ends, its unit included."""
    rest = sentence.text[bounds.end :]
    unit = re.match(rf" ?{re.escape(bounds.unit)}", rest) if bounds.unit else None
    return bounds.end + (unit.end() if unit else 0)
