"""Is anything lost when the browser closes, the connection goes, or an input method is still at work?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, expect

from tests.browser.chromium import CHROMIUM
from tests.browser.web.career import CONTRIBUTION
from tests.browser.web.looking import Window, window
from tests.browser.web.signing_in import come_in
from tests.browser.web.travelling import HARDWARE, Traveller
from tests.web.serving import Served

TITLE = "監視装置の予備品計画"


@pytest.fixture
def me(browser: Browser, demo: Served) -> Iterator[Traveller]:
    """Give somebody of the demonstration."""
    with window(browser) as seen:
        yield _in(seen, demo)
        assert not seen.wrong, "\n".join(seen.wrong)


def _in(seen: Window, demo: Served) -> Traveller:
    come_in(seen.page, demo, "engineer", "en")
    return Traveller(window=seen, address=demo.address, language="en")


def _types_and_waits(me: Traveller) -> None:
    me.fill({"title_ja": TITLE, "fields": ["hardware"], "from": "2024-04-01"})
    expect(me.page.locator("#draft-status")).to_have_text(me.word("Draft kept in this browser"))


def _restores(me: Traveller) -> None:
    me.page.locator("#toasts [data-restore]").click()
    expect(me.page.locator("[name=title_ja]")).to_have_value(TITLE)
    expect(me.page.locator("[name=fields][value=hardware]")).to_be_checked()


def test_a_draft_survives_the_end_of_the_browser(browser: Browser, demo: Served, tmp_path: Path) -> None:
    def opened() -> BrowserContext:
        return browser.browser_type.launch_persistent_context(
            tmp_path, executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"], locale="en-GB"
        )

    with opened() as context:
        me = _in(Window(context), demo)
        me.go("record/engagements/new/")
        _types_and_waits(me)
    with opened() as context:
        me = Traveller(window=Window(context), address=demo.address, language="en")
        me.page.goto(demo.address)  # the session is still there, too
        me.go("record/engagements/new/")
        _restores(me)


def test_a_draft_is_there_in_another_browser(browser: Browser, demo: Served, me: Traveller) -> None:
    me.go("record/contributions/new/")
    me.fill({"title_ja": TITLE})
    expect(me.page.locator("#draft-status")).to_have_text(me.word("Draft kept"))
    with window(browser) as other:
        there = _in(other, demo)
        there.go("record/contributions/new/")
        there.follow("Go on with the draft")
        expect(other.page.locator("[name=title_ja]")).to_have_value(TITLE)
        there.fill(CONTRIBUTION)
        there.save()
        other.page.wait_for_url("**/record/#*")
        there.go("record/contributions/new/")
        expect(other.page.locator("[data-draft-on-server]")).to_have_count(0)
        expect(other.page.locator("#toasts [data-restore]")).to_have_count(0)


def test_a_draft_survives_a_lost_connection(me: Traveller) -> None:
    me.window.expected += ("ERR_INTERNET_DISCONNECTED", "htmx:")
    me.go("record/engagements/new/")
    me.page.context.set_offline(offline=True)
    _types_and_waits(me)
    expect(me.page.locator("#draft-status")).to_have_text(me.word("No connection: the draft is kept in this browser"))
    with pytest.raises(Error, match="ERR_INTERNET_DISCONNECTED"):
        me.page.reload()
    me.page.context.set_offline(offline=False)
    me.go("record/engagements/new/")
    _restores(me)


def test_enter_that_ends_a_composition_sends_nothing(me: Traveller) -> None:
    me.window.expected += ("422",)
    me.go("record/mentoring/new/")
    whom = me.page.locator("[name=whom]")
    whom.focus()
    keyboard = me.page.context.new_cdp_session(me.page)
    keyboard.send("Input.imeSetComposition", {"text": "わかて", "selectionStart": 3, "selectionEnd": 3})
    me.page.keyboard.press("Enter")
    keyboard.send("Input.insertText", {"text": "若手"})
    expect(whom).to_have_value("若手")
    expect(me.page.locator("main .error")).to_have_count(0)
    with me.page.expect_navigation():
        me.page.keyboard.press("Enter")
    expect(me.page.locator("main .field .error")).not_to_have_count(0)
    expect(me.page.locator("[name=whom]")).to_have_value("若手")


@pytest.mark.parametrize("typed", ["hardware 5", "ハードウェア レベル5", "ﾊｰﾄﾞｳｪｱ　５"])
def test_the_palette_finds_a_cell_in_either_language_and_width(me: Traveller, typed: str) -> None:
    me.page.keyboard.press("Control+k")
    palette = me.page.locator("#palette")
    expect(palette.locator("input")).to_be_focused()
    expect(palette.locator("li").first).to_be_visible()
    me.page.keyboard.insert_text(typed)
    expect(palette.locator("li[aria-selected=true]")).to_have_attribute("data-url", f"/library/{HARDWARE}/5/")
    me.page.keyboard.press("Enter")
    expect(me.page).to_have_url(f"{me.address}/library/{HARDWARE}/5/")


def test_a_dialog_closes_with_escape_and_gives_the_focus_back(me: Traveller) -> None:
    me.page.locator("body").press("?")
    expect(me.page.locator("#keys")).to_be_visible()
    me.page.keyboard.press("Escape")
    expect(me.page.locator("#keys")).to_be_hidden()
