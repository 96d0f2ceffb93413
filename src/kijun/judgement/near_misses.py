"""Which evidence would have counted but for one fact, and which facts would settle an unknown?"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final, assert_never

from kijun.criteria import (
    Amount,
    Clause,
    Conditions,
    Customers,
    Either,
    Every,
    Market,
    Reaches,
    Recognised,
    Trait,
    Unprinted,
    Unspecified,
)
from kijun.judgement.engagements import EngagementReading
from kijun.judgement.proof import NearMiss, OpenFact
from kijun.judgement.record import CountedBy
from kijun.verdict import MET, UNKNOWN

_MANY: Final = Unspecified()


def near_misses(counted: CountedBy, clause: Clause, trait: Trait, *, but: Collection[str] = ()) -> tuple[NearMiss, ...]:
    """Return the engagements that a clause and a trait would count but for exactly one fact.

    `but` names projects that count already.
    """
    found = []
    for reading in counted.engagements:
        if reading.engagement.project not in but:
            short = _one_short(reading, trait)
            miss = _lacking(reading, short) if short is not None else None
            if miss is not None:
                found.append(miss)
    for reading, gate in counted.kept_out:
        if reading.engagement.project not in but and reading.has(trait) is MET:
            found.append(_shut(reading, gate, clause))
    return tuple(found)


def _one_short(reading: EngagementReading, trait: Trait) -> Trait | None:
    """Return None where the trait is there, the one leaf that is short, or _MANY."""
    if reading.has(trait) is MET:
        return None
    match trait:
        case Every(of=traits):
            short: Trait | None = None
            for each in traits:
                below = _one_short(reading, each)
                if below is not None:
                    if short is not None:
                        return _MANY
                    short = below
            return short
        case Either(of=traits):
            return _easiest(reading, traits)
        case Reaches(ways=ways):
            return _easiest(reading, tuple(way.trait for way in ways))
        case _:
            return trait


def _easiest(reading: EngagementReading, traits: tuple[Trait, ...]) -> Trait:
    for each in traits:
        short = _one_short(reading, each)
        if short is not None and short is not _MANY:
            return short
    return _MANY


def _shut(reading: EngagementReading, gate: str, clause: Clause) -> NearMiss:
    engagement = reading.engagement
    have: str | int | None = None
    need: str | int | None = None
    match gate:
        case "role":
            have, need = engagement.role, clause.role.least if clause.role else None
        case "outcome":
            have, need = engagement.outcome, clause.outcome.least
        case "activities":
            need = reading.undone(clause)[0]
        case _:  # the window
            have, need = reading.served.end.isoformat(), clause.within_years
    return NearMiss(evidence=engagement.id, fact=gate, have=have, need=need)


def _lacking(reading: EngagementReading, leaf: Trait) -> NearMiss | None:
    """Return the near miss that a leaf makes, or None where more than one fact is missing from it."""
    engagement = reading.engagement
    identity = engagement.id
    match leaf:
        case Conditions(at_least=least, of=listed):
            held = sum(word in engagement.conditions for word in listed)
            mandatory = [word for word in leaf.must_include if word not in engagement.conditions]
            if held >= least and len(mandatory) == 1:
                return NearMiss(evidence=identity, fact="mandatory", have=None, need=mandatory[0])
            if held != least - 1 or len(mandatory) > 1:
                return None
            return NearMiss(evidence=identity, fact="conditions", have=held, need=least)
        case Amount(measure=measure, at_least=least):
            have = engagement.sizes.get(measure)
            is_too_large = have is not None and least is not None and have >= least
            return None if is_too_large else NearMiss(evidence=identity, fact=measure, have=have, need=least)
        case Customers(reach=reach):
            return NearMiss(evidence=identity, fact="customers", have=engagement.customers, need=reach.least)
        case Market(scope=scope):
            served = None if engagement.market is None else reading.prove(leaf).have
            return NearMiss(evidence=identity, fact="market", have=served, need=scope)
        case Recognised():
            return NearMiss(evidence=identity, fact="equivalence", have=None, need=None)
        case _:  # what is missing from the source is no fact of the record
            return None


def open_facts(reading: EngagementReading, trait: Trait) -> list[OpenFact]:
    """Return the facts of an engagement that could settle a trait that is unknown on it."""
    if isinstance(trait, Unspecified) or reading.has(trait) is not UNKNOWN:
        return []
    identity = reading.engagement.id
    match trait:
        case Every(of=traits) | Either(of=traits):
            return [fact for each in traits for fact in open_facts(reading, each)]
        case Reaches(ways=ways):
            return [fact for way in ways for fact in open_facts(reading, way.trait)]
        case Conditions():
            return [OpenFact(evidence=identity, fact="conditions", about="conditions")]
        case Amount(measure=measure):
            return [OpenFact(evidence=identity, fact=measure, about=measure)]
        case Customers():
            return [OpenFact(evidence=identity, fact="customers", about="customers")]
        case Market():
            return [OpenFact(evidence=identity, fact="market", about="market")]
        case Recognised():
            return [OpenFact(evidence=identity, fact="equivalence", about="equivalence")]
        case Unprinted(cell=cell):
            return [OpenFact(evidence=None, fact="source", about=cell)]
        case _:
            assert_never(trait)


def once_each(facts: Iterable[OpenFact]) -> tuple[OpenFact, ...]:
    """Return the facts without repetition, in order."""
    return tuple(dict.fromkeys(facts))


def is_complete_fact(name: str) -> OpenFact:
    """Return the fact that a list of the record is complete."""
    return OpenFact(evidence=None, fact="complete", about=name)
