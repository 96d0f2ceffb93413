"""Who looks around in the demonstration, and how do they come in?"""

from __future__ import annotations

from playwright.sync_api import Page

from tests.web.serving import Served

PEOPLE = {
    "engineer": "藤田 大輔",
    "newcomer": "松本 さくら",
    "superior": "高梨 誠一",
    "assessor": "村上 恵理",
    "steward": "小林 千夏",
    "administrator": "佐々木 由美",
}


def come_in(page: Page, demo: Served, part: str, language: str) -> str:
    """Look around as somebody, in a language; return the key of the person."""
    page.goto(f"{demo.address}/accounts/login/")
    page.locator("main li", has_text=PEOPLE[part]).get_by_role("button").click()
    page.wait_for_url("**/people/**")
    if page.locator("html").get_attribute("lang") != language:
        page.locator(".site-tools .menu summary").click()
        page.locator(f".site-tools button[name=language][value={language}]").click()
        page.wait_for_url("**/people/**")
        page.locator(f"html[lang={language}]").wait_for()
    return page.url.partition("/people/")[2].partition("/")[0]
