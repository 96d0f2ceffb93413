"""Against which cell does the report hold a person: the field and the level of the skills and of what comes next?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kijun.catalogue.find import find, find_level
from kijun.errors import NotFound
from kijun.framework.edition import Edition
from kijun.framework.structure import Field
from kijun.judgement.record_judgement import EditionJudgement, RecordJudgement
from kijun.judgement.summary import FieldSummary
from kijun.text import Text, series

_FIELDS = frozenset({"field"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A field of a judged edition, and a level of it."""

    edition: EditionJudgement
    field: Field
    level: int

    @property
    def cell(self) -> str:
        """The path of the cell."""
        return f"{self.field.path}/{self.level}"


def target_of(
    judged: RecordJudgement,
    found: Sequence[tuple[EditionJudgement, FieldSummary]],
    *,
    field: str | None,
    level: str | None,
) -> Target | None:
    """Return the target that is asked for, or the next cell of the field in which most is reached.

    None where no engagement counts anywhere and no field is asked for. Raises NotFound for a field or level that no judged
    edition has.
    """
    if field is not None:
        edition, specialty = _asked(field, judged)
        summary = next((each for _, each in found if each.field.path == specialty.path), None)
    elif found:
        edition, summary = _furthest(found, judged)
        specialty = summary.field
    else:
        return None
    reached = _next_level(edition, specialty, summary) if level is None else _level(level, edition.edition.edition)
    return Target(edition=edition, field=specialty, level=reached)


def _level(words: str, edition: Edition) -> int:
    """Return the level that a number or a level's name means, in any width and case."""
    level = find_level(words, edition)
    if level is not None:
        return level
    known = series([edition.level_name(level) for level in edition.levels])
    raise NotFound(
        Text(
            ja=f"「{words}」というレベルはありません。レベル: {known.ja}。",
            en=f'There is no level "{words}". Levels: {known.en}.',
        )
    )


def _asked(name: str, judged: RecordJudgement) -> tuple[EditionJudgement, Field]:
    path = find(name, [each.edition.edition for each in judged.editions], kinds=_FIELDS).path
    return next(
        (edition, field)
        for edition in judged.editions
        for _, field in edition.edition.edition.fields()
        if field.path == path
    )


def _furthest(
    found: Sequence[tuple[EditionJudgement, FieldSummary]], judged: RecordJudgement
) -> tuple[EditionJudgement, FieldSummary]:
    named = {name for engagement in judged.person.engagements for name in engagement.fields}
    return max(found, key=lambda each: (each[1].levels.highest_met or 0, each[1].field.id in named))


def _next_level(edition: EditionJudgement, field: Field, summary: FieldSummary | None) -> int:
    """Return the level of the next cell, or the highest where all is met, or the lowest where nothing counts yet."""
    if summary is not None and summary.next_cell is not None:
        return summary.next_cell.cell.indicator.level
    printed = [cell.level for cell in edition.edition.edition.cells_of(field.path)]
    if not printed:
        return edition.edition.edition.levels[0]
    return printed[-1] if summary is not None else printed[0]
