"""How many years did each person serve, when time served twice counts once?

What is read are periods that count for years of which it is open whether they were served. A window over each person's
periods in order says how far those before have reached, and so how many days the union of all has. Mostly that tells it: so
many years have no fewer than 365 days each and no more than 366. What lies between, seldom, is merged: a merged period has
whole calendar years and days that remain, and every 365 of those are a further year.
"""

from __future__ import annotations

from collections.abc import Mapping

import ibis
import ibis.expr.types as ir

from kijun.population.both import HOW, number, some
from kijun.population.engagements import DAYS_IN_A_LEAP_YEAR, DAYS_IN_A_YEAR, bit_or

_MARCH = 3
_OF = ("person", "place")
_KEY = (*_OF, "is_sure")


def gather_years(spans: ir.Table, keys: ir.Table, masks: Mapping[str, Mapping[int, int]]) -> ir.Table:
    """Return for each person that served some of the years the bits of those that surely and possibly were served.

    A span is one period for one of the years, both its days served. `masks` are for each word the bits that stand in it for
    some of the years; the bits stand in columns such as `sure_block_3` and `possible_block_3`.
    """
    least = keys.select("place", at_least=keys.at_least.cast("int64"))
    days = _days(_in_order(spans), least)
    enough = {how: days[f"days_{how}"] >= days.at_least * number(DAYS_IN_A_LEAP_YEAR) for how in HOW}
    by_days = days.filter(enough["possible"]).select(*_OF, **enough)
    served = ibis.union(by_days, _by_merging(_close(spans, days), least))
    words = {
        f"{how}_{name}": bit_or(served[how].ifelse(_bits(served.place, mask), number(0)))
        for how in HOW
        for name, mask in masks.items()
    }
    return served.group_by("person").aggregate(**words)


def _in_order(spans: ir.Table) -> ir.Table:
    """Return the periods, and the last days that those before each of them have reached: all of them, and the sure ones.

    Of periods that are the same, whatever orders them, the first has all their days and the rest have none.
    """
    before = ibis.window(group_by=_OF, order_by=[spans.since, spans.until], rows=(None, -1))
    sure = spans.is_sure.ifelse(spans.until, ibis.null("date"))
    return spans.mutate(reached_sure=sure.max().over(before), reached_possible=spans.until.max().over(before))


def _days(in_order: ir.Table, least: ir.Table) -> ir.Table:
    """Return how many days the periods have together, the sure ones and all of them, where all may be enough years.

    Years and the days that remain come to no more than a year for 365 days, and to no less than one for 366.
    """
    whole = in_order.until.delta(in_order.since, unit="day") + number(1)
    own = {}
    for how in HOW:
        further = in_order.until.delta(in_order[f"reached_{how}"], unit="day").fill_null(whole)
        own[how] = ibis.greatest(ibis.least(whole, further), number(0))
    counted = in_order.select(*_OF, sure=in_order.is_sure.ifelse(own["sure"], number(0)), possible=own["possible"])
    days = counted.group_by(*_OF).aggregate(days_sure=counted.sure.sum(), days_possible=counted.possible.sum())
    days = days.inner_join(least, "place")
    return days.filter(days.days_possible >= days.at_least * number(DAYS_IN_A_YEAR))


def _close(spans: ir.Table, days: ir.Table) -> ir.Table:
    """Return the periods whose days do not tell it, those for the sure years (`is_sure`) apart from those for the possible ones.

    `begins` is 1 where no period before overlaps or touches. Periods that are the same stand once: of several, in whatever
    order, only the first can begin.
    """
    least, most = days.at_least * number(DAYS_IN_A_YEAR), days.at_least * number(DAYS_IN_A_LEAP_YEAR)
    close = {f"is_{how}_close": (days[f"days_{how}"] >= least) & (days[f"days_{how}"] < most) for how in HOW}
    found = _in_order(spans.inner_join(days.filter(some(close.values())).select(*_OF, **close), _OF))
    both = found.rename(counts="is_sure").mutate(is_sure=ibis.array([True, False]).unnest())
    own = both.filter(both.is_sure.ifelse(both.is_sure_close & both.counts, both.is_possible_close))
    reached = own.is_sure.ifelse(own.reached_sure, own.reached_possible)
    is_apart = reached.isnull() | (own.since.delta(reached, unit="day") > number(1))
    begun = own.select(*_KEY, "since", "until", begins=is_apart.ifelse(number(1), number(0)))
    return begun.group_by(*_KEY, "since", "until").aggregate(begins=begun.begins.max())


def _by_merging(periods: ir.Table, least: ir.Table) -> ir.Table:
    """Return what is served by the whole years of merged periods, and one more for every 365 days that remain."""
    lengths = _lengths(_merged(periods)).inner_join(least, "place")
    counted = lengths.filter(lengths.years + lengths.days // number(DAYS_IN_A_YEAR) >= lengths.at_least)
    return counted.select(*_OF, sure=counted.is_sure, possible=True)


def _merged(periods: ir.Table) -> ir.Table:
    """Return the union of overlapping and touching periods, each with its first day and its last."""
    so_far = ibis.window(group_by=_KEY, order_by=[periods.since, periods.until], rows=(None, 0))
    numbered = periods.mutate(period=periods.begins.sum().over(so_far))
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
    return its_year * DAYS_IN_A_YEAR + leap_days + (from_march * 153 + 2) // 5 + day - 1


def _bits(place: ir.IntegerValue, mask: Mapping[int, int]) -> ir.IntegerValue:
    """Return the bits that stand for a place in a word.

    Written as a text, what the others have makes it 64 bits in every engine, however low its own bits are.
    """
    return place.cases(*((each, number(bits)) for each, bits in mask.items()), else_=ibis.literal("0").cast("int64"))
