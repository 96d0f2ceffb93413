"""Which single things could be added to a record, as far as the words of a cell go, and is a plan larger than it need be?

Nothing of the planner is used here: every word that the criteria of a cell print is tried, each as far as it can help.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import Final

from kijun.criteria import (
    Amount,
    Areas,
    Clause,
    Conditions,
    Confirmed,
    Criterion,
    Customers,
    Kinds,
    Market,
    Mentors,
    Once,
    Passed,
    Rated,
    Recognised,
    Times,
    Trait,
    Years,
)
from kijun.criteria.walk import walk
from kijun.day import exactly
from kijun.evidence import Engagement, MarketShare, Person
from kijun.framework.resolve import ResolvedCell
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
from kijun.growth.apply import apply, as_of
from kijun.judgement import judge, judge_cell
from kijun.text import same
from kijun.timespan import last_day_of_years
from kijun.verdict import MET
from tests.strategies import DAY, ON

Asked = Criterion | Trait

LONG: Final = 8
"""Years of service that are more than any cell asks for."""


def smaller_set(cell: ResolvedCell, person: Person, *, fewer_than: int) -> tuple[Addition, ...] | None:
    """Return a set of fewer single additions that makes a cell met some day, or None where there is none."""
    singles = list(single_additions(cell, person))
    days = (ON, last_day_of_years(ON, LONG))
    for number in range(1, fewer_than):
        for chosen in combinations(singles, number):
            if any(is_met(cell, chosen, person, day) for day in days):
                return chosen
    return None


def is_met(cell: ResolvedCell, additions: tuple[Addition, ...], person: Person, day: date) -> bool:
    """Return whether a cell is met on a day once things are added to the record of today."""
    then = apply(additions, person, day=day, today=ON)
    if not cell.does_examination_satisfy:
        for name in cell.deciding:
            if judge(cell.parts[name].criterion, then, on=day).verdict is not MET:
                return False
    return judge_cell(cell, then, on=day).verdict is MET


def single_additions(cell: ResolvedCell, person: Person) -> Iterator[Addition]:
    """Yield every single thing that the criteria of a cell name, for this person."""
    criteria = [cell.parts[name].criterion for name in cell.deciding]
    if cell.does_examination_satisfy and cell.examination is not None:
        criteria.append(cell.examination.criterion)
    asked = [each for criterion in criteria for each in walk(criterion)]
    clauses = [clause for each in asked for clause in _clauses(each)]
    if clauses:
        yield _greatest(clauses, asked, cell.indicator.field)
    for engagement in as_of(person, ON).engagements:
        yield from _facts(engagement, asked)
        if engagement.end == exactly(ON):
            until = last_day_of_years(ON, LONG)
            yield FurtherService(engagement=engagement.id, days=(until - ON).days, until=until)
    for each in asked:
        yield from _held(each)


def _held(criterion: Asked) -> Iterator[Addition]:
    match criterion:
        case Areas(of=areas, degree=degree, reach=reach):
            for area in areas:
                step = reach.least if reach else None
                yield AreaReached(area=area, degree=degree.least, reach=step, is_raised=False)
        case Kinds(of=kinds):
            yield from (KindHandedOn(kind=kind) for kind in kinds)
        case Mentors():
            yield MentoringBegun()
        case Passed(any_of=examinations):
            yield from (ExaminationPassed(examination=each) for each in examinations)
        case Confirmed(cell=path):
            yield CircumstancesConfirmed(cell=path)
        case Rated(of=items, level=level, by=by):
            yield from (SkillRated(item=item, level=level, by=by[0]) for item in items)
        case _:
            pass


def _clauses(criterion: Asked) -> list[Clause]:
    match criterion:
        case Once(clause=clause) | Years(clause=clause):
            return [clause]
        case Times(slots=slots):
            return [slot.clause for slot in slots]
        case _:
            return []


def _facts(engagement: Engagement, asked: Sequence[Asked]) -> Iterator[Addition]:
    """Yield every fact that the engagement is silent of, as large as anything printed, and every recognition."""
    held: set[tuple[str, str | int | tuple[MarketShare, ...]]] = set()
    paths: set[str] = set()
    for trait in asked:
        match trait:
            case Conditions(of=of, must_include=mandatory) if not engagement.has_all_conditions:
                held |= {("conditions", word) for word in (*of, *mandatory) if word not in engagement.conditions}
            case Amount(measure=measure, at_least=least) if measure not in engagement.sizes:
                held.add((measure, least or 0))
            case Customers(reach=reach) if engagement.customers is None:
                held |= {("customers", served) for served in reach.accepted}
            case Market() if engagement.market is None:
                held.add(("market", _shares(trait)))
            case Market(employees_at_least=int() as heads) if engagement.market is not None:
                filled = [share if share.employees else replace(share, employees=heads) for share in engagement.market]
                held.add(("market", tuple(filled)))
            case Recognised(as_one_of=of):
                paths |= of
            case _:
                pass
    refused = {claim.to for claim in engagement.equivalences if claim.decision == "refused"}
    for fact, value in sorted(held, key=repr):
        yield FactRecorded(engagement=engagement.id, fact=fact, value=value)
    for path in sorted(paths - refused):
        yield EquivalenceRecognised(engagement=engagement.id, to=path, is_claimed=False)


def _shares(asked: Market) -> tuple[MarketShare, ...]:
    return tuple(
        MarketShare(scope=min(group), count=asked.count, employees=asked.employees_at_least) for group in asked.groups
    )


def _greatest(clauses: Sequence[Clause], asked: Sequence[Asked], field: str) -> NewEngagement:
    """Return an engagement of many years that has everything that any of the words asks for."""
    conditions: set[str] = set()
    sizes: dict[str, int] = {}
    served: list[frozenset[str]] = []
    market: list[MarketShare] = []
    for trait in asked:
        match trait:
            case Conditions(of=of, must_include=mandatory):
                conditions |= {*of, *mandatory}
            case Amount(measure=measure, at_least=least):
                sizes[measure] = max(sizes.get(measure, 0), least or 0)
            case Customers(reach=reach):
                served.append(reach.accepted)
            case Market():
                market += _shares(trait)
            case _:
                pass
    made = Engagement(
        id="greatest",
        title=same("greatest"),
        project="greatest",
        fields=(field,),
        activities=frozenset(word for clause in clauses for word in clause.activities or ()),
        role="responsible",
        title_held=None,
        start=exactly(ON),
        end=exactly(last_day_of_years(ON, LONG)),
        outcome="succeeded",
        conditions=frozenset(conditions),
        has_all_conditions=False,
        sizes=sizes,
        customers=min(frozenset.intersection(*served)) if served else None,
        market=tuple(market) or None,
        equivalences=(),
    )
    days = (last_day_of_years(ON, LONG) - ON + DAY).days
    return NewEngagement(parts=(), level=None, clause=clauses[0], traits=(), engagement=made, days=days)
