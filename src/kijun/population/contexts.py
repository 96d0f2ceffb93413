"""What does a context answer for: whom an engagement served, which market, and what it was recognised as?"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import accumulate
from operator import or_

from kijun.criteria import Customers, Market, Recognised
from kijun.population.look_up import Accepting, Asked, Classes, Following, Leaf, Row, accepting, classes_of, leaves_in

Share = tuple[str, int, int | None]
"""A scope, how many of it, and with how many employees each."""
Both = tuple[int, int]
"""The leaves that surely hold, and those that possibly do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Total:
    """A total over the shares in some scopes, with so many employees, and what it must come to for whom.

    `short` are the leaves for which it does not suffice: where it is below the first of the counts, below the second one, ...
    """

    scopes: frozenset[str]
    employees_at_least: int | None
    employees_below: int | None
    counts: tuple[int, ...]
    short: tuple[int, ...]

    def short_for(self, shares: Sequence[Share]) -> Both:
        """Return the leaves for which what surely counts comes short, and those for which even what possibly counts does."""
        sure = possible = 0
        for scope, count, employees in shares:
            if scope in self.scopes:
                is_large_enough = self._is_within(employees)
                sure += count if is_large_enough else 0
                possible += 0 if is_large_enough is False else count
        return self.short[bisect_right(self.counts, sure)], self.short[bisect_right(self.counts, possible)]

    def _is_within(self, employees: int | None) -> bool | None:
        if self.employees_at_least is None and self.employees_below is None:
            return True
        if employees is None:
            return None
        is_too_small = self.employees_at_least is not None and employees < self.employees_at_least
        return not is_too_small and (self.employees_below is None or employees < self.employees_below)


def classes_of_contexts(
    asked: Sequence[Asked], contexts: Iterable[Row], shares: Iterable[Row], claims: Iterable[Row], *, on: date
) -> Classes:
    """Return the classes of the contexts, whose rows come in the order of their numbers.

    Customers or a market that are not on record are unknown. A claim counts once it is recognised for a named band or cell;
    claimed, or recognised for nothing that is named, it leaves the question open.
    """
    leaves = leaves_in(asked)
    return classes_of(asked, _holding(leaves, contexts, shares, claims, on=on), leaves)


def _holding(
    leaves: Sequence[Leaf], contexts: Iterable[Row], shares: Iterable[Row], claims: Iterable[Row], *, on: date
) -> Iterator[tuple[int, int, int]]:
    """Yield each context with the leaves that surely and possibly hold in it."""
    reaches = accepting(leaf.reach.accepted if isinstance(leaf, Customers) else () for leaf in leaves)
    bands = accepting(leaf.as_one_of if isinstance(leaf, Recognised) else () for leaf in leaves)
    any_reach, any_market, any_band = (_bits(leaves, kind) for kind in (Customers, Market, Recognised))
    of_market = _of_market(leaves, any_market)
    shares_of, claims_of = Following(shares, "context"), Following(claims, "context")
    for row in contexts:
        number, customers = row["context"], row["customers"]
        stated = tuple((each["scope"], each["count"], each["employees"]) for each in shares_of.of(number))
        answered = of_market(stated) if row["has_market"] else (0, any_market)
        served = (0, any_reach) if customers is None else (reaches.any_of((customers,)),) * 2
        claimed = _of_claims(claims_of.of(number), bands, any_band, on=on)
        yield number, served[0] | answered[0] | claimed[0], served[1] | answered[1] | claimed[1]


def _bits(leaves: Sequence[Leaf], kind: type[Leaf]) -> int:
    return sum(1 << place for place, leaf in enumerate(leaves) if isinstance(leaf, kind))


def _of_claims(claims: Sequence[Row], bands: Accepting, any_band: int, *, on: date) -> Both:
    sure = possible = 0
    for claim in claims:
        to, day = claim["to"], claim["day"]
        if claim["decision"] == "refused" or (day is not None and day > on):
            continue
        named = any_band if to is None else bands.any_of((to,))
        possible |= named
        if claim["decision"] == "recognised" and to is not None:
            sure |= named
    return sure, possible


def _of_market(leaves: Sequence[Leaf], any_market: int) -> Callable[[tuple[Share, ...]], Both]:
    """Return what tells of the shares of a market whether each group of a leaf comes to the count."""
    totals = _totals(leaves)

    @cache
    def of_market(shares: tuple[Share, ...]) -> Both:
        sure = possible = any_market
        for total in totals:
            short_of_sure, short_of_possible = total.short_for(shares)
            sure &= ~short_of_sure
            possible &= ~short_of_possible
        return sure, possible

    return of_market


def _totals(leaves: Sequence[Leaf]) -> list[_Total]:
    """Return the totals that some leaves need, each once."""
    asked: dict[tuple[frozenset[str], int | None, int | None], dict[int, int]] = {}
    for place, leaf in enumerate(leaves):
        if isinstance(leaf, Market):
            for scopes in leaf.groups:
                by_count = asked.setdefault((scopes, leaf.employees_at_least, leaf.employees_below), {})
                by_count[leaf.count] = by_count.get(leaf.count, 0) | (1 << place)
    return [
        _Total(
            scopes=scopes,
            employees_at_least=at_least,
            employees_below=below,
            counts=tuple(sorted(by_count)),
            short=_short(by_count),
        )
        for (scopes, at_least, below), by_count in asked.items()
    ]


def _short(by_count: Mapping[int, int]) -> tuple[int, ...]:
    hardest_first = [by_count[count] for count in sorted(by_count, reverse=True)]
    return tuple(reversed([*accumulate(hardest_first, or_, initial=0)]))
