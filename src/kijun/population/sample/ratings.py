"""How are people's skills rated, by whom and when?

Skills are rated in rounds, by oneself or a superior, now and then by an assessor: in a round all items of the field, on one
day. Until when a rating stands is worked out by columns, by the rule of `standing`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import pyarrow as pa

from kijun.evidence import RATERS
from kijun.population.sample.crowd import BLOCK, Crowd
from kijun.population.sample.days import as_months
from kijun.population.sample.pools import Integers, Pools
from kijun.population.sample.rows import Flags, Numbers, Rows, came, dates, rows_of, table_of
from kijun.population.tables import RATINGS

_NEVER: Final = np.iinfo(np.int64).max
_HALF_A_YEAR: Final = 183
_MONTH_ONLY: Final = 0.1
_RATERS_DRAWN: Final = (0, 0, 0, 1, 1, 2)
"""How often each rater comes to rate."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """Ratings as they were given. `place` is that of the item in its field, `is_common` that it stands under the shared name."""

    item: Integers
    place: Integers
    is_common: Flags
    level: Integers
    rater: Integers
    day: Integers


def ratings_table(crowd: Crowd, pools: Pools, block: int, counts: Integers, rng: np.random.Generator) -> pa.Table:
    """Return the ratings of a block, the oldest round first."""
    items = pools.items_of[crowd.field]
    rows = rows_of(np.where(crowd.entry < crowd.on, np.where(items > 0, counts, 0), np.minimum(counts, items)))
    rounds = _round(crowd, pools, rows)
    is_month = _once_a_round(crowd, rows, rounds, rng) < _MONTH_ONLY
    given = _given(crowd, pools, rows, rounds, is_month, rng)
    until = _until(rows, given)
    return table_of(
        RATINGS,
        {
            "person": rows.person + block * BLOCK,
            "position": rows.position,
            "item": given.item,
            "level": given.level,
            "rater": given.rater,
            "day": dates(given.day),
            "is_day_month": is_month,
            "until": dates(until, until == _NEVER),
            "is_contested": _contested(rows, given, pools),
        },
    )


def _round(crowd: Crowd, pools: Pools, rows: Rows) -> Integers:
    """Return the round of each rating, counted back from the latest."""
    items = pools.items_of[crowd.field]
    counts = np.bincount(rows.person, minlength=len(crowd))
    last = (counts - 1) // np.maximum(items, 1)
    return last[rows.person] - rows.position // items[rows.person]


def _once_a_round(crowd: Crowd, rows: Rows, rounds: Integers, rng: np.random.Generator) -> Numbers:
    """Return a chance that is the same for all ratings of a round."""
    drawn = rng.random((len(crowd), int(rounds.max(initial=0)) + 1))
    return drawn[rows.person, rounds]


def _given(
    crowd: Crowd, pools: Pools, rows: Rows, rounds: Integers, is_month: Flags, rng: np.random.Generator
) -> Given:
    person, field = rows.person, crowd.field[rows.person]
    place = (rng.integers(0, 60, len(crowd))[person] + rows.position) % pools.items_of[field]
    chance = _once_a_round(crowd, rows, rounds, rng)
    ago = rounds * _HALF_A_YEAR + 10 + chance * 120
    longest = np.zeros(len(crowd))
    np.maximum.at(longest, person, ago)
    fits = np.minimum(1, (crowd.on - crowd.entry) / np.maximum(longest, 1))
    day = crowd.on - (ago * fits[person]).astype(np.int64)
    rater = np.array(_RATERS_DRAWN)[(_once_a_round(crowd, rows, rounds, rng) * len(_RATERS_DRAWN)).astype(np.int64)]
    noise = rng.integers(-1, 2, len(rows)) * came(0.5, len(rows), rng) + came(0.3, len(rows), rng) * (rater == 0)
    own, shared, lowest, highest = np.moveaxis(pools.items[field, place], -1, 0)
    level = np.minimum(crowd.stage(person, day) + noise, highest)
    is_common = rng.random(len(rows)) < rng.choice([0.0, 0.2, 1.0], size=len(crowd), p=[0.9, 0.04, 0.06])[person]
    return Given(
        item=np.where(is_common, shared, own),
        place=place,
        is_common=is_common & (own != shared),
        level=np.where(level < lowest, 0, level),
        rater=rater,
        day=as_months(day, is_month),
    )


def _contested(rows: Rows, given: Given, pools: Pools) -> Flags:
    """Return which ratings are of items that the person's record rates under both names."""
    thing = rows.person * pools.items.shape[1] + given.place
    most = int(thing.max(initial=0)) + 1
    own, common = np.zeros(most, np.bool_), np.zeros(most, np.bool_)
    own[thing[~given.is_common]] = True
    common[thing[given.is_common]] = True
    is_contested: Flags = own[thing] & common[thing]
    return is_contested


def _until(rows: Rows, given: Given) -> Integers:
    """Return the first day on which another rating stands in the place of each, or the end of time.

    Sorted by person, item, rater, day, level and position, the next one takes its place, and so does the first one of any
    weightier rater of the same person and item.
    """
    order = np.lexsort((rows.position, given.level, given.day, given.rater, given.item, rows.person))
    named = rows.person[order] * (int(given.item.max(initial=0)) + 1) + given.item[order]
    rated = named * len(RATERS) + given.rater[order]
    day = given.day[order]
    until = np.full(len(order), _NEVER)
    until[:-1] = np.where(rated[1:] == rated[:-1], day[1:], _NEVER)
    is_first = np.append(True, rated[1:] != rated[:-1])[: len(order)]
    name = np.cumsum(np.append(True, named[1:] != named[:-1])[: len(order)]) - 1
    first_days = np.full((int(name.max(initial=-1)) + 1, len(RATERS) + 1), _NEVER)
    first_days[name[is_first], rated[is_first] % len(RATERS)] = day[is_first]
    weightier = np.minimum.accumulate(first_days[:, ::-1], axis=1)[:, ::-1][name, rated % len(RATERS) + 1]
    found = np.empty_like(until)
    found[order] = np.minimum(until, weightier)
    return found
