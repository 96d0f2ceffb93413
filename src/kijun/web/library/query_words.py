"""What does somebody look for who typed this?

The words are all looked for, in any order; each may stand in another way of saying it. A level is a level however it is
written: レベル5, level 5, Lv.5, or a bare 5.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from kijun.web.library.folding import fold
from kijun.web.library.synonyms import SYNONYMS

MOST_LETTERS: Final = 200
_LEVEL: Final = re.compile(r"(?:レベル|level|lvl|lv)\s*(\d{1,2})")
_LATIN: Final = re.compile(r"[a-z0-9 ]+")
_BORDER: Final = re.compile(r"(?<=[^\Wa-z0-9])(?=[a-z0-9])|(?<=[a-z0-9])(?=[^\Wa-z0-9])")
"""Between Japanese letters and others, where Japanese is written without blanks."""
_RUN: Final = re.compile(r"[\u4e00-\u9fff々]+|[\u30a0-\u30ffｦ-ﾟー]+|[A-Za-z0-9]+|[\u3041-\u3096]{3,}")
_SHORT_KANA: Final = re.compile(r"[\u30a0-\u30ff]{1,3}")
_LONGEST: Final = 4
_ABBREVIATION: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One thing that is looked for: as it was typed, and the folded ways of saying it."""

    typed: str
    ways: tuple[str, ...]
    level: int | None = None

    def is_in(self, folded: str) -> bool:
        """Return whether one of its ways stands in a folded text: a Latin word from its beginning, a number as a whole."""
        return any(found is not None for way in self.ways for found in (pattern_of(way).search(folded),))


def read_query(typed: str, *, is_split: bool = False) -> list[Term]:
    """Return what is looked for. `is_split` parts Japanese where its script changes, for words that stand nowhere together."""
    typed = typed[:MOST_LETTERS]
    if is_split:
        typed = " ".join(_RUN.findall(typed))
    rest = fold(typed)
    terms = [_level(int(found.group(1))) for found in _LEVEL.finditer(rest)]
    words = _BORDER.sub(" ", _LEVEL.sub(" ", rest)).split()
    while words:
        term, taken = _next(words)
        terms.append(term)
        words = words[taken:]
    return list({term.ways: term for term in terms}.values())


def _next(words: list[str]) -> tuple[Term, int]:
    """Return the term with which the words begin, and how many of them it takes: the longest that has other names."""
    for taken in range(min(_LONGEST, len(words)), 0, -1):
        phrase = " ".join(words[:taken])
        if phrase in other_names():
            return Term(typed=phrase, ways=other_names()[phrase]), taken
    word = words[0]
    return (_level(int(word)) if word.isdecimal() and len(word) == 1 else Term(typed=word, ways=(word,))), 1


def _level(number: int) -> Term:
    return Term(typed=str(number), ways=(f"レベル{number}", f"level {number}", str(number)), level=number)


@cache
def other_names() -> dict[str, tuple[str, ...]]:
    """Return of each folded word that has other names all of them, itself first.

    A short one in kana is looked for where it was typed, and not in place of another: its letters stand in other words.
    """
    found: dict[str, tuple[str, ...]] = {}
    for group in SYNONYMS:
        folded = tuple(dict.fromkeys(_spaced(fold(word)) for word in group))
        for word in folded:
            others = [each for each in folded if not _SHORT_KANA.fullmatch(each)]
            found[word] = tuple(dict.fromkeys([word, *others, *found.get(word, ())]))
    return found


def _spaced(folded: str) -> str:
    return " ".join(_BORDER.sub(" ", folded).split())


@cache
def pattern_of(way: str) -> re.Pattern[str]:
    """Return how a folded way of saying something is found in a folded text."""
    if not _LATIN.fullmatch(way):
        escaped = re.escape(way).replace(r"\ ", r"\s*")
        return re.compile(escaped + (r"(?!\d)" if way[-1].isdecimal() else ""))
    escaped = r"\s+".join(map(re.escape, way.split()))
    return re.compile(
        rf"(?<![a-z0-9]){escaped}" + (r"(?![a-z0-9])" if way[-1].isdecimal() or len(way) <= _ABBREVIATION else "")
    )
