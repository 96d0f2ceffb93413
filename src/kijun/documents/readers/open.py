"""Which reader reads this file?

Whether there is a file, how large it may be and of which kind it is, is decided here; how its kind is read, by the readers.
"""

from __future__ import annotations

import re
import stat
from pathlib import Path
from typing import Final

from kijun.documents.printed import Printed
from kijun.documents.readers.encoding import decode, is_binary
from kijun.documents.readers.kind import UNKNOWN, kind_of_text, other_kind
from kijun.documents.readers.refusal import refuse
from kijun.documents.readers.text import open_text
from kijun.text import Text

_MEGABYTE: Final = 1_000_000
MOST_OF_PDF: Final = 200 * _MEGABYTE
MOST_OF_OTHERS: Final = 50 * _MEGABYTE
_PDF: Final = b"%PDF-"
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOOKED_AT: Final = 1024
"""A PDF may begin with so many bytes of something else."""
_DECLARED: Final = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?([\w-]+)""", re.IGNORECASE)
_CONTROLS: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_MOST_CONTROLS: Final = 0.1
"""What part of a text may be control characters: an extract holds some of them, a program or a picture many."""
_NO_WORD: Final = Text(ja="名前はWordの文書ですが、中身が違います", en="It is named like a Word document and is none")
_A_DOCUMENT: Final = Text(ja="文書のファイル", en="the file of a document")


def open_document(path: Path) -> Printed:
    """Return a document to be read page by page; its kind is told by what stands in it, then by its name.

    Raises Unreadable for a file that is not there, too large, empty, or of a kind that is not read.
    """
    size = _size(path)
    begin = _read(path, _LOOKED_AT)
    if begin.lstrip().startswith(_PDF) or (_PDF in begin and path.suffix.lower() == ".pdf"):
        return _open_pdf(path, size)
    if size > MOST_OF_OTHERS:
        raise _too_large(path, size, MOST_OF_OTHERS)
    if begin.startswith((*_ZIP, _OLE)):
        from kijun.documents.readers.docx.document import open_docx  # noqa: PLC0415  # loads lxml

        return open_docx(path)
    if path.suffix.lower() in (".docx", ".docm", ".doc"):
        raise refuse("K504", path, found=_NO_WORD)
    if path.suffix.lower() == ".pdf":
        raise refuse("K501", path)
    other = other_kind(begin)
    if other is not None:
        raise refuse("K507", path, found=other)
    return _open_text(path, _read(path, MOST_OF_OTHERS + 1))


def _size(path: Path) -> int:
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        raise refuse("K001", path, name=path) from None
    except (OSError, ValueError) as error:
        raise refuse("K009", path, reason=_reason(error)) from error
    if stat.S_ISDIR(found.st_mode):
        raise refuse("K002", path, name=path, expected=_A_DOCUMENT)
    if not stat.S_ISREG(found.st_mode):
        raise refuse("K509", path, name=path)
    if found.st_size == 0:
        raise refuse("K503", path)
    return found.st_size


def _read(path: Path, most: int) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(most)
    except OSError as error:
        raise refuse("K009", path, reason=_reason(error)) from error


def _reason(error: OSError | ValueError) -> str:
    return (isinstance(error, OSError) and error.strerror) or str(error)


def _too_large(path: Path, size: int, most: int) -> Exception:
    return refuse("K003", path, size=f"{size / _MEGABYTE:.1f}", most=most // _MEGABYTE)


def _open_pdf(path: Path, size: int) -> Printed:
    if size > MOST_OF_PDF:
        raise _too_large(path, size, MOST_OF_PDF)
    from kijun.documents.readers.pdf.document import open_pdf  # noqa: PLC0415  # loads PDFium

    return open_pdf(path)


def _open_text(path: Path, raw: bytes) -> Printed:
    if len(raw) > MOST_OF_OTHERS:
        raise _too_large(path, len(raw), MOST_OF_OTHERS)
    if is_binary(raw):
        raise refuse("K507", path, found=UNKNOWN)
    declared = _DECLARED.search(raw, 0, _LOOKED_AT)
    text = decode(raw, path, declared=declared and declared.group(1).decode())
    if not text.strip("\ufeff \t\r\n\f\v\u3000"):
        raise refuse("K503", path)
    if len(_CONTROLS.findall(text, 0, _LOOKED_AT)) > _MOST_CONTROLS * min(len(text), _LOOKED_AT):
        raise refuse("K507", path, found=UNKNOWN)
    kind = kind_of_text(text, path)
    if kind == "text":
        return open_text(text, path)
    from kijun.documents.readers.html import open_html  # noqa: PLC0415  # seldom needed
    from kijun.documents.readers.markdown import open_markdown  # noqa: PLC0415  # as above

    return open_markdown(text, path) if kind == "markdown" else open_html(text, path)
