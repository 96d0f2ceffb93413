"""What would an engagement be that just has what clauses and traits ask?

The smallest that does: a condition more than is asked, a size that nothing asks for, are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
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
    OrAbove,
    Reaches,
    Recognised,
    Trait,
    Unprinted,
    Unspecified,
)
from kijun.day import exactly
from kijun.evidence import Engagement, MarketShare
from kijun.framework.vocabulary import Vocabulary
from kijun.growth.facts import open_shares
from kijun.judgement.engagements import EngagementReading
from kijun.text import Text
from kijun.timespan import Span
from kijun.verdict import MET

TITLE = Text(ja="これから就く案件", en="an engagement to come")


_CONDITIONS, _CUSTOMERS = "conditions", "customers"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Facts that an engagement would have; `settled` are those on record, which stay as they are, read in `before`.

    `most` is how large a size may be at most, where something already asks that.
    """

    conditions: tuple[str, ...] = ()
    sizes: Mapping[str, int] = field(default_factory=dict)
    customers: str | None = None
    market: tuple[MarketShare, ...] | None = None
    most: Mapping[str, int] = field(default_factory=dict)
    settled: frozenset[str] = frozenset()
    before: EngagementReading | None = None


def design(
    clauses: Sequence[Clause], traits: Sequence[Trait], *, field_name: str, words: Vocabulary, on: date
) -> Engagement | None:
    """Return the smallest engagement of a day that every clause counts and that has all of the traits, or None."""
    draft = next(_drafts(Draft(), tuple(traits), words), None)
    if draft is None:
        return None
    asked = _combined(clauses)
    if asked is None:
        return None
    role, outcome, activities = asked
    made = Engagement(
        id="planned",
        title=TITLE,
        project="planned",
        fields=(field_name,),
        activities=frozenset(activities),
        role=role or min(words.terms["role"].values(), key=lambda term: term.order).id,
        title_held=None,
        start=exactly(on),
        end=exactly(on),
        outcome=outcome,
        conditions=frozenset(draft.conditions),
        has_all_conditions=False,
        sizes=draft.sizes,
        customers=draft.customers,
        market=draft.market,
        equivalences=(),
    )
    return _pared(made, traits, on)


def completed(engagement: Engagement, traits: Sequence[Trait], words: Vocabulary, on: date) -> Engagement | None:
    """Return an engagement with the fewest facts that are not on record and would give it the traits, or None.

    What is on record stays as it is; a list of conditions declared complete takes no further one.
    """
    settled = {*engagement.sizes}
    settled |= {_CONDITIONS} if engagement.has_all_conditions else set()
    settled |= {_CUSTOMERS} if engagement.customers is not None else set()
    reading = EngagementReading(engagement=engagement, served=Span(start=on, end=on), on=on)
    start = Draft(
        conditions=tuple(sorted(engagement.conditions)),
        sizes=engagement.sizes,
        customers=engagement.customers,
        market=engagement.market,
        settled=frozenset(settled),
        before=reading,
    )
    draft = next(_drafts(start, tuple(traits), words), None)
    if draft is None:
        return None
    made = replace(
        engagement,
        conditions=frozenset(draft.conditions),
        sizes=draft.sizes,
        customers=draft.customers,
        market=draft.market,
    )
    return _pared(made, traits, on, engagement)


def _combined(clauses: Sequence[Clause]) -> tuple[str | None, str, tuple[str, ...]] | None:
    """Return the role, the outcome and the activities that serve every clause."""
    role = _strictest([clause.role for clause in clauses if clause.role is not None])
    outcome = _strictest([clause.outcome for clause in clauses])
    chained = [word for clause in clauses if clause.needs_all_activities for word in clause.activities or ()]
    activities = list(dict.fromkeys(chained))
    open_ones = [
        clause.activities for clause in clauses if clause.activities is not None and not clause.needs_all_activities
    ]
    while left := [words for words in open_ones if not set(words) & set(activities)]:
        shared = [word for word in left[0] if all(word in words for words in left)]
        if not left[0]:
            return None
        activities.append((shared or left[0])[0])
    return (role.least if role else None), outcome.least if outcome else "", tuple(activities)


def _strictest(steps: Sequence[OrAbove]) -> OrAbove | None:
    return min(steps, key=lambda step: len(step.accepted), default=None)


def _drafts(draft: Draft, traits: tuple[Trait, ...], words: Vocabulary) -> Iterator[Draft]:
    if traits:
        for further in _with_trait(draft, traits[0], words):
            yield from _drafts(further, traits[1:], words)
    else:
        yield draft


def _with_trait(draft: Draft, trait: Trait, words: Vocabulary) -> Iterator[Draft]:
    if draft.before is not None and draft.before.has(trait) is MET:
        yield draft
        return
    match trait:
        case Every(of=traits):
            yield from _drafts(draft, traits, words)
        case Either(of=traits):
            for each in traits:
                yield from _with_trait(draft, each, words)
        case Reaches(ways=ways):
            for way in ways:
                yield from _with_trait(draft, way.trait, words)
        case Conditions():
            yield from _with_conditions(draft, trait)
        case Amount():
            yield from _with_amount(draft, trait)
        case Customers(reach=reach):
            yield from _with_customers(draft, reach, words)
        case Market():
            shares = open_shares(draft.market, trait)
            if shares is not None:
                yield replace(draft, market=shares)
        case Unspecified():
            yield draft
        case Recognised() | Unprinted():
            return
        case _:
            assert_never(trait)


def _with_conditions(draft: Draft, asked: Conditions) -> Iterator[Draft]:
    held = [word for word in asked.of if word in draft.conditions]
    further = [word for word in asked.must_include if word not in draft.conditions]
    others = [word for word in asked.of if word not in held and word not in further]
    short = asked.at_least - len(held) - sum(word in asked.of for word in further)
    is_settled = _CONDITIONS in draft.settled
    if short <= (0 if is_settled else len(others)) and not (is_settled and further):
        yield replace(draft, conditions=(*draft.conditions, *further, *others[: max(0, short)]))


def _with_amount(draft: Draft, asked: Amount) -> Iterator[Draft]:
    measure = asked.measure
    recorded = draft.sizes.get(measure, 0)
    least = max(asked.at_least or 0, recorded)
    bounds = (draft.most.get(measure), asked.at_most, None if asked.below is None else asked.below - 1)
    most = min((bound for bound in bounds if bound is not None), default=None)
    if (most is None or least <= most) and (least == recorded or measure not in draft.settled):
        limits = draft.most if most is None else {**draft.most, measure: most}
        yield replace(draft, sizes={**draft.sizes, measure: least}, most=limits)


def _with_customers(draft: Draft, asked: OrAbove, words: Vocabulary) -> Iterator[Draft]:
    if draft.customers in asked.accepted:
        yield draft
    elif _CUSTOMERS not in draft.settled:
        served = [term for term in words.terms["customers"].values() if term.id in asked.accepted]
        for least in sorted(served, key=lambda term: customers_rank(term.id, words))[:1]:
            yield replace(draft, customers=least.id)


def customers_rank(served: str, words: Vocabulary) -> int:
    """Return how far the customers served reach: the higher, the wider; 0 where the scale does not name it."""
    term = words.terms["customers"].get(served)
    reach = words.terms["customers-reach"].get(term.of or "") if term else None
    return reach.order if reach else 0


def _pared(made: Engagement, traits: Sequence[Trait], on: date, before: Engagement | None = None) -> Engagement:
    """Return the engagement without the facts that nothing needs once all the others are there, but with those before."""
    kept = before or replace(made, conditions=frozenset(), sizes={}, customers=None, market=None)
    for word in sorted(made.conditions - kept.conditions):
        less = replace(made, conditions=made.conditions - {word})
        made = less if _has_all(less, traits, on) else made
    for measure in sorted(made.sizes.keys() - kept.sizes.keys()):
        less = replace(made, sizes={name: size for name, size in made.sizes.items() if name != measure})
        made = less if _has_all(less, traits, on) else made
    silent = replace(made, customers=kept.customers)
    made = silent if _has_all(silent, traits, on) else made
    silent = replace(made, market=kept.market)
    return silent if _has_all(silent, traits, on) else made


def _has_all(engagement: Engagement, traits: Sequence[Trait], on: date) -> bool:
    reading = EngagementReading(engagement=engagement, served=Span(start=on, end=on), on=on)
    return all(reading.has(trait) is MET for trait in traits)
