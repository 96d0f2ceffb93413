"""Which cells does a coloured chart fill, and when does it tell nothing?"""

from __future__ import annotations

import itertools

import pytest

from kijun.documents.passage import words_of
from kijun.documents.printed import Grid, GridCell, Place
from kijun.documents.recognise.chart import Chart, doubt_chart, recognise_charts

_GREEN, _BLUE, _GREY, _PALE = "#00ff00", "#3366cc", "#cccccc", "#f2f2f2"
_lines = itertools.count(1)


def _cell(words: str) -> GridCell:
    """Return a cell: its text, and after a bar its colour."""
    text, _, fill = words.partition("|")
    return GridCell(text=text, fill=fill or None, place=Place(line=next(_lines)))


def _grid(*rows: tuple[str, ...]) -> Grid:
    return Grid(rows=tuple(tuple(_cell(words) for words in row) for row in rows))


def _chart(*rows: tuple[str, ...]) -> Chart:
    [chart] = recognise_charts(_grid(*rows))
    return chart


def test_the_coloured_cells_are_those_that_there_are() -> None:
    chart = _chart(
        ("職種", "配線", "配線"),
        ("専門分野", "屋内", "屋外"),
        ("レベル３", "", f"|{_GREEN}"),
        ("レベル２", f"|{_GREEN}", f"|{_GREEN}"),
        ("レベル 1", f"|{_GREEN}", ""),
    )
    assert [words_of(each) for each in chart.fields] == ["屋内", "屋外"]
    assert (chart.levels_of("屋内"), chart.levels_of("屋 外"), chart.levels_of("地下")) == ((1, 2), (2, 3), ())
    assert chart.headed_levels == (3, 2, 1)


def test_two_colours_are_both_a_cell_and_pale_headings_are_none() -> None:
    chart = _chart(
        (f"Specialty Field|{_PALE}", f"Indoor|{_PALE}", f"Outdoor|{_PALE}"),
        (f"Level 2|{_PALE}", f"|{_BLUE}", "|#ffffff"),
        (f"Level 1|{_PALE}", f"|{_GREEN}", f"|{_PALE}"),
    )
    assert (chart.levels_of("Indoor"), chart.levels_of("Outdoor")) == ((1, 2), ())


def test_a_mark_tells_as_much_as_a_colour() -> None:
    chart = _chart(("専門分野", "屋内"), ("レベル２", "○"), ("レベル１", ""))
    assert chart.levels_of("屋内") == (2,)


def test_a_category_without_fields_has_one_column_with_a_dash() -> None:
    chart = _chart(("専門分野", "－"), ("レベル３", ""), ("レベル２", f"|{_GREEN}"), ("レベル１", f"|{_GREEN}"))
    assert (chart.levels_of("－"), chart.levels_of("配線")) == ((1, 2), (1, 2))


def test_levels_may_head_the_columns() -> None:
    chart = _chart(
        ("専門分野", "レベル１", "レベル２"),
        ("屋内", f"|{_GREEN}", ""),
        ("屋外", f"|{_GREEN}", f"|{_GREEN}"),
    )
    assert (chart.levels_of("屋内"), chart.levels_of("屋外")) == ((1,), (1, 2))


def test_levels_may_stand_beside_a_heading_that_spans_them_and_fields_span_columns() -> None:
    side, wide = _cell("達成度"), _cell("屋内")
    rows = [
        (side, _cell("専門分野"), wide, wide, _cell("屋外")),
        (side, _cell("レベル2"), _cell(""), _cell(f"|{_GREEN}"), _cell("")),
        (side, _cell("レベル1"), _cell(""), _cell(""), _cell(f"|{_GREEN}")),
    ]
    [chart] = recognise_charts(Grid(rows=tuple(rows)))
    assert (chart.levels_of("屋内"), chart.levels_of("屋外")) == ((2,), (1,))
    assert [words_of(each) for each in chart.fields] == ["屋内", "屋外"]


@pytest.mark.parametrize(
    "rows",
    [
        (("専門分野", "屋内"), ("レベル２", f"|{_GREEN}"), ("レベル１", f"|{_GREEN}")),
        (("専門分野", "屋内"), ("レベル２", f"|{_GREEN}"), ("レベル１", f"|{_BLUE}")),
        ((f"専門分野|{_GREY}", f"屋内|{_GREY}"), (f"レベル２|{_GREY}", f"|{_GREY}"), (f"レベル１|{_GREY}", "")),
        (("レベル２", f"|{_GREEN}"), ("レベル１", "")),
        (("専門分野", "屋内", ""), ("レベル２", "", f"|{_GREEN}"), ("レベル１", "", "")),
    ],
)
def test_a_chart_that_does_not_tell_which_cells_there_are_is_asked_about(rows: tuple[tuple[str, ...], ...]) -> None:
    grid = _grid(*rows)
    assert (recognise_charts(grid), doubt_chart(grid) is None) == ((), False)


@pytest.mark.parametrize(
    "rows",
    [
        (("専門分野", "屋内"), ("レベル２", ""), ("レベル１", "")),
        (("凡例", "定義あり"), (f"|{_GREEN}", "あり")),
        (("専門分野", "屋内"), ("レベル２", f"|{_GREEN}")),
        ((),),
    ],
)
def test_a_table_without_colours_or_levels_is_no_chart_and_nothing_is_asked(rows: tuple[tuple[str, ...], ...]) -> None:
    grid = _grid(*rows)
    assert (recognise_charts(grid), doubt_chart(grid)) == ((), None)
