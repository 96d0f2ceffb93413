"""Which words and ends of lines does a paragraph of Word print?

Insertions are read, deletions and hidden words are not; a check box of any of Word's three kinds is a box.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from lxml import etree

from kijun.documents.readers.docx.bullets import Bullets
from kijun.documents.readers.docx.xml import attribute, child, is_on, name_of, value
from kijun.documents.readers.signs import BOX, in_font

Mark = Literal["words", "line", "page", "rendered page", "text box"]
_SILENT: Final = frozenset(
    {
        *("pPr", "rPr", "sdtPr", "sdtEndPr", "rubyPr", "instrText", "fldData"),
        *("del", "moveFrom", "delText", "delInstrText", "rt", "softHyphen"),
    }
)
"""What prints nothing, or is marked as deleted."""
_SIGNS: Final = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "-"}
_BREAKS: Final[dict[str, Mark]] = {"page": "page"}
_CHARACTER: Final = 0x110000


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of a paragraph: words, a break, or a text box that hangs on it."""

    mark: Mark
    words: str = ""
    element: etree._Element | None = None


def pieces(paragraph: etree._Element, bullets: Bullets) -> Iterator[Piece]:
    """Return what a paragraph prints, piece by piece."""
    properties = child(paragraph, "pPr")
    if not bullets.is_hidden(value(properties, "pStyle")):
        yield from _inside(paragraph, "", bullets)


def _inside(element: etree._Element, font: str, bullets: Bullets) -> Iterator[Piece]:
    for each in element:
        name = name_of(each)
        match name:
            case "t":
                words = each.text or ""
                keeps = attribute(each, "space") == "preserve"
                yield Piece(mark="words", words=in_font((words if keeps else words.strip()).replace("\n", " "), font))
            case "tab" | "ptab" | "noBreakHyphen":
                yield Piece(mark="words", words=_SIGNS[name])
            case "br" | "cr":
                yield Piece(mark=_BREAKS.get(attribute(each, "type"), "line"))
            case "lastRenderedPageBreak":
                yield Piece(mark="rendered page")
            case "sym":
                yield Piece(mark="words", words=_symbol(each))
            case "checkBox":  # a field of the old forms
                yield Piece(mark="words", words=BOX)
            case "txbxContent":
                yield Piece(mark="text box", element=each)
            case "r":
                if not _is_hidden(each, bullets):
                    yield from _inside(each, attribute(child(child(each, "rPr"), "rFonts"), "ascii"), bullets)
            case "sdt" if child(child(each, "sdtPr"), "checkbox") is not None:
                yield Piece(mark="words", words=BOX)
            case "AlternateContent":
                chosen = next((one for one in each if name_of(one) == "Choice"), child(each, "Fallback"))
                if chosen is not None:
                    yield from _inside(chosen, font, bullets)
            case _ if name and name not in _SILENT:
                yield from _inside(each, font, bullets)


def _is_hidden(run: etree._Element, bullets: Bullets) -> bool:
    properties = child(run, "rPr")
    own = child(properties, "vanish")
    return is_on(own) if own is not None else bullets.is_hidden(value(properties, "rStyle"))


def _symbol(element: etree._Element) -> str:
    try:
        code = int(attribute(element, "char"), 16)
    except ValueError:
        return ""
    surrogates = range(0xD800, 0xE000)
    return (
        "" if code not in range(1, _CHARACTER) or code in surrogates else in_font(chr(code), attribute(element, "font"))
    )
