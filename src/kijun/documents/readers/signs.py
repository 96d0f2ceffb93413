"""Which sign does a reader of the printed page see: a box, a bullet, a letter of a symbol font?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

BOX: Final = "□"
UNKNOWN: Final = "\ufffd"
"""In place of a sign of a symbol font that is not in the tables: nobody may take it for something that it is not."""
_PLAIN: Final = str.maketrans({**dict.fromkeys("\u00a0\u2007\u202f", " "), **dict.fromkeys("☐☑☒", BOX)})
_WINGDINGS: Final = {
    **dict.fromkeys((0x6F, 0x70, 0x71, 0x72, 0x78, 0x79, 0xA8, 0xFD, 0xFE), BOX),
    **dict.fromkeys((0x6C, 0x9F, 0x9E), "●"),
    **dict.fromkeys((0x6E, 0xA7), "■"),
    **dict.fromkeys((0x74, 0x75, 0x76, 0x77), "◆"),
    **dict.fromkeys((0xA1, 0xA2), "○"),
    0xA4: "◎",
    0xAB: "★",
    0xD8: "➢",
    0xE0: "→",
    0xE8: "→",
    0xFB: "✗",
    0xFC: "✓",
}
_WINGDINGS_2: Final = {**dict.fromkeys((0x2A, 0x52, 0x53, 0x54, 0xA3), BOX), 0x50: "✓", 0x97: "●", 0x98: "●"}
_WEBDINGS: Final = {0x61: "✓", 0x63: BOX, 0x67: "■", 0x6E: "●"}
_SYMBOL: Final = {
    0xB7: "●",
    0xA8: "◆",
    0x2D: "-",
    0xA3: "≤",
    0xB3: "≥",
    0xB1: "±",
    0xB4: "×",
    0xB0: "°",
    0xAE: "→",
    0x6D: "μ",
    **{code: chr(code) for code in b" !%()+,./0123456789:;<=>?[]_{|}"},
}
_FONTS: Final[Mapping[str, Mapping[int, str]]] = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "webdings": _WEBDINGS,
    "symbol": _SYMBOL,
}
_PRIVATE: Final = range(0xF000, 0xF100)
"""Where Word keeps the letters of symbol fonts."""


def plain(words: str) -> str:
    """Return words with ordinary blanks in place of those that do not break, and one sign for every check box."""
    return words if words.isascii() else words.translate(_PLAIN)


def in_font(words: str, font: str) -> str:
    """Return what a font shows for words: their own letters, unless it is a font of symbols.

    >>> in_font("\uf0a8", "Wingdings"), in_font("o", "Wingdings"), in_font("o", "Arial")
    ('□', '□', 'o')
    """
    table = _FONTS.get(font.lower())
    if table is None:
        return plain(words)
    return "".join(letter if letter.isspace() else _sign(ord(letter), table) for letter in words)


def _sign(code: int, table: Mapping[int, str]) -> str:
    return table.get(code & 0xFF, UNKNOWN) if code in _PRIVATE or code < 0x100 else plain(chr(code))  # noqa: PLR2004  # a byte


def bullet(words: str, font: str) -> str:
    """Return the sign before an item of a list, ready to be followed by the item's words.

    >>> bullet("\uf0b7", "Symbol"), bullet("o", "Courier New"), bullet("－", "MS Mincho")
    ('●', '○', '－')
    """
    sign = in_font(words, font)
    if sign == "o":
        return "○"  # Word's own list of bullets has the letter for a circle
    if sign == "•":
        return "●"
    if UNKNOWN in sign or any(ord(letter) in _PRIVATE for letter in sign):
        return "・"
    return f"{sign} " if sign[-1:].isalnum() else sign
