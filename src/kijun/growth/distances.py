"""How far is each open cell, and which are the nearest of all fields?"""

from __future__ import annotations

from dataclasses import dataclass

from kijun.framework.structure import Field
from kijun.growth.plan import Growth
from kijun.growth.plan_cell import plan_cells
from kijun.judgement.proof import CellJudgement
from kijun.judgement.record_judgement import EditionJudgement, RecordJudgement
from kijun.text import Text
from kijun.verdict import MET


@dataclass(frozen=True, slots=True, kw_only=True)
class Distance:
    """A printed cell of a field, how it was judged, and its plans."""

    edition: EditionJudgement
    field: Field
    cell: CellJudgement
    growth: Growth

    @property
    def name(self) -> Text:
        """What the cell is called."""
        return self.edition.edition.edition.cell_name(self.field, self.cell.cell.indicator.level)

    @property
    def steps(self) -> int | None:
        """How many steps are missing; none where the cell is met, None where nothing could make it met."""
        return None if self.growth.best is None else len(self.growth.best.steps)

    @property
    def is_open(self) -> bool:
        """Whether the cell is not met yet."""
        return self.cell.verdict is not MET


def distances(judged: RecordJudgement) -> list[Distance]:
    """Return every printed cell of the editions in printed order, with its plans."""
    found = []
    for edition in judged.editions:
        growths = plan_cells(edition, judged.person, on=judged.on)
        for _, field in edition.edition.edition.fields():
            found += [
                Distance(
                    edition=edition,
                    field=field,
                    cell=edition.cells[printed.path],
                    growth=growths[printed.path],
                )
                for printed in edition.edition.edition.cells_of(field.path)
            ]
    return found


def nearest(found: list[Distance]) -> list[Distance]:
    """Return the open cells that something could make met, the nearest first: by steps, by day, then the higher level."""
    reachable = [each for each in found if each.is_open and each.growth.best is not None]
    return sorted(reachable, key=_order)


def _order(distance: Distance) -> tuple[int, str, int]:
    best = distance.growth.best
    assert best is not None, "only reachable cells are ordered"
    return len(best.steps), best.day.isoformat(), -distance.cell.cell.indicator.level
