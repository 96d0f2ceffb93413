"""How does a file become text, or a problem with its place?

Bounded, UTF-8 only, never a guess: a file in another encoding is named as what it seems to be and refused.
"""

from __future__ import annotations

import codecs
from pathlib import Path
from typing import Final

from kijun.problem import Place, Problem
from kijun.problem.reading import describe
from kijun.text import Text

MOST_BYTES: Final = 5_000_000
_MEGABYTE = 1_000_000
_GUESSES = (("shift_jis", "Shift_JIS"), ("euc_jp", "EUC-JP"), ("cp932", "Windows-31J"))
_EXPECTED = Text(ja="ファイル", en="a file")


def read_text(path: Path, *, name: str | None = None) -> str | Problem:
    """Return the text of a file, or the problem that keeps it from being read."""
    place = Place(file=name or str(path))
    if not path.exists():
        return describe("K001", place, name=path)
    if path.is_dir():
        return describe("K002", place, name=path, expected=_EXPECTED)
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            return describe("K003", place, size=f"{size / _MEGABYTE:.1f}", most=MOST_BYTES // _MEGABYTE)
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except OSError as error:
        return describe("K009", place, reason=error.strerror or str(error))
    return _decoded(raw, place)


def _decoded(raw: bytes, place: Place) -> str | Problem:
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\x00" in raw[:1000]:
        return describe("K004", place, guess="UTF-16")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return describe("K004", _place_of_byte(raw, error.start, place), guess=_guess(raw))
    if not text.strip():
        return describe("K005", place)
    return text


def _guess(raw: bytes) -> str:
    for codec, name in _GUESSES:
        try:
            raw.decode(codec)
        except UnicodeDecodeError:
            continue
        return name
    return "?"


def _place_of_byte(raw: bytes, offset: int, place: Place) -> Place:
    before = raw[:offset]
    return Place(file=place.file, line=before.count(b"\n") + 1, column=offset - before.rfind(b"\n"))
