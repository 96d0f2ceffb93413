"""In which encoding is a CSV file, and which rows has it?

UTF-8 with or without its mark, else Windows-31J, which Excel writes in Japan: that is found from the whole file, so that no
letter is guessed. Text that could be EUC-JP as well is refused, and so is UTF-8 with a few other bytes in it, which would make
sense as nothing but the wrong letters. Nothing of the file is kept but its digest.
"""

from __future__ import annotations

import codecs
import csv
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kijun.problem import Place, Problem
from kijun.problem.reading import describe
from kijun.text import Text

MOST_LETTERS: Final = 1_000_000
"""Of one cell; what is longer is a quotation mark that was not closed."""
_BLOCK: Final = 1 << 20
_UTF_8, _WINDOWS, _EUC = "utf-8", "cp932", "euc_jp"
_NAMES: Final = {_UTF_8: "utf-8-sig", _WINDOWS: _WINDOWS}
_STRANGE: Final = re.compile("[\x80\xa0\uf8f0-\uf8f3]")
"""What the decoder of Windows-31J makes of bytes that mean nothing in it."""
_UP_TO_HERE: Final = Text(ja="ここまではUTF-8です", en="up to here it is")
_NEITHER: Final = Text(ja="Windows-31J(CP932)でもありません", en="it is not Windows-31J (CP932) either")
_EITHER: Final = Text(ja="EUC-JPのようです", en="it seems to be EUC-JP")
_WIDE: Final = Text(ja="UTF-16のようです", en="it seems to be UTF-16")


@dataclass(frozen=True, slots=True, kw_only=True)
class CsvText:
    """A CSV file that can be read: where, in which encoding, and the digest of its bytes."""

    path: Path
    encoding: str
    digest: str


def look_at(path: Path) -> CsvText | Problem:
    """Return how a file is read, or why it is not. Raises OSError."""
    digest, lines, begins = hashlib.sha256(), 0, b""
    tried = {name: _Tried(codec=name) for name in (_UTF_8, _WINDOWS, _EUC)}
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            begins = begins or block[:2]
            digest.update(block)
            for each in tried.values():
                each.take(block, lines)
            lines += block.count(b"\n")
    for each in tried.values():
        each.take(b"", lines, is_last=True)
    if begins in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return describe("K004", Place(file=str(path)), guess=_WIDE)
    utf_8, windows, euc = tried.values()
    if not utf_8.bad:
        return CsvText(path=path, encoding=_NAMES[_UTF_8], digest=digest.hexdigest())
    if windows.bad or not euc.bad or not utf_8.is_ascii:
        guess = _UP_TO_HERE if not utf_8.is_ascii else _NEITHER if euc.bad else _EITHER
        return describe("K004", Place(file=str(path), line=utf_8.bad), guess=guess)
    return CsvText(path=path, encoding=_WINDOWS, digest=digest.hexdigest())


class _Tried:
    """An encoding that a file may have: the first line that is none of it, 0 while there is none, and what came before."""

    def __init__(self, *, codec: str) -> None:
        self._codec = codec
        self._decoder = codecs.getincrementaldecoder(codec)()
        self.bad = 0
        self.is_ascii = True

    def take(self, block: bytes, lines: int, *, is_last: bool = False) -> None:
        """Read on, behind so many lines."""
        if self.bad:
            return
        try:
            read, bad = self._decoder.decode(block, final=is_last), None
        except UnicodeDecodeError as error:
            before = error.object[: error.start]
            read, bad = before.decode(error.encoding, errors="replace"), before
        strange = _STRANGE.search(read) if self._codec == _WINDOWS else None
        if strange is not None or bad is not None:
            self.bad = lines + read[: strange.start() if strange else len(read)].count("\n") + 1
        self.is_ascii = self.is_ascii and read.isascii()


class Unmatched(Exception):
    """Quotation marks that do not match in the row that begins at this line: nobody can tell the rows after it."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def rows_of(text: CsvText) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows that are not blank, each with the line at which it begins. Raises Unmatched, and OSError."""
    csv.field_size_limit(MOST_LETTERS)
    with text.path.open(encoding=text.encoding, newline="") as file:
        reader = csv.reader(file, strict=True)
        begins = 1
        while True:
            try:
                row = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                raise Unmatched(begins) from error
            if any(cell.strip() for cell in row):
                yield begins, row
            begins = reader.line_num + 1
