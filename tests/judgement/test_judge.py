"""Does a person meet a criterion, a cell, an edition?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kijun.criteria import AllOf, AnyOf, Mentors, Once, Passed
from kijun.evidence import Person
from kijun.framework.policy import choose
from kijun.framework.resolve import resolve_edition
from kijun.judgement import Counted, judge, judge_cell, judge_edition
from kijun.judgement.judge import prove
from kijun.judgement.record import read_record
from kijun.verdict import MET, NOT_MET, UNKNOWN, Verdict
from tests.builders import (
    ON,
    V3_2011,
    cell,
    contribution,
    edition,
    engagement,
    expertise,
    mentoring,
    person,
    qualification,
)
from tests.people import HARDWARE, facility_six, hardware_five

EXAM = Passed(any_of=("AP",), within_years=None)
MENTOR = person(mentoring=(mentoring(),))
ENGINEER = person(qualifications=(qualification(),))
FIVE = cell(f"{HARDWARE}/5")
THREE = cell(f"{HARDWARE}/3")


@pytest.mark.parametrize(
    ("record", "both", "either"),
    [
        (person(), NOT_MET, NOT_MET),
        (MENTOR, NOT_MET, MET),
        (replace(MENTOR, complete=frozenset()), UNKNOWN, MET),
        (person(complete=()), UNKNOWN, UNKNOWN),
        (replace(MENTOR, qualifications=ENGINEER.qualifications), MET, MET),
    ],
)
def test_criteria_put_together_keep_the_proof_of_each(record: Person, both: Verdict, either: Verdict) -> None:
    for criterion, verdict in (
        (AllOf(of=(Mentors(), EXAM)), both),
        (AnyOf(of=(Mentors(), EXAM)), either),
    ):
        proof = judge(criterion, record, on=ON)
        assert proof.verdict is verdict
        assert [child.criterion for child in proof.children] == [Mentors(), EXAM]
        assert proof.criterion == criterion


def test_a_proof_names_the_criterion_that_it_is_of() -> None:
    for part in FIVE.parts.values():
        assert judge(part.criterion, hardware_five(), on=ON).criterion is part.criterion


def test_what_is_no_criterion_is_refused() -> None:
    stranger: Any = "a word"
    with pytest.raises(AssertionError):
        judge(stranger, person(), on=ON)


def test_a_cell_is_met_where_every_part_is() -> None:
    judged = judge_cell(FIVE, hardware_five(), on=ON)
    assert judged.verdict is MET
    assert judged.cell is FIVE
    assert {name: part.verdict for name, part in judged.parts.items()} == dict.fromkeys(FIVE.parts, MET)
    assert [part.name for part in judged.parts.values()] == list(FIVE.parts)
    assert [part.policies for part in judged.parts.values()] == [part.policies for part in FIVE.parts.values()]
    assert judged.minimum_by_examination is None


@pytest.mark.parametrize(
    ("part", "record"),
    [
        ("responsibility", hardware_five(engagement("a", role="leader", customers="whole-industry"))),
        ("complexity", hardware_five(engagement("a", conditions=("multi-vendor",), customers="whole-industry"))),
        ("size", hardware_five(engagement("a", customers="part-of-industry"))),
        ("expertise", hardware_five(expertise=())),
        ("succession", hardware_five(contributions=(contribution("book"), contribution("patent")))),
        ("mentoring", hardware_five(mentoring=())),
    ],
)
def test_a_cell_is_not_met_where_one_part_is_not(part: str, record: Person) -> None:
    judged = judge_cell(FIVE, record, on=ON)
    assert judged.verdict is NOT_MET
    assert judged.parts[part].verdict is NOT_MET
    unsure = judge_cell(FIVE, replace(record, complete=frozenset()), on=ON)
    assert unsure.parts[part].verdict is UNKNOWN
    assert unsure.verdict is UNKNOWN


def test_a_cell_without_a_part_is_judged_by_the_others() -> None:
    assert set(THREE.parts) == {"responsibility", "complexity", "expertise"}
    beginner = person(
        engagement("a", role="member", outcome="carried-out"),
        expertise=(expertise("customer-trust", degree="practises-alone", reach="none"),),
    )
    assert judge_cell(THREE, beginner, on=ON).verdict is MET


@pytest.mark.parametrize(
    ("record", "verdict"),
    [(ENGINEER, MET), (person(), NOT_MET), (person(complete=()), UNKNOWN)],
)
def test_the_minimum_by_examination_is_shown_beside_the_judgement(record: Person, verdict: Verdict) -> None:
    judged = judge_cell(THREE, record, on=ON)
    assert judged.minimum_by_examination is not None
    assert judged.minimum_by_examination.name == "minimum_by_examination"
    assert judged.minimum_by_examination.verdict is verdict
    assert judged.verdict is not MET


@pytest.mark.parametrize(("start", "hangs"), [("2020-04-01", False), ("2020-04", True), ("2020-03", False)])
def test_a_part_says_that_it_hangs_on_a_month_without_a_day(start: str, hangs: bool) -> None:
    record = hardware_five(engagement("a", start=start, customers="whole-industry"))
    judged = judge_cell(FIVE, record, on=ON)
    assert judged.verdict is MET
    assert {name for name, part in judged.parts.items() if part.hangs_on_month} == (
        {"responsibility"} if hangs else set()
    )


def test_the_minimum_by_examination_hangs_on_its_month_too() -> None:
    passed = person(qualifications=(qualification("AP", "2026-04"),))
    for judged in (judge_cell(THREE, passed, on=ON), judge_edition_of(passed)[f"{V3_2011}/{HARDWARE}/3"]):
        assert judged.minimum_by_examination is not None
        assert judged.minimum_by_examination.hangs_on_month
        assert not judged.parts["expertise"].hangs_on_month


def judge_edition_of(record: Person, on: date = ON) -> Any:
    printed = edition()
    return judge_edition(resolve_edition(printed, choose(printed.points, {})), record, on=on)


def test_an_edition_is_judged_in_every_printed_cell_and_each_as_by_itself() -> None:
    record = facility_six()
    judged = judge_edition_of(record)
    assert set(judged) == set(edition().indicators)
    for path, each in judged.items():
        alone = judge_cell(cell(path.removeprefix(f"{V3_2011}/")), record, on=ON)
        assert (each.cell.indicator.path, each.verdict) == (path, alone.verdict)
        assert {name: part.proof.counted for name, part in each.parts.items()} == {
            name: part.proof.counted for name, part in alone.parts.items()
        }


def test_whoever_was_judged_before_changes_nothing_for_the_next_person() -> None:
    printed = edition()
    resolved = resolve_edition(printed, choose(printed.points, {}))
    people = (
        person(),
        person(complete=()),
        hardware_five(),
        facility_six(),
        hardware_five(expertise=(expertise("service-level-management", reach="industry"),), contributions=()),
        hardware_five(complete=()),
        facility_six(contributions=(contribution("book", "2026-04"),)),
        hardware_five(engagement("a", fields=("software",), start="2020-04", customers="nationwide")),
    )
    for record in (*people, *reversed(people)):
        for path, judged in judge_edition(resolved, record, on=ON).items():
            alone = judge_cell(cell(path.removeprefix(f"{V3_2011}/")), record, on=ON)
            assert {name: part.proof for name, part in judged.parts.items()} == {
                name: part.proof for name, part in alone.parts.items()
            }


def test_what_is_the_same_for_everybody_is_proved_once() -> None:
    printed = edition()
    resolved = resolve_edition(printed, choose(printed.points, {}))
    first = judge_edition(resolved, facility_six(employee="E-1"), on=ON)
    second = judge_edition(resolved, facility_six(employee="E-2"), on=ON)
    for path, judged in first.items():
        is_touched = "/facility-management/" in path or "/levels-1-2/" in path  # the latter by any engagement
        untouched = () if is_touched else ("responsibility", "complexity", "size")
        for name in ("expertise", "succession", *untouched):
            if name in judged.parts:
                assert judged.parts[name].proof is second[path].parts[name].proof
    met = f"{V3_2011}/customer-service/facility-management/6"
    assert first[met].parts["responsibility"].proof is not second[met].parts["responsibility"].proof


def test_times_that_nobody_served_are_proved_once_for_everybody() -> None:
    printed = edition()
    resolved = resolve_edition(printed, choose(printed.points, {}))
    path = f"{V3_2011}/customer-service/facility-management/6"
    first = judge_edition(resolved, hardware_five(employee="E-1"), on=ON)[path].parts["responsibility"]
    second = judge_edition(resolved, hardware_five(employee="E-2"), on=ON)[path].parts["responsibility"]
    assert first.proof is second.proof


def test_what_was_proved_of_a_record_is_not_proved_again() -> None:
    record = read_record(hardware_five(), ON)
    for part in FIVE.parts.values():
        assert prove(part.criterion, record) is prove(part.criterion, record)
    complexity = FIVE.parts["complexity"].criterion
    assert isinstance(complexity, Once)
    assert record.counted_by(complexity.clause) is record.counted_by(complexity.clause)
    (reading,) = record.engagements
    assert reading.prove(complexity.trait) is reading.prove(complexity.trait)


def test_what_is_remembered_of_all_people_is_bounded() -> None:
    printed = edition()
    resolved = resolve_edition(printed, choose(printed.points, {}))
    judge_edition(resolved, hardware_five(), on=ON)
    ((_, memory),) = resolved.memory.items()
    assert isinstance(memory, dict)
    memory |= dict.fromkeys(range(100_001))
    judge_edition(resolved, hardware_five(), on=ON)
    assert len(memory) < 1_000


def test_an_edition_is_judged_on_the_day_that_is_asked_for() -> None:
    record = hardware_five()
    path = f"{V3_2011}/{HARDWARE}/5"
    assert judge_edition_of(record, date(2024, 5, 1))[path].verdict is MET
    assert judge_edition_of(record, date(2023, 3, 30))[path].parts["responsibility"].verdict is NOT_MET
    assert judge(FIVE.parts["responsibility"].criterion, record, on=date(2023, 3, 31)).counted == (
        Counted(evidence="bank-core"),
    )
