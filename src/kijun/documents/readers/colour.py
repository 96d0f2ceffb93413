"""Which colour is a cell filled with, as the marks of a web page say it?"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from PIL import ImageColor

_BACKGROUND: Final = re.compile(r"(?:^|[;\s])background(?:-color)?\s*:\s*([^;]*)", re.IGNORECASE)
_COLOUR: Final = re.compile(r"#[0-9a-f]{3,8}\b|(?:rgb|hsl)a?\([^)]*\)|[a-z]+", re.IGNORECASE)
_HEX: Final = re.compile(r"[0-9a-f]{6}", re.IGNORECASE)
_WHITE: Final = "#ffffff"
_OPAQUE: Final = 255
_LONGEST: Final = 1_000


def fill_of(attributes: dict[str, str]) -> str | None:
    """Return the colour of an element's background as `#rrggbb`; white, transparent and what is no colour are None."""
    colour = _colour(attributes.get("bgcolor", "")) if "bgcolor" in attributes else None
    for value in _BACKGROUND.findall(attributes.get("style", "")[:_LONGEST]):
        colour = _colour(value)
    return None if colour == _WHITE else colour


@lru_cache(maxsize=1_000)
def _colour(words: str) -> str | None:
    """Return the colour among the words of a background, which may name a picture and its place as well."""
    words = words.strip()
    for word in [f"#{words}"] if _HEX.fullmatch(words) else _COLOUR.findall(words):
        found = _rgb(word)
        if found is not None:
            return found
    return None


def _rgb(word: str) -> str | None:
    try:
        red, green, blue, *alpha = ImageColor.getrgb(_plain(word))
    except ValueError:
        return None
    if alpha and alpha[0] < _OPAQUE // 2:
        return None
    return f"#{red:02x}{green:02x}{blue:02x}"


def _plain(word: str) -> str:
    """Return a colour of CSS as the library spells it: without an opacity of one, and with commas."""
    if "(" not in word:
        return word
    name, _, inside = word.rstrip(")").partition("(")
    parts = re.split(r"[\s,/]+", inside.strip())
    if len(parts) > 3 and parts[3].strip("0.%") == "":  # noqa: PLR2004  # red, green, blue, opacity
        return ""
    return f"{name.lower().rstrip('a')}({','.join(parts[:3])})"
