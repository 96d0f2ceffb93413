"""What is said below the headline of a proof: which evidence counted, what was near, what would settle an unknown?

What is missing from the source is no near miss and nothing to settle: it is said once, apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from kijun.criteria import (
    AllOf,
    Amount,
    AnyOf,
    Conditions,
    Criterion,
    Customers,
    Either,
    Every,
    Kinds,
    Market,
    Once,
    Rated,
    Reaches,
    Recognised,
    Times,
    Trait,
    Unprinted,
    Years,
)
from kijun.criteria.phrase import Names, phrase, say_level
from kijun.criteria.walk import walk
from kijun.day_words import say_month
from kijun.evidence import Engagement, Person
from kijun.framework.indicator import Indicator
from kijun.judgement.explain_fact import say_miss, say_missing_cell, say_open_fact
from kijun.judgement.explain_headline import bands, own_trait
from kijun.judgement.explain_market import say_market
from kijun.judgement.proof import Counted, NearMiss, OpenFact, Proof
from kijun.text import Text, inside, join, same, series
from kijun.verdict import MET

_MOST_NEAR = 3
_MOST_FACTS = 4
_EQUIVALENT = "equivalent"


def details(proof: Proof, indicator: Indicator, person: Person, names: Names) -> Iterator[Text]:
    """Yield the lines below the headline of a proof."""
    criterion = proof.criterion
    match criterion:
        case AllOf() | AnyOf():
            for child in proof.children:
                yield from details(child, indicator, person, names)
            return
        case Times() | Years():
            for counted in proof.counted:
                yield _dated(counted, person, names)
        case Kinds() if proof.verdict is not MET and proof.missing:
            yield _enough(proof, names)
        case Once() if proof.verdict is not MET:
            yield from _asked(proof, criterion, names)
        case _:
            pass
    for miss in _misses(proof):
        engagement = _engagement(miss.evidence, person)
        market = None
        if miss.fact == "market" and engagement is not None:
            market = say_market(engagement, _own_markets(criterion, indicator), names)
        yield say_miss(miss, names, market=market, is_claimed=_is_claimed(engagement, miss, criterion))
    facts = _by_nearness(proof, person)
    if facts:
        more = len(facts) - _MOST_FACTS
        said = [say_open_fact(fact, names) for fact in facts[:_MOST_FACTS]]
        rest = [Text(ja=f"ほか{more}件", en=f"and {more} more")] if more > 0 else []
        listed = join([*said, *rest], ja=" / ", en="; ")
        yield Text(ja=f"わかれば決まること: {listed.ja}", en=f"would settle it: {listed.en}")
    for path in dict.fromkeys(fact.about for fact in proof.would_settle if fact.fact == "source"):
        yield say_missing_cell(path, names)


def _engagement(identity: str | None, person: Person) -> Engagement | None:
    return next((each for each in person.engagements if each.id == identity), None)


def _dated(counted: Counted, person: Person, names: Names) -> Text:
    engagement = next(each for each in person.engagements if each.id == counted.evidence)
    title = engagement.title
    start = say_month(engagement.start.earliest)
    end = say_month(engagement.end.latest) if engagement.end else Text(ja="現在", en="now")
    slot = say_level(counted.slot, names) if counted.slot else None
    fills = Text(ja=f"、{slot.ja}の回に数える", en=f"; fills the time at {slot.en}") if slot else same("")
    called = same("") if title.en == engagement.id else Text(ja=f"「{title.ja}」", en=f", {title.en}")
    return Text(
        ja=f"{engagement.id}{called.ja}({start.ja}から{end.ja}{fills.ja})",
        en=f"{engagement.id}{called.en} ({start.en} to {end.en}{fills.en})",
    )


def _enough(proof: Proof, names: Names) -> Text:
    lacking = series([inside(names("contribution", each)) for each in proof.missing])
    count = (proof.need or 0) - (proof.have or 0)
    return Text(ja=f"次のうち{count}種類あれば足りる: {lacking.ja}", en=f"enough would be {count} of: {lacking.en}")


def _asked(proof: Proof, criterion: Once, names: Names) -> Iterator[Text]:
    """Yield the best that an engagement has of a list, or each size that would do."""
    own = own_trait(criterion)
    if isinstance(own, Conditions):
        found = [each for child in proof.children for each in _proofs_of(own, child) if each.have]
        if found:
            best = max(found, key=lambda each: each.have or 0)
            held = series([inside(names("condition", each)) for each in best.which])
            yield Text(
                ja=f"最も近い案件: {best.evidence}、{best.have}つ({held.ja})",
                en=f"best: {best.evidence} with {best.have} ({held.en})",
            )
        return
    sizes = bands(own)
    for size in sizes if len(sizes) > 1 else ():
        said = say_size(size, names)
        yield Text(ja=f"求められるサイズ: {said.ja}", en=f"asked: {said.en}")


def _proofs_of(own: Trait, proof: Proof) -> Iterator[Proof]:
    if proof.criterion is own:
        yield proof
    elif isinstance(proof.criterion, Either):
        for child in proof.children:
            yield from _proofs_of(own, child)


def say_size(size: Trait, names: Names) -> Text:
    """Return what a size asks; the conditions that must hold with it are counted, not listed again."""
    match size:
        case Every(of=(*sizes, Conditions(at_least=least))):
            said = join([phrase(each, names) for each in sizes], ja="、かつ", en=" and ")
            return Text(
                ja=f"複雑性の条件{least}つ以上に当たり、{said.ja}",
                en=f"with {least} or more of the conditions under complexity: {said.en}",
            )
        case _:
            return phrase(size, names)


def _misses(proof: Proof) -> tuple[NearMiss, ...]:
    """Return the near misses to be said: none for a list whose best, or whose levels, are said already."""
    is_list = isinstance(proof.criterion, Once) and isinstance(own_trait(proof.criterion), Conditions)
    if isinstance(proof.criterion, Rated):
        return ()
    return tuple(miss for miss in proof.near_misses if not (is_list and miss.fact == "conditions"))[:_MOST_NEAR]


def _own_markets(criterion: Criterion | Trait, indicator: Indicator) -> list[Market]:
    """Return the markets that are printed in this very cell; those of higher cells, which would do too, come after."""
    asked = indicator.responsibility.market if indicator.responsibility else ()
    count = sum(each.scope != _EQUIVALENT for each in asked)
    return [each for each in walk(criterion) if isinstance(each, Market)][:count]


def _is_claimed(engagement: Engagement | None, miss: NearMiss, criterion: Criterion | Trait) -> bool:
    if engagement is None or miss.fact not in ("market", "customers"):
        return False
    paths = frozenset[str]().union(*(each.as_one_of for each in walk(criterion) if isinstance(each, Recognised)))
    return any(claim.decision == "claimed" and (claim.to or "") in paths for claim in engagement.equivalences)


def _by_nearness(proof: Proof, person: Person) -> list[OpenFact]:
    """Return the facts that would settle an unknown: those of the cell's own list first, those of higher cells last."""
    own = _own_leaves(_nearest_trait(proof))
    return sorted(
        (fact for fact in proof.would_settle if fact.fact != "source"),
        key=lambda fact: 1 if fact.fact == "complete" else 0 if _is_of(fact, own, person) else 2,
    )


def _nearest_trait(proof: Proof) -> Trait | None:
    match proof.criterion:
        case Once() as once:
            return own_trait(once)
        case Times(slots=slots):
            return next((slot.trait for slot in reversed(slots) if slot.level in proof.open_slots), None)
        case Years(trait=trait):
            return trait
        case _:
            return None


def _own_leaves(trait: Trait | None) -> list[Trait]:
    match trait:
        case None | Unprinted():
            return []
        case Every(of=traits) | Either(of=traits):
            return [leaf for each in traits for leaf in _own_leaves(each)]
        case Reaches(ways=ways):
            return next((leaves for way in ways if (leaves := _own_leaves(way.trait))), [])
        case leaf:
            return [leaf]


def _is_of(fact: OpenFact, own: list[Trait], person: Person) -> bool:
    """Return whether a fact is one that the cell's own list or bands ask for, and that they still lack."""
    engagement = _engagement(fact.evidence, person)
    if engagement is None:
        return not own
    return any(_asks(leaf, fact, engagement) for leaf in own)


def _asks(leaf: Trait, fact: OpenFact, engagement: Engagement) -> bool:
    match leaf:
        case Conditions(at_least=least, of=listed):
            return fact.fact == "conditions" and len(engagement.conditions.intersection(listed)) < least
        case Amount(measure=measure):
            return fact.fact == measure
        case Customers():
            return fact.fact == "customers"
        case Market():
            return fact.fact == "market"
        case _:
            return fact.fact == "equivalence"
