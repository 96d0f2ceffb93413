"""When are two printed spellings the same: widths, look-alike letters, blanks?

Nothing printed is changed: a folded text knows where each of its letters stands in the printed one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_ALIKE: Final = str.maketrans(
    {
        "\u5c10": "少",  # a rare letter that some fonts print for it
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500\ufe63\uff0d", "-"),
        **dict.fromkeys("\u301c\uff5e\u223c\u02dc", "~"),
        **dict.fromkeys("\u2018\u2019\u2032\uff07", "'"),
        **dict.fromkeys("\u201c\u201d\u2033\uff02", '"'),
        **dict.fromkeys("\u25ef\u20dd", "○"),
        **dict.fromkeys("\u2610\u2611\u2612\u2751\u2752\u274f\u2750\u25fb\u25a2\u25fd\u2b1c\u25ab", "□"),
        **dict.fromkeys("\u2b24\u26ab\u25c9\u23fa", "●"),
        **dict.fromkeys("\u3008\u2329\u27e8\ufe3f", "<"),
        **dict.fromkeys("\u3009\u232a\u27e9\ufe40", ">"),
        **dict.fromkeys("\u3014\u3016\u3010", "【"),
        **dict.fromkeys("\u3015\u3017\u3011", "】"),
        "\uff64": "、",
        "\uff61": "。",
        "\uff0c": "、",
        "\u00ad": "",
        "\u200b": "",
        "\ufeff": "",
    }
)
_RAISED: Final = frozenset(
    "\u00b9\u00b2\u00b3\u2070\u2074\u2075\u2076\u2077\u2078\u2079\u2080\u2081\u2082\u2083\u2084\u2085\u2086\u2087\u2088\u2089"
)
"""Small digits make no larger number of the digits before them."""

_MARKED: Final = re.compile("[\uff73\uff76-\uff84\uff8a-\uff8e][\uff9e\uff9f]")
_LONG_VOWEL: Final = re.compile(r"(?<=[\u30a1-\u30fa\u30fc])-(?=[\u30a1-\u30fa\u30fc])")
_GROUPING: Final = re.compile(r"(?<=\d)\uff0c(?=\d)")
_JAPANESE: Final = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef、。・「」【】（）]")
_DROPPED: Final = re.compile(rf"^ +| +$|(?<={_JAPANESE.pattern}) +| +(?={_JAPANESE.pattern})|(?<= ) +")
_NO_LETTER: Final = re.compile(r"[\s、。,.・:;'\"`()\[\]{}<>「」『』【】〔〕/／\-~]")
_TAIL: Final = re.compile(r"(?<=[\u30a1-\u30fa])ー(?![\u30a1-\u30fa\u30fc])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """A folded text; `at[i]` is where its letter i stands in the printed text."""

    text: str
    at: Sequence[int]

    def printed_at(self, offset: int) -> int:
        """Return where a letter of the folded text stands in the printed one."""
        return self.at[min(offset, len(self.at) - 1)] if self.at else 0


_UNEVEN: Final[set[str]] = set()
"""The letters that were met whose plain form is not one letter."""


class _Plain(dict[int, str]):
    """The plain form of each letter, worked out when it is first met."""

    def __missing__(self, key: int) -> str:
        letter = chr(key)
        plain = letter.translate(_ALIKE)
        if plain == letter and letter not in _RAISED:
            plain = unicodedata.normalize("NFKC", letter).translate(_ALIKE)
        self[key] = "".join(" " if each.isspace() else each for each in plain.lower())
        if len(self[key]) != 1:
            _UNEVEN.add(letter)
        return self[key]


_PLAIN: Final = _Plain()


def is_japanese(text: str) -> bool:
    """Return whether a text holds a Japanese letter."""
    return _JAPANESE.search(text) is not None


@lru_cache(maxsize=2_000)  # a line is looked at by one recogniser after the other
def fold(text: str) -> Folded:
    """Return a text in half-width digits and small letters, look-alikes made one, blanks made one.

    A blank beside a Japanese letter is dropped. A dash between katakana is the long vowel; money, areas and the like keep
    their signs.

    >>> fold("２４時間３６５日").text
    '24時間365日'
    >>> fold("サービスチ－ム メンバ").text
    'サービスチームメンバ'
    """
    if "\uff0c" in text:  # elsewhere it is the comma of a sentence
        text = _GROUPING.sub(",", text)
    text, origin = _composed(text)
    plain = text.translate(_PLAIN)
    at: Sequence[int] = range(len(text))
    if not _UNEVEN.isdisjoint(text):
        at = [position for position, letter in enumerate(text) for _ in _PLAIN[ord(letter)]]
    if "m²" in plain:
        plain = plain.replace("m²", "m2")
    if " " in plain:
        kept = list(_kept(plain))
        plain = "".join(plain[start:end] for start, end in kept)
        at = [position for start, end in kept for position in at[start:end]]
    if origin is not None:
        at = [origin[position] for position in at]
    return Folded(text=_LONG_VOWEL.sub("ー", plain), at=at)


def _composed(text: str) -> tuple[str, Sequence[int] | None]:
    """Return a text whose half-width katakana are one letter with their marks, and where its letters stood."""
    if _MARKED.search(text) is None:
        return text, None
    origin: list[int] = []
    end = 0
    for match in _MARKED.finditer(text):
        origin += [*range(end, match.start()), match.start()]
        end = match.end()
    origin += range(end, len(text))
    return _MARKED.sub(lambda match: unicodedata.normalize("NFKC", match.group()), text), origin


def _kept(plain: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a text that stay: of a run of blanks one between two letters that are not Japanese."""
    start = 0
    for blanks in _DROPPED.finditer(plain):
        yield start, blanks.start()
        start = blanks.end()
    yield start, len(plain)


@lru_cache(maxsize=20_000)
def fold_name(text: str) -> str:
    """Return what two spellings of one name have in common: no blanks, no punctuation, no long vowel at a word's end.

    >>> fold_name("サーバー・ルーム") == fold_name("サーバルーム")
    True
    """
    return _NO_LETTER.sub("", _TAIL.sub("", fold(text).text))
