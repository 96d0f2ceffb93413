"""Where can somebody go by typing: the places of the library, people whom they may see, their own pages?"""

from __future__ import annotations

from functools import lru_cache

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from kijun.text import Text
from kijun.web.accounts.models import User
from kijun.web.accounts.queries import visible_to
from kijun.web.library.folding import fold
from kijun.web.library.index import Entry, entries
from kijun.web.library.kept import while_standards_stand
from kijun.web.library.query_words import read_query
from kijun.web.library.templatetags.kijun import language_now

Item = dict[str, str]
_KINDS = ("cell", "field", "category", "item")


def palette_items(viewer: User, typed: str = "") -> list[Item]:
    """Return the places that somebody may go to: their own pages, the people they may see, then cells, fields and items.

    With words typed only those that hold every one of them.
    """
    items = [*_own_pages(viewer), *_people(viewer), *listed_places(language_now())]
    terms = read_query(typed)
    return [item for item in items if all(term.is_in(fold(" ".join(item.values()))) for term in terms)]


def _own_pages(viewer: User) -> list[Item]:
    own = {"person": viewer.key}
    pages = [
        (_("Map"), _address("judgements:map", own)),
        (_("Record"), _address("people:record", own)),
        (_("Plan"), _address("plans:plans", own)),
        (_("Skills"), _address("skills:skills", own)),
        (_("Library"), reverse("library:library")),
        (_("Search the library"), reverse("library:search")),
        (_("Compare two editions"), reverse("library:compare")),
        (_("Settings"), _address("accounts:settings", {})),
    ]
    return [{"label": label, "hint": "", "url": url, "kind": _("page")} for label, url in pages if url]


def _people(viewer: User) -> list[Item]:
    found = [(person, _address("judgements:map", {"person": person.key})) for person in visible_to(viewer)]
    return [{"label": person.name, "hint": "", "url": url, "kind": _("person")} for person, url in found if url]


@while_standards_stand
@lru_cache(maxsize=2)
def listed_places(language: str) -> tuple[Item, ...]:
    """Return the places of the library, with their name in the other language so that both are found."""
    with override(language):
        kinds = {"cell": _("cell"), "field": _("field"), "category": _("category"), "item": _("skill item")}
        found = sorted((entry for entry in entries() if entry.kind in _KINDS), key=lambda each: _KINDS.index(each.kind))
        return tuple(_item(entry, kinds[entry.kind], language) for entry in found)


def _item(entry: Entry, kind: str, language: str) -> Item:
    label, other = (_said(entry.name, each) for each in ((language, "en" if language == "ja" else "ja")))
    within = _said(entry.within, language)
    return {"label": label, "hint": f"{within} · {other}" if other != label else within, "url": entry.url, "kind": kind}


def _said(text: Text, language: str) -> str:
    return text.ja if language == "ja" else text.en


def _address(name: str, kwargs: dict[str, str]) -> str:
    """Return the address of a page, or nothing where this installation has no such page."""
    try:
        return reverse(name, kwargs=kwargs)
    except NoReverseMatch:
        return ""
