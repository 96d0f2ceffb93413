"""Can the fonts of the report show every letter, and which of them does a page need?

A letter without a glyph would be left out without a word. Ideographic variants (a kanji followed by a variation selector)
count as one letter: where the font lacks the variant, its plain form would be shown in its place.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Final

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FONTS: Final = Path(__file__).resolve().parent / "fonts"
WEIGHTS: Final = {400: "NotoSansJP-Regular.ttf", 700: "NotoSansJP-Bold.ttf"}
_SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
_LETTER = re.compile(f"[^{_SELECTORS}][{_SELECTORS}]?|[{_SELECTORS}]")
_NO_GLYPH_NEEDED = frozenset("\n\t\r ")


def missing_letters(texts: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return the letters that no font has, and the variants of which the fonts have the plain form only.

    >>> missing_letters(["髙﨑𠮷 葛\U000e0100", "😀", "辻\U000e01ef"])
    (['😀'], ['辻\U000e01ef'])
    """
    letters = dict.fromkeys(letter for text in texts for letter in _LETTER.findall(text))
    known, variants = _known()
    lacking = [each for each in letters if each[0] not in known and each not in _NO_GLYPH_NEEDED]
    plain = [each for each in letters if len(each) > 1 and each[0] in known and each not in variants]
    return lacking, plain


@cache
def _known() -> tuple[frozenset[str], frozenset[str]]:
    """Return the letters and the variants that every weight has."""
    letters, variants = [], []
    for name in WEIGHTS.values():
        with TTFont(FONTS / name, lazy=True) as font:
            letters.append({chr(code) for code in font.getBestCmap()})
            selections = (table.uvsDict for table in font["cmap"].tables if table.format == 14)  # noqa: PLR2004  # variants
            variants.append(
                {chr(base) + chr(selector) for of in selections for selector, pairs in of.items() for base, _ in pairs}
            )
    return frozenset.intersection(*map(frozenset, letters)), frozenset.intersection(*map(frozenset, variants))


def embedded(texts: Iterable[str]) -> dict[int, str]:
    """Return the fonts by weight, cut down to the letters of some texts, as base64 of WOFF: for a page of one file."""
    letters = sorted({ord(letter) for text in texts for letter in text})
    return {weight: b64encode(_cut(name, letters)).decode() for weight, name in WEIGHTS.items()}


def _cut(name: str, letters: list[int]) -> bytes:
    options = Options(flavor="woff", layout_features=["ccmp", "kern", "locl", "palt"], notdef_outline=True)
    with TTFont(FONTS / name, lazy=True, recalcTimestamp=False) as font:
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=letters)
        subsetter.subset(font)
        font.flavor = "woff"
        written = BytesIO()
        font.save(written)
    return written.getvalue()
