"""For which cells could the engagement count that somebody is writing down?

What counts is decided by the core. Here the form is put into the record as it stands, what is wrong with it is left out for
the while, and the answer is brought into the order of a page: what would change first, what nearly counts last.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from kijun.criteria.phrase import Names
from kijun.judgement.could_count import CellCount, EditionCount, NearPart, could_count
from kijun.judgement.explain import PART_NAMES, VERDICT_NAMES
from kijun.judgement.explain_fact import say_miss
from kijun.judgement.proof import NearMiss
from kijun.text import LANGUAGES, Text, join
from kijun.web.library.queries import current_editions, words
from kijun.web.library.templatetags.kijun import said
from kijun.web.people.forms.engagement import REQUIRED
from kijun.web.people.labels import label_of
from kijun.web.people.models import Record
from kijun.web.people.queries import states_of
from kijun.web.people.states import Fault, Plain, State, faults_of, read_states

_LIST = "engagements"
_TRIAL = "trial"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A fact that is still asked for, or that cannot be read: the field, what it is called."""

    name: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CellLine:
    """A cell: what it is called and where it is printed, its mark, and what the engagement does to it.

    `change` says how its verdict changes, `near` what is one fact short.
    """

    name: str
    url: str
    mark: str
    verdict: str
    change: str
    counts: str
    near: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """What stands beside the form: the cells, or what is missing before anything can be said."""

    missing: tuple[Asked, ...] = ()
    left_out: tuple[Asked, ...] = ()
    cells: tuple[CellLine, ...] = ()


def panel_of(record: Record, key: str | None, body: Plain, *, today: date) -> Panel:
    """Return what an engagement that is being written counts for, beside the rest of the record."""
    others = [state for state in states_of(record) if state.key != key]
    trial = State(key=_TRIAL, list=_LIST, position=_last(others), body=body)
    wrong = _wrong(_faults(others, trial, today))
    missing = [name for name in REQUIRED if name in wrong]
    if missing or "id" in wrong:
        return Panel(missing=_asked(missing))
    kept = replace(trial, body={name: value for name, value in body.items() if name not in wrong})
    person = read_states([*others, kept], words(), today=date.max).person
    engagement = next((each for each in person.engagements if each.id == kept.body["id"]), None)
    if engagement is None:
        return Panel(left_out=_asked(wrong))
    found = could_count(current_editions(), person, engagement, on=today)
    return Panel(left_out=_asked(wrong), cells=tuple(_lines(found)))


def _last(states: Sequence[State]) -> int:
    return max((state.position for state in states if state.list == _LIST), default=0) + 1


def _faults(others: Sequence[State], trial: State, today: date) -> list[Fault]:
    return [fault for fault in faults_of([*others, trial], words(), today=today) if fault.key == _TRIAL]


def _wrong(faults: Sequence[Fault]) -> list[str]:
    return [*dict.fromkeys(fault.path[0] for fault in faults if fault.is_error and fault.path)]


def _asked(names: Sequence[str]) -> tuple[Asked, ...]:
    return tuple(Asked(name=name, label=label_of(_LIST, name) if name != "sizes" else _("Size")) for name in names)


def _lines(found: Sequence[EditionCount]) -> list[CellLine]:
    pairs = [(each, cell) for each in found for cell in each.cells]
    pairs.sort(key=lambda pair: (not pair[1].is_changed, not pair[1].counts))
    return [_line(each, cell) for each, cell in pairs]


def _line(found: EditionCount, count: CellCount) -> CellLine:
    edition = found.judged.edition.edition
    printed = count.cell.cell.indicator
    field = next(each for _category, each in edition.fields() if each.path == printed.field_path)
    verdicts = [said(VERDICT_NAMES[each.value]) for each in (count.before, count.cell.verdict)]
    return CellLine(
        name=said(edition.cell_name(field, printed.level)),
        url=reverse("library:thing", kwargs={"path": printed.path}),
        mark=count.cell.mark.replace(" ", "-"),
        verdict=verdicts[1],
        change=_("%(before)s → %(after)s") % {"before": verdicts[0], "after": verdicts[1]} if count.is_changed else "",
        counts=said(join([PART_NAMES[name] for name in count.counts])),
        near=tuple(said(each) for each in _near(count.near, edition.vocabulary.name)),
    )


def _near(near: Sequence[NearPart], names: Names) -> list[Text]:
    """Return each fact that is short, with its parts in the place of the engagement: which one it is says the page."""
    parts: dict[NearMiss, list[Text]] = {}
    for each in near:
        parts.setdefault(each.miss, []).append(PART_NAMES[each.name])
    return [_say_near(miss, join(of), names) for miss, of in parts.items()]


def _say_near(miss: NearMiss, parts: Text, names: Names) -> Text:
    ja, en = (say_miss(replace(miss, evidence=parts.said_in(language)), names) for language in LANGUAGES)
    return Text(ja=ja.ja, en=en.en)
