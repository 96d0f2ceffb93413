"""Does only that of a record exist which exists on the day of judgement, and is a month without a day taken both ways?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kijun.criteria import Areas, Confirmed, Criterion, Kinds, Mentors, Passed, Recognised
from kijun.evidence import Person
from kijun.judgement import judge
from kijun.judgement.judge import prove
from kijun.judgement.record import has_months, read_record
from kijun.verdict import MET, NOT_MET, Verdict
from tests.builders import (
    ON,
    claim,
    confirmation,
    contribution,
    engagement,
    expertise,
    mentoring,
    once,
    or_above,
    person,
    qualification,
    rooms,
    years,
)

BOOK = Kinds(at_least=1, of=("book",), subject="technique", within_years=None)
LATE_BOOK = Kinds(at_least=1, of=("book",), subject="technique", within_years=5)
AREA = Areas(at_least=1, of=("customer-satisfaction",), degree=or_above("guides-others"), reach=None)
EXAM = Passed(any_of=("AP",), within_years=None)
EQUAL = once(Recognised(as_one_of=frozenset({"x/5"})))
SEEN = Confirmed(cell="x/5", circumstances=())


@pytest.mark.parametrize(("start", "counts"), [("2026-04-01", True), ("2026-04-02", False)])
def test_an_engagement_that_begins_after_the_day_does_not_exist_yet(start: str, counts: bool) -> None:
    proof = judge(years(1), person(engagement("a", start=start, end=None)), on=ON)
    assert [counted.evidence for counted in proof.counted] == (["a"] if counts else [])
    assert proof.days == (1 if counts else 0)


@pytest.mark.parametrize("end", ["2026-04-01", "2026-12-31", None])
def test_what_ends_later_is_cut_at_the_day(end: str | None) -> None:
    proof = judge(years(2), person(engagement("a", start="2024-04-02", end=end)), on=ON)
    assert (proof.have, proof.days) == (2, 0)


def test_what_ended_earlier_is_not_prolonged() -> None:
    assert judge(years(2), person(engagement("a", start="2024-04-02", end="2026-03-31")), on=ON).have == 1


def test_engagements_of_one_project_stand_together_in_the_order_of_the_record() -> None:
    record = read_record(
        person(
            engagement("a"),
            engagement("b"),
            engagement("c", project="a"),
            engagement("d", start="2030-01-01", end=None),
        ),
        ON,
    )
    assert [reading.engagement.id for reading in record.engagements] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("criterion", "record", "loosely", "strictly"),
    [
        (years(3), person(engagement("a", start="2020-04", end="2023-03-31")), MET, NOT_MET),
        (years(3), person(engagement("a", start="2020-04-01", end="2023-03")), MET, NOT_MET),
        (years(3), person(engagement("a", start="2020-03", end="2023-03-31")), MET, MET),
        (once(rooms(at_most=9), within_years=5), person(engagement("a", end="2021-04", sizes={"computer_rooms": 1})), MET, NOT_MET),
        (once(rooms(at_most=9)), person(engagement("a", start="2026-04", end=None, sizes={"computer_rooms": 1})), MET, NOT_MET),
        (BOOK, person(contributions=(contribution("book", "2026-04"),)), MET, NOT_MET),
        (BOOK, person(contributions=(contribution("book", "2026-03"),)), MET, MET),
        (LATE_BOOK, person(contributions=(contribution("book", "2021-04"),)), MET, NOT_MET),
        (Mentors(), person(mentoring=(mentoring(since="2026-04"),)), MET, NOT_MET),
        (AREA, person(expertise=(expertise(since="2026-04"),)), MET, NOT_MET),
        (EQUAL, person(engagement("a", equivalences=(claim("recognised", "x/5", "2026-04"),))), MET, NOT_MET),
        (EXAM, person(qualifications=(qualification("AP", "2026-04"),)), MET, NOT_MET),
    ],
)  # fmt: skip
def test_a_month_is_read_from_its_first_day_or_strictly_the_other_way_round(
    criterion: Criterion, record: Person, loosely: Verdict, strictly: Verdict
) -> None:
    assert has_months(record)
    assert prove(criterion, read_record(record, ON)).verdict is loosely
    assert prove(criterion, read_record(record, ON, is_strict=True)).verdict is strictly


def test_an_engagement_of_one_month_lasts_a_day_when_read_strictly() -> None:
    record = person(engagement("a", start="2024-05", end="2024-05"))
    proof = prove(years(1), read_record(record, ON, is_strict=True))
    assert (proof.have, proof.days) == (0, 1)
    assert prove(years(1), read_record(record, ON)).days == 31


def test_a_month_in_the_future_read_strictly_is_not_cut_into_the_past() -> None:
    record = person(engagement("a", start="2026-03-01", end="2026-12"))
    proof = prove(years(1), read_record(record, ON, is_strict=True))
    assert proof.days == 32


@pytest.mark.parametrize(
    "changes",
    [
        {"engagements": (engagement("a", start="2020-04"),)},
        {"engagements": (engagement("a", end="2023-03"),)},
        {"engagements": (engagement("a", equivalences=(claim("recognised", "x/5", "2025-04"),)),)},
        {"contributions": (contribution("book", "2024-05"),)},
        {"qualifications": (qualification("AP", "2015-06"),)},
        {"mentoring": (mentoring(since="2021-04"),)},
        {"expertise": (expertise(since="2021-04"),)},
        {"confirmations": (confirmation("x/5", on="2025-04"),)},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_a_month_anywhere_in_the_record_is_noticed(changes: dict[str, Any]) -> None:
    assert has_months(replace(person(), **changes))


def test_a_record_of_days_has_no_months() -> None:
    whole = person(
        engagement("a"),
        engagement("b", end=None, equivalences=(claim("claimed", None), claim("refused", None, "2025-04-01"))),
        contributions=(contribution("book"),),
        qualifications=(qualification(),),
        mentoring=(mentoring(),),
        expertise=(expertise(since="2021-04-01"), expertise()),
        confirmations=(confirmation("x/5"),),
    )
    assert not has_months(whole)
    assert not has_months(person())


def test_the_day_of_judgement_decides_what_an_assessor_had_said() -> None:
    record = person(confirmations=(confirmation("x/5", on="2025-04-01"),))
    assert judge(SEEN, record, on=date(2025, 4, 1)).verdict is MET
    assert judge(SEEN, record, on=date(2025, 3, 31)).verdict is not MET


def test_a_list_is_complete_where_the_record_says_so() -> None:
    record = read_record(person(complete=("mentoring",)), ON)
    assert record.is_complete("mentoring")
    assert not record.is_complete("expertise")
