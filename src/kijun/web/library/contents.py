"""What does a page of the library hold?

The standards stand still while a process runs, so a page is made once in each language and kept; what is of the one who reads
(the header, the menu) is put round it anew each time.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import override

from kijun.web.library.addresses import Place, places
from kijun.web.library.cell_pages import cell_page, field_page, part_page
from kijun.web.library.kept import while_standards_stand
from kijun.web.library.official import State, state_at, wording_page
from kijun.web.library.skill_pages import item_page, overview_page, skills_page
from kijun.web.library.standard_pages import category_page, edition_page
from kijun.web.library.templatetags.kijun import language_now
from kijun.web.library.titles import title_of
from kijun.web.library.word_pages import notes_page, point_page, policy_page, vocabulary_page, words_page

_PAGES: Final[dict[str, Callable[[Place], dict[str, Any]]]] = {
    "edition": edition_page,
    "category": category_page,
    "overview": overview_page,
    "field": field_page,
    "skills": skills_page,
    "item": item_page,
    "cell": cell_page,
    "part": part_page,
    "policy": policy_page,
    "point": point_page,
    "vocabulary": vocabulary_page,
    "words": words_page,
    "notes": notes_page,
}


def content_of(place: Place) -> SafeString:
    """Return the content of a page in the language of the reader."""
    return made_once(place.path, language_now(), state_at(place))


@while_standards_stand
@lru_cache(maxsize=2000)
def made_once(path: str, language: str, state: State) -> SafeString:
    """Return the content of the page at a path in a language, as it was made the first time with the text pack in this state."""
    place = places()[path]
    with override(language):
        context = {
            "place": place,
            "edition": place.edition,
            "title": title_of(place),
            "official": wording_page(place) if state else (),
            **_PAGES[place.kind](place),
        }
        return render_to_string(f"library/{place.kind}.html", context)
