"""What is a difference between two editions?

A comparison is a value: a list of changes, each with what either edition has, and where that is printed. How it is shown is
decided elsewhere; whom it touches is asked by `kijun.judgement.compare_people`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from kijun.citation import Citation
from kijun.text import Text


class Kind(Enum):
    """What happened between the editions. Raised and lowered are meant for the person: harder and easier."""

    ADDED = "added"
    DROPPED = "dropped"
    RAISED = "raised"
    LOWERED = "lowered"
    OTHER_MEASURE = "other measure"
    CHANGED = "changed"
    RENAMED = "renamed"
    MOVED = "moved"
    NOT_COMPARABLE = "not comparable"


class Effect(Enum):
    """What a change does to the person who is judged: harder, or easier."""

    HARDER = "harder"
    EASIER = "easier"


WHOLES = ("category", "field", "cell")
"""Aspects of a change that speaks of everything below its path."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What one edition has: in words and as a plain value, both None where it has nothing.

    `path` is below the edition; `citation` is where it is printed, or the place that lacks it.
    """

    path: str
    words: Text | None = None
    value: str | int | None = None
    citation: Citation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference. `aspect` names what differs at its path, `about` says so in words.

    `effect` is None where it is neither harder nor easier, or nobody can say. `is_examined` says that it can change a
    verdict under the default policy; names, role titles, circumstances and upper bounds cannot. `reason` says why two
    things with different ids are called the same, why something cannot be compared, or why a company changed it; `note`
    is what a vocabulary says of a word.
    """

    kind: Kind
    aspect: str
    about: Text
    old: Side
    new: Side
    effect: Effect | None = None
    is_examined: bool = False
    reason: Text | None = None
    note: Text | None = None

    @property
    def path(self) -> str:
        """The path below the edition: the newer edition's, or the older one's of what was dropped."""
        return self.old.path if self.kind is Kind.DROPPED else self.new.path

    @property
    def is_of_whole(self) -> bool:
        """Whether it says of a whole category, field or cell that one edition only has it."""
        return self.aspect in WHOLES

    def is_below(self, path: str) -> bool:
        """Return whether the change is at a path or below it, or speaks of a whole that holds it."""
        return any(
            f"{own}/".startswith(f"{path}/") or (self.is_of_whole and path.startswith(f"{own}/"))
            for own in (self.old.path, self.new.path)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Every difference between two editions, by their ids, in the order in which they are printed."""

    old: str
    new: str
    changes: tuple[Change, ...]

    def below(self, path: str) -> Comparison:
        """Return what differs at a path or below it, with what says that the whole of it is not in both editions."""
        return replace(self, changes=tuple(change for change in self.changes if change.is_below(path)))

    def of_skills(self) -> Comparison:
        """Return what differs in skill items, with the categories and fields that only one edition has."""
        wholes = [name for name in WHOLES if name != "cell"]
        kept = (change for change in self.changes if change.aspect in wholes or "/skills/" in f"{change.path}/")
        return replace(self, changes=tuple(kept))

    def counts(self) -> Mapping[Kind, int]:
        """Return how many changes of each kind there are; kinds without any are left out."""
        return counts(self.changes)


def counts(changes: Iterable[Change]) -> Mapping[Kind, int]:
    """Return how many of some changes there are of each kind, in the order of the kinds; kinds without any are left out."""
    found = [change.kind for change in changes]
    return {kind: found.count(kind) for kind in Kind if kind in found}
