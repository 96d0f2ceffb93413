"""Does the whole way work: from the first start to a passport in somebody's hands, in both languages?"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

import kijun
from kijun.text import Language
from tests.browser.web.career import CONTRIBUTION, EXPERTISE, MENTORING, QUALIFICATION, RAIL, ROLLOUT, TILLS
from tests.browser.web.looking import window
from tests.browser.web.travelling import HARDWARE, PASSWORD, Answers, Traveller, set_up
from tests.web.serving import serve

EDITION = "itss/v3-2011"
NAMES: dict[Language, str] = {"ja": "佐藤 美咲", "en": "Misaki Sato"}
OTHER: dict[Language, Language] = {"ja": "en", "en": "ja"}


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_whole_journey(browser: Browser, tmp_path: Path, language: Language) -> None:
    with (
        serve(tmp_path, "--data", str(tmp_path / "data"), KIJUN_LANG=language) as served,
        window(browser, language=language, accept_downloads=True) as seen,
    ):
        me = Traveller(window=seen, address=served.address, language=language)
        set_up(me, served.first_run, NAMES[language])
        begins_with_three_things_to_do(me)
        records_an_engagement_with_the_keyboard(me)
        records_the_rest(me)
        reaches_met_and_reads_the_proof(me, tmp_path)
        records_what_is_unknown_and_comes_back(me)
        plans_and_follows_the_plan(me)
        rates_skills(me)
        prints_the_passport(me, tmp_path)
        gives_a_link_and_takes_it_back(me, browser)
        undoes_a_removal(me)
        switches_the_language(me)
        exports_everything_and_leaves(me, tmp_path)
        assert not seen.wrong, "\n".join(seen.wrong)


def begins_with_three_things_to_do(me: Traveller) -> None:
    expect(me.page.get_by_role("heading", name=me.word("Three things to do first"))).to_be_visible()
    expect(me.page.locator("main .steps > li")).to_have_count(3)
    expect(me.button("Load an example record")).to_be_visible()
    expect(me.page.locator("html")).to_have_attribute("lang", me.language)


def records_an_engagement_with_the_keyboard(me: Traveller) -> None:
    keys, panel = me.page.keyboard, me.page.locator("#could-count")
    me.go("record/")
    keys.press("n")
    me.page.wait_for_url("**/engagements/new/")
    expect(panel.locator(".still-asked li")).not_to_have_count(0)
    me.tab_to(f"[name=title_{me.language}]")
    keys.type("Asakaze Bank: terminals for every branch" if me.language == "en" else "あさかぜ銀行 支店端末の全国展開")
    for name in ("fields", "activities"):
        _tick_with_the_keyboard(me, name, ROLLOUT)
    for name in ("from", "until"):
        me.tab_to(f"[name={name}]")
        keys.type(str(ROLLOUT[name]))
    me.tab_to("[name=role]")
    me.page.locator("[name=role]").select_option(str(ROLLOUT["role"]))
    _tick_with_the_keyboard(me, "conditions", ROLLOUT)
    me.tab_to("[name=conditions_complete]")
    keys.press("Space")
    me.tab_to("[name=outcome]")
    me.page.locator(f"[name=outcome][value={ROLLOUT['outcome']}]").check()
    expect(panel.locator(f"a[href*='{HARDWARE}/3/']")).to_be_visible()
    me.tab_to("main form .button.primary")
    keys.press("Enter")
    me.page.wait_for_url("**/record/#*")
    expect(me.page.locator("#engagements .list > li")).to_have_count(1)


def _tick_with_the_keyboard(me: Traveller, name: str, answers: Answers) -> None:
    """Tick words of a long list: Tab goes through it, Space ticks."""
    for each in answers[name]:  # type: ignore[union-attr]  # a list of words
        box = me.page.locator(f"[name={name}][value='{each}']")
        box.focus()
        me.page.keyboard.press("Space")
        expect(box).to_be_checked()


def records_the_rest(me: Traveller) -> None:
    me.record("engagements", TILLS)
    expect(me.page.locator(".toast")).to_be_visible()
    me.record("engagements", RAIL)
    expect(me.page.locator("#engagements .list > li")).to_have_count(3)
    expect(me.page.locator("table.timeline tbody tr")).to_have_count(3)
    me.go("map/")
    assert me.mark(f"{HARDWARE}/3") == "unknown"
    me.record("expertise", EXPERTISE)
    me.record("qualifications", QUALIFICATION)


def reaches_met_and_reads_the_proof(me: Traveller, folder: Path) -> None:
    me.go("map/")
    assert me.mark(f"{HARDWARE}/3") == "met"
    me.page.locator(f".career-map a[href*='{HARDWARE}/3/']").click()
    me.page.wait_for_url(f"**/cells/{HARDWARE}/3/**")
    expected = _explained(me, folder)
    shown = [" ".join(each.split()) for each in me.page.locator(".proof > li > .headline").all_inner_texts()]
    assert shown == expected
    expect(me.page.locator(".proof > li > a.citation").first).to_have_text("002:248")
    me.page.locator(".proof > li > a.citation").first.click()
    expect(me.page).to_have_url(f"{me.address}/library/{HARDWARE}/3/responsibility/")


def _explained(me: Traveller, folder: Path) -> list[str]:
    """Return the sentences that the package itself says of the record, as it is exported."""
    with me.page.expect_download() as saved:
        me.page.evaluate("url => { location.assign(url) }", f"/people/{me.key}/record/export/yaml/")
    file = folder / "record.yaml"
    saved.value.save_as(file)
    edition, person = kijun.open_edition(EDITION), kijun.open_record(str(file))
    # The day of the application, which is that of Japan.
    on = date.fromisoformat(me.page.evaluate("new Intl.DateTimeFormat('sv-SE', {timeZone: 'Asia/Tokyo'}).format()"))
    cell: Any = kijun.judge_editions([edition], person, on=on).cell(f"{HARDWARE}/3")
    said = [part.headline.said_in(me.language) for part in kijun.explain(cell, person, edition.vocabulary.name)]
    for (
        engagement
    ) in person.engagements:  # a page calls an engagement by its title, where a terminal has its short name
        assert engagement.title is not None
        said = [each.replace(engagement.id, engagement.title.said_in(me.language)) for each in said]
    return [" ".join(each.split()) for each in said]


def records_what_is_unknown_and_comes_back(me: Traveller) -> None:
    me.go(f"cells/{HARDWARE}/4/")
    size = me.page.locator(".proof > li#size")
    expect(size.locator("> .mark")).to_have_class("mark unknown")
    size.locator(".settle a.button").first.click()
    me.page.wait_for_url("**/record/engagements/**")
    expect(me.page.locator("[name=customers]")).to_be_focused()
    expect(me.page.locator("[name=title_en]")).to_have_value(str(TILLS["title_en"]))
    me.fill({"customers": "part-of-industry"})
    me.save()
    me.page.wait_for_url(f"**/cells/{HARDWARE}/4/**")
    expect(me.page.locator(".proof > li#size > .mark")).to_have_class("mark met")


def plans_and_follows_the_plan(me: Traveller) -> None:
    me.follow("Make this my goal")
    me.page.wait_for_url("**/plans/goal/**")
    me.fill({"name": "4"})
    me.press("Keep this plan")
    me.page.wait_for_url("**/plans/kept/**")
    plan, steps = me.page.url, me.page.locator("main progress").get_attribute("max")
    expect(me.page.locator("main progress")).to_have_attribute("value", "0")
    assert steps is not None
    me.record("contributions", CONTRIBUTION)
    me.page.goto(plan)
    expect(me.page.locator("main progress")).to_have_attribute("value", "1")
    expect(me.page.locator(".steps > li.done")).to_have_count(1)
    me.record("mentoring", MENTORING)
    me.page.goto(plan)
    expect(me.page.get_by_role("heading", name=me.word("The goal is reached"))).to_be_visible()
    me.go("map/")
    assert me.mark(f"{HARDWARE}/4") == "met"


def rates_skills(me: Traveller) -> None:
    me.go("skills/")
    me.page.locator("main a[href*='/skills/rate/']").first.click()
    me.page.locator("main fieldset.scale label", has_text="3").first.click()
    me.press("Save the ratings")
    expect(me.page.locator("main")).to_contain_text("3")
    assert me.page.url.startswith(f"{me.address}/people/{me.key}/skills/")


def prints_the_passport(me: Traveller, folder: Path) -> None:
    me.go("passport/")
    with me.page.expect_download() as saved:
        me.press("Save as PDF")
    saved.value.save_as(folder / "passport.pdf")
    assert (folder / "passport.pdf").read_bytes().startswith(b"%PDF-")
    me.page.locator("#preview a").first.click()
    me.page.wait_for_url("**/passport/page/**")
    expect(me.page.locator("h1").first).to_contain_text(NAMES[me.language])
    assert me.page.pdf(prefer_css_page_size=True).startswith(b"%PDF-")


def gives_a_link_and_takes_it_back(me: Traveller, browser: Browser) -> None:
    me.page.goto(f"{me.address}/")
    me.go("passport/")
    me.press("Make a private link")
    me.fill({"purpose": "Interview"})
    me.press("Make the link")
    address = me.page.locator(".secret code").inner_text()
    with window(browser, language=me.language) as stranger:
        stranger.page.goto(address)
        expect(stranger.page.locator("h1").first).to_contain_text(NAMES[me.language])
        me.follow("See what it shows")
        me.press("Withdraw")
        me.page.wait_for_load_state()
        answer = stranger.page.goto(address)
        assert answer is not None
        assert answer.status in (404, 410)
        expect(stranger.page.locator("body")).not_to_contain_text(NAMES[me.language])


def undoes_a_removal(me: Traveller) -> None:
    me.go("record/")
    me.page.locator("#mentoring .list > li form button").click()
    expect(me.page.locator("#mentoring .list > li")).to_have_count(0)
    me.page.locator(".toast form button").click()
    expect(me.page.locator("#mentoring .list > li")).to_have_count(1)


def switches_the_language(me: Traveller) -> None:
    other = OTHER[me.language]
    before = me.page.locator("h2").all_inner_texts()
    for language in (other, me.language):
        me.page.locator(".site-tools .menu summary").click()
        me.page.locator(f".site-tools button[name=language][value={language}]").click()
        expect(me.page.locator("html")).to_have_attribute("lang", language)
        assert me.page.url.endswith("/record/")
        shown = me.page.locator("h2").all_inner_texts()
        assert not set(shown) & set(before) if language == other else shown == before


def exports_everything_and_leaves(me: Traveller, folder: Path) -> None:
    me.go("record/export/")
    with me.page.expect_download() as saved:
        me.page.locator("a[href$='/export/zip/']").click()
    saved.value.save_as(folder / "everything.zip")
    assert (folder / "everything.zip").read_bytes().startswith(b"PK")
    own = me.page.url
    me.page.locator(".site-tools .menu summary").click()
    me.press("Sign out")
    me.page.wait_for_url("**/accounts/**")
    me.page.goto(own)
    assert "/accounts/login/" in me.page.url
    me.fill({"login": "me@example.com", "password": PASSWORD})
    me.press("Sign in")
    expect(me.page).to_have_url(own)
