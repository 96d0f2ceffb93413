"""How is a person who was read already kept until everybody is there?

As one line of JSON, lists in the order of the fields of each class: it is read again without asking what it may hold, because
nothing but a person who was read is ever written so. Notes on ratings and knowledge items are no part of a workforce.
"""

from __future__ import annotations

import json
from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import Any, Final

from kijun.day import RecordedDay, exactly
from kijun.evidence import (
    Confirmation,
    Contribution,
    Engagement,
    Equivalence,
    Expertise,
    MarketShare,
    Mentoring,
    Name,
    Person,
    Qualification,
    Rating,
)
from kijun.text import Text

_MONTH: Final = 7
"""Letters of a month without a day: 2021-04."""
_MANY_DAYS: Final = 100_000

Row = list[Any]


def dump_person(person: Person) -> str:
    """Return the line of a person, without its end."""
    row = [
        person.employee,
        [person.name.written, person.name.reading],
        person.team,
        sorted(person.complete),
        [_dump_engagement(each) for each in person.engagements],
        [[each.area, each.degree, each.reach, _dump_day(each.since)] for each in person.expertise],
        [[each.kind, _dump_text(each.title), _dump_day(each.day)] for each in person.contributions],
        [[each.whom, _dump_day(each.since)] for each in person.mentoring],
        [[each.examination, _dump_day(each.day)] for each in person.qualifications],
        [[each.item, each.level, each.by, _dump_day(each.day)] for each in person.ratings],
        [[each.cell, each.decision, each.by, each.reason, _dump_day(each.day)] for each in person.confirmations],
    ]
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def _dump_engagement(each: Engagement) -> Row:
    market = None if each.market is None else [[share.scope, share.count, share.employees] for share in each.market]
    return [
        each.id,
        _dump_text(each.title),
        each.project,
        each.fields,
        sorted(each.activities),
        each.role,
        each.title_held,
        _dump_day(each.start),
        _dump_day(each.end),
        each.outcome,
        sorted(each.conditions),
        each.has_all_conditions,
        each.sizes,
        each.customers,
        market,
        [[claim.decision, claim.to, claim.by, claim.reason, _dump_day(claim.day)] for claim in each.equivalences],
        sorted(each.masked),
    ]


def _dump_text(text: Text) -> Row | str:
    return text.ja if text.ja == text.en else [text.ja, text.en]


def _dump_day(day: RecordedDay | None) -> str | None:
    if day is None:
        return None
    written = day.earliest.isoformat()
    return written if day.is_exact else written[:_MONTH]


def parse_dumped(line: str) -> Person:
    """Return the person of a line that `dump_person` made."""
    row = json.loads(line)
    employee, name, team, complete, engagements, expertise, contributions, mentoring, passed, ratings, words = row
    return Person(
        employee=employee,
        name=Name(written=name[0], reading=name[1]),
        team=team,
        complete=frozenset(complete),
        engagements=tuple(map(_engagement, engagements)),
        expertise=tuple(Expertise(area=a, degree=d, reach=r, since=_day(since)) for a, d, r, since in expertise),
        contributions=tuple(Contribution(kind=k, title=_text(t), day=_known(day)) for k, t, day in contributions),
        mentoring=tuple(Mentoring(whom=whom, since=_known(since)) for whom, since in mentoring),
        qualifications=tuple(Qualification(examination=name, day=_known(day)) for name, day in passed),
        ratings=tuple(Rating(item=i, level=level, by=by, day=_known(day)) for i, level, by, day in ratings),
        confirmations=tuple(
            Confirmation(cell=cell, decision=decision, by=by, reason=reason, day=_known(day))
            for cell, decision, by, reason, day in words
        ),
    )


def _engagement(row: Row) -> Engagement:
    return Engagement(
        id=row[0],
        title=_text(row[1]),
        project=row[2],
        fields=tuple(row[3]),
        activities=frozenset(row[4]),
        role=row[5],
        title_held=row[6],
        start=_known(row[7]),
        end=_day(row[8]),
        outcome=row[9],
        conditions=frozenset(row[10]),
        has_all_conditions=row[11],
        sizes=row[12],
        customers=row[13],
        market=None
        if row[14] is None
        else tuple(MarketShare(scope=scope, count=count, employees=employees) for scope, count, employees in row[14]),
        equivalences=tuple(
            Equivalence(decision=decision, to=to, by=by, reason=reason, day=_day(day))
            for decision, to, by, reason, day in row[15]
        ),
        masked=frozenset(row[16]),
    )


def _text(said: Row | str) -> Text:
    return Text(ja=said, en=said) if isinstance(said, str) else Text(ja=said[0], en=said[1])


def _day(written: str | None) -> RecordedDay | None:
    return None if written is None else _known(written)


@lru_cache(maxsize=_MANY_DAYS)
def _known(written: str) -> RecordedDay:
    if len(written) > _MONTH:
        return exactly(date.fromisoformat(written))
    first = date.fromisoformat(f"{written}-01")
    return RecordedDay(earliest=first, latest=first.replace(day=monthrange(first.year, first.month)[1]))
