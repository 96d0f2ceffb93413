"""What is gathered of areas, contributions, examinations, mentoring and confirmations?"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import pyarrow as pa
import pytest

from kijun.criteria import Areas, Confirmed, Kinds, Passed
from kijun.population.holdings import (
    Named,
    area_bits,
    examination_bits,
    gather_holdings,
    held_areas,
    held_confirmed,
    held_mentoring,
    held_named,
    kind_bits,
    look_up_areas,
)
from kijun.population.places import BITS, Places
from kijun.verdict import MET, NOT_MET, UNKNOWN, Verdict, between
from tests.builders import ON, or_above
from tests.population.by_hand import rows_of, told, words

Row = dict[str, Any]
DEGREE: Final = or_above("guides-juniors", "guides-others")
REACH: Final = or_above("company", "industry")
TOMORROW: Final = date(2026, 4, 2)


def areas(at_least: int, *of: str, reach: bool = True) -> Areas:
    return Areas(at_least=at_least, of=of, degree=DEGREE, reach=REACH if reach else None)


def _look_up(holdings: list[Row], criteria: list[Areas]) -> Any:
    """Return the words of some holdings, numbered in order."""
    nothing = {"area": None, "degree": None, "reach": None}
    numbered = [nothing | {"holding": number} | each for number, each in enumerate(holdings)]
    found = list(look_up_areas(numbered, area_bits(criteria)))
    return words(found or [{"holding": -1, "sure_areas_0": 0, "possible_areas_0": 0}], holding=pa.int32())


def _held(criteria: list[Areas], holdings: list[Row], expertise: list[Row] | None = None) -> list[Row]:
    """Return what is gathered of a person who holds all of it, unless it is said who holds what."""
    look_up = _look_up(holdings, criteria)
    rows = expertise or [{"holding": number} for number in range(len(holdings))]
    held = held_areas(rows_of("expertise", *rows), look_up, on=ON)
    return told(gather_holdings([held]))


@pytest.mark.parametrize(
    ("degree", "reach", "verdict"),
    [
        ("guides-juniors", "company", MET),
        ("guides-others", "industry", MET),
        ("practises", "industry", NOT_MET),
        ("guides-others", "none", NOT_MET),
        (None, "industry", UNKNOWN),
        ("guides-others", None, UNKNOWN),
        (None, None, UNKNOWN),
        ("practises", None, NOT_MET),
        (None, "none", NOT_MET),
    ],
)
def test_an_area_counts_at_its_degree_and_reach(degree: str | None, reach: str | None, verdict: Verdict) -> None:
    found = _held([areas(1, "a")], [{"area": "a", "degree": degree, "reach": reach}])
    both = [(row["sure_areas_0"], row["possible_areas_0"]) for row in found] or [(0, 0)]
    assert between(*map(bool, both[0])) is verdict


def test_where_no_reach_is_asked_none_is_looked_at() -> None:
    (row,) = _held([areas(1, "a", reach=False)], [{"area": "a", "degree": "guides-others"}])
    assert row["sure_areas_0"] == 1


def test_areas_are_told_apart_only_where_more_than_one_is_asked() -> None:
    full = {"degree": "guides-others", "reach": "industry"}
    criteria = [areas(1, "a", "b"), areas(2, "a", "b", "a")]
    assert len(area_bits(criteria)) == 3
    assert [row["sure_areas_0"] for row in _held(criteria, [{"area": "b"} | full])] == [0b101]
    assert [row["sure_areas_0"] for row in _held(criteria, [{"area": "b"} | full, {"area": "a"} | full])] == [0b111]
    assert _held(criteria, [{"area": "c"} | full]) == []


def test_an_area_held_since_tomorrow_is_not_held_yet_and_one_without_a_day_is() -> None:
    held = [{"area": "a", "degree": "guides-others", "reach": "company"}]
    rows = [{"person": n, "since": day} for n, day in enumerate((ON, TOMORROW, None))]
    assert [row["person"] for row in _held([areas(1, "a")], held, rows)] == [0, 2]


def test_areas_that_fill_a_word_go_on_in_the_next() -> None:
    criteria = [areas(1, f"area-{place}") for place in range(BITS + 1)]
    (row,) = _held(criteria, [{"area": f"area-{BITS}", "degree": "guides-others", "reach": "company"}])
    assert (row["sure_areas_0"], row["sure_areas_1"]) == (0, 1)


def _kinds(within_years: int | None, *of: str) -> Kinds:
    return Kinds(at_least=1, of=of, subject="hardware", within_years=within_years)


def _contributed(bits: Places[Named], *rows: Row) -> dict[int, int]:
    kinds = rows_of("kinds", {"kind": 0, "contribution": "book"}, {"kind": 1, "contribution": "patent"})
    done = rows_of("contributions", *rows)
    found = told(gather_holdings([held_named(done, kinds, "kind", "contribution", bits, on=ON)]))
    return {row["person"]: row["kind_0"] for row in found}


def test_five_books_are_one_kind() -> None:
    bits = kind_bits([_kinds(None, "book", "patent"), _kinds(None, "patent", "book")])
    books = [{"person": 0, "kind": 0, "day": date(2020, 1, day)} for day in range(1, 6)]
    assert _contributed(bits, *books, {"person": 1, "kind": 1, "day": ON}) == {0: 0b01, 1: 0b10}


def test_kinds_that_are_not_asked_for_leave_no_row() -> None:
    rows = ({"person": 0, "kind": 1, "day": ON}, {"person": 1, "kind": 0, "day": ON})
    assert _contributed(kind_bits([_kinds(None, "book")]), *rows) == {1: 0b1}


def test_kinds_that_fill_a_word_go_on_in_the_next() -> None:
    bits = kind_bits([_kinds(5, *(f"kind-{place}" for place in range(BITS)), "book")])
    kinds = rows_of("kinds", {"kind": 0, "contribution": "book"}, {"kind": 1, "contribution": "kind-0"})
    rows = [{"person": 0, "kind": 0, "day": ON}, {"person": 1, "kind": 1, "day": ON}]
    found = told(held_named(rows_of("contributions", *rows), kinds, "kind", "contribution", bits, on=ON))
    assert [(row["kind_0"], row["kind_1"]) for row in found] == [(0, 1), (1, 0)]


def test_what_is_done_tomorrow_is_not_done_yet() -> None:
    assert _contributed(kind_bits([_kinds(None, "book")]), {"kind": 0, "day": TOMORROW}) == {}


@pytest.mark.parametrize(
    ("day", "is_month", "counts"),
    [
        (date(2021, 4, 2), False, True),
        (date(2021, 4, 1), False, False),
        (date(2021, 4, 1), True, True),
        (date(2021, 3, 1), True, False),
        (ON, False, True),
    ],
)
def test_within_a_window_a_month_counts_where_one_of_its_days_does(day: date, is_month: bool, counts: bool) -> None:
    bits = kind_bits([_kinds(5, "book"), _kinds(None, "book")])
    done = {"kind": 0, "day": day, "is_day_month": is_month}
    assert _contributed(bits, done) == {0: 0b11 if counts else 0b10}


def test_examinations_are_gathered_by_their_names() -> None:
    bits = examination_bits([Passed(any_of=("AP", "FE"), within_years=None)])
    names = rows_of("examinations", {"examination": 0, "name": "FE"}, {"examination": 1, "name": "SC"})
    rows = [{"person": person, "examination": which, "day": ON} for person, which in ((0, 0), (1, 1))]
    found = told(held_named(rows_of("qualifications", *rows), names, "examination", "name", bits, on=ON))
    assert [(row["person"], row["examination_0"]) for row in found] == [(0, 0b10)]


def test_whoever_mentors_somebody_stands_once() -> None:
    rows = [{"person": 0, "since": ON}, {"person": 0, "since": date(2020, 1, 1)}, {"person": 1, "since": TOMORROW}]
    held = held_mentoring(rows_of("mentoring", *rows), on=ON)
    assert told(gather_holdings([held])) == [{"person": 0, "mentors": 1}]


def _word(decision: str, day: date = ON, until: date | None = None, cell: str = "house/a/b/3") -> Row:
    return {"cell": cell, "decision": decision, "day": day, "until": until}


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ([_word("confirmed")], MET),
        ([_word("refused")], NOT_MET),
        ([], UNKNOWN),
        ([_word("confirmed", TOMORROW)], UNKNOWN),
        ([_word("confirmed", date(2025, 1, 1), until=ON), _word("refused")], NOT_MET),
        ([_word("confirmed", date(2025, 1, 1), until=TOMORROW), _word("refused", TOMORROW)], MET),
        ([_word("confirmed"), _word("refused", until=ON)], MET),
        ([_word("confirmed", cell="house/a/b/3/size")], UNKNOWN),
    ],
)
def test_the_latest_word_on_a_cell_counts(said: list[Row], verdict: Verdict) -> None:
    bits: Places[Confirmed] = Places()
    for part in (None, "complexity"):
        bits.place(Confirmed(cell="house/a/b/3", circumstances=(), part=part))
    other = _word("refused", cell="house/a/b/3/complexity")
    (row,) = told(gather_holdings([held_confirmed(rows_of("confirmations", *said, other), bits, on=ON)]))
    assert row["refused_0"] & 0b10
    assert between(bool(row["confirmed_0"] & 1), not row["refused_0"] & 1) is verdict


def test_what_stands_on_several_lists_stands_in_one_row() -> None:
    holdings = [{"area": "a", "degree": "guides-others", "reach": "company"}]
    expertise = rows_of("expertise", {"person": 0, "holding": 0}, {"person": 2, "holding": 0})
    kinds = rows_of("kinds", {"kind": 0, "contribution": "book"}, {"kind": 1, "contribution": "patent"})
    done = [{"person": person, "kind": kind, "day": ON} for person, kind in ((0, 0), (0, 1), (1, 1))]
    bits = kind_bits([_kinds(None, "book", "patent")])
    held = [
        held_areas(expertise, _look_up(holdings, [areas(1, "a")]), on=ON),
        held_named(rows_of("contributions", *done), kinds, "kind", "contribution", bits, on=ON),
        held_mentoring(rows_of("mentoring", {"person": 0, "since": ON}), on=ON),
    ]
    assert [tuple(row.values()) for row in told(gather_holdings(held))] == [
        (0, 1, 1, 0b11, 1),
        (1, 0, 0, 0b10, 0),
        (2, 1, 1, 0, 0),
    ]
