"""Do options that stand side by side keep their own words?"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.readers.pdf.making import first_page, typeset, words

_LONG = "□拠点の多い回線を止めずに切り替える作業を続けて行い、"
_FULL = "□" + "広" * 20 + "、"


def _grid(*cells: str, columns: str = "1fr, 1fr", gutter: str = "0pt") -> str:
    inside = ", ".join(f"[{cell}]" for cell in cells)
    return f"#grid(columns: ({columns}), row-gutter: 4pt, column-gutter: {gutter}, {inside})\n"


def test_a_heading_below_options_belongs_to_none_of_them(tmp_path: Path) -> None:
    source = _grid("□甲の条件", "□乙の条件", "□丙の条件は長い", "□丁の条件", "□戊の条件は長い")
    read = words(first_page(typeset(tmp_path, source + "●サイズ\n\n" + "以下の一行は紙の端から端まで続いていく。" * 2)))
    assert [line.split() for line in read[:4]] == [
        ["□甲の条件", "□乙の条件"],
        ["□丙の条件は長い", "□丁の条件"],
        ["□戊の条件は長い"],
        ["●サイズ"],
    ]


@pytest.mark.parametrize("gutter", ["0pt", "8pt", "20pt"])
def test_two_options_that_both_go_on_are_read_one_after_the_other(tmp_path: Path, gutter: str) -> None:
    source = _grid(
        f"{_LONG}甲である", f"{_LONG}乙であって、さらに次の行まで続いていくもの", "□丙", "□丁", gutter=gutter
    )
    read = words(first_page(typeset(tmp_path, source)))
    said = "".join(read).split("□")
    assert said[1:3] == [f"{_LONG[1:]}甲である", f"{_LONG[1:]}乙であって、さらに次の行まで続いていくもの"]
    assert [each.strip() for each in said[3:]] == ["丙", "丁"]


def test_options_without_any_gap_between_them_are_parted_where_their_columns_begin(tmp_path: Path) -> None:
    read = words(first_page(typeset(tmp_path, _grid(f"{_FULL}甲", f"{_FULL}乙", columns="220pt, 220pt"))))
    assert read == [_FULL, "甲", _FULL, "乙"]


def test_boxes_in_a_line_of_text_make_no_columns(tmp_path: Path) -> None:
    source = "□ある □ない □分からない\\ そのどれかを選ぶ"
    assert words(first_page(typeset(tmp_path, source))) == ["□ある □ない □分からない", "そのどれかを選ぶ"]


def test_what_begins_below_with_a_wider_gap_goes_on_with_nothing(tmp_path: Path) -> None:
    source = _grid("□止めずに切り替える回線の作業を甲の国で行う", "□乙の条件で始まり、次の行にまで続いていくものである")
    read = words(first_page(typeset(tmp_path, source + "#v(10pt)\n別の段落")))
    assert read[-1] == "別の段落"
    assert "".join(read[1:-1]) == "□乙の条件で始まり、次の行にまで続いていくものである"


def test_english_options_keep_their_numbers(tmp_path: Path) -> None:
    source = _grid(
        "□Service for 300 or more but less than 5,000 users, or 20 sites",
        "□Service for less than 300 users, and with four or more of the above, or 3 sites",
    )
    read = " ".join(words(first_page(typeset(tmp_path, source))))
    first, second = read.split("□")[1:]
    assert first.strip().endswith("or 20 sites")
    assert second.strip().endswith("or 3 sites")
