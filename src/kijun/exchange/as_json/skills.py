"""How are a person's skills written for other programs? The shape is fixed; docs/reference/skills-json.md describes it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kijun.evidence import RATERS, Person, Rating
from kijun.exchange.as_json.assumptions import dump_assumed
from kijun.framework.dump import Plain, dump_text
from kijun.judgement.assumption import Assumption
from kijun.judgement.skills import SkillMatrix, SkillRow, Tally


def dump_skills(
    person: Person, matrices: Sequence[SkillMatrix], *, on: date, assumed: Sequence[Assumption] | None = None
) -> dict[str, Plain]:
    """Return the matrices as plain values, one for each field and level."""
    return {
        "person": person.employee,
        "on": on.isoformat(),
        "assumed": dump_assumed(assumed or ()),
        "matrices": [_matrix(matrix) for matrix in matrices],
    }


def _matrix(matrix: SkillMatrix) -> dict[str, Plain]:
    return {
        "field": matrix.field.path,
        "name": dump_text(matrix.field.name),
        "edition": matrix.edition.id,
        "level": matrix.level,
        "decided_by": [*matrix.by],
        "summary": {"deciding": _tally(matrix.tally), **{rater: _tally(matrix.tally_of(rater)) for rater in RATERS}},
        "items": [_row(row, matrix) for row in matrix.rows],
    }


def _tally(tally: Tally) -> dict[str, Plain]:
    return {"at_target": tally.at_target, "below": tally.below, "not_rated": tally.not_rated}


def _row(row: SkillRow, matrix: SkillMatrix) -> dict[str, Plain]:
    item = row.item
    return {
        "item": item.path,
        "key": item.key,
        "name": dump_text(item.name),
        "common": item.is_common,
        "target": row.target,
        "not_asked": _why_not_asked(row, matrix.level),
        "verdict": row.verdict.value if row.verdict else None,
        "ratings": {rater: _rating(row.ratings.get(rater)) for rater in RATERS},
        "gap": {rater: row.gap(rater) for rater in RATERS},
        "difference": row.difference,
        "seen_differently": row.is_seen_differently,
        "knowledge": {
            "recorded": row.known is not None,
            "known": None if row.known is None else [each.id for each in row.known],
            "open": None if row.open is None else [each.id for each in row.open],
        },
    }


def _why_not_asked(row: SkillRow, level: int) -> str | None:
    if row.target is not None:
        return None
    return "blank" if level in row.item.blank_levels else "not headed"


def _rating(rating: Rating | None) -> Plain:
    if rating is None:
        return None
    day = rating.day
    return {
        "level": rating.level,
        "day": day.earliest.isoformat() if day.is_exact else f"{day.earliest:%Y-%m}",
        "note": rating.note,
        "item": rating.item,
    }
