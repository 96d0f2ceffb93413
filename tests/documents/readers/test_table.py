from __future__ import annotations

from kijun.documents.printed import GridCell, Place
from kijun.documents.readers.table import TableBuilder


def _cell(text: str) -> GridCell:
    return GridCell(text=text, fill=None, place=Place(line=1))


def _words(builder: TableBuilder) -> list[str]:
    grid = builder.grid()
    assert grid
    return ["".join(cell.text for cell in row) for row in grid.rows]


def test_a_cell_that_reaches_down_keeps_its_columns_in_the_rows_below() -> None:
    builder = TableBuilder()
    builder.start_row()
    builder.add(_cell("a"), rows=3)
    builder.add(_cell("b"), columns=2)
    builder.start_row()
    builder.add(_cell("c"), rows=2)
    builder.add(_cell("d"))
    builder.start_row()
    builder.add(_cell("e"))
    assert _words(builder) == ["abb", "acd", "ace"]


def test_a_cell_that_reaches_below_the_last_row_makes_none() -> None:
    builder = TableBuilder()
    builder.add(_cell("a"), rows=9)
    assert _words(builder) == ["a"]


def test_a_cell_that_goes_on_is_the_one_above() -> None:
    builder = TableBuilder()
    for row in (("a", "b"), ("", "c")):
        builder.start_row()
        for text in row:
            builder.add(_cell(text)) if text else builder.go_on()
    assert _words(builder) == ["ab", "ac"]


def test_a_table_without_a_cell_is_none() -> None:
    builder = TableBuilder()
    builder.start_row()
    builder.go_on()
    assert builder.grid() is None


def test_a_table_with_too_many_cells_is_none() -> None:
    builder = TableBuilder()
    for _ in range(600):
        builder.start_row()
        builder.add(_cell("a"), columns=1_000)
    assert builder.grid() is None
