"""In which order are the lines of a page read, and where does one end?"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from tests.documents.readers.pdf.making import first_page, typeset, words

_FULL = "この段の文は幅いっぱいに書かれ、行の終わりで折り返して次の行へと進みます。"


def test_a_table_is_read_row_by_row(tmp_path: Path) -> None:
    page = first_page(
        typeset(tmp_path, "#table(columns: (60pt, 90pt), [職種], [甲の職種], [分野], [乙の分野])\n下の文")
    )
    assert words(page) == ["職種", "甲の職種", "分野", "乙の分野", "下の文"]
    assert [line.after for line in page.lines[1:]] == ["block"] * 4


def test_the_lines_of_a_cell_stay_together(tmp_path: Path) -> None:
    page = first_page(typeset(tmp_path, "#table(columns: (80pt, 80pt), [一の行\\ 二の行], [三の行\\ 四の行])"))
    assert words(page) == ["一の行", "二の行", "三の行", "四の行"]
    assert [line.after for line in page.lines] == ["blank", "line", "block", "line"]


def test_what_stands_beside_a_table_is_read_after_it(tmp_path: Path) -> None:
    source = "#grid(columns: (1fr, 1fr), table(columns: (60pt, 60pt), [職種], [甲], [分野], [乙]), [右の説明\\ その二行目])\n"
    assert words(first_page(typeset(tmp_path, source + "下の文"))) == [
        *("職種", "甲", "分野", "乙"),
        *("右の説明", "その二行目", "下の文"),
    ]


def test_columns_of_running_text_are_read_one_after_the_other(tmp_path: Path) -> None:
    source = f"#set page(columns: 2)\n左。{_FULL * 3}\n#colbreak()\n右。{_FULL * 3}"
    read = "".join(words(first_page(typeset(tmp_path, source))))
    assert read == f"左。{_FULL * 3}右。{_FULL * 3}"


def test_a_rule_between_two_lists_makes_columns_of_them(tmp_path: Path) -> None:
    source = """#place(dx: 200pt, line(angle: 90deg, length: 60pt, stroke: (dash: "dash-dotted")))
#grid(columns: (210pt, 210pt), row-gutter: 6pt, [●甲], [●丙], [甲の項目], [丙の項目], [●乙], [●丁])"""
    assert words(first_page(typeset(tmp_path, source))) == ["●甲", "甲の項目", "●乙", "●丙", "丙の項目", "●丁"]


def test_labels_are_read_with_the_lines_beside_them(tmp_path: Path) -> None:
    source = """#grid(columns: (120pt, 200pt), row-gutter: 6pt,
[●甲の技術], [－甲の一\\ －甲の二], [●乙の技術], [－乙の一], [●丙の技術], [－丙の一\\ －丙の二])"""
    assert words(first_page(typeset(tmp_path, source))) == [
        *("●甲の技術", "－甲の一", "－甲の二"),
        *("●乙の技術", "－乙の一"),
        *("●丙の技術", "－丙の一", "－丙の二"),
    ]


def test_labels_in_one_cell_are_read_with_the_lines_in_the_next(tmp_path: Path) -> None:
    source = """#table(columns: (100pt, 100pt, 60pt, 180pt),
table.cell(rowspan: 2)[●甲の技術\\ \\ \\ ●乙の技術], table.cell(rowspan: 2)[－甲の一\\ －甲の二\\ \\ －乙の一],
[レベル３], [三の説明\\ その続き\\ さらに], [レベル２], [二の説明\\ その続き])"""
    assert words(first_page(typeset(tmp_path, source))) == [
        *("●甲の技術", "－甲の一", "－甲の二", "●乙の技術", "－乙の一"),
        *("レベル３", "三の説明", "その続き", "さらに"),
        *("レベル２", "二の説明", "その続き"),
    ]


def test_a_level_without_words_takes_none_of_another(tmp_path: Path) -> None:
    source = """#table(columns: (100pt, 60pt, 200pt), table.cell(rowspan: 3)[●甲の技術\\ －甲の一],
[レベル５], [], [レベル４], [四の説明], [レベル３], [])"""
    assert words(first_page(typeset(tmp_path, source))) == [
        *("●甲の技術", "－甲の一"),
        *("レベル５", "レベル４", "四の説明", "レベル３"),
    ]


def test_two_cells_with_options_are_not_mixed(tmp_path: Path) -> None:
    source = "#table(columns: (1fr, 1fr), [□甲の一\\ □甲の二], [□乙の一\\ □乙の二])"
    assert words(first_page(typeset(tmp_path, source))) == ["□甲の一", "□甲の二", "□乙の一", "□乙の二"]


def test_options_side_by_side_keep_what_was_wrapped(tmp_path: Path) -> None:
    source = """#grid(columns: (170pt, 170pt), row-gutter: 6pt, column-gutter: 10pt,
[□甲の長い条件がここから次の行まで続いていくもの], [□乙の条件], [□丙の条件], [□丁の条件])
続きの文はここからです。"""
    read = words(first_page(typeset(tmp_path, source)))
    assert "".join(read[:2]) == "□甲の長い条件がここから次の行まで続いていくもの"
    assert read[2:] == ["□乙の条件", "□丙の条件", "□丁の条件", "続きの文はここからです。"]


def test_one_line_with_a_wide_gap_keeps_it_as_blanks(tmp_path: Path) -> None:
    [line] = words(first_page(typeset(tmp_path, "□甲の条件 #h(60pt) □乙の条件")))
    before, after = line.split("   ", maxsplit=1)
    assert (before, after.strip()) == ("□甲の条件", "□乙の条件")


def test_names_and_values_without_rules_stay_on_their_lines(tmp_path: Path) -> None:
    source = (
        "#grid(columns: (80pt, 200pt), row-gutter: 6pt, [職種], [甲の職種], [専門分野], [乙の分野], [レベル], [４])"
    )
    assert [line.split() for line in words(first_page(typeset(tmp_path, source)))] == [
        ["職種", "甲の職種"],
        ["専門分野", "乙の分野"],
        ["レベル", "４"],
    ]


def test_a_word_from_top_to_bottom_is_one_line(tmp_path: Path) -> None:
    source = "#table(columns: (30pt, 200pt), [共\\ 通\\ 項\\ 目], [本文の一行目\\ その二行目])"
    assert words(first_page(typeset(tmp_path, source))) == ["共通項目", "本文の一行目", "その二行目"]


def test_a_word_that_is_set_wide_open_is_one_word(tmp_path: Path) -> None:
    assert words(first_page(typeset(tmp_path, "#align(center)[概#h(30pt)要]"))) == ["概要"]


def test_a_table_inside_a_cell_is_read_there(tmp_path: Path) -> None:
    source = "#table(columns: (80pt, 200pt), [左], table(columns: (60pt, 60pt), [甲], [乙], [丙], [丁]), [下], [末])"
    page = first_page(typeset(tmp_path, source))
    assert words(page) == ["左", "甲", "乙", "丙", "丁", "下", "末"]
    assert len(page.grids) == 2


def test_every_line_knows_its_page_its_number_and_its_box(tmp_path: Path) -> None:
    page = first_page(typeset(tmp_path, "一の行\n\n二の行"))
    assert [(line.place.page, line.place.line) for line in page.lines] == [(1, 1), (1, 2)]
    boxes = [line.place.box for line in page.lines if line.place.box]
    assert all(one[3] <= other[1] and one[0] == other[0] == 30.0 for one, other in pairwise(boxes))


def test_a_wider_gap_between_lines_is_said(tmp_path: Path) -> None:
    source = "一の行\\ 二の行\\ 三の行#v(30pt)四の行"
    assert [line.after for line in first_page(typeset(tmp_path, source)).lines] == ["blank", "line", "line", "blank"]
