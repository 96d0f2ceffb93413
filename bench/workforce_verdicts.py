"""Are the verdicts of a workforce what they have to be: the same every time, and those of one person after the other?

    python bench/workforce_verdicts.py digest OUT
    python bench/workforce_verdicts.py people OUT DIR --editions shipped --people 300

A process of its own, so that what measures stays small. The digest is of the values, however they are cut into files: of every
person, of every bit and of every level. People are read back from the tables and judged by `kijun.judgement`; the first
difference ends it.
"""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from random import Random

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from kijun.evidence import Person
from kijun.framework.resolve import ResolvedEdition
from kijun.judgement import CellJudgement, judge_edition, levels
from kijun.population.load import open_workforce
from kijun.population.people import person_numbered
from kijun.verdict import Verdict, between
from workforce_editions import KINDS, ON, SHIPPED, editions_of

_NAMED = ("employee", "name", "team")
"""What only says who somebody is."""


def main() -> int:
    """Print the digest, or compare."""
    parser = ArgumentParser(description="Check the verdicts of a workforce.")
    parser.add_argument("task", choices=("digest", "people"))
    parser.add_argument("out", type=Path)
    parser.add_argument("workforce", type=Path, nargs="?")
    parser.add_argument("--editions", choices=KINDS, default=SHIPPED)
    parser.add_argument("--people", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    if asked.task == "digest":
        print(digest(asked.out))
    else:
        people = _drawn(asked.workforce, asked.people, asked.seed)
        _compare(asked.out, people, editions_of(asked.editions))
    return 0


def digest(out: Path) -> str:
    """Return the digest of what the verdicts say. Raises SystemExit where a person is missing, or out of order."""
    columns: dict[str, tuple[bytes, bytes]] = {}
    files = _files(out)
    for name in pq.read_schema(files[0]).names:
        if name in _NAMED:
            continue
        values, presence, first = sha256(), sha256(), 0
        for file in files:
            column = pq.read_table(file, columns=[name], partitioning=None)[name].combine_chunks()
            if name == "person" and column.to_pylist() != [*range(first, first + len(column))]:
                raise SystemExit(f"{file}: the people are not {first}, {first + 1} and so on")
            first += len(column)
            values.update(pc.fill_null(column, 0).to_numpy().tobytes())
            presence.update(pc.is_valid(column).cast(pa.int8()).to_numpy().tobytes())
        columns[name] = (values.digest(), presence.digest())
    return sha256(repr(sorted(columns.items())).encode()).hexdigest()


def _files(out: Path) -> list[Path]:
    return sorted((out / "verdicts").glob("*.parquet"))


def _drawn(folder: Path, count: int, seed: int) -> dict[int, Person]:
    """Return some people by their numbers, drawn by chance."""
    workforce = open_workforce(folder)
    everybody = range(workforce.manifest.people)
    return {
        number: person_numbered(workforce, number)
        for number in sorted(Random(seed).sample(everybody, min(count, len(everybody))))
    }


def _compare(out: Path, people: dict[int, Person], editions: list[ResolvedEdition]) -> None:
    chosen = pc.field("person").isin(list(people))
    rows = pa.concat_tables(pq.read_table(file, filters=chosen, partitioning=None) for file in _files(out)).to_pylist()
    bits = json.loads((out / "judgement.json").read_text(encoding="utf-8"))["bits"]
    if [row["person"] for row in rows] != list(people):
        raise SystemExit(f"{out}: not everybody was judged once")
    for row, (number, person) in zip(rows, people.items(), strict=True):
        said: dict[object, object] = {}
        for edition in editions:
            said |= _said(edition, judge_edition(edition, person, on=ON))
        read = dict(_read(row, bits))
        if said != read:
            wrong = [key for key in {**said, **read} if said.get(key) != read.get(key)]
            raise SystemExit(f"{out}: person {number} ({person.employee}) is judged otherwise in {wrong[:5]}")


def _said(edition: ResolvedEdition, cells: dict[str, CellJudgement]) -> dict[object, object]:
    """Return every verdict and every level of the judgement of one person."""
    said: dict[object, object] = {}
    for path, cell in cells.items():
        said[path, None] = cell.verdict
        said |= {(path, name): part.verdict for name, part in cell.parts.items()}
        if cell.minimum_by_examination is not None:
            said[path, "minimum_by_examination"] = cell.minimum_by_examination.verdict
    for _, field in edition.edition.fields():
        found = levels(field.path, cells, is_ladder=edition.policy["levels.imply"] == "ladder")
        said[f"{field.path} met"], said[f"{field.path} possible"] = found.highest_met, found.highest_possible
    return said


def _read(row: dict[str, int], bits: list[dict[str, str | int]]) -> Iterator[tuple[object, object]]:
    """Yield the same of a row of the verdicts."""
    for each in bits:
        met, possible = (row[f"{how}_{each['word']}"] >> int(each["bit"]) & 1 for how in ("met", "possible"))
        verdict: Verdict = between(bool(met), bool(possible))
        yield (each["cell"], each["part"]), verdict
    yield from ((name, level) for name, level in row.items() if "/" in name)


if __name__ == "__main__":
    sys.exit(main())
