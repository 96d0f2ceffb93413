"""Does the plan stay the same, however many cells are asked?

Each table is scanned once and the people's periods are ordered once: more cells are more bits, not more scans. What many
share is put in order too, once for each of the tables that an engagement's facts are looked up in: what it comes to is worked
out for all that comes to the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
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
READ_BEFOREHAND: Final = ("items", "holdings")
"""Of these the names are read before any plan is made."""
LOOKED_UP: Final = ("works", "condition_sets", "contexts")


class Watched(DuckDbEngine):
    """The engine, which keeps the plan of everything that it works out: of what many share, and of people."""

    def __init__(self, workforce: Workforce) -> None:
        super().__init__(workforce)
        self.plans: dict[bool, list[str]] = {True: [], False: []}

    def keep(self, relation: Any, *, is_shared: bool) -> Any:
        self.plans[is_shared].append(self.plan(relation))
        return super().keep(relation, is_shared=is_shared)


@dataclass(frozen=True, slots=True, kw_only=True)
class Operators:
    """How often each operator stands in the plans of what many share, and in those of people."""

    shared: Counter[str]
    of_people: Counter[str]

    @property
    def scans(self) -> int:
        """How often a file is read."""
        return sum(each[name] for each in (self.shared, self.of_people) for name in ("Read Parquet", "Parquet Scan"))


def _beside(policies: Sequence[str]) -> list[ResolvedEdition]:
    """Return the shipped editions under each policy, each under an id of its own."""
    return [
        resolved
        for policy in policies
        for printed in shipped_editions()
        for resolved in under(policy, [renamed(printed, f"{policy.replace(' ', '-')}/{printed.id.rpartition('/')[2]}")])
    ]


@pytest.fixture(scope="module")
def operators(tmp_path_factory: pytest.TempPathFactory) -> tuple[Operators, Operators]:
    """Return the operators of the plan for the cells of four editions, and for those of ten."""
    few, many = _beside(EVERYTHING), _beside((*EVERYTHING, *MORE))
    people = random_people(50, aims_of(many), on=ON, seed=1)
    folder = write_workforce(list(people), tmp_path_factory.mktemp("plan") / "workforce", in_a_part=50)
    workforce = open_workforce(folder)
    return _operators(few, workforce), _operators(many, workforce)


def _operators(editions: list[ResolvedEdition], workforce: Workforce) -> Operators:
    engine = Watched(workforce)
    told = verdicts_of(editions, workforce, on=ON, engine=engine)
    found = Operators(
        shared=_count(engine.plans[True]), of_people=_count([*engine.plans[False], engine.plan(told.relation)])
    )
    engine.close()
    return found


def _count(plans: list[str]) -> Counter[str]:
    return Counter(re.findall(r"─ ([A-Z][A-Za-z_ ]+?) ─", "\n".join(plans)))


def test_the_number_of_scans_and_windows_does_not_grow_with_the_cells(operators: tuple[Operators, Operators]) -> None:
    few, many = operators
    assert many.scans == few.scans
    assert many.of_people[WINDOWS] == few.of_people[WINDOWS]
    assert many.shared[WINDOWS] == few.shared[WINDOWS]


def test_every_table_is_scanned_once(operators: tuple[Operators, Operators]) -> None:
    assert operators[1].scans == len(TABLES) - len(READ_BEFOREHAND)


def test_the_periods_are_ordered_once(operators: tuple[Operators, Operators]) -> None:
    assert operators[1].of_people[WINDOWS] == 2


def test_what_many_share_is_put_in_order_once_a_look_up(operators: tuple[Operators, Operators]) -> None:
    assert operators[1].shared[WINDOWS] == len(LOOKED_UP)


def test_people_are_joined_no_more_often_for_more_cells(operators: tuple[Operators, Operators]) -> None:
    few, many = operators
    assert many.of_people["Hash Join"] == few.of_people["Hash Join"]
