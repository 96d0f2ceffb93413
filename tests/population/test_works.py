"""Which kinds of work does a clause count?"""

from __future__ import annotations

from typing import Any

import pytest

from kijun.criteria import Clause
from kijun.population.look_up import Classes
from kijun.population.works import classes_of_works
from tests.builders import clause, or_above

HARDWARE = frozenset({"hardware"})
DONE = {
    "role": "responsible",
    "outcome": "succeeded",
    "fields": ("hardware", "software"),
    "activities": ("fault-repair", "proposing"),
}


def _classes(works: dict[int, dict[str, Any]], *clauses: Clause) -> Classes:
    return classes_of_works(
        clauses,
        [{"work": number, "role": work["role"], "outcome": work["outcome"]} for number, work in works.items()],
        [
            {"work": number, "position": place, "field": field}
            for number, work in works.items()
            for place, field in enumerate(work["fields"])
        ],
        [{"work": number, "activity": each} for number, work in works.items() for each in work["activities"]],
    )


def _counted(works: dict[int, dict[str, Any]], *clauses: Clause) -> dict[int, int]:
    """Return the kinds of work that some clause counts, each with the bits of the clauses that do."""
    found = _classes(works, *clauses)
    assert found.possible == found.sure, "a clause is never unknown"
    return {number: found.sure[own] for number, own in zip(found.numbers, found.classes, strict=True)}


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
        ({"fields": HARDWARE}, {"fields": ()}, False),
        ({"fields": HARDWARE, "is_first_field_only": True}, {}, True),
        ({"fields": HARDWARE, "is_first_field_only": True}, {"fields": ("software", "hardware")}, False),
        ({"fields": None, "is_first_field_only": True}, {"fields": ("software",)}, True),
        ({"fields": frozenset({"software", "hardware"})}, {"fields": ("software",)}, True),
        ({}, {"activities": ("proposing",)}, False),
        ({}, {"activities": ()}, False),
        ({"activities": None}, {"activities": ()}, True),
        ({"needs_all_activities": True}, {}, False),
        ({"needs_all_activities": True}, {"activities": ("hardware-installation", "fault-repair")}, True),
        ({"needs_all_activities": True, "activities": ("proposing", "proposing")}, {}, True),
        ({"needs_all_activities": True, "activities": ()}, {"activities": ()}, True),
        ({"needs_all_activities": True, "activities": None}, {"activities": ()}, True),
        ({"activities": ()}, {}, False),
    ],
)
def test_a_clause_counts_what_it_asks_for(asked: dict[str, Any], done: dict[str, Any], *, counts: bool) -> None:
    assert _counted({0: DONE | done}, clause(**asked)) == ({0: 1} if counts else {})


def test_each_clause_has_its_own_bit_and_work_that_none_counts_is_left_out() -> None:
    works = {0: DONE | {"outcome": "failed"}, 3: DONE, 4: DONE | {"role": "member"}}
    clauses = clause(), clause(role=None), clause(fields=frozenset({"facility"}))
    assert _counted(works, *clauses) == {3: 0b011, 4: 0b010}


def test_kinds_of_work_that_the_same_clauses_count_are_one_class() -> None:
    works = {1: DONE | {"role": "leader"}, 2: DONE | {"role": "member"}, 5: DONE}
    found = _classes(works, clause(), clause(role=None))
    assert ([*found.numbers], [*found.classes], found.sure) == ([1, 2, 5], [0, 1, 0], (0b11, 0b10))


def test_a_clause_that_asks_nothing_of_fields_and_activities_counts_all_work() -> None:
    assert _counted({0: DONE}, clause(role=None, activities=None)) == {0: 1}


def test_clauses_that_ask_for_all_activities_and_for_any_stand_side_by_side() -> None:
    three = ("discovering", "proposing", "concluding")
    clauses = [clause(activities=three[:many], needs_all_activities=True) for many in (1, 2, 3)]
    done = {number: DONE | {"activities": three[:number]} for number in range(4)}
    assert _counted(done, *clauses, clause(activities=three)) == {1: 0b1001, 2: 0b1011, 3: 0b1111}


def test_where_there_are_no_clauses_no_work_counts() -> None:
    assert _counted({0: DONE}) == {}
