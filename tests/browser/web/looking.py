"""What is wrong with a page that a browser shows: to axe, in its console, on a phone, or while it loads?"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import axe_playwright_python
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

_AXE: Final = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
_HEIGHT: Final = 900
DESK, PHONE = 1280, 360
# Two frames, so that what a script or a font moves after the load has moved.
_SETTLED: Final = "() => document.fonts.ready.then(() => new Promise(r => requestAnimationFrame(() => requestAnimationFrame(() => r()))))"
_SHIFTS: Final = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    if (!entry.hadRecentInput) window.shifts.push([entry.value, ...entry.sources.map((each) => each.node?.outerHTML?.slice(0, 90) ?? "?")]);
  }
}).observe({ type: "layout-shift", buffered: true });
"""
_OF_OURS: Final = "frame is sandboxed and the 'allow-scripts' permission is not set"
"""What listens for shifts cannot listen within the preview of a passport."""
_TOO_WIDE: Final = """() => {
  const wide = document.documentElement.scrollWidth - innerWidth;
  if (wide <= 0) return [];
  const out = [...document.querySelectorAll("body *")].filter((each) => each.getBoundingClientRect().right > innerWidth + 0.5);
  return [wide + " px too wide", ...out.slice(0, 3).map((each) => each.outerHTML.slice(0, 120))];
}"""

_SPACED: Final = """() => document.documentElement.lang !== "ja" ? [] :
  [...document.body.innerText.matchAll(/.{0,12}[。、] +[ぁ-んァ-ヶ一-龠].{0,12}/g)].map((each) => "a blank after 。 or 、: " + each[0])
"""


class Window:
    """A page of a browser with what was wrong so far."""

    def __init__(self, context: BrowserContext) -> None:
        """Open it, and listen to its console."""
        context.add_init_script(_SHIFTS)
        self.page: Page = context.new_page()
        self.wrong: list[str] = []
        self.expected: tuple[str, ...] = (_OF_OURS,)
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.wrong.append(f"{self.page.url}: {error}"))

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not any(each in message.text for each in self.expected):
            self.wrong.append(f"{self.page.url}: console: {message.text}")

    @property
    def width(self) -> int:
        """How wide the page is shown."""
        size = self.page.viewport_size
        assert size is not None
        return size["width"]

    def note(self, found: Iterator[str] | list[str]) -> None:
        """Keep what was found wrong on the page that is shown."""
        self.wrong.extend(f"{self.page.url} ({self.width} px): {each}" for each in found)

    def settle(self) -> None:
        """Wait until nothing moves any more."""
        self.page.evaluate(_SETTLED)

    def resize(self, width: int) -> None:
        """Show the page that wide."""
        self.page.set_viewport_size({"width": width, "height": _HEIGHT})

    def look(self) -> None:
        """Note what moved while the page loaded, what is too wide, and what axe finds, in the light and in the dark."""
        self.settle()
        self.note([f"moved by {shift}" for shift in self.page.evaluate("window.shifts")])
        other = {DESK: PHONE, PHONE: DESK}[self.width]
        self.note(self.page.evaluate(_TOO_WIDE))
        self.note(self.page.evaluate(_SPACED))
        self.note(violations(self.page))
        self.page.emulate_media(color_scheme="dark")
        self.note(f"dark: {each}" for each in violations(self.page, only=("color-contrast", "link-in-text-block")))
        self.page.emulate_media(color_scheme="light")
        self.resize(other)
        self.note(self.page.evaluate(_TOO_WIDE))


def violations(page: Page, *, only: tuple[str, ...] = ()) -> list[str]:
    """Return what axe finds, whatever its impact; `only` names the rules where a second look needs no others."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_AXE)
    chosen: dict[str, Any] = {"runOnly": list(only)} if only else {}
    found = page.evaluate(
        "chosen => axe.run(document, chosen)", {"resultTypes": ["violations"], "iframes": False, **chosen}
    )
    return [
        f"{each['id']}: {node['target']} {node['html'][:120]}"
        for each in found["violations"]
        for node in each["nodes"][:2]
    ]


@contextmanager
def window(browser: Browser, *, width: int = DESK, language: str = "en", **more: Any) -> Iterator[Window]:
    """Open a window of its own, and close it with its session."""
    locale = {"ja": "ja-JP", "en": "en-GB"}[language]
    context = browser.new_context(
        viewport={"width": width, "height": _HEIGHT}, locale=locale, timezone_id="Asia/Tokyo", **more
    )
    context.set_default_timeout(10_000)
    try:
        yield Window(context)
    finally:
        context.close()
