"""Whose records may somebody see, in which role, and which level has each of them reached?"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from django.db.models import Q, QuerySet

from kijun.judgement.record_judgement import judge_editions
from kijun.judgement.summary import summaries
from kijun.text import Text
from kijun.web.accounts.models import Appointment, User
from kijun.web.library.kept import while_standards_stand
from kijun.web.library.queries import current_editions
from kijun.web.people.models import Entry, Record
from kijun.web.people.queries import read_record
from kijun.web.people.states import HEAD


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """A field in which there is evidence, and the level in it in words."""

    field: Text
    level: Text


def visible_people(viewer: User, words: str = "") -> QuerySet[User]:
    """Return those whose records somebody may see besides their own, by name; of whom each word is in name, number or team."""
    roles = ["superior", "assessor"] if viewer.is_assessor else ["superior"]
    standing = Appointment.objects.filter(holder=viewer, role__in=roles, until=None)
    found = User.objects.filter(pk__in=standing.values("person"), is_active=True).select_related("record")
    for word in unicodedata.normalize("NFKC", words).split():
        heads = Entry.objects.filter(list=HEAD).filter(
            Q(body__team__icontains=word) | Q(body__employee__icontains=word) | Q(body__name__icontains=word)
        )
        found = found.filter(Q(name__icontains=word) | Q(record__in=heads.values("record")))
    return found


def heads_of(people: Sequence[User]) -> dict[int, dict[str, object]]:
    """Return the head of each of some records, by person."""
    found = Entry.objects.filter(list=HEAD, record__owner__in=people)
    return dict(found.values_list("record__owner", "body"))


def levels_of(record: Record, *, on: date) -> tuple[Reached, ...]:
    """Return the level in every field with evidence, by today's record; one state is judged once in a process."""
    return _levels(_State(record), record.pk, record.opened_at, record.number, on)


class _State:
    """Carries a record past the key of the cache: the state is told by the other arguments."""

    __slots__ = ("record",)

    def __init__(self, record: Record) -> None:
        self.record = record

    def __hash__(self) -> int:
        return 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _State)


@while_standards_stand
@lru_cache(maxsize=2000)
def _levels(state: _State, _pk: int, _opened_at: datetime, _number: int, on: date) -> tuple[Reached, ...]:
    person = read_record(state.record).person
    judged = judge_editions(current_editions(), person, on=on)
    return tuple(
        Reached(field=each.field.name, level=each.level)
        for edition in judged.editions
        for each in summaries(edition, person)
    )
