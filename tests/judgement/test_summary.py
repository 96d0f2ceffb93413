"""Where does a person stand in each field, and which cell is next?"""

from __future__ import annotations

from typing import Any

import pytest

from kijun.evidence import Person
from kijun.judgement.record_judgement import judge_editions
from kijun.judgement.summary import FieldSummary, summaries
from kijun.text import Text
from tests.builders import ON, contribution, edition, engagement, expertise, mentoring, person, qualification
from tests.framework import small
from tests.people import facility, facility_six, hardware_five


def summed(record: Person) -> dict[str, FieldSummary]:

    (judged,) = judge_editions([edition()], record, on=ON).editions
    return {summary.field.id: summary for summary in summaries(judged, record)}


def level_of(summary: FieldSummary) -> int | None:
    return None if summary.next_cell is None else summary.next_cell.cell.indicator.level


def test_only_fields_with_evidence_are_summed_up() -> None:
    assert list(summed(facility_six())) == ["facility-management"]
    assert summed(person()) == {}


@pytest.mark.parametrize(
    "changes",
    [
        {"expertise": (expertise("facility-works"),)},
        {"contributions": (contribution("book"),)},
        {"qualifications": (qualification(),)},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_what_is_no_engagement_is_no_evidence_of_a_field(changes: dict[str, Any]) -> None:
    assert summed(person(**changes)) == {}


def test_an_engagement_that_a_clause_counts_is_evidence_even_where_it_meets_nothing() -> None:
    small = facility("a", role="member", conditions=(), sizes={})
    found = summed(person(small))
    assert list(found) == ["facility-management"]
    assert found["facility-management"].level == Text(ja="まだどのレベルも満たしていない", en="no level met yet")


def test_fields_come_in_printed_order() -> None:
    both = facility_six(facility("a"), engagement("b", activities=("fault-repair", "software-preventive-maintenance")))
    assert list(summed(both)) == ["hardware", "software", "facility-management"]


def test_the_next_cell_is_the_lowest_above_the_highest_met() -> None:
    found = summed(hardware_five())["hardware"]
    assert (found.levels.highest_met, level_of(found)) == (5, 6)
    assert found.next_cell is not None
    assert found.next_cell.short_parts


def test_above_the_highest_cell_there_is_no_next_one() -> None:
    found = summed(facility_six())["facility-management"]
    assert (found.levels.highest_met, found.next_cell) == (6, None)


def test_with_no_cell_met_the_lowest_is_next() -> None:
    found = summed(facility_six(expertise=()))["facility-management"]
    assert (found.levels.highest_met, level_of(found)) == (None, 3)


def test_the_level_is_said_with_its_holes() -> None:
    top = expertise("facility-strategy-and-long-term-plan", reach="industry")
    found = summed(facility_six(expertise=(top,)))["facility-management"]
    assert found.level == Text(ja="レベル6", en="level 6")
    assert found.holes == (
        Text(ja="レベル3: 専門性が不足", en="level 3: expertise short"),
        Text(ja="レベル4: 専門性が不足", en="level 4: expertise short"),
        Text(ja="レベル5: 専門性が不足", en="level 5: expertise short"),
    )
    assert found.next_cell is None


def test_the_level_is_said_with_what_is_unknown_below_it() -> None:
    top = expertise("facility-strategy-and-long-term-plan", reach="industry")
    complete = ("engagements", "contributions", "mentoring", "qualifications")
    found = summed(facility_six(expertise=(top,), complete=complete))["facility-management"]
    assert [hole.en for hole in found.holes] == [f"level {level}: expertise unknown" for level in (3, 4, 5)]
    assert found.holes[0].ja == "レベル3: 専門性が不明"


def test_the_level_is_said_with_the_one_that_is_possible() -> None:
    complete = ("engagements", "contributions", "qualifications", "expertise")
    found = summed(facility_six(mentoring=(), complete=complete))["facility-management"]
    assert found.level == Text(
        ja="レベル3。記録にない事実があるため、レベル6までの可能性は残る",
        en="level 3; not ruled out up to level 6, because facts are missing from the record",
    )
    assert level_of(found) == 4
    unsure = summed(facility_six(expertise=(), complete=()))["facility-management"]
    assert unsure.level == Text(
        ja="まだどのレベルも満たしていない。記録にない事実があるため、レベル6までの可能性は残る",
        en="no level met yet; not ruled out up to level 6, because facts are missing from the record",
    )


def test_the_level_alone_is_said_where_nothing_else_is_to_be_said() -> None:
    found = summed(facility_six())["facility-management"]
    assert found.level == Text(ja="レベル6", en="level 6")


# A small standard: its clauses of responsibility, complexity and size count different engagements, and it has a level 1.


def summed_in_small(*cells: dict[str, Any], record: Person) -> dict[str, FieldSummary]:
    files = small.indicator_files()
    files[0]["cells"] = [*cells]
    (judged,) = judge_editions([small.edition(indicators=files, flags=None)], record, on=ON).editions
    return {summary.field.id: summary for summary in summaries(judged, record)}


@pytest.mark.parametrize(
    ("counted_by", "served"),
    [
        ("responsibility", {"activities": ("install",), "role": "leader", "conditions": ("old", "new", "far")}),
        ("complexity", {"activities": ("install",), "role": "responsible", "outcome": "participated"}),
        ("size", {"activities": ("repair",), "role": "member"}),
        (None, {"activities": ("install",), "role": "member", "outcome": "participated"}),
    ],
)
def test_any_clause_that_counts_an_engagement_is_evidence(counted_by: str | None, served: dict[str, Any]) -> None:
    found = summed_in_small(small.alpha(3), record=person(engagement("a", customers="a-whole", **served)))
    assert ("alpha" in found) is (counted_by is not None)


def test_the_lowest_level_of_all_can_be_next() -> None:
    far: dict[str, Any] = {"activities": ("repair",), "role": "member"}
    found = summed_in_small(small.alpha(2), small.alpha(1), record=person(engagement("a", **far)))
    assert level_of(found["alpha"]) == 1


def test_a_field_that_no_engagement_names_is_counted_by_its_activities() -> None:
    shared = engagement("a", fields=("hardware",), activities=("software-preventive-maintenance",))
    assert summed(person(shared))["software"].level == Text(
        ja="まだどのレベルも満たしていない(活動によって数えたもの)", en="no level met yet (counted by its activities)"
    )


def test_what_hangs_on_a_missing_cell_alone_is_not_laid_on_the_record() -> None:
    served = [
        engagement(each, activities=("hardware-maintenance",), customers=customers)
        for each, customers in (("a", "whole-industry"), ("b", "whole-industry"), ("c", "specific-user"))
    ]
    asked = edition("itss/v3-2008").indicators["itss/v3-2008/customer-service/hardware/5"].expertise
    assert asked is not None
    record = hardware_five(*served, expertise=(expertise(asked.of[0]),))
    (judged,) = judge_editions([edition("itss/v3-2008")], record, on=ON).editions
    hardware = next(each for each in summaries(judged, record) if each.field.id == "hardware")
    assert hardware.level == Text(
        ja="まだどのレベルも満たしていない。手元の資料にないセルがあるため、レベル5までの可能性は残る",
        en="no level met yet; not ruled out up to level 5, because a cell is missing from the source",
    )


def test_a_hole_is_said_with_what_is_short_and_what_is_unknown() -> None:
    served = engagement("a", activities=("install", "repair"), conditions=("old", "new"), customers="a-whole")
    record = person(served, mentoring=(mentoring(),), complete=("engagements", "contributions"))
    upper = small.alpha(3, expertise=None, succession=None)
    found = summed_in_small(upper, small.alpha(2), record=record)["alpha"]
    assert found.levels.highest_met == 3
    assert found.holes == (
        Text(ja="レベル2: 技術の継承が不足、専門性が不明", en="level 2: succession short, expertise unknown"),
    )
