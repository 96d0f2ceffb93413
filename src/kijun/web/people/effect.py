"""Which cells would be judged otherwise if a record were other than it is?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from kijun.evidence import Person
from kijun.judgement.proof import CellJudgement
from kijun.judgement.record_judgement import MARK_NAMES, EditionJudgement, judge_editions
from kijun.verdict import MET
from kijun.web.library.queries import current_editions, words
from kijun.web.library.templatetags.kijun import said
from kijun.web.people.models import Entry
from kijun.web.people.queries import state_of
from kijun.web.people.states import State, read_states


@dataclass(frozen=True, slots=True, kw_only=True)
class CellEffect:
    """A cell whose verdict would change: its name and address, its marks and words before and after."""

    name: str
    url: str
    mark_before: str
    mark_after: str
    before: str
    after: str


def effect_of(before: Iterable[State], after: Iterable[State], *, on: date) -> list[CellEffect]:
    """Return the cells whose verdict changes from one state of a record to another: first those that come to be met or cease to be."""
    now, then = (read_states(states, words(), today=date.max).person for states in (before, after))
    return _effect(now, then, on)


def states_with(entries: Iterable[Entry], changed: Iterable[State]) -> list[State]:
    """Return the states of entries, those that are changed in place of what is on record."""
    states = {entry.key: state_of(entry) for entry in entries}
    return [*(states | {state.key: state for state in changed}).values()]


def _effect(before: Person, after: Person, on: date) -> list[CellEffect]:
    if before == after:
        return []
    old, new = (judge_editions(current_editions(), person, on=on) for person in (before, after))
    changed = [
        (later, earlier.cells[path], cell)
        for earlier, later in zip(old.editions, new.editions, strict=True)
        for path, cell in later.cells.items()
        if cell.verdict is not earlier.cells[path].verdict
    ]
    changed.sort(key=lambda each: MET not in (each[1].verdict, each[2].verdict))
    return [_changed(*each) for each in changed]


def _changed(judged: EditionJudgement, before: CellJudgement, after: CellJudgement) -> CellEffect:
    edition, printed = judged.edition.edition, after.cell.indicator
    field = next(each for _category, each in edition.fields() if each.path == printed.field_path)
    return CellEffect(
        name=said(edition.cell_name(field, printed.level)),
        url=reverse("library:thing", kwargs={"path": printed.path}),
        mark_before=before.mark.replace(" ", "-"),
        mark_after=after.mark.replace(" ", "-"),
        before=said(MARK_NAMES[before.mark]),
        after=said(MARK_NAMES[after.mark]),
    )
