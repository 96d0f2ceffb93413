"""Which level does a person reach in a field, and which holes are below it?"""

from __future__ import annotations

import pytest

from kijun.judgement import CellJudgement, levels
from kijun.verdict import MET, NOT_MET, UNKNOWN, Verdict
from tests.builders import V3_2011, cell
from tests.people import FACILITY, HARDWARE

FIELD = f"{V3_2011}/{HARDWARE}"
MARKS = {"m": MET, "n": NOT_MET, "?": UNKNOWN}


def judged(below: str, verdict: Verdict) -> CellJudgement:
    return CellJudgement(cell=cell(below), verdict=verdict, parts={}, minimum_by_examination=None)


def field(marks: str) -> dict[str, CellJudgement]:
    """Return a field whose cells 3, 4, 5, 6 came out as the marks say, in no order, beside another field all met."""
    hardware = [judged(f"{HARDWARE}/{level}", MARKS[mark]) for level, mark in zip((3, 4, 5, 6), marks, strict=True)]
    others = [judged(f"{FACILITY}/{level}", MET) for level in (3, 4, 5, 6)]
    return {each.cell.indicator.path: each for each in (*reversed(hardware), *others)}


@pytest.mark.parametrize(
    ("marks", "met", "possible", "holes", "unsure"),
    [
        ("nnnn", None, None, (), ()),
        ("mnnn", 3, 3, (), ()),
        ("mmmm", 6, 6, (), ()),
        ("nnmn", 5, 5, (3, 4), ()),
        ("n?mn", 5, 5, (3,), (4,)),
        ("mn?n", 3, 5, (), ()),
        ("??nn", None, 4, (), ()),
        ("?nm?", 5, 6, (4,), (3,)),
        ("nnn?", None, 6, (), ()),
    ],
)
def test_each_cell_stands_by_itself_and_its_holes_are_shown(
    marks: str, met: int | None, possible: int | None, holes: tuple[int, ...], unsure: tuple[int, ...]
) -> None:
    reached = levels(FIELD, field(marks))
    assert (reached.field, reached.highest_met, reached.highest_possible) == (FIELD, met, possible)
    assert (reached.holes, reached.unknown_holes) == (holes, unsure)


@pytest.mark.parametrize(
    ("marks", "met", "possible"),
    [
        ("nmmm", None, None),
        ("mnmm", 3, 3),
        ("m?mm", 3, 6),
        ("?mmn", None, 5),
        ("mmmm", 6, 6),
        ("mm?n", 4, 5),
    ],
)
def test_a_ladder_stops_below_the_first_cell_that_is_missed(marks: str, met: int | None, possible: int | None) -> None:
    reached = levels(FIELD, field(marks), is_ladder=True)
    assert (reached.highest_met, reached.highest_possible) == (met, possible)
    assert (reached.holes, reached.unknown_holes) == ((), ())


def test_a_field_without_cells_has_no_level() -> None:
    reached = levels("itss/v3-2011/sales/none", field("mmmm"))
    assert (reached.highest_met, reached.highest_possible) == (None, None)
