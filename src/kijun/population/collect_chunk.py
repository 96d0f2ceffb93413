"""What is a finished piece of a workforce that is being collected?

Some people in the order of their employee numbers, each with the place where they were read, and the lines of what was set
aside. A chunk is read person by person: what is kept in memory is one of each chunk, however many people there are.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kijun.catalogue.whole_file import write_whole
from kijun.evidence import Person
from kijun.population.collect_plain import dump_person
from kijun.population.collect_staging import Staging

_PEOPLE: Final = ".people.gz"
_ASIDE: Final = ".aside"
_FAST: Final = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A person who was read, and where."""

    person: Person
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """What is known of a finished piece: how many people, who comes first and last, what they measured, and what was set aside."""

    key: str
    people: int
    first: str
    last: str
    measures: tuple[str, ...]
    set_aside: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A person of a chunk, still as it is kept."""

    employee: str
    place: str
    kept: str


def write_chunk(staging: Staging, key: str, people: Sequence[Read], aside: Sequence[str]) -> None:
    """Finish a piece: its people in any order, of one employee number in that of their places, and lines of JSON set aside."""
    ordered = sorted(people, key=lambda read: read.person.employee)
    kept = (Line(employee=each.person.employee, place=each.place, kept=dump_person(each.person)) for each in ordered)
    lines = "".join(map(_written, kept))
    write_whole(staging.path(key, _PEOPLE), gzip.compress(lines.encode(), _FAST, mtime=0))
    write_whole(staging.path(key, _ASIDE), "".join(f"{line}\n" for line in aside))
    measures = {measure for read in people for each in read.person.engagements for measure in each.sizes}
    said = {
        "people": len(ordered),
        "first": ordered[0].person.employee if ordered else "",
        "last": ordered[-1].person.employee if ordered else "",
        "measures": sorted(measures),
        "set_aside": len(aside),
    }
    staging.finish(key, json.dumps(said))


def _written(line: Line, number: int = 0) -> str:
    """Return the line as it is kept: an employee number holds no control character, and JSON writes none as it is."""
    return f"{line.employee}\t{number}\t{json.dumps(line.place)}\t{line.kept}\n"


def open_chunk(staging: Staging, key: str) -> Chunk:
    """Return what is known of a finished piece."""
    said = json.loads(staging.said(key))
    return Chunk(
        key=key,
        people=said["people"],
        first=said["first"],
        last=said["last"],
        measures=tuple(said["measures"]),
        set_aside=said["set_aside"],
    )


def lines_of(staging: Staging, key: str) -> Iterator[tuple[int, Line]]:
    """Yield the people of a piece, in the order of their employee numbers, each with the number that it was written with."""
    path = staging.path(key, _PEOPLE)
    with staging.undamaged(), gzip.open(path, "rt", encoding="utf-8", newline="\n") as file:
        for line in file:
            employee, number, place, kept = line.rstrip("\n").split("\t", 3)
            yield int(number), Line(employee=employee, place=json.loads(place), kept=kept)


def write_lines(staging: Staging, key: str, lines: Iterable[tuple[int, Line]]) -> None:
    """Write people who are in order already, one at a time."""
    with gzip.open(staging.path(key, _PEOPLE), "wt", compresslevel=_FAST, encoding="utf-8", newline="\n") as file:
        file.writelines(_written(line, number) for number, line in lines)


def aside_of(staging: Staging, key: str) -> str:
    """Return the lines that a piece set aside."""
    return staging.path(key, _ASIDE).read_text(encoding="utf-8")
