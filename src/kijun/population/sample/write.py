"""How does a sample of a workforce come about?

Block by block people are drawn with all their rows, and handed to the writer part by part: no more than a part is held at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import pyarrow as pa

from kijun.framework.edition import Edition
from kijun.population.encode import Encoder
from kijun.population.manifest import Manifest
from kijun.population.parts import PEOPLE_IN_A_PART, PartsWriter
from kijun.population.sample.counts import Averages, average, count_rows, weigh
from kijun.population.sample.crowd import BLOCK, draw_crowd, people_table, stream
from kijun.population.sample.engagements import engagements_table
from kijun.population.sample.plan import SamplePlan
from kijun.population.sample.pools import Pools, draw_pools
from kijun.population.sample.practice import practice_of
from kijun.population.sample.ratings import ratings_table
from kijun.population.sample.records import (
    confirmations_table,
    contributions_table,
    expertise_table,
    mentoring_table,
    qualifications_table,
)
from kijun.population.tables import CUT

_PILOTS: Final = range(2**31, 2**31 + 16)
"""The blocks by which averages are found: no sample is large enough to have them."""


def _silent(_done: int, _of: int) -> None:
    pass


def write_sample(
    folder: Path, editions: Sequence[Edition], plan: SamplePlan, progress: Callable[[int, int], None] = _silent
) -> Manifest:
    """Write a sample into a folder. `progress` is told how many people of how many are drawn.

    The same plan and editions give the same bytes, and the first people of a larger sample are those of a smaller one.
    """
    pools = draw_pools(practice_of(editions), plan)
    averages = _averages(pools, plan)
    writer = PartsWriter(folder=folder, measures=pools.measures)
    for first in range(0, plan.people, PEOPLE_IN_A_PART):
        end = min(first + PEOPLE_IN_A_PART, plan.people)
        blocks = []
        for block in range(first // BLOCK, -(-end // BLOCK)):
            blocks.append(_up_to(end, _block(pools, plan, averages, block)))
            progress(min((block + 1) * BLOCK, end), plan.people)
        writer.write_part({table.name: pa.concat_tables([each[table.name] for each in blocks]) for table in CUT})
    shared = Encoder(measures=pools.measures, numbers=pools.numbers).shared()
    return writer.finish(shared, {"sample": plan.plain()})


def _averages(pools: Pools, plan: SamplePlan) -> Averages:
    found = []
    for block in _PILOTS:
        rng = stream(plan, block)
        found.append(weigh(draw_crowd(pools, plan, block, rng), rng))
    return average(found)


def _block(pools: Pools, plan: SamplePlan, averages: Averages, block: int) -> dict[str, pa.Table]:
    """Return the tables of the people of a block."""
    rng = stream(plan, block)
    crowd = draw_crowd(pools, plan, block, rng)
    counts = count_rows(weigh(crowd, rng), averages, plan, rng)
    return {
        "people": people_table(crowd, pools, plan, block, rng),
        "engagements": engagements_table(crowd, pools, block, counts.engagements, rng),
        "expertise": expertise_table(crowd, pools, block, counts.expertise, rng),
        "contributions": contributions_table(crowd, pools, block, counts.contributions, rng),
        "mentoring": mentoring_table(crowd, block, rng),
        "qualifications": qualifications_table(crowd, pools, block, rng),
        "ratings": ratings_table(crowd, pools, block, counts.ratings, rng),
        "confirmations": confirmations_table(crowd, pools, block, rng),
    }


def _up_to(end: int, tables: dict[str, pa.Table]) -> dict[str, pa.Table]:
    """Return the rows of the people before a number."""
    return {
        name: table.slice(0, int(table["person"].combine_chunks().to_numpy().searchsorted(end)))
        for name, table in tables.items()
    }
