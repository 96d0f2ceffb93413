"""Which number has a line, counted from the top of its page?"""

from __future__ import annotations

from pathlib import Path

from tests.documents.readers.pdf.making import first_page, typeset


def _numbers(tmp_path: Path, source: str) -> dict[str, int]:
    return {line.text: line.place.line for line in first_page(typeset(tmp_path, source)).lines}


def test_what_stands_at_one_height_has_one_number_over_all_columns(tmp_path: Path) -> None:
    source = "#table(columns: (100pt, 100pt), [左の一\\ 左の二], [右の一\\ 右の二])\n下の文"
    assert _numbers(tmp_path, source) == {"左の一": 1, "左の二": 2, "右の一": 1, "右の二": 2, "下の文": 3}


def test_page_headers_count_and_empty_rows_do_not(tmp_path: Path) -> None:
    source = '#set page(header: "題名")\n一の行\n\n#v(40pt)\n二の行'
    assert _numbers(tmp_path, source) == {"題名": 1, "一の行": 2, "二の行": 3}


def test_a_line_between_two_others_has_a_row_of_its_own(tmp_path: Path) -> None:
    source = "#table(columns: (60pt, 200pt), align: horizon, [レベル２], [一の行\\ 二の行])"
    assert _numbers(tmp_path, source) == {"一の行": 1, "レベル２": 2, "二の行": 3}


def test_a_word_from_top_to_bottom_has_the_number_of_the_row_where_it_begins(tmp_path: Path) -> None:
    source = "上の文\n#table(columns: (30pt, 200pt), [共\\ 通\\ 項\\ 目], [一の行\\ #v(3pt) 二の行])\n下の文"
    assert _numbers(tmp_path, source) == {"上の文": 1, "共通項目": 2, "一の行": 2, "二の行": 3, "下の文": 4}


def test_a_cell_of_a_table_has_the_number_of_its_first_row(tmp_path: Path) -> None:
    source = "題名\n#table(columns: (60pt, 60pt), [レベル２], [], [レベル１], [甲])"
    [grid] = first_page(typeset(tmp_path, source)).grids
    assert [[cell.place.line for cell in row] for row in grid.rows] == [[2, 2], [3, 3]]
