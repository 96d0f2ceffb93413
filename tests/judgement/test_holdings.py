"""What does a record hold beside its engagements: areas, contributions, mentoring, examinations, confirmations?"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kijun.criteria import Areas, Confirmed, Kinds, Mentors, Passed
from kijun.evidence import Contribution, Expertise
from kijun.judgement import Counted, NearMiss, OpenFact, Proof, judge
from kijun.verdict import MET, NOT_MET, UNKNOWN, Verdict
from tests.builders import (
    KINDS,
    ON,
    confirmation,
    contribution,
    expertise,
    mentoring,
    or_above,
    person,
    qualification,
)

CELL = "itss/v3-2011/customer-service/hardware/5"
TWO = ("customer-satisfaction", "stable-operation", "customer-trust")
GUIDES = or_above("guides-juniors", "guides-others")
COMPANY = or_above("company", "industry")


def open_list(name: str) -> OpenFact:
    return OpenFact(evidence=None, fact="complete", about=name)


def areas(*held: Expertise, at_least: int = 1, complete: tuple[str, ...] = ("expertise",), **changes: Any) -> Proof:
    asked = Areas(at_least=at_least, of=TWO, degree=GUIDES, reach=changes.get("reach", COMPANY))
    return judge(asked, person(expertise=held, complete=complete), on=ON)


# Areas of expertise


@pytest.mark.parametrize(
    ("degree", "reach", "verdict"),
    [
        ("guides-juniors", "company", MET),
        ("guides-others", "industry", MET),
        ("practises-alone", "company", NOT_MET),
        ("guides-juniors", "none", NOT_MET),
        (None, "company", UNKNOWN),
        ("guides-juniors", None, UNKNOWN),
        (None, None, UNKNOWN),
        (None, "none", NOT_MET),
        ("practises-alone", None, NOT_MET),
    ],
)
def test_an_area_counts_to_its_degree_and_with_its_reach(
    degree: str | None, reach: str | None, verdict: Verdict
) -> None:
    proof = areas(expertise(degree=degree, reach=reach))
    assert proof.verdict is verdict
    assert (proof.have, proof.need, proof.unit) == (1 if verdict is MET else 0, 1, "areas")


def test_no_reach_is_needed_where_none_is_asked() -> None:
    assert areas(expertise(reach=None), reach=None).verdict is MET
    short = areas(expertise(degree="practises-alone", reach=None), reach=None)
    assert short.near_misses == (
        NearMiss(evidence="customer-satisfaction", fact="degree", have="practises-alone", need="guides-juniors"),
    )


def test_an_area_outside_the_list_does_not_count() -> None:
    assert areas(expertise("facility-works")).verdict is NOT_MET
    assert areas(expertise("facility-works"), expertise(since="2030-01-01"), expertise()).verdict is MET


@pytest.mark.parametrize(("since", "verdict"), [("2026-04-01", MET), ("2026-04-02", NOT_MET), (None, MET)])
def test_an_area_counts_from_its_first_day(since: str | None, verdict: Verdict) -> None:
    assert areas(expertise(since=since)).verdict is verdict


def test_so_many_areas_are_asked_and_one_area_twice_is_one() -> None:
    twice = (expertise("customer-trust"), expertise("customer-trust"))
    assert areas(*twice, at_least=2).verdict is NOT_MET
    both = areas(expertise("customer-trust"), expertise("stable-operation"), at_least=2)
    assert (both.verdict, both.have) == (MET, 2)
    assert both.which == ("stable-operation", "customer-trust")
    assert both.counted == (Counted(evidence="stable-operation"), Counted(evidence="customer-trust"))
    assert (both.missing, both.near_misses, both.would_settle) == ((), (), ())


def test_the_best_entry_of_an_area_counts_whatever_its_order() -> None:
    low, high = expertise(degree="knows-basics"), expertise()
    assert areas(low, high).verdict is MET
    assert areas(high, low).verdict is MET
    unsure = expertise(degree=None)
    assert areas(low, unsure).verdict is UNKNOWN
    assert areas(unsure, low).verdict is UNKNOWN
    assert areas(unsure, high).verdict is MET
    assert areas(high, unsure).verdict is MET


def test_an_area_short_by_one_step_is_a_near_miss_and_by_two_is_none() -> None:
    held = (
        expertise("stable-operation", degree="practises-alone"),
        expertise("customer-trust", reach="none"),
        expertise(degree="practises-alone", reach="none"),
    )
    proof = areas(*held)
    assert proof.near_misses == (
        NearMiss(evidence="stable-operation", fact="degree", have="practises-alone", need="guides-juniors"),
        NearMiss(evidence="customer-trust", fact="reach", have="none", need="company"),
    )
    assert (proof.counted, proof.which, proof.missing) == ((), (), TWO)


def test_an_area_whose_step_is_not_recorded_is_a_near_miss_that_says_so() -> None:
    assert areas(expertise(degree=None)).near_misses == (
        NearMiss(evidence="customer-satisfaction", fact="degree", have=None, need="guides-juniors"),
    )


def test_an_area_beside_enough_others_is_no_near_miss() -> None:
    assert areas(expertise(), expertise("customer-trust", reach="none")).near_misses == ()


def test_areas_say_which_ones_count_and_which_would() -> None:
    proof = areas(expertise("stable-operation"), at_least=2)
    assert (proof.which, proof.missing) == (("stable-operation",), ("customer-satisfaction", "customer-trust"))


def test_an_unknown_of_areas_names_the_steps_that_are_not_recorded() -> None:
    proof = areas(expertise(degree=None, reach=None), expertise("customer-trust", degree=None, reach="none"))
    assert proof.would_settle == (
        OpenFact(evidence="customer-satisfaction", fact="degree", about="degree"),
        OpenFact(evidence="customer-satisfaction", fact="reach", about="reach"),
    )
    both = areas(expertise(reach=None), expertise("customer-trust", degree=None))
    assert [(fact.evidence, fact.fact) for fact in both.would_settle] == [
        ("customer-satisfaction", "reach"),
        ("customer-trust", "degree"),
    ]
    one = areas(expertise(reach=None))
    assert one.would_settle == (OpenFact(evidence="customer-satisfaction", fact="reach", about="reach"),)


def test_what_could_be_met_does_not_settle_two_areas_where_one_is_possible() -> None:
    assert areas(expertise(degree=None), at_least=2).verdict is NOT_MET
    assert areas(expertise(degree=None), at_least=2).would_settle == ()


def test_areas_may_be_missing_from_a_list_that_is_not_complete() -> None:
    proof = areas(expertise(degree="knows-basics"), complete=())
    assert (proof.verdict, proof.would_settle) == (UNKNOWN, (open_list("expertise"),))
    assert areas(expertise(), complete=()).verdict is MET
    assert areas(expertise(), complete=()).would_settle == ()


# Kinds of contribution


def kinds(
    *given: Contribution, at_least: int = 2, complete: tuple[str, ...] = ("contributions",), window: int | None = None
) -> Proof:
    asked = Kinds(at_least=at_least, of=KINDS[:4], subject="technique", within_years=window)
    return judge(asked, person(contributions=given, complete=complete), on=ON)


def test_kinds_are_counted_and_not_items() -> None:
    books = [contribution("book", title=f"book {number}") for number in range(5)]
    short = kinds(*books)
    assert (short.verdict, short.have, short.need, short.unit) == (NOT_MET, 1, 2, "kinds")
    assert (short.which, short.missing) == (("book",), ("community", "paper-outside", "paper-inside"))
    enough = kinds(contribution("paper-inside"), *books)
    assert (enough.verdict, enough.have, enough.missing) == (MET, 2, ())
    assert enough.which == ("book", "paper-inside")
    assert enough.counted == (Counted(evidence="book"), Counted(evidence="paper-inside"))


def test_a_kind_outside_the_list_does_not_count() -> None:
    assert kinds(contribution("patent"), contribution("book")).have == 1


@pytest.mark.parametrize(("on", "have"), [("2026-04-01", 1), ("2026-04-02", 0), ("2011-01-01", 1)])
def test_what_is_published_after_the_day_does_not_exist_yet(on: str, have: int) -> None:
    assert kinds(contribution("book", on)).have == have


@pytest.mark.parametrize(("on", "have"), [("2021-04-02", 1), ("2021-04-01", 0)])
def test_a_window_counts_what_was_published_on_its_first_day(on: str, have: int) -> None:
    assert kinds(contribution("book", on), window=5).have == have


def test_kinds_may_be_missing_from_a_list_that_is_not_complete() -> None:
    proof = kinds(contribution("book"), complete=())
    assert (proof.verdict, proof.would_settle) == (UNKNOWN, (open_list("contributions"),))
    assert kinds(contribution("book")).would_settle == ()
    assert kinds(contribution("book"), at_least=1, complete=()).would_settle == ()


# Mentoring, examinations, confirmations


@pytest.mark.parametrize(("since", "verdict"), [("2026-04-01", MET), ("2026-04-02", NOT_MET)])
def test_mentoring_counts_from_its_first_day(since: str, verdict: Verdict) -> None:
    proof = judge(Mentors(), person(mentoring=(mentoring("suzuki", since),)), on=ON)
    assert proof.verdict is verdict
    assert proof.counted == ((Counted(evidence="suzuki"),) if verdict is MET else ())
    assert proof.would_settle == ()


def test_nobody_mentored_is_unknown_where_the_list_may_miss_somebody() -> None:
    proof = judge(Mentors(), person(complete=()), on=ON)
    assert (proof.verdict, proof.would_settle) == (UNKNOWN, (open_list("mentoring"),))


@pytest.mark.parametrize(
    ("examination", "on", "verdict"),
    [
        ("AP", "2026-04-01", MET),
        ("FE", "2000-01-01", MET),
        ("AP", "2026-04-02", NOT_MET),
        ("SC", "2020-01-01", NOT_MET),
    ],
)
def test_an_examination_of_the_list_counts_from_the_day_it_was_passed(
    examination: str, on: str, verdict: Verdict
) -> None:
    asked = Passed(any_of=("AP", "FE"), within_years=None)
    proof = judge(asked, person(qualifications=(qualification(examination, on),)), on=ON)
    assert proof.verdict is verdict
    assert proof.which == ((examination,) if verdict is MET else ())
    assert proof.missing == (() if verdict is MET else ("AP", "FE"))
    assert proof.counted == ((Counted(evidence=examination),) if verdict is MET else ())
    assert proof.would_settle == ()


@pytest.mark.parametrize(("on", "verdict"), [("2021-04-02", MET), ("2021-04-01", NOT_MET)])
def test_an_examination_must_lie_within_the_window(on: str, verdict: Verdict) -> None:
    asked = Passed(any_of=("AP",), within_years=5)
    assert judge(asked, person(qualifications=(qualification("AP", on),)), on=ON).verdict is verdict


def test_an_examination_may_be_missing_from_a_list_that_is_not_complete() -> None:
    proof = judge(Passed(any_of=("AP",), within_years=None), person(complete=()), on=ON)
    assert (proof.verdict, proof.missing, proof.would_settle) == (UNKNOWN, ("AP",), (open_list("qualifications"),))


def confirmed(*words: Any, on: date = ON) -> Proof:
    asked = Confirmed(cell=CELL, circumstances=("whole-team", "customers"))
    return judge(asked, person(confirmations=words), on=on)


def test_the_circumstances_are_confirmed_by_an_assessor_of_that_cell() -> None:
    proof = confirmed(confirmation(CELL))
    assert (proof.verdict, proof.counted) == (MET, (Counted(evidence="tanaka"),))
    assert (proof.which, proof.would_settle) == (("whole-team", "customers"), ())
    assert confirmed(confirmation("itss/v3-2011/customer-service/hardware/4")).verdict is UNKNOWN


def test_silence_on_the_circumstances_is_unknown_and_a_word_would_settle_it() -> None:
    proof = confirmed()
    assert (proof.verdict, proof.counted) == (UNKNOWN, ())
    assert proof.would_settle == (OpenFact(evidence=None, fact="confirmation", about=CELL),)


def test_a_refusal_is_not_met_and_counts_for_nobody() -> None:
    proof = confirmed(confirmation(CELL, "refused"))
    assert (proof.verdict, proof.counted, proof.would_settle) == (NOT_MET, (), ())


def test_the_latest_word_on_the_circumstances_counts() -> None:
    earlier, later = confirmation(CELL, "refused", on="2024-01-01"), confirmation(CELL, by="ito", on="2025-01-01")
    assert confirmed(earlier, later).counted == (Counted(evidence="ito"),)
    assert confirmed(later, earlier).verdict is MET
    assert confirmed(earlier, later, on=date(2024, 12, 31)).verdict is NOT_MET
