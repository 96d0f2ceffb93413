"""Which pages does somebody see who follows every link in a browser?"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Mapping
from typing import Final
from urllib.parse import urlsplit

from playwright.sync_api import Error

from tests.browser.web.looking import Window
from tests.web.crawl import route_of

_LINKS: Final = "() => [...document.links].filter(a => !a.hasAttribute('download')).map(a => a.href.split('#')[0])"
_DOWNLOADS: Final = "Download is starting"
SEVERAL: Final[Mapping[str, int]] = {
    "library:thing": 10,
    "judgements:cell": 3,
    "people:entry_new": 6,
    "people:entry": 4,
}
"""How many pages of a route are opened where they differ from each other; of the others, one."""


_WITHOUT_SCRIPTS: Final = ("passport:page", "passport:link_page")
"""What runs no script is asked nothing: it is the report, which has its own tests."""


def walk(
    window: Window, address: str, *, left_out: tuple[str, ...] = (), starts: tuple[str, ...] = ("/",)
) -> Iterator[str]:
    """Yield the name of the route of each page that links lead to, while the window shows it."""
    waiting = deque(f"{address}{start}" for start in starts)
    seen, opened = set(waiting), Counter[str]()
    while waiting:
        url = waiting.popleft()
        route = route_of(url)
        is_enough = opened[route] >= SEVERAL.get(route, 1)
        if is_enough or route.startswith((*_WITHOUT_SCRIPTS, *left_out)) or not opens(window, url):
            continue
        opened[route] += 1
        links = [link for link in window.page.evaluate(_LINKS) if link.startswith(address) and link not in seen]
        seen.update(links)
        waiting.extend(_far_apart(links))
        yield route_of(window.page.url) or urlsplit(url).path


def opens(window: Window, url: str) -> bool:
    """Open a page, and return whether it is one: a file to save is none. A page that is not there is wrong."""
    try:
        answer = window.page.goto(url)
    except Error as error:
        if _DOWNLOADS in error.message:
            return False
        raise
    if answer is None or not answer.headers.get("content-type", "").startswith("text/html"):
        return False
    window.note([f"answers {answer.status}"] if answer.status != 200 else [])  # all is well
    return True


def _far_apart(links: list[str]) -> list[str]:
    """Return links with those of one kind of address apart: the seventh of ten cells shows more than the second."""
    return sorted(links, key=lambda link: (link.count("/"), hash_of(link)))


def hash_of(link: str) -> int:
    """Return a number that mixes addresses in the same way at each run."""
    return sum(place * ord(letter) for place, letter in enumerate(urlsplit(link).path.rstrip("/")[-12:], 1)) % 97
