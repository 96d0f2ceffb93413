"""How do the people of many chunks come in one order, and who stands there twice?

The chunks are merged by employee number, with one person of each in memory. Chunks that follow one another are read one after
the other, so that what comes in order costs nothing; where too many overlap, they are first merged in groups.
Of two records of one employee number the first stands, in the order of the sources; the other one is refused.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from kijun.population.collect_chunk import Chunk, Line, lines_of, write_lines
from kijun.population.collect_staging import Staging

MOST_OPEN: Final = 200
"""How many files are read at once; a process may have 1,024 open, and often no more."""

Numbered = tuple[str, int, Line]
"""Employee number, number of the chunk, person: sorted by the first two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Twice:
    """Somebody who stands there twice: the place that counts, and the place that is refused."""

    employee: str
    first: str
    second: str


def merged(
    staging: Staging, chunks: Sequence[Chunk], refuse: Callable[[Twice], None], *, most_open: int = MOST_OPEN
) -> Iterator[Line]:
    """Yield everybody once, in the order of the employee numbers; the second record of somebody is told to `refuse`."""
    before: Line | None = None
    for employee, _, line in heapq.merge(*_streams(staging, chunks, most_open), key=lambda each: each[:2]):
        if before is not None and employee == before.employee:
            refuse(Twice(employee=employee, first=before.place, second=line.place))
            continue
        before = line
        yield line


def _streams(staging: Staging, chunks: Sequence[Chunk], most_open: int) -> list[Iterator[Numbered]]:
    """Return no more than so many streams, each in order."""
    numbers = {chunk.key: number for number, chunk in enumerate(chunks)}
    streams: list[Iterator[Numbered]] = [
        chain.from_iterable(_numbered(staging, each, numbers[each.key]) for each in lane) for lane in lanes(chunks)
    ]
    round_ = 0
    while len(streams) > most_open:
        groups = [streams[at : at + most_open] for at in range(0, len(streams), most_open)]
        keys = [f"merged-{round_}-{number}" for number in range(len(groups))]
        for key, group in zip(keys, groups, strict=True):
            together = heapq.merge(*group, key=lambda each: each[:2])
            write_lines(staging, key, ((number, line) for _, number, line in together))
        streams = [_again(staging, key) for key in keys]
        round_ += 1
    return streams


def lanes(chunks: Sequence[Chunk]) -> list[list[Chunk]]:
    """Return the chunks in rows of which each begins behind the end of the one before."""
    ends: list[tuple[str, int]] = []
    found: list[list[Chunk]] = []
    for chunk in sorted((each for each in chunks if each.people), key=lambda each: (each.first, each.last)):
        if ends and ends[0][0] < chunk.first:
            _, lane = heapq.heappop(ends)
            found[lane].append(chunk)
        else:
            lane = len(found)
            found.append([chunk])
        heapq.heappush(ends, (chunk.last, lane))
    return found


def _numbered(staging: Staging, chunk: Chunk, number: int) -> Iterator[Numbered]:
    return ((line.employee, number, line) for _, line in lines_of(staging, chunk.key))


def _again(staging: Staging, key: str) -> Iterator[Numbered]:
    return ((line.employee, number, line) for number, line in lines_of(staging, key))
