"""Which record does a command ask about, with which editions, day, policies and assumptions, and how is it judged so?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kijun.cli.again import Again
from kijun.cli.assumptions import WhatIf, read_assumed
from kijun.cli.question import Asked, asked_editions, read_judgement_day, read_person, read_policies
from kijun.judgement.record_judgement import RecordJudgement, judge_editions
from kijun.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedRecord:
    """A record with everything that a command asks of it.

    `notices` can wait until the result is shown; `again` is how a command that follows asks the same.
    """

    asked: Asked
    what_if: WhatIf
    on: date
    policies: Mapping[str, str]
    notices: Sequence[Problem]
    again: Again


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A record judged, what was assumed beside it, the notices that can wait, and how a command that follows asks the same."""

    judgement: RecordJudgement
    what_if: WhatIf
    notices: Sequence[Problem]
    again: Again


def read_asked(
    record: Path,
    *,
    editions: Sequence[str] | None,
    policies: Sequence[str] | None,
    assumed: Sequence[Path] | None,
    on: str | None,
    now: date,
) -> AskedRecord:
    """Return a record file as the options of a command ask about it.

    Raises KijunError for an option, a record or an assumption that cannot be used.
    """
    overrides, day = read_policies(policies or []), read_judgement_day(on, now)
    asked = asked_editions(editions or [])
    person, notices = read_person(record, asked, now)
    return AskedRecord(
        asked=asked,
        what_if=read_assumed(assumed or [], person, asked, on=day),
        on=day,
        policies=overrides,
        notices=notices,
        again=Again(
            record=record,
            editions=tuple(editions or ()),
            policies=tuple(policies or ()),
            assumed=tuple(assumed or ()),
            on=on,
            folders=asked.folders,
        ),
    )


def judge_record(
    record: Path,
    *,
    editions: Sequence[str] | None,
    policies: Sequence[str] | None,
    assumed: Sequence[Path] | None,
    on: str | None,
    now: date,
) -> Judged:
    """Return the judgement of a record file, as the options of a command ask for it. Raises as `read_asked`."""
    found = read_asked(record, editions=editions, policies=policies, assumed=assumed, on=on, now=now)
    judgement = judge_editions(found.asked.editions, found.what_if.person, on=found.on, policy=found.policies)
    return Judged(judgement=judgement, what_if=found.what_if, notices=found.notices, again=found.again)
