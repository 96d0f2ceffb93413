"""What hangs on a day that is known to the month only?

A month is counted from its first day (a start) or to its last (an end), and whatever that could change is said to hang on it.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kijun.day import RecordedDay, exactly
from kijun.evidence import Contribution, Engagement, Person
from kijun.framework.policy import choose
from kijun.framework.resolve import ResolvedEdition, resolve_edition
from kijun.judgement import PartJudgement, judge_edition
from kijun.verdict import Verdict
from tests.builders import claim, contribution, person
from tests.standards.cases import editions
from tests.strategies import ON, fitting, people

_MIDDLE = date(2026, 4, 10)
_EDITION = "itss/v3-2011"
_HARDWARE_5 = f"{_EDITION}/customer-service/hardware/5"
_HANGING = (Verdict.MET, True)


@pytest.mark.parametrize("window", ["any", "5"])
@given(st.data())
def test_a_verdict_that_hangs_on_no_month_is_the_same_whichever_day_of_the_month_it_was(
    window: str, data: st.DataObject
) -> None:
    by_month = _with_days(data.draw(people()), _month_of)
    by_day = _with_days(by_month, lambda month: exactly(data.draw(st.dates(month.earliest, month.latest))))
    for edition in _resolved(window):
        exact = judge_edition(edition, by_day, on=_MIDDLE)
        for path, judged in judge_edition(edition, by_month, on=_MIDDLE).items():
            for name, part in judged.parts.items():
                assert part.hangs_on_month or part.verdict is exact[path].parts[name].verdict, (path, name)


@given(people())
def test_nothing_hangs_on_a_month_where_every_day_is_known(known: Person) -> None:
    for edition in _resolved():
        for judged in judge_edition(edition, known, on=ON).values():
            assert [name for name, part in judged.parts.items() if part.hangs_on_month] == []


def test_a_contribution_of_the_month_of_judgement_is_counted_and_said_to_hang_on_it() -> None:
    part = _judged("succession", person(contributions=_contributions("2024-01-01", "2024-01-01", "2026-04")))
    assert (part.verdict, part.hangs_on_month) == _HANGING


def test_an_equivalence_recognised_in_the_month_of_judgement_is_said_to_hang_on_it() -> None:
    recognised = claim("recognised", f"{_HARDWARE_5}/size/1", "2026-04")
    engagement = replace(fitting(editions()[_EDITION].indicators[_HARDWARE_5], "e"), customers="specific-user")
    part = _judged("size", person(replace(engagement, equivalences=(recognised,))))
    assert (part.verdict, part.hangs_on_month) == _HANGING


def test_two_contributions_at_the_two_ends_of_a_window_are_said_to_hang_on_their_months() -> None:
    at_the_ends = person(contributions=_contributions("2024-01-01", "2024-01-01", "2021-04", "2026-04"))
    part = _judged("succession", at_the_ends, window="5")
    assert (part.verdict, part.hangs_on_month) == _HANGING


def _judged(part: str, somebody: Person, *, window: str = "any") -> PartJudgement:
    (edition,) = (each for each in _resolved(window) if each.edition.id == _EDITION)
    return judge_edition(edition, somebody, on=_MIDDLE)[_HARDWARE_5].parts[part]


@cache
def _resolved(window: str = "any") -> tuple[ResolvedEdition, ...]:
    return tuple(
        resolve_edition(
            edition,
            choose(
                edition.points, {"evidence.window": window, "proficiency.decides": "all-items", "ratings.by": "anyone"}
            ),
        )
        for edition in editions().values()
    )


def _contributions(*days: str) -> tuple[Contribution, ...]:
    """Return contributions of as many kinds as there are days; hardware 5 asks for three."""
    kinds = ("book", "patent", "community", "paper-inside")
    return tuple(contribution(kind, day) for kind, day in zip(kinds, days, strict=False))


def _month_of(day: RecordedDay) -> RecordedDay:
    first = day.earliest.replace(day=1)
    return RecordedDay(earliest=first, latest=first.replace(day=monthrange(first.year, first.month)[1]))


def _with_days(somebody: Person, turned: Callable[[RecordedDay], RecordedDay]) -> Person:
    """Return the person with every day turned into another, none of them before the start that it ends."""
    return replace(
        somebody,
        engagements=tuple(_engagement_with_days(engagement, turned) for engagement in somebody.engagements),
        contributions=tuple(replace(each, day=turned(each.day)) for each in somebody.contributions),
        mentoring=tuple(replace(each, since=turned(each.since)) for each in somebody.mentoring),
        qualifications=tuple(replace(each, day=turned(each.day)) for each in somebody.qualifications),
        expertise=tuple(replace(each, since=each.since and turned(each.since)) for each in somebody.expertise),
        ratings=tuple(replace(each, day=turned(each.day)) for each in somebody.ratings),
    )


def _engagement_with_days(engagement: Engagement, turned: Callable[[RecordedDay], RecordedDay]) -> Engagement:
    start = turned(engagement.start)
    claims = tuple(replace(each, day=each.day and turned(each.day)) for each in engagement.equivalences)
    engagement = replace(engagement, equivalences=claims)
    if engagement.end is None:
        return replace(engagement, start=start)
    end = turned(engagement.end)
    ends_too_early = start.is_exact and end.latest < start.earliest
    return replace(engagement, start=start, end=start if ends_too_early else end)
