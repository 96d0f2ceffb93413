"""Does the report hold in a real browser: accessible, self-contained, on a phone, in the dark, on paper?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import axe_playwright_python
import pypdfium2
import pytest
from playwright.sync_api import Browser, Page

from kijun.report.html import render_html
from kijun.text import Language
from tests.browser.chromium import chromium
from tests.report.passports import EXAMPLES, HARDWARE, SECRET, passport_of

_AXE: Final = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
_LANGUAGES: Final[dict[str, list[Language]]] = {"ja": ["ja"], "en": ["en"], "both": ["ja", "en"]}
_PAGES: Final = (
    *(f"{HARDWARE.stem}-{name}" for name in _LANGUAGES),
    *(f"{path.stem}-both" for path in (*EXAMPLES, SECRET) if path != HARDWARE),
    "bars-both",
)
_A4 = (595, 842)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the report of every example, and of a record with masked facts, and return their folder."""
    folder = tmp_path_factory.mktemp("reports")
    for path in (*EXAMPLES, SECRET):
        for name, languages in _LANGUAGES.items() if path == HARDWARE else [("both", _LANGUAGES["both"])]:
            page = render_html(passport_of(path), languages)
            (folder / f"{path.stem}-{name}.html").write_text(page, encoding="utf-8")
    bars = render_html(passport_of(HARDWARE, field="hardware", level="4"), ["ja", "en"])
    (folder / "bars-both.html").write_text(bars, encoding="utf-8")
    return folder


def opened(browser: Browser, file: Path, *, scheme: Any = "light", width: int = 1280) -> Page:
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.goto(file.as_uri())
    return page


def violations(page: Page) -> list[str]:
    page.evaluate(_AXE)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [f"{each['id']}: {each['nodes'][0]['target']}" for each in found["violations"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", _PAGES)
def test_axe_finds_no_violation(browser: Browser, pages: Path, name: str, scheme: str) -> None:
    page = opened(browser, pages / f"{name}.html", scheme=scheme)
    assert violations(page) == []
    page.close()


@pytest.mark.parametrize("name", [f"{HARDWARE.stem}-both", "bars-both"])
def test_axe_finds_no_violation_on_a_phone(browser: Browser, pages: Path, name: str) -> None:
    page = opened(browser, pages / f"{name}.html", width=360)
    assert violations(page) == []
    page.close()


def test_axe_would_find_one(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content("<html><body><img src='data:,'></body></html>")
    assert any(each.startswith("image-alt") for each in violations(page))
    page.close()


@pytest.mark.parametrize("name", [*(path.stem for path in EXAMPLES), "bars"])
def test_nothing_is_cut_off_on_a_phone(browser: Browser, pages: Path, name: str) -> None:
    page = opened(browser, pages / f"{name}-both.html", width=360)
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.close()


def test_nothing_is_fetched(browser: Browser, pages: Path) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((pages / f"{HARDWARE.stem}-both.html").as_uri())
    page.wait_for_load_state()
    assert [url for url in asked if not url.startswith("data:")] == [(pages / f"{HARDWARE.stem}-both.html").as_uri()]
    page.close()


def test_its_own_fonts_show_rare_kanji(browser: Browser, pages: Path) -> None:
    page = opened(browser, pages / f"{SECRET.stem}-both.html")
    page.evaluate("document.fonts.ready")
    assert page.evaluate("[...document.fonts].map(font => [font.family, font.weight, font.status])") == [
        ["Noto Sans JP", "400", "loaded"],
        ["Noto Sans JP", "700", "loaded"],
    ]
    assert "髙﨑 葛󠄀葉" in page.inner_text("#ja h1")
    page.close()


@pytest.mark.parametrize(("scheme", "is_dark"), [("light", False), ("dark", True)])
def test_it_follows_the_readers_theme(browser: Browser, pages: Path, scheme: str, is_dark: bool) -> None:
    page = opened(browser, pages / f"{HARDWARE.stem}-en.html", scheme=scheme)
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (colour == "rgb(255, 255, 255)") is not is_dark
    page.close()


def test_every_text_says_its_language(browser: Browser, pages: Path) -> None:
    page = opened(browser, pages / f"{HARDWARE.stem}-both.html")
    found = page.evaluate(
        """() => {
            const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), wrong = [];
            while (texts.nextNode()) {
                const text = texts.currentNode, lang = text.parentElement.closest('[lang]').lang;
                if (/[\\u3040-\\u30ff\\u4e00-\\u9fff]/.test(text.data) && lang !== 'ja') wrong.push(text.data.trim());
            }
            return wrong;
        }"""
    )
    assert found == []
    page.close()


def test_printed_from_the_dark_it_is_dark_on_white_a4(browser: Browser, pages: Path, tmp_path: Path) -> None:
    page = opened(browser, pages / f"{HARDWARE.stem}-ja.html", scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(27, 31, 36)"
    page.pdf(path=tmp_path / "print.pdf", prefer_css_page_size=True)
    document = pypdfium2.PdfDocument(tmp_path / "print.pdf")
    assert 2 <= len(document) <= 5
    assert tuple(round(size) for size in document[0].get_size()) == _A4
    document.close()
    page.close()
