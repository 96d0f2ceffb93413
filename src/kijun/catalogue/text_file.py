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
_LOOKED_AT = 2_000
_GUESSES = (("euc_jp", "EUC-JP"), ("shift_jis", "Shift_JIS"), ("cp932", "Windows-31J"))
"""In this order: text in EUC-JP often is valid Shift_JIS too, but hardly ever the other way round."""
_UTF_16 = ("utf-16-le", "utf-16-be")
_EXPECTED = Text(ja="ファイル", en="a file")
_UP_TO_HERE = Text(ja="ここまではUTF-8です", en="up to here it is")
_NOT_TEXT = Text(ja="文字のファイルではないようです", en="it does not seem to be text at all")


def read_text(path: Path, *, name: str | None = None) -> str | Problem:
    """Return the text of a file, or the problem that keeps it from being read."""
    place = Place(file=name or str(path))
    try:
        if not path.exists():
            return describe("K001", place, name=path)
        if path.is_dir():
            return describe("K002", place, name=path, expected=_EXPECTED)
        size = path.stat().st_size
        raw = b""
        if size <= MOST_BYTES:
            with path.open("rb") as file:
                raw = file.read(MOST_BYTES + 1)
    except OSError as error:
        return describe("K009", place, reason=error.strerror or str(error))
    if max(size, len(raw)) > MOST_BYTES:
        return describe("K003", place, size=f"{max(size, len(raw)) / _MEGABYTE:.1f}", most=MOST_BYTES // _MEGABYTE)
    return _decoded(raw, place)


def _decoded(raw: bytes, place: Place) -> str | Problem:
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\x00" in raw:
        return describe("K004", place, guess=_guess_wide(raw))
    raw = raw.removeprefix(codecs.BOM_UTF8)
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        return describe("K004", _place_of_byte(raw, error.start, place), guess=_guess(raw, error.start))
    if not text.strip():
        return describe("K005", place)
    return text


def _guess(raw: bytes, bad: int) -> Text:
    if not raw[:bad].isascii():
        return _UP_TO_HERE
    for codec, name in _GUESSES:
        try:
            raw.decode(codec)
        except UnicodeDecodeError:
            continue
        return _seems(name)
    return _NOT_TEXT


def _guess_wide(raw: bytes) -> Text:
    """Return what text with zero bytes is: UTF-16, where most of it is ordinary letters when read so, or no text."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _seems("UTF-16")
    for codec in _UTF_16:
        read = raw[:_LOOKED_AT].decode(codec, errors="replace")
        plain = sum(letter.isprintable() or letter in "\r\n\t" for letter in read)
        if plain >= len(read) - 1 and any(letter.isascii() for letter in read):
            return _seems("UTF-16")
    return _NOT_TEXT


def _seems(name: str) -> Text:
    return Text(ja=f"{name}のようです", en=f"it seems to be {name}")


def _place_of_byte(raw: bytes, offset: int, place: Place) -> Place:
    before = raw[:offset].decode()
    return Place(file=place.file, line=before.count("\n") + 1, column=len(before) - before.rfind("\n"))
