"""How is the map with its distances written for other programs? docs/reference/plan-json.md describes it."""

from __future__ import annotations

from collections.abc import Sequence

from kijun.exchange.as_json.assumptions import dump_assumed
from kijun.framework.dump import Plain
from kijun.growth.distances import Distance
from kijun.growth.distances import nearest as nearest_of
from kijun.judgement.assumption import Assumption
from kijun.judgement.record_judgement import RecordJudgement


def dump_map(
    judged: RecordJudgement, found: Sequence[Distance], assumed: Sequence[Assumption] | None = None
) -> dict[str, Plain]:
    """Return every printed cell with its verdict and its distance; `nearest` are the open ones, the nearest first."""
    return {
        "person": judged.person.employee,
        "on": judged.on.isoformat(),
        "assumed": dump_assumed(assumed or ()),
        "cells": [_cell(each) for each in found],
        "nearest": [each.growth.cell for each in nearest_of(list(found))],
    }


def _cell(distance: Distance) -> dict[str, Plain]:
    best = distance.growth.best
    return {
        "cell": distance.growth.cell,
        "verdict": distance.cell.verdict.value,
        "steps": distance.steps,
        "day": None if best is None else best.day.isoformat(),
    }
