"""Which skill items must be rated, at which level and by whom, for a cell?

A cell asks what is printed in it. Where an organisation lets proficiencies decide, it asks every item of its field that has a
proficiency at its level; what a cell of its own prints about skill items is then left aside.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from kijun.criteria import Rated
from kijun.framework.edition import Edition
from kijun.framework.indicator import Indicator, ProficiencyAsked
from kijun.framework.skill import SkillItem

RATERS_ANSWERED: Final = {
    "assessor": ("assessor",),
    "superior": ("assessor", "superior"),
    "anyone": ("assessor", "superior", "self"),
}
"""Answer to `ratings.by` -> whose rating decides, the weightiest first."""


def rated_items(field_path: str, level: int, edition: Edition) -> list[SkillItem]:
    """Return the skill items of a field that have a proficiency at a level, in printed order."""
    return [item for item in edition.items_of(field_path) if level in item.proficiencies]


def asking_all_items(indicator: Indicator, edition: Edition) -> Indicator:
    """Return the cell with every skill item of its field asked at its level; unchanged where there is none."""
    items = rated_items(indicator.field_path, indicator.level, edition)
    if not items:
        return indicator
    asked = ProficiencyAsked(at_least=len(items), of=tuple(item.id for item in items), level=indicator.level)
    printed = items[0].proficiencies[indicator.level].citation
    return replace(indicator, proficiency=asked, citations={**indicator.citations, "proficiency": printed})


def resolve_proficiency(indicator: Indicator, edition: Edition, *, by: str) -> Rated | None:
    """Return the ratings that a cell asks for, or None where it asks for none. `by` is the answer to `ratings.by`."""
    asked = indicator.proficiency
    if asked is None:
        return None
    every = asked.of
    if every is None:
        every = tuple(item.id for item in rated_items(indicator.field_path, asked.level, edition))
    return Rated(
        at_least=asked.at_least,
        of=tuple(f"{indicator.category}/{indicator.field}/{item}" for item in every),
        level=asked.level,
        by=RATERS_ANSWERED[by],
    )
