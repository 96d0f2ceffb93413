"""Which colour is a cell filled with, as the marks of a web page say it?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from tinycss2.color3 import parse_color

_BACKGROUND: Final = re.compile(r"(?:^|[;\s])background(?:-color)?\s*:\s*([^;]*)", re.IGNORECASE)
_SHEET: Final = re.compile(r"<style\b[^<>]*>([^<]*(?:<!--[^<]*)?)", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"[;{]|<!--|\*/")
"""What may stand before a rule and is none of it."""
_CLASS: Final = re.compile(r"(?:td|th|tr)?\.([\w-]+)", re.IGNORECASE)
_COLOUR: Final = re.compile(r"#[0-9a-f]{3,8}\b|(?:rgb|hsl)a?\([^)]*\)|[a-z]+", re.IGNORECASE)
_HEX: Final = re.compile(r"[0-9a-f]{6}", re.IGNORECASE)
_WHITE: Final = "#ffffff"
_SEEN: Final = 0.5
"""A fill of less opacity is none."""
_LONGEST: Final = 1_000


def fill_of(attributes: Mapping[str, str], classes: Mapping[str, str]) -> str | None:
    """Return the colour of an element's background as `#rrggbb`; white, transparent and what is no colour are None.

    `classes` are the backgrounds that the page's style sheets give to classes.
    """
    colour = _colour(attributes.get("bgcolor", ""))
    for name in attributes.get("class", "").split():
        colour = _colour(classes[name]) if name in classes else colour
    for value in _BACKGROUND.findall(attributes.get("style", "")[:_LONGEST]):
        colour = _colour(value)
    return None if colour == _WHITE else colour


def class_backgrounds(page: str) -> dict[str, str]:
    """Return the backgrounds that the style sheets inside a page give to classes, as a spreadsheet's export names colours.

    >>> class_backgrounds("<style>td.held, .own { color: red; background: #0f0 }</style>")
    {'held': '#0f0 ', 'own': '#0f0 '}
    """
    found = {}
    for sheet in _SHEET.findall(page):
        for rule in sheet.split("}"):
            selectors, _, rules = rule.rpartition("{")
            selectors = _BETWEEN.split(selectors)[-1]
            for value in _BACKGROUND.findall(rules[:_LONGEST]):
                found.update(dict.fromkeys(filter(None, map(_class_of, selectors.split(","))), value))
    return found


def _class_of(selector: str) -> str:
    """Return the class that a selector is about, where it is about nothing else."""
    match = _CLASS.fullmatch(selector.strip())
    return match.group(1) if match else ""


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
    found = parse_color(_plain(word))
    if found is None or isinstance(found, str) or found.alpha < _SEEN:
        return None
    return "#" + "".join(f"{round(each * 255):02x}" for each in (found.red, found.green, found.blue))


def _plain(word: str) -> str:
    """Return a colour as the older spelling has it, which the library reads: with commas, and a name that says its parts."""
    if "(" not in word:
        return word
    name, _, inside = word.rstrip(")").partition("(")
    parts = re.split(r"[\s,/]+", inside.strip())
    whole = name.lower().rstrip("a") + ("a" if len(parts) > 3 else "")  # noqa: PLR2004  # red, green, blue, opacity
    return f"{whole}({','.join(parts)})"
