"""Where the standard is silent, which answers shaped a result?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kijun.framework.policy import Point
from kijun.judgement.proof import CellJudgement
from kijun.judgement.record_judgement import EditionJudgement
from kijun.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A silent point and how it is answered; `reason` is given where the organisation chose the answer itself."""

    question: Text
    answer: Text
    is_default: bool
    reason: Text | None


def answers_of(edition: EditionJudgement, cell: CellJudgement) -> list[Answered]:
    """Return the points that shaped a cell, those that are answered otherwise than by default first."""
    examination = cell.minimum_by_examination
    parts = [*cell.parts.values(), *([examination] if examination is not None else [])]
    used = [*cell.cell.policies, *(policy for part in parts for policy in part.policies)]
    return _answers(edition, dict.fromkeys(used))


def chosen_in(edition: EditionJudgement) -> list[Answered]:
    """Return the points of an edition that are answered otherwise than its standard would be by default."""
    return [each for each in _answers(edition, edition.edition.edition.points) if not each.is_default]


def _answers(edition: EditionJudgement, used: Iterable[str]) -> list[Answered]:
    points = edition.edition.edition.points
    found = [_answered(points[name], edition.edition.policy[name]) for name in used if name in points]
    return sorted(found, key=lambda each: each.is_default)


def _answered(point: Point, answer: str) -> Answered:
    is_default = answer == point.default and point.chosen is None
    return Answered(
        question=point.question,
        answer=point.say(answer),
        is_default=is_default,
        reason=None if is_default else point.reason,
    )
