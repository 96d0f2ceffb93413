"""Is every page accessible, quiet and at rest, for whoever sees it, in both languages, light and dark, on a desk and on a phone?"""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.web.looking import DESK, PHONE, window
from tests.browser.web.pictures import take_pictures
from tests.browser.web.signing_in import PEOPLE, come_in
from tests.browser.web.walking import walk
from tests.web.serving import Served

LANGUAGES = ("ja", "en")
_WIDTH = {"ja": PHONE, "en": DESK}
"""How wide a page is when it loads; the other width is looked at afterwards."""
_SAME_FOR_ALL = {part: () if part == "engineer" else ("library:thing", "library:compare") for part in PEOPLE}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("part", PEOPLE)
def test_nothing_is_wrong_with_any_page(browser: Browser, demo: Served, part: str, language: str) -> None:
    with window(browser, width=_WIDTH[language], language=language) as seen:
        key = come_in(seen.page, demo, part, language)
        starts = ("/", f"/people/{key}/passport/")
        for route in walk(seen, demo.address, left_out=_SAME_FOR_ALL[part], starts=starts):
            seen.look()
            take_pictures(seen, route if part == "engineer" else f"{route} {part}", language)
            seen.resize(_WIDTH[language])
        assert not seen.wrong, "\n".join(dict.fromkeys(seen.wrong))
