"""What could be settled by writing down what was not recorded?"""

from __future__ import annotations

from datetime import date
from typing import Any

from kijun.evidence import Engagement
from tests.builders import ON, engagement, person
from tests.growth.planned import planned, steps
from tests.people import FACILITY, HARDWARE, facility, facility_six, hardware_five

F6, H5 = f"{FACILITY}/6", f"{HARDWARE}/5"
_SILENT: dict[str, Any] = {"conditions": (), "has_all_conditions": False}


def _half_told(identity: str, **changes: Any) -> Engagement:
    """Return service for a whole industry, of which one condition and the customers are not on record."""
    told: dict[str, Any] = {"conditions": ("multi-vendor",), "has_all_conditions": False}
    return engagement(identity, **(told | changes))


def test_facts_of_time_on_record_are_a_plan_without_service_beside_the_one_with_fewest_steps() -> None:
    served, written = planned(hardware_five(_half_told("bank")), H5).plans
    assert steps(served) == ["engagement for responsibility+complexity+size, level 5, 1096 days"]
    assert served.day == date(2029, 3, 31)
    assert steps(written) == ["bank: conditions cross-platform", "bank: customers whole-wide-region"]
    assert written.day == ON


def test_an_engagement_that_has_what_is_asked_once_it_is_written_down_goes_on() -> None:
    running = _half_told("bank", start="2024-04-01", end=None)
    served, written = planned(hardware_five(running), H5).plans
    assert served.day == date(2029, 3, 31)
    assert steps(written) == [
        "bank: conditions cross-platform",
        "bank: customers whole-wide-region",
        "bank goes on 364 days until 2027-03-31",
    ]
    assert written.day == date(2027, 3, 31)


def test_time_that_has_ended_is_written_down_and_the_rest_is_served_anew() -> None:
    ended = _half_told("bank", start="2022-04-01", end="2024-03-31")
    written = planned(hardware_five(ended), H5).plans[-1]
    assert steps(written) == [
        "bank: conditions cross-platform",
        "bank: customers whole-wide-region",
        "engagement for responsibility+complexity+size, level 5, 365 days",
    ]
    assert written.day == date(2027, 3, 31)


def test_of_two_half_told_engagements_the_one_that_is_enough_is_written_down() -> None:
    enough = _half_told("enough")
    short = _half_told("short", start="2025-04-01", end="2025-06-30")
    written = planned(hardware_five(short, enough), H5).plans[-1]
    assert {each.partition(":")[0] for each in steps(written)} == {"enough"}


def test_two_half_told_engagements_are_both_written_down_where_only_both_are_enough() -> None:
    first = _half_told("first", start="2020-04-01", end="2021-12-31")
    then = _half_told("then", start="2022-01-01", end="2023-03-31")
    written = planned(hardware_five(first, then), H5).plans[-1]
    assert len(steps(written)) == 4
    assert written.day == ON


def test_every_time_that_is_open_is_an_engagement_on_record_whose_facts_are_written_down() -> None:
    silent = facility_six(*(facility(name, sizes={}, **_SILENT) for name in ("a", "b", "c")))
    new, written = planned(silent, F6).plans
    assert len(new.steps) == 3
    assert steps(written) == [
        f"{name}: {fact}"
        for name, rooms in (("a", 5), ("b", 3), ("c", 3))
        for fact in ("conditions around-the-clock", "conditions mission-critical-facilities", f"computer_rooms {rooms}")
    ]


def test_where_one_time_stays_open_nothing_is_written_down() -> None:
    silent = facility_six(*(facility(name, sizes={}, **_SILENT) for name in ("a", "b")))
    assert len(planned(silent, F6).plans) == 1


def test_a_fact_for_each_time_is_the_plan_with_the_fewest_steps_and_stands_once() -> None:
    silent = facility_six(*(facility(name, sizes={}) for name in ("a", "b", "c")))
    [only] = planned(silent, F6).plans
    assert steps(only) == ["a: computer_rooms 5", "b: computer_rooms 3", "c: computer_rooms 3"]


def test_a_part_that_another_engagement_settles_is_not_written_down_twice() -> None:
    """The hardest time is written down with what complexity and size ask; nothing of it is left to the others."""
    large = facility("large", **_SILENT)
    others = [facility(name, sizes={}, **_SILENT) for name in ("b", "c")]
    written = planned(facility_six(large, *others), F6).plans[-1]
    assert steps(written)[:2] == ["large: conditions around-the-clock", "large: conditions mission-critical-facilities"]
    assert len(steps(written)) == 8


def test_nothing_on_record_can_be_written_down() -> None:
    assert len(planned(person(), F6).plans) == 1
    assert len(planned(person(), H5).plans) == 1
