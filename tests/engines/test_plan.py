"""Does the plan stay the same, however many cells are asked?

Each table is scanned once and the people's periods are ordered once: more cells are more bits, not more scans.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

import pytest

from kijun.catalogue.installed import shipped_editions
from kijun.framework.resolve import ResolvedEdition
from kijun.population.engines.duckdb import DuckDbEngine
from kijun.population.judge_all import verdicts_of
from kijun.population.load import Workforce, open_workforce
from kijun.population.tables import TABLES
from tests.builders import ON
from tests.population.agreement.disagreements import write_workforce
from tests.population.agreement.random_people import aims_of, random_people
from tests.population.agreement.settings import under
from tests.population.agreement.tailored import renamed

EVERYTHING: Final = ("all skill items", "circumstances confirmed")
"""Under these together every table is read."""
MORE: Final = ("five years", "literal bands", "the highest slot only")
WINDOWS: Final = "Window"


class Watched(DuckDbEngine):
    """The engine, which keeps the plan of everything that it works out."""

    def __init__(self, workforce: Workforce) -> None:
        super().__init__(workforce)
        self.plans: list[str] = []

    def keep(self, relation: Any, *, is_shared: bool) -> Any:
        self.plans.append(self.plan(relation))
        return super().keep(relation, is_shared=is_shared)


def _beside(policies: Sequence[str]) -> list[ResolvedEdition]:
    """Return the shipped editions under each policy, each under an id of its own."""
    return [
        resolved
        for policy in policies
        for printed in shipped_editions()
        for resolved in under(policy, [renamed(printed, f"{policy.replace(' ', '-')}/{printed.id.rpartition('/')[2]}")])
    ]


@pytest.fixture(scope="module")
def operators(tmp_path_factory: pytest.TempPathFactory) -> tuple[Counter[str], Counter[str]]:
    """Return the operators of the plan for the cells of four editions, and for those of ten."""
    few, many = _beside(EVERYTHING), _beside((*EVERYTHING, *MORE))
    people = random_people(50, aims_of(many), on=ON, seed=1)
    folder = write_workforce(list(people), tmp_path_factory.mktemp("plan") / "workforce", in_a_part=50)
    workforce = open_workforce(folder)
    return _operators(few, workforce), _operators(many, workforce)


def _operators(editions: list[ResolvedEdition], workforce: Workforce) -> Counter[str]:
    engine = Watched(workforce)
    whole = engine.plan(verdicts_of(editions, workforce, on=ON, engine=engine))
    return Counter(re.findall(r"─ ([A-Z][A-Za-z_ ]+?) ─", "\n".join([*engine.plans, whole])))


def _scans(operators: Counter[str]) -> int:
    return operators["Read Parquet"] + operators["Parquet Scan"]


def test_the_number_of_scans_and_windows_does_not_grow_with_the_cells(
    operators: tuple[Counter[str], Counter[str]],
) -> None:
    few, many = operators
    assert (_scans(many), many[WINDOWS]) == (_scans(few), few[WINDOWS])


def test_engagements_are_scanned_twice_at_most_and_every_other_table_once(
    operators: tuple[Counter[str], Counter[str]],
) -> None:
    assert 0 < _scans(operators[1]) <= len(TABLES) + 1


def test_the_periods_are_ordered_once(operators: tuple[Counter[str], Counter[str]]) -> None:
    assert operators[1][WINDOWS] == 2
