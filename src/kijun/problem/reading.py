"""Is this value what it should be, and if not, where does it stand?

A `Value` is a plain value (what YAML or JSON gives) with its path and the `Reading` that collects problems. Asking a value
for what it should be returns that, or records a problem and returns a stand-in; whoever reads a file looks at
`has_errors` before using what was built. Which keys and words a file may hold is decided by the rooms above.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from typing import Final

from kijun.day import RecordedDay, read_day
from kijun.problem.codes import CODES
from kijun.problem.problem import Path, Place, Problem, Severity
from kijun.text import Text, same

FIRST_DAY: Final = date(1900, 1, 1)
LAST_DAY: Final = date(2199, 12, 31)
_DIGITS = re.compile(r"[+-]?(\d{1,3}([,_]\d{3})+|\d{1,30})", re.ASCII)
_FRACTION = re.compile(r"[+-]?(\d+\.\d*|\.\d+|\d+(?=[eE]))([eE][+-]?\d+)?", re.ASCII)
_WIDE_DIGIT = re.compile("[０-９]")
_SPACE = re.compile(r"[ \t\r\n]+")
_OBEYED = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
"""Control characters, other line ends, and what turns the direction of writing."""
_SHOWN_WORDS = 12
_SHOWN_LETTERS = 200
_SHORTEST_PART = 4
_MOST_SUGGESTIONS = 100
"""How many problems of one file get a suggestion: looking for one takes time, and a file with more is another file."""


class _Absent:
    """The raw value of a key that is not written."""


ABSENT = _Absent()
Fact = object
"""What a problem's sentence names: said in both languages, or written as it is."""


@dataclass(slots=True, kw_only=True)
class Reading:
    """The problems of one file, and where its values stand."""

    locate: Callable[[Path], Place]
    problems: list[Problem] = field(default_factory=list)

    @property
    def has_errors(self) -> bool:
        """Whether anything was found that stops the work."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)

    def report(self, code: str, path: Path, /, *, suggestion: str | None = None, **facts: Fact) -> None:
        """Record a problem at a path, with the facts that its sentence names."""
        self.problems.append(describe(code, self.locate(path), suggestion=suggestion, **facts))

    def suggest(self, word: str, known: Iterable[str]) -> str | None:
        """Return the known word that was probably meant, as long as the file has few problems."""
        return nearest(word, known) if len(self.problems) < _MOST_SUGGESTIONS else None

    def in_order(self) -> tuple[Problem, ...]:
        """Return the problems in the order of their places."""
        return tuple(sorted(self.problems, key=lambda problem: (problem.place.line or 0, problem.place.column or 0)))


def describe(code: str, place: Place, /, *, suggestion: str | None = None, **facts: Fact) -> Problem:
    """Return the problem of that code at that place, its sentences filled with the facts."""
    entry = CODES[code]

    def fill(text: Text) -> Text:
        return Text(
            ja=text.ja.format(**{name: _said(fact).ja for name, fact in facts.items()}),
            en=text.en.format(**{name: _said(fact).en for name, fact in facts.items()}),
        )

    return Problem(
        code=code,
        severity=entry.severity,
        place=place,
        title=fill(entry.title),
        detail=fill(entry.detail),
        suggestion=suggestion,
    )


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that is most like the misspelt one, or like a part of it, if any is.

    Width and case do not matter.

    >>> nearest("Ｌｅａｄｒ", ["leader", "member"]), nearest("team-lead", ["leader", "member"])
    ('leader', 'leader')
    """
    plain = {_plain(each): each for each in known}
    asked = _plain(word[:_SHOWN_LETTERS])
    found = get_close_matches(asked, plain, n=1, cutoff=0.6)
    for part in re.split(r"[-_ ]", asked) if not found else ():
        if len(part) >= _SHORTEST_PART:
            found = found or get_close_matches(part, plain, n=1, cutoff=0.75)
    return plain[found[0]] if found else None


def _plain(word: str) -> str:
    return unicodedata.normalize("NFKC", word).casefold()


def _said(fact: Fact) -> Text:
    return fact if isinstance(fact, Text) else same(shown(str(fact)))


def shown(words: str) -> str:
    r"""Return words as a message shows them: on one line, not too long, and with nothing that moves a cursor.

    >>> shown("red\x1b[31m"), len(shown("x" * 5000))
    ('red\\x1b[31m', 202)
    """
    return printable(words if len(words) <= _SHOWN_LETTERS else f"{words[:_SHOWN_LETTERS]} …")


def printable(words: str) -> str:
    """Return words with every letter that a terminal would obey, instead of showing it, written as its code."""
    return _OBEYED.sub(lambda letter: ascii(letter.group())[1:-1], words)


MAPPING = Text(ja="キーと値の組", en="a mapping of keys to values")
LIST = Text(ja="「- 」で始まる一覧", en="a list (lines that start with -)")
WORDS = Text(ja="文字", en="text")
NUMBER = Text(ja="整数", en="a whole number")
FLAG = Text(ja="trueかfalse", en="true or false")
NOTHING = Text(ja="空の値", en="nothing")


def _kind_of(raw: object) -> Text:
    match raw:
        case None:
            return NOTHING
        case bool():
            return Text(ja=f"「{str(raw).lower()}」", en=str(raw).lower())
        case dict():
            return MAPPING
        case list():
            return LIST
        case str():
            return Text(ja=f"「{shown(raw)}」", en=f'"{shown(raw)}"')
        case _:
            return same(shown(str(raw)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A plain value of a file, its path, and the reading that it belongs to."""

    reading: Reading
    path: Path
    raw: object

    def report(self, code: str, /, *, suggestion: str | None = None, **facts: Fact) -> None:
        """Record a problem of this value."""
        self.reading.report(code, self.path, suggestion=suggestion, **facts)

    def keys(self, *, required: Collection[str] = (), optional: Collection[str] = ()) -> dict[str, Value]:
        """Return the values under all known keys; unknown keys and missing required ones are problems.

        A key that is not written has an absent value, which answers every question with its stand-in.
        """
        if not isinstance(self.raw, dict):
            if self.is_written:
                self.report("K103", expected=MAPPING, found=_kind_of(self.raw))
            return dict.fromkeys((*required, *optional), self._absent())
        known = (*required, *optional)
        found = dict.fromkeys(known, self._absent())
        for key, raw in self.raw.items():
            if key not in found:
                near = self.reading.suggest(str(key), known)
                listed = Text(ja="、".join(known), en=", ".join(known))
                self.reading.report("K101", (*self.path, key), suggestion=near, key=key, known=listed)
            elif raw is not None:
                found[key] = self._below(key, raw)
        for key in required:
            if self.raw.get(key) is None:
                self.reading.report("K102", (*self.path, key), key=key)
        return found

    def _absent(self) -> Value:
        return Value(reading=self.reading, path=self.path, raw=ABSENT)

    @property
    def is_written(self) -> bool:
        """Whether the file holds this value at all."""
        return self.raw is not ABSENT

    def entries(self) -> dict[str, Value]:
        """Return the values of a mapping whose keys are free."""
        if not isinstance(self.raw, dict):
            if self.is_written:
                self.report("K103", expected=MAPPING, found=_kind_of(self.raw))
            return {}
        return {str(key): self._below(key, raw) for key, raw in self.raw.items()}

    def items(self) -> list[Value]:
        """Return the values of a list."""
        if not isinstance(self.raw, list):
            if self.is_written:
                self.report("K103", expected=LIST, found=_kind_of(self.raw))
            return []
        return [self._below(position, raw) for position, raw in enumerate(self.raw)]

    def identified(self) -> list[Value]:
        """Return the values of a list of things that have an id; an id that stands there twice is a problem."""
        items = self.items()
        seen: dict[str, Path] = {}
        for item in items:
            identity = item.raw.get("id") if isinstance(item.raw, dict) else None
            if not isinstance(identity, str | int | float):
                continue
            name, path = str(identity).strip(), (*item.path, "id")
            if name in seen:
                self.reading.report("K105", path, id=name, line=self.reading.locate(seen[name]).line)
            seen.setdefault(name, path)
        return items

    def _below(self, key: str | int, raw: object) -> Value:
        return Value(reading=self.reading, path=(*self.path, key), raw=raw)

    def words(self) -> str:
        """Return text, with line breaks as spaces; a number is taken as it is written."""
        if isinstance(self.raw, str) and self.raw.strip():
            found = self.raw.strip()
            if "  " in found or not found.isprintable():  # most words are plain, and an edition holds thousands
                found = _SPACE.sub(" ", found)
                if _OBEYED.search(found):
                    self.report("K112", value=found)
            return found
        if isinstance(self.raw, int | float) and not isinstance(self.raw, bool):
            return str(self.raw)
        if self.raw is None or isinstance(self.raw, str):
            self.report("K109")
        elif self.is_written:
            self.report("K103", expected=WORDS, found=_kind_of(self.raw))
        return ""

    def text(self) -> Text:
        """Return a saying: one string for both languages, or ja and en apart."""
        if isinstance(self.raw, dict):
            said = {language: value.words() for language, value in self.keys(required=("ja", "en")).items()}
            return Text(ja=said.get("ja", ""), en=said.get("en", ""))
        return same(self.words())

    def word(self, kind: Text, known: Collection[str]) -> str:
        """Return one of the known words; another one is a problem, with the nearest known word as a suggestion."""
        word = self.words()
        if word and word not in known:
            near = self.reading.suggest(word, known)
            self.report("K104", suggestion=near, kind=kind, word=word, known=_listed(known))
        return word

    def word_list(self, kind: Text, known: Collection[str]) -> tuple[str, ...]:
        """Return a list of known words; one that stands there twice is a problem."""
        words: dict[str, Value] = {}
        for item in self.items():
            word = item.word(kind, known)
            if word in words:
                earlier = self.reading.locate(words[word].path)
                item.report("K111", word=word, line=earlier.line)
            elif word:
                words[word] = item
        return tuple(words)

    def flag(self) -> bool:
        """Return true or false."""
        if not isinstance(self.raw, bool):
            if self.is_written:
                self.report("K103", expected=FLAG, found=_kind_of(self.raw))
            return False
        return self.raw

    def whole(self, *, least: int = 0, most: int = 10**15) -> int:
        """Return a whole number in a range; digits of either width are read, with thousands separated or not."""
        number = self._number()
        if number is None:
            return least
        if not least <= number <= most:
            self.report("K106", value=self.raw, least=f"{least:,}", most=f"{most:,}")
            return least
        return number

    def _number(self) -> int | None:
        raw = self.raw
        plain = unicodedata.normalize("NFKC", raw).strip() if isinstance(raw, str) else ""
        if isinstance(raw, str) and _DIGITS.fullmatch(plain):
            number = int(plain.replace(",", "").replace("_", ""))
            if plain != raw.strip():
                self.report("K201", value=raw, number=number)
            return number
        if isinstance(raw, int) and not isinstance(raw, bool):
            return raw
        if isinstance(raw, float) or _FRACTION.fullmatch(plain):
            self.report("K107", value=raw)
        elif raw is None:
            self.report("K109")
        elif self.is_written:
            self.report("K103", expected=NUMBER, found=_kind_of(raw))
        return None

    def day(self, *, counted_as: str = "earliest") -> RecordedDay | None:
        """Return a day, or None where none can be read; a month is accepted and said, with the day that is counted.

        Full-width digits are accepted and said too.
        """
        words = self.words()
        if not words:
            return None
        recorded = read_day(words)
        if recorded is None:
            self.report("K108", value=words)
            return None
        if not (FIRST_DAY <= recorded.earliest <= recorded.latest <= LAST_DAY):
            self.report("K110", value=words, first=FIRST_DAY.year, last=LAST_DAY.year)
            return None
        if not recorded.is_exact:
            self.report("K202", value=words, day=getattr(recorded, counted_as).isoformat())
        elif _WIDE_DIGIT.search(words):
            self.report("K201", value=words, number=recorded.earliest.isoformat())
        return recorded


def _listed(known: Collection[str]) -> Text:
    """Return known words one after another, and how many there are where that is too long a list."""
    count = len(known)
    first = [word for word in list(known)[:_SHOWN_WORDS] if len(word) <= _SHOWN_LETTERS]
    while len(first) > 1 and sum(map(len, first)) > _SHOWN_LETTERS:
        first.pop()
    if len(first) == count:
        return Text(ja="、".join(first), en=", ".join(first))
    return Text(ja=f"{'、'.join(first)}など{count}個", en=f"{', '.join(first)} and others, {count} in all")
