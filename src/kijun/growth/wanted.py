"""Which engagement is wanted, and what on record, or to come, could be it?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from kijun.criteria import Clause, Once, Times, Trait, Years
from kijun.day import exactly
from kijun.evidence import Engagement
from kijun.framework.vocabulary import Vocabulary
from kijun.growth.addition import Addition, EquivalenceRecognised, FactRecorded, NewEngagement
from kijun.growth.design import customers_rank, design
from kijun.growth.facts import Fact, common_facts, single_facts
from kijun.growth.plan import Step
from kijun.judgement.engagements import EngagementReading
from kijun.judgement.record import RecordReading

DAY: Final = timedelta(days=1)
Designs = dict[tuple[str, tuple[int, ...]], Engagement | None]
"""Engagements that were designed already, by their field and the identity of what they serve: the same for everybody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """What is asked of somebody's engagements and not met: times or years, and parts that one engagement would settle."""

    field: str
    service: Times | Years | None
    once: Mapping[str, Once]
    record: RecordReading
    words: Vocabulary
    designs: Designs


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way to settle what is asked: its steps, and the day on which it is settled."""

    steps: tuple[Step, ...]
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One engagement that is asked for: the parts that it serves, the clauses that must count it, the traits it must have."""

    parts: tuple[str, ...]
    level: int | None
    clauses: tuple[Clause, ...]
    traits: tuple[Trait, ...]


def joined(first: Wanted | None, once: Mapping[str, Once]) -> Wanted:
    """Return one engagement that is wanted for the parts of several, `first` before those that need one engagement."""
    start = first or Wanted(parts=(), level=None, clauses=(), traits=())
    return Wanted(
        parts=(*start.parts, *once),
        level=start.level,
        clauses=(*start.clauses, *(each.clause for each in once.values())),
        traits=(*start.traits, *(each.trait for each in once.values())),
    )


def candidates(wanted: Wanted, asked: Service) -> Iterator[tuple[EngagementReading, Fact]]:
    """Yield the engagements on record that lack a single fact to be the one wanted, with each such fact.

    Of the customers that would do, those who reach least far come first; an assessor's word comes last.
    """
    for reading in counted_by_all(wanted.clauses, asked.record):
        facts = common_facts(single_facts(reading, trait) for trait in wanted.traits) or {}
        for fact in sorted(facts.values(), key=lambda fact: _preference(fact, asked.words)):
            yield reading, fact


def _preference(fact: Fact, words: Vocabulary) -> tuple[bool, int]:
    return fact.fact == "recognised", customers_rank(fact.about, words) if fact.fact == "customers" else 0


def counted_by_all(clauses: Sequence[Clause], record: RecordReading) -> list[EngagementReading]:
    """Return the engagements that every one of the clauses counts."""
    first, *others = (record.counted_by(clause).engagements for clause in clauses)
    return [reading for reading in first if all(reading in counted for counted in others)]


def as_addition(reading: EngagementReading, fact: Fact) -> Addition:
    """Return the step of writing a fact down, or of having an equivalence recognised."""
    engagement = reading.engagement
    match fact.fact:
        case "recognised":
            is_claimed = any(
                claim.decision != "refused" and claim.to in (None, fact.about) for claim in engagement.equivalences
            )
            return EquivalenceRecognised(engagement=engagement.id, to=fact.about, is_claimed=is_claimed)
        case "market":
            return FactRecorded(engagement=engagement.id, fact="market", value=fact.shares)
        case "size":
            return FactRecorded(engagement=engagement.id, fact=fact.about, value=fact.least)
        case _:
            return FactRecorded(engagement=engagement.id, fact=fact.fact, value=fact.about)


def designed(wanted: Wanted, asked: Service) -> Engagement | None:
    """Return the smallest engagement that would be the one wanted, or None where none can be."""
    key = asked.field, (*map(id, wanted.clauses), *map(id, wanted.traits))
    if key not in asked.designs:
        asked.designs[key] = design(
            wanted.clauses, wanted.traits, field_name=asked.field, words=asked.words, on=asked.record.on
        )
    return asked.designs[key]


def new_engagement(wanted: Wanted, asked: Service, *, start: date, days: int) -> NewEngagement | None:
    """Return the step of a further engagement from a day on, for so many days, 0 where any length will do."""
    made = designed(wanted, asked)
    if made is None:
        return None
    end = start + DAY * max(0, days - 1)
    return NewEngagement(
        parts=wanted.parts,
        level=wanted.level,
        clause=wanted.clauses[0],
        traits=wanted.traits,
        engagement=replace(made, start=exactly(start), end=exactly(end)),
        days=days,
    )
