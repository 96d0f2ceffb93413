"""What changed since some day, in which cells, and why: which entries, or the time that went by?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from django.utils.translation import gettext as _

from kijun.evidence import Person
from kijun.evidence.words import LIST_NAMES
from kijun.framework.edition import Edition
from kijun.judgement.explain import PART_NAMES, VERDICT_NAMES
from kijun.judgement.explain_additions import names_in
from kijun.judgement.record_judgement import EditionJudgement
from kijun.judgement.since import COMPLETE, Cause, CellSince, Evidence, PartSince, cells_since
from kijun.text import Text, same
from kijun.verdict import Verdict
from kijun.web.judgements.addresses import NAMED_BY, Entries, entries_of
from kijun.web.judgements.marks import mark_class
from kijun.web.judgements.models import Visit
from kijun.web.judgements.proof_page import cell_url
from kijun.web.judgements.queries import Asked, judge_person, judge_record
from kijun.web.library.templatetags.kijun import said
from kijun.web.people.models import Change, List, Record
from kijun.web.people.queries import changes_between, read_record

_RANK: Final = {Verdict.NOT_MET: 0, Verdict.UNKNOWN: 1, Verdict.MET: 2}
_MOST_ACTS: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """From when on: the moment up to which what was on record counts, and the day as of which it was judged.

    `number` is the revision that the record had. `told` is what the map said then, the verdicts by cell, and `editions` those
    that it spoke of: none since a chosen day, on which perhaps nobody looked.
    """

    moment: datetime
    on: date
    number: int
    told: tuple[tuple[str, str], ...] = ()
    editions: tuple[str, ...] = ()


def since_visit(visit: Visit) -> Since | None:
    """Return the end of the visit before, or None where there was none."""
    if visit.previous_at is None or visit.previous_on is None or visit.previous_number is None:
        return None
    told = visit.previous_told or {}
    return Since(
        moment=visit.previous_at,
        on=visit.previous_on,
        number=visit.previous_number,
        told=tuple(told.get("cells", {}).items()),
        editions=tuple(told.get("editions", ())),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What differs: the cells of each edition, and the changes of the record; the person now, and as they were on record."""

    cells: tuple[tuple[EditionJudgement, tuple[CellSince, ...]], ...]
    acts: Sequence[Change]
    persons: tuple[Person, ...]

    @property
    def paths(self) -> frozenset[str]:
        """The cells whose verdict differs."""
        return frozenset(cell.path for _, cells in self.cells for cell in cells if cell.is_otherwise)


def changed_since(record: Record, since: Since, *, on: date) -> Changed:
    """Return what is judged otherwise now, as of a day, than it was then."""
    was = read_record(record, recorded=since.moment).person
    before, aged = judge_person(was, Asked(on=since.on)), judge_person(was, Asked(on=on))
    now = judge_record(record, Asked(on=on))
    acts = changes_between(record, since.number, record.number)
    revised = list(dict.fromkeys(evidence for act in acts for evidence in _revised(act)))
    cells = []
    for old, later, new in zip(before.editions, aged.editions, now.editions, strict=True):
        told = _told(since, new)
        cells.append((new, cells_since(old.cells, later.cells, new.cells, revised=revised, told=told)))
    return Changed(cells=tuple(cells), acts=acts, persons=(now.person, was))


def _told(since: Since, edition: EditionJudgement) -> dict[str, Verdict] | None:
    """Return what was told then of the cells of an edition, None where it was not spoken of."""
    if edition.edition.edition.id not in since.editions:
        return None
    told = dict(since.told)
    return {path: Verdict(told.get(path, Verdict.NOT_MET.value)) for path in edition.cells}


def _revised(act: Change) -> Iterator[Evidence]:
    """Yield what a change was about, as proofs call it."""
    states = [state for state in (act.before, act.after) if state]
    name = states[0]["list"]
    if name in NAMED_BY:
        yield from {Evidence(list=name, name=str(state["body"].get(NAMED_BY[name], ""))) for state in states}
    elif name == List.HEAD:
        was, now = (set((state or {"body": {}})["body"].get("complete", [])) for state in (act.before, act.after))
        yield from (Evidence(list=COMPLETE, name=each) for each in sorted(was ^ now))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Names:
    """What evidence is called, and where it leads."""

    persons: tuple[Person, ...]
    edition: Edition
    entries: Entries

    def of(self, evidence: Evidence) -> dict[str, Any]:
        return {"said": said(evidence_name(evidence, self.persons, self.edition)), "url": self.entries.url(evidence)}


def evidence_name(evidence: Evidence, persons: Sequence[Person], edition: Edition) -> Text:
    """Return what people call something on record: an engagement by its title, what is a word of the standard by its name."""
    name = evidence.name
    kinds = {
        "expertise": "area",
        "contributions": "contribution",
        "qualifications": "examination",
        "ratings": "skill-item",
    }
    if evidence.list == COMPLETE:
        listed = LIST_NAMES[name]
        return Text(
            ja=f"{listed.ja}の一覧が漏れなしという申告", en=f"the declaration that the list of {listed.en} is complete"
        )
    if evidence.list == "engagements":
        titles = (each.title for person in persons for each in person.engagements if each.id == name)
        return next(titles, same(name))
    return names_in([edition])(kinds[evidence.list], name) if evidence.list in kinds else same(name)


def changes_page(record: Record, since: Since, *, on: date, person: str, may_edit: bool) -> dict[str, Any]:
    """Return what the page of changes shows."""
    changed = changed_since(record, since, on=on)
    entries = entries_of(record, person, may_edit=may_edit)
    cells: list[dict[str, Any]] = []
    parts: list[dict[str, Any]] = []
    for edition, found in changed.cells:
        names = _Names(persons=changed.persons, edition=edition.edition.edition, entries=entries)
        for cell in found:
            (cells if cell.is_otherwise else parts).append(_cell(cell, edition, names, person))
    return {
        "since": since,
        "paths": changed.paths,
        "cells": cells,
        "parts": parts,
        "acts": [_act(each, changed, entries) for each in reversed(changed.acts[-_MOST_ACTS:])],
        "more_acts": max(0, len(changed.acts) - _MOST_ACTS),
    }


def _cell(cell: CellSince, edition: EditionJudgement, names: _Names, person: str) -> dict[str, Any]:
    printed = edition.edition.edition
    indicator = printed.indicators[cell.path]
    field = next(field for _, field in printed.fields() if field.path == indicator.field_path)
    return {
        "name": printed.cell_name(field, indicator.level),
        "edition": printed.name,
        "url": cell_url(person, cell.path),
        "kind": mark_class(edition.cells[cell.path].mark),
        "old": VERDICT_NAMES[cell.old.value],
        "new": VERDICT_NAMES[cell.new.value],
        "change": _direction(cell.old, cell.new),
        "is_by_standard": cell.is_by_standard,
        "parts": [_part(each, names) for each in cell.parts],
    }


def _direction(old: Verdict, new: Verdict) -> str:
    return "added" if _RANK[new] > _RANK[old] else "removed" if _RANK[new] < _RANK[old] else ""


def _part(part: PartSince, names: _Names) -> dict[str, Any]:
    return {
        "name": PART_NAMES[part.name],
        "old": VERDICT_NAMES[part.old.value],
        "new": VERDICT_NAMES[part.new.value],
        "is_by_time": Cause.TIME in part.causes,
        "is_by_record": Cause.RECORD in part.causes,
        "evidence": [names.of(each) for each in part.evidence],
    }


def _act(act: Change, changed: Changed, entries: Entries) -> dict[str, Any]:
    state = act.after or act.before
    assert state is not None, "a change has a state before or after"
    edition = changed.cells[0][0].edition.edition
    about = next(iter(_revised(act)), None)
    name = said(evidence_name(about, changed.persons, edition)) if about else str(List(state["list"]).label)
    verb = _("changed") if act.before and act.after else _("added") if act.after else _("removed")
    return {
        "at": act.revision.at,
        "who": act.revision.author_name,
        "list": List(state["list"]).label,
        "name": name,
        "verb": verb,
        "url": entries.url(about) if about is not None else None,
    }
