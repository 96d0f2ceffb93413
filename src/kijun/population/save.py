"""How do many people become a workforce on disk?

At most one part of them is in memory at a time. Whose records they are, and where the folder stands in the end, is decided above.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from pathlib import Path

from kijun.evidence import Person
from kijun.population.encode import Encoder
from kijun.population.manifest import Manifest
from kijun.population.parts import PEOPLE_IN_A_PART, PartsWriter


def save_people(
    folder: Path,
    persons: Iterable[Person],
    *,
    measures: Iterable[str],
    made_by: Mapping[str, object],
    people_in_a_part: int = PEOPLE_IN_A_PART,
    progress: Callable[[int], None] | None = None,
) -> Manifest:
    """Write persons, who come in the order of their employee numbers, into an empty folder.

    `measures` are all that their engagements may have on record. `progress` is told how many people are written, part by
    part. Raises OSError where the folder does not take them.
    """
    encoder = Encoder(measures=tuple(sorted(measures)))
    writer = PartsWriter(folder=folder, measures=encoder.measures)
    people = iter(persons)
    while True:
        before = encoder.people
        for person in islice(people, people_in_a_part):
            encoder.add(person)
        if encoder.people == before:
            return writer.finish(encoder.shared(), made_by)
        writer.write_part(encoder.part())
        if progress is not None:
            progress(writer.people)
