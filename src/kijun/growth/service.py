"""What is still to be served, so that responsibility, complexity and size are met?

One further engagement can serve all three parts, so no plan needs more of them than there are times open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from kijun.criteria import Amount, Conditions, Criterion, Times, Years
from kijun.criteria.walk import walk
from kijun.growth.addition import Addition, EquivalenceRecognised, FactRecorded, NewEngagement
from kijun.growth.apply import apply
from kijun.growth.facts import Fact
from kijun.growth.plan import Step
from kijun.growth.recording import ways_by_recording, years_by_recording
from kijun.growth.wanted import Service, Wanted, Way, as_addition, candidates, designed, joined, new_engagement
from kijun.growth.years import ways_to_full_years, years_wanted
from kijun.judgement.engagements import EngagementReading
from kijun.judgement.judge import prove
from kijun.judgement.record import read_record
from kijun.judgement.service import fill
from kijun.verdict import MET


def ways_to_serve(asked: Service) -> list[Way]:
    """Return the ways to settle what is asked, each without a step too many; none where nothing could."""
    if isinstance(asked.service, Years):
        whole = joined(years_wanted(asked.service), asked.once)
        by_recording = [_pared(way, asked) for way in years_by_recording(asked, asked.service, whole)]
        return [*ways_to_full_years(asked, asked.service, whole), *by_recording]
    wanted, used = _wanted(asked, asked.service)
    steps = _steps(wanted, asked, {*used})
    fewest = [] if steps is None else [Way(steps=tuple(steps), day=asked.record.on)]
    by_recording = [_pared(way, asked) for way in ways_by_recording(wanted, asked, used)]
    return [*fewest, *(way for way in by_recording if len(way.steps) > len(wanted))]


def _pared(way: Way, asked: Service) -> Way:
    """Return a way without the facts that it does not need, and with sizes no larger than it needs.

    One engagement may settle a part that another was to settle, or fill the time that asks more.
    """
    steps = way.steps
    for step in way.steps:
        fewer = tuple(each for each in steps if each is not step)
        if isinstance(step.addition, FactRecorded) and _settles(fewer, way.day, asked):
            steps = fewer
    for position, step in enumerate(steps):
        for smaller in _with_smaller_size(step.addition, asked):
            less = (*steps[:position], Step(part=step.part, addition=smaller), *steps[position + 1 :])
            if _settles(less, way.day, asked):
                steps = less
                break
    return _with_other_conditions(Way(steps=steps, day=way.day), asked)


def _with_other_conditions(way: Way, asked: Service) -> Way:
    """Return a way that names, beside each condition to be recorded, those that would do in its place."""
    listed = [
        word
        for criterion in _criteria(asked)
        for trait in walk(criterion)
        if isinstance(trait, Conditions)
        for word in trait.of
    ]
    steps = []
    for position, step in enumerate(way.steps):
        others = [
            other
            for other in _other_conditions(step.addition, listed)
            if not _is_held(other, way, asked)
            and _is_least(
                [*way.steps[:position], Step(part=step.part, addition=other), *way.steps[position + 1 :]],
                way.day,
                asked,
            )
        ]
        steps.append(Step(part=step.part, addition=step.addition, instead=(*step.instead, *others)))
    return Way(steps=tuple(steps), day=way.day)


def _other_conditions(addition: Addition, listed: Sequence[str]) -> list[FactRecorded]:
    """Return a condition to be recorded as each of the listed ones; none for another kind of step."""
    if not isinstance(addition, FactRecorded) or addition.fact != "conditions":
        return []
    return [replace(addition, value=word) for word in dict.fromkeys(listed)]


def _is_held(condition: FactRecorded, way: Way, asked: Service) -> bool:
    """Return whether a condition is on record already, or a step of the way records it."""
    return any(step.addition == condition for step in way.steps) or any(
        reading.engagement.id == condition.engagement and condition.value in reading.engagement.conditions
        for reading in asked.record.engagements
    )


def _is_least(steps: Sequence[Step], day: date, asked: Service) -> bool:
    """Return whether steps settle what is asked and none of the facts among them could be left out."""
    return _settles(steps, day, asked) and not any(
        _settles([each for each in steps if each is not step], day, asked)
        for step in steps
        if isinstance(step.addition, FactRecorded)
    )


def _with_smaller_size(addition: Addition, asked: Service) -> list[FactRecorded]:
    """Return a size to be recorded as each smaller one that the standard prints, the smallest first."""
    if not isinstance(addition, FactRecorded) or not isinstance(addition.value, int):
        return []
    printed = {
        trait.at_least
        for criterion in _criteria(asked)
        for trait in walk(criterion)
        if isinstance(trait, Amount) and trait.measure == addition.fact and trait.at_least is not None
    }
    return [replace(addition, value=size) for size in sorted(printed) if size < addition.value]


def _criteria(asked: Service) -> list[Criterion]:
    return [*([asked.service] if asked.service else []), *asked.once.values()]


def _settles(steps: Sequence[Step], day: date, asked: Service) -> bool:
    on = asked.record.on
    then = apply([step.addition for step in steps], asked.record.person, day=day, today=on)
    record = read_record(then, day)
    return all(prove(criterion, record).verdict is MET for criterion in _criteria(asked))


def _wanted(asked: Service, times: Times | None) -> tuple[list[Wanted], frozenset[str]]:
    """Return each engagement that is still asked for, and the projects that fill a time already.

    The hardest serves the parts that need one engagement, too.
    """
    filled = fill(_able(asked, times)) if times else []
    wanted = [
        Wanted(parts=("responsibility",), level=slot.level, clauses=(slot.clause,), traits=(slot.trait,))
        for slot, filling in zip(times.slots if times else (), filled, strict=True)
        if filling is None
    ]
    if asked.once:
        whole = joined(wanted[0] if wanted else None, asked.once)
        if _is_possible(whole, asked):
            wanted[:1] = [whole]
        else:
            wanted += [joined(None, {name: once}) for name, once in asked.once.items()]
    return wanted, frozenset(filling.engagement.project for filling in filled if filling is not None)


def _steps(wanted: list[Wanted], asked: Service, used: set[str]) -> list[Step] | None:
    steps = []
    for position, each in enumerate(wanted):
        harder = [other for other in wanted[:position] if _is_another_time(other, each)]
        easier = [other for other in wanted[position + 1 :] if _is_another_time(other, each)]
        step = _step(each, asked, used, harder=harder, easier=easier)
        if step is None:
            return None
        steps.append(step)
    return _without_excess(wanted, _without_clashes(steps, asked), asked)


def _without_clashes(steps: list[Step], asked: Service) -> list[Step]:
    """Return the steps without the alternatives whose project another step uses: one project is one time."""
    projects = {reading.engagement.id: reading.engagement.project for reading in asked.record.engagements}
    taken = [projects.get(_engagement_of(step.addition)) for step in steps]
    clean = []
    for number, step in enumerate(steps):
        others = {project for at, project in enumerate(taken) if at != number and project is not None}
        kept = [each for each in step.instead if projects.get(_engagement_of(each)) not in others]
        clean.append(replace(step, instead=tuple(kept)))
    return clean


def _without_excess(wanted: Sequence[Wanted], steps: Sequence[Step], asked: Service) -> list[Step]:
    """Return the steps without the alternatives that would be larger than need be, as another step fills the same time.

    A new engagement, or a size to be recorded, could then do with what an easier time asks.
    """
    clean = []
    for position, step in enumerate(steps):
        easier = [
            other.addition
            for other, also in zip(steps[position + 1 :], wanted[position + 1 :], strict=True)
            if _is_another_time(wanted[position], also)
        ]
        is_filled = bool(step.instead) and any(_fills(each, wanted[position], asked) for each in easier)
        kept = [each for each in step.instead if not (is_filled and _is_graded(each))]
        clean.append(replace(step, instead=tuple(kept)))
    return clean


def _is_graded(addition: Addition) -> bool:
    """Return whether an addition is larger for a time that asks more."""
    return isinstance(addition, NewEngagement) or (
        isinstance(addition, FactRecorded) and isinstance(addition.value, int)
    )


def _engagement_of(addition: Addition) -> str:
    match addition:
        case EquivalenceRecognised(engagement=identity) | FactRecorded(engagement=identity):
            return identity
        case _:
            return ""


def _able(asked: Service, times: Times) -> list[list[EngagementReading]]:
    return [
        [reading for reading in asked.record.counted_by(slot.clause).engagements if reading.has(slot.trait) is MET]
        for slot in times.slots
    ]


def _is_possible(wanted: Wanted, asked: Service) -> bool:
    return designed(wanted, asked) is not None or any(True for _ in candidates(wanted, asked))


def _is_another_time(one: Wanted, other: Wanted) -> bool:
    """Return whether two engagements that are wanted are asked for by times of which one asks more than the other."""
    if one.level is None or other.level is None:
        return False
    return one.clauses[0] is not other.clauses[0] or one.traits[0] is not other.traits[0]


def _step(
    wanted: Wanted, asked: Service, used: set[str], *, harder: Sequence[Wanted], easier: Sequence[Wanted]
) -> Step | None:
    """Return the step that gives one more engagement; what is on record goes before what is still to be done.

    `used` are the projects that fill a time already; the one that this step takes joins them. What could do with less in
    an `easier` time comes last. What would also fill a `harder` time is no alternative: that time would then ask too much.
    """
    is_time = "responsibility" in wanted.parts
    found = [
        (reading, fact)
        for reading, fact in candidates(wanted, asked)
        if not (is_time and reading.engagement.project in used)
    ]
    found.sort(key=lambda each: any(_needs_less(each, other, asked) for other in easier))
    additions = [(as_addition(reading, fact), reading.engagement.project) for reading, fact in found]
    new = new_engagement(wanted, asked, start=asked.record.on, days=0)
    ways: list[tuple[Addition, str | None]] = [each for each in additions if not is_new_claim(each[0])]
    ways += [(new, None)] if new else []
    ways += [each for each in additions if is_new_claim(each[0])]
    if not ways:
        return None
    (addition, project), *others = ways
    if is_time and project is not None:
        used.add(project)
    instead = [each for each, _ in others if not any(_fills(each, other, asked) for other in harder)]
    return Step(part=wanted.parts[0], addition=addition, instead=tuple(instead))


def _needs_less(found: tuple[EngagementReading, Fact], wanted: Wanted, asked: Service) -> bool:
    """Return whether an engagement on record would be another that is wanted with less of the same size."""
    reading, fact = found
    return any(
        other is reading and (less.fact, less.about) == (fact.fact, fact.about) and less.least < fact.least
        for other, less in candidates(wanted, asked)
    )


def _fills(addition: Addition, wanted: Wanted, asked: Service) -> bool:
    """Return whether an engagement on record would also fill another time that is open, once a fact is added to it."""
    on, person = asked.record.on, asked.record.person
    if isinstance(addition, NewEngagement):
        return False
    alone = tuple(each for each in person.engagements if each.id == _engagement_of(addition))
    then = read_record(apply([addition], replace(person, engagements=alone), day=on, today=on), on)
    counted = then.counted_by(wanted.clauses[0]).engagements
    return any(reading.has(wanted.traits[0]) is MET for reading in counted)


def is_new_claim(addition: Addition) -> bool:
    """Return whether an addition is an equivalence that nobody has asked for yet."""
    return isinstance(addition, EquivalenceRecognised) and not addition.is_claimed
