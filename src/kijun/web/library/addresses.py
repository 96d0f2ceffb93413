"""What stands at an address of the library, and where does a name lead?

An address is the path of the thing, with the same words as in the data and on the command line. Besides what
`kijun.catalogue.find` knows, an edition has its policy, its vocabulary and the notes on its documents.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import Final

from django.urls import reverse

from kijun.catalogue.find import Thing, find, things
from kijun.catalogue.find_skill import find_skills, names_skills
from kijun.errors import NotFound
from kijun.framework.edition import Edition
from kijun.framework.structure import Category, Field
from kijun.framework.vocabulary import Vocabulary
from kijun.web.library.kept import while_standards_stand
from kijun.web.library.queries import editions

POLICY: Final = "policy"
VOCABULARY: Final = "vocabulary"
NOTES: Final = "notes"
_MOST_SUGGESTIONS: Final = 5
_LONGEST: Final = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Something that has a page.

    `kind` is edition, category, field, cell, part, overview (the skill area of a category), skills (of a field), item,
    policy, point, vocabulary, words or notes.
    """

    kind: str
    path: str
    edition: Edition

    @property
    def below(self) -> str:
        """The path below the edition."""
        return self.path.removeprefix(self.edition.id).strip("/")

    @property
    def last(self) -> str:
        """The last word of the path."""
        return self.path.rpartition("/")[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Undefined:
    """A cell without an indicator: a level that the standard, or only the document at hand, does not have."""

    path: str
    edition: Edition
    field: Field
    level: int

    @property
    def is_missing_from_source(self) -> bool:
        """Whether the standard has it."""
        return self.level in self.field.missing_from_source


@while_standards_stand
@cache
def places() -> dict[str, Place]:
    """Return everything that has a page, by its path, in printed order; read once in a process."""
    return {place.path: place for edition in editions() for place in _places_of(edition)}


def address_of(path: str) -> str:
    """Return the permanent address of a path."""
    return reverse("library:thing", kwargs={"path": path})


def spelt_plainly(path: str) -> str:
    """Return an address without what does not count in it: case, width, slashes too many."""
    plain = unicodedata.normalize("NFKC", path[:_LONGEST]).casefold()
    return "/".join(step for step in plain.split("/") if step.strip())


def named_by(name: str) -> Place | Undefined | list[str]:
    """Return what a name means that is no whole path (hardware/5, or a name of either language), or the paths nearest to it."""
    name = name[:_LONGEST]
    try:
        thing = find_skills(name, editions()) if names_skills(name) else find(name, editions())
    except NotFound as unknown:
        return _nearest(name, unknown.suggestions)
    path = f"{thing.path}/skills" if names_skills(name) and thing.kind in ("category", "field") else thing.path
    place = places().get(path) or places().get(thing.path)
    return place if place is not None else _undefined(thing)


def category_of(place: Place) -> Category:
    """Return the category in which a thing stands."""
    return place.edition.categories[place.below.split("/")[0]]


def field_of(place: Place) -> Field:
    """Return the field in which a thing stands."""
    wanted = place.below.split("/")[1]
    return next(field for field in category_of(place).fields if field.id == wanted)


def kinds_of(words: Vocabulary) -> list[str]:
    """Return the kinds of words that an edition has; skill items have pages of their own."""
    kinds = [kind for kind, terms in words.terms.items() if terms and kind != "skill-item"]
    return [*kinds, *(["measure"] if words.measures else []), *(["scope"] if words.scopes else [])]


def _places_of(edition: Edition) -> Iterator[Place]:
    for thing in things(edition):
        if thing.kind != "cell" or thing.path in edition.indicators:
            yield Place(kind=thing.kind, path=thing.path, edition=edition)
    for category in edition.categories.values():
        if any(item.category == category.id for item in edition.skills.values()):
            yield Place(kind="overview", path=f"{category.path}/skills", edition=edition)
    for path in dict.fromkeys(f"{edition.id}/{item.category}/{item.field}" for item in edition.skills.values()):
        yield Place(kind="skills", path=f"{path}/skills", edition=edition)
    for path in edition.skills:
        yield Place(kind="item", path=path, edition=edition)
    yield Place(kind="policy", path=f"{edition.id}/{POLICY}", edition=edition)
    for point in edition.points:
        yield Place(kind="point", path=f"{edition.id}/{POLICY}/{point}", edition=edition)
    yield Place(kind="vocabulary", path=f"{edition.id}/{VOCABULARY}", edition=edition)
    for kind in kinds_of(edition.vocabulary):
        yield Place(kind="words", path=f"{edition.id}/{VOCABULARY}/{kind}", edition=edition)
    yield Place(kind="notes", path=f"{edition.id}/{NOTES}", edition=edition)


def _undefined(thing: Thing) -> Undefined:
    field_path, _, level = thing.path.rpartition("/")
    field = next(field for _, field in thing.edition.fields() if field.path == field_path)
    return Undefined(path=thing.path, edition=thing.edition, field=field, level=int(level))


def _nearest(name: str, suggested: Iterable[str]) -> list[str]:
    """Return the paths of pages that are most like a name: those that the catalogue suggests, then the most alike."""
    plain = spelt_plainly(name)
    known = {path.casefold(): path for path in places()}
    tails = {path.split("/", 2)[-1]: whole for path, whole in reversed(known.items())}
    alike = [known[each] for each in get_close_matches(plain, known, n=_MOST_SUGGESTIONS)]
    ends = [tails[each] for each in get_close_matches(plain, tails, n=_MOST_SUGGESTIONS)]
    above = [path for path in (plain.rsplit("/", count)[0] for count in range(1, 4)) if path in places()]
    found = [*(path for path in suggested if path in places()), *alike, *ends, *above]
    return list(dict.fromkeys(found))[:_MOST_SUGGESTIONS]
