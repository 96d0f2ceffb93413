"""Which people do lines of JSON describe, one record on each?

A sound line is read the quick way. One that is not is read again as a record file is, so that each of its problems has its
place in the line; both ways read the same values, and a law holds them to it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import BinaryIO, Final

from kijun.catalogue.record_file import read_record_text
from kijun.catalogue.text_file import MOST_BYTES
from kijun.evidence.parse import parse_person
from kijun.evidence.words import Words
from kijun.exchange.workforce.set_aside import dump_set_aside
from kijun.population.collect_chunk import Read
from kijun.population.fit import misfits
from kijun.problem import Place, Problem, Severity
from kijun.problem.reading import Reading, Value, describe
from kijun.text import Text

_INTEGER: Final = re.compile(r"-?[0-9]{1,30}")
_BOM: Final = b"\xef\xbb\xbf"
_MEGABYTE: Final = 1_000_000
_DAMAGED: Final = Text(ja="この行にほかのバイトがあります", en="this line holds other bytes")


class _NotQuick(Exception):
    """What the quick way leaves to the other one."""


def lines_in(file: BinaryIO, first: int, last: int) -> Iterator[tuple[int, bytes | None]]:
    """Yield the lines from one number to another, blank ones left out; None is a line that is too long to be a record."""
    for number in range(first, last + 1):
        line = file.readline(MOST_BYTES + 1)
        is_long = len(line) > MOST_BYTES and not line.endswith(b"\n")
        while is_long and (more := file.readline(MOST_BYTES)) and not more.endswith(b"\n"):
            continue
        if number == 1:
            line = line.removeprefix(_BOM)
        if line.strip():
            yield number, None if is_long else line.strip()


def read_line(line: bytes | None, place: Place, words: Words) -> Read | str:
    """Return the person of a line, or the line that is set aside for it."""
    if line is None:
        long = describe("K003", place, size=f"{MOST_BYTES // _MEGABYTE}+", most=MOST_BYTES // _MEGABYTE)
        return dump_set_aside(place, [long])
    try:
        root = _root(line)
    except (ValueError, RecursionError, _NotQuick):
        return _set_aside(line, place, words, ())
    reading = Reading(locate=lambda _: place)
    person = parse_person(Value(reading=reading, path=(), raw=root), words, today=date.max)
    problems = [*reading.problems, *(() if reading.has_errors else misfits(person, place))]
    if any(problem.severity is Severity.ERROR for problem in problems):
        return _set_aside(line, place, words, problems)
    return Read(person=person, place=str(place))


def _root(line: bytes) -> object:
    return json.loads(
        line.decode(),
        parse_int=_whole,
        parse_float=_fraction,
        parse_constant=str,
        object_pairs_hook=_mapping,
    )


def _whole(written: str) -> int | str:
    return int(written) if _INTEGER.fullmatch(written) else written


def _fraction(written: str) -> float | str:
    """Return a number as a record file holds it: one that would be written otherwise stays as it is written."""
    return float(written) if str(float(written)) == written else written


def _mapping(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _NotQuick
    return found


def _set_aside(line: bytes, place: Place, words: Words, quick: tuple[Problem, ...] | list[Problem]) -> str:
    try:
        text = line.decode()
    except UnicodeDecodeError:
        text = line.decode(errors="backslashreplace")
        return dump_set_aside(place, [describe("K004", place, guess=_DAMAGED)], raw=text)
    loaded = read_record_text(text, f"{place.file}.json", words, today=date.max)
    found = [
        replace(each, place=replace(place, column=each.place.column if each.place.line == 1 else None))
        for each in loaded.problems
        if each.severity is Severity.ERROR
    ]
    employee = _employee(text)
    return dump_set_aside(place, found or quick, employee=employee, raw=text)


def _employee(text: str) -> str | None:
    try:
        found = json.loads(text)["employee"]
    except (ValueError, RecursionError, KeyError, TypeError):
        return None
    return str(found).strip() if isinstance(found, str | int) else None
