"""What do levels 1 and 2, which are common to all categories, make of a record?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from kijun.evidence import Engagement, Person
from kijun.judgement import judge_cell
from kijun.judgement.explain import explain
from kijun.judgement.record_judgement import judge_editions
from kijun.judgement.summary import summaries
from kijun.verdict import MET, NOT_MET, Verdict
from tests.builders import ON, cell, edition, engagement, expertise, names, person, qualification
from tests.people import hardware_five

COMMON = "levels-1-2/common"
ONE_CONDITION = ("known-technology-with-results",)
FIRST_AREAS = (
    "computer-systems-and-networks-basics",
    "corporate-activities-basics",
    "problem-analysis-and-solving-basics",
    "law-and-information-security-basics",
    "system-development-and-operation-basics",
)


def task(**changes: Any) -> Engagement:
    """Return a first task: as a member, carried out, without a condition."""
    return engagement("task", **{"role": "member", "outcome": "carried-out", "conditions": (), **changes})


def starter(*engagements: Engagement, **changes: Any) -> Person:
    """Return somebody who just knows the areas of level 1."""
    known = tuple(expertise(area, degree="knows-basics", reach=None) for area in FIRST_AREAS)
    return person(*engagements, **{"expertise": known, **changes})


def verdict(level: int, who: Person, part: str, policy: Mapping[str, str] | None = None) -> Verdict:
    return judge_cell(cell(f"{COMMON}/{level}", policy), who, on=ON).parts[part].verdict


@pytest.mark.parametrize(
    "changes",
    [
        {"fields": ("hardware",)},
        {"fields": ("sales-via-media",), "activities": ("proposing",)},
        {"fields": ("common",), "activities": ()},
        {"sizes": {"computer_rooms": 0}},
    ],
    ids=str,
)
def test_any_engagement_counts_whatever_its_field_its_activities_and_its_size(changes: Mapping[str, Any]) -> None:
    for policy in ({}, {"fields.shared": "one-field"}):
        assert verdict(1, starter(task(**changes)), "responsibility", policy) is MET
        asked = task(**changes, conditions=ONE_CONDITION)
        assert verdict(2, starter(asked), "responsibility", policy) is MET


def test_at_level_1_complexity_does_not_matter_and_at_level_2_it_alone_decides_what_reaches_it() -> None:
    plain = starter(task())
    assert judge_cell(cell(f"{COMMON}/1"), plain, on=ON).verdict is MET
    assert (verdict(2, plain, "responsibility"), verdict(2, plain, "complexity")) == (NOT_MET, NOT_MET)


def test_how_many_some_conditions_are_is_a_policy_that_the_proof_names() -> None:
    one, two = starter(task(conditions=ONE_CONDITION)), {"some.means": "2"}
    assert (verdict(2, one, "complexity"), verdict(2, one, "complexity", two)) == (MET, NOT_MET)
    assert "some.means" in cell(f"{COMMON}/2").parts["complexity"].policies


def test_every_area_has_to_be_held() -> None:
    all_but_one = starter(task(), expertise=starter().expertise[1:])
    assert (verdict(1, starter(task()), "expertise"), verdict(1, all_but_one, "expertise")) == (MET, NOT_MET)


def test_a_proof_cites_the_page_and_the_date_of_the_document() -> None:
    judged = judge_cell(cell(f"{COMMON}/2"), starter(task()), on=ON)
    places = {said.name: said.citation for said in explain(judged, starter(task()), names)}
    assert {each.page for each in places.values()} == {"L1,2-5"}
    assert {each.revision for each in places.values()} == {"V3 2011, 2018-08-27"}


def fields_of(who: Person) -> list[str]:
    (judged,) = judge_editions([edition()], who, on=ON).editions
    return [summary.field.id for summary in summaries(judged, who)]


def test_an_engagement_alone_is_no_sign_that_somebody_is_at_levels_1_and_2() -> None:
    assert fields_of(hardware_five()) == ["hardware"]
    assert fields_of(person(task(fields=("common",)))) == ["hardware", "common"]
    assert fields_of(person(expertise=(expertise(FIRST_AREAS[0]),))) == ["common"]
    assert fields_of(person(qualifications=(qualification("FE"),))) == ["common"]


def test_where_a_field_is_shown_that_any_engagement_serves_nothing_is_said_of_its_activities() -> None:
    who = starter(task(fields=("hardware",)))
    (judged,) = judge_editions([edition()], who, on=ON).editions
    said = {summary.field.id: summary.level.en for summary in summaries(judged, who)}
    assert said["common"] == "level 1"
