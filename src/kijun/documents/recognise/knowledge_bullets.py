"""With which sign do the knowledge items of a table begin, and does this line begin with it?

The signs are dashes of several widths, dots, and look-alikes that are letters as well: a long vowel or a numeral begins a line
where a word was wrapped. So a table tells by its other lines which sign it uses.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from kijun.documents.fold import fold
from kijun.documents.printed import Line

_Sign = Literal["wide", "hyphen", "dot", "vowel", "numeral"]

_SIGN: Final = re.compile(
    r"\s*(?:(?P<wide>[\u2010-\u2015\u2212\u2500\ufe63\uff0d])|(?P<hyphen>-)|(?P<dot>[・•･·])|(?P<vowel>[ー\uff70])"
    r"|(?P<numeral>一))\s*(?=\S)"
)
_LATIN: Final = re.compile(r"[a-z0-9]$")
_LETTERS: Final = frozenset({"vowel", "numeral"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullets:
    """The sign with which the knowledge items of a table begin; None where no line begins with one."""

    sign: _Sign | None

    def find(self, line: Line, before: Line | None) -> int | None:
        """Return where the words after the bullet of a line begin, or None where it has none.

        `before` is the line that it would go on with.
        """
        match = _SIGN.match(line.text)
        if match is None or self.sign is None:
            return None
        if match.lastgroup != self.sign and not self._is_other_width(match.lastgroup, line, before):
            return None
        return match.end()

    def _is_other_width(self, sign: str | None, line: Line, before: Line | None) -> bool:
        """Return whether another sign than the table's is a bullet all the same: a dash of another width, a new block.

        A hyphen after a Latin letter may be one inside a word.
        """
        if sign in _LETTERS:
            return False
        if sign == "dot":
            return line.after == "block"
        if sign == "wide":
            return self.sign == "hyphen"
        return self.sign == "wide" and not (before and _LATIN.search(fold(before.text).text))


def bullets_of(lines: Iterable[Line]) -> Bullets:
    """Return the sign that most lines of a table begin with; one that is a letter as well only where no other is used."""
    counted: Counter[str] = Counter()
    for line in lines:
        match = _SIGN.match(line.text)
        if match is not None and match.lastgroup is not None:
            counted[match.lastgroup] += 1
    for sign in ("wide", "hyphen", "dot", "vowel", "numeral"):
        plain = [each for each in counted if each not in _LETTERS]
        is_most = sign in counted and counted[sign] == max(counted[each] for each in plain or counted)
        if is_most and (sign not in _LETTERS or not plain):
            return Bullets(sign=sign)
    return Bullets(sign=None)
