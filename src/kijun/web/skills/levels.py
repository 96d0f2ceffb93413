"""What is asked of somebody at each level of a skill item, and who gave which level?"""

from __future__ import annotations

from dataclasses import dataclass

from kijun.citation import Citation
from kijun.evidence import RATERS
from kijun.evidence.words import RATER_NAMES
from kijun.framework.edition import Edition
from kijun.framework.phrase_skill import phrase_proficiency
from kijun.framework.skill import SkillItem
from kijun.judgement.explain_skills import say_recorded
from kijun.judgement.skills import SkillRow
from kijun.text import Text

BELOW = Text(ja="最も低いレベルに届かない", en="below the lowest level")
BLANK = Text(ja="見出しだけで、記述がない", en="headed but blank: no text is printed")
NEVER_HEADED = Text(ja="見出しもない", en="never headed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One level of an item: its text where it has one, why not where it has none, and who gave it."""

    level: int
    name: Text
    text: Text | None
    lacks: Text | None
    citation: Citation | None
    is_target: bool
    given: tuple[tuple[Text, Text], ...]


def steps_of(item: SkillItem, edition: Edition, row: SkillRow) -> list[Step]:
    """Return the levels at which an item may be rated, lowest first; 0 is below the lowest."""
    return [_step(level, item, edition, row) for level in (0, *edition.levels)]


def _step(level: int, item: SkillItem, edition: Edition, row: SkillRow) -> Step:
    proficiency = item.proficiencies.get(level)
    given = [(rater, row.ratings[rater]) for rater in RATERS if rater in row.ratings]
    return Step(
        level=level,
        name=edition.level_name(level) if level else Text(ja="0", en="0"),
        text=phrase_proficiency(proficiency, edition.vocabulary) if proficiency else None,
        lacks=None if proficiency else _lacks(level, item),
        citation=proficiency.citation if proficiency else None,
        is_target=level == row.target,
        given=tuple((RATER_NAMES[rater], say_recorded(each.day)) for rater, each in given if each.level == level),
    )


def _lacks(level: int, item: SkillItem) -> Text:
    if level == 0:
        return BELOW
    return BLANK if level in item.blank_levels else NEVER_HEADED
