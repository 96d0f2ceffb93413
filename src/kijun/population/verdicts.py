"""Which verdicts of a workforce stand in a folder, and can they be relied on?

Only what the files say of themselves is read, so that a million people are opened in a moment. Every problem is told at once.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

from kijun.errors import BadInput
from kijun.population.verdicts_judgement import FILE, FORMAT, VERSION, Bit, Judgement, parse_judgement, seal
from kijun.problem import Place, Problem
from kijun.problem.reading import Reading, Value, describe
from kijun.text import Text

FOLDER: Final = "verdicts"
SEAL_KEY: Final = b"kijun"
_OF_SPARK: Final = b"org.apache.spark.sql.parquet.row.metadata"
PERSON_COLUMNS: Final[Mapping[str, pa.DataType]] = {
    "person": pa.int32(),
    "employee": pa.string(),
    "name": pa.string(),
    "team": pa.string(),
}


def word_columns(word: int) -> tuple[str, str]:
    """Return the columns of a word: the bits of what is met, and of what is possible, which holds all that is met."""
    return f"met_{word}", f"possible_{word}"


def level_columns(field_path: str) -> tuple[str, str]:
    """Return the columns of a field: the highest level that is met, and the highest that is met or unknown."""
    return f"{field_path} met", f"{field_path} possible"


def verdict_schema(judgement: Judgement) -> pa.Schema:
    """Return the Arrow schema of the verdicts, with what each file says of what it was made from."""
    words = (name for word in range(1, judgement.words + 1) for name in word_columns(word))
    levels = (name for path in judgement.levels for name in level_columns(path))
    return pa.schema(
        [
            *(pa.field(name, kind, nullable=name == "team") for name, kind in PERSON_COLUMNS.items()),
            *(pa.field(name, pa.int64(), nullable=False) for name in words),
            *(pa.field(name, pa.int8()) for name in levels),
        ],
        metadata={SEAL_KEY: seal(judgement).encode()},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdicts:
    """The verdicts of a workforce in a folder, checked."""

    folder: Path
    judgement: Judgement

    def files(self) -> list[Path]:
        """Return the files of the verdicts, in order."""
        return sorted((self.folder / FOLDER).rglob("*.parquet"))

    def bit_of(self, cell: str, part: str | None = None) -> Bit | None:
        """Return where the verdict of a cell or of its part stands, or None where none was given."""
        return self.judgement.bit_of(cell, part)

    @property
    def is_partitioned(self) -> bool:
        """Whether the people stand in folders named for a value that they share: team=…, which the files then leave out."""
        return any(_named_by_folders(self, file) for file in self.files())

    @property
    def workforce_folder(self) -> Path:
        """The folder of the workforce that was judged."""
        return (self.folder.resolve() / self.judgement.folder).resolve()


def open_verdicts(folder: Path) -> Verdicts:
    """Return the verdicts of a folder. Raises BadInput with every problem that there is."""
    file = folder / FILE
    if not file.is_file():
        raise _refused(folder, [describe("K620", Place(file=str(folder)), file=FILE)])
    judgement, problems = _read(file)
    if judgement is None:
        raise _refused(folder, problems)
    verdicts = Verdicts(folder=folder, judgement=judgement)
    problems = [*_problems_of_files(verdicts)]
    if problems:
        raise _refused(folder, problems)
    return verdicts


def _refused(folder: Path, problems: list[Problem]) -> BadInput:
    return BadInput(
        Text(
            ja=f"「{folder}」は組織の判定結果として読めません。",
            en=f'"{folder}" cannot be read as the verdicts of a workforce.',
        ),
        problems=problems,
    )


def _read(file: Path) -> tuple[Judgement | None, list[Problem]]:
    place = Place(file=str(file))
    try:
        plain = json.loads(file.read_bytes())
    except (ValueError, RecursionError):
        reason = Text(ja="JSONではありません", en="It is not JSON")
        return None, [describe("K621", place, reason=reason)]
    version = (plain.get("format"), plain.get("version")) if isinstance(plain, dict) else (None, None)
    if version != (FORMAT, VERSION):
        found = " ".join("?" if word is None else str(word) for word in version)
        return None, [describe("K623", place, found=found, expected=f"{FORMAT} {VERSION}")]
    reading = Reading(locate=lambda path: Place(file=":".join((str(file), "/".join(map(str, path))))))
    judgement = parse_judgement(Value(reading=reading, path=(), raw=plain))
    return (None if reading.has_errors else judgement), reading.problems


def _problems_of_files(verdicts: Verdicts) -> Iterator[Problem]:
    schema, rows, is_whole = verdict_schema(verdicts.judgement), 0, True
    for file in verdicts.files():
        place = Place(file=str(file))
        try:
            found = pq.read_metadata(file)
            own = found.schema.to_arrow_schema()
        except (pa.ArrowException, OSError) as error:
            yield describe("K624", place, reason=str(error).splitlines()[0])
            is_whole = False
            continue
        rows += found.num_rows
        yield from _problems_of_columns(own, schema, place, _named_by_folders(verdicts, file))
        if _seal_of(own.metadata or {}) != schema.metadata[SEAL_KEY]:
            yield describe("K627", place, file=FILE)
    if is_whole and (rows != verdicts.judgement.people or not verdicts.files()):
        place = Place(file=str(verdicts.folder / FOLDER))
        yield describe("K628", place, expected=verdicts.judgement.people, found=rows)


def _named_by_folders(verdicts: Verdicts, file: Path) -> frozenset[str]:
    """Return the columns that the folders of a file stand for."""
    folders = file.relative_to(verdicts.folder / FOLDER).parts[:-1]
    return frozenset(folder.partition("=")[0] for folder in folders)


def _seal_of(metadata: Mapping[bytes, bytes]) -> bytes | None:
    """Return what a file says of what it was made from; Spark keeps that with its own description of the first column."""
    if SEAL_KEY in metadata or _OF_SPARK not in metadata:
        return metadata.get(SEAL_KEY)
    fields = json.loads(metadata[_OF_SPARK])["fields"]
    told: Mapping[str, str] = next(
        (field["metadata"] for field in fields if SEAL_KEY.decode() in field["metadata"]), {}
    )
    return str(told.get(SEAL_KEY.decode(), "")).encode()


def _problems_of_columns(
    found: pa.Schema, expected: pa.Schema, place: Place, elsewhere: frozenset[str]
) -> Iterator[Problem]:
    for column in expected:
        if column.name in elsewhere:
            continue
        position = found.get_field_index(column.name)
        if position < 0:
            yield describe("K625", place, column=column.name, kind=column.type)
        elif found.field(position).type != column.type:
            yield describe("K626", place, column=column.name, kind=column.type, found=found.field(position).type)
