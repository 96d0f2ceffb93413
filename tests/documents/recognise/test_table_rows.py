"""Is a row on one line cut into its cells, and every other line left whole?"""

from __future__ import annotations

import pytest

from kijun.documents.printed import Line, Place
from kijun.documents.recognise.headings import find_heading
from kijun.documents.recognise.table_rows import cells_of, has_gap


def _cells(text: str) -> list[tuple[str, str | None, int]]:
    line = Line(text=text, place=Place(line=1))
    return [
        (cell.text, heading.kind if heading else None, cell.place.column)
        for cell, heading in cells_of(line, find_heading(line))
    ]


def test_a_row_is_cut_where_each_cell_shows_what_it_is() -> None:
    assert _cells("●点検\t－順序") == [("●点検", None, 1), ("－順序", None, 5)]
    assert _cells("－順序    レベル２   点検を行うことができる") == [
        ("－順序", None, 1),
        ("レベル２", "level", 8),
        ("点検を行うことができる", None, 15),
    ]


@pytest.mark.parametrize("row", ["レベル６ 点検を率いる", "レベル６：点検を率いる", "レベル６\u3000点検を率いる"])
def test_a_level_may_be_followed_by_its_words(row: str) -> None:
    assert [(words, kind) for words, kind, _ in _cells(row)][:1] == [("レベル６", "level")]
    assert _cells("Level 4 Able to inspect lines")[1:] == [("Able to inspect lines", None, 9)]


@pytest.mark.parametrize(
    "line", ["－順序    点検を行うことができる", "Level 4 of the lines", "レベル６の回線", "\tレベルの高い回線を守る"]
)
def test_any_other_line_stays_whole(line: str) -> None:
    assert [(words.strip(), kind) for words, kind, _ in _cells(line)] == [(line.strip(), None)]


def test_a_name_with_a_gap_holds_words_of_another_cell() -> None:
    assert has_gap("順序    点検を行う")
    assert not has_gap(" Order of  Inspection ")
