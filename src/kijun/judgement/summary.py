"""Where does a person stand in each field, and which cell is next?"""

from __future__ import annotations

from dataclasses import dataclass

from kijun.framework.structure import Field
from kijun.judgement.levels import FieldLevels
from kijun.judgement.proof import CellJudgement
from kijun.judgement.run import EditionJudgement
from kijun.text import Text
from kijun.verdict import MET


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSummary:
    """A field that the person has evidence in: the level in words, and the next cell that is not met yet."""

    field: Field
    levels: FieldLevels
    level: Text
    next_cell: CellJudgement | None


def summaries(judged: EditionJudgement) -> list[FieldSummary]:
    """Return the fields in which some engagement of the record counts, with the next cell of each.

    The next cell is the lowest printed one above the highest met, or the lowest of all.
    """
    found = []
    for _, field in judged.edition.edition.fields():
        cells = [judged.cells[cell.path] for cell in judged.edition.edition.cells_of(field.path)]
        if any(_has_evidence(cell) for cell in cells):
            reached = judged.levels[field.path]
            above = (cell for cell in cells if cell.verdict is not MET and _level(cell) > (reached.highest_met or 0))
            found.append(
                FieldSummary(field=field, levels=reached, level=_say_level(reached), next_cell=next(above, None))
            )
    return found


def _level(cell: CellJudgement) -> int:
    return cell.cell.indicator.level


def _has_evidence(cell: CellJudgement) -> bool:
    return any(
        part.proof.counted or part.proof.children
        for name, part in cell.parts.items()
        if name in ("responsibility", "complexity", "size")
    )


def _say_level(reached: FieldLevels) -> Text:
    if reached.highest_met is None:
        ja, en = "まだどのレベルも満たしていない", "no level met yet"
    else:
        ja, en = f"レベル{reached.highest_met}", f"level {reached.highest_met}"
    if reached.highest_possible is not None and reached.highest_possible != reached.highest_met:
        ja += f"(記録が増えればレベル{reached.highest_possible}の可能性)"
        en += f" (level {reached.highest_possible} is possible, once more is recorded)"
    if reached.holes:
        ja += f"。抜け: {'、'.join(f'レベル{level}' for level in reached.holes)}"
        en += f"; holes: {', '.join(f'level {level}' for level in reached.holes)}"
    if reached.unknown_holes:
        ja += f"。不明: {'、'.join(f'レベル{level}' for level in reached.unknown_holes)}"
        en += f"; unknown: {', '.join(f'level {level}' for level in reached.unknown_holes)}"
    return Text(ja=ja, en=en)
