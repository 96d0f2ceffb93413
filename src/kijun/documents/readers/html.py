"""What is printed in a web page: its blocks, its tables, its check boxes?

Every line of the file is a line, because a citation names one; a block, a cell, a break and a check box begin one as well. What a
browser does not show is left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Final, Literal

from kijun.documents.printed import Page, Printed
from kijun.documents.readers.colour import class_backgrounds, fill_of
from kijun.documents.readers.layout import Layout
from kijun.documents.readers.markup import BLOCKS, HIDDEN, VOID, Token, attributes_of, tokens
from kijun.documents.readers.refusal import refuse
from kijun.documents.readers.signs import BOX, plain

_BLANKS: Final = re.compile(r"[ \t\f]+")
_NUMBER: Final = re.compile(r"\s*(\d{1,5})")
_CONCEALED: Final = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all", re.IGNORECASE
)
_MAY_CONCEAL: Final = re.compile(r"hidden|display|visibility|mso-hide", re.IGNORECASE)
_CELLS: Final = ("td", "th")
_OF_TABLES: Final = frozenset({*_CELLS, "tr", "tbody", "thead", "tfoot", "table", "body", "html"})
"""What ends whatever is open in a cell; the end of any other element that was not begun in the cell means nothing there."""
_ENDED_BY: Final[dict[str, frozenset[str]]] = {
    "p": BLOCKS - {"option", "col", "colgroup", "head"},
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "option": frozenset({"option", "optgroup"}),
    "head": frozenset({"body"}),
    **dict.fromkeys(_CELLS, frozenset({"td", "th", "tr", "tbody", "tfoot"})),
    "tr": frozenset({"tr", "tbody", "tfoot"}),
}
"""Elements whose end nobody has to write: what begins after each of them ends it."""


def open_html(text: str, path: Path) -> Printed:
    """Return the document that a web page is; it has one page. Raises Unreadable where nothing is printed in it."""
    return as_printed(path, "html", _page(with_line_feeds(text)))


def with_line_feeds(text: str) -> str:
    """Return a text whose lines all end in line feeds."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def as_printed(path: Path, format: Literal["html", "markdown"], page: Page) -> Printed:
    """Return a document that is one page. Raises Unreadable where nothing is printed on it."""
    if not page.lines:
        raise refuse("K503", path)
    return Printed(name=path.name, format=format, count=1, pages=lambda: iter((page,)))


def _page(text: str) -> Page:
    layout = Layout()
    elements = Elements(layout, class_backgrounds(text))
    for token in tokens(text):
        match token.kind:
            case "words" if not elements.are_hidden:
                words = token.text if elements.are_verbatim else _BLANKS.sub(" ", token.text)
                if words.startswith(" ") and layout.ends_in_blank and not elements.are_verbatim:
                    words = words[1:]
                layout.write(plain(words), token.place)
            case "end" if not elements.are_hidden:
                layout.end_line()
            case "start":
                elements.start(token)
            case "stop":
                elements.stop(token)
            case _:
                pass
    layout.finish()
    return Page(number=1, lines=tuple(layout.lines), grids=tuple(layout.grids))


class Elements:
    """The elements that are open at some point of a page, and what they do to its layout."""

    def __init__(self, layout: Layout, classes: Mapping[str, str]) -> None:
        self._layout = layout
        self._classes = classes
        self._open: list[tuple[str, bool]] = []
        self._names = Counter[str]()
        self._in_cell = [Counter[str]()]
        self._hidden = 0

    @property
    def are_hidden(self) -> bool:
        """Whether what stands here is not shown."""
        return self._hidden > 0

    @property
    def are_verbatim(self) -> bool:
        """Whether blanks are kept as they are."""
        return self._names["pre"] > 0

    def start(self, token: Token) -> None:
        """Begin an element, and end the one before it where nobody has to write that."""
        name = token.text
        while self._open and name in _ENDED_BY.get(self._open[-1][0], ()):
            self._end(*self._open.pop())
        attributes = attributes_of(token) if token.attributes.strip(" /") else {}
        is_hidden = name in HIDDEN or _is_concealed(token, attributes)
        if not self._hidden and not is_hidden:
            self._show(token, attributes)
        if name not in VOID and not (token.attributes.endswith("/") and ":" in name):
            self._open.append((name, is_hidden))
            self._names[name] += 1
            self._in_cell[-1][name] += 1
            if name in _CELLS:
                self._in_cell.append(Counter())
            self._hidden += is_hidden

    def stop(self, token: Token) -> None:
        """End an element with all that is open in it; the end of one that is not open means nothing, but for a break."""
        if token.text in ("br", "p") and not self._names[token.text]:
            self._layout.end_line("block" if token.text == "p" else "line")
        if (self._names if token.text in _OF_TABLES else self._in_cell[-1])[token.text]:
            while True:
                name, is_hidden = self._open.pop()
                self._end(name, is_hidden)
                if name == token.text:
                    return

    def _end(self, name: str, is_hidden: bool) -> None:
        self._names[name] -= 1
        if name in _CELLS:
            self._in_cell.pop()
        self._in_cell[-1][name] -= 1
        self._hidden -= is_hidden
        if self._hidden or is_hidden:
            return
        if name in _CELLS:
            self._layout.end_cell()
        elif name == "table":
            self._layout.end_table()
        elif name in BLOCKS:
            self._layout.end_line("block")

    def _show(self, token: Token, attributes: dict[str, str]) -> None:
        layout, name = self._layout, token.text
        match name:
            case "br":
                layout.end_line()
            case "input" if attributes.get("type", "").lower() == "checkbox":
                layout.end_line()
                layout.write(BOX, token.place)
            case "table":
                layout.start_table()
            case "tr":
                layout.start_row(fill_of(attributes, self._classes))
            case "td" | "th":
                columns, rows = (_span(attributes.get(span, "")) for span in ("colspan", "rowspan"))
                layout.start_cell(token.place, fill=fill_of(attributes, self._classes), columns=columns, rows=rows)
            case _ if name in BLOCKS:
                layout.end_line("block")


def _is_concealed(token: Token, attributes: dict[str, str]) -> bool:
    if not _MAY_CONCEAL.search(token.attributes):
        return False
    return "hidden" in attributes or _CONCEALED.search(attributes.get("style", "")) is not None


def _span(words: str) -> int:
    found = _NUMBER.match(words)
    return max(int(found.group(1)), 1) if found else 1
