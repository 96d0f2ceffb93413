"""How much does each person have on record?

Engagements come with the years, contributions with the stage; beginners note the basics that they have learnt. The weights are
scaled so that the averages are those that were asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from kijun.population.sample.crowd import Crowd
from kijun.population.sample.plan import SamplePlan
from kijun.population.sample.pools import Integers
from kijun.population.sample.rows import Numbers

_HANDS_ON: Final = np.array([0.02, 0.05, 0.3, 0.7, 2.0, 3.4, 4.0])
"""How much people of each stage hand on, from the first on; those beyond the last like the last."""
_BASICS: Final = 2.1
"""How many areas beginners note, as others note one."""
_ON_THE_FIRST_DAY: Final = 0.3
"""How many ratings somebody has whose career begins on the last day, as others have one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """How much each person has of each list, compared with the others."""

    engagements: Numbers
    contributions: Numbers
    expertise: Numbers
    ratings: Numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class Averages:
    """The weight of an average person, by list."""

    engagements: float
    contributions: float
    expertise: float
    ratings: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many rows each person has in each list."""

    engagements: Integers
    contributions: Integers
    expertise: Integers
    ratings: Integers


def average(of: Sequence[Weights]) -> Averages:
    """Return the averages of some weights."""
    return Averages(
        engagements=_mean([each.engagements for each in of]),
        contributions=_mean([each.contributions for each in of]),
        expertise=_mean([each.expertise for each in of]),
        ratings=_mean([each.ratings for each in of]),
    )


def _mean(weights: list[Numbers]) -> float:
    return float(np.concatenate(weights).mean())


def weigh(crowd: Crowd, rng: np.random.Generator) -> Weights:
    """Return the weights of some people."""
    count, peak = len(crowd), crowd.peak
    hands_on = _HANDS_ON[np.minimum(peak, len(_HANDS_ON)) - 1]
    return Weights(
        engagements=(0.8 + crowd.years) ** 0.75 * rng.lognormal(0, 0.25, count),
        contributions=hands_on * rng.lognormal(0, 0.7, count),
        expertise=np.where(peak < crowd.lowest, _BASICS, rng.lognormal(0, 0.3, count)),
        ratings=rng.uniform(0.3, 1.7, count) * np.where(crowd.entry < crowd.on, 1, _ON_THE_FIRST_DAY),
    )


def count_rows(weights: Weights, averages: Averages, plan: SamplePlan, rng: np.random.Generator) -> Counts:
    """Return how many rows people have, so that on the average there are as many as the plan asks for."""
    return Counts(
        engagements=_count(weights.engagements, averages.engagements, plan.engagements, rng),
        contributions=_count(weights.contributions, averages.contributions, plan.contributions, rng),
        expertise=_count(weights.expertise, averages.expertise, plan.expertise, rng),
        ratings=_count(weights.ratings, averages.ratings, plan.ratings, rng),
    )


def _count(weights: Numbers, usual: float, mean: float, rng: np.random.Generator) -> Integers:
    return np.floor(weights * (mean / usual) + rng.random(len(weights))).astype(np.int64)
