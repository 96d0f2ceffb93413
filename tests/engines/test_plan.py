"""Does the plan stay the same, however many cells are asked?

Each table is read once, whatever is asked, and the people's periods are ordered once: more cells are more bits, not more reading. Only
what has been read already is looked at once for each block of cells.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import pytest

from kijun.catalogue.installed import shipped_editions
from kijun.framework.resolve import ResolvedEdition
from kijun.population.engines.duckdb import DuckDbEngine
from kijun.population.judge_all import verdicts_of
from kijun.population.load import Workforce, open_workforce
from kijun.population.tables import CUT, SHARED, Table
from tests.builders import ON
from tests.population.agreement.disagreements import write_workforce
from tests.population.agreement.random_people import aims_of, random_people
from tests.population.agreement.settings import under
from tests.population.agreement.tailored import renamed

EVERYTHING: Final = ("all skill items", "circumstances confirmed")
"""Under these together every table is read."""
MORE: Final = ("five years", "literal bands", "the highest slot only")
WINDOWS: Final = "Window"
PLANNED: Final = ("kinds", "examinations")
"""Tables that people share and that are read by the plan; the others are read row by row, before any plan is made."""


class Watched(DuckDbEngine):
    """The engine, which keeps the plan of everything that it works out, and the names of the tables read row by row."""

    def __init__(self, workforce: Workforce) -> None:
        super().__init__(workforce)
        self.plans: list[str] = []
        self.read: list[str] = []

    def keep(self, relation: Any) -> Any:
        self.plans.append(self.plan(relation))
        return super().keep(relation)

    def rows(self, table: Table) -> Iterator[dict[str, Any]]:
        self.read.append(table.name)
        yield from super().rows(table)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How often each operator stands in all plans together, and which tables were read row by row."""

    operators: Counter[str]
    read: tuple[str, ...]

    @property
    def scans(self) -> int:
        """How often a file is read by a plan."""
        return sum(self.operators[name] for name in ("Read Parquet", "Parquet Scan"))


def _beside(policies: Sequence[str]) -> list[ResolvedEdition]:
    """Return the shipped editions under each policy, each under an id of its own."""
    return [
        resolved
        for policy in policies
        for printed in shipped_editions()
        for resolved in under(policy, [renamed(printed, f"{policy.replace(' ', '-')}/{printed.id.rpartition('/')[2]}")])
    ]


@pytest.fixture(scope="module")
def readings(tmp_path_factory: pytest.TempPathFactory) -> tuple[Reading, Reading]:
    """Return how the cells of four editions are read, and how those of ten are."""
    few, many = _beside(EVERYTHING), _beside((*EVERYTHING, *MORE))
    people = random_people(50, aims_of(many), on=ON, seed=1)
    folder = write_workforce(list(people), tmp_path_factory.mktemp("plan") / "workforce", in_a_part=50)
    workforce = open_workforce(folder)
    return _reading(few, workforce), _reading(many, workforce)


def _reading(editions: list[ResolvedEdition], workforce: Workforce) -> Reading:
    engine = Watched(workforce)
    told = verdicts_of(editions, workforce, on=ON, engine=engine)
    plans = "\n".join([*engine.plans, engine.plan(told.relation)])
    engine.close()
    return Reading(operators=Counter(re.findall(r"─ ([A-Z][A-Za-z_ ]+?) ─", plans)), read=tuple(sorted(engine.read)))


def test_every_table_is_read_once_however_many_cells_there_are(readings: tuple[Reading, Reading]) -> None:
    by_rows = tuple(sorted(each.name for each in SHARED if each.name not in PLANNED))
    for reading in readings:
        assert reading.read == by_rows
        assert reading.scans == len(CUT) + len(PLANNED)


def test_all_periods_are_ordered_once_and_those_that_are_close_twice_more(readings: tuple[Reading, Reading]) -> None:
    assert [reading.operators[WINDOWS] for reading in readings] == [3, 3]


def test_nothing_is_planned_cell_by_cell(readings: tuple[Reading, Reading]) -> None:
    """Two and a half times as many cells take two and a half times as many blocks, and a block some joins and groupings."""
    few, many = readings
    assert many.operators["Hash Join"] <= 2.5 * few.operators["Hash Join"]
    assert many.operators["Hash Group By"] <= 2.5 * few.operators["Hash Group By"]
