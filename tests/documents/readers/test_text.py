from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from kijun.documents.readers.open import open_document
from tests.documents.readers.reading import pages_of, places, texts


def test_every_line_has_its_number_in_the_file_whatever_ends_lines(tmp_path: Path) -> None:
    found = places(pages_of(tmp_path, "a.txt", "受付\r\n\n\n窓口\r案内\n"))
    assert found == [(1, 1, "line", "受付"), (4, 1, "blank", "窓口"), (5, 1, "line", "案内")]


def test_tabs_and_wide_blanks_stay(tmp_path: Path) -> None:
    assert texts(pages_of(tmp_path, "a.txt", "\t受付\u3000窓口  案内\n")) == ["\t受付\u3000窓口  案内"]


def test_a_form_feed_begins_a_page_but_no_line_of_the_file(tmp_path: Path) -> None:
    pages = pages_of(tmp_path, "a.txt", "受付\n\f窓口\n案内\n\f")
    assert [page.number for page in pages] == [1, 2]
    assert places(pages) == [(1, 1, "line", "受付"), (2, 2, "blank", "窓口"), (3, 1, "line", "案内")]


def test_a_page_without_a_word_is_counted(tmp_path: Path) -> None:
    assert [len(page.lines) for page in pages_of(tmp_path, "a.txt", "受付\f\f窓口")] == [1, 0, 1]


def test_a_document_can_be_read_again(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("受付\f窓口", encoding="utf-8")
    document = open_document(path)
    assert (document.name, document.format, document.count) == ("a.txt", "text", 2)
    assert list(document.pages()) == list(document.pages())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp932", "euc_jp"])
def test_text_is_read_in_its_own_encoding(encoding: str, tmp_path: Path) -> None:
    words = "受付を三回以上担当し、窓口の責任者を務めた。"
    if encoding == "cp932":
        words += "①㈱"
    assert places(pages_of(tmp_path, "a.txt", f"案内\n{words}\n".encode(encoding)))[1] == (2, 1, "line", words)


def test_a_megabyte_takes_less_than_a_second(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("窓口の責任者として、受付を３回以上成功裡に行った。\n" * 15_000, encoding="utf-8")
    started = process_time()
    assert sum(len(page.lines) for page in open_document(path).pages()) == 15_000
    assert process_time() - started < path.stat().st_size / 1_000_000
