"""Which kinds of work does a clause count?"""

from __future__ import annotations

from typing import Any

import pytest

from kijun.criteria import Clause
from kijun.population.alternatives import alternatives
from kijun.population.works import look_up_works
from tests.builders import clause, or_above, rooms
from tests.population.by_hand import bits_for, rows_of, told

(ROOM,) = alternatives(rooms(1))
HARDWARE = frozenset({"hardware"})
DONE = {
    "role": "responsible",
    "outcome": "succeeded",
    "fields": ("hardware", "software"),
    "activities": ("fault-repair", "proposing"),
}


def _gates(works: list[dict[str, Any]], *clauses: Clause) -> dict[int, int]:
    """Return the gate of each kind of work that some clause counts."""
    found = look_up_works(
        bits_for(*((each, ROOM) for each in clauses)),
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
    return {row["work"]: row["gate_0"] for row in told(found)}


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
