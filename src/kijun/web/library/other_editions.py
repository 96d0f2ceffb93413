"""Where else does a thing stand: in which other editions of the standard, under the same path?"""

from __future__ import annotations

from dataclasses import dataclass

from kijun.framework.compare.related import are_related
from kijun.framework.edition import Edition
from kijun.web.library.addresses import Place, places
from kijun.web.library.queries import editions


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """Another edition: the place there, None where it has none; `is_missing` says that only its document lacks it.

    `old` and `new` are the ids of both editions, as they are compared.
    """

    edition: Edition
    place: Place | None
    is_missing: bool
    old: str
    new: str


def related_to(edition: Edition) -> list[Edition]:
    """Return the other editions that an edition can be compared with."""
    return [each for each in editions() if each.id != edition.id and are_related(each, edition)]


def in_order(one: Edition, other: Edition) -> tuple[str, str]:
    """Return the ids of two editions, the older first; a company's own comes after the one that it was made from."""
    is_newer = one.parent == other.id or (other.parent != one.id and one.order > other.order)
    return (other.id, one.id) if is_newer else (one.id, other.id)


def elsewhere(place: Place) -> list[Elsewhere]:
    """Return the place in every other edition that has its category."""
    found = []
    for edition in related_to(place.edition):
        if place.below.split("/")[0] in edition.categories:
            old, new = in_order(place.edition, edition)
            found.append(
                Elsewhere(
                    edition=edition,
                    place=places().get(f"{edition.id}/{place.below}"),
                    is_missing=_is_missing(place, edition),
                    old=old,
                    new=new,
                )
            )
    return found


def _is_missing(place: Place, edition: Edition) -> bool:
    field, _, level = place.below.rpartition("/")
    lacking = [each.missing_from_source for _, each in edition.fields() if each.path == f"{edition.id}/{field}"]
    return level.isdecimal() and any(int(level) in each for each in lacking)
