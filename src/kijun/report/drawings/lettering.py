"""How wide is a text, and where may it be broken, before anybody draws it?"""

from __future__ import annotations

import unicodedata

_NEVER_FIRST = "、。，．)）」』】ー・:;,.々っゃゅょッャュョ"
_WIDE = frozenset("WFA")
_FIRST, _HUNDREDTHS = 32, 100
_ADVANCES = (
    *(22, 32, 47, 56, 56, 92, 68, 28, 34, 34, 47, 56, 28, 35, 28, 39, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 28, 28),
    *(56, 56, 56, 47, 95, 61, 66, 64, 69, 59, 55, 69, 73, 29, 54, 65, 54, 81, 72, 74, 63, 74, 64, 60, 60, 72, 57, 88),
    *(57, 53, 60, 34, 39, 34, 56, 56, 61, 56, 62, 51, 62, 55, 32, 56, 61, 28, 28, 55, 28, 93, 61, 61, 62, 62, 39, 47),
    *(38, 61, 52, 80, 50, 52, 48, 34, 27, 34, 56),
)
"""The widths of ASCII letters in the font of the report, in hundredths of its size."""
_OTHER = 60


def width_of(text: str, size: float) -> float:
    """Return about how wide a text is: a wide letter is as wide as it is high.

    >>> width_of("専門性", 10)
    30.0
    """
    return sum(_width(letter) for letter in text) * size


def _width(letter: str) -> float:
    if unicodedata.category(letter) == "Mn":  # combining marks and variation selectors
        return 0.0
    if unicodedata.east_asian_width(letter) in _WIDE:
        return 1.0
    place = ord(letter) - _FIRST
    return (_ADVANCES[place] if 0 <= place < len(_ADVANCES) else _OTHER) / _HUNDREDTHS


def shortened(text: str, size: float, room: float) -> str:
    """Return a text that fits, with an ellipsis where it was too long.

    >>> shortened("専門性と責任性", 10, 40)
    '専門性…'
    """
    if width_of(text, size) <= room:
        return text
    left = room / size - _width("…")
    for place, letter in enumerate(text):
        left -= _width(letter)
        if left < 0:
            return f"{text[:place].rstrip()}…"
    return f"{text.rstrip()}…"


def broken(text: str, size: float, room: float, *, most: int = 3) -> list[str]:
    """Return the lines of a text, no wider than the room; what does not fit on the last line is cut short.

    >>> broken("skill of maintenance", 10, 60)
    ['skill of', 'maintenance']
    """
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        if line and width_of((line + piece).rstrip(), size) > room and piece[0] not in _NEVER_FIRST:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    lines.append(line.rstrip())
    kept = lines[:most]
    if len(lines) > most:
        kept[-1] = shortened(kept[-1] + "".join(lines[most:]), size, room)
    return kept


def balanced(text: str, size: float, room: float, *, most: int) -> list[str]:
    """Return the lines of a text, as few as fit in the room, and about as wide as each other.

    >>> balanced("カスタマサービスマネジメント", 10, 130, most=2)
    ['カスタマサービ', 'スマネジメント']
    """
    fewest = broken(text, size, room, most=most)
    narrow = width_of(text, size) / len(fewest)
    while narrow < room:
        lines = broken(text, size, narrow, most=most)
        if len(lines) == len(fewest) and not lines[-1].endswith("…"):
            return lines
        narrow += size / 2
    return fewest


def _pieces(text: str) -> list[str]:
    """Return what stays on one line: a Western word with its space, or one wide letter."""
    pieces: list[str] = []
    for letter in text:
        is_wide = unicodedata.east_asian_width(letter) in "WF"
        joins = pieces and not is_wide and unicodedata.east_asian_width(pieces[-1][-1]) not in "WF"
        if joins and not pieces[-1].endswith(" "):
            pieces[-1] += letter
        else:
            pieces.append(letter)
    return pieces
