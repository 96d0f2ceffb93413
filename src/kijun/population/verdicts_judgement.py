"""What do the verdicts of a workforce say about themselves?

judgement.json beside them: as of which day, of which workforce, in which editions under which answers, and which bit of which
word is the verdict of which cell or part. Whether the files keep to it is checked by `verdicts`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from kijun.population.places import BITS
from kijun.problem.reading import Value

FILE: Final = "judgement.json"
FORMAT: Final = "kijun-verdicts"
VERSION: Final = 1
_MOST_WORDS: Final = 10_000
_LEVEL: Final = re.compile(r"[0-9]{1,3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bit:
    """Where a verdict stands: in which word, counted from 1, at which bit of it."""

    word: int
    bit: int


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedEdition:
    """An edition that was judged in: what it was asked for by (an id, or a folder), its digest and its answers."""

    id: str
    source: str
    digest: str
    policy: Mapping[str, str]

    @property
    def is_ladder(self) -> bool:
        """Whether a level counts only where no printed one below it is missed."""
        return self.policy.get("levels.imply") == "ladder"


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedPart:
    """A part of a cell (None: the cell itself), its bit, and whether it decides the cell."""

    edition: str
    cell: str
    part: str | None
    at: Bit
    decides: bool

    @property
    def field_path(self) -> str:
        """The path of the field that the cell belongs to."""
        return self.cell.rpartition("/")[0]

    @property
    def level(self) -> int:
        """The level of the cell."""
        return int(self.cell.rpartition("/")[2])


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What judgement.json says. `folder` is the workforce as it was named, seen from the folder of the verdicts."""

    on: date
    engine: str
    people: int
    folder: str
    workforce_digest: str
    editions: tuple[JudgedEdition, ...]
    parts: tuple[JudgedPart, ...]
    _bits: Mapping[tuple[str, str | None], Bit] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_bits", {(each.cell, each.part): each.at for each in self.parts})

    def bit_of(self, cell: str, part: str | None = None) -> Bit | None:
        """Return where the verdict of a cell or of its part stands, or None where none was given."""
        return self._bits.get((cell, part))

    @property
    def words(self) -> int:
        """How many words of bits there are."""
        return max((each.at.word for each in self.parts), default=0)

    @property
    def levels(self) -> dict[str, tuple[int, ...]]:
        """The printed levels of every field, by its path, lowest first."""
        found: dict[str, list[int]] = {}
        for each in self.parts:
            if each.part is None:
                found.setdefault(each.field_path, []).append(each.level)
        return {path: tuple(sorted(levels)) for path, levels in found.items()}

    def edition_of(self, path: str) -> JudgedEdition:
        """Return the edition that a path begins with; of two that fit, the one with the longer id."""
        found = [each for each in self.editions if path.startswith(f"{each.id}/")]
        return max(found, key=lambda edition: len(edition.id))

    def deciding(self, cell: str) -> dict[str, Bit]:
        """Return the parts that decide a cell, in printed order, each with its bit."""
        return {each.part: each.at for each in self.parts if each.cell == cell and each.part and each.decides}


def seal(judgement: Judgement) -> str:
    """Return what every file of the verdicts says of what it was made from: the digests, the answers and the day."""
    return json.dumps(
        {
            "format": FORMAT,
            "version": VERSION,
            "on": judgement.on.isoformat(),
            "workforce": judgement.workforce_digest,
            "editions": [{"id": e.id, "digest": e.digest, "policy": dict(e.policy)} for e in judgement.editions],
        },
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )


def dump_judgement(judgement: Judgement) -> str:
    """Return the text of judgement.json: the same for the same judgement."""
    plain = {
        "format": FORMAT,
        "version": VERSION,
        "on": judgement.on.isoformat(),
        "engine": judgement.engine,
        "people": judgement.people,
        "workforce": {"folder": judgement.folder, "digest": judgement.workforce_digest},
        "editions": [
            {"id": each.id, "source": each.source, "digest": each.digest, "policy": dict(each.policy)}
            for each in judgement.editions
        ],
        "bits": [
            {
                "edition": each.edition,
                "cell": each.cell,
                "part": each.part,
                "word": each.at.word,
                "bit": each.at.bit,
                "decides": each.decides,
            }
            for each in judgement.parts
        ],
    }
    return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"


def parse_judgement(value: Value) -> Judgement:
    """Return the judgement that a plain value is; what is wrong with it is reported to the value's reading."""
    keys = value.keys(
        required=("format", "version", "on", "engine", "people", "workforce", "editions", "bits"),
    )
    of = keys["workforce"].keys(required=("folder", "digest"))
    day = keys["on"].day()
    return Judgement(
        on=date.min if day is None else day.earliest,
        engine=keys["engine"].words(),
        people=keys["people"].whole(),
        folder=of["folder"].words(),
        workforce_digest=of["digest"].words(),
        editions=tuple(_edition(each) for each in keys["editions"].items()),
        parts=tuple(_part(each) for each in keys["bits"].items()),
    )


def _edition(value: Value) -> JudgedEdition:
    keys = value.keys(required=("id", "source", "digest", "policy"))
    return JudgedEdition(
        id=keys["id"].words(),
        source=keys["source"].words(),
        digest=keys["digest"].words(),
        policy={point: answer.words() for point, answer in keys["policy"].entries().items()},
    )


def _part(value: Value) -> JudgedPart:
    keys = value.keys(required=("edition", "cell", "word", "bit", "decides"), optional=("part",))
    cell, part = keys["cell"], keys["part"]
    path = cell.words()
    if path and not _LEVEL.fullmatch(path.rpartition("/")[2]):
        cell.report("K622", value=path)
        path = f"{path}/0"
    return JudgedPart(
        edition=keys["edition"].words(),
        cell=path,
        part=part.words() if part.is_written else None,
        at=Bit(word=keys["word"].whole(least=1, most=_MOST_WORDS), bit=keys["bit"].whole(most=BITS - 1)),
        decides=keys["decides"].flag(),
    )
