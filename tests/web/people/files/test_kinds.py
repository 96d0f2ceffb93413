"""Which files are taken as evidence is decided by what is in them."""

from __future__ import annotations

import io
import zipfile

import pytest

from kijun.web.people.files.kinds import kind_of
from kijun.web.people.files.names import clean_name

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
PDF = b"%PDF-1.7\n"


def packed(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.pdf", PDF, "application/pdf"),
        ("a.PNG", PNG, "image/png"),
        ("a.jpeg", b"\xff\xd8\xff\xe0\x00\x10JFIF", "image/jpeg"),
        ("a.gif", b"GIF89a\x01\x00", "image/gif"),
        ("a.webp", b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image/webp"),
        ("a.txt", "合格しました\n".encode(), "text/plain"),
        ("a.csv", "名前,日\n".encode("utf-8-sig"), "text/csv"),
        (
            "a.docx",
            packed("[Content_Types].xml", "word/document.xml"),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        (
            "a.xlsx",
            packed("[Content_Types].xml", "xl/workbook.xml"),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
    ],
)
def test_a_kind_is_told_by_its_content(name: str, data: bytes, expected: str) -> None:
    assert kind_of(data, name) == expected


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", b"<!doctype html><script>alert(1)</script>"),
        ("a.txt", b"<!doctype html><script>alert(1)</script>"),
        ("a.csv", b"  \n<svg xmlns='http://www.w3.org/2000/svg' onload='x'/>"),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("a.txt", "合格".encode("shift_jis")),
        ("a.txt", b"a\x00b"),
        ("a.txt", b"\x1b[2J"),
        ("a.js", b"alert(1)"),
        ("a.bat", b"del *"),
        ("a", b"plain"),
        ("a.pdf", PNG),
        ("a.png", b"plain text"),
        ("a.exe", b"MZ\x90\x00\x03\x00\x00\x00"),
        ("a.zip", packed("a.txt")),
        ("a.docx", packed("a.txt")),
        ("a.xlsx", packed("[Content_Types].xml", "word/document.xml")),
        ("a.docx", packed("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")),
        ("a.docx", b"PK\x03\x04 and nothing else"),
    ],
)
def test_what_runs_or_says_to_be_another_kind_is_refused(name: str, data: bytes) -> None:
    assert kind_of(data, name) is None


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\Users\\me\\合格証.pdf", "合格証.pdf"),
        ("invoice\u202efdp.exe.pdf", "invoicefdp.exe.pdf"),
        ("a\r\nSet-Cookie: x.pdf", "aSet-Cookie x.pdf"),
        (".htaccess", "htaccess"),
        ("...", "file"),
        ("x" * 300 + ".pdf", "x" * 116 + ".pdf"),
        ('a"b<c>.pdf', "a b c.pdf"),
    ],
)
def test_a_name_leads_nowhere_and_hides_nothing(given: str, kept: str) -> None:
    assert clean_name(given) == kept
