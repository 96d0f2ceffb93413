"""Where do the two readings of a criterion differ?

People are written as a workforce; what the second reading left on the disk is compared, bit by bit, with what the judgement
says of each of them. The files are read here as anybody would: nothing of the second reading helps.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from kijun.evidence import Person
from kijun.framework.resolve import ResolvedEdition
from kijun.population.encode import Encoder
from kijun.population.parts import PartsWriter
from kijun.verdict import Verdict, between
from tests.population.agreement.judged import Asked, Judged, judged


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A verdict or a level of a person that the readings do not share. `about` is a cell and its part, or a field."""

    employee: str
    about: str
    judged: object
    read: object


@dataclass(slots=True, kw_only=True)
class Seen:
    """What was compared: how often each verdict came, for each cell and part."""

    verdicts: Counter[tuple[Asked, Verdict]] = field(default_factory=Counter)

    def rarest(self, part_of_cell: Asked) -> int:
        """Return how often that verdict came which came least."""
        return min(self.verdicts[part_of_cell, verdict] for verdict in Verdict)

    @property
    def asked(self) -> list[Asked]:
        """What was asked, each once."""
        return list(dict.fromkeys(asked for asked, _ in self.verdicts))


def write_workforce(people: Sequence[Person], folder: Path, *, in_a_part: int) -> Path:
    """Write people, in the order of their employee numbers, as a workforce."""
    measures = tuple(sorted({measure for each in people for one in each.engagements for measure in one.sizes}))
    encoder, writer = Encoder(measures=measures), PartsWriter(folder=folder, measures=measures)
    folder.mkdir(parents=True)
    for start in range(0, len(people), in_a_part):
        for person in people[start : start + in_a_part]:
            encoder.add(person)
        writer.write_part(encoder.part())
    writer.finish(encoder.shared(), made_by={"collect": {}})
    return folder


def judgements(people: Sequence[Person], editions: Sequence[ResolvedEdition], *, on: date) -> list[list[Judged]]:
    """Return the first reading: for each person, the judgement in each edition."""
    return [[judged(edition, person, on=on) for edition in editions] for person in people]


def differences(
    out: Path, people: Sequence[Person], said: Sequence[Sequence[Judged]], seen: Seen
) -> Iterator[Difference]:
    """Yield where the verdicts in a folder differ from the judgements of the people; count what was compared."""
    table = _table(out)
    columns = {name: table.column(name).to_pylist() for name in table.column_names}
    order = {employee: row for row, employee in enumerate(columns["employee"])}
    if sorted(order) != [person.employee for person in people] or len(order) != len(people):
        yield Difference(employee="", about="who was judged", judged=len(people), read=len(columns["employee"]))
        return
    bits = {
        (each["cell"], each["part"]): (columns[f"met_{each['word']}"], columns[f"possible_{each['word']}"], each["bit"])
        for each in json.loads((out / "judgement.json").read_text(encoding="utf-8"))["bits"]
    }
    for person, of_person in zip(people, said, strict=True):
        row = order[person.employee]
        for one in of_person:
            for asked, verdict in one.verdicts.items():
                met, possible, bit = bits[asked]
                read = between(bool(met[row] >> bit & 1), bool(possible[row] >> bit & 1))
                seen.verdicts[asked, verdict] += 1
                if read is not verdict:
                    yield Difference(employee=person.employee, about=str(asked), judged=verdict, read=read)
            for path, highest in one.levels.items():
                found = (columns[f"{path} met"][row], columns[f"{path} possible"][row])
                if found != highest:
                    yield Difference(employee=person.employee, about=path, judged=highest, read=found)
        if (columns["name"][row], columns["team"][row]) != (person.name.written, person.team):
            yield Difference(employee=person.employee, about="name or team", judged="", read="")
    yield from _met_and_not_possible(columns)


def _table(out: Path) -> pa.Table:
    return pa.concat_tables(pq.ParquetFile(file).read() for file in sorted((out / "verdicts").rglob("*.parquet")))


def _met_and_not_possible(columns: dict[str, list[int]]) -> Iterator[Difference]:
    for name, words in columns.items():
        if name.startswith("met_"):
            possible = columns[name.replace("met_", "possible_")]
            for row, (met, maybe) in enumerate(zip(words, possible, strict=True)):
                if met & ~maybe:
                    yield Difference(employee=str(row), about=name, judged="met is possible", read=met & ~maybe)
