"""Whose verdict changes from one edition to another, in which cell, and because of which change?

A person is judged in both editions on one day. Where the verdict of a cell differs, the parts whose verdict differs are
named, each with the changes that can have made the difference. A cell that only one edition has is listed apart.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from kijun.evidence import Person
from kijun.framework.compare.comparison import Change, Comparison
from kijun.framework.indicator import PARTS
from kijun.framework.resolve import ResolvedEdition
from kijun.judgement.change_causes import Difference, causes
from kijun.judgement.judge import judge_edition
from kijun.judgement.proof import CellJudgement, PartJudgement
from kijun.verdict import Verdict

_EXAMINATION: Final = "minimum_by_examination"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartChange:
    """A part whose verdict differs, None where an edition does not ask it, and the changes that can be why."""

    name: str
    old: Verdict | None
    new: Verdict | None
    because: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictChange:
    """A cell whose verdict differs; `path` is below the edition."""

    path: str
    old: Verdict
    new: Verdict
    parts: tuple[PartChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlyIn:
    """A cell that the person meets in the one edition that prints it; `because` is what is not comparable."""

    path: str
    edition: str
    because: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonComparison:
    """One person in two editions: the cells whose verdict differs, and the cells met in one edition only."""

    person: Person
    changed: tuple[VerdictChange, ...]
    not_comparable: tuple[OnlyIn, ...]


def compare_person(
    comparison: Comparison,
    person: Person,
    old: ResolvedEdition,
    new: ResolvedEdition,
    *,
    on: date,
    within: str | None = None,
) -> PersonComparison:
    """Return how the verdicts of a person differ between two editions, as the record stands on a day.

    `comparison` is the whole one of the two editions; `within` leaves out the cells that are not at a path.
    """
    comparison = _under_policies(comparison, old, new)
    before = _below(old, judge_edition(old, person, on=on))
    after = _below(new, judge_edition(new, person, on=on))
    changed = [
        _changed(path, before[path], cell, comparison, person)
        for path, cell in after.items()
        if path in before and before[path].verdict is not cell.verdict and _is_at(path, within)
    ]
    apart = [
        OnlyIn(path=path, edition=edition.edition.id, because=_wholes(comparison, path))
        for edition, here, there in ((old, before, after), (new, after, before))
        for path, cell in here.items()
        if path not in there and cell.verdict is Verdict.MET and _is_at(path, within)
    ]
    return PersonComparison(person=person, changed=tuple(changed), not_comparable=tuple(apart))


def _under_policies(comparison: Comparison, old: ResolvedEdition, new: ResolvedEdition) -> Comparison:
    """Return the comparison without the silent points to which both editions are given the same answer."""
    alike = {
        f"policy/{point}" for point, answer in old.policy.answers.items() if new.policy.answers.get(point) == answer
    }
    return replace(comparison, changes=tuple(change for change in comparison.changes if change.path not in alike))


def _is_at(cell: str, within: str | None) -> bool:
    """Return whether a cell is at a path, below it, or holds it."""
    return within is None or f"{cell}/".startswith(f"{within}/") or within.startswith(f"{cell}/")


def _below(edition: ResolvedEdition, cells: Mapping[str, CellJudgement]) -> dict[str, CellJudgement]:
    return {path.removeprefix(f"{edition.edition.id}/"): cell for path, cell in cells.items()}


def _wholes(comparison: Comparison, path: str) -> tuple[Change, ...]:
    return tuple(change for change in comparison.changes if change.is_of_whole and change.is_below(path))


def _changed(
    path: str, old: CellJudgement, new: CellJudgement, comparison: Comparison, person: Person
) -> VerdictChange:
    parts = []
    for name in (*PARTS, _EXAMINATION):
        before, after = _part(old, name), _part(new, name)
        was, now = (None if part is None else part.verdict for part in (before, after))
        if (was or Verdict.MET) is not (now or Verdict.MET):
            difference = Difference(
                cell=path,
                part=name,
                old=before,
                new=after,
                old_cell=old.cell.indicator,
                new_cell=new.cell.indicator,
            )
            parts.append(PartChange(name=name, old=was, new=now, because=causes(difference, comparison, person)))
    return VerdictChange(path=path, old=old.verdict, new=new.verdict, parts=tuple(parts))


def _part(cell: CellJudgement, name: str) -> PartJudgement | None:
    """Return the judgement of a part where it decides the cell."""
    if name == _EXAMINATION:
        return cell.minimum_by_examination if cell.cell.does_examination_satisfy else None
    return cell.parts[name] if name in cell.cell.deciding else None
