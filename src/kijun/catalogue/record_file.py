"""Which person does a record file describe?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kijun.catalogue.source import read_text
from kijun.catalogue.yaml_tree import parse_tree
from kijun.evidence import Person
from kijun.evidence.parse import parse_person
from kijun.evidence.words import Words
from kijun.problem import Problem
from kijun.problem.reading import Reading, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedRecord:
    """What a record file holds: the person where it could be read, and every problem found."""

    person: Person | None
    problems: tuple[Problem, ...]


def load_record(path: Path, words: Words, *, today: date) -> LoadedRecord:
    """Return the person of a record file, YAML or JSON."""
    text = read_text(path)
    return LoadedRecord(person=None, problems=(text,)) if isinstance(text, Problem) else read_record_text(
        text, str(path), words, today=today
    )


def read_record_text(text: str, name: str, words: Words, *, today: date) -> LoadedRecord:
    """Return the person of a record's text; the name says where it came from and whether it is JSON."""
    tree = parse_tree(text, name)
    if isinstance(tree, list):
        return LoadedRecord(person=None, problems=tuple(tree))
    reading = Reading(locate=tree.locate)
    person = parse_person(Value(reading=reading, path=(), raw=tree.root), words, today=today)
    return LoadedRecord(person=None if reading.has_errors else person, problems=tuple(reading.problems))
