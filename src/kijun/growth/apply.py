"""What is on record once the steps of a plan are taken?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import count
from typing import assert_never

from kijun.day import RecordedDay, exactly
from kijun.evidence import (
    Confirmation,
    Contribution,
    Engagement,
    Equivalence,
    Expertise,
    Mentoring,
    Person,
    Qualification,
    Rating,
)
from kijun.evidence.assume import Additions, FurtherFacts, assume
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
from kijun.text import same

PLANNED = "planned"
"""Who stands for somebody that a plan cannot name: whom one mentors, who recognises."""


def as_of(person: Person, on: date) -> Person:
    """Return the record as it stands on a day: nothing that begins later, and nothing that goes on by itself.

    A plan is made from here, so that the days that somebody is still to serve are a step of it.
    """
    return replace(
        person,
        engagements=tuple(_until(each, on) for each in person.engagements if each.start.earliest <= on),
        expertise=tuple(each for each in person.expertise if each.since is None or each.since.earliest <= on),
        contributions=tuple(each for each in person.contributions if each.day.earliest <= on),
        mentoring=tuple(each for each in person.mentoring if each.since.earliest <= on),
        qualifications=tuple(each for each in person.qualifications if each.day.earliest <= on),
        ratings=tuple(each for each in person.ratings if each.day.earliest <= on),
        confirmations=tuple(each for each in person.confirmations if each.day.earliest <= on),
    )


def _until(engagement: Engagement, on: date) -> Engagement:
    if engagement.end is None or engagement.end.latest > on:
        engagement = replace(engagement, end=exactly(on))
    if all(each.day is None or each.day.earliest <= on for each in engagement.equivalences):
        return engagement
    claims = tuple(each for each in engagement.equivalences if each.day is None or each.day.earliest <= on)
    return replace(engagement, equivalences=claims)


def apply(additions: Iterable[Addition], person: Person, *, day: date, today: date) -> Person:
    """Return the record as it stands today, with additions that are there on a later day."""
    return assume(as_of(person, today), as_evidence(additions, day=day, beside=person))


def as_evidence(additions: Iterable[Addition], *, day: date, beside: Person | None = None) -> Additions:
    """Return the evidence that additions stand for, as it would be on record on a day.

    A new engagement has an id and a project that no engagement has on record, or is assumed to have, beside it.
    """
    taken = {name for each in (beside.engagements if beside else ()) for name in (each.id, each.project)}
    made = Additions()
    for number, addition in enumerate(additions, start=1):
        named = next(name for name in _names_from(number) if name not in taken)
        taken.add(named)
        made = _with(made, addition, named, exactly(day))
    return made


def _names_from(number: int) -> Iterator[str]:
    return (f"{PLANNED}-{each}" for each in count(number))


def _with(made: Additions, addition: Addition, named: str, day: RecordedDay) -> Additions:
    match addition:
        case NewEngagement(engagement=engagement):
            return replace(made, engagements=(*made.engagements, replace(engagement, id=named, project=named)))
        case FurtherService(engagement=identity, until=until):
            return _facts(made, FurtherFacts(engagement=identity, end=exactly(until)))
        case FactRecorded():
            return _facts(made, _recorded(addition))
        case EquivalenceRecognised(engagement=identity, to=to):
            claim = Equivalence(decision="recognised", to=to, by=PLANNED, reason=PLANNED, day=day)
            return _facts(made, FurtherFacts(engagement=identity, equivalences=(claim,)))
        case KindHandedOn(kind=kind):
            contribution = Contribution(kind=kind, title=same(kind), day=day)
            return replace(made, contributions=(*made.contributions, contribution))
        case AreaReached(area=area, degree=degree, reach=reach):
            held = Expertise(area=area, degree=degree, reach=reach, since=day)
            return replace(made, expertise=(*made.expertise, held))
        case MentoringBegun():
            return replace(made, mentoring=(*made.mentoring, Mentoring(whom=PLANNED, since=day)))
        case ExaminationPassed(examination=examination):
            passed = Qualification(examination=examination, day=day)
            return replace(made, qualifications=(*made.qualifications, passed))
        case CircumstancesConfirmed(cell=cell):
            word = Confirmation(cell=cell, decision="confirmed", by=PLANNED, reason=PLANNED, day=day)
            return replace(made, confirmations=(*made.confirmations, word))
        case SkillRated(item=item, level=level, by=by):
            return replace(made, ratings=(*made.ratings, Rating(item=item, level=level, by=by, day=day)))
        case _:
            assert_never(addition)


def _facts(made: Additions, facts: FurtherFacts) -> Additions:
    return replace(made, facts=(*made.facts, facts))


def _recorded(addition: FactRecorded) -> FurtherFacts:
    value = addition.value
    if isinstance(value, tuple):
        return FurtherFacts(engagement=addition.engagement, market=value)
    if isinstance(value, int):
        return FurtherFacts(engagement=addition.engagement, sizes={addition.fact: value})
    if addition.fact == "customers":
        return FurtherFacts(engagement=addition.engagement, customers=value)
    return FurtherFacts(engagement=addition.engagement, conditions=frozenset({value}))
