"""How are a private link and what it keeps back told to the person who gave it?"""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from kijun.catalogue.find import find
from kijun.errors import NotFound
from kijun.report.mask import say_masked
from kijun.text import Text, inside
from kijun.web.accounts.models import User
from kijun.web.library.queries import editions, find_edition
from kijun.web.passport.making import PAGE, Sheet, passport_of
from kijun.web.passport.models import Link
from kijun.web.passport.terms import LATER, Terms, terms_of

WITHDRAWN, OVER, OPEN = "withdrawn", "over", "open"
_FIELDS = frozenset({"field"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A link with its address on the person's own pages, its state, and what it is held against."""

    link: Link
    url: str
    state: str
    target: Text | None
    edition: Text | None

    @property
    def later(self) -> Text | None:
        """What is kept back of engagements that are recorded after the link was made; None: no more than the record does."""
        facts = frozenset(self.link.masks.get(LATER, ()))
        return say_masked(facts) if facts else None


def shown(link: Link, owner: User) -> Shown:
    """Return a link as its person sees it."""
    edition = find_edition(link.edition) if link.edition else None
    return Shown(
        link=link,
        url=reverse("passport:link", args=(owner.key, link.key)),
        state=WITHDRAWN if link.withdrawn_at else OPEN if link.is_open else OVER,
        target=say_target(terms_of(link)),
        edition=edition.name if edition else None,
    )


def say_target(terms: Terms) -> Text | None:
    """Return the field and level that a passport is held against, None where it is the usual."""
    if terms.field is None:
        return None
    try:
        thing = find(terms.field, editions(), kinds=_FIELDS)
    except NotFound:
        return Text(ja=terms.field, en=terms.field)
    name = next(each.name for _, each in thing.edition.fields() if each.path == thing.path)
    if terms.level is None:
        return name
    level = inside(thing.edition.level_name(int(terms.level)))
    return Text(ja=f"{name.ja} {level.ja}", en=f"{name.en}, {level.en}")


def masked_lines(sheet: Sheet) -> tuple[Text, ...]:
    """Return what a passport keeps back, a line for each engagement."""
    return passport_of(sheet, PAGE).masked
