"""Can a career be recorded where no script runs?"""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.web.career import EXPERTISE, QUALIFICATION, RAIL, TILLS
from tests.browser.web.looking import window
from tests.browser.web.signing_in import come_in
from tests.browser.web.travelling import HARDWARE, Traveller
from tests.web.serving import Served


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_career_is_recorded_judged_and_undone(browser: Browser, demo: Served, language: str) -> None:
    with window(browser, language=language, java_script_enabled=False) as seen:
        come_in(seen.page, demo, "newcomer", language)
        me = Traveller(window=seen, address=demo.address, language="ja" if language == "ja" else "en")
        me.go("record/engagements/new/")
        me.fill(TILLS)
        me.press("Show what it counts for")
        expect(seen.page.locator(f"#could-count a[href*='{HARDWARE}/4/']")).to_be_visible()
        me.save()
        seen.page.wait_for_url("**/record/#*")
        for kind, answers in {"engagements": RAIL, "expertise": EXPERTISE, "qualifications": QUALIFICATION}.items():
            me.record(kind, answers)
        me.go("map/")
        assert me.mark(f"{HARDWARE}/3") == "met"
        seen.page.locator(f".career-map a[href*='{HARDWARE}/3/']").click()
        expect(seen.page.locator(".proof > li").first).to_be_visible()
        takes_everything_back(me)


def takes_everything_back(me: Traveller) -> None:
    """Remove each entry, and undo the last removal once."""
    me.go("record/")
    for kind, many in (("qualifications", 1), ("expertise", 1), ("engagements", 2)):
        for left in range(many - 1, -1, -1):
            me.page.locator(f"#{kind} .list > li form button").first.click()
            expect(me.page.locator(f"#{kind} .list > li")).to_have_count(left)
        if kind == "qualifications":
            me.page.locator(".toast form button").click()
            me.page.locator(f"#{kind} .list > li form button").first.click()
    expect(me.page.get_by_role("heading", name=me.word("Three things to do first"))).to_be_visible()
