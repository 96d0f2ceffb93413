"""What do the case files of the shipped standards say?

A case file holds, for each cell, one base record who just meets every part, and deviations: a name, the changes to the base, the
verdicts that the changes bring, and where the document says so. The path of a change walks the record; in a list a step is the
id of an item or its position, and `+` adds one. A change to nothing (null) takes the thing away.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from kijun.catalogue.installed import shipped_editions
from kijun.catalogue.record_words import words_of
from kijun.catalogue.shipped import SHIPPED
from kijun.catalogue.yaml_tree import Tree, parse_tree
from kijun.evidence import Person
from kijun.evidence.parse import parse_person
from kijun.evidence.words import Words
from kijun.framework.edition import Edition
from kijun.framework.policy import choose
from kijun.framework.resolve import ResolvedCell, resolve_edition
from kijun.problem import Place
from kijun.problem.reading import Reading, Value

BASE: Final = "the base record"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One person judged in one cell; `stated` are the verdicts other than met, by part."""

    cell: str
    name: str
    on: date
    record: Mapping[str, object]
    stated: Mapping[str, str]
    why: str


@cache
def editions() -> Mapping[str, Edition]:
    """Return the shipped editions by id."""
    return {edition.id: edition for edition in shipped_editions()}


@cache
def words() -> Words:
    """Return the words that a record may use."""
    return words_of(editions().values())


@cache
def cells() -> Mapping[str, ResolvedCell]:
    """Return every shipped cell as criteria, under the default policy."""
    found: dict[str, ResolvedCell] = {}
    for edition in editions().values():
        found |= resolve_edition(edition, choose(edition.points, {})).cells
    return found


@cache
def cases() -> Mapping[str, tuple[Case, ...]]:
    """Return all cases by cell, the base first."""
    return read_cases(sorted(SHIPPED.glob("*/*/cases/*/*.yaml")))


def read_cases(paths: Iterable[Path]) -> Mapping[str, tuple[Case, ...]]:
    """Return the cases of some files by cell, the base first."""
    found: dict[str, tuple[Case, ...]] = {}
    for path in paths:
        for plain in _list(_keys(_root(path), {"cases"})["cases"]):
            read = tuple(_read(plain))
            assert read[0].cell not in found, f"{path}: {read[0].cell} has cases twice"
            found[read[0].cell] = read
    return found


@cache
def people_of(cell: str) -> tuple[tuple[Person, date], ...]:
    """Return the people of a cell's cases, each with the day of judgement."""
    return tuple((person_of(case), case.on) for case in cases()[cell])


def person_of(case: Case, known: Words | None = None) -> Person:
    """Return the person whom a case's record describes; a record with a problem is a mistake in the case.

    `known` are the words that it may use: those of the shipped editions where none are given.
    """
    reading = Reading(locate=lambda path: Place(file="/".join(map(str, path))))
    person = parse_person(Value(reading=reading, path=(), raw=case.record), known or words(), today=case.on)
    problems = [f"{problem.place} {problem.code} {problem.detail.en}" for problem in reading.problems]
    assert not reading.has_errors, f"{case.cell}, {case.name}: {problems}"
    return person


def changed(record: Mapping[str, object], changes: Mapping[str, object]) -> dict[str, object]:
    """Return a record with changes, one after the other.

    >>> changed({"mentoring": [{"whom": "A"}]}, {"mentoring/0/whom": "B", "mentoring/+": {"whom": "C"}})
    {'mentoring': [{'whom': 'B'}, {'whom': 'C'}]}
    >>> changed({"engagements": [{"id": "a", "role": "leader"}]}, {"engagements/a/role": None})
    {'engagements': [{'id': 'a'}]}
    """
    result: dict[str, object] = copy.deepcopy(dict(record))
    for path, value in changes.items():
        _change(result, path.split("/"), copy.deepcopy(value))
    return result


def _change(here: object, steps: list[str], value: object) -> None:
    step, *rest = steps
    if isinstance(here, list):
        position = len(here) if step == "+" else _position(here, step)
        if not rest:
            here[position : position + 1] = [] if value is None else [value]
        else:
            _change(here[position], rest, value)
        return
    assert isinstance(here, dict), f"nothing stands below {here!r}"
    if rest:
        _change(here.setdefault(step, [] if rest[0] == "+" else {}), rest, value)
    elif value is None:
        del here[step]
    else:
        here[step] = value


def _position(items: list[object], step: str) -> int:
    for position, item in enumerate(items):
        if isinstance(item, dict) and item.get("id") == step:
            return position
    assert int(step) < len(items), f"there is no item {step}"
    return int(step)


def _root(path: Path) -> object:
    tree = parse_tree(path.read_text(encoding="utf-8"), str(path))
    assert isinstance(tree, Tree), tree
    return tree.root


def _read(plain: object) -> Iterator[Case]:
    keys = _keys(plain, {"cell", "on", "base", "base_expect", "deviations"})
    cell, on = _word(keys["cell"]), date.fromisoformat(_word(keys["on"]))
    base, stated = _mapping(keys["base"]), _verdicts(keys.get("base_expect", {}))
    yield Case(cell=cell, name=BASE, on=on, record=base, stated=stated, why="")
    for deviation in _list(keys["deviations"]):
        of = _keys(deviation, {"name", "change", "expect", "why"})
        yield Case(
            cell=cell,
            name=_word(of["name"]),
            on=on,
            record=changed(base, _mapping(of["change"])),
            stated={**stated, **_verdicts(of["expect"])},
            why=_word(of["why"]),
        )


def _keys(plain: object, known: set[str]) -> Mapping[str, object]:
    keys = _mapping(plain)
    assert keys.keys() <= known, f"unknown keys of a case file: {sorted(keys.keys() - known)}"
    return keys


def _mapping(plain: object) -> Mapping[str, object]:
    assert isinstance(plain, dict), f"a mapping was expected, not {plain!r}"
    return plain


def _list(plain: object) -> list[object]:
    assert isinstance(plain, list), f"a list was expected, not {plain!r}"
    return plain


def _word(plain: object) -> str:
    assert isinstance(plain, str), f"text was expected, not {plain!r}"
    return plain


def _verdicts(plain: object) -> Mapping[str, str]:
    return {part: _word(verdict) for part, verdict in _mapping(plain).items()}
