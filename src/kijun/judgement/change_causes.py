"""Which changes between two editions can be why a part of a cell is judged otherwise?

A change is a cause where it touches the part (or what an engagement must reach for it), can change a verdict, works in the
direction of the difference, and is about something that the person has on record. Where that leaves nothing, the next wider
reading is taken, so that a difference is not left without a reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kijun.evidence import Person
from kijun.framework.compare.comparison import Change, Comparison, Effect, Kind
from kijun.framework.indicator import Indicator
from kijun.judgement.proof import PartJudgement, Proof
from kijun.verdict import Verdict

_RANK = {Verdict.NOT_MET: 0, Verdict.UNKNOWN: 1, Verdict.MET: 2}
_REACHED = ("complexity", "size")
_OF_CLAUSE = ("activities", "every-activity", "outcome", "role")
_PART_PATHS = {"minimum_by_examination": "exam"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A part of a cell whose verdict differs; a side is None where the edition does not ask the part.

    `old_cell` and `new_cell` are the cells as printed.
    """

    cell: str
    part: str
    old: PartJudgement | None
    new: PartJudgement | None
    old_cell: Indicator
    new_cell: Indicator

    @property
    def is_worse(self) -> bool:
        """Whether the newer edition's verdict is the lower one; what is not asked is met."""
        was, now = (part.verdict if part else Verdict.MET for part in (self.old, self.new))
        return _RANK[now] < _RANK[was]


def causes(difference: Difference, comparison: Comparison, person: Person) -> tuple[Change, ...]:
    """Return the changes that can be why a part is judged otherwise, the most certain reading that has any."""
    held = _Held(person=person, words=frozenset(_words_of(person)))
    examined = [change for change in comparison.changes if change.is_examined]
    for wider in (_missing_cells, _of_part, _of_higher_cells):
        found = [change for change in wider(difference, examined) if _works(change, difference)]
        about = [change for change in found if held.concerns(change, difference)]
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
    sides = (side for side in (difference.old, difference.new) if side is not None)
    own = {f"policy/{point}" for side in sides for point in side.policies}
    own.add(f"{difference.cell}/{_PART_PATHS.get(difference.part, difference.part)}")
    reached = {f"{difference.cell}/{name}" for name in _REACHED} if difference.part == "responsibility" else set()
    return [change for change in changes if change.path in own or (change.path in reached and _is_of_reach(change))]


def _of_higher_cells(difference: Difference, changes: Iterable[Change]) -> list[Change]:
    """Return the changes in complexity and size of the field's other cells: a level that is reached counts below it."""
    field = difference.cell.rpartition("/")[0]
    return [
        change
        for change in changes
        if change.path.startswith(f"{field}/")
        and (change.is_of_whole or (change.path.rpartition("/")[2] in _REACHED and _is_of_reach(change)))
    ]


def _is_of_reach(change: Change) -> bool:
    """Return whether a change is one of what an engagement must reach, and not of the clause that counts it."""
    return change.aspect not in _OF_CLAUSE


def _works(change: Change, difference: Difference) -> bool:
    """Return whether a change can have this effect: what is easier made nothing worse."""
    return change.effect is not (Effect.EASIER if difference.is_worse else Effect.HARDER)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """What a person has on record, and the words that stand there."""

    person: Person
    words: frozenset[str]

    def concerns(self, change: Change, difference: Difference) -> bool:
        """Return whether a change of a list is about the record: an option lost or gained, a duty not fulfilled."""
        word = change.new.value if change.kind is Kind.ADDED else change.old.value
        if change.kind not in (Kind.ADDED, Kind.DROPPED) or not isinstance(word, str):
            return True
        is_option = (change.kind is Kind.ADDED) == (change.effect is Effect.EASIER)
        if change.aspect == "activities" and is_option:
            return self._hangs_on_activity(word, change, difference)
        return (word in self.words) == is_option

    def _hangs_on_activity(self, activity: str, change: Change, difference: Difference) -> bool:
        """Return whether some engagement is of the activity, and of no other that the edition without it lists."""
        without = difference.new_cell if change.kind is Kind.DROPPED else difference.old_cell
        listed = _activities(without, change.path.rpartition("/")[2])
        engagements = self.person.engagements
        return any(activity in each.activities and not each.activities & listed for each in engagements)


def _activities(cell: Indicator, part: str) -> frozenset[str]:
    clauses = {"responsibility": cell.responsibility, "complexity": cell.complexity, "size": cell.size_clause}
    clause = clauses[part]
    assert clause is not None, "only clauses of both editions have activities that differ"
    assert clause.activities is not None, "an activity that differs stands in a list of both"
    return frozenset(clause.activities.of)


def _words_of(person: Person) -> Iterator[str]:
    """Yield the words that stand on a record."""
    for engagement in person.engagements:
        yield from (*engagement.activities, *engagement.conditions)
        yield from (each.scope for each in engagement.market or ())
    yield from (each.area for each in person.expertise)
    yield from (each.kind for each in person.contributions)
    yield from (each.item for each in person.ratings)
