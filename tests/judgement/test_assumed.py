"""Is every piece of evidence that counted and is assumed marked so, and nothing that is on record?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from kijun.criteria import AllOf, Areas, Confirmed, Criterion, Kinds, Mentors, Passed, Rated
from kijun.evidence import Person
from kijun.evidence.assume import Additions, FurtherFacts, assume
from kijun.judgement import judge_cell
from kijun.judgement.assumed import is_assumed, say_assumed
from kijun.judgement.explain import explain
from kijun.judgement.proof import Counted, Proof
from kijun.verdict import MET
from tests.builders import ON, V3_2011, cell, conditions, edition, mentoring, once, or_above, person, years
from tests.people import HARDWARE, hardware_five

ITEM = "customer-service/hardware/technology"
CELL = "itss/v3-2011/customer-service/hardware/5"
NAMES = edition(V3_2011).vocabulary.name
AREAS = Areas(at_least=1, of=("customer-satisfaction",), degree=or_above("guides-others"), reach=None)
KINDS = Kinds(at_least=1, of=("book",), subject="hardware-technique", within_years=None)
PASSED = Passed(any_of=("AP",), within_years=None)
RATED = Rated(at_least=1, of=(ITEM,), level=4, by=("assessor",))
CONFIRMED = Confirmed(cell=CELL, circumstances=("a",))
CASES = {
    "an area": (
        AREAS,
        "customer-satisfaction",
        "expertise:customer-satisfaction",
        "Raising or gaining customer satisfaction",
    ),
    "a kind": (KINDS, "book", "contributions:book", "book"),
    "mentoring": (Mentors(), "suzuki", "mentoring:suzuki", "suzuki"),
    "an examination": (PASSED, "AP", "qualifications:AP", "Applied IT Engineer Examination"),
    "a rating of the field": (RATED, ITEM, f"ratings:{ITEM}", "technology"),
    "a rating for every field": (RATED, ITEM, "ratings:customer-service/technology", "technology"),
    "a confirmation": (CONFIRMED, "tanaka", f"confirmations:{CELL}", "tanaka"),
    "an engagement": (once(conditions(1)), "core", "core", "core"),
    "service": (years(3), "core", "core", "core"),
}
"""By which criterion what counts, how the assumption of it is named, and what it is called."""
cases = pytest.mark.parametrize("case", CASES.values(), ids=CASES)


def assuming(*names: str) -> Person:
    return replace(person(), assumed=frozenset(names))


@cases
def test_evidence_is_assumed_where_an_assumption_names_it(case: tuple[Criterion, str, str, str]) -> None:
    criterion, evidence, name, _ = case
    assert is_assumed(evidence, criterion, assuming(name))
    assert not is_assumed(evidence, criterion, assuming("other", f"knowledge:{evidence}"))


@cases
def test_what_is_assumed_is_said_wherever_it_counts(case: tuple[Criterion, str, str, str]) -> None:
    criterion, evidence, name, words = case
    proof = Proof(criterion=criterion, verdict=MET, counted=(Counted(evidence=evidence),))
    above = Proof(criterion=AllOf(of=()), verdict=MET, children=(proof, proof))
    said = say_assumed(above, assuming(name), NAMES)
    assert said is not None
    assert (said.en.casefold(), said.ja[:5]) == (f"includes assumptions: {words}".casefold(), "仮定を含む")


@cases
def test_nothing_is_said_of_what_is_on_record(case: tuple[Criterion, str, str, str]) -> None:
    criterion, evidence, _, _ = case
    proof = Proof(criterion=criterion, verdict=MET, counted=(Counted(evidence=evidence),))
    assert say_assumed(proof, assuming(), NAMES) is None
    assert say_assumed(proof, assuming("something else"), NAMES) is None


def test_a_judgement_says_in_each_part_what_of_it_is_assumed() -> None:
    recorded = hardware_five(mentoring=())
    identity = recorded.engagements[0].id
    additions = Additions(mentoring=(mentoring("suzuki"),), facts=(FurtherFacts(engagement=identity),))
    judged = judge_cell(cell(f"{HARDWARE}/5"), assume(recorded, additions), on=ON)
    said = {each.name: each.details for each in explain(judged, assume(recorded, additions), NAMES)}
    marks = {name: [line.en for line in lines if "assumptions" in line.en] for name, lines in said.items()}
    assert marks["mentoring"] == ["includes assumptions: suzuki"]
    assert marks["responsibility"] == [f"includes assumptions: {identity}"]
    assert marks["succession"] == []
