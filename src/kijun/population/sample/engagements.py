"""Which engagements does a career consist of?

They follow each other with gaps and overlaps; some touch, some share a project, the last one mostly goes on. What each was like
is drawn from the examples of the stage that the person had come to.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import pyarrow as pa

from kijun.population.sample.crowd import BLOCK, Crowd
from kijun.population.sample.days import as_months, first_of_month, last_of_month
from kijun.population.sample.names import CUSTOMERS, SYSTEMS, TASKS
from kijun.population.sample.pools import EXAMPLES, FORMER, NOT_RECORDED, Integers, Pools
from kijun.population.sample.rows import Flags, Numbers, Rows, came, dates, rows_of, sizes_with_gaps, table_of, words
from kijun.population.tables import ENGAGEMENTS, SIZE

_TITLES: Final = tuple(f"{customer}の{system} {task}" for customer in CUSTOMERS for system in SYSTEMS for task in TASKS)
_MASKS: Final = ("customers", "amounts;customers", "title")
_MOST: Final = 2_000
"""How many engagements somebody can have at the most, whatever average is asked for."""
_IDS: Final = tuple(f"e{number:03}" for number in range(_MOST))
_OFTEN, _SELDOM, _RARE = 0.45, 0.08, 0.015


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """When engagements are, and how exactly it is known."""

    since: Integers
    is_since_month: Flags
    until: Integers
    is_until_month: Flags
    is_running: Flags


def engagements_table(crowd: Crowd, pools: Pools, block: int, counts: Integers, rng: np.random.Generator) -> pa.Table:
    """Return the rows of the engagements of a block."""
    rows = rows_of(np.minimum(counts, _MOST))
    service = _service(crowd, rows, counts, rng)
    slots = _slots(crowd, pools, rows, service, rng)
    work, facts = _examples(crowd, rows, rng), _examples(crowd, rows, rng)
    titles_held = pools.titles_held[slots, work]
    project = _projects(rows, rng)
    is_masked = came(_RARE, len(rows), rng)
    return table_of(
        ENGAGEMENTS,
        {
            "person": rows.person + block * BLOCK,
            "position": rows.position,
            "id": words(_IDS, rows.position),
            "title_ja": words(_TITLES, rng.integers(0, len(_TITLES), len(rows)), came(_SELDOM, len(rows), rng)),
            "title_en": pa.nulls(len(rows), pa.string()),
            "project": words(_IDS, project),
            "shared_project": _shared(rows, project),
            "work": pools.works[slots, work],
            "title_held": words(pools.titles or ("",), titles_held, titles_held == NOT_RECORDED),
            "since": dates(service.since),
            "is_since_month": service.is_since_month,
            "until": dates(service.until, service.is_running),
            "is_until_month": service.is_until_month,
            "condition_set": pools.condition_sets[slots, facts],
            "context": pools.contexts[slots, facts],
            "masked": words(_MASKS, rng.integers(0, len(_MASKS), len(rows)), ~is_masked),
            **_sizes(pools, slots, facts, rng),
        },
        pools.measures,
    )


def _service(crowd: Crowd, rows: Rows, counts: Integers, rng: np.random.Generator) -> Service:
    """Return the days of the engagements: each begins in its share of the career, and ends before, in or after its end."""
    count = len(rows)
    share = (crowd.on - crowd.entry)[rows.person] / np.maximum(counts[rows.person], 1)
    since = crowd.entry[rows.person] + ((rows.position + 0.8 * rng.random(count) * ~rows.is_first) * share).astype(
        np.int64
    )
    since = np.where(came(_OFTEN, count, rng), first_of_month(since), since)
    since = np.clip(since, crowd.entry[rows.person], crowd.on)
    until = since + (share * rng.uniform(0.3, 1.5, count)).astype(np.int64) + 20
    until = np.where(came(_OFTEN, count, rng), last_of_month(until), until)
    touches = np.append(~rows.is_last, False)[:count] & came(0.12, count, rng)
    following = np.append(since[1:], crowd.on)[:count] - 1
    until = np.maximum(np.where(touches, following, until), since)
    is_running = (rows.is_last & came(0.6, count, rng)) | came(_RARE, count, rng) | (until > crowd.on)
    is_since_month = came(_SELDOM, count, rng)
    is_until_month = came(_SELDOM, count, rng) & ~is_running & (last_of_month(until) <= crowd.on)
    return Service(
        since=as_months(since, is_since_month),
        is_since_month=is_since_month,
        until=np.where(is_until_month, last_of_month(until), until),
        is_until_month=is_until_month,
        is_running=is_running,
    )


def _slots(crowd: Crowd, pools: Pools, rows: Rows, service: Service, rng: np.random.Generator) -> Integers:
    """Return of which field, at which stage, each engagement is."""
    person = rows.person
    turn = crowd.entry + crowd.turn * (crowd.on - crowd.entry)
    has_turned = (service.since > turn[person]) & came(0.7, len(rows), rng)
    field = np.where(has_turned, crowd.second[person], crowd.field[person])
    halfway = (service.since + np.where(service.is_running, crowd.on, service.until)) // 2
    stage = crowd.stage(person, halfway) - came(0.1, len(rows), rng)
    return pools.slot(field, np.maximum(stage, 1))


def _examples(crowd: Crowd, rows: Rows, rng: np.random.Generator) -> Integers:
    """Return examples in the words that each person uses: those of the newest edition, or former ones."""
    drawn = rng.random(len(rows))
    former = FORMER + drawn * (EXAMPLES - FORMER)
    return np.where(crowd.is_of_old[rows.person], former, drawn * FORMER).astype(np.int64)


def _projects(rows: Rows, rng: np.random.Generator) -> Integers:
    """Return the place of the engagement that began the project: now and then one goes on with that of the one before."""
    begins = rows.is_first | ~came(0.07, len(rows), rng)
    return (
        np.maximum.accumulate(np.where(begins, np.arange(len(rows)), 0)) - rows.starts[rows.person]
        if len(rows)
        else rows.position
    )


def _shared(rows: Rows, project: Integers) -> Integers:
    """Return the numbers of the projects that two engagements or more are of, by person and from 1; 0 for all others."""
    goes_on = project != rows.position
    is_gone_on = np.append(goes_on[1:], False)[: len(rows)]
    is_begun = is_gone_on & ~goes_on
    begun = np.cumsum(is_begun)
    before = (begun - is_begun)[rows.starts[rows.person]] if len(rows) else begun
    return np.where(goes_on | is_gone_on, begun - before, 0)


def _sizes(pools: Pools, slots: Integers, facts: Integers, rng: np.random.Generator) -> dict[str, pa.Array]:
    columns = {}
    for place, measure in enumerate(pools.measures):
        value, is_free = pools.sizes[slots, facts, place], pools.is_free[slots, facts, place]
        varied = _rounded(value[is_free] * rng.uniform(0.75, 1.3, int(is_free.sum())))
        value[is_free] = varied
        columns[f"{SIZE}{measure}"] = sizes_with_gaps(value)
    return columns


def _rounded(numbers: Numbers) -> Integers:
    """Return whole numbers of three digits and zeros, as people tell them."""
    digits = 10.0 ** np.maximum(np.floor(np.log10(np.maximum(numbers, 1))) - 2, 0)
    whole: Integers = (np.round(numbers / digits) * digits).astype(np.int64)
    return whole
