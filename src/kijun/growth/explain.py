"""How is a plan said to a person?

One line for each step, steps of one kind together; below it what a new engagement must be like, and what would do instead.
Terminal, Markdown, JSON and the report show the same sentences.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from kijun.criteria.phrase import Names
from kijun.day_words import say_day
from kijun.evidence.words import LIST_NAMES
from kijun.growth.addition import Addition, EquivalenceRecognised, FactRecorded, KindHandedOn, NewEngagement
from kijun.growth.explain_addition import say_addition, say_name, say_new_engagements, say_requirements
from kijun.growth.plan import Plan, Step
from kijun.text import Text, inside, series

_TOGETHER = {
    "KindHandedOn": ("種類", "kind", "kinds"),
    "AreaReached": ("領域", "area", "areas"),
    "SkillRated": ("項目", "item", "items"),
    "ExaminationPassed": ("試験", "examination", "examinations"),
}
_MOST_OTHERS = 8
"""A record may hold thousands of engagements, and each may have a fact that would do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidStep:
    """One or more steps of a plan in words. `count` is how many steps they are."""

    part: str
    count: int
    headline: Text
    details: tuple[Text, ...]


def explain_plan(plan: Plan, names: Names) -> list[SaidStep]:
    """Return the steps of a plan in words, those that ask for the same kind of thing together."""
    said = []
    for _, group in groupby(plan.steps, key=_alike):
        steps = list(group)
        said.append(_say_several(steps, names) if len(steps) > 1 else _say_one(steps[0], names))
    return said


def say_plan(plan: Plan) -> Text:
    """Return how many steps a plan has, and when the cell could be met.

    >>> from datetime import date
    >>> say_plan(Plan(steps=(), day=date(2026, 4, 1))).en
    'nothing to do: it is met'
    """
    count = len(plan.steps)
    if count == 0:
        return Text(ja="することはない(満たしている)", en="nothing to do: it is met")
    when = Text(ja="", en="")
    if any(getattr(step.addition, "days", 0) for step in plan.steps):
        day = say_day(plan.day)
        when = Text(ja=f"、早ければ{day.ja}", en=f", {day.en} at the earliest")
    return Text(ja=f"{count}手{when.ja}", en=f"{count} {'step' if count == 1 else 'steps'}{when.en}")


def say_unlisted(plan: Plan, complete: frozenset[str]) -> Text | None:
    """Return which lists of the record may hold more than is written, so that a step may be taken already."""
    touched = {_LISTS.get(type(step.addition).__name__, "") for step in plan.steps}
    named = [words for name, words in LIST_NAMES.items() if name in touched and name not in complete]
    if not named:
        return None
    listed = series([inside(name) for name in named])
    return Text(
        ja=f"{listed.ja}の一覧は、漏れなしとされていません。すでにあるものは記録するだけで済みます。",
        en=f"Not declared complete: {listed.en}. What is there already only has to be recorded.",
    )


_LISTS = {
    "NewEngagement": "engagements",
    "KindHandedOn": "contributions",
    "AreaReached": "expertise",
    "MentoringBegun": "mentoring",
    "ExaminationPassed": "qualifications",
}


def _alike(step: Step) -> tuple[str, str, object]:
    """Return what steps that are said together have in common."""
    addition = step.addition
    kind = type(addition).__name__
    if isinstance(addition, NewEngagement):
        return step.part, kind, (addition.level, addition.clause, addition.traits[:1], addition.days, step.instead)
    return step.part, kind, True if kind in _TOGETHER else id(step)


def _say_one(step: Step, names: Names) -> SaidStep:
    addition = step.addition
    details = [*say_requirements(addition, names)] if isinstance(addition, NewEngagement) else []
    if step.instead:
        details += _say_instead(addition, step.instead, names)
    return SaidStep(part=step.part, count=1, headline=say_addition(addition, names), details=tuple(details))


def _say_several(steps: Sequence[Step], names: Names) -> SaidStep:
    """Return steps that ask for several things of one kind: so many of those that would do."""
    count = len(steps)
    first_of_all = steps[0].addition
    if isinstance(first_of_all, NewEngagement):
        return SaidStep(
            part=steps[0].part,
            count=count,
            headline=say_new_engagements(first_of_all, count, names),
            details=(*say_requirements(first_of_all, names), *_say_instead(first_of_all, steps[0].instead, names)),
        )
    ja, _, en = _TOGETHER[type(steps[0].addition).__name__]
    chosen = series([say_name(step.addition, names) for step in steps])
    spare = steps[0].instead
    details: list[Text] = []
    if spare:
        listed = series([say_name(each, names) for each in spare])
        details.append(Text(ja=f"どれかの代わりになるもの: {listed.ja}", en=f"instead of any of them: {listed.en}"))
    first = say_addition(steps[0].addition, names, is_bare=True)
    more = "さらに" if isinstance(steps[0].addition, KindHandedOn) else ""
    return SaidStep(
        part=steps[0].part,
        count=count,
        headline=Text(ja=f"{first.ja}: {more}{count}{ja}({chosen.ja})", en=f"{first.en}: {count} {en} ({chosen.en})"),
        details=tuple(details),
    )


def _say_instead(addition: Addition, instead: Sequence[Addition], names: Names) -> list[Text]:
    """Return what else would do: things of the same kind by name, others in full."""
    alike = [each for each in instead if _is_alike(each, addition)]
    others = [each for each in instead if not _is_alike(each, addition)]
    said = []
    if alike:
        listed = series([say_name(each, names) for each in alike])
        said.append(Text(ja=f"または: {listed.ja}", en=f"or: {listed.en}"))
    for each in others[:_MOST_OTHERS]:
        words = say_addition(each, names)
        said.append(Text(ja=f"または: {words.ja}", en=f"or: {words.en}"))
    more = len(others) - _MOST_OTHERS
    if more > 0:
        said.append(
            Text(
                ja=f"または: 同じような手がほかに{more}つ(すべては`kijun plan --format json`)",
                en=f"or: {more} more like these (all of them: `kijun plan --format json`)",
            )
        )
    return said


def _is_alike(one: Addition, other: Addition) -> bool:
    if type(one) is not type(other) or isinstance(one, EquivalenceRecognised | NewEngagement):
        return False
    if isinstance(one, FactRecorded) and isinstance(other, FactRecorded):
        return one.engagement == other.engagement and one.fact == other.fact == "conditions"
    return True
