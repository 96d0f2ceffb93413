"""How far has somebody come with a plan that was kept?

A kept plan is the evidence that its steps stood for when it was made. The record has moved on since: what a step adds may be on
record, something else may have made it needless, the record may now say otherwise. All of it is decided by judging, as a plan is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from enum import Enum

from kijun.day_words import say_day
from kijun.evidence import Person
from kijun.evidence.assume import Additions, assume
from kijun.framework.resolve import ResolvedCell
from kijun.growth.addition import Addition
from kijun.growth.apply import as_evidence, as_of
from kijun.growth.later import dated_from
from kijun.judgement.judge import judge_cell
from kijun.judgement.proof import CellJudgement
from kijun.text import Text
from kijun.verdict import MET, Verdict


class Standing(Enum):
    """How a step of a kept plan stands. A spare one is not needed any more: something else does. A lost one cannot be taken."""

    DONE = "done"
    SPARE = "spare"
    OPEN = "open"
    LOST = "lost"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptStep:
    """A step as it was kept: the part that it serves, and the evidence that it stands for.

    `adds` is None where that evidence contradicts the record as it is now; `why` says how.
    """

    part: str
    adds: Additions | None
    why: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepProgress:
    """How a step stands; `why` says why a lost one cannot be taken, `adds` what an open one adds from now on."""

    standing: Standing
    why: Text | None = None
    adds: Additions | None = None

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to do for it."""
        return self.standing in (Standing.DONE, Standing.SPARE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How a kept plan stands on a day.

    `day` is the first on which the cell can be met, if everything that is open is begun now. `short` are the parts that the
    open steps leave short: while there is one, the plan is not enough any more.
    """

    verdict: Verdict
    steps: tuple[StepProgress, ...]
    day: date
    met: tuple[str, ...]
    short: tuple[str, ...]
    is_enough: bool

    @property
    def settled(self) -> int:
        """How many of the steps are settled."""
        return sum(each.is_settled for each in self.steps)


def keep(steps: Iterable[tuple[str, Addition]], person: Person, *, day: date) -> list[KeptStep]:
    """Return the steps of a plan, each the part it serves and what it adds, as they are kept; their names do not clash."""
    kept = []
    for part, addition in steps:
        adds = as_evidence([addition], day=day, beside=person)
        person = assume(person, adds)
        kept.append(KeptStep(part=part, adds=adds))
    return kept


def join_additions(several: Iterable[Additions]) -> Additions:
    """Return the evidence of several steps as one."""
    made = Additions()
    for each in several:
        lists = {name: (*getattr(made, name), *getattr(each, name)) for name in _LISTS}
        made = Additions(**lists, complete=made.complete | each.complete)
    return made


_LISTS = tuple(each.name for each in fields(Additions) if each.name != "complete")
_CELL = ""
"""Stands for the cell as a whole among the parts that are met."""


def follow(cell: ResolvedCell, person: Person, kept: Sequence[KeptStep], *, on: date) -> Progress:
    """Return how a kept plan for a cell stands, by a person's record on a day.

    A step is open while leaving it out would leave a part short that all the open steps together settle.
    """
    now = judge_cell(cell, person, on=on)
    today = as_of(person, on)
    steps = [_usable(each, person, on) for each in kept]
    adds = {number: each.adds for number, each in enumerate(steps) if each.adds is not None}
    met_now = _met(now)
    idle = [number for number, each in enumerate(steps) if each.part in met_now or _adds_nothing(each, now, today, on)]
    needed = {} if now.verdict is MET else _needed(cell, today, adds, idle, on)
    day = _last_day(needed.values(), on)
    then = now if now.verdict is MET else judge_cell(cell, _with(today, needed.values()), on=day)
    is_enough = then.verdict is MET
    return Progress(
        verdict=now.verdict,
        steps=tuple(
            _progress(each, is_open=number in needed, is_done=number in idle, is_enough=is_enough)
            for number, each in enumerate(steps)
        ),
        day=day,
        met=tuple(name for name in cell.deciding if name in met_now),
        short=() if is_enough else tuple(name for name in cell.deciding if name not in _met(then)),
        is_enough=is_enough,
    )


def first_met(cell: ResolvedCell, person: Person, *, after: date, until: date) -> date | None:
    """Return the day on which a cell that is met on a day became met, by the record as it is now; None where it is not met.

    That is a day on which it is met and was not on the day before; `after` itself where it was met by then.
    """
    if judge_cell(cell, as_of(person, until), on=until).verdict is not MET:
        return None
    low, high = after - timedelta(days=1), until
    while high - low > timedelta(days=1):
        middle = low + (high - low) // 2
        if judge_cell(cell, as_of(person, middle), on=middle).verdict is MET:
            high = middle
        else:
            low = middle
    return high


def _progress(step: KeptStep, *, is_open: bool, is_done: bool, is_enough: bool) -> StepProgress:
    if is_open:
        return StepProgress(standing=Standing.OPEN, adds=step.adds)
    if is_done:
        return StepProgress(standing=Standing.DONE)
    if step.adds is None and not is_enough:
        return StepProgress(standing=Standing.LOST, why=step.why)
    return StepProgress(standing=Standing.SPARE)


def _usable(step: KeptStep, person: Person, on: date) -> KeptStep:
    """Return a step with its evidence as it can be had from a day on; without any where the record rules it out."""
    if step.adds is None:
        return step
    known = {each.id: each for each in person.engagements}
    facts = []
    for each in step.adds.facts:
        if each.engagement not in known:
            return _lost(step, _say_gone(each.engagement))
        end = known[each.engagement].end
        if each.end is None:
            facts.append(each)
        elif end is None or end.latest >= min(each.end.latest, on):
            facts.append(replace(each, end=each.end if each.end.latest > on else None))
        else:
            return _lost(step, _say_ended(known[each.engagement].title, end.latest))
    return replace(step, adds=dated_from(replace(step.adds, facts=tuple(facts)), on))


def _lost(step: KeptStep, why: Text) -> KeptStep:
    return replace(step, adds=None, why=why)


def _say_gone(engagement: str) -> Text:
    return Text(
        ja=f"案件「{engagement}」は経歴にもうありません。",
        en=f"The engagement “{engagement}” is not on record any more.",
    )


def _say_ended(title: Text, end: date) -> Text:
    day = say_day(end)
    return Text(
        ja=f"案件「{title.ja}」は{day.ja}に終わりました。", en=f"The engagement “{title.en}” ended on {day.en}."
    )


def _met(judged: CellJudgement) -> frozenset[str]:
    met = {name for name in judged.cell.deciding if judged.parts[name].verdict is MET}
    return frozenset(met | {_CELL} if judged.verdict is MET else met)


def _adds_nothing(step: KeptStep, now: CellJudgement, today: Person, on: date) -> bool:
    """Return whether what a step adds is on record: with it, its part comes to no more."""
    if step.adds is None or step.part not in now.parts:
        return False
    then = judge_cell(now.cell, assume(today, step.adds), on=_last_day([step.adds], on)).parts[step.part].proof
    before = now.parts[step.part].proof
    return (then.verdict, then.have, then.days, then.which, then.open_slots) == (
        before.verdict,
        before.have,
        before.days,
        before.which,
        before.open_slots,
    )


def _needed(
    cell: ResolvedCell, today: Person, adds: dict[int, Additions], idle: Collection[int], on: date
) -> dict[int, Additions]:
    """Return the steps without which less would be met; those that are on record are left out first."""
    day = _last_day(adds.values(), on)

    def met(numbers: dict[int, Additions]) -> frozenset[str]:
        return _met(judge_cell(cell, _with(today, numbers.values()), on=day))

    aim = met(adds)
    needed = dict(adds)
    for number in sorted(adds, key=lambda number: number not in idle):
        fewer = {other: each for other, each in needed.items() if other != number}
        if met(fewer) >= aim:
            needed = fewer
    return needed


def _with(person: Person, adds: Iterable[Additions]) -> Person:
    for each in adds:
        person = assume(person, each)
    return person


def _last_day(adds: Iterable[Additions], on: date) -> date:
    """Return the day on which all of some evidence is there."""
    made = list(adds)
    ends = [each.end for one in made for each in one.engagements] + [each.end for one in made for each in one.facts]
    return max([on, *(end.latest for end in ends if end is not None)])
