"""How many years did each person serve, when time served twice counts once?

Every engagement that counts for some years is laid out once for each of them. Overlapping and touching periods are merged by
a window over each person's periods in order; a merged period has whole calendar years and days that remain, and every 365
of those are a further year.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import reduce

import ibis
import ibis.expr.types as ir

from kijun.population.asked import AskedOfAll
from kijun.population.both import has_any, number, or_bits, word_of
from kijun.population.engagements import bit_or, mask_of
from kijun.population.places import BITS
from kijun.timespan import window_start

HOW = ("sure", "possible")
_DAYS_IN_A_YEAR = 365


def years_words(asked: AskedOfAll) -> int:
    """Return how many words the years take."""
    return -(-len(asked.years) // BITS)


def years_keys(asked: AskedOfAll, *, on: date) -> Iterator[dict[str, object]]:
    """Yield for each of the years, surely and possibly: which bits count for it, and from which day on."""
    for place, criterion in enumerate(asked.years):
        mask = mask_of(asked.bits, (criterion.clause, criterion.trait))
        window = criterion.clause.within_years
        first = date.min if window is None else window_start(on, window)
        for how in HOW:
            masks = {
                f"of_{each}_{word}": mask.get(word, 0) if each == how else 0 for each in HOW for word in words_of(asked)
            }
            yield {
                "place": place,
                "is_sure": how == "sure",
                "counts_from": first,
                "at_least": criterion.at_least,
                **masks,
            }


def words_of(asked: AskedOfAll) -> list[int]:
    """Return the words in which some bit counts for years."""
    masks = (mask_of(asked.bits, (criterion.clause, criterion.trait)) for criterion in asked.years)
    return sorted({word for mask in masks for word in mask})


def gather_years(read: ir.Table, keys: ir.Table, asked: AskedOfAll) -> ir.Table:
    """Return for each person which of the years are served: `sure_years_0`, ... and `possible_years_0`, ..."""
    served = _lengths(_merged(_spans(read, keys, asked)))
    table = served.inner_join(keys.select("place", "is_sure", "at_least"), ["place", "is_sure"])
    total = table.years + table.days // number(_DAYS_IN_A_YEAR)
    is_served = total >= table.at_least
    words = {}
    for how in HOW:
        of_how = is_served & (table.is_sure == (how == "sure"))
        for word in range(years_words(asked)):
            places = range(word * BITS, min((word + 1) * BITS, len(asked.years)))
            flags = [(of_how & (table.place == place), 1 << place % BITS) for place in places]
            words[f"{how}_years_{word}"] = bit_or(word_of(flags))
    return table.group_by("person").aggregate(**words)


def _spans(read: ir.Table, keys: ir.Table, asked: AskedOfAll) -> ir.Table:
    """Return each engagement once for each of the years that it counts for."""
    words = words_of(asked)
    whole: dict[int, int] = {}
    for criterion in asked.years:
        for word, mask in mask_of(asked.bits, (criterion.clause, criterion.trait)).items():
            whole[word] = whole.get(word, 0) | mask
    counting = read.filter(
        has_any([read[f"possible_{word}"] for word in words], dict(enumerate(whole[w] for w in words)))
    )
    table = counting.cross_join(keys)
    hits = [table[f"{how}_{word}"] & table[f"of_{how}_{word}"] for how in HOW for word in words]
    table = table.filter(reduce(or_bits, hits) != number(0))
    return table.select("person", "place", "is_sure", "until", since=ibis.greatest(table.since, table.counts_from))


def _merged(spans: ir.Table) -> ir.Table:
    """Return the union of overlapping and touching periods, each with its first day and the day after its last."""
    key = ["person", "place", "is_sure"]
    before = ibis.window(group_by=key, order_by=[spans.since, spans.until], rows=(None, -1))
    reached = spans.mutate(reached=spans.until.max().over(before))
    is_apart = reached.reached.isnull() | (reached.since.delta(reached.reached, unit="day") > 1)
    begun = reached.mutate(begins=is_apart.ifelse(1, 0))
    so_far = ibis.window(group_by=key, order_by=[begun.since, begun.until], rows=(None, 0))
    numbered = begun.mutate(period=begun.begins.sum().over(so_far))
    return numbered.group_by(*key, "period").aggregate(since=numbered.since.min(), until=numbered.until.max())


def _lengths(periods: ir.Table) -> ir.Table:
    """Return the whole years and the days that remain, of all periods of a person together."""
    after = (periods.until + ibis.interval(days=1)).cast("date")
    dated = periods.mutate(
        **{
            f"{name}_{part}": getattr(day, part)().cast("int64")
            for name, day in (("first", periods.since), ("after", after))
            for part in ("year", "month", "day")
        }
    )
    birthday = dated.first_month * 100 + dated.first_day
    is_short = dated.after_month * 100 + dated.after_day < birthday
    counted = dated.mutate(whole=dated.after_year - dated.first_year - ibis.ifelse(is_short, number(1), number(0)))
    rest = _day_number(counted.after_year, counted.after_month, counted.after_day) - _day_number(
        counted.first_year + counted.whole, counted.first_month, counted.first_day
    )
    lengths = counted.mutate(rest=rest)
    return lengths.group_by("person", "place", "is_sure").aggregate(years=lengths.whole.sum(), days=lengths.rest.sum())


def _day_number(year: ir.IntegerValue, month: ir.IntegerValue, day: ir.IntegerValue) -> ir.IntegerValue:
    """Return the number of a day, counted in years that begin in March, so that 29 February is a year's last day.

    29 February of a year that has none is 1 March: a year that starts on it ends on 28 February.
    """
    is_early = month <= 2
    from_march = ibis.ifelse(is_early, month + 9, month - 3)
    its_year = ibis.ifelse(is_early, year - 1, year)
    leap_days = its_year // 4 - its_year // 100 + its_year // 400
    return its_year * _DAYS_IN_A_YEAR + leap_days + (from_march * 153 + 2) // 5 + day - 1
