from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.readers.docx.making import pages_of_body, paragraph
from tests.documents.readers.reading import places, texts


def test_a_paragraph_is_a_block_and_a_soft_break_a_line(tmp_path: Path) -> None:
    body = f"{paragraph('受付')}<w:p/><w:p><w:r><w:t>前半</w:t><w:br/><w:t xml:space='preserve'> 後半</w:t><w:tab/><w:t>終</w:t></w:r></w:p>"
    assert places(pages_of_body(tmp_path, body)) == [
        (1, 1, "block", "受付"),
        (3, 1, "block", "前半"),
        (3, 3, "line", " 後半\t終"),
    ]


@pytest.mark.parametrize(
    ("run", "printed"),
    [
        ("<w:ins><w:r><w:t>加</w:t></w:r></w:ins><w:del><w:r><w:delText>消</w:delText></w:r></w:del>", "加"),
        ("<w:moveTo><w:r><w:t>先</w:t></w:r></w:moveTo><w:moveFrom><w:r><w:t>元</w:t></w:r></w:moveFrom>", "先"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>隠</w:t></w:r><w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>見</w:t></w:r>", "見"),
        ("<w:hyperlink><w:r><w:t>文</w:t></w:r></w:hyperlink><w:fldSimple><w:r><w:t>欄</w:t></w:r></w:fldSimple>", "文欄"),
        ("<w:r><w:instrText>PAGE</w:instrText><w:t>3</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>4</w:t></w:r>", "3-4"),
        ("<w:r><w:ruby><w:rt><w:r><w:t>うけつけ</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>受付</w:t></w:r></w:rubyBase></w:ruby></w:r>", "受付"),
        ("<w:r><w:sym w:font='Wingdings' w:char='F0A8'/><w:t>夜間</w:t></w:r>", "□夜間"),
        ("<w:r><w:sym w:font='Wingdings' w:char='F0EE'/><w:t>夜間</w:t></w:r>", "\ufffd夜間"),
        ("<w:r><w:rPr><w:rFonts w:ascii='Wingdings'/></w:rPr><w:t>o</w:t></w:r><w:r><w:t>夜間☑</w:t></w:r>", "□夜間□"),
        ("<w:r><w:fldChar><w:ffData><w:checkBox><w:default w:val='1'/></w:checkBox></w:ffData></w:fldChar><w:t>夜間</w:t></w:r>", "□夜間"),
        ("<w:sdt><w:sdtPr><w14:checkbox/></w:sdtPr><w:sdtContent><w:r><w:t>X</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t>夜間</w:t></w:r>", "□夜間"),
        ("<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>中身</w:t></w:r></w:sdtContent></w:sdt>", "中身"),
    ],
)  # fmt: skip
def test_a_run_prints_what_word_shows(run: str, printed: str, tmp_path: Path) -> None:
    assert texts(pages_of_body(tmp_path, f"<w:p>{run}</w:p>")) == [printed]


def test_a_text_box_is_read_once_after_its_paragraph(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{paragraph('箱の中')}{paragraph('二つ目')}</w:txbxContent>"
    both = (
        f"<mc:AlternateContent><mc:Choice><wps:txbx>{box}</wps:txbx></mc:Choice>"
        f"<mc:Fallback><v:textbox>{box}</v:textbox></mc:Fallback></mc:AlternateContent>"
    )
    body = f"<w:p><w:r><w:t>前</w:t></w:r><w:r>{both}</w:r><w:r><w:t>後</w:t></w:r></w:p><w:p><w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r></w:p>"
    assert places(pages_of_body(tmp_path, body)) == [
        *((1, 1, "block", "前後"), (2, 1, "block", "箱の中"), (3, 1, "block", "二つ目")),
        *((5, 1, "block", "箱の中"), (6, 1, "block", "二つ目")),
    ]


def test_what_follows_a_deleted_end_of_a_paragraph_goes_on_with_it(tmp_path: Path) -> None:
    body = paragraph("受付の担", "<w:rPr><w:del/></w:rPr>") + paragraph("当者")
    assert [line[2] for line in places(pages_of_body(tmp_path, body))] == ["block", "line"]
