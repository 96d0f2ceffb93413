"""How many years did each person serve, when time served twice counts once?

Every engagement that counts for some years is laid out once for each of them. Overlapping and touching periods are merged by
a window over each person's periods in order; a merged period has whole calendar years and days that remain, and every 365
of those are a further year.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from operator import or_

import ibis
import ibis.expr.types as ir

from kijun.population.asked import AskedOfAll
from kijun.population.both import HOW, has_any, number, together, word_of
from kijun.population.engagements import bit_or, mask_of
from kijun.population.places import BITS
from kijun.timespan import window_start

_MARCH = 3
_DAYS_IN_A_YEAR = 365
_DAYS_IN_A_LEAP_YEAR = 366
_OF = ("person", "place")
_KEY = (*_OF, "is_sure")


def years_words(asked: AskedOfAll) -> int:
    """Return how many words the years take."""
    return -(-len(asked.years) // BITS)


def years_keys(asked: AskedOfAll, *, on: date) -> Iterator[dict[str, object]]:
    """Yield for each of the years which bits count for it, from which day on, and how many are asked for."""
    for place, criterion in enumerate(asked.years):
        mask = mask_of(asked.bits, (criterion.clause, criterion.trait))
        window = criterion.clause.within_years
        first = date.min if window is None else window_start(on, window)
        masks = {f"of_{word}": mask.get(word, 0) for word in words_of(asked)}
        yield {"place": place, "counts_from": first, "at_least": criterion.at_least, **masks}


def mask_of_years(asked: AskedOfAll) -> dict[int, int]:
    """Return all bits that count for years."""
    whole: dict[int, int] = {}
    for criterion in asked.years:
        for word, mask in mask_of(asked.bits, (criterion.clause, criterion.trait)).items():
            whole[word] = whole.get(word, 0) | mask
    return whole


def words_of(asked: AskedOfAll) -> list[int]:
    """Return the words in which some bit counts for years."""
    return sorted(mask_of_years(asked))


def spans_of(read: ir.Table, keys: ir.Table, asked: AskedOfAll) -> ir.Table:
    """Return each engagement once for each of the years that it possibly counts for, and whether it surely does."""
    words = words_of(asked)
    of_years = mask_of_years(asked)
    whole = {place: of_years[word] for place, word in enumerate(words)}
    table = read.filter(has_any([read[f"possible_{word}"] for word in words], whole)).cross_join(keys)
    hits = {how: together(or_, [table[f"{how}_{word}"] & table[f"of_{word}"] for word in words]) for how in HOW}
    table = table.mutate(is_sure=hits["sure"] != number(0), is_possible=hits["possible"] != number(0))
    since = ibis.greatest(table.since, table.counts_from)
    return table.filter(table.is_possible).select("person", "place", "is_sure", "until", since=since)


def gather_years(spans: ir.Table, keys: ir.Table, asked: AskedOfAll) -> ir.Table:
    """Return for each person which of the years are served: `sure_years_0`, ... and `possible_years_0`, ...

    Most can be told without merging anything: all days together are too few, or one engagement alone is long enough.
    """
    bounds = _bounds(spans, keys)
    is_open = bounds.is_open_sure | bounds.is_open_possible
    doubtful = spans.inner_join(bounds.filter(is_open).select(*_OF, "is_open_sure", "is_open_possible"), _OF)
    apart = [
        doubtful.filter(doubtful.is_sure & doubtful.is_open_sure).select(*_OF, "since", "until", is_sure=True),
        doubtful.filter(doubtful.is_open_possible).select(*_OF, "since", "until", is_sure=False),
    ]
    lengths = _lengths(_merged(ibis.union(*apart))).inner_join(keys.select("place", "at_least"), "place")
    counted = lengths.filter(lengths.years + lengths.days // number(_DAYS_IN_A_YEAR) >= lengths.at_least)
    served = bounds.select(*_OF, sure=bounds.is_long_sure, possible=bounds.is_long_possible).union(
        counted.select(*_OF, sure=counted.is_sure, possible=True)
    )
    words = {}
    for how in HOW:
        for word in range(years_words(asked)):
            places = range(word * BITS, min((word + 1) * BITS, len(asked.years)))
            flags = [(served[how] & (served.place == place), 1 << place % BITS) for place in places]
            words[f"{how}_years_{word}"] = bit_or(word_of(flags))
    return served.group_by("person").aggregate(**words)


def _bounds(spans: ir.Table, keys: ir.Table) -> ir.Table:
    """Return of each person and each of the years whether one engagement is long enough, and whether all together may be.

    So many years have at least 365 days each, and days that are 366 for each of them surely are so many years.
    """
    days = spans.until.delta(spans.since, unit="day") + 1
    surely = spans.is_sure.ifelse(days, 0)
    found = spans.group_by(*_OF).aggregate(
        most_sure=surely.sum(),
        longest_sure=surely.max(),
        most_possible=days.sum(),
        longest_possible=days.max(),
        are_all_sure=spans.is_sure.all(),
    )
    found = found.inner_join(keys.select("place", "at_least"), "place")
    flags = {}
    for how in HOW:
        is_long = found[f"longest_{how}"] >= found.at_least * _DAYS_IN_A_LEAP_YEAR
        flags[f"is_long_{how}"] = is_long
        flags[f"is_open_{how}"] = ~is_long & (found[f"most_{how}"] >= found.at_least * _DAYS_IN_A_YEAR)
    flags["is_open_possible"] &= ~found.are_all_sure  # then both are one question
    return found.select(*_OF, **flags)


def _merged(spans: ir.Table) -> ir.Table:
    """Return the union of overlapping and touching periods, each with its first day and its last.

    Each period stands once, so that both windows see them in one order.
    """
    spans = spans.distinct()
    before = ibis.window(group_by=_KEY, order_by=[spans.since, spans.until], rows=(None, -1))
    reached = spans.mutate(reached=spans.until.max().over(before))
    is_apart = reached.reached.isnull() | (reached.since.delta(reached.reached, unit="day") > 1)
    begun = reached.mutate(begins=is_apart.ifelse(1, 0))
    so_far = ibis.window(group_by=_KEY, order_by=[begun.since, begun.until], rows=(None, 0))
    numbered = begun.mutate(period=begun.begins.sum().over(so_far))
    return numbered.group_by(*_KEY, "period").aggregate(since=numbered.since.min(), until=numbered.until.max())


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
    return lengths.group_by(*_KEY).aggregate(years=lengths.whole.sum(), days=lengths.rest.sum())


def _day_number(year: ir.IntegerValue, month: ir.IntegerValue, day: ir.IntegerValue) -> ir.IntegerValue:
    """Return the number of a day, counted in years that begin in March, so that 29 February is a year's last day.

    29 February of a year that has none is 1 March: a year that starts on it ends on 28 February.
    """
    is_early = month < _MARCH
    from_march = ibis.ifelse(is_early, month + 12 - _MARCH, month - _MARCH)
    its_year = ibis.ifelse(is_early, year - 1, year)
    leap_days = its_year // 4 - its_year // 100 + its_year // 400
    return its_year * _DAYS_IN_A_YEAR + leap_days + (from_march * 153 + 2) // 5 + day - 1
