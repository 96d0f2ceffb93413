"""What must one engagement be like to have one of the sizes of a cell?

A printed band is a floor unless policy reads it literally: its upper bound then asks only that something is there. A number
printed without a comparator (Sales, 004:253) is a floor either way.
"""

from __future__ import annotations

from collections.abc import Callable

from kijun.criteria import Amount, Conditions, Customers, Either, Every, OrAbove, Recognised, Trait
from kijun.framework.indicator import Band, Bound, CustomersAsked, Indicator, SizeAlternative
from kijun.framework.vocabulary import Vocabulary


def _itself(path: str) -> frozenset[str]:
    return frozenset({path})


def resolve_size(
    indicator: Indicator,
    words: Vocabulary,
    *,
    is_floor: bool,
    some: int,
    known_as: Callable[[str], frozenset[str]] = _itself,
) -> Trait | None:
    """Return the trait of having one of the cell's sizes, or None where the size is not specified.

    `known_as` gives every path by which a band may be named when something is recognised as its equivalent.
    """
    if indicator.size is None:
        return None
    bands = []
    for number, band in enumerate(indicator.size, start=1):
        names = known_as(f"{indicator.path}/size/{number}")
        sizes = [_alternative(each, names, words, is_floor=is_floor, some=some) for each in band.any_of]
        bands.append(_with_conditions(_either(sizes), band, indicator))
    return _either(bands)


def _with_conditions(size: Trait, band: Band, indicator: Indicator) -> Trait:
    if band.complexity_at_least is None or indicator.complexity is None:
        return size
    listed = indicator.complexity.of
    return Every(of=(size, Conditions(at_least=band.complexity_at_least, of=listed, must_include=())))


def _alternative(
    alternative: SizeAlternative, names: frozenset[str], words: Vocabulary, *, is_floor: bool, some: int
) -> Trait:
    bounds = alternative.bounds
    has_floor = any(bound.at_least is not None or bound.printed is not None for bound in bounds.values())
    asked: list[Trait] = [
        _amount(measure, bound, is_floor=is_floor)
        for measure, bound in bounds.items()
        if not (is_floor and has_floor and bound.at_least is None and bound.printed is None)
    ]
    if alternative.customers is not None:
        asked.append(_customers(alternative.customers, names, words))
    if alternative.some_rooms_or_networks:
        measures = ("computer_rooms", "network_sites")
        asked.append(_either([Amount(measure=measure, at_least=some) for measure in measures]))
    return asked[0] if len(asked) == 1 else Every(of=tuple(asked))


def _amount(measure: str, bound: Bound, *, is_floor: bool) -> Amount:
    least = next((number for number in (bound.at_least, bound.printed) if number is not None), 1)
    if is_floor:
        return Amount(measure=measure, at_least=least)
    return Amount(measure=measure, at_least=least, at_most=bound.at_most, below=bound.below)


def _customers(asked: CustomersAsked, names: frozenset[str], words: Vocabulary) -> Trait:
    reaches = words.at_or_above("customers-reach", asked.reach)
    served = frozenset(term.id for term in words.terms["customers"].values() if term.of in reaches)
    customers = Customers(reach=OrAbove(least=asked.reach, accepted=served))
    if not asked.or_equivalent:
        return customers
    return Either(of=(customers, Recognised(as_one_of=names)))


def _either(traits: list[Trait]) -> Trait:
    return traits[0] if len(traits) == 1 else Either(of=tuple(traits))
