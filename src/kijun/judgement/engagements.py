"""What is one engagement like?

Each fact is looked at once: verdicts and proofs of traits are kept by the trait itself, which cells of a field share.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import assert_never

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
from kijun.evidence import Engagement, MarketShare
from kijun.judgement.proof import Proof
from kijun.timespan import Span, window_start
from kijun.verdict import MET, NOT_MET, UNKNOWN, Verdict, all_of, any_of, between


@dataclass(slots=True, kw_only=True)
class EngagementReading:
    """An engagement as it stands on the day of judgement; `served` are the days of it that exist."""

    engagement: Engagement
    served: Span
    on: date
    is_strict: bool = False
    _verdicts: dict[int, Verdict] = field(default_factory=dict)
    _proofs: dict[int, Proof] = field(default_factory=dict)

    def has(self, trait: Trait) -> Verdict:
        """Return whether the engagement has a trait."""
        key = id(trait)
        verdict = self._verdicts.get(key)
        if verdict is None:
            verdict = self._verdicts[key] = self._look(trait)
        return verdict

    def shut_gates(self, clause: Clause) -> tuple[str, ...]:
        """Return what keeps a clause from counting the engagement: field, role, activities, outcome, window."""
        engagement = self.engagement
        shut = []
        if clause.fields is not None:
            fields = engagement.fields[:1] if clause.is_first_field_only else engagement.fields
            if clause.fields.isdisjoint(fields):
                shut.append("field")
        done = engagement.activities
        asked = clause.activities
        if asked is not None and not (
            done.issuperset(asked) if clause.needs_all_activities else not done.isdisjoint(asked)
        ):
            shut.append("activities")
        if clause.role is not None and engagement.role not in clause.role.accepted:
            shut.append("role")
        if engagement.outcome not in clause.outcome.accepted:
            shut.append("outcome")
        if clause.within_years is not None and self.served.end < window_start(self.on, clause.within_years):
            shut.append("window")
        return tuple(shut)

    def is_near(self, gate: str, clause: Clause) -> bool:
        """Return whether a shut gate is one fact away from opening.

        Work of another kind or in another field is not nearly this work; one activity missing from a chain is.
        """
        if gate == "activities":
            return clause.needs_all_activities and len(self.undone(clause)) == 1
        return gate != "field"

    def undone(self, clause: Clause) -> list[str]:
        """Return the activities of a clause that are not on record for the engagement."""
        return [word for word in clause.activities or () if word not in self.engagement.activities]

    def first_day(self, clause: Clause) -> date:
        """Return the first day served that a clause counts: that of the engagement, or of the clause's window."""
        if clause.within_years is None:
            return self.served.start
        return max(self.served.start, window_start(self.on, clause.within_years))

    def prove(self, trait: Trait) -> Proof:
        """Return the proof of a trait on this engagement, with what it consists of."""
        key = id(trait)
        proof = self._proofs.get(key)
        if proof is None:
            proof = self._proofs[key] = self._proof(trait)
        return proof

    def _look(self, trait: Trait) -> Verdict:
        engagement = self.engagement
        match trait:
            case Conditions():
                return _conditions(trait, engagement)
            case Amount():
                return _amount(trait, engagement.sizes.get(trait.measure))
            case Reaches(ways=ways):
                return any_of(self.has(way.trait) for way in ways)
            case Every(of=traits):
                return all_of(map(self.has, traits))
            case Either(of=traits):
                return any_of(map(self.has, traits))
            case Customers(reach=reach):
                if engagement.customers is None:
                    return UNKNOWN
                return MET if engagement.customers in reach.accepted else NOT_MET
            case Recognised(as_one_of=paths):
                return _recognised(paths, engagement, self.on, is_strict=self.is_strict)
            case Market():
                return _market(trait, engagement.market)
            case Unprinted():
                return UNKNOWN
            case Unspecified():
                return MET
            case _:
                assert_never(trait)

    def _proof(self, trait: Trait) -> Proof:
        engagement = self.engagement
        verdict = self.has(trait)
        match trait:
            case Conditions():
                held = tuple(word for word in trait.of if word in engagement.conditions)
                lacking = () if verdict is MET else tuple(word for word in trait.of if word not in held)
                return Proof(
                    criterion=trait,
                    verdict=verdict,
                    have=len(held),
                    need=trait.at_least,
                    unit="conditions",
                    which=held,
                    missing=lacking,
                    evidence=engagement.id,
                )
            case Amount(measure=measure, at_least=least):
                have = engagement.sizes.get(measure)
                return Proof(
                    criterion=trait, verdict=verdict, have=have, need=least, unit=measure, evidence=engagement.id
                )
            case Customers():
                which = (engagement.customers,) if engagement.customers else ()
                return Proof(criterion=trait, verdict=verdict, which=which, unit="customers", evidence=engagement.id)
            case Market(scope=scope, count=count):
                counts = [_counted(trait, group, engagement.market or (), surely=True) for group in trait.groups]
                return Proof(
                    criterion=trait, verdict=verdict, have=min(counts), need=count, unit=scope, evidence=engagement.id
                )
            case Every(of=traits):
                children = tuple(self.prove(each) for each in traits)
                return Proof(criterion=trait, verdict=verdict, children=children, evidence=engagement.id)
            case Either(of=traits):
                return self._deciding(trait, verdict, traits)
            case Reaches(ways=ways):
                return self._deciding(trait, verdict, tuple(way.trait for way in ways))
            case Recognised() | Unprinted() | Unspecified():
                return Proof(criterion=trait, verdict=verdict, evidence=engagement.id)
            case _:
                assert_never(trait)

    def _deciding(self, trait: Either | Reaches, verdict: Verdict, traits: tuple[Trait, ...]) -> Proof:
        """Return the proof of alternatives: the first that decides where it is met, all of them where none does."""
        met = next((each for each in traits if self.has(each) is MET), None)
        children = (self.prove(met),) if met is not None else tuple(self.prove(each) for each in traits)
        return Proof(criterion=trait, verdict=verdict, children=children, evidence=self.engagement.id)


def _conditions(trait: Conditions, engagement: Engagement) -> Verdict:
    held = len(engagement.conditions.intersection(trait.of))
    has_mandatory = engagement.conditions.issuperset(trait.must_include)
    surely = held >= trait.at_least and has_mandatory
    return between(surely, not engagement.has_all_conditions)


def _amount(trait: Amount, number: int | None) -> Verdict:
    if number is None:
        return UNKNOWN
    if trait.at_least is not None and number < trait.at_least:
        return NOT_MET
    if trait.at_most is not None and number > trait.at_most:
        return NOT_MET
    return NOT_MET if trait.below is not None and number >= trait.below else MET


def _recognised(paths: frozenset[str], engagement: Engagement, on: date, *, is_strict: bool) -> Verdict:
    verdict = NOT_MET
    for claim in engagement.equivalences:
        exists = claim.day is None or (claim.day.latest if is_strict else claim.day.earliest) <= on
        if claim.decision == "refused" or not exists or (claim.to is not None and claim.to not in paths):
            continue
        if claim.decision == "recognised" and claim.to is not None:
            return MET
        verdict = UNKNOWN
    return verdict


def _market(trait: Market, market: tuple[MarketShare, ...] | None) -> Verdict:
    if market is None:
        return UNKNOWN
    return all_of(
        between(
            _counted(trait, group, market, surely=True) >= trait.count,
            _counted(trait, group, market, surely=False) >= trait.count,
        )
        for group in trait.groups
    )


def _counted(trait: Market, group: frozenset[str], market: tuple[MarketShare, ...], *, surely: bool) -> int:
    return sum(
        share.count for share in market if share.scope in group and _is_large_enough(trait, share, surely=surely)
    )


def _is_large_enough(trait: Market, share: MarketShare, *, surely: bool) -> bool:
    if trait.employees_at_least is None and trait.employees_below is None:
        return True
    if share.employees is None:
        return not surely
    if trait.employees_at_least is not None and share.employees < trait.employees_at_least:
        return False
    return trait.employees_below is None or share.employees < trait.employees_below
