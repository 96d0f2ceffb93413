"""Which kind of file is it, by what is in it?

Only kinds that nobody executes are taken. What a browser says of a file is not believed: its bytes decide, and its name has to
agree with them, because on the computer of whoever loads it down the name decides what opens it.
"""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Mapping
from typing import Final

import filetype

from kijun.web.people.files.names import ending_of

_ENDINGS: Final[Mapping[str, tuple[str, ...]]] = {
    "application/pdf": ("pdf",),
    "image/png": ("png",),
    "image/jpeg": ("jpg", "jpeg"),
    "image/gif": ("gif",),
    "image/webp": ("webp",),
    "text/plain": ("txt",),
    "text/csv": ("csv",),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ("docx",),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ("xlsx",),
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": ("pptx",),
}
"""Media type -> the endings that go with it, the usual one first."""
ENDINGS: Final = tuple(each for endings in _ENDINGS.values() for each in endings)
_OFFICE: Final = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "pptx": "ppt/presentation.xml"}
_MOST_PARTS: Final = 5_000
_MARKUP: Final = re.compile(r"<\s*[!?/a-z]", re.IGNORECASE)
_LOOKED_AT: Final = 1_000
_WHITE: Final = frozenset("\t\n\r\f")
_DAMAGED: Final = (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, OverflowError)


def kind_of(data: bytes, name: str) -> str | None:
    """Return the media type of a file, None where it is of no kind that is taken or its name says another kind."""
    media_type = _by_content(data, ending_of(name))
    return media_type if media_type and ending_of(name) in _ENDINGS[media_type] else None


def kind_name(media_type: str) -> str:
    """Return what a kind is called: its usual ending, in capitals.

    >>> kind_name("image/jpeg")
    'JPG'
    """
    return _ENDINGS.get(media_type, ("?",))[0].upper()


def _by_content(data: bytes, ending: str) -> str | None:
    if data.startswith(b"PK\x03\x04"):
        return _office(data)
    found = filetype.guess(data[:_LOOKED_AT])
    if found is not None:
        return found.mime if found.mime in _ENDINGS else None
    if _is_plain_text(data):
        return "text/csv" if ending == "csv" else "text/plain"
    return None


def _office(data: bytes) -> str | None:
    """Return which office document a packed file is; one that carries macros is none that is taken."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            names = {each.filename for each in packed.infolist()}
    except _DAMAGED:
        return None
    if len(names) > _MOST_PARTS or "[Content_Types].xml" not in names:
        return None
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        return None
    found = [ending for ending, part in _OFFICE.items() if part in names]
    return next((kind for kind, endings in _ENDINGS.items() if found == list(endings)), None)


def _is_plain_text(data: bytes) -> bool:
    """Return whether bytes are text in UTF-8, and no page or drawing that a browser would run."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    if any(unicodedata.category(letter) == "Cc" and letter not in _WHITE for letter in text):
        return False
    return not _MARKUP.match(text.lstrip())
