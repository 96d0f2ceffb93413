"""Which level does a person reach in a field?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kijun.judgement.proof import CellJudgement
from kijun.verdict import MET, NOT_MET, UNKNOWN, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldLevels:
    """The level of a person in one field.

    `highest_met` is the highest cell met, `highest_possible` the highest met or unknown. `holes` are the printed cells
    below the highest met that are not met, `unknown_holes` those that are unknown.
    """

    field: str
    highest_met: int | None
    highest_possible: int | None
    holes: tuple[int, ...]
    unknown_holes: tuple[int, ...]


def levels(field: str, judgements: Mapping[str, CellJudgement], *, is_ladder: bool = False) -> FieldLevels:
    """Return the level in a field from the judgements of its cells.

    A ladder (policy levels.imply) stops below the first cell that is missed: for the level met, a cell that is not met
    or unknown; for the level possible, one that is not met.
    """
    of_field = [judged for judged in judgements.values() if judged.cell.indicator.field_path == field]
    of_field.sort(key=lambda judged: judged.cell.indicator.level)
    verdicts = [(judged.cell.indicator.level, judged.verdict) for judged in of_field]
    met = _highest(verdicts, (MET,), is_ladder=is_ladder)
    possible = _highest(verdicts, (MET, UNKNOWN), is_ladder=is_ladder)
    below = [(level, verdict) for level, verdict in verdicts if met is not None and level < met]
    return FieldLevels(
        field=field,
        highest_met=met,
        highest_possible=possible,
        holes=tuple(level for level, verdict in below if verdict is NOT_MET),
        unknown_holes=tuple(level for level, verdict in below if verdict is UNKNOWN),
    )


def _highest(verdicts: list[tuple[int, Verdict]], accepted: tuple[Verdict, ...], *, is_ladder: bool) -> int | None:
    highest = None
    for level, verdict in verdicts:
        if verdict in accepted:
            highest = level
        elif is_ladder:
            break
    return highest
