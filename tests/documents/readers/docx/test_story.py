from __future__ import annotations

from pathlib import Path

import docx

from tests.documents.readers.docx.making import pages_of_body, pages_of_document, paragraph
from tests.documents.readers.reading import cells, places, texts

_PAGE = "<w:p><w:r><w:br w:type='page'/></w:r></w:p>"
_RENDERED = "<w:p><w:r><w:lastRenderedPageBreak/><w:t>{}</w:t></w:r></w:p>"


def _cell(words: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(words) if words else '<w:p/>'}</w:tc>"


def _row(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def test_a_page_that_is_broken_by_order_and_by_word_is_broken_once(tmp_path: Path) -> None:
    body = (
        paragraph("一")
        + _PAGE
        + _RENDERED.format("二")
        + _RENDERED.format("三")
        + paragraph("四", "<w:pageBreakBefore/>")
    )
    pages = pages_of_body(tmp_path, body)
    assert [(page.number, texts([page])) for page in pages] == [(1, ["一"]), (2, ["二"]), (3, ["三"]), (4, ["四"])]


def test_a_section_begins_a_page_unless_it_goes_on(tmp_path: Path) -> None:
    body = (
        paragraph("一", "<w:sectPr><w:type w:val='continuous'/></w:sectPr>")
        + paragraph("二", "<w:sectPr/>")
        + _RENDERED.format("三")
    )
    assert [texts([page]) for page in pages_of_body(tmp_path, body)] == [["一", "二"], ["三"]]


def test_a_paragraph_may_go_on_on_the_next_page(tmp_path: Path) -> None:
    body = "<w:p><w:r><w:t>受付の担</w:t><w:lastRenderedPageBreak/><w:t>当者</w:t></w:r></w:p>"
    pages = pages_of_body(tmp_path, body)
    assert places(pages[:1]) == [(1, 1, "block", "受付の担")]
    assert places(pages[1:]) == [(1, 5, "line", "当者")]


def test_what_stands_at_head_and_foot_comes_first_and_once(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("本文")
    document.sections[0].header.paragraphs[0].text = "頭書き"
    document.sections[0].footer.paragraphs[0].text = "頁の下"
    section = document.add_section()
    section.header.is_linked_to_previous = False
    section.header.paragraphs[0].text = "頭書き"
    document.add_paragraph("後")
    assert texts(pages_of_document(tmp_path, document)) == ["頭書き", "頁の下", "本文", "後"]


def test_a_table_gives_spanned_cells_in_every_place_and_prints_them_once(tmp_path: Path) -> None:
    green, grey = "<w:shd w:val='clear' w:fill='00B050'/>", "<w:shd w:val='pct50' w:color='auto' w:fill='FFFFFF'/>"
    white = "<w:shd w:val='clear' w:fill='FFFFFF'/>"
    last = _row(_cell(""), _cell("三", white), _cell("", "<w:vMerge/>"))
    table = (
        _row(_cell("分野", "<w:gridSpan w:val='2'/>"), _cell("縦", f"<w:vMerge w:val='restart'/>{green}"))
        + _row(_cell("一", grey), _cell("二", "<w:shd w:val='clear' w:fill='auto'/>"), _cell("", "<w:vMerge/>"))
        + f"<w:sdt><w:sdtContent>{last}</w:sdtContent></w:sdt>"
        + "<w:tr><w:trPr><w:del/></w:trPr>" + _cell("消") + "</w:tr>"
    )  # fmt: skip
    (page,) = pages_of_body(tmp_path, f"{paragraph('前')}<w:tbl>{table}</w:tbl>{paragraph('後')}")
    assert cells(page) == [
        [("分野", None), ("分野", None), ("縦", "#00b050")],
        [("一", "#7f7f7f"), ("二", None), ("縦", "#00b050")],
        [("", None), ("三", None), ("縦", "#00b050")],
    ]
    assert texts([page]) == ["前", "分野", "縦", "一", "二", "三", "後"]
    assert {line.after for line in page.lines} == {"block"}
    assert [cell.place.line for cell in page.grids[0].rows[1]] == [4, 5, 3]


def test_a_table_in_a_cell_is_a_table_of_its_own(tmp_path: Path) -> None:
    inner = f"<w:tbl>{_row(_cell('内'))}</w:tbl>"
    (page,) = pages_of_body(
        tmp_path, f"<w:tbl><w:tr><w:tc>{paragraph('外')}{inner}<w:p/></w:tc>{_cell('隣')}</w:tr></w:tbl>"
    )
    assert [cells(page, 0), cells(page, 1)] == [[[("内", None)]], [[("外", None), ("隣", None)]]]


def test_what_stands_in_a_content_control_is_read(tmp_path: Path) -> None:
    assert texts(
        pages_of_body(tmp_path, f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('受付')}</w:sdtContent></w:sdt>")
    ) == ["受付"]


def test_a_hostile_span_is_bounded(tmp_path: Path) -> None:
    table = _row(_cell("一", "<w:gridSpan w:val='99999'/>")) * 20
    (page,) = pages_of_body(tmp_path, f"<w:tbl>{table}</w:tbl>")
    assert {len(row) for row in page.grids[0].rows} == {1_000}
