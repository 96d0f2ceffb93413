"""What is gathered of areas, contributions, examinations, mentoring and confirmations?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

import pyarrow as pa
import pytest

from kijun.criteria import AllOf, Areas, Confirmed, Kinds, Mentors, Passed
from kijun.population.blocks import block_of
from kijun.population.both import HOW
from kijun.population.holdings import (
    AreaWord,
    Named,
    any_areas,
    area_name,
    areas_apart,
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
from kijun.population.side_by_side import SideBySide, side_by_side
from kijun.verdict import MET, NOT_MET, UNKNOWN, Verdict, between
from tests.builders import ON, once, or_above, rooms
from tests.population.by_hand import block_asking, cell_of, rows_of, told, words

Row = dict[str, Any]
DEGREE: Final = or_above("guides-juniors", "guides-others")
REACH: Final = or_above("company", "industry")
TOMORROW: Final = date(2026, 4, 2)


def areas(at_least: int, *of: str, reach: bool = True) -> Areas:
    return Areas(at_least=at_least, of=of, degree=DEGREE, reach=REACH if reach else None)


def _any(*criteria: Areas) -> AreaWord:
    """Return the word of criteria for which any one area is enough, each asked by a cell of its own."""
    (word,) = any_areas(block_asking(*criteria)).values()
    return word


def _layout(widths: dict[str, int]) -> SideBySide:
    return side_by_side("held", widths)


def _layout_of(area_words: Sequence[AreaWord], **others: int) -> SideBySide:
    return _layout({f"{how}_{word.name}": word.width for word in area_words for how in HOW} | others)


def _look_up(holdings: list[Row], area_words: Sequence[AreaWord]) -> Any:
    """Return the words of some holdings, numbered in order."""
    nothing = {"area": None, "degree": None, "reach": None}
    numbered = [nothing | {"holding": number} | each for number, each in enumerate(holdings)]
    nobody = {"holding": -1} | {f"{how}_{word.name}": 0 for word in area_words for how in HOW}
    return words([nobody, *look_up_areas(numbered, area_words)], holding=pa.int32())


def _held(area_words: Sequence[AreaWord], holdings: list[Row], expertise: list[Row] | None = None) -> list[Row]:
    """Return what is gathered of a person who holds all of it, unless it is said who holds what."""
    look_up, layout = _look_up(holdings, area_words), _layout_of(area_words)
    rows = expertise or [{"holding": number} for number in range(len(holdings))]
    held = held_areas(rows_of("expertise", *rows), look_up, on=ON)
    return _read(gather_holdings([held], layout), layout)


def _read(gathered: Any, layout: SideBySide) -> list[Row]:
    assert gathered.columns == ("person", *layout.names)
    return told(gathered.select("person", **layout.read(gathered)))


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
@pytest.mark.parametrize("area_words", [(_any(areas(1, "a", "b")),), areas_apart([areas(2, "a", "b")])])
def test_an_area_counts_at_its_degree_and_reach(
    area_words: tuple[AreaWord, ...], degree: str | None, reach: str | None, verdict: Verdict
) -> None:
    (word,) = area_words
    found = _held(area_words, [{"area": "a", "degree": degree, "reach": reach}])
    both = [(row[f"sure_{word.name}"], row[f"possible_{word.name}"]) for row in found] or [(0, 0)]
    assert between(*map(bool, both[0])) is verdict


def test_where_no_reach_is_asked_none_is_looked_at() -> None:
    word = _any(areas(1, "a", reach=False))
    (row,) = _held([word], [{"area": "a", "degree": "guides-others"}])
    assert row[f"sure_{word.name}"] == 1


FULL: Final = {"degree": "guides-others", "reach": "industry"}


def test_where_any_one_area_is_enough_each_cell_that_asks_has_the_bit_of_its_place() -> None:
    block = block_asking(areas(1, "a", "b"), Mentors(), areas(1, "b"), areas(1, "a", "b"), areas(2, "a", "b"))
    ((plane, word),) = any_areas(block).items()
    assert (word.name, sorted(word.of), word.width) == (area_name(block, plane), [0, 2, 3], 4)
    held = {area: _held([word], [{"area": area} | FULL]) for area in ("a", "b", "c")}
    assert [[row[f"sure_{word.name}"] for row in rows] for rows in held.values()] == [[0b1001], [0b1101], []]


def test_each_plane_of_a_block_that_asks_for_areas_has_a_word_of_its_own() -> None:
    both = AllOf(of=(areas(1, "a"), areas(1, "b")))
    block = block_of(
        "block_7", {"c0": cell_of(complexity=once(rooms(1)), expertise=both), "c1": cell_of(expertise=areas(1, "b"))}
    )
    found = any_areas(block)
    one, two = found.values()
    assert [word.name for word in found.values()] == [f"areas_of_block_7_{plane}" for plane in found]
    assert len({word.name for word in found.values()}) == 2
    assert all(block.asked[plane].keys() >= word.of.keys() for plane, word in found.items())
    (row,) = _held([one, two], [{"area": "b"} | FULL])
    assert (row[f"sure_{one.name}"], row[f"sure_{two.name}"]) == (0b10, 0b01)


def test_a_block_that_asks_for_no_area_has_no_word_of_them() -> None:
    assert any_areas(block_asking(once(rooms(1)), Mentors(), areas(2, "a", "b"))) == {}


def test_areas_are_told_apart_only_where_it_is_not_one_that_is_asked() -> None:
    (word,) = areas_apart([areas(1, "a", "b"), areas(2, "a", "b", "a"), areas(2, "b", "c")])
    assert word.width == 4
    found = [_held([word], [{"area": area} | FULL]) for area in ("a", "b", "c", "d")]
    assert [[row[f"possible_{word.name}"] for row in rows] for rows in found] == [[0b0001], [0b0110], [0b1000], []]
    (both,) = _held([word], [{"area": "a"} | FULL, {"area": "b"} | FULL])
    assert both[f"sure_{word.name}"] == 0b0111


def test_where_one_area_of_some_is_enough_none_is_told_apart() -> None:
    assert areas_apart([areas(1, "a", "b"), areas(1, "c")]) == ()
    assert areas_apart([]) == ()


@pytest.mark.parametrize(
    ("beyond", "widths"), [(-1, [BITS - 1]), (0, [BITS]), (1, [BITS, 1]), (BITS + 1, [BITS, BITS, 1])]
)
def test_areas_told_apart_that_fill_a_word_go_on_in_the_next(beyond: int, widths: list[int]) -> None:
    names = [f"area-{place}" for place in range(BITS + beyond)]
    area_words = areas_apart([areas(len(names) - 1, *names[:-1]), areas(3, names[-1])])
    assert [word.width for word in area_words] == widths
    (row,) = _held(area_words, [{"area": names[-1]} | FULL])
    *before, last = (row[f"sure_{word.name}"] for word in area_words)
    assert ({*before}, last) == ({0} if before else set(), 1 << widths[-1] - 1)
    (everything,) = _held(area_words, [{"area": name} | FULL for name in names])
    assert [everything[f"possible_{word.name}"] for word in area_words] == [(1 << width) - 1 for width in widths]


def test_a_holding_that_is_nowhere_asked_for_has_no_words() -> None:
    holdings = [
        {"holding": 4, "area": "a"} | FULL,
        {"holding": 6, "area": "b"} | FULL,
        {"holding": 8, "area": "c"} | FULL,
    ]
    own, apart = area_words = [_any(areas(1, "a")), *areas_apart([areas(2, "c", "d")])]
    nothing = {f"{how}_{word.name}": 0 for word in area_words for how in HOW}
    assert list(look_up_areas(holdings, area_words)) == [
        nothing | {"holding": 4, f"sure_{own.name}": 1, f"possible_{own.name}": 1},
        nothing | {"holding": 8, f"sure_{apart.name}": 1, f"possible_{apart.name}": 1},
    ]
    assert list(look_up_areas(holdings, [])) == []


def test_an_area_held_since_tomorrow_is_not_held_yet_and_one_without_a_day_is() -> None:
    held = [{"area": "a", "degree": "guides-others", "reach": "company"}]
    rows = [{"person": n, "since": day} for n, day in enumerate((ON, TOMORROW, None))]
    assert [row["person"] for row in _held([_any(areas(1, "a"))], held, rows)] == [0, 2]


def _kinds(within_years: int | None, *of: str) -> Kinds:
    return Kinds(at_least=1, of=of, subject="hardware", within_years=within_years)


def _contributed(bits: Places[Named], *rows: Row) -> dict[int, int]:
    kinds = rows_of("kinds", {"kind": 0, "contribution": "book"}, {"kind": 1, "contribution": "patent"})
    done = rows_of("contributions", *rows)
    layout = _layout({"kind_0": bits.width(0)})
    found = _read(gather_holdings([held_named(done, kinds, "kind", "contribution", bits, on=ON)], layout), layout)
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
    layout = _layout({"mentors": 1})
    assert _read(gather_holdings([held], layout), layout) == [{"person": 0, "mentors": 1}]


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
    layout = _layout({"confirmed_0": 2, "refused_0": 2})
    held = held_confirmed(rows_of("confirmations", *said, other), bits, on=ON)
    (row,) = _read(gather_holdings([held], layout), layout)
    assert row["refused_0"] & 0b10
    assert between(bool(row["confirmed_0"] & 1), not row["refused_0"] & 1) is verdict


def _several() -> tuple[list[Any], dict[str, int]]:
    """Return an area, kinds, and mentoring of three people, and how wide the words of them are."""
    word = _any(areas(1, "a"))
    holdings: list[Row] = [{"area": "a", "degree": "guides-others", "reach": "company"}]
    expertise = rows_of("expertise", {"person": 0, "holding": 0}, {"person": 2, "holding": 0})
    kinds = rows_of("kinds", {"kind": 0, "contribution": "book"}, {"kind": 1, "contribution": "patent"})
    done = [{"person": person, "kind": kind, "day": ON} for person, kind in ((0, 0), (0, 1), (1, 1))]
    bits = kind_bits([_kinds(None, "book", "patent")])
    held = [
        held_areas(expertise, _look_up(holdings, [word]), on=ON),
        held_named(rows_of("contributions", *done), kinds, "kind", "contribution", bits, on=ON),
        held_mentoring(rows_of("mentoring", {"person": 0, "since": ON}), on=ON),
    ]
    return held, {f"sure_{word.name}": 1, f"possible_{word.name}": 1, "kind_0": 2, "mentors": 1}


@pytest.mark.parametrize(("wider", "columns"), [(0, 1), (BITS - 5, 1), (BITS - 4, 2)])
@pytest.mark.parametrize("place", range(5))
def test_what_stands_on_several_lists_stands_in_one_row_of_as_few_columns_as_hold_it(
    place: int, wider: int, columns: int
) -> None:
    held, widths = _several()
    before = list(widths.items())
    layout = _layout(dict([*before[:place], ("examination_0", wider), *before[place:]]))
    assert len(layout.names) == columns
    found = [tuple(row[name] for name in ("person", *widths)) for row in _read(gather_holdings(held, layout), layout)]
    assert found == [(0, 1, 1, 0b11, 1), (1, 0, 0, 0b10, 0), (2, 1, 1, 0, 0)]


def test_words_that_fill_their_columns_touch_no_other() -> None:
    names = [f"area-{place}" for place in range(2 * BITS)]
    word = _any(areas(1, names[0]))
    area_words = [word, *areas_apart([areas(9, *names)])]
    layout = _layout_of(area_words, mentors=1)
    holdings = [{"area": name} | FULL for name in names]
    expertise = [{"person": n % 2, "holding": n} for n in range(len(names))]
    held = held_areas(rows_of("expertise", *expertise), _look_up(holdings, area_words), on=ON)
    mentoring = held_mentoring(rows_of("mentoring", {"person": 1, "since": ON}), on=ON)
    even, odd = _read(gather_holdings([held, mentoring], layout), layout)
    every_other = sum(1 << bit for bit in range(0, BITS, 2))
    assert [even[name] for name in (f"sure_{word.name}", "sure_areas_apart_0", "sure_areas_apart_1", "mentors")] == [
        1,
        every_other,
        every_other,
        0,
    ]
    assert [odd[name] for name in (f"sure_{word.name}", "sure_areas_apart_0", "sure_areas_apart_1", "mentors")] == [
        0,
        every_other << 1,
        every_other << 1,
        1,
    ]
