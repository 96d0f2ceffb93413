"""Which sign stands before a paragraph of a list, and which styles hide what is written in them?

Word keeps the sign away from the paragraph: in its numbering, which the paragraph or its style names. Numbers are not counted.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from kijun.documents.readers.docx.archive import Archive
from kijun.documents.readers.docx.xml import attribute, child, children, is_on, value
from kijun.documents.readers.signs import bullet

_MOST_STEPS: Final = 20
"""How far a style is followed to those that it is based on; more is a circle."""


@dataclass(slots=True, kw_only=True)
class _Style:
    based_on: str
    number: str
    level: str
    is_hidden: bool


@dataclass(slots=True, kw_only=True)
class Bullets:
    """The styles and lists of a document."""

    styles: dict[str, _Style] = field(default_factory=dict)
    default: str = ""
    lists: dict[str, dict[str, str]] = field(default_factory=dict)

    def sign(self, properties: etree._Element | None) -> str:
        """Return the sign that stands before a paragraph with these properties, or nothing."""
        style = value(properties, "pStyle") or self.default
        own = child(properties, "numPr")
        number, level = value(own, "numId"), value(own, "ilvl")
        for each in self._chain(style):
            number, level = number or each.number, level or each.level
        return self.lists.get(number, {}).get(level or "0", "")

    def is_hidden(self, style: str) -> bool:
        """Return whether what is written in a style is not shown."""
        return any(each.is_hidden for each in self._chain(style))

    def _chain(self, style: str) -> list[_Style]:
        found: list[_Style] = []
        while style in self.styles and len(found) < _MOST_STEPS:
            found.append(self.styles[style])
            style = found[-1].based_on
        return found


def bullets_of(archive: Archive) -> Bullets:
    """Return the styles and lists of a document."""
    found = Bullets()
    for root in archive.related("styles"):
        for style in children(root, "style"):
            name = attribute(style, "styleId")
            if attribute(style, "type") == "paragraph" and attribute(style, "default") in ("1", "true", "on"):
                found.default = name
            numbers = child(child(style, "pPr"), "numPr")
            found.styles[name] = _Style(
                based_on=value(style, "basedOn"),
                number=value(numbers, "numId"),
                level=value(numbers, "ilvl"),
                is_hidden=is_on(child(child(style, "rPr"), "vanish")),
            )
    for root in archive.related("numbering"):
        found.lists.update(_lists(root))
    return found


def _lists(root: etree._Element) -> dict[str, dict[str, str]]:
    kinds = {attribute(each, "abstractNumId"): _levels(each) for each in children(root, "abstractNum")}
    found = {}
    for number in children(root, "num"):
        levels = dict(kinds.get(value(number, "abstractNumId"), {}))
        for override in children(number, "lvlOverride"):
            levels.update(_levels(override))
        found[attribute(number, "numId")] = levels
    return found


def _levels(parent: etree._Element) -> dict[str, str]:
    found = {}
    for level in children(parent, "lvl"):
        font = child(child(level, "rPr"), "rFonts")
        name = attribute(font, "ascii") or attribute(font, "hAnsi")
        is_bullet = value(level, "numFmt") == "bullet"
        found[attribute(level, "ilvl")] = bullet(value(level, "lvlText"), name) if is_bullet else ""
    return found
