"""Which one fact, recorded or recognised of an engagement, would give it a trait?

Only silence can be filled: a size on record, a list of conditions declared complete, an equivalence refused stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final, assert_never

from kijun.criteria import (
    Amount,
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
from kijun.judgement.engagements import EngagementReading
from kijun.verdict import MET


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A fact that is not on record: conditions, customers or recognised with what it is about, market, or a measure.

    A measure lies between `least` and `most`; a market has its `shares`.
    """

    fact: str
    about: str
    least: int = 0
    most: int | None = None
    shares: tuple[MarketShare, ...] = ()


Facts = Mapping[tuple[str, str, tuple[MarketShare, ...]], Fact]
"""Facts each of which does alone, by what they are."""

_NONE: Final[Facts] = {}


def single_facts(reading: EngagementReading, trait: Trait) -> Facts | None:
    """Return the facts each of which alone would give an engagement a trait, or None where it has it already."""
    if reading.has(trait) is MET:
        return None
    match trait:
        case Every(of=traits):
            return common_facts(single_facts(reading, each) for each in traits)
        case Either(of=traits):
            return _any_of(single_facts(reading, each) for each in traits)
        case Reaches(ways=ways):
            return _any_of(single_facts(reading, way.trait) for way in ways)
        case Unprinted() | Unspecified():
            return _NONE
        case Conditions() | Amount() | Customers() | Market() | Recognised():
            return {_key(fact): fact for fact in _of_leaf(reading.engagement, trait)}
        case _:
            assert_never(trait)


def common_facts(found: Iterable[Facts | None]) -> Facts | None:
    """Return the facts that do for all of several traits; None stands for one that needs nothing."""
    common: Facts | None = None
    for facts in found:
        if facts is not None:
            common = facts if common is None else _both(common, facts)
    return common


def _key(fact: Fact) -> tuple[str, str, tuple[MarketShare, ...]]:
    return fact.fact, fact.about, fact.shares


def _both(one: Facts, other: Facts) -> Facts:
    both = {}
    for key, fact in one.items():
        also = other.get(key)
        if also is not None:
            least = max(fact.least, also.least)
            most = min((bound for bound in (fact.most, also.most) if bound is not None), default=None)
            if most is None or least <= most:
                both[key] = replace(fact, least=least, most=most)
    return both


def _any_of(found: Iterable[Facts | None]) -> Facts:
    either: dict[tuple[str, str, tuple[MarketShare, ...]], Fact] = {}
    for facts in found:
        for key, fact in (facts or _NONE).items():
            if key not in either or fact.least < either[key].least:
                either[key] = fact
    return either


def _of_leaf(engagement: Engagement, leaf: Conditions | Amount | Customers | Market | Recognised) -> list[Fact]:
    match leaf:
        case Conditions():
            return [Fact(fact="conditions", about=word) for word in _one_condition(engagement, leaf)]
        case Amount(measure=measure, at_least=least, at_most=at_most, below=below):
            if measure in engagement.sizes:
                return []
            bounds = [bound for bound in (at_most, None if below is None else below - 1) if bound is not None]
            return [Fact(fact="size", about=measure, least=least or 0, most=min(bounds, default=None))]
        case Customers(reach=reach):
            if engagement.customers is not None:
                return []
            return [Fact(fact="customers", about=served) for served in sorted(reach.accepted)]
        case Market():
            shares = open_shares(engagement.market, leaf)
            return [] if shares is None else [Fact(fact="market", about=leaf.scope, shares=shares)]
        case Recognised(as_one_of=paths):
            refused = {claim.to for claim in engagement.equivalences if claim.decision == "refused"}
            return [Fact(fact="recognised", about=path) for path in sorted(paths) if path not in refused]
        case _:
            assert_never(leaf)


def _one_condition(engagement: Engagement, asked: Conditions) -> list[str]:
    """Return the conditions each of which would complete the list alone."""
    lacking = [word for word in asked.of if word not in engagement.conditions]
    short = asked.at_least - (len(asked.of) - len(lacking))
    mandatory = [word for word in asked.must_include if word not in engagement.conditions]
    if engagement.has_all_conditions or short > 1 or len(mandatory) > 1:
        return []
    return mandatory or lacking


def open_shares(recorded: tuple[MarketShare, ...] | None, asked: Market) -> tuple[MarketShare, ...] | None:
    """Return the market that would do, with what is on record of it; None where that cannot become enough."""
    if recorded is None:
        return market_shares(asked)
    filled = tuple(_with_heads(share, asked) for share in recorded)
    counted = [
        sum(
            share.count
            for share, before in zip(filled, recorded, strict=True)
            if share.scope in group and _is_large_enough(asked, share, before)
        )
        for group in asked.groups
    ]
    return filled if min(counted, default=0) >= asked.count else None


def _with_heads(share: MarketShare, asked: Market) -> MarketShare:
    """Return a part of the market with the head count that would do, where one is asked and none is on record."""
    is_asked = _counts_heads(asked) and any(share.scope in group for group in asked.groups)
    return replace(share, employees=asked.employees_at_least or 0) if is_asked and share.employees is None else share


def _counts_heads(asked: Market) -> bool:
    return asked.employees_at_least is not None or asked.employees_below is not None


def _is_large_enough(asked: Market, share: MarketShare, before: MarketShare) -> bool:
    if not _counts_heads(asked):
        return True
    heads = share.employees or 0
    if before.employees is not None and heads < (asked.employees_at_least or 0):
        return False
    return asked.employees_below is None or heads < asked.employees_below


def market_shares(asked: Market) -> tuple[MarketShare, ...]:
    """Return a market that just is what is asked: one fact of each group."""
    least = (asked.employees_at_least or 0) if _counts_heads(asked) else None
    return tuple(MarketShare(scope=min(group), count=asked.count, employees=least) for group in asked.groups)
