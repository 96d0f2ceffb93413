"""Which letters of a page are read, and where are blanks between them?"""

from __future__ import annotations

from pathlib import Path

import pikepdf

from tests.documents.readers.pdf.making import drawn, first_page, typeset, words

_TO_UNICODE = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Signs def /CMapType 2 def
1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <6F> <F06F> endbfchar endcmap end end"""


def _set(text: str, at: str = "1 0 0 1 50 700 Tm", mode: int = 0) -> str:
    return f"BT /F1 10 Tf {mode} Tr {at} ({text}) Tj ET "


def test_blanks_between_english_words_are_kept(tmp_path: Path) -> None:
    assert words(first_page(typeset(tmp_path, "leads two or more projects, level 3"))) == [
        "leads two or more projects, level 3"
    ]


def test_words_that_are_set_apart_without_a_blank_are_parted(tmp_path: Path) -> None:
    content = _set("senior") + _set("leader", "1 0 0 1 84 700 Tm")
    assert words(first_page(drawn(tmp_path, content))) == ["senior leader"]


def test_a_word_in_pieces_is_one_word(tmp_path: Path) -> None:
    content = _set("der", "1 0 0 1 63.4 700 Tm") + _set("lea")
    assert words(first_page(drawn(tmp_path, content))) == ["leader"]


def test_no_blank_is_made_up_between_japanese_letters(tmp_path: Path) -> None:
    source = "#set text(tracking: 3pt)\n責任性と複雑性"
    assert words(first_page(typeset(tmp_path, source))) == ["責任性と複雑性"]


def test_a_japanese_letter_beside_a_latin_one_has_no_blank(tmp_path: Path) -> None:
    source = "#set text(cjk-latin-spacing: auto)\n担当するITの作業"
    assert words(first_page(typeset(tmp_path, source))) == ["担当するITの作業"]


def test_what_is_printed_twice_to_look_bold_is_read_once(tmp_path: Path) -> None:
    content = _set("bold") + _set("thin", "1 0 0 1 50 600 Tm") + _set("bold", "1 0 0 1 50.4 700 Tm")
    assert words(first_page(drawn(tmp_path, content))) == ["bold", "thin"]


def test_turned_hidden_flat_and_far_text_is_left_out(tmp_path: Path) -> None:
    content = (
        _set("read")
        + _set("turned", "0 1 -1 0 300 300 Tm")
        + _set("hidden", "1 0 0 1 50 500 Tm", 3)
        + _set("far", "1 0 0 1 50 900 Tm")
        + _set("flat", "1 0 0 0 50 400 Tm")
    )
    assert words(first_page(drawn(tmp_path, content))) == ["read"]


def test_text_under_a_picture_is_read_where_nothing_else_is(tmp_path: Path) -> None:
    assert words(first_page(drawn(tmp_path, _set("recognised", mode=3)))) == ["recognised"]


def test_a_turned_page_is_read_as_it_is_seen(tmp_path: Path) -> None:
    content = _set("below", "0 1 -1 0 320 50 Tm") + _set("above", "0 1 -1 0 300 50 Tm")
    page = first_page(drawn(tmp_path, content, Rotate=90))
    assert words(page) == ["above", "below"]
    box = page.lines[0].place.box
    assert box is not None
    assert abs(box[0] - 50) < 1
    assert 285 < box[1] < 300


def test_boxes_count_from_the_corner_of_what_is_shown(tmp_path: Path) -> None:
    page = first_page(drawn(tmp_path, _set("here"), CropBox=pikepdf.Array([40, 0, 600, 720])))
    box = page.lines[0].place.box
    assert box is not None
    assert abs(box[0] - 10) < 1
    assert box[1] < 20 < box[3]


def test_letters_without_a_width_of_their_own_are_not_lost(tmp_path: Path) -> None:
    path = drawn(tmp_path, _set("23"))
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        fonts = document.pages[0].Resources.Font
        fonts.F1 = pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.TrueType,
            BaseFont=pikepdf.Name.Arial,
            FirstChar=50,
            LastChar=51,
            Widths=[0, 0],
        )
        document.save(path)
    assert words(first_page(path)) == ["23"]


def test_a_sign_of_a_symbol_font_is_read_as_it_looks(tmp_path: Path) -> None:
    path = drawn(tmp_path, _set("o") + _set("first", "1 0 0 1 59 700 Tm").replace("F1", "F2"))
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        fonts = document.pages[0].Resources.Font
        fonts.F2 = fonts.F1
        fonts.F1 = pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.TrueType,
            BaseFont=pikepdf.Name("/ABCDEF+Wingdings-Regular"),
            FirstChar=111,
            LastChar=111,
            Widths=[800],
            ToUnicode=document.make_stream(_TO_UNICODE),
        )
        document.save(path)
    assert words(first_page(path)) == ["□first"]
