"""Which kinds of work does a clause count?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from kijun.criteria import Clause, Either, Years
from kijun.population.demands import Demand, demands_for
from kijun.population.places import BITS
from kijun.population.works import look_up_works
from tests.builders import clause, conditions, or_above, rooms, years
from tests.population.by_hand import rows_of, told

HARDWARE = frozenset({"hardware"})
DONE = {
    "role": "responsible",
    "outcome": "succeeded",
    "fields": ("hardware", "software"),
    "activities": ("fault-repair", "proposing"),
}


def _words(works: list[dict[str, Any]], *demands: Demand, years: Sequence[Years] = ()) -> list[dict[str, int]]:
    """Return the kinds of work that some clause counts, with their gates."""
    found = look_up_works(
        demands_for(demands, years),
        rows_of("works", *({"work": n, "role": w["role"], "outcome": w["outcome"]} for n, w in enumerate(works))),
        rows_of(
            "work_fields",
            *(
                {"work": number, "position": place, "field": field}
                for number, work in enumerate(works)
                for place, field in enumerate(work["fields"])
            ),
        ),
        rows_of(
            "work_activities",
            *({"work": number, "activity": each} for number, work in enumerate(works) for each in work["activities"]),
        ),
    )
    return told(found)


def _gates(works: list[dict[str, Any]], *clauses: Clause) -> dict[int, int]:
    """Return the gate of each kind of work that some clause counts, where each clause is asked of rooms."""
    return {row["work"]: row["gate_0"] for row in _words(works, *((each, rooms(1)) for each in clauses))}


@pytest.mark.parametrize(
    ("asked", "done", "counts"),
    [
        ({}, {}, True),
        ({}, {"role": "leader"}, True),
        ({}, {"role": "member"}, False),
        ({"role": None}, {"role": "member"}, True),
        ({}, {"outcome": "participated"}, False),
        ({}, {"outcome": "failed"}, False),
        ({"outcome": or_above("participated", "carried-out", "succeeded")}, {"outcome": "participated"}, True),
        ({"fields": HARDWARE}, {}, True),
        ({"fields": HARDWARE}, {"fields": ("software", "hardware")}, True),
        ({"fields": HARDWARE}, {"fields": ("software",)}, False),
        ({"fields": HARDWARE, "is_first_field_only": True}, {}, True),
        ({"fields": HARDWARE, "is_first_field_only": True}, {"fields": ("software", "hardware")}, False),
        ({"fields": frozenset({"software", "hardware"})}, {"fields": ("software",)}, True),
        ({}, {"activities": ("proposing",)}, False),
        ({}, {"activities": ()}, False),
        ({"activities": None}, {"activities": ()}, True),
        ({"needs_all_activities": True}, {}, False),
        ({"needs_all_activities": True}, {"activities": ("hardware-installation", "fault-repair")}, True),
        ({"needs_all_activities": True, "activities": ("proposing", "proposing")}, {}, True),
    ],
)
def test_a_clause_counts_what_it_asks_for(asked: dict[str, Any], done: dict[str, Any], *, counts: bool) -> None:
    assert _gates([DONE | done], clause(**asked)) == ({0: 1} if counts else {})


def test_each_clause_has_its_own_bits_and_work_that_none_counts_is_left_out() -> None:
    works = [DONE | {"outcome": "failed"}, DONE, DONE | {"role": "member"}]
    assert _gates(works, clause(), clause(role=None), clause(fields=frozenset({"facility"}))) == {1: 0b011, 2: 0b010}


def test_a_clause_that_asks_nothing_of_fields_and_activities_counts_all_work() -> None:
    assert _gates([DONE], clause(role=None, activities=None)) == {0: 1}


def test_a_clause_has_a_bit_for_each_trait_it_is_asked_with_in_whatever_word() -> None:
    wide = clause(role=None)
    demands = [(wide, rooms(1)), *((clause(), rooms(least)) for least in range(1, BITS)), (wide, rooms(2))]
    assert _words([DONE, DONE | {"role": "member"}], *demands) == [
        {"work": 0, "gate_0": 2**BITS - 1, "gate_1": 1},
        {"work": 1, "gate_0": 1, "gate_1": 1},
    ]


def test_however_many_ways_there_are_to_meet_a_demand_it_has_one_bit() -> None:
    either = Either(of=(rooms(1), conditions(2)))
    assert _words([DONE], (clause(), either), (clause(), rooms(1))) == [{"work": 0, "gate_0": 0b11}]


def test_the_bits_of_years_are_no_bits_of_a_clause() -> None:
    asked = years(3)
    assert _words([DONE], (asked.clause, asked.trait), years=[asked]) == [{"work": 0, "gate_0": 1}]
