"""What comes out when a record is judged in several editions?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kijun.evidence import Person
from kijun.framework.edition import Edition
from kijun.framework.policy import choose
from kijun.framework.resolve import ResolvedEdition, resolve_edition
from kijun.framework.structure import Category, Field
from kijun.judgement.judge import judge_edition
from kijun.judgement.levels import FieldLevels, levels
from kijun.judgement.proof import CellJudgement
from kijun.text import Text

NOT_IN_STANDARD = "not in the standard"
NOT_IN_SOURCE = "not in the source"
MARK_NAMES = {
    "met": Text(ja="満たす", en="met"),
    "one short": Text(ja="あと1つ", en="one part short"),
    "not met": Text(ja="満たさない", en="not met"),
    "unknown": Text(ja="不明", en="unknown"),
    NOT_IN_STANDARD: Text(ja="標準に定義なし", en="not in the standard"),
    NOT_IN_SOURCE: Text(ja="手元の資料になし", en="not in the source"),
}
"""What the marks of a career map mean, in the order of its legend."""
_DECIDES = "proficiency.decides"


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionJudgement:
    """A person judged in one edition: every printed cell, and the level in every field."""

    edition: ResolvedEdition
    cells: Mapping[str, CellJudgement]
    levels: Mapping[str, FieldLevels]

    def mark_at(self, field: Field, level: int) -> str:
        """Return how a career map marks a level of a field (see MARK_NAMES)."""
        cell = self.cells.get(f"{field.path}/{level}")
        return cell.mark if cell else why_not_defined(field, level, self.edition.edition) or NOT_IN_SOURCE

    def asks_engagements(self, category: Category) -> bool:
        """Whether some cell of a category asks for more than ratings of skill items."""
        cells = [cell for cell in self.edition.cells.values() if cell.indicator.category == category.id]
        return any("proficiency" not in cell.parts or len(cell.parts) > 1 for cell in cells)

    def counts_any_engagement(self, category: Category) -> bool:
        """Whether a category's cells count engagements of any field and any activity: it is common to all categories."""
        cells = [cell.cell.indicator for cell in self.cells.values() if cell.cell.indicator.category == category.id]
        asked = [cell.responsibility for cell in cells if cell.responsibility is not None]
        return bool(asked) and not category.is_field_named and all(each.activities is None for each in asked)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordJudgement:
    """A person judged on a day, in one or more editions."""

    person: Person
    on: date
    editions: tuple[EditionJudgement, ...]

    def cell(self, path: str) -> CellJudgement | None:
        """Return the judgement of a cell, or None where it is not printed."""
        return next((edition.cells[path] for edition in self.editions if path in edition.cells), None)

    @property
    def asks_engagements(self) -> bool:
        """Whether some category of the editions asks for more than ratings of skill items."""
        return any(
            each.asks_engagements(category)
            for each in self.editions
            for category in each.edition.edition.categories.values()
        )


def judge_editions(
    editions: Sequence[Edition], person: Person, *, on: date, policy: Mapping[str, str] | None = None
) -> RecordJudgement:
    """Return the judgement of a person in every cell of the editions, as the record stands on a day.

    `policy` holds an organisation's own answers to silent points, of which each edition has its own (see answers_for). Raises
    BadPolicy for an answer that is not offered.
    """
    judged = []
    for printed in editions:
        edition = resolve_edition(printed, choose(printed.points, answers_for(printed, policy or {}, editions)))
        cells = judge_edition(edition, person, on=on)
        is_ladder = edition.policy["levels.imply"] == "ladder"
        judged.append(
            EditionJudgement(
                edition=edition,
                cells=cells,
                levels={
                    field.path: levels(field.path, cells, is_ladder=is_ladder) for _, field in edition.edition.fields()
                },
            )
        )
    return RecordJudgement(person=person, on=on, editions=tuple(judged))


def answers_for(edition: Edition, policy: Mapping[str, str], editions: Sequence[Edition]) -> Mapping[str, str]:
    """Return which of an organisation's answers hold in an edition that is judged beside others.

    Where only some of the editions hold skill items, proficiencies decide in those alone.
    """
    if _DECIDES not in policy or edition.skills or not any(each.skills for each in editions):
        return policy
    return {point: answer for point, answer in policy.items() if point != _DECIDES}


def why_not_defined(field: Field, level: int, edition: Edition) -> str | None:
    """Return why a cell is not defined, or None where it is printed."""
    if f"{field.path}/{level}" in edition.indicators:
        return None
    return NOT_IN_SOURCE if level in field.missing_from_source else NOT_IN_STANDARD
