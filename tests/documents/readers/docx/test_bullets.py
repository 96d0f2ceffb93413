from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE

from tests.documents.readers.docx.making import elements, pages_of_document
from tests.documents.readers.reading import places, texts


@pytest.mark.parametrize(
    ("sign", "font", "printed"),
    [
        ("●", "MS Mincho", "●受付"),
        ("－", "MS Mincho", "－受付"),
        ("\uf0b7", "Symbol", "●受付"),
        ("\uf06c", "Wingdings", "●受付"),
        ("\uf0a8", "Wingdings", "□受付"),
        ("\uf071", "Wingdings", "□受付"),
        ("\uf046", "Wingdings", "・受付"),
        ("o", "Courier New", "○受付"),
        ("", "", "受付"),
    ],
)
def test_the_sign_of_a_list_stands_before_its_paragraph(sign: str, font: str, printed: str, tmp_path: Path) -> None:
    document = docx.Document()
    numbering = document.part.numbering_part.element
    level = f'<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="{sign}"/><w:rPr><w:rFonts w:ascii="{font}"/></w:rPr></w:lvl>'
    for element in elements(
        f'<w:abstractNum w:abstractNumId="77">{level}</w:abstractNum><w:num w:numId="78"><w:abstractNumId w:val="77"/></w:num>'
    ):
        numbering.append(element)
    paragraph = document.add_paragraph("受付")
    (listed,) = elements('<w:numPr><w:ilvl w:val="1"/><w:numId w:val="78"/></w:numPr>')
    paragraph._p.get_or_add_pPr().append(listed)
    assert places(pages_of_document(tmp_path, document)) == [(1, 1, "block", printed)]


def test_a_style_gives_its_sign_to_those_that_are_based_on_it(tmp_path: Path) -> None:
    document = docx.Document()
    own = document.styles.add_style("Own", WD_STYLE_TYPE.PARAGRAPH)
    own.base_style = document.styles["List Bullet"]
    document.add_paragraph("受付", style="Own")
    plain = document.add_paragraph("窓口", style="Own")
    (none,) = elements('<w:numPr><w:numId w:val="0"/></w:numPr>')
    plain._p.get_or_add_pPr().append(none)
    document.add_paragraph("", style="Own")
    document.add_paragraph("一つ", style="List Number")
    assert texts(pages_of_document(tmp_path, document)) == ["●受付", "窓口", "一つ"]


def test_what_a_style_hides_is_not_printed(tmp_path: Path) -> None:
    document = docx.Document()
    hidden = document.styles.add_style("Quiet", WD_STYLE_TYPE.CHARACTER)
    hidden.font.hidden = True
    paragraph = document.add_paragraph("受付")
    paragraph.add_run("隠", style="Quiet")
    secret = document.styles.add_style("Secret", WD_STYLE_TYPE.PARAGRAPH)
    secret.font.hidden = True
    document.add_paragraph("秘", style="Secret")
    assert texts(pages_of_document(tmp_path, document)) == ["受付"]


def test_a_circle_of_styles_ends(tmp_path: Path) -> None:
    document = docx.Document()
    one, other = (document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH) for name in ("One", "Other"))
    one.base_style, other.base_style = other, one
    document.add_paragraph("受付", style="One")
    assert texts(pages_of_document(tmp_path, document)) == ["受付"]
