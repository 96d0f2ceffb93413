"""What would be on record if more were?

Additions are facts that are not in the record: a plan's steps, a what-if. They are merged into a person without changing what is
recorded: a fact of an engagement is added only where the record is silent.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kijun.day import RecordedDay
from kijun.evidence.engagement import Engagement, Equivalence, MarketShare
from kijun.evidence.person import (
    Confirmation,
    Contribution,
    Expertise,
    Knowledge,
    Mentoring,
    Person,
    Qualification,
    Rating,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FurtherFacts:
    """Facts of an engagement that is on record: what held, how large it was, until when it goes on."""

    engagement: str
    conditions: frozenset[str] = frozenset()
    sizes: Mapping[str, int] = field(default_factory=dict)
    customers: str | None = None
    market: tuple[MarketShare, ...] | None = None
    equivalences: tuple[Equivalence, ...] = ()
    end: RecordedDay | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Additions:
    """Evidence that is assumed beside a record."""

    engagements: tuple[Engagement, ...] = ()
    facts: tuple[FurtherFacts, ...] = ()
    expertise: tuple[Expertise, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    mentoring: tuple[Mentoring, ...] = ()
    qualifications: tuple[Qualification, ...] = ()
    ratings: tuple[Rating, ...] = ()
    knowledge: tuple[Knowledge, ...] = ()
    confirmations: tuple[Confirmation, ...] = ()
    complete: frozenset[str] = frozenset()


def assume(person: Person, additions: Additions) -> Person:
    """Return the person with the additions; `assumed` of the person names them."""
    return replace(
        person,
        engagements=(
            *(_with_facts(each, additions.facts) for each in person.engagements),
            *additions.engagements,
        ),
        expertise=(*person.expertise, *additions.expertise),
        contributions=(*person.contributions, *additions.contributions),
        mentoring=(*person.mentoring, *additions.mentoring),
        qualifications=(*person.qualifications, *additions.qualifications),
        ratings=(*person.ratings, *additions.ratings),
        knowledge=(*person.knowledge, *additions.knowledge),
        confirmations=(*person.confirmations, *additions.confirmations),
        complete=person.complete | additions.complete,
        assumed=person.assumed | frozenset(_names(additions)),
    )


def _with_facts(engagement: Engagement, facts: tuple[FurtherFacts, ...]) -> Engagement:
    for each in facts:
        if each.engagement == engagement.id:
            engagement = replace(
                engagement,
                conditions=engagement.conditions | each.conditions,
                sizes={**each.sizes, **engagement.sizes},
                customers=engagement.customers if each.customers is None else each.customers,
                market=_market(engagement.market, each.market),
                equivalences=(*engagement.equivalences, *each.equivalences),
                end=engagement.end if each.end is None else each.end,
            )
    return engagement


def _market(
    recorded: tuple[MarketShare, ...] | None, further: tuple[MarketShare, ...] | None
) -> tuple[MarketShare, ...] | None:
    """Return the market that is on record, with the head counts that were not; or the whole of it where none is."""
    if recorded is None or further is None:
        return further if recorded is None else recorded
    heads = {(share.scope, share.count): share.employees for share in further}
    return tuple(
        share if share.employees is not None else replace(share, employees=heads.get((share.scope, share.count)))
        for share in recorded
    )


def _names(additions: Additions) -> list[str]:
    named = [each.id for each in additions.engagements]
    named += [each.engagement for each in additions.facts]
    named += [f"expertise:{each.area}" for each in additions.expertise]
    named += [f"contributions:{each.kind}" for each in additions.contributions]
    named += [f"mentoring:{each.whom}" for each in additions.mentoring]
    named += [f"qualifications:{each.examination}" for each in additions.qualifications]
    named += [f"ratings:{each.item}" for each in additions.ratings]
    named += [f"knowledge:{each.item}" for each in additions.knowledge]
    named += [f"confirmations:{each.cell}" for each in additions.confirmations]
    return named
