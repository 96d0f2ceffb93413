"""What does the judgement of one person say, bit by bit?

The first reading, in the shape of the second: for each cell, part and minimum by examination whether it is surely and possibly
met, and for each field the highest level met and possible.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from kijun.evidence import Person
from kijun.framework.resolve import ResolvedEdition
from kijun.judgement import CellJudgement, judge_edition, levels
from kijun.verdict import Verdict

EXAMINATION: Final = "minimum_by_examination"
Asked = tuple[str, str | None]
"""A cell, and a part of it; None is the cell as a whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """Everything that both readings say of one person: verdicts, and by field the highest level met and possible."""

    verdicts: Mapping[Asked, Verdict]
    levels: Mapping[str, tuple[int | None, int | None]]


def judged(edition: ResolvedEdition, person: Person, *, on: date) -> Judged:
    """Return the judgement of a person in all cells of an edition."""
    cells = judge_edition(edition, person, on=on)
    is_ladder = edition.policy["levels.imply"] == "ladder"
    found = {}
    for _, field in edition.edition.fields():
        level = levels(field.path, cells, is_ladder=is_ladder)
        found[field.path] = (level.highest_met, level.highest_possible)
    return Judged(verdicts={key: each for cell in cells.values() for key, each in _of(cell)}, levels=found)


def _of(cell: CellJudgement) -> list[tuple[Asked, Verdict]]:
    path = cell.cell.indicator.path
    said: list[tuple[Asked, Verdict]] = [((path, None), cell.verdict)]
    said += [((path, name), part.verdict) for name, part in cell.parts.items()]
    if cell.minimum_by_examination is not None:
        said.append(((path, EXAMINATION), cell.minimum_by_examination.verdict))
    return said
