"""What is on record beside engagements and ratings: areas, contributions, mentoring, examinations, words of assessors?

Areas grow with the stage, contributions and mentoring come late, examinations early.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import pyarrow as pa

from kijun.population.sample.crowd import BLOCK, Crowd
from kijun.population.sample.days import YEAR, as_months
from kijun.population.sample.names import FAMILY, GIVEN, PAPERS, REASONS, SYSTEMS
from kijun.population.sample.pools import Integers, Pools
from kijun.population.sample.rows import Numbers, Rows, came, dates, rows_of, table_of, words
from kijun.population.tables import CONFIRMATIONS, CONTRIBUTIONS, EXPERTISE, MENTORING, QUALIFICATIONS

_MONTH_ONLY: Final = 0.15
_OF_THE_STAGE: Final = 2
"""How many areas of the stage reached people note first."""
_TITLES: Final = tuple(f"{system}の{paper}" for system in SYSTEMS for paper in PAPERS)
_NAMES: Final = tuple(f"{family} {given}" for family, _ in FAMILY[::5] for given, _ in GIVEN[::5])


def expertise_table(crowd: Crowd, pools: Pools, block: int, counts: Integers, rng: np.random.Generator) -> pa.Table:
    """Return the areas: those of the stage reached first, then those of stages before; beginners go on to the stage below."""
    rows = rows_of(counts)
    count = len(rows)
    peak, field = crowd.peak[rows.person], crowd.field[rows.person]
    areas = pools.areas[pools.slot(field, peak)]
    is_beginner = peak < crowd.lowest[rows.person]
    back = np.where(is_beginner, rows.position // np.maximum(areas, 1), _steps_back(rows, rng))
    stage = np.maximum(peak - back, np.where(is_beginner, 1, np.minimum(peak, crowd.lowest[rows.person])))
    slot = pools.slot(field, stage)
    area = (rng.integers(0, 60, len(crowd))[rows.person] + rows.position) % np.maximum(pools.areas[slot], 1)
    holding = pools.holdings[slot, area, rng.integers(0, pools.holdings.shape[2], count)]
    since = _between(crowd, rows, 0.5 * (stage - 1) / np.maximum(peak, 1), 1.0, rng)
    is_month, is_empty = came(_MONTH_ONLY, count, rng), came(0.2, count, rng)
    return table_of(
        EXPERTISE,
        {
            **_keys(rows, block),
            "holding": holding,
            "since": dates(as_months(since, is_month), is_empty),
            "is_since_month": is_month & ~is_empty,
        },
    )


def _steps_back(rows: Rows, rng: np.random.Generator) -> Integers:
    return np.where(rows.position < _OF_THE_STAGE, 0, rng.integers(0, 3, len(rows)))


def contributions_table(crowd: Crowd, pools: Pools, block: int, counts: Integers, rng: np.random.Generator) -> pa.Table:
    """Return the contributions, most of them late."""
    rows = rows_of(counts)
    count = len(rows)
    day = _between(crowd, rows, 1 - rng.random(count) ** 0.5 * 0.8, 1.0, rng)
    is_month = came(_MONTH_ONLY, count, rng)
    kinds = len(pools.kinds)
    kind = np.minimum((rng.random(count) ** 1.2 * kinds).astype(np.int64), kinds - 1)
    return table_of(
        CONTRIBUTIONS,
        {
            **_keys(rows, block),
            "kind": pools.kinds[kind],
            "title_ja": words(_TITLES, rng.integers(0, len(_TITLES), count)),
            "title_en": pa.nulls(count, pa.string()),
            "day": dates(as_months(day, is_month)),
            "is_day_month": is_month,
        },
    )


def mentoring_table(crowd: Crowd, block: int, rng: np.random.Generator) -> pa.Table:
    """Return whom people mentor: hardly anybody early in a career, nearly everybody late."""
    inclined = np.clip((crowd.peak - 1.5) * 0.28, 0.02, 0.95)
    counts = came(inclined, len(crowd), rng) * rng.integers(1, 4, len(crowd))
    rows = rows_of(counts)
    since = _between(crowd, rows, np.full(len(rows), 0.5), 1.0, rng)
    is_month = came(_MONTH_ONLY, len(rows), rng)
    return table_of(
        MENTORING,
        {
            **_keys(rows, block),
            "whom": words(_NAMES, rng.integers(0, len(_NAMES), len(rows))),
            "since": dates(as_months(since, is_month)),
            "is_since_month": is_month,
        },
    )


def qualifications_table(crowd: Crowd, pools: Pools, block: int, rng: np.random.Generator) -> pa.Table:
    """Return the examinations passed: the lowest first and by most, each of the others some years later and by fewer."""
    rank = np.arange(len(pools.examinations))
    day = crowd.entry[:, None] + ((0.3 + rank * 3 + 4 * rng.random((len(crowd), len(rank)))) * YEAR).astype(np.int64)
    has_passed = (rng.random(day.shape) < 0.65 * 0.6**rank) & (day <= crowd.on)
    rows = rows_of(has_passed.sum(axis=1))
    passed = day[has_passed]
    is_month = came(_MONTH_ONLY, len(rows), rng)
    return table_of(
        QUALIFICATIONS,
        {
            **_keys(rows, block),
            "examination": pools.examinations[np.nonzero(has_passed)[1]],
            "day": dates(as_months(passed, is_month)),
            "is_day_month": is_month,
        },
    )


def confirmations_table(crowd: Crowd, pools: Pools, block: int, rng: np.random.Generator) -> pa.Table:
    """Return the words of assessors: few have one, and each has one at most."""
    cells = _cells(pools)
    rows = rows_of(came(0.02, len(crowd), rng).astype(np.int64))
    level = np.clip(crowd.peak, crowd.lowest, crowd.highest)[rows.person]
    paths = [cells[place] for place in zip(crowd.field[rows.person].tolist(), level.tolist(), strict=True)]
    day = np.maximum(crowd.on - rng.integers(0, 900, len(rows)), crowd.entry[rows.person])
    return table_of(
        CONFIRMATIONS,
        {
            **_keys(rows, block),
            "cell": paths,
            "decision": words(("confirmed", "refused"), came(0.2, len(rows), rng).astype(np.int64)),
            "by": words(_NAMES, rng.integers(0, len(_NAMES), len(rows))),
            "reason": words(REASONS, rng.integers(0, len(REASONS), len(rows))),
            "day": dates(day),
            "is_day_month": np.zeros(len(rows), dtype=np.bool_),
            "until": pa.nulls(len(rows), pa.date32()),
        },
    )


def _cells(pools: Pools) -> dict[tuple[int, int], str]:
    return {
        (place, level): field.cells_at(level)[0].indicator.path
        for place, field in enumerate(pools.practice.fields)
        for level in range(field.lowest, field.highest + 1)
    }


def _keys(rows: Rows, block: int) -> dict[str, Integers]:
    return {"person": rows.person + block * BLOCK, "position": rows.position}


def _between(crowd: Crowd, rows: Rows, earliest: Numbers, latest: float, rng: np.random.Generator) -> Integers:
    """Return a day of each career between two parts of it."""
    part = earliest + (latest - earliest) * rng.random(len(rows))
    return crowd.entry[rows.person] + (part * (crowd.on - crowd.entry)[rows.person]).astype(np.int64)
