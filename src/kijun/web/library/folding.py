"""When are two spellings the same to somebody who searches?

Width, case, hiragana or katakana, and marks of a long vowel do not count; marks and punctuation part words. What a search looks
for and what it looks through are folded alike.
"""

from __future__ import annotations

import re
import unicodedata

_LETTER = re.compile(r".[\u3099\u309a\uff9e\uff9f\u0300-\u036f]*", re.DOTALL)
"""A letter with the marks that belong to it: a half-width kana is followed by its voicing as a letter of its own."""
_LONG = "ーｰ"
_TO_KATAKANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}
_TO_KATAKANA |= {0x3099: None, 0x309A: None}  # type: ignore[dict-item]  # None deletes a voicing that stands alone


def fold(words: str) -> str:
    """Return words as they are compared.

    >>> fold("サーバー") == fold("ｻｰﾊﾞ") == fold("さーば")
    True
    >>> fold("ＩＴ Service-Level")
    'it service level'
    """
    return " ".join(folded_with_places(words)[0].split())


def folded_with_places(words: str) -> tuple[str, list[int]]:
    """Return words as they are compared, and of each letter where it stood; a place more stands for the end."""
    letters: list[str] = []
    places: list[int] = []
    for found in _LETTER.finditer(words):
        folded = _fold_letter(found.group())
        letters.append(folded)
        places += [found.start()] * len(folded)
    return "".join(letters), [*places, len(words)]


def _fold_letter(letter: str) -> str:
    if letter in _LONG:
        return ""
    plain = unicodedata.normalize("NFKC", letter).casefold().translate(_TO_KATAKANA)
    return "".join(each if each.isalnum() else " " for each in plain)
