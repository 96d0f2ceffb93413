"""How is a record judged, on which day and by what was on record when?

A judgement is a function of the state of the record, the editions and the day, so a process keeps the ones it made.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from kijun.evidence import Person
from kijun.framework.edition import Edition
from kijun.judgement.record_judgement import RecordJudgement, judge_editions
from kijun.web.library.kept import while_standards_stand
from kijun.web.library.queries import current_editions, find_edition
from kijun.web.people.models import Record
from kijun.web.people.queries import read_record


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked of a judgement.

    Two questions of time: how it stands as of a day (`on`), and by what was on record at a moment (`recorded`; None: by
    today's record). `edition` None: of each category the newest edition.
    """

    on: date
    recorded: datetime | None = None
    edition: str | None = None

    def editions(self) -> tuple[Edition, ...]:
        """Return the editions to judge in; none where the id is not installed."""
        if self.edition is None:
            return current_editions()
        found = find_edition(self.edition)
        return (found,) if found else ()


def judge_record(record: Record, asked: Asked) -> RecordJudgement:
    """Return the judgement of a record, kept for the state that the record has."""
    return judge_person(read_record(record, recorded=asked.recorded).person, asked)


def judge_person(person: Person, asked: Asked) -> RecordJudgement:
    """Return the judgement of a person; the same person is judged once in a process."""
    return _judge(ById(person), asked.edition, asked.on)


class ById:
    """A person as a key: by identity, because comparing two records takes longer than judging one."""

    __slots__ = ("person",)

    def __init__(self, person: Person) -> None:
        self.person = person

    def __hash__(self) -> int:
        return id(self.person)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ById) and other.person is self.person


@while_standards_stand
@lru_cache(maxsize=500)
def _judge(key: ById, edition: str | None, on: date) -> RecordJudgement:
    return judge_editions(Asked(on=on, edition=edition).editions(), key.person, on=on)
