from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.readers.reading import cells, pages_of, places, texts


def read(folder: Path, body: str) -> list[str]:
    return texts(pages_of(folder, "a.html", f"<html><body>{body}</body></html>"))


def test_blocks_cells_breaks_and_boxes_begin_lines_with_their_places(tmp_path: Path) -> None:
    page = "<html>\n<h1>受付</h1><p>窓口<br>案内\n夜間</p>\n<ul><li>一<li><b>二</b>番</ul>"
    assert places(pages_of(tmp_path, "a.html", page)) == [
        *((2, 5, "block", "受付"), (2, 15, "block", "窓口"), (2, 21, "line", "案内"), (3, 1, "line", "夜間")),
        *((4, 9, "block", "一"), (4, 17, "block", "二番")),
    ]


def test_a_check_box_is_a_box_on_a_line_of_its_own(tmp_path: Path) -> None:
    body = '<p>次の条件 <input type="checkbox"/>夜間&nbsp;&nbsp; <INPUT checked type=CheckBox>多言語 ☑終日</p>'
    assert read(tmp_path, body) == ["次の条件", "□夜間", "□多言語 □終日"]


def test_entities_are_letters_and_a_run_of_no_break_spaces_stays_one(tmp_path: Path) -> None:
    assert read(tmp_path, "<p>a &lt; b&#12289;&#x3042;&nbsp;&nbsp;&nbsp;c &unknown; &  d") == [
        "a < b、あ   c &unknown; & d"
    ]


def test_blanks_are_one_except_in_verbatim_text(tmp_path: Path) -> None:
    assert read(tmp_path, "<p>a   <b> b</b>\tc<pre>a   b</pre>") == ["a b c", "a   b"]


def test_what_is_not_shown_is_left_out(tmp_path: Path) -> None:
    hidden = (
        "<title>t</title><style>p{}</style><script>if (1<2) '</p>';</script><template>t</template><!-- c -->"
        '<p hidden>h<p>shown<div style="display: none">d<div>d</div></div><span style="visibility:hidden">v</span>'
        '<table><tr hidden><td>r<tr><td>cell</table><ul><li style="display:none">l<li>item</ul>'
    )
    assert read(tmp_path, hidden) == ["shown", "cell", "item"]


def test_signs_that_are_no_tags_are_printed(tmp_path: Path) -> None:
    assert read(tmp_path, "<p>a < b and <y and z> & 3 <5</nothing></p>") == ["a < b and <y and z> & 3 <5</nothing>"]


def test_quotes_in_a_tag_may_hold_its_end_and_need_not_end(tmp_path: Path) -> None:
    assert read(tmp_path, '<p title="a > b">受付</p><p title="5" x">窓口') == ["受付", "窓口"]
    assert read(tmp_path, '<p>受付</p><p title="x>窓口') == ["受付", "窓口"]


def test_a_table_gives_its_cells_with_their_colours(tmp_path: Path) -> None:
    table = (
        "<table><thead><tr><th colspan=2>分野<th rowspan=2 bgcolor=ff0000>赤"
        '<tr style="background:#0F0"><td>行の色<td style="color:red;background-color: rgb(0, 128, 0)">緑'
        '<tr><td bgcolor="#FFFFFF">白<td style="background:transparent">透<td style="background: url(x.png) Yellow">黄<br>二</table>'
    )
    (page,) = pages_of(tmp_path, "a.html", table)
    assert cells(page) == [
        [("分野", None), ("分野", None), ("赤", "#ff0000")],
        [("行の色", "#00ff00"), ("緑", "#008000"), ("赤", "#ff0000")],
        [("白", None), ("透", None), ("黄\n二", "#ffff00")],
    ]
    assert [line.after for line in page.lines] == ["block"] * 7 + ["line"]


def test_the_colour_of_a_cell_may_be_that_of_its_class(tmp_path: Path) -> None:
    sheet = "<style>\n<!--\n@page { margin: 1cm }\n.held, td.own\n{mso-pattern: black none; background:#92D050;}\n.x td { background: red }\n-->\n</style>"
    table = f"<html>{sheet}<table><tr><td class='wide held'>有<td class=x>無<td class=own style='background:white'>白</table>"
    (page,) = pages_of(tmp_path, "a.html", table)
    assert cells(page) == [[("有", "#92d050"), ("無", None), ("白", None)]]
    assert texts([page]) == ["有", "無", "白"]


def test_a_table_in_a_cell_is_a_table_of_its_own(tmp_path: Path) -> None:
    (page,) = pages_of(tmp_path, "a.html", "<table><tr><td>外<table><tr><td>内</table>後<td>隣</table>")
    assert cells(page) == [[("内", None)]]
    assert cells(page, 1) == [[("外\n後", None), ("隣", None)]]


def test_a_stray_end_does_not_tear_a_table(tmp_path: Path) -> None:
    (page,) = pages_of(tmp_path, "a.html", "<div><table><tr><td>一</div></p><td>二<tr><td>三</table></div>")
    assert cells(page) == [[("一", None), ("二", None)], [("三", None)]]


def test_the_encoding_that_a_page_declares_is_used(tmp_path: Path) -> None:
    page = '<html><meta charset="shift_jis"><p>受付'.encode("cp932")
    assert texts(pages_of(tmp_path, "a.html", page)) == ["受付"]


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 100_000 + "x",
        "<table><tr><td>" * 20_000 + "x",
        "<b>" * 50_000 + "</i>" * 50_000 + "x",
        "<" * 200_000,
        "&#" * 100_000,
        '<a x="' * 30_000 + "\n>x",
        "<table>" + "<tr><td colspan=1000 rowspan=60000>x" * 5_000,
    ],
    ids=["deep", "tables", "ends", "signs", "entities", "quotes", "spans"],
)
def test_a_page_that_was_made_to_harm_is_read_in_bounded_time(body: str, tmp_path: Path) -> None:
    pages = pages_of(tmp_path, "a.html", f"<html>受付{body}")
    assert texts(pages)[0].startswith("受付")
