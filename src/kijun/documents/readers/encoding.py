"""In which encoding is a text written?

UTF-8 and marked UTF-16 are certain. CP932 and EUC-JP have no mark: one of them is taken only where the bytes are valid in it and
give ordinary Japanese letters, and the other one does not; otherwise nothing is guessed.
"""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import Final

from kijun.documents.readers.refusal import Unreadable, refuse
from kijun.text import Text

_MARKED: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_LEGACY: Final = ("cp932", "euc_jp")
_ORDINARY: Final = 0.8
"""What part of the letters beyond ASCII is ordinary in a text that is read in its own encoding."""
_KANA: Final = re.compile("[\u3040-\u30ff]")
_BEYOND: Final = re.compile("[^\x00-\x7f]")
_LETTER: Final = re.compile("[\u3000-\u30ff\u4e00-\u9fff\uff01-\uff5e○●◎□■◇◆△▲▽▼※→←↑↓〒×÷±°′″…‥“”‘’―①-⑳Ⅰ-Ⅹ㎡㎝㎞№㈱]")
_BEGIN_OF_RARE_KANJI: Final = 0x98 << 8 | 0x9F
"""The kanji of JIS level 2 stand from here on in CP932; a text in another encoding is full of them."""
_LONGEST_LOOK: Final = 200_000
_LOOKED_AT: Final = 2_000
_MIXED: Final = Text(
    ja="ここまではUTF-8ですが、ここからは違います", en="Up to here it is UTF-8, from here on it is not"
)
_UNMARKED: Final = Text(ja="BOMのないUTF-16のようです", en="It seems to be UTF-16 without a byte order mark")
_BROKEN_UTF_16: Final = Text(
    ja="UTF-16のBOMがありますが、UTF-16として読めません", en="It is marked as UTF-16, and is not"
)
_EITHER: Final = Text(
    ja="CP932かEUC-JPか、ほかの文字コードか決められません",
    en="Whether it is CP932, EUC-JP or another encoding cannot be told",
)


def decode(raw: bytes, path: Path, *, declared: str | None = None) -> str:
    """Return the text of a file; `declared` is the encoding that the text itself names, and is believed if it holds.

    Raises Unreadable where the encoding cannot be told.
    """
    for mark, encoding in _MARKED:
        if raw.startswith(mark):
            return _marked(raw.removeprefix(mark), encoding, path)
    if b"\0" in raw:
        raise refuse("K506", path, found=_UNMARKED)
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        text = _declared(raw, declared) or _legacy(raw)
        if text is None:
            raise _undecided(raw, error.start, path) from error
        return text


def is_binary(raw: bytes) -> bool:
    """Return whether bytes are no text at all: zero bytes, and no letters in UTF-16 either."""
    if b"\0" not in raw or any(raw.startswith(mark) for mark, _ in _MARKED[1:]):
        return False
    return not any(_is_plain(raw[:_LOOKED_AT].decode(encoding, errors="replace")) for _, encoding in _MARKED[1:])


def _is_plain(text: str) -> bool:
    """Return whether text is such as people write: its letters are ASCII or ordinary Japanese."""
    plain = sum(1 for letter in text if letter in "\r\n\t" or " " <= letter <= "~" or _LETTER.match(letter))
    return plain > _ORDINARY * len(text)


def _marked(raw: bytes, encoding: str, path: Path) -> str:
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-8":
            raise _undecided(raw, error.start, path) from error
        raise refuse("K506", path, found=_BROKEN_UTF_16) from error
    if "\0" in text:
        raise refuse("K506", path, found=_BROKEN_UTF_16)
    return text


def _declared(raw: bytes, encoding: str | None) -> str | None:
    """Return the text in the encoding that it declares, where that is one of those that are read."""
    try:
        name = codecs.lookup(encoding or "").name
    except LookupError:
        return None
    name = "cp932" if name == "shift_jis" else name  # what the web calls Shift_JIS is CP932
    return _strictly(raw, name) if name in _LEGACY else None


def _legacy(raw: bytes) -> str | None:
    read = {encoding: text for encoding in _LEGACY if (text := _strictly(raw, encoding)) is not None}
    likely = [text for text in read.values() if is_ordinary(text)]
    return likely[0] if len(likely) == 1 else None


def _strictly(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None


def is_ordinary(text: str) -> bool:
    """Return whether the letters of a text beyond ASCII are those of ordinary Japanese, kana among them.

    >>> is_ordinary("サーバの保守を担当した。"), is_ordinary("ｻｰﾊﾞ鐚"), is_ordinary("plain")
    (True, False, False)
    """
    beyond = _BEYOND.findall(text[:_LONGEST_LOOK])
    ordinary = sum(1 for letter in beyond if _LETTER.match(letter) and not _is_rare(letter))
    return ordinary > _ORDINARY * len(beyond) and _KANA.search(text) is not None


def _is_rare(letter: str) -> bool:
    if letter < "\u4e00" or letter > "\u9fff":
        return False
    try:
        return int.from_bytes(letter.encode("cp932"), "big") >= _BEGIN_OF_RARE_KANJI
    except UnicodeEncodeError:
        return True


def _undecided(raw: bytes, bad: int, path: Path) -> Unreadable:
    before = raw[:bad].decode()
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return refuse("K506", path, line=line, column=column, found=_EITHER if before.isascii() else _MIXED)
