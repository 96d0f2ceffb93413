"""Which colour is a cell of Word's filled with?"""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from kijun.documents.readers.docx.xml import attribute, child

_COLOUR: Final = re.compile(r"[0-9A-Fa-f]{6}")
_SHARE: Final = re.compile(r"pct(\d{1,2})")
_WHITE: Final = "ffffff"
_BLACK: Final = "000000"
_WHOLE: Final = 100


def fill_of(properties: etree._Element | None) -> str | None:
    """Return the colour that a cell shows as `#rrggbb`, a pattern mixed to one; white and none are None."""
    shading = child(properties, "shd")
    if shading is None:
        return None
    behind = _colour(attribute(shading, "fill"), _WHITE)
    front = _colour(attribute(shading, "color"), _BLACK)
    shown = _mixed(front, behind, _share(attribute(shading, "val")))
    return None if shown == _WHITE else f"#{shown}"


def _colour(words: str, otherwise: str) -> str:
    return words.lower() if _COLOUR.fullmatch(words) else otherwise


def _share(pattern: str) -> int:
    """Return how many hundredths of a cell the colour of its pattern covers; stripes are not measured."""
    if pattern == "solid":
        return _WHOLE
    found = _SHARE.fullmatch(pattern)
    return int(found.group(1)) if found else 0


def _mixed(front: str, behind: str, share: int) -> str:
    pairs = zip(bytes.fromhex(front), bytes.fromhex(behind), strict=True)
    return bytes((one * share + other * (_WHOLE - share)) // _WHOLE for one, other in pairs).hex()
