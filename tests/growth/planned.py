"""What does a plan for somebody say, in a line for each step?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import assert_never

from kijun.evidence import MarketShare, Person
from kijun.framework.policy import choose
from kijun.framework.resolve import ResolvedEdition, resolve_edition
from kijun.growth.addition import (
    Addition,
    AreaReached,
    CircumstancesConfirmed,
    EquivalenceRecognised,
    ExaminationPassed,
    FactRecorded,
    FurtherService,
    KindHandedOn,
    MentoringBegun,
    NewEngagement,
    SkillRated,
)
from kijun.growth.plan import Growth, Plan
from kijun.growth.plan_cell import plan_cell
from kijun.judgement import judge_edition
from kijun.judgement.record_judgement import EditionJudgement
from tests.builders import ON, V3_2011, edition


@cache
def _resolved(of: str, policy: tuple[tuple[str, str], ...]) -> ResolvedEdition:
    printed = edition(of)
    return resolve_edition(printed, choose(printed.points, dict(policy)))


def judged(
    person: Person, *, of: str = V3_2011, policy: Mapping[str, str] | None = None, on: date = ON
) -> EditionJudgement:
    """Return a person judged in an edition."""
    resolved = _resolved(of, tuple((policy or {}).items()))
    return EditionJudgement(edition=resolved, cells=judge_edition(resolved, person, on=on), levels={})


def planned(
    person: Person, below: str, *, of: str = V3_2011, policy: Mapping[str, str] | None = None, on: date = ON
) -> Growth:
    """Return the plans for a cell; `below` is its path below the edition."""
    return plan_cell(f"{of}/{below}", judged(person, of=of, policy=policy, on=on), person, on=on)


def best(growth: Growth) -> list[str]:
    """Return the first plan, a line for each step."""
    assert growth.best is not None
    return steps(growth.best)


def steps(plan: Plan) -> list[str]:
    """Return a plan, a line for each step."""
    return [told(step.addition) for step in plan.steps]


def told(addition: Addition) -> str:
    """Return an addition in a line."""
    match addition:
        case NewEngagement(parts=parts, level=level, days=days):
            return f"engagement for {'+'.join(parts)}, level {level}, {days} days"
        case FurtherService(engagement=engagement, days=days, until=until):
            return f"{engagement} goes on {days} days until {until}"
        case FactRecorded(engagement=engagement, fact=fact, value=value):
            return f"{engagement}: {fact} {_shares(value) if isinstance(value, tuple) else value}"
        case EquivalenceRecognised(engagement=engagement, to=to, is_claimed=is_claimed):
            return f"{engagement}: {'claimed' if is_claimed else 'unclaimed'} as {to}"
        case KindHandedOn(kind=kind):
            return f"kind {kind}"
        case AreaReached(area=area, degree=degree, reach=reach, is_raised=is_raised):
            return f"{'raise' if is_raised else 'area'} {area} {degree} {reach}"
        case MentoringBegun():
            return "mentoring"
        case ExaminationPassed(examination=examination):
            return f"examination {examination}"
        case CircumstancesConfirmed(cell=cell):
            return f"confirmed {cell}"
        case SkillRated(item=item, level=level, by=by):
            return f"{item} {level} by {by}"
        case _:
            assert_never(addition)


def _shares(market: tuple[MarketShare, ...]) -> str:
    return " ".join(f"{share.count} {share.scope} {share.employees}" for share in market)
