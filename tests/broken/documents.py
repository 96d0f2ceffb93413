"""How are the documents made that cannot be read?"""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Final

import docx
import pikepdf

from tests.broken.workbooks import archive, entries

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MEGABYTE: Final = 1_000_000
_PART: Final = "word/document.xml"


def word(*paragraphs: str) -> bytes:
    """Return a Word document of these paragraphs."""
    document, out = docx.Document(), BytesIO()
    for words in paragraphs:
        document.add_paragraph(words)
    document.save(out)
    return out.getvalue()


def with_part(part: bytes, name: str = _PART) -> bytes:
    """Return a Word document in which one part is another one."""
    return archive({**entries(word("受付")), name: part})


def pdf(content: bytes = b"", password: str = "") -> bytes:
    """Return a PDF of one page that draws this, and no text unless it is drawn."""
    made, out = pikepdf.new(), BytesIO()
    page = made.add_blank_page(page_size=(200, 200))
    page.Contents = made.make_stream(content)
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    picture = made.make_stream(b"\x00" * 4, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=2, Height=2)
    picture.ColorSpace, picture.BitsPerComponent = pikepdf.Name.DeviceGray, 8
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font), XObject=pikepdf.Dictionary(P=picture))
    made.save(out, encryption=pikepdf.Encryption(user=password, owner=password) if password else False)
    return out.getvalue()


def _locked() -> bytes:
    data = bytearray(word("受付"))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def _declaring(size: int) -> bytes:
    """Return a document whose parts say that they unpack to more than they do."""
    data = bytearray(
        archive({**entries(word("受付")), **{f"word/media/{n}.png": os.urandom(_MEGABYTE // 10) for n in range(40)}})
    )
    at = data.index(b"PK\x01\x02")
    while at >= 0:
        name = data[at + 46 : at + 46 + int.from_bytes(data[at + 28 : at + 30], "little")]
        if name.startswith(b"word/media"):
            data[at + 24 : at + 28] = size.to_bytes(4, "little")
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)


def _sparse(megabytes: int, begin: bytes = b"") -> Callable[[Path], None]:
    def make(path: Path) -> None:
        with path.open("wb") as file:
            file.write(begin)
            file.truncate(megabytes * _MEGABYTE)

    return make


_TEXT: Final = "受付を担当した。\n名前の照合も行った。\n"
_XML: Final = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'
_DTD: Final = '<!DOCTYPE w:document [<!ENTITY a SYSTEM "file:///etc/hostname">]>' + _XML.format(
    "<w:p><w:r><w:t>&a;</w:t></w:r></w:p>"
)
_BYTES: Final[Mapping[str, Callable[[], bytes]]] = {
    "with-a-password.pdf": lambda: pdf(b"BT /F 12 Tf 20 100 Td (counter) Tj ET", "secret"),
    "half.pdf": lambda: b"%PDF-1.7\n" + bytes(200),
    "scanned.pdf": lambda: pdf(b"q 200 0 0 200 0 0 cm /P Do Q"),
    "blank.pdf": pdf,
    "empty.txt": lambda: b"",
    "blanks.txt": "\ufeff \t\u3000\r\n\f".encode,
    "comments.html": lambda: b"<html><head><title>x</title></head><body><!-- a --><p hidden>b</p></body></html>",
    "marks.md": lambda: b"# \n\n---\n\n- \n",
    "blank.docx": word,
    "old.doc": lambda: _OLE + bytes(4096),
    "with-a-password.docx": lambda: _OLE + bytes(1024) + "EncryptedPackage".encode("utf-16-le"),
    "locked-archive.docx": _locked,
    "workbook.docx": lambda: archive({"xl/workbook.xml": b"<workbook/>"}),
    "archive.docx": lambda: archive({"readme.txt": b"x"}),
    "half.docx": lambda: word("受付")[:9_000],
    "no-xml.docx": lambda: with_part(b"\0\1\2"),
    "deep.docx": lambda: with_part(_XML.format("<w:sdt>" * 30_000 + "</w:sdt>" * 30_000).encode()),
    "declared.docx": lambda: with_part(_DTD.encode()),
    "bomb.docx": lambda: with_part(bytes(20 * _MEGABYTE)),
    "many-parts.docx": lambda: archive(
        {**entries(word("受付")), **{f"{n}": b"" for n in range(10_000)}}, zipfile.ZIP_STORED
    ),
    "unpacks-too-far.docx": lambda: _declaring(8 * _MEGABYTE),
    "unmarked-utf-16.txt": lambda: _TEXT.encode("utf-16-le"),
    "broken-utf-16.txt": lambda: b"\xff\xfe" + b"a\0\0\xd8b\0",
    "late-byte.txt": lambda: "受付\n担当".encode() + b"\xff\n",
    "latin.txt": lambda: "Café à la carte, crème brûlée".encode("latin-1"),
    "picture.png": lambda: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "program.txt": lambda: bytes(range(256)) * 16,
    "book.xlsx": lambda: archive({"xl/workbook.xml": b"<workbook/>"}),
}
MAKERS: Final[Mapping[str, Callable[[Path], object]]] = {
    "missing.pdf": lambda _: None,
    "folder": Path.mkdir,
    "pipe": os.mkfifo,
    "large.pdf": _sparse(201, b"%PDF-1.7\n"),
    "large.txt": _sparse(51),
    **{name: lambda path: path.write_bytes(_BYTES[path.name]()) for name in _BYTES},
}


def make_document(name: str, folder: Path) -> Path:
    """Make one of the documents of the table, and return its path."""
    path = folder / name
    MAKERS[name](path)
    return path
