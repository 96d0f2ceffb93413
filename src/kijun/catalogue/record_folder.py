"""Which records does a folder hold, and which of them can be judged?"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kijun.catalogue.record_file import load_record
from kijun.evidence import Person
from kijun.evidence.words import Words
from kijun.problem import Problem, Severity

_ENDINGS = (".yaml", ".yml", ".json")
_SCHEMA_ENDING = ".schema.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRecord:
    """A record of a folder: whose it is, or the errors that keep it from being judged."""

    file: Path
    person: Person | None
    errors: tuple[Problem, ...]


def records_in(folder: Path) -> list[Path]:
    """Return the record files of a folder, each once, however many links lead to it.

    The schema that `kijun record new` puts beside a record is none. A link that leads nowhere is one that cannot be read.
    """
    found = [
        file
        for file in sorted(folder.rglob("*"), key=lambda file: (file.is_symlink(), file))
        if file.suffix.lower() in _ENDINGS and not file.name.endswith(_SCHEMA_ENDING)
    ]
    once: dict[str, Path] = {}
    for file in found:
        if file.is_file() or file.is_symlink():
            once.setdefault(os.path.realpath(file), file)
    return sorted(once.values())


def load_records(files: Iterable[Path], words: Words, *, today: date) -> Iterable[FoundRecord]:
    """Yield each record, one at a time; one that cannot be used comes with its errors."""
    for file in files:
        loaded = load_record(file, words, today=today)
        errors = [problem for problem in loaded.problems if problem.severity is Severity.ERROR]
        yield FoundRecord(file=file, person=loaded.person, errors=tuple(errors))
