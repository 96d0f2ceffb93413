"""What would be judged otherwise if some evidence were on record?

The record stays as it is: what is assumed is put beside it and judged. Entries that do not go with the record as it is now are
left out and say why.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any, Final

from kijun.evidence import Person
from kijun.evidence.assume import Additions
from kijun.growth.progress import join_additions
from kijun.judgement.assumption import KIND_NAMES, Assumption
from kijun.judgement.record_judgement import RecordJudgement
from kijun.problem import Severity
from kijun.text import Text, same
from kijun.web.judgements.queries import Asked, ById, judge_person
from kijun.web.library.kept import while_standards_stand
from kijun.web.people.states import ALL_LISTS
from kijun.web.plans.assumed import Plain, Wrong, as_if, read_body, said

_LISTS: Final = (*ALL_LISTS, "complete")
"""The lists of a body, in the order in which they are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One entry that is assumed: where it stands in the body, what it says, and what is wrong with it."""

    list: str
    position: int
    kind: Text
    words: Text
    is_later: bool
    wrong: tuple[Wrong, ...]
    additions: Additions | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumed:
    """A body beside a record: its entries, and the person as if those that go with the record were on it."""

    items: tuple[Item, ...]
    person: Person

    def judged(self, asked: Asked) -> RecordJudgement:
        """Return the judgement with what is assumed."""
        return judge_person(self.person, asked)


def assumed(body: Plain, person: Person, *, on: date) -> Assumed:
    """Return a body beside a person's record on a day; made once in a process for each of them."""
    return _assumed(ById(person), json.dumps(body, sort_keys=True), on)


@while_standards_stand
@lru_cache(maxsize=200)
def _assumed(key: ById, body: str, on: date) -> Assumed:
    items = tuple(items_of(json.loads(body), key.person, on=on))
    additions = join_additions(each.additions for each in items if each.additions is not None)
    return Assumed(items=items, person=as_if(key.person, additions, on=on))


def items_of(body: Plain, person: Person, *, on: date) -> list[Item]:
    """Return the entries of a body, each read by itself beside a person's record."""
    return [
        _item(name, position, entry, person, on) for name in _LISTS for position, entry in enumerate(body.get(name, []))
    ]


def _item(name: str, position: int, entry: Any, person: Person, on: date) -> Item:
    read = read_body({name: [entry]}, person, on=on)
    told = _told(read.additions, person) if read.additions is not None else ()
    wrong = tuple(each for each in read.wrong if each.problem.severity is Severity.ERROR)
    return Item(
        list=name,
        position=position,
        kind=KIND_NAMES[told[0].kind if told else name],
        words=told[0].words if told else Text(ja="仮定することがない", en="nothing is assumed"),
        is_later=any(each.is_later_than(on) for each in told),
        wrong=wrong,
        additions=read.additions,
    )


def _told(additions: Additions, person: Person) -> tuple[Assumption, ...]:
    """Return what a single entry assumes, in words; its engagement is called by its title."""
    title = next((each.title for each in additions.engagements), None)
    for each in additions.facts:
        title = next((one.title for one in person.engagements if one.id == each.engagement), None)
    if title is None:
        return said(additions)
    engagements = tuple(replace(each, id=_TITLE, title=same(_TITLE)) for each in additions.engagements)
    facts = tuple(replace(each, engagement=_TITLE) for each in additions.facts)
    found = said(replace(additions, engagements=engagements, facts=facts))
    return tuple(replace(each, words=_put(each.words, title)) for each in found)


_TITLE: Final = chr(0xF0000)
"""Stands for a title until the sentence is made: a letter that no sentence holds."""


def _put(words: Text, title: Text) -> Text:
    return Text(ja=words.ja.replace(_TITLE, title.ja), en=words.en.replace(_TITLE, title.en))


def last_day(body: Plain, person: Person, *, on: date) -> date:
    """Return the day on which everything of a body is there: that of judgement, or a later one."""
    days = [on]
    for item in items_of(body, person, on=on):
        made = item.additions or Additions()
        recorded = [each.end or each.start for each in made.engagements]
        recorded += [each.end for each in made.facts if each.end is not None]
        recorded += [each.since for each in made.expertise if each.since is not None]
        recorded += [each.since for each in made.mentoring]
        recorded += [each.day for each in made.contributions]
        recorded += [each.day for each in made.qualifications]
        recorded += [each.day for each in made.ratings]
        recorded += [each.day for each in made.confirmations]
        days += [each.latest for each in recorded]
    return max(days)


def together(body: Plain, more: Plain) -> Plain:
    """Return two bodies as one; further facts of an engagement of both become one entry."""
    made = {name: [*body.get(name, []), *more.get(name, [])] for name in _LISTS}
    engagements: dict[str, Plain] = {}
    for each in made["engagements"]:
        engagements[each["id"]] = {**engagements.get(each["id"], {}), **each}
    made["engagements"] = list(engagements.values())
    made["complete"] = list(dict.fromkeys(made["complete"]))
    return {name: entries for name, entries in made.items() if entries}


def without(body: Plain, name: str, position: int) -> Plain:
    """Return a body without one of its entries."""
    entries = [each for at, each in enumerate(body.get(name, [])) if at != position]
    return {key: value for key, value in {**body, name: entries}.items() if value}
