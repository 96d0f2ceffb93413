"""Which changes between two editions can be why a part of a cell is judged otherwise?

A change is a cause where it touches the part (or what an engagement must reach for it), can change a verdict, works in the
direction of the difference, and is about something that the person has on record. Where that leaves nothing, the next wider
reading is taken, so that a difference is not left without a reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kijun.evidence import Person
from kijun.framework.comparison import Change, Comparison, Effect, Kind
from kijun.judgement.proof import PartJudgement, Proof
from kijun.verdict import Verdict

_RANK = {Verdict.NOT_MET: 0, Verdict.UNKNOWN: 1, Verdict.MET: 2}
_REACHED = ("complexity", "size")
_PART_PATHS = {"minimum_by_examination": "exam"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A part of a cell whose verdict differs; a side is None where the edition does not ask the part."""

    cell: str
    part: str
    old: PartJudgement | None
    new: PartJudgement | None

    @property
    def is_worse(self) -> bool:
        """Whether the newer edition's verdict is the lower one; what is not asked is met."""
        was, now = (part.verdict if part else Verdict.MET for part in (self.old, self.new))
        return _RANK[now] < _RANK[was]


def causes(difference: Difference, comparison: Comparison, person: Person) -> tuple[Change, ...]:
    """Return the changes that can be why a part is judged otherwise, the most certain reading that has any."""
    held = frozenset(_held(person))
    examined = [change for change in comparison.changes if change.is_examined]
    for wider in (_missing_cells, _of_part, _of_higher_cells):
        found = [change for change in wider(difference, examined) if _works(change, difference)]
        about = [change for change in found if _is_about(change, held)]
        if found:
            return tuple(about or found)
    return tuple(change for change in comparison.changes if change.path.startswith("policy/"))


def _missing_cells(difference: Difference, changes: Iterable[Change]) -> list[Change]:
    """Return the cells without which one side is unknown, because a source lacks them."""
    sides = (difference.old, difference.new)
    missing = {cell for side in sides if side for cell in _without_source(side.proof)}
    return [
        change for change in changes if change.is_of_whole and any(cell.endswith(f"/{change.path}") for cell in missing)
    ]


def _without_source(proof: Proof) -> Iterator[str]:
    yield from (fact.about for fact in proof.would_settle if fact.fact == "source")
    for child in proof.children:
        yield from _without_source(child)


def _of_part(difference: Difference, changes: Iterable[Change]) -> list[Change]:
    """Return the changes of the part and of the policies that shape it.

    An engagement serves responsibility where it reaches the cell's complexity and size.
    """
    names = (difference.part, *(_REACHED if difference.part == "responsibility" else ()))
    paths = {f"{difference.cell}/{_PART_PATHS.get(name, name)}" for name in names}
    sides = (side for side in (difference.old, difference.new) if side is not None)
    paths |= {f"policy/{point}" for side in sides for point in side.policies}
    return [change for change in changes if change.path in paths]


def _of_higher_cells(difference: Difference, changes: Iterable[Change]) -> list[Change]:
    """Return the changes in complexity and size of the field's other cells: a level that is reached counts below it."""
    field = difference.cell.rpartition("/")[0]
    return [
        change
        for change in changes
        if change.path.startswith(f"{field}/") and (change.is_of_whole or change.path.rpartition("/")[2] in _REACHED)
    ]


def _works(change: Change, difference: Difference) -> bool:
    """Return whether a change can have this effect: what is easier made nothing worse."""
    return change.effect is not (Effect.EASIER if difference.is_worse else Effect.HARDER)


def _is_about(change: Change, held: frozenset[str]) -> bool:
    """Return whether a change of a list is about something on record: an option lost or gained, a duty not fulfilled."""
    word = change.new.value if change.kind is Kind.ADDED else change.old.value
    if change.kind not in (Kind.ADDED, Kind.DROPPED) or not isinstance(word, str):
        return True
    is_option = (change.kind is Kind.ADDED) == (change.effect is Effect.EASIER)
    return (word in held) == is_option


def _held(person: Person) -> Iterator[str]:
    """Yield the words that stand on a record."""
    for engagement in person.engagements:
        yield from (*engagement.activities, *engagement.conditions)
        yield from (each.scope for each in engagement.market or ())
    yield from (each.area for each in person.expertise)
    yield from (each.kind for each in person.contributions)
    yield from (each.item for each in person.ratings)
