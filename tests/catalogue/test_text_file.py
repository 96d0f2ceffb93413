"""Does a file become text, or a problem with its place?"""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from kijun.catalogue.text_file import MOST_BYTES, read_text
from kijun.problem import Problem

JAPANESE = "name: 佐藤 花子\nteam: 保守\n"


def problem(path: Path) -> Problem:
    found = read_text(path)
    assert isinstance(found, Problem)
    return found


def written(folder: Path, raw: bytes) -> Path:
    path = folder / "record.yaml"
    path.write_bytes(raw)
    return path


def test_a_file_in_utf_8_is_its_text(tmp_path: Path) -> None:
    assert read_text(written(tmp_path, JAPANESE.encode())) == JAPANESE


def test_a_byte_order_mark_is_not_part_of_the_text(tmp_path: Path) -> None:
    assert read_text(written(tmp_path, codecs.BOM_UTF8 + JAPANESE.encode())) == JAPANESE


def test_what_is_not_there_or_is_a_folder_is_said(tmp_path: Path) -> None:
    assert problem(tmp_path / "none.yaml").code == "K001"
    assert problem(tmp_path).code == "K002"


def test_a_file_may_be_shown_under_another_name(tmp_path: Path) -> None:
    found = read_text(tmp_path / "none.yaml", name="none")
    assert isinstance(found, Problem)
    assert found.place.file == "none"


def test_a_file_is_read_up_to_its_largest_size(tmp_path: Path) -> None:
    assert read_text(written(tmp_path, b"a" * MOST_BYTES)) == "a" * MOST_BYTES
    found = problem(written(tmp_path, b"a" * (MOST_BYTES + 1)))
    assert (found.code, "5.0 MB" in found.detail.en) == ("K003", True)


@pytest.mark.parametrize("raw", [b"", b" \n\t\n"])
def test_an_empty_file_is_said(tmp_path: Path, raw: bytes) -> None:
    assert problem(written(tmp_path, raw)).code == "K005"


@pytest.mark.parametrize(
    ("codec", "guess"),
    [
        ("shift_jis", "Shift_JIS"),
        ("euc_jp", "EUC-JP"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
    ],
)
def test_text_in_another_encoding_is_refused_and_named(tmp_path: Path, codec: str, guess: str) -> None:
    found = problem(written(tmp_path, JAPANESE.encode(codec)))
    assert found.code == "K004"
    assert f"it seems to be {guess}" in found.detail.en
    assert f"{guess}のようです" in found.detail.ja


def test_the_first_byte_that_is_not_utf_8_has_its_line_and_column(tmp_path: Path) -> None:
    found = problem(written(tmp_path, "employee: E-1\nname: 佐".encode() + b"\xff\n"))
    assert (found.code, found.place.line, found.place.column) == ("K004", 2, 8)
    assert "up to here it is" in found.detail.en


@pytest.mark.parametrize("raw", [bytes(range(256)) * 8, b"a\x81"])
def test_what_is_no_text_at_all_is_said(tmp_path: Path, raw: bytes) -> None:
    found = problem(written(tmp_path, raw))
    assert found.code == "K004"
    assert "does not seem to be text" in found.detail.en


def test_what_cannot_be_opened_is_said_with_the_reason(tmp_path: Path) -> None:
    found = problem(tmp_path / ("x" * 300))
    assert found.code == "K009"
    assert "name too long" in found.detail.en
