"""Which tables does a page have, and which colours have their cells?"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.readers.pdf.making import colours, drawn, first_page, typeset

_GREEN = "#00ff00"
_CELLS = "[職種], [甲分野], [乙分野], [レベル４], [], [], [レベル３], [], [あり]"


def _chart(tmp_path: Path, how: str) -> list[list[str | None]]:
    return colours(first_page(typeset(tmp_path, f"#table(columns: (60pt, 80pt, 80pt), {how}, {_CELLS})")))


def test_the_cells_of_a_career_chart_know_their_colour(tmp_path: Path) -> None:
    page = first_page(
        typeset(
            tmp_path,
            '#table(columns: (60pt, 80pt, 80pt), fill: (x, y) => if y == 0 { luma(220) } else if x == y { rgb("#00ff00") },'
            "[職種], table.cell(colspan: 2)[甲と乙], [レベル４], [], [], [レベル３], [], [あり])",
        )
    )
    assert [[cell.text for cell in row] for row in page.grids[0].rows] == [
        ["職種", "甲と乙", "甲と乙"],
        ["レベル４", "", ""],
        ["レベル３", "", "あり"],
    ]
    assert colours(page) == [["#dcdcdc"] * 3, [None, _GREEN, None], [None, None, _GREEN]]


@pytest.mark.parametrize(
    ("paint", "colour"),
    [
        ('tiling(size: (4pt, 4pt))[#square(size: 4pt, fill: rgb("#3366ff"))]', "#3366ff"),
        ('gradient.linear(rgb("#33cc66"), rgb("#33cc66"))', "#33cc66"),
        ('rgb("#ffff99")', "#ffff99"),
        ("white", None),
    ],
)
def test_whatever_a_cell_is_painted_with_counts(tmp_path: Path, paint: str, colour: str | None) -> None:
    found = _chart(tmp_path, f"fill: (x, y) => if x == 1 and y == 1 {{ {paint} }}")
    assert found == [[None] * 3, [None, colour, None], [None] * 3]


@pytest.mark.parametrize(
    "stroke",
    [
        '(dash: "dotted", thickness: 0.5pt)',
        '(dash: "dashed", thickness: 0.5pt)',
        "2pt + gray",
        "(x, y) => (top: 1pt, bottom: 1pt, left: if x > 0 { 1pt })",
    ],
)
def test_rules_of_every_kind_make_cells(tmp_path: Path, stroke: str) -> None:
    found = _chart(tmp_path, f'stroke: {stroke}, fill: (x, y) => if x == 2 and y == 1 {{ rgb("{_GREEN}") }}')
    assert found == [[None] * 3, [None, None, _GREEN], [None] * 3]


def test_a_chart_without_rules_is_told_by_its_colours(tmp_path: Path) -> None:
    paint = 'if x == 1 and y == 2 { rgb("#00ff00") } else { luma(240) }'
    found = _chart(tmp_path, f"stroke: none, gutter: 2pt, fill: (x, y) => {paint}")
    assert found == [["#f0f0f0"] * 3, ["#f0f0f0"] * 3, ["#f0f0f0", _GREEN, "#f0f0f0"]]


def test_a_colour_inside_of_a_form_counts(tmp_path: Path) -> None:
    source = '#rotate(0deg, table(columns: 2, fill: (x, y) => if x == 1 { rgb("#00ff00") }, [甲], [乙], [丙], [丁]))'
    assert colours(first_page(typeset(tmp_path, source))) == [[None, _GREEN], [None, _GREEN]]


def test_a_cell_that_spans_rows_is_repeated_in_each(tmp_path: Path) -> None:
    source = "#table(columns: (60pt, 60pt), table.cell(rowspan: 2)[レベル３], [甲], [乙])"
    [grid] = first_page(typeset(tmp_path, source)).grids
    assert [[cell.text for cell in row] for row in grid.rows] == [["レベル３", "甲"], ["レベル３", "乙"]]


def test_drawings_and_cards_with_shadows_are_no_tables(tmp_path: Path) -> None:
    card = "".join(f"0.{shade} g {100 + shade} {100 - shade} 300 200 re f " for shade in range(1, 9))
    arrow = "0 g 450 100 2 200 re S 455 100 2 200 re S 460 100 m 480 200 l 460 300 l f "
    text = "BT /F1 10 Tf 1 0 0 1 150 200 Tm (A card) Tj ET"
    page = first_page(drawn(tmp_path, card + arrow + text))
    assert (page.grids, [line.text for line in page.lines]) == ((), ["A card"])


def test_a_frame_around_text_is_no_table(tmp_path: Path) -> None:
    assert first_page(typeset(tmp_path, "#rect[囲まれた文]")).grids == ()
