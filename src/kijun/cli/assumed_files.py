"""What do the files of --with assume beside a record?

Loaded where --with is given: reading such files brings much along.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from kijun.catalogue.additions_file import load_additions
from kijun.catalogue.record_words import words_of
from kijun.cli.output import show_problems
from kijun.cli.question import Asked
from kijun.errors import BadInput
from kijun.evidence import Person
from kijun.evidence.assume import assume
from kijun.judgement.assumption import Assumption
from kijun.judgement.explain_additions import assumptions, names_in
from kijun.problem import Problem, Severity
from kijun.text import Text


def read_files(
    files: Sequence[Path], person: Person, asked: Asked, *, on: date
) -> tuple[Person, tuple[Assumption, ...]]:
    """Return the person with what the files assume, each beside those before it, and the assumptions in words.

    Raises BadInput with every problem of all the files.
    """
    words = words_of(asked.known, asked.ids)
    names = names_in([*asked.editions, *asked.known])
    problems: list[Problem] = []
    found: list[Assumption] = []
    for file in files:
        loaded = load_additions(file, words, person, on=on)
        problems += loaded.problems
        if loaded.additions is not None:
            person = assume(person, loaded.additions)
            found += assumptions(loaded.additions, names)
    _refuse(problems)
    show_problems(problems)
    there = {f"{each.kind}:{each.name}" for each in found if not each.is_later_than(on)}
    later = {f"{each.kind}:{each.name}" for each in found} - there
    return replace(person, assumed=person.assumed - later), tuple(found)


def _refuse(problems: Sequence[Problem]) -> None:
    count = sum(problem.severity is Severity.ERROR for problem in problems)
    if count:
        raise BadInput(
            Text(
                ja=f"仮定を読めません。誤りが{count}件あります。",
                en=f"The assumptions cannot be used: {count} {'problem' if count == 1 else 'problems'}.",
            ),
            problems=tuple(problems),
        )
