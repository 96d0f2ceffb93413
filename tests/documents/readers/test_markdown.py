from __future__ import annotations

from pathlib import Path

from tests.documents.readers.reading import cells, pages_of, places, texts


def read(folder: Path, text: str) -> list[str]:
    return texts(pages_of(folder, "a.md", text))


def test_marks_of_blocks_are_dropped_and_places_are_those_of_the_words(tmp_path: Path) -> None:
    text = "# 受付 #\n本文\n続き\n\n次\n\n- 項目\n  - 内側\n> 引用\n1. 番号\n見出し\n---\n後\n"
    assert places(pages_of(tmp_path, "a.md", text)) == [
        *((1, 3, "block", "受付"), (2, 1, "block", "本文"), (3, 1, "line", "続き"), (5, 1, "blank", "次")),
        *((7, 3, "block", "項目"), (8, 5, "block", "内側"), (9, 3, "line", "引用"), (10, 1, "block", "1. 番号")),
        *((11, 1, "line", "見出し"), (13, 1, "block", "後")),
    ]


def test_a_sign_that_is_printed_behind_the_mark_of_a_list_stays(tmp_path: Path) -> None:
    assert read(tmp_path, "- ・受付\n- －窓口\nー案内\n- - 夜間\n### ●責任性\n") == [
        "・受付",
        "－窓口",
        "ー案内",
        "- 夜間",
        "●責任性",
    ]


def test_every_kind_of_check_box_is_a_box(tmp_path: Path) -> None:
    text = '- [ ] 夜間\n- [x] 終日\n☐ 昼\n☑朝 [ ] 夕\n<input type="checkbox">夜\n'
    assert read(tmp_path, text) == ["□ 夜間", "□ 終日", "□ 昼", "□朝 □ 夕", "□夜"]


def test_marks_inside_a_line_are_dropped_where_they_are_marks(tmp_path: Path) -> None:
    text = "**強い**と*斜め*と__太い__と`字`と~~線~~\n5*3*2 と a_b_c と 2 * 3\n\\*星\\* [文](https://a.test) ![絵](b.png)終\n"
    assert read(tmp_path, text) == ["強いと斜めと__太い__と字と線", "5*3*2 と a_b_c と 2 * 3", "*星* 文 終"]


def test_html_on_one_line_is_read_with_columns_of_the_file(tmp_path: Path) -> None:
    text = '# 受付\n<p><b>【貢献】</b></p> <p>●<b>責任性</b> 窓口</p> <p><input type="checkbox"/>夜間&nbsp;&nbsp;<input type="checkbox"/>終日</p>\n'
    assert places(pages_of(tmp_path, "a.txt", text + "<b>x</b>")) == [
        *(
            (1, 3, "block", "受付"),
            (2, 7, "block", "【貢献】"),
            (2, 23, "block", "●責任性 窓口"),
            (2, 45, "block", "□夜間"),
        ),
        *((2, 83, "line", "□終日"), (3, 4, "block", "x")),
    ]


def test_tabs_and_runs_of_blanks_stay(tmp_path: Path) -> None:
    assert read(tmp_path, "分野\t窓口    レベル5\t\t\n") == ["分野\t窓口    レベル5"]


def test_a_table_gives_cells_that_are_blocks(tmp_path: Path) -> None:
    (page,) = pages_of(tmp_path, "a.md", "前\n\n| 分野 | 窓\\|口 |\n|:---|---:|\n| **4** | 有<br>無 |\n5|\n\n後 | 後\n")
    assert cells(page) == [[("分野", None), ("窓|口", None)], [("4", None), ("有\n無", None)], [("5", None)]]
    assert places([page])[1:4] == [(3, 3, "block", "分野"), (3, 8, "block", "窓|口"), (5, 5, "block", "4")]
    assert texts([page])[-1] == "後 | 後"


def test_a_table_in_html_keeps_its_colours(tmp_path: Path) -> None:
    (page,) = pages_of(
        tmp_path, "a.md", "# 受付\n\n<table>\n<tr><td bgcolor='lime'>有</td>\n<td>無</td></tr>\n</table>\n"
    )
    assert cells(page) == [[("有", "#00ff00"), ("無", None)]]


def test_what_stands_between_fences_is_kept_as_it_is(tmp_path: Path) -> None:
    assert read(tmp_path, "```text\n# 受付\n- **窓口**\n```\n# 案内\n") == ["# 受付", "- **窓口**", "案内"]


def test_a_line_that_was_made_to_harm_is_read_in_bounded_time(tmp_path: Path) -> None:
    for piece in ("**a ", "_a ", "[](", "![](", "`a", "> ", "# ", "|a", "\\"):
        assert read(tmp_path, f"# 受付\n{piece * 100_000}x\n")[0] == "受付"
