"""Where the document is silent, what was answered, and what else could be?

A point has a default and its alternatives; an edition's policy.yaml holds them, an organisation may choose another answer.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from kijun.citation import Citation
from kijun.errors import BadPolicy
from kijun.problem.reading import nearest
from kijun.text import Text, same

ANSWERS: Final[Mapping[str, tuple[str, ...]]] = {
    "parts.required": ("all", "<ids>"),
    "bands.floor": ("floor", "literal"),
    "slots.role-and-market": ("every", "highest"),
    "fields.shared": ("shared", "one-field"),
    "levels.reach-down": ("satisfied", "own-lists"),
    "levels.imply": ("each", "ladder"),
    "examination.effect": ("separate", "satisfies"),
    "examination.others": ("none", "<ids>"),
    "evidence.window": ("any", "<n>"),
    "circumstances.examined": ("shown", "confirmed"),
    "proficiency.decides": ("reported", "all-items"),
    "ratings.by": ("assessor", "superior", "anyone"),
    "some.means": ("1", "<n>"),
    "contradictions": ("as-printed", "corrected"),
}
"""The points that an edition may answer, and the answers that `resolve` and the judgement can follow.

An edition answers every point that shapes a part of its cells; any other is answered by the first."""

_SHAPES = {"<n>": r"[1-9][0-9]?", "<ids>": r"[^\s,]+(,[^\s,]+)*"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer to a point; `<n>` and `<ids>` stand for a number or a list of ids that the organisation gives."""

    id: str
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A silent point of the standard: the question, the answers, the default and why.

    `chosen` is where a company's own standard answers it, and gives the reason, otherwise than its parent.
    """

    id: str
    question: Text
    default: str
    answers: tuple[Answer, ...]
    reason: Text
    chosen: Citation | None = None

    def say(self, answer: str) -> Text:
        """Return an answer in words; a number or a list that the organisation gives stands for itself."""
        return next((each.text for each in self.answers if each.id == answer), same(answer))


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The answer chosen for every point of an edition."""

    answers: Mapping[str, str]

    def __getitem__(self, point: str) -> str:
        return self.answers[point]


def choose(points: Mapping[str, Point], overrides: Mapping[str, str]) -> Policy:
    """Return the policy of an edition with an organisation's own answers; a point that it leaves out has the first answer.

    Raises BadPolicy for a point that the edition does not have, or an answer that the point does not offer.
    """
    for point, answer in overrides.items():
        if point not in points:
            _refuse_point(point, points)
        if not is_offered(points[point], answer):
            _refuse_answer(points[point], answer)
    written = {name: overrides.get(name, point.default) for name, point in points.items()}
    return Policy(answers={**{name: answers[0] for name, answers in ANSWERS.items()}, **written})


def is_offered(point: Point, answer: str) -> bool:
    """Return whether a point offers an answer."""
    return any(re.fullmatch(_SHAPES.get(offered.id, re.escape(offered.id)), answer) for offered in point.answers)


def _refuse_point(point: str, points: Mapping[str, Point]) -> None:
    near = nearest(point, points)
    known = ", ".join(points)
    raise BadPolicy(
        Text(
            ja=f"「{point}」という方針の項目はありません。"
            + (f"「{near}」のことでしょうか。" if near else f"項目: {known}。"),
            en=f'"{point}" is not a policy point.' + (f' Did you mean "{near}"?' if near else f" Points: {known}."),
        )
    )


def _refuse_answer(point: Point, answer: str) -> None:
    known = ", ".join(offered.id for offered in point.answers)
    raise BadPolicy(
        Text(
            ja=f"「{point.id}」に「{answer}」という答えはありません。選べるもの: {known}。",
            en=f'"{answer}" is not an answer to "{point.id}". Answers: {known}.',
        )
    )
