"""What is still to be served where a cell asks for times: which slots are open, and who could fill them?"""

from __future__ import annotations

from typing import Any

import pytest

from kijun.criteria import Every, Once, Recognised, Times, Unprinted, Years
from kijun.evidence import Engagement
from kijun.growth.service import ways_to_serve
from kijun.growth.wanted import Service
from kijun.judgement.record import read_record
from tests.builders import (
    ON,
    V3_2008,
    claim,
    conditions,
    edition,
    engagement,
    once,
    person,
    rooms,
    share,
    sites,
    times,
    years,
)
from tests.growth.planned import best, planned, steps, told
from tests.people import CONSULTING, FACILITY, HARDWARE, facility, facility_six, hardware_five, sale, seller

F6 = f"{FACILITY}/6"
S5 = f"{CONSULTING}/5"
_MIDDLE = {"sizes": {"computer_rooms": 3}}
_NEW_SIX = "engagement for responsibility+size, level 6, 0 days"
_NEW_FIVE = "engagement for responsibility, level 5, 0 days"


def test_slots_that_are_open_ask_for_an_engagement_each_at_their_own_level() -> None:
    assert best(planned(facility_six(facility("hub")), F6)) == [_NEW_FIVE, _NEW_FIVE]
    assert best(planned(facility_six(facility("hub"), facility("east", **_MIDDLE)), F6)) == [_NEW_FIVE]


def test_the_hardest_slot_asks_for_what_the_parts_need_too() -> None:
    two = facility_six(facility("east", **_MIDDLE), facility("west", **_MIDDLE))
    assert best(planned(two, F6)) == [_NEW_SIX]
    assert planned(two, F6).plans[0].day == ON


def test_nobody_on_record_needs_one_engagement_for_all_three_parts_and_two_lesser_ones() -> None:
    assert best(planned(facility_six(facility("far", activities=("fault-repair",))), F6)) == [
        "engagement for responsibility+complexity+size, level 6, 0 days",
        _NEW_FIVE,
        _NEW_FIVE,
    ]


def test_a_size_that_was_not_recorded_fills_a_slot_once_it_is() -> None:
    silent = facility_six(facility("east", **_MIDDLE), facility("west", **_MIDDLE), facility("hub", sizes={}))
    [plan] = planned(silent, F6).plans
    assert steps(plan) == ["hub: computer_rooms 5"]
    assert [told(each) for each in plan.steps[0].instead] == [
        "hub: computer_room_area_m2 5000",
        "hub: network_sites 300",
        _NEW_SIX,
    ]


def test_two_silent_engagements_fill_two_slots_and_neither_stands_in_for_the_other() -> None:
    silent = facility_six(facility("hub", sizes={}), facility("side", sizes={}))
    plan = planned(silent, F6).plans[0]
    assert steps(plan) == ["hub: computer_rooms 5", "side: computer_rooms 3", _NEW_FIVE]
    assert all("side" not in told(each) for each in plan.steps[0].instead)
    assert all("hub" not in told(each) for each in plan.steps[1].instead)


def test_records_of_one_project_fill_one_slot_once_their_facts_are_known() -> None:
    silent = facility_six(facility("hub", sizes={}), facility("side", sizes={}, project="hub"))
    assert best(planned(silent, F6)) == ["hub: computer_rooms 5", _NEW_FIVE, _NEW_FIVE]


def test_what_lacks_the_same_fact_for_every_slot_goes_before_what_needs_less_of_it_in_a_lesser_one() -> None:
    sizeless = facility("hub", sizes={})
    one_short = facility("core", conditions=("around-the-clock",), has_all_conditions=False)
    plan = planned(facility_six(sizeless, one_short), F6).plans[0]
    first, second, third = steps(plan)
    assert first.startswith("core: conditions ")
    assert (second, third) == ("hub: computer_rooms 3", _NEW_FIVE)


def test_what_could_fill_a_harder_slot_is_no_alternative_in_a_lesser_one() -> None:
    small = share("companies", 1, 1000)
    person = seller(sale("a", market=(small,)))
    hardest, *lesser = planned(person, S5, of=V3_2008).plans[0].steps
    assert any(told(each).startswith("a: unclaimed as ") for each in hardest.instead)
    assert [each.instead for each in lesser] == [(), ()]


@pytest.mark.parametrize(
    ("market", "recorded"),
    [
        ((share("companies", 3, None),), "a: market 3 companies 3000"),
        (None, "a: market 3 companies 3000"),
        ((share("companies", 3, 100), share("whole-industry", 1, None)), None),
    ],
)
def test_a_market_that_was_not_recorded_fills_a_slot_once_it_is(market: object, recorded: str | None) -> None:
    plan = planned(seller(sale("a", market=market), sale("b"), sale("c")), S5, of=V3_2008).plans[0]
    assert steps(plan) == ([] if recorded is None else [recorded])


def test_an_equivalence_is_recognised_before_a_new_engagement_only_where_it_is_claimed() -> None:
    small = (share("companies", 3, 100),)
    claimed = sale("a", market=small, equivalences=(claim("claimed", f"{V3_2008}/{S5}"),))
    others = (sale("b"), sale("c"))
    assert best(planned(seller(claimed, *others), S5, of=V3_2008)) == [f"a: claimed as {V3_2008}/{S5}"]
    first = planned(seller(sale("a", market=small), *others), S5, of=V3_2008).plans[0].steps[0]
    assert told(first.addition) == "engagement for responsibility, level 4, 0 days"
    assert [told(each) for each in first.instead] == [f"a: unclaimed as {V3_2008}/{CONSULTING}/{n}" for n in (5, 6, 7)]


def test_what_was_refused_is_not_proposed_again() -> None:
    refused = tuple(claim("refused", f"{V3_2008}/{CONSULTING}/{level}") for level in (5, 6, 7))
    small = sale("a", market=(share("companies", 3, 100),), equivalences=refused)
    first = planned(seller(small, sale("b"), sale("c")), S5, of=V3_2008).plans[0].steps[0]
    assert first.instead == ()


def test_a_slot_of_a_cell_that_the_source_lacks_is_filled_at_the_next_printed_level() -> None:
    """v3-2008 prints hardware 5 and lacks hardware 4, of which it asks for two times."""
    growth = planned(hardware_five(), f"{HARDWARE}/5", of=V3_2008)
    new = [told(step.addition) for step in growth.plans[0].steps if step.part == "responsibility"]
    assert new == [
        "engagement for responsibility+complexity+size, level 5, 0 days",
        "engagement for responsibility, level 4, 0 days",
        "engagement for responsibility, level 4, 0 days",
    ]


def test_a_larger_engagement_is_no_alternative_where_another_step_could_fill_the_same_time() -> None:
    """`core` and `side` lack a condition each and would both reach the harder time; `hub` would do with less than 5."""
    short: dict[str, Any] = {"conditions": ("around-the-clock",), "has_all_conditions": False}
    person = facility_six(facility("core", **short), facility("side", **short), facility("hub", sizes={}))
    first, second, third = planned(person, F6).plans[0].steps
    assert [told(each.addition).partition(":")[0] for each in (first, second, third)] == ["core", "side", "hub"]
    assert all(told(each).startswith("core: conditions") for each in first.instead)


def _asked(service: Times | Years | None, *engagements: Engagement, **once_of: Once) -> list[list[str]]:
    asked = Service(
        field="hardware",
        service=service,
        once=once_of,
        record=read_record(person(*engagements), ON),
        words=edition().vocabulary,
        designs={},
    )
    return [[told(step.addition) for step in way.steps] for way in ways_to_serve(asked)]


def test_parts_that_no_single_engagement_can_settle_are_settled_by_one_each() -> None:
    apart = {"complexity": once(rooms(5)), "size": once(rooms(1, at_most=4))}
    assert _asked(None, **apart) == [
        ["engagement for complexity, level None, 0 days", "engagement for size, level None, 0 days"]
    ]
    assert _asked(times((5, sites(3))), **apart) == [
        [
            "engagement for responsibility, level 5, 0 days",
            "engagement for complexity, level None, 0 days",
            "engagement for size, level None, 0 days",
        ]
    ]


def test_what_is_printed_nowhere_cannot_be_served() -> None:
    unprinted = Unprinted(cell="a/cell")
    assert _asked(times((5, unprinted))) == []
    assert _asked(years(1, unprinted)) == []
    half = engagement("half", conditions=("multi-vendor",), has_all_conditions=False)
    assert _asked(years(1, unprinted), half) == []


def test_what_only_an_assessor_can_recognise_is_no_new_engagement() -> None:
    band = Recognised(as_one_of=frozenset({"a/band"}))
    assert _asked(None, size=once(band)) == []
    assert _asked(None, engagement("a"), size=once(band)) == [["a: unclaimed as a/band"]]


def test_a_size_is_written_down_no_larger_than_the_time_that_it_fills_asks() -> None:
    """Once both are written down, `large` fills the harder time, and `small` only the lesser."""
    slots = times((6, Every(of=(rooms(5), conditions()))), (5, Every(of=(rooms(3), conditions()))))
    silent: dict[str, Any] = {"conditions": (), "has_all_conditions": False}
    small = engagement("small", conditions=("multi-vendor",), has_all_conditions=False)
    large = engagement("large", **silent, sizes={"computer_rooms": 5})
    written = _asked(slots, small, large)[-1]
    assert sorted(written) == [
        "large: conditions around-the-clock",
        "large: conditions multi-vendor",
        "small: computer_rooms 3",
        "small: conditions around-the-clock",
    ]


def test_a_fact_that_another_engagement_makes_needless_is_not_written_down() -> None:
    """The size of `b` settles the part that the first time would have settled too."""
    slots = times((5, rooms(3)), (4, Every(of=(rooms(1), sites(3)))))
    written = _asked(slots, engagement("a"), engagement("b"), size=once(sites(3)))[-1]
    assert written == ["a: computer_rooms 3", "b: computer_rooms 1", "b: network_sites 3"]


def test_where_the_rest_of_the_years_cannot_be_served_anew_nothing_is_written_down() -> None:
    known = Every(of=(Recognised(as_one_of=frozenset({"a/band"})), conditions()))
    told: dict[str, Any] = {"conditions": (), "has_all_conditions": False}
    short = engagement("a", start="2025-06-01", end="2025-07-31", equivalences=(claim("recognised", "a/band"),), **told)
    assert _asked(years(1, known), short) == []
