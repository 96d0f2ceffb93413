"""Under which policies must both readings agree?

The default, every other answer of every silent point, and some together. A standard is judged under each that it offers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from kijun.framework.edition import Edition
from kijun.framework.policy import choose, is_offered
from kijun.framework.resolve import ResolvedEdition, resolve_edition
from tests.population.agreement.tailored import renamed

DEFAULT: Final = "the default policy"
POLICIES: Final[Mapping[str, Mapping[str, str]]] = {
    DEFAULT: {},
    "two parts": {"parts.required": "responsibility,size"},
    "one part that few cells have": {"parts.required": "succession"},
    "literal bands": {"bands.floor": "literal"},
    "the highest slot only": {"slots.role-and-market": "highest"},
    "one field": {"fields.shared": "one-field"},
    "own lists": {"levels.reach-down": "own-lists"},
    "a ladder": {"levels.imply": "ladder"},
    "examination satisfies": {"examination.effect": "satisfies"},
    "other examinations": {"examination.others": "SC,NW", "examination.effect": "satisfies"},
    "five years": {"evidence.window": "5"},
    "circumstances confirmed": {"circumstances.examined": "confirmed"},
    "all skill items": {"proficiency.decides": "all-items"},
    "all skill items, by a superior": {"proficiency.decides": "all-items", "ratings.by": "superior"},
    "all skill items, by anyone": {"proficiency.decides": "all-items", "ratings.by": "anyone"},
    "some are two": {"some.means": "2"},
    "corrected": {"contradictions": "corrected"},
    "literal bands, one field, own lists, two years": {
        "bands.floor": "literal",
        "fields.shared": "one-field",
        "levels.reach-down": "own-lists",
        "evidence.window": "2",
    },
    "the highest slot only, five years, confirmed, corrected, a ladder": {
        "slots.role-and-market": "highest",
        "evidence.window": "5",
        "circumstances.examined": "confirmed",
        "contradictions": "corrected",
        "levels.imply": "ladder",
    },
}
AIMED: Final = (
    *(DEFAULT, DEFAULT, DEFAULT, "literal bands", "own lists", "one field", "five years"),
    *("circumstances confirmed", "all skill items", "all skill items, by anyone"),
)
"""The policies under which people aim at cells; the default most often."""


def under(policy: str, editions: Sequence[Edition]) -> list[ResolvedEdition]:
    """Return those of the editions that offer the answers of a policy, under it."""
    return [resolve_edition(each, choose(each.points, POLICIES[policy])) for each in editions if _offers(each, policy)]


def _offers(edition: Edition, policy: str) -> bool:
    answers = POLICIES[policy]
    if answers.get("proficiency.decides") == "all-items" and not edition.skills:
        return False
    return all(name in edition.points and is_offered(edition.points[name], answer) for name, answer in answers.items())


def side_by_side(editions: Sequence[Edition]) -> list[ResolvedEdition]:
    """Return the editions under every policy at once, each under an id of its own: p0/v3-2011, p1/v3-2011, ..."""
    return [
        resolved
        for number, policy in enumerate(POLICIES)
        for resolved in under(policy, [renamed(each, f"p{number}/{each.id.rpartition('/')[2]}") for each in editions])
    ]
