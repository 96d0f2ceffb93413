"""Which pages are there to see for somebody who follows every link?"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin, urlsplit

from django.http import HttpResponseBase
from django.test import Client
from django.urls import Resolver404, resolve

EACH_ROUTE = 3
"""How many addresses of one route are opened: the library alone has thousands."""
SILENT = ("script", "style", "template")
EMPTY = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
SPOKEN = ("alt", "aria-label", "placeholder", "title", "data-says", "data-copied", "content", "label", "value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A run of words on a page, the language it is said to be in, and the element or attribute that holds it."""

    words: str
    language: str
    place: str


@dataclass(slots=True)
class _Open:
    tag: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page as somebody got it: its address, the name of its route, and what it holds."""

    url: str
    route: str
    status: int
    html: str
    found: Found = field(repr=False)


class Found(HTMLParser):
    """What a page holds: links, words with their language, elements with their attributes."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[str] = []
        self.words: list[Words] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self._open: list[_Open] = []

    @property
    def language(self) -> str:
        """The language of the page."""
        return next(attributes.get("lang", "") for tag, attributes in self.elements if tag == "html")

    def ids(self) -> list[str]:
        """Return the ids of the elements."""
        return [attributes["id"] for _, attributes in self.elements if attributes.get("id")]

    def of(self, *tags: str) -> list[dict[str, str]]:
        """Return the attributes of the elements of some kinds."""
        return [attributes for tag, attributes in self.elements if tag in tags]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take an element up."""
        attributes = {name: value or "" for name, value in attrs}
        self.elements.append((tag, attributes))
        language = attributes.get("lang") or (self._open[-1].language if self._open else "")
        if tag == "a" and "href" in attributes:
            self.links.append(attributes["href"])
        for name in SPOKEN:
            if attributes.get(name, "").strip() and self._is_spoken(tag, name, attributes):
                self.words.append(Words(words=attributes[name].strip(), language=language, place=f"{tag}[{name}]"))
        if tag not in EMPTY:
            self._open.append(_Open(tag, language))

    @staticmethod
    def _is_spoken(tag: str, name: str, attributes: dict[str, str]) -> bool:
        match name:
            case "value":
                return tag == "input" and attributes.get("type") in ("submit", "button", "reset")
            case "content":
                return tag == "meta" and attributes.get("name") == "description"
            case _:
                return True

    def handle_endtag(self, tag: str) -> None:
        """Close an element, with what was left open in it."""
        for at in range(len(self._open) - 1, -1, -1):
            if self._open[at].tag == tag:
                del self._open[at:]
                return

    def handle_data(self, data: str) -> None:
        """Take words up, where they can be read."""
        words = " ".join(data.split())
        if words and self._open and not any(each.tag in SILENT for each in self._open):
            self.words.append(Words(words=words, language=self._open[-1].language, place=self._open[-1].tag))


def read(url: str, response: HttpResponseBase) -> Page:
    """Return what came from an address."""
    html = response.content.decode()  # type: ignore[attr-defined]  # a page is no stream
    found = Found()
    found.feed(html)
    return Page(url=url, route=route_of(url), status=response.status_code, html=html, found=found)


def route_of(url: str) -> str:
    """Return the name of the route of an address, empty where there is none."""
    try:
        return resolve(urlsplit(url).path).view_name
    except Resolver404:
        return ""


def crawl(client: Client, *starts: str, each_route: int = EACH_ROUTE) -> Iterator[Page]:
    """Yield the pages that can be reached by links from some addresses, a few of each route, as the one who is signed in."""
    waiting, seen, opened = deque(starts), set(starts), dict[str, int]()
    while waiting:
        url = waiting.popleft()
        route = route_of(url)
        if opened.get(route, 0) >= each_route:
            continue
        opened[route] = opened.get(route, 0) + 1
        response = client.get(url, follow=True)
        if response.redirect_chain:
            url = response.redirect_chain[-1][0]
        if not response.get("Content-Type", "").startswith("text/html"):
            continue
        page = read(url, response)
        yield page
        for link in page.found.links:
            target = urldefrag(urljoin(url, link))[0]
            if not urlsplit(target).netloc and target not in seen:
                seen.add(target)
                waiting.append(target)
