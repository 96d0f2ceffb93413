"""What differs between the markets of one clause in two editions?

Any alternative will do, so one more is easier; none printed is nothing asked. Bands of employees are floors by default, so an
upper bound keeps nobody out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kijun.framework.compare.aspects import aspect
from kijun.framework.compare.comparison import Change, Effect, Kind
from kijun.framework.compare.values import EASIER, HARDER, Place, numbers
from kijun.framework.indicator import Bound, MarketAsked
from kijun.framework.phrase import phrase_market


def compare_markets(place: Place, old: Sequence[MarketAsked], new: Sequence[MarketAsked]) -> Iterator[Change]:
    """Yield what differs; two alternatives of one scope are compared where no other shares it."""
    before = [each for each in old if each not in new]
    after = [each for each in new if each not in old]
    for asked in after:
        pair = _only(asked.scope, before, after)
        if pair is None:
            words = phrase_market(asked, place.new_words)
            yield place.change(
                Kind.ADDED, aspect("market"), None, words, values=(None, asked.scope), effect=_of_more(old, new)
            )
        else:
            yield from _differences(place, *pair)
    for asked in before:
        if _only(asked.scope, before, after) is None:
            words, effect = phrase_market(asked, place.old_words), _of_more(new, old)
            yield place.change(
                Kind.DROPPED, aspect("market"), words, None, values=(asked.scope, None), effect=_reversed(effect)
            )


def _of_more(without: Sequence[MarketAsked], with_: Sequence[MarketAsked]) -> Effect:
    """Return what one more alternative does: the first ones ask for something, further ones offer a choice."""
    return EASIER if without and with_ else HARDER


def _reversed(effect: Effect) -> Effect:
    return HARDER if effect is EASIER else EASIER


def _only(
    scope: str, before: Sequence[MarketAsked], after: Sequence[MarketAsked]
) -> tuple[MarketAsked, MarketAsked] | None:
    old = [each for each in before if each.scope == scope]
    new = [each for each in after if each.scope == scope]
    return (old[0], new[0]) if len(old) == len(new) == 1 else None


def _differences(place: Place, old: MarketAsked, new: MarketAsked) -> Iterator[Change]:
    words = (phrase_market(old, place.old_words), phrase_market(new, place.new_words))
    yield from numbers(place, aspect("market-count"), old.count or 1, new.count or 1, words=words)
    before, after = old.employees or Bound(), new.employees or Bound()
    yield from numbers(place, aspect("market-employees"), before.at_least, after.at_least, words=words)
    if (before.below, before.at_most) != (after.below, after.at_most):
        yield place.change(Kind.CHANGED, aspect("market-bound"), *words, is_examined=False)
