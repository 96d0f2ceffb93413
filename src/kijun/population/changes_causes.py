"""Which change of the standard is why people are at another level, and how many does it concern?

A change is a cause where it touches the part that is judged otherwise (or what an engagement must reach for it), can change a
verdict, and works in the direction of the difference. Where that leaves nothing, the next wider reading is taken. Of what
somebody has on record nothing is known here: a change may concern some of the people that it is counted for, and the proof of
one of them tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from kijun.framework.compare.comparison import Change, Comparison, Effect, Kind
from kijun.framework.resolve import ResolvedEdition
from kijun.population.changes import EXAMINATION, Changed, Move
from kijun.verdict import Verdict

_RANK: Final = {Verdict.NOT_MET: 0, Verdict.UNKNOWN: 1, Verdict.MET: 2}
_REACHED: Final = ("complexity", "size")
_OF_CLAUSE: Final = ("activities", "every-activity", "outcome", "role")
WHOLE: Final = "cell"
"""Stands for a part where a cell is printed in one edition only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """Why people are at another level: a part of a cell that is judged otherwise, and the changes that can be behind it.

    `people` are all whose deciding cell and part it is, `alone` those for whom no other part differs.
    """

    cell: str
    part: str
    is_worse: bool
    because: tuple[Change, ...]
    people: int
    alone: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChanges:
    """What becomes of the people of a field: how many move which way, from which level to which, and why."""

    field: str
    moves: Mapping[Move, int]
    steps: Mapping[tuple[int, int], int]
    causes: tuple[Cause, ...]


@dataclass(slots=True, kw_only=True)
class _Tally:
    people: int = 0
    alone: int = 0


@dataclass(slots=True, kw_only=True)
class _Field:
    moves: dict[Move, int] = field(default_factory=dict)
    steps: dict[tuple[int, int], int] = field(default_factory=dict)
    tallies: dict[tuple[str, str, bool], _Tally] = field(default_factory=dict)

    def add(self, changed: Changed, people: int) -> None:
        self.moves[changed.move] = self.moves.get(changed.move, 0) + people
        if changed.move in (Move.UP, Move.DOWN):
            step = (changed.old.met, changed.new.met)
            self.steps[step] = self.steps.get(step, 0) + people
        parts = [(part, _is_worse(old, new)) for part, old, new in changed.parts]
        is_lower = changed.move is not Move.APART and (changed.new.met, changed.new.possible) < (
            changed.old.met,
            changed.old.possible,
        )
        for part, is_worse in parts or [(WHOLE, is_lower)]:
            tally = self.tallies.setdefault((changed.cell, part, is_worse), _Tally())
            tally.people += people
            tally.alone += people if len(parts) <= 1 else 0


def lacking_cells(comparison: Comparison) -> frozenset[str]:
    """Return the cells that are not comparable because the documents of one edition lack them."""
    apart = (change for change in comparison.changes if change.kind is Kind.NOT_COMPARABLE and change.aspect == WHOLE)
    return frozenset(change.path for change in apart)


def causes(
    counts: Iterable[tuple[Changed, int]], comparison: Comparison, old: ResolvedEdition, new: ResolvedEdition
) -> list[FieldChanges]:
    """Return what becomes of the people of every field in which some level differs, with its causes, most people first."""
    kept = _under_policies(comparison, old, new)
    found: dict[str, _Field] = {}
    for changed, people in counts:
        found.setdefault(changed.field, _Field()).add(changed, people)
    return [
        FieldChanges(
            field=path,
            moves={move: of.moves[move] for move in Move if move in of.moves},
            steps=dict(sorted(of.steps.items())),
            causes=tuple(
                Cause(
                    cell=cell,
                    part=part,
                    is_worse=is_worse,
                    because=_because(cell, part, is_worse, kept, (old, new)),
                    people=tally.people,
                    alone=tally.alone,
                )
                for (cell, part, is_worse), tally in sorted(
                    of.tallies.items(), key=lambda item: (-item[1].people, item[0])
                )
            ),
        )
        for path, of in found.items()
    ]


def _is_worse(old: Verdict | None, new: Verdict | None) -> bool:
    return _RANK[new or Verdict.MET] < _RANK[old or Verdict.MET]


def _under_policies(comparison: Comparison, old: ResolvedEdition, new: ResolvedEdition) -> Comparison:
    """Return the comparison without the silent points to which both editions are given the same answer."""
    alike = {
        f"policy/{point}" for point, answer in old.policy.answers.items() if new.policy.answers.get(point) == answer
    }
    return replace(comparison, changes=tuple(change for change in comparison.changes if change.path not in alike))


def _because(
    cell: str, part: str, is_worse: bool, comparison: Comparison, editions: tuple[ResolvedEdition, ResolvedEdition]
) -> tuple[Change, ...]:
    if part == WHOLE:
        wholes = [change for change in comparison.changes if change.is_of_whole and change.is_below(cell)]
        return tuple(wholes or _of_higher_cells(cell, comparison.changes))
    hindered = Effect.EASIER if is_worse else Effect.HARDER
    examined = [change for change in comparison.changes if change.is_examined and change.effect is not hindered]
    for found in (_of_part(cell, part, examined, editions), _of_higher_cells(cell, examined)):
        if found:
            return tuple(found)
    return tuple(change for change in comparison.changes if change.path.startswith("policy/"))


def _of_part(
    cell: str, part: str, changes: Iterable[Change], editions: tuple[ResolvedEdition, ResolvedEdition]
) -> list[Change]:
    """Return the changes of a part and of the policies that shape it; responsibility counts what reaches the cell."""
    own = {f"policy/{point}" for edition in editions for point in _policies(edition, cell, part)}
    own.add(f"{cell}/{'exam' if part == EXAMINATION else part}")
    reached = {f"{cell}/{name}" for name in _REACHED} if part == "responsibility" else set()
    return [
        change
        for change in changes
        if change.path in own or (change.path in reached and change.aspect not in _OF_CLAUSE)
    ]


def _policies(edition: ResolvedEdition, cell: str, part: str) -> tuple[str, ...]:
    found = edition.cells.get(f"{edition.edition.id}/{cell}")
    if found is None:
        return ()
    asked = found.examination if part == EXAMINATION else found.parts.get(part)
    return () if asked is None else asked.policies


def _of_higher_cells(cell: str, changes: Iterable[Change]) -> list[Change]:
    """Return the changes in complexity and size of the field's other cells: a level that is reached counts below it."""
    above = f"{cell.rpartition('/')[0]}/"
    return [
        change
        for change in changes
        if change.path.startswith(above)
        and (change.is_of_whole or (change.path.rpartition("/")[2] in _REACHED and change.aspect not in _OF_CLAUSE))
    ]
