"""Does a cell know where each of its parts is printed, and what of it is not examined?"""

from __future__ import annotations

import pytest

from tests.framework.small import alpha, indicator


@pytest.mark.parametrize(
    ("below", "line"),
    [
        ("responsibility", 11),
        ("responsibility/at_least", 11),
        ("size/1", 13),
        ("size/2/customers/reach", 14),
        ("size", 13),
        ("size/3", 30),
        ("mentoring", 30),
        ("", 30),
        ("si", 30),
    ],
)
def test_a_place_is_its_own_or_the_nearest_above_or_the_first_below_or_the_cells(below: str, line: int) -> None:
    assert indicator(alpha(3)).cited(below).line == line


def test_a_part_is_cited_where_it_is_printed_and_the_minimum_by_examination_at_the_note() -> None:
    cell = indicator(alpha(3))
    assert cell.cited_part("responsibility") == cell.cited("responsibility")
    assert cell.cited_part("minimum_by_examination") == cell.cited("exam")


def test_a_cell_knows_its_field() -> None:
    assert indicator(alpha(3)).field_path == "acme/1/service/alpha"


def test_the_circumstances_of_all_clauses_are_those_of_the_cell() -> None:
    complexity = {**alpha(3)["complexity"], "circumstances": [{"kind": "leads", "of": []}]}
    cell = indicator(alpha(3, complexity=complexity))
    assert [(each.kind, each.of) for each in cell.circumstances()] == [
        ("leads", ("team",)),
        ("leads", ()),
        ("leads", ("team",)),
    ]
    bare = indicator(alpha(3, responsibility=None, complexity=None, size_clause=None))
    assert bare.circumstances() == ()
