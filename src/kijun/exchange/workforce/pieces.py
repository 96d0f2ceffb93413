"""Into which pieces is a source cut, so that each is read by itself, and once?

The key of a piece is the digest of all that its result comes from: the bytes, their place, and the words that a record may use.
A source that has changed has other keys; what did not change is not read again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from kijun.exchange.workforce.csv_text import CsvText
from kijun.exchange.workforce.tables import Headed

BYTES_IN_A_PIECE: Final = 4_000_000
_FILES_IN_A_PIECE: Final = 100
_LONGEST: Final = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceOfLines:
    """Lines of a file, from one number to another, which begin at a byte."""

    key: str
    path: Path
    offset: int
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceOfRecords:
    """Some record files."""

    key: str
    files: tuple[Path, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeBook:
    """A workbook."""

    key: str
    path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """A CSV file whose rows are to be sorted into ranges of employee numbers; `bounds` are the first of each but the first."""

    key: str
    text: CsvText
    headed: Headed
    bounds: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """The rows of one range of employee numbers, from the files of all tables."""

    key: str
    number: int
    splits: tuple[tuple[str, Split], ...]
    called: str


Piece = PieceOfLines | PieceOfRecords | WholeBook | Split | Gathered


def key_of(*what: object) -> str:
    """Return the key of what a result comes from."""
    return hashlib.sha256("\0".join(map(str, what)).encode(errors="backslashreplace")).hexdigest()


def cut_lines(path: Path, words: str, size: int = BYTES_IN_A_PIECE) -> Iterator[tuple[PieceOfLines, bytes]]:
    """Yield the pieces of a file of lines, each with the digest of its bytes; a piece ends with a line."""
    with path.open("rb") as file:
        offset, first, number = 0, 1, 0
        digest = hashlib.sha256()
        while line := file.readline(_LONGEST):
            digest.update(line)
            if not line.endswith(b"\n"):
                continue
            number += 1
            if file.tell() - offset >= size:
                yield _lines(path, offset, (first, number), digest, words), digest.digest()
                offset, first, digest = file.tell(), number + 1, hashlib.sha256()
        if file.tell() > offset:
            yield _lines(path, offset, (first, number + 1), digest, words), digest.digest()


def _lines(path: Path, offset: int, numbers: tuple[int, int], digest: hashlib._Hash, words: str) -> PieceOfLines:
    key = key_of("lines", path, *numbers, digest.hexdigest(), words)
    return PieceOfLines(key=key, path=path, offset=offset, first=numbers[0], last=numbers[1])


def cut_records(
    files: Sequence[Path], words: str, count: int = _FILES_IN_A_PIECE
) -> Iterator[tuple[PieceOfRecords, bytes]]:
    """Yield the pieces of many record files, each with the digest of the bytes of its files."""
    waiting = iter(files)
    while some := tuple(islice(waiting, count)):
        digest = hashlib.sha256()
        for file in some:
            digest.update(_digest(file))
        yield PieceOfRecords(key=key_of("records", *some, digest.hexdigest(), words), files=some), digest.digest()


def _digest(file: Path) -> bytes:
    """Return the digest of a file; one that cannot be read is set aside when it is read, and has none."""
    try:
        return hashlib.sha256(file.read_bytes()).digest()
    except OSError:
        return b""
