"""How many of the skill items asked for is each person rated at, by one whose rating decides?

The latest rating of the weightiest rater decides, and that of a field's own item before that of the common one. Mostly an
item is rated under one name, and the tables say until when a rating stands: such ratings are looked up and added up. What is
rated under both names is put in order first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import ibis
import ibis.expr.types as ir

from kijun.criteria import Rated
from kijun.population.both import Both, number
from kijun.population.engagements import whole_sum
from kijun.population.places import SUMMED_BITS
from kijun.population.tables import MOST_LEVEL

RATERS: Final = ("self", "superior", "assessor")
"""The raters as the table numbers them, the weightiest last."""
_LEVELS: Final = MOST_LEVEL + 1
_DAYS: Final = 4_000_000
"""More than any day's number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """Where a number of skill items is counted: a word, its lowest bit as a number, and the most it can hold."""

    word: int
    one: int
    most: int

    def of(self, words: Sequence[ir.IntegerValue]) -> ir.IntegerValue:
        """Return the count."""
        return (words[self.word] & number(self.one * self.most)) // number(self.one)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Of each criterion, how many items are rated at its level and how many below it, side by side in words."""

    at_level: Mapping[Rated, Count]
    below: Mapping[Rated, Count]
    words: int

    def judge(self, criterion: Rated, words: Sequence[ir.IntegerValue]) -> Both:
        """Return whether enough items are rated at the level; one that nobody rated is unknown."""
        rated, short = self.at_level[criterion].of(words), self.below[criterion].of(words)
        could = number(len(set(criterion.of))) - short
        return Both(sure=rated >= number(criterion.at_least), possible=could >= number(criterion.at_least))


def counts_for(rated: Sequence[Rated]) -> Counts:
    """Return where the items of each criterion are counted."""
    found: list[dict[Rated, Count]] = [{}, {}]
    word = used = 0
    for criterion in rated:
        width = len(set(criterion.of)).bit_length()
        for which in found:
            if used + width > SUMMED_BITS:
                word, used = word + 1, 0
            which[criterion] = Count(word=word, one=1 << used, most=(1 << width) - 1)
            used += width
    return Counts(at_level=found[0], below=found[1], words=word + 1)


def key_of(item: int, level: int, rater: int) -> int:
    """Return the key under which a rating is looked up."""
    return (item * _LEVELS + level) * len(RATERS) + rater


def look_up_ratings(rated: Sequence[Rated], items: Mapping[int, str], counts: Counts) -> Iterator[dict[str, int]]:
    """Yield what a rating of an item, at a level, by a rater, adds to the counts; what adds nothing is left out."""
    for item, targets in _targets(rated, items).items():
        for rater, name in enumerate(RATERS):
            asking = [(criterion, len(found)) for criterion, found in targets.items() if name in criterion.by]
            for level in range(_LEVELS) if asking else ():
                words = dict.fromkeys(range(counts.words), 0)
                for criterion, how_many in asking:
                    which = counts.at_level if level >= criterion.level else counts.below
                    words[which[criterion].word] += which[criterion].one * how_many
                yield {"key": key_of(item, level, rater), **{f"items_{word}": value for word, value in words.items()}}


def contested_targets(rated: Sequence[Rated], items: Mapping[int, str], counts: Counts) -> Iterator[dict[str, int]]:
    """Yield for each item and rater the items of the criteria that such a rating can decide, and how much it weighs."""
    for item, targets in _targets(rated, items).items():
        for place, criterion in enumerate(rated):
            for asked in targets.get(criterion, ()):
                for rater, name in enumerate(RATERS):
                    if name in criterion.by:
                        weight = (len(criterion.by) - criterion.by.index(name)) * 2 + (items[item] == asked)
                        yield {
                            "item": item,
                            "rater": rater,
                            "criterion": place,
                            "asked": sorted(set(criterion.of)).index(asked),
                            "weight": weight,
                            "needs": criterion.level,
                            **_ones("level", counts.at_level[criterion], counts),
                            **_ones("below", counts.below[criterion], counts),
                        }


def _ones(name: str, count: Count, counts: Counts) -> dict[str, int]:
    return {f"{name}_{word}": count.one if word == count.word else 0 for word in range(counts.words)}


def _targets(rated: Sequence[Rated], items: Mapping[int, str]) -> dict[int, dict[Rated, list[str]]]:
    """Return for each item by number the items of each criterion that its rating can decide."""
    by_name: dict[str, dict[Rated, list[str]]] = {}
    for criterion in rated:
        assert criterion.by == tuple(reversed(RATERS))[: len(criterion.by)], "the tables know one order of raters"
        for asked in dict.fromkeys(criterion.of):
            common = f"{asked.partition('/')[0]}/{asked.rpartition('/')[2]}"
            for name in dict.fromkeys((asked, common)):
                by_name.setdefault(name, {}).setdefault(criterion, []).append(asked)
    return {item: by_name[name] for item, name in items.items() if name in by_name}


def gather_ratings(ratings: ir.Table, look_up: ir.Table, targets: ir.Table, counts: Counts, *, on: date) -> ir.Table:
    """Return for each person the counts: `items_0`, ..."""
    today = ibis.literal(on)
    existing = ratings.filter(ratings.day <= today)
    plain = existing.filter(~existing.is_contested & (existing.until.isnull() | (existing.until > today)))
    keys = plain.select(
        "person",
        key=((plain.item * _LEVELS + plain.level.cast("int32")) * len(RATERS) + plain.rater.cast("int32")).cast(
            "int32"
        ),
    )
    names = [f"items_{word}" for word in range(counts.words)]
    looked_up = keys.inner_join(look_up, "key").select("person", *names)
    found = looked_up.group_by("person").aggregate(**{name: whole_sum(looked_up[name]) for name in names})
    both = found.union(_contested(existing, targets, counts))
    return both.group_by("person").aggregate(**{name: whole_sum(both[name]) for name in names})


def _contested(existing: ir.Table, targets: ir.Table, counts: Counts) -> ir.Table:
    table = existing.filter(existing.is_contested).select("person", "item", "level", "rater", "day")
    table = table.inner_join(targets, ["item", "rater"])
    days = table.day.delta(ibis.date(1, 1, 1), unit="day").cast("int64")
    weighed = table.mutate(decides=(table.weight.cast("int64") * _DAYS + days) * _LEVELS + table.level.cast("int64"))
    ones = [f"{which}_{word}" for which in ("level", "below") for word in range(counts.words)]
    key = ["person", "criterion", "asked"]
    last = weighed.group_by(*key).aggregate(
        decides=weighed.decides.max(), needs=weighed.needs.max(), **{name: weighed[name].max() for name in ones}
    )
    is_enough = last.decides % _LEVELS >= last.needs
    words = {
        f"items_{word}": ibis.ifelse(is_enough, last[f"level_{word}"], last[f"below_{word}"])
        for word in range(counts.words)
    }
    added = last.select("person", **words)
    return added.group_by("person").aggregate(**{name: whole_sum(added[name]) for name in words})
