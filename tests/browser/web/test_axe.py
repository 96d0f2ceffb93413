"""Is every page accessible, quiet and at rest, for whoever sees it, in both languages, light and dark, on a desk and on a phone?"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.web.looking import DESK, PHONE, violations, window
from tests.browser.web.pictures import take_pictures
from tests.browser.web.signing_in import PEOPLE, come_in
from tests.browser.web.travelling import PASSWORD, Traveller
from tests.browser.web.walking import walk
from tests.web.serving import Served, serve

LANGUAGES = ("ja", "en")
_WIDTH = {"ja": PHONE, "en": DESK}
"""How wide a page is when it loads; the other width is looked at afterwards."""
_OWN_PAGES = ("library:", "people:entry", "people:engagement", "people:e", "plans:", "mfa", "usersessions", "account_")
_RECORD = ("people:", "skills:", "passport:", "judgements:cell")
_LEFT_OUT = dict.fromkeys(PEOPLE, _OWN_PAGES) | {
    "engineer": (),
    "steward": (*_OWN_PAGES, *_RECORD),
    "administrator": (*_OWN_PAGES, *_RECORD),
}
"""What is the same for everybody, and looked at as the engineer."""
_LEAST = {"engineer": 55, "newcomer": 10, "superior": 14, "assessor": 14, "steward": 5, "administrator": 8}
"""So many pages there are at least: a walk that ends early has found nothing wrong, and nothing right."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("part", PEOPLE)
def test_nothing_is_wrong_with_any_page(browser: Browser, demo: Served, part: str, language: str) -> None:
    with window(browser, width=_WIDTH[language], language=language) as seen:
        come_in(seen.page, demo, part, language)
        routes = []
        for route in walk(seen, demo.address, left_out=_LEFT_OUT[part]):
            routes.append(route)
            seen.look()
            take_pictures(seen, route if part == "engineer" else f"{route} {part}", language)
            seen.resize(_WIDTH[language])
        assert not seen.wrong, "\n".join(dict.fromkeys(seen.wrong))
        assert len(routes) >= _LEAST[part], sorted(routes)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_wrong_before_somebody_signs_in(
    browser: Browser, demo: Served, tmp_path: Path, language: str
) -> None:
    with (
        serve(tmp_path, "--data", str(tmp_path / "data")) as bare,
        window(browser, width=_WIDTH[language], language=language) as seen,
    ):
        seen.expected += ("403 (Forbidden)", "404 (Not Found)", "422 (")

        def looks(name: str, address: str = "") -> None:
            if address:
                seen.page.goto(address)
            expect(seen.page.locator("html")).to_have_attribute("lang", language)
            seen.look()
            take_pictures(seen, name, language)
            seen.resize(_WIDTH[language])

        looks("sign-in", f"{demo.address}/accounts/login/")
        looks("password-forgotten", f"{demo.address}/accounts/password/reset/")
        looks("passport-that-is-not-valid", f"{demo.address}/passport/no-such-passport/")
        looks("sign-up-closed", f"{demo.address}/accounts/signup/")
        looks("first-run-token", f"{bare.address}/first-run/")
        looks("first-run-wrong-token", f"{bare.address}/first-run/?token=wrong")
        looks("first-run", bare.first_run)
        seen.page.locator("main form .primary").click()
        me = Traveller(window=seen, address=bare.address, language="ja" if language == "ja" else "en")
        me.fill({"name": "A", "email": "me@example.com", "language": language, "password": "short", "again": "other"})
        me.press("Continue")
        looks("first-run-errors")
        me.fill({"password": PASSWORD, "again": PASSWORD})
        me.press("Continue")
        looks("first-run-organisation")
        me.fill({"name": "A"})
        me.press("Set up kijun")
        looks("first-run-done")
        me.follow("Read the notice")
        looks("consent")
        assert not seen.wrong, "\n".join(dict.fromkeys(seen.wrong))


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_wrong_with_what_opens_or_fails(browser: Browser, demo: Served, language: str) -> None:
    with window(browser, width=_WIDTH[language], language=language) as seen:
        seen.expected += ("403 (Forbidden)", "404 (Not Found)", "422 (")
        key = come_in(seen.page, demo, "engineer", language)
        me = Traveller(window=seen, address=demo.address, language="ja" if language == "ja" else "en")

        def looks(name: str) -> None:
            seen.settle()
            seen.note(violations(seen.page))
            seen.page.emulate_media(color_scheme="dark")
            seen.note(f"dark: {each}" for each in violations(seen.page, only=("color-contrast",)))
            seen.page.emulate_media(color_scheme="light")
            take_pictures(seen, name, language)
            seen.resize(_WIDTH[language])

        me.page.locator(".site-tools .menu summary").click()
        looks("open-menu")
        me.page.keyboard.press("Escape")
        me.page.keyboard.press("Control+k")
        expect(me.page.locator("#palette li").first).to_be_visible()
        looks("open-palette")
        me.page.keyboard.insert_text("zzzz")
        looks("open-palette-nothing")
        me.page.keyboard.press("Escape")
        me.page.locator("body").press("?")
        looks("open-keys")
        for name in ("engagements", "expertise", "contributions"):
            me.go(f"record/{name}/new/")
            me.save()
            expect(me.page.locator("main .error").first).to_be_visible()
            looks(f"form-with-errors-{name}")
        me.go("record/history/no-such-page/")
        looks("not-found")
        seen.page.goto(f"{demo.address}/administration/")
        looks("forbidden")
        me.go("record/")
        me.page.locator("#mentoring .list > li form button").first.click()
        expect(me.page.locator(".toast")).to_be_visible()
        looks("toast")
        me.page.locator(".toast form button").click()
        assert me.key == key
        assert not seen.wrong, "\n".join(dict.fromkeys(seen.wrong))


def test_what_is_wrong_would_be_found(browser: Browser, demo: Served) -> None:
    with window(browser, language="ja") as seen:
        seen.page.goto(f"{demo.address}/accounts/login/")
        seen.settle()
        seen.page.evaluate(
            """() => {
              document.documentElement.lang = "ja";
              const wide = document.createElement("p");
              wide.textContent = "長い。 行" + "あ".repeat(200);
              wide.style.cssText = "white-space: nowrap; color: #eee";
              document.querySelector("main").prepend(wide);
              console.error("something broke");
            }"""
        )
        seen.look()
        found = "\n".join(seen.wrong)
        for each in ("color-contrast", "px too wide", "a blank after", "moved by", "something broke"):
            assert each in found, found
