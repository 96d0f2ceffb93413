"""Which person does a record file describe?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kijun.catalogue.installed import shipped_editions
from kijun.catalogue.record_words import words_of
from kijun.catalogue.text_file import read_text
from kijun.catalogue.yaml_tree import parse_tree
from kijun.errors import BadInput
from kijun.evidence import Person
from kijun.evidence.parse import parse_person
from kijun.evidence.words import Words
from kijun.framework.edition import Edition
from kijun.problem import Problem, Severity
from kijun.problem.reading import Reading, Value
from kijun.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedRecord:
    """What a record file holds: the person where it could be read, and every problem found."""

    person: Person | None
    problems: tuple[Problem, ...]


def load_record(path: Path, words: Words, *, today: date) -> LoadedRecord:
    """Return the person of a record file, YAML or JSON."""
    text = read_text(path)
    return (
        LoadedRecord(person=None, problems=(text,))
        if isinstance(text, Problem)
        else read_record_text(text, str(path), words, today=today)
    )


def open_record(path: Path | str, editions: Sequence[Edition] = (), *, today: date | None = None) -> Person:
    """Return the person of a record file. Raises BadInput with every problem of the file.

    The record may use the words of the shipped editions and of the editions given. An engagement that starts after
    `today`, where it is given, is a warning.
    """
    words = words_of([*shipped_editions(), *editions])
    return usable(load_record(Path(path), words, today=today or date.max))


def usable(loaded: LoadedRecord) -> Person:
    """Return the person of a loaded record. Raises BadInput with every problem where it cannot be used."""
    if loaded.person is None:
        count = sum(problem.severity is Severity.ERROR for problem in loaded.problems)
        raise BadInput(
            Text(
                ja=f"経歴を読めません。誤りが{count}件あります。",
                en=f"The record cannot be used: {count} {'problem' if count == 1 else 'problems'}.",
            ),
            problems=loaded.problems,
        )
    return loaded.person


def read_record_text(text: str, name: str, words: Words, *, today: date) -> LoadedRecord:
    """Return the person of a record's text; the name says where it came from and whether it is JSON."""
    tree = parse_tree(text, name)
    if isinstance(tree, list):
        return LoadedRecord(person=None, problems=tuple(tree))
    reading = Reading(locate=tree.locate, problems=list(tree.problems))
    person = parse_person(Value(reading=reading, path=(), raw=tree.root), words, today=today)
    return LoadedRecord(person=None if reading.has_errors else person, problems=reading.in_order())
