"""Who are the people of a block: since when do they work, in which field, how far do they come, in which team?

People are drawn in blocks of a fixed size, each from a stream of its own, so that nobody's record depends on how many people
there are. How far somebody comes grows with the years and with a talent of one's own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import pyarrow as pa

from kijun.evidence import LISTS
from kijun.population.sample.days import YEAR, day_number, first_of_april
from kijun.population.sample.names import DEPARTMENTS, FAMILY, GIVEN, SALES_DEPARTMENTS
from kijun.population.sample.plan import SamplePlan
from kijun.population.sample.pools import Integers, Pools
from kijun.population.sample.rows import Flags, Numbers, came, table_of, words
from kijun.population.tables import PEOPLE
from kijun.problem.reading import FIRST_DAY

BLOCK: Final = 5_000
"""How many people are drawn at once."""
_PEOPLE, _TEAMS = 2, 3
"""Which of the streams of a seed these are drawn from."""
_APRIL: Final = 4
_LONGEST_CAREER: Final = 40
_LEAVING: Final = 0.045
"""How many go each year, so that there are fewer old hands than beginners."""
_TEAMS_PLANNED: Final = 4_000
_START, _GROWTH, _TALENT = 1.7, 1.13, 0.6
"""The stage at the beginning, the stages for each doubling of the years, and how far people differ."""
_DECLARED: Final = (0.7, 0.6, 0.65, 0.6, 0.85, 0.5)
"""How many declare each of the lists complete."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crowd:
    """Some people. `entry` is the first day of the career; `second` the field that is taken up at the `turn`, a part of it.

    `peak` is the stage that is reached in the end. Who `is_of_old` writes in the words of the oldest edition.
    """

    entry: Integers
    on: int
    talent: Numbers
    field: Integers
    second: Integers
    turn: Numbers
    highest: Integers
    lowest: Integers
    team: Integers
    is_of_old: Flags

    def __len__(self) -> int:
        return len(self.entry)

    @property
    def years(self) -> Numbers:
        """How long the careers are."""
        return (self.on - self.entry) / YEAR

    @property
    def peak(self) -> Integers:
        """The stage that each has come to."""
        everybody = np.arange(len(self))
        return self.stage(everybody, np.full(len(self), self.on))

    def stage(self, person: Integers, day: Integers) -> Integers:
        """Return the stage of people on days."""
        years = np.maximum(day - self.entry[person], 0) / YEAR
        reached = _START + _GROWTH * np.log2(1 + years / 3) + _TALENT * self.talent[person]
        stage: Integers = np.clip(np.floor(reached), 1, self.highest[person]).astype(np.int64)
        return stage


def stream(plan: SamplePlan, block: int) -> np.random.Generator:
    """Return the chance by which a block is drawn."""
    return np.random.default_rng([plan.seed, _PEOPLE, block])


def draw_crowd(pools: Pools, plan: SamplePlan, block: int, rng: np.random.Generator) -> Crowd:
    """Return the people of a block."""
    fields = pools.practice.fields
    ages = np.arange(_LONGEST_CAREER)
    weights = np.exp(-_LEAVING * ages)
    years = rng.choice(ages, size=BLOCK, p=weights / weights.sum())
    april = first_of_april(plan.on.year - years - (plan.on.month < _APRIL))
    entry = april - np.where(came(0.2, BLOCK, rng), rng.integers(0, 365, BLOCK), 0)
    team = _teams(block, rng)
    of_team = _fields_of_teams(len(fields), plan)
    field = np.where(came(0.85, BLOCK, rng), of_team[team], rng.integers(0, len(fields), BLOCK))
    has_second = came(0.14, BLOCK, rng)
    second = np.where(has_second, rng.integers(0, len(fields), BLOCK), field)
    return Crowd(
        entry=np.clip(entry, day_number(FIRST_DAY), day_number(plan.on)),
        on=day_number(plan.on),
        talent=rng.standard_normal(BLOCK),
        field=field,
        second=second,
        turn=rng.uniform(0.3, 0.8, BLOCK),
        highest=np.array([each.highest for each in fields])[field],
        lowest=np.array([each.lowest for each in fields])[field],
        team=team,
        is_of_old=came(0.2, BLOCK, rng),
    )


def _teams(block: int, rng: np.random.Generator) -> Integers:
    """Return the teams: the more people there are before one, the more teams there are to choose from."""
    before = np.arange(block * BLOCK, (block + 1) * BLOCK)
    known = np.minimum(5 + np.sqrt(before) * 0.7, _TEAMS_PLANNED - 1)
    return np.floor(known * rng.random(BLOCK) ** 1.6).astype(np.int64)


def _fields_of_teams(fields: int, plan: SamplePlan) -> Integers:
    """Return the main field of each team: the first one of all is the most common."""
    rng = np.random.default_rng([plan.seed, _TEAMS])
    weights = 1 / (np.arange(fields) + 4)
    spread = rng.choice(fields, size=_TEAMS_PLANNED, p=weights / weights.sum())
    return np.where(np.arange(_TEAMS_PLANNED) < fields, np.arange(_TEAMS_PLANNED) % fields, spread).astype(np.int64)


def people_table(crowd: Crowd, pools: Pools, plan: SamplePlan, block: int, rng: np.random.Generator) -> pa.Table:
    """Return the rows of the people: employee numbers in order, names, teams, and which lists are whole."""
    number = np.arange(block * BLOCK, block * BLOCK + len(crowd))
    family, given = rng.integers(0, len(FAMILY), len(crowd)), rng.integers(0, len(GIVEN), len(crowd))
    has_reading = came(0.92, len(crowd), rng)
    whole = {f"all_{name}": came(share, len(crowd), rng) for name, share in zip(LISTS, _DECLARED, strict=True)}
    return table_of(
        PEOPLE,
        {
            "person": number,
            "employee": [f"E{each:08}" for each in number.tolist()],
            "name": _joined(family, given, 0),
            "reading": pa.array(_joined(family, given, 1), mask=~has_reading),
            "team": words(_team_names(pools, plan), crowd.team, came(0.01, len(crowd), rng)),
            **whole,
        },
    )


def _joined(family: Integers, given: Integers, which: int) -> list[str]:
    first, last = [name[which] for name in FAMILY], [name[which] for name in GIVEN]
    return [f"{first[one]} {last[other]}" for one, other in zip(family.tolist(), given.tolist(), strict=True)]


def _team_names(pools: Pools, plan: SamplePlan) -> tuple[str, ...]:
    fields = pools.practice.fields
    names = []
    counted: dict[str, int] = {}
    for number, field in enumerate(_fields_of_teams(len(fields), plan).tolist()):
        choices = SALES_DEPARTMENTS if fields[field].is_named else DEPARTMENTS
        department = choices[number % len(choices)]
        counted[department] = counted.get(department, 0) + 1
        names.append(f"第{counted[department]}{department}")
    return tuple(names)
