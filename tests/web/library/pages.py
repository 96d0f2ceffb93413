"""What stands on a page: its headings, its tables, the words that a reader sees?"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = {"meta", "link", "input", "br", "hr", "img"}


@dataclass(slots=True, kw_only=True)
class Table:
    """A table: its caption, and the scopes of its headings."""

    caption: str = ""
    scopes: list[str | None] = field(default_factory=list)


class Page(HTMLParser):
    """Reads a page as an assistive device would: in order, without regard to its looks."""

    def __init__(self, html: str) -> None:
        """Read the whole page."""
        super().__init__()
        self.headings: list[int] = []
        self.tables: list[Table] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.words: list[str] = []
        self._open: list[str] = []
        self.feed(html)

    @property
    def text(self) -> str:
        """The words, blanks run together."""
        return re.sub(r"\s+", " ", " ".join(self.words))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag not in _VOID:
            self._open.append(tag)
        if re.fullmatch(r"h[1-6]", tag) and "dialog" not in self._open:
            self.headings.append(int(tag[1]))
        if tag == "table":
            self.tables.append(Table())
        if tag == "th":
            self.tables[-1].scopes.append(given.get("scope"))
        if "id" in given:
            self.ids.append(given["id"] or "")
        if tag == "a":
            self.links.append(given.get("href") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if "caption" in self._open and self.tables:
            self.tables[-1].caption += data
        if "script" not in self._open and "title" not in self._open:
            self.words.append(data)


def plain(words: str) -> str:
    """Return words with their blanks run together, as a page's text has them."""
    return re.sub(r"\s+", " ", words).strip()
