"""How do the chunks of a collection become a workforce?

Everybody in order is encoded, part by part, into a folder that takes its name when all is written; who and what was set aside
stands beside the tables, and who stood there twice is found here. Where the chunks come from is the exchange's affair.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TextIO

from kijun.evidence import Person
from kijun.population.collect_chunk import Chunk, Line, aside_of, open_chunk
from kijun.population.collect_merge import MOST_OPEN, Twice, merged
from kijun.population.collect_plain import parse_dumped
from kijun.population.collect_staging import Staging
from kijun.population.manifest import FILE, Manifest
from kijun.population.parts import PEOPLE_IN_A_PART
from kijun.population.save import save_people
from kijun.population.whole_folder import whole_folder

SET_ASIDE: Final = "set-aside.jsonl"
"""The file of a workforce that holds what could not be used: its place, what is wrong with it, and what is written there."""


_TWICE: Final = ("twice", ".aside")


@dataclass(frozen=True, slots=True, kw_only=True)
class Collected:
    """What came of a collection: what the workforce says of itself, and how many entries were set aside."""

    manifest: Manifest
    set_aside: int


def assemble(
    staging: Staging,
    keys: Sequence[str],
    target: Path,
    *,
    replace: bool,
    made_by: Mapping[str, object],
    said_twice: Callable[[Twice], str],
    progress: Callable[[int, int], None] | None = None,
    people_in_a_part: int = PEOPLE_IN_A_PART,
    most_open: int = MOST_OPEN,
) -> Collected:
    """Write the workforce of finished chunks, in the order of the sources; `said_twice` is the line set aside for somebody.

    Raises BadInput where the folder is taken or cannot be written.
    """
    chunks = [open_chunk(staging, key) for key in keys]
    measures = {measure for chunk in chunks for measure in chunk.measures}
    with whole_folder(target, known_by=FILE, replace=replace) as folder, _lines(staging) as doubled:
        lines = merged(staging, chunks, lambda each: _write(doubled, said_twice(each)), most_open=most_open)
        manifest = save_people(
            folder,
            _told(lines, sum(chunk.people for chunk in chunks), progress),
            measures=measures,
            made_by={"collect": made_by},
            people_in_a_part=people_in_a_part,
        )
        _write_aside(folder / SET_ASIDE, staging, chunks, doubled)
    twice = sum(chunk.people for chunk in chunks) - manifest.people
    return Collected(manifest=manifest, set_aside=twice + sum(chunk.set_aside for chunk in chunks))


def _told(lines: Iterable[Line], count: int, progress: Callable[[int, int], None] | None) -> Iterator[Person]:
    for number, line in enumerate(lines, start=1):
        yield parse_dumped(line.kept)
        if progress is not None:
            progress(number, count)


def _lines(staging: Staging) -> TextIO:
    return staging.path(*_TWICE).open("w+", encoding="utf-8")


def _write(file: TextIO, line: str) -> None:
    file.write(f"{line}\n")


def _write_aside(path: Path, staging: Staging, chunks: Sequence[Chunk], doubled: TextIO) -> None:
    doubled.seek(0)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        for chunk in chunks:
            file.write(aside_of(staging, chunk.key))
        shutil.copyfileobj(doubled, file)
