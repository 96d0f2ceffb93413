"""What stands beside the engagements of a record, near to what a criterion asks?

Areas, kinds of contribution, mentoring, examinations, ratings and confirmations: just enough, of the day of judgement and after
it, several words on one thing, the later and the weightier of which counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import assert_never

from kijun.criteria import (
    AllOf,
    AnyOf,
    Areas,
    Confirmed,
    Criterion,
    Kinds,
    Mentors,
    Once,
    OrAbove,
    Passed,
    Rated,
    Times,
    Years,
)
from kijun.day import RecordedDay, exactly
from kijun.evidence import Confirmation, Contribution, Expertise, Mentoring, Qualification, Rating
from kijun.evidence.person import RATERS
from kijun.text import same
from tests.population.agreement.chance import Chance
from tests.population.agreement.days import DAY, month_of, past_day

Holding = Expertise | Contribution | Mentoring | Qualification | Rating | Confirmation
Words = Mapping[str, tuple[str, ...]]


def near(criterion: Criterion, of: Words, on: date, chance: Chance) -> Iterator[Holding]:
    """Yield holdings that come near a criterion; none where it asks for engagements."""
    match criterion:
        case Areas():
            yield from _areas(criterion, of, on, chance)
        case Kinds():
            yield from _kinds(criterion, on, chance)
        case Mentors():
            if not chance.slips():
                yield Mentoring(whom="C", since=past_day(on, chance))
        case Passed(any_of=any_of):
            if not chance.slips():
                examination = chance.near(any_of, of["examination"])
                yield Qualification(examination=examination, day=past_day(on, chance))
        case Rated():
            of_item = chance.at(0.9) if chance.slips() else chance
            for item in criterion.of:
                yield from _ratings(item, criterion, on, of_item)
        case Confirmed(path=path):
            yield from _words_on(path, on, chance)
        case AllOf(of=inside) | AnyOf(of=inside):
            for each in inside:
                yield from near(each, of, on, chance)
        case Once() | Times() | Years():
            pass
        case _:
            assert_never(criterion)


def _areas(asked: Areas, of: Words, on: date, chance: Chance) -> Iterator[Expertise]:
    for area in chance.some_of(asked.of, asked.at_least + chance.near((0, 0, 1), (-1,))):
        degree = _step(asked.degree, of["degree"], chance)
        reach = _step(asked.reach, of["reach"], chance) if asked.reach else chance.one_of((None, *of["reach"]))
        since = chance.near((None, past_day(on, chance.at(0))), (exactly(on + DAY), month_of(on + 31 * DAY)))
        held = Expertise(area=area, degree=degree, reach=reach, since=since)
        yield held
        if chance.one_in(4):
            yield Expertise(area=area, degree=chance.one_of((None, *of["degree"])), reach=held.reach, since=None)
        if chance.one_in(4):
            yield Expertise(area=area, degree=held.degree, reach=chance.one_of((None, *of["reach"])), since=None)


def _step(asked: OrAbove, scale: tuple[str, ...], chance: Chance) -> str | None:
    wrong: list[str | None] = [None, None, *sorted(set(scale) - asked.accepted)]
    return chance.near([asked.least, *sorted(asked.accepted)], wrong)


def _kinds(asked: Kinds, on: date, chance: Chance) -> Iterator[Contribution]:
    kinds = chance.some_of(asked.of, asked.at_least + chance.near((0, 0, 0, 1), (-1,)))
    kinds += kinds[:1] if chance.one_in(2) else []
    for kind in kinds:
        yield Contribution(kind=kind, title=same(kind), day=past_day(on, chance))


def _ratings(item: str, asked: Rated, on: date, chance: Chance) -> Iterator[Rating]:
    """Yield the rating that decides, and others beside it: older, later than the day, by others, of the common item."""
    if chance.slips() and chance.one_in(2):
        return
    common = f"{item.partition('/')[0]}/{item.rpartition('/')[2]}"
    name = item if chance.between(0, 3) else common
    day = past_day(on, chance)
    decides = Rating(item=name, level=_level(asked, chance), by=chance.near(asked.by, RATERS), day=day)
    yield decides
    for _ in range(chance.one_of((0, 0, 0, 1, 2))):
        yield Rating(
            item=chance.one_of((name, name, item, common)),
            level=_level(asked, chance.at(max(chance.slip, 0.2))),
            by=chance.one_of((decides.by, decides.by, *RATERS)),
            day=chance.one_of((*_near_day(day, on), past_day(on, chance.at(0.3)))),
        )


def _near_day(day: RecordedDay, on: date) -> tuple[RecordedDay, ...]:
    before = exactly(day.earliest - DAY)
    return day, exactly(day.earliest), before, before, month_of(day.earliest), exactly(on), exactly(on + DAY)


def _level(asked: Rated, chance: Chance) -> int:
    return chance.near((asked.level, asked.level, min(7, asked.level + 1)), (max(0, asked.level - 1), 0))


def _words_on(path: str, on: date, chance: Chance) -> Iterator[Confirmation]:
    """Yield an assessor's words on one thing, the last of which says that it is confirmed, or at a slip that it is refused."""
    words = chance.one_of(((), (), ("refused",), ("confirmed", "refused")))
    last = chance.near(("confirmed",), ("refused", ""))
    day = on - chance.between(0, 900) * DAY
    made = [(decision, exactly(day - chance.between(1, 100) * DAY)) for decision in words]
    made += [(last, chance.near((exactly(day), month_of(day)), (exactly(on + DAY),)))] if last else []
    if made and chance.one_in(4):
        made.insert(chance.between(0, len(made)), (chance.one_of(("confirmed", "refused")), made[-1][1]))
    if chance.one_in(5):
        made.append(("refused", exactly(on + DAY)))
    if chance.one_in(2):
        chance.source.shuffle(made)
    for decision, when in made:
        yield Confirmation(cell=path, decision=decision, by="A", reason="B", day=when)
