"""How many years did each person serve, when time served twice counts once?

Of most people it is told by one engagement that is long enough, or by all days together, which are too few. The engagements of
the rest are laid out, each once for each of the years that it counts for. Overlapping and touching periods are merged by a
window over each person's periods in order; a merged period has whole calendar years and days that remain, and every 365
of those are a further year.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from operator import or_

import ibis
import ibis.expr.types as ir

from kijun.population.asked import AskedOfAll
from kijun.population.both import HOW, has_any, number, some, together, word_of
from kijun.population.engagements import DAYS_IN_A_LEAP_YEAR, LookUps, bit_or
from kijun.population.places import BITS
from kijun.timespan import window_start

_MARCH = 3
_DAYS_IN_A_YEAR = 365
_OF = ("person", "place")
_KEY = (*_OF, "is_sure")


def years_words(asked: AskedOfAll) -> int:
    """Return how many words the years take."""
    return -(-len(asked.years) // BITS)


def years_keys(asked: AskedOfAll, *, on: date) -> Iterator[dict[str, int | date]]:
    """Yield for each of the years from which day on it counts, how many are asked for, and its own bit."""
    for place, criterion in enumerate(asked.years):
        window = criterion.clause.within_years
        first = date.min if window is None else window_start(on, window)
        masks = {f"own_{word}": (place // BITS == word) << place % BITS for word in range(years_words(asked))}
        yield {"place": place, "counts_from": first, "at_least": criterion.at_least, **masks}


def open_years(gathered: ir.Table, asked: AskedOfAll) -> ir.Table:
    """Return the people of whom it is open whether they served some years, and which: `open_0`, ...

    The rest is told without merging anything: one engagement alone is long enough, or all days together are too few. So
    many years have at least 365 days each.
    """
    demands = asked.demands
    found = {how: [gathered[f"{how}_{word}"] for word in range(demands.bits.words)] for how in HOW}
    flags: dict[int, list[tuple[ir.BooleanValue, int]]] = {}
    for place, criterion in enumerate(asked.years):
        demand, long = demands.mask((criterion.clause, criterion.trait)), demands.mask(criterion)
        is_open = some(has_any(words, demand) & ~has_any(words, long) for words in found.values())
        is_enough = gathered.days >= number(criterion.at_least * _DAYS_IN_A_YEAR)
        flags.setdefault(place // BITS, []).append((is_open & is_enough, 1 << place % BITS))
    table = gathered.select("person", **{f"open_{word}": word_of(of_word) for word, of_word in flags.items()})
    return table.filter(some(table[f"open_{word}"] != number(0) for word in flags))


def doubtful_engagements(served: ir.Table, doubtful: ir.Table) -> ir.Table:
    """Return the engagements of doubtful people, with the years that are open."""
    return served.inner_join(doubtful, "person").drop("shared_project")


def counted_for(engagements: ir.Table, alike: ir.Table, look_ups: LookUps) -> ir.Table:
    """Return the engagements of doubtful people that possibly count for open years, and for which: `sure_0`, `possible_0`, ..."""
    names = look_ups.likeness.names
    opened = [name for name in engagements.columns if name.startswith("open_")]
    counts = {f"{how}_{name}": f"{how}_of_years_{name.removeprefix('open_')}" for how in HOW for name in opened}
    table = engagements.inner_join(alike.select(*names, *counts.values()), names)
    words = {name.replace("_open", ""): table[name.partition("_")[2]] & table[word] for name, word in counts.items()}
    found = table.select("person", "since", "until", **words)
    return found.filter(some(found[name] != number(0) for name in words if name.startswith("possible")))


def spans_of(counted: ir.Table, keys: ir.Table, asked: AskedOfAll) -> ir.Table:
    """Return engagements once for each of the years that they count for; `is_sure` says whether they surely do."""
    table = counted.cross_join(keys)
    hits = {
        how: together(or_, [table[f"{how}_{word}"] & table[f"own_{word}"] for word in range(years_words(asked))])
        for how in HOW
    }
    since = ibis.greatest(table.since, table.counts_from)
    spans = table.filter(hits["possible"] != number(0))
    return spans.select("person", "place", "until", is_sure=hits["sure"] != number(0), since=since)


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
    in_order = _in_order(ibis.union(*apart))
    days = _days(in_order, keys)
    by_days = days.filter(days.days >= days.at_least * DAYS_IN_A_LEAP_YEAR)
    close = days.filter(days.days < days.at_least * DAYS_IN_A_LEAP_YEAR).select(*_KEY)
    lengths = _lengths(_merged(in_order.inner_join(close, _KEY))).inner_join(keys.select("place", "at_least"), "place")
    counted = lengths.filter(lengths.years + lengths.days // number(_DAYS_IN_A_YEAR) >= lengths.at_least)
    served = ibis.union(
        bounds.select(*_OF, sure=bounds.is_long_sure, possible=bounds.is_long_possible),
        by_days.select(*_OF, sure=by_days.is_sure, possible=True),
        counted.select(*_OF, sure=counted.is_sure, possible=True),
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
        is_long = found[f"longest_{how}"] >= found.at_least * DAYS_IN_A_LEAP_YEAR
        flags[f"is_long_{how}"] = is_long
        flags[f"is_open_{how}"] = ~is_long & (found[f"most_{how}"] >= found.at_least * _DAYS_IN_A_YEAR)
    flags["is_open_possible"] &= ~found.are_all_sure  # then both are one question
    return found.select(*_OF, **flags)


def _in_order(spans: ir.Table) -> ir.Table:
    """Return the periods, and the last day that those before each of them have reached.

    Each period stands once, so that whatever orders them sees them in one order.
    """
    spans = spans.distinct()
    before = ibis.window(group_by=_KEY, order_by=[spans.since, spans.until], rows=(None, -1))
    return spans.mutate(reached=spans.until.max().over(before))


def _days(in_order: ir.Table, keys: ir.Table) -> ir.Table:
    """Return how many days all periods together have, where these may be enough years.

    Years and the days that remain come to no more than a year for 365 days, and to no less than one for 366.
    """
    whole = in_order.until.delta(in_order.since, unit="day") + 1
    further = in_order.until.delta(in_order.reached, unit="day")
    own = ibis.greatest(ibis.least(whole, further.fill_null(whole)), 0)
    days = in_order.select(*_KEY, own=own).group_by(*_KEY).aggregate(days=ibis._.own.sum())
    days = days.inner_join(keys.select("place", "at_least"), "place")
    return days.filter(days.days >= days.at_least * _DAYS_IN_A_YEAR)


def _merged(in_order: ir.Table) -> ir.Table:
    """Return the union of overlapping and touching periods, each with its first day and its last."""
    is_apart = in_order.reached.isnull() | (in_order.since.delta(in_order.reached, unit="day") > 1)
    begun = in_order.mutate(begins=is_apart.ifelse(1, 0))
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
