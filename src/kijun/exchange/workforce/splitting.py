"""How do the rows of a CSV file, in whatever order, come to stand by ranges of employee numbers?

So that everybody's rows of all tables can be read together, a range at a time, however large the files are: the file is read
once, and its rows are written into a file of blocks, each of one range. The bounds come from a sample of the people.
"""

from __future__ import annotations

import gzip
import json
import os
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import BinaryIO, Final

from kijun.exchange.workforce.csv_text import rows_of
from kijun.exchange.workforce.pieces import Split
from kijun.exchange.workforce.rows import employee_of
from kijun.population.collect_staging import Staging

_ROWS: Final = ".rows"
_LETTERS_KEPT: Final = 32_000_000
_MOST_SAMPLED: Final = 20_000
_FAST: Final = 1

Block = tuple[int, int, int]
"""A range, where its block begins, and how long it is."""


def bounds_of(employees: Iterable[str], ranges: int) -> tuple[str, ...]:
    """Return the bounds that divide people into so many ranges, about as many in each."""
    sample: list[str] = []
    step = 1
    for number, employee in enumerate(employees):
        if number % step == 0:
            sample.append(employee)
        if len(sample) > _MOST_SAMPLED:
            sample, step = sample[::2], step * 2
    sample.sort()
    found = (sample[len(sample) * number // ranges] for number in range(1, ranges)) if sample else ()
    return tuple(dict.fromkeys(found))


def split(staging: Staging, piece: Split) -> None:
    """Write the rows of a file by ranges."""
    blocks: list[Block] = []
    waiting: dict[int, list[str]] = {}
    letters = 0
    begun = staging.path(piece.key, f".{os.getpid()}")
    with begun.open("wb") as file:
        rows = rows_of(piece.text)
        next(rows, None)
        for line, cells in rows:
            at = bisect_right(piece.bounds, employee_of(cells, piece.headed))
            written = json.dumps([line, cells], ensure_ascii=False)
            waiting.setdefault(at, []).append(written)
            letters += len(written)
            if letters > _LETTERS_KEPT:
                blocks += _write(file, waiting)
                waiting, letters = {}, 0
        blocks += _write(file, waiting)
    begun.replace(staging.path(piece.key, _ROWS))
    staging.finish(piece.key, json.dumps(blocks))


def _write(file: BinaryIO, waiting: dict[int, list[str]]) -> Iterator[Block]:
    for at, rows in sorted(waiting.items()):
        packed = gzip.compress("\n".join(rows).encode(errors="surrogatepass"), _FAST, mtime=0)
        begins = file.tell()
        file.write(packed)
        yield at, begins, len(packed)


def range_of(staging: Staging, piece: Split, number: int) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of one range, in the order of the file, each with its line."""
    with staging.undamaged(), staging.path(piece.key, _ROWS).open("rb") as file:
        for at, begins, length in json.loads(staging.said(piece.key)):
            if at == number:
                file.seek(begins)
                rows = gzip.decompress(file.read(length)).decode(errors="surrogatepass")
                yield from (tuple(json.loads(row)) for row in rows.split("\n"))
