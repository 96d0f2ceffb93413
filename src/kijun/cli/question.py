"""What does a command ask about: which editions, whose record, on which day, under which policies?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from kijun.catalogue.installed import newest_of_each_category, open_edition, shipped_editions
from kijun.catalogue.record_file import load_record, usable
from kijun.catalogue.record_words import words_of
from kijun.cli.output import show_problems
from kijun.day import read_day
from kijun.errors import BadInput, BadPolicy
from kijun.evidence import Person
from kijun.framework.edition import Edition
from kijun.problem import Problem, Severity
from kijun.problem.reading import FIRST_DAY, LAST_DAY
from kijun.text import Text

_LACKING: Final = "K222"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The editions to answer in, those whose words a record may use, and the ids that were asked for by name.

    `folders` are the editions that were asked for by a folder, by their ids.
    """

    editions: Sequence[Edition]
    known: Sequence[Edition]
    ids: frozenset[str]
    folders: Mapping[str, str]


def asked_editions(names: Sequence[str]) -> Asked:
    """Return the editions that --edition names, by id or folder, or the newest of each category.

    Raises BadInput where two of them have one id.
    """
    shipped = shipped_editions()
    ids = {edition.id: edition for edition in shipped}
    named = list(dict.fromkeys(names))
    chosen = [ids[name] if name in ids else open_edition(name) for name in named]
    _refuse_same_id(chosen)
    return Asked(
        editions=chosen or newest_of_each_category(shipped),
        known=[*shipped, *chosen],
        ids=frozenset(edition.id for edition in chosen),
        folders={edition.id: name for edition, name in zip(chosen, named, strict=True) if name not in ids},
    )


def _refuse_same_id(editions: Sequence[Edition]) -> None:
    found = [edition.id for edition in editions]
    for each in found:
        if found.count(each) > 1:
            raise BadInput(
                Text(
                    ja=f"--editionに「{each}」という版が二つあります。一つだけ指定してください。",
                    en=f'Two editions of --edition are called "{each}". Name one of them.',
                )
            )


def read_person(record: Path, asked: Asked, now: date) -> tuple[Person, list[Problem]]:
    """Return whose record it is, with the notices that can wait.

    Warnings are shown at once, and so is what the editions asked for lack. Raises BadInput for a record with an error.
    """
    loaded = load_record(record, words_of(asked.known, asked.ids), today=now)
    person = usable(loaded)
    waiting = [
        problem for problem in loaded.problems if problem.severity is Severity.NOTICE and problem.code != _LACKING
    ]
    show_problems([problem for problem in loaded.problems if problem not in waiting])
    return person, waiting


def read_policies(given: Sequence[str]) -> dict[str, str]:
    """Return an organisation's own answers, each given as NAME=VALUE. Raises BadPolicy for one without a sign."""
    overrides = {}
    for each in given:
        name, sign, answer = each.partition("=")
        if not sign:
            raise BadPolicy(
                Text(
                    ja=f"「{each}」: --policyは「名前=答え」の形で書いてください(例: levels.imply=ladder)。",
                    en=f'"{each}": write --policy as NAME=VALUE, such as levels.imply=ladder.',
                )
            )
        overrides[name.strip()] = answer.strip()
    return overrides


def read_judgement_day(words: str | None, now: date) -> date:
    """Return the day of --on, or today. Raises BadInput for what is no exact day."""
    if words is None:
        return now
    recorded = read_day(words)
    if recorded is None or not recorded.is_exact:
        raise BadInput(
            Text(
                ja=f"「{words}」は判定日として読めません。2026-04-01のように日まで書いてください。",
                en=f'"{words}" is not a day. Write it like 2026-04-01, with its day.',
            )
        )
    if not FIRST_DAY <= recorded.earliest <= LAST_DAY:
        raise BadInput(
            Text(
                ja=f"「{words}」は{FIRST_DAY.year}年から{LAST_DAY.year}年までの日ではありません。",
                en=f'"{words}" is not between {FIRST_DAY.year} and {LAST_DAY.year}.',
            )
        )
    return recorded.earliest
