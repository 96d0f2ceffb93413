"""How does somebody go through the application: which words do they read on its buttons, and how do they fill in its forms?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext, override
from playwright.sync_api import Locator, Page, expect

from kijun.text import Language
from tests.browser.web.looking import Window

PASSWORD: Final = "a very quiet lighthouse 42"  # of somebody invented
HARDWARE: Final = "itss/v3-2011/customer-service/hardware"
Answers = Mapping[str, str | Sequence[str] | bool]
_MOST_TABS: Final = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Traveller:
    """Somebody in a window of the application, in one language."""

    window: Window
    address: str
    language: Language

    @property
    def page(self) -> Page:
        """What the window shows."""
        return self.window.page

    @property
    def key(self) -> str:
        """The key of the person, once they are somewhere in their own pages."""
        link = self.page.locator("nav.places a").first.get_attribute("href") or ""
        return link.partition("/people/")[2].partition("/")[0]

    def word(self, english: str) -> str:
        """Return words of the application in the language of the traveller."""
        with override(self.language):
            return gettext(english)

    def go(self, path: str) -> None:
        """Go somewhere in one's own pages."""
        self.page.goto(f"{self.address}/people/{self.key}/{path}")

    def button(self, english: str) -> Locator:
        """Return the button of these words that can be seen."""
        return self.page.get_by_role("button", name=self.word(english), exact=True).filter(visible=True).first

    def link(self, english: str) -> Locator:
        """Return the link of these words that can be seen."""
        return self.page.get_by_role("link", name=self.word(english), exact=True).filter(visible=True).first

    def press(self, english: str) -> None:
        """Press a button."""
        self.button(english).click()

    def follow(self, english: str) -> None:
        """Follow a link."""
        self.link(english).click()

    def fill(self, answers: Answers) -> None:
        """Fill a form in: text is typed, a word of the standard chosen, several ticked."""
        for name, answer in answers.items():
            fields = self.page.locator(f"main [name={name}]")
            if isinstance(answer, bool):
                fields.first.set_checked(answer)
            elif not isinstance(answer, str):
                for each in answer:
                    self.page.locator(f"main [name={name}][value='{each}']").check()
            elif fields.first.evaluate("each => each.tagName") == "SELECT":
                fields.first.select_option(answer)
            elif fields.first.get_attribute("type") == "radio":
                self.page.locator(f"main [name={name}][value='{answer}']").check()
            else:
                fields.first.fill(answer)

    def save(self) -> None:
        """Save a form with the keyboard's Enter on its button."""
        self.button("Save").press("Enter")

    def record(self, kind: str, answers: Answers) -> None:
        """Record an entry of a list."""
        self.go(f"record/{kind}/new/")
        self.fill(answers)
        self.save()
        self.page.wait_for_url("**/record/#*")

    def tab_to(self, selector: str) -> None:
        """Go to a control with the Tab key alone."""
        for _ in range(_MOST_TABS):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
        raise AssertionError(f"Tab never comes to {selector}")

    def mark(self, cell: str) -> str:
        """Return the kind of mark that the map shows for a cell."""
        mark = self.page.locator(f".career-map a[href*='{cell}/'] .mark").first
        return (mark.get_attribute("class") or "").removeprefix("mark ")


def set_up(traveller: Traveller, first_run: str, name: str) -> None:
    """Set an installation up with its token, agree to the notice, and be signed in."""
    page = traveller.page
    page.goto(first_run)
    if page.locator("html").get_attribute("lang") != traveller.language:
        page.locator(f"button[name=language][value={traveller.language}]").click()
    expect(page.locator("html")).to_have_attribute("lang", traveller.language)
    traveller.fill(
        {
            "name": name,
            "email": "me@example.com",
            "language": traveller.language,
            "password": PASSWORD,
            "again": PASSWORD,
        }
    )
    traveller.press("Continue")
    traveller.fill({"name": "あさひ技研"})
    traveller.press("Set up kijun")
    traveller.follow("Read the notice")
    traveller.press("I have read this and agree")
    page.wait_for_url("**/people/**/map/")
