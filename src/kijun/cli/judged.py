"""What comes out when a command's record is judged as it asks: with its editions, day, policies and assumptions?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kijun.cli.again import Again
from kijun.cli.assumptions import WhatIf, read_assumed
from kijun.cli.question import asked_editions, read_judgement_day, read_person, read_policies
from kijun.judgement.record_judgement import RecordJudgement, judge_editions
from kijun.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A record judged, what was assumed beside it, the notices that can wait, and how a command that follows asks the same."""

    judgement: RecordJudgement
    what_if: WhatIf
    notices: Sequence[Problem]
    again: Again


def judge_record(
    record: Path,
    *,
    editions: Sequence[str] | None,
    policies: Sequence[str] | None,
    assumed: Sequence[Path] | None,
    on: str | None,
    now: date,
) -> Judged:
    """Return the judgement of a record file, as the options of a command ask for it.

    Raises KijunError for an option, a record or an assumption that cannot be used.
    """
    overrides, day = read_policies(policies or []), read_judgement_day(on, now)
    asked = asked_editions(editions or [])
    person, notices = read_person(record, asked, now)
    what_if = read_assumed(assumed or [], person, asked, on=day)
    judgement = judge_editions(asked.editions, what_if.person, on=day, policy=overrides)
    again = Again(
        record=record,
        editions=tuple(editions or ()),
        policies=tuple(policies or ()),
        assumed=tuple(assumed or ()),
        on=on,
        folders=asked.folders,
    )
    return Judged(judgement=judgement, what_if=what_if, notices=notices, again=again)
