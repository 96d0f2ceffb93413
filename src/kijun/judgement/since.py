"""Which cells are judged otherwise than some time ago, in which parts, and why?

Three readings of one edition stand side by side: the record as it was, on the day of then (`before`); the same record on the day
of now (`aged`); the record as it is, on the day of now (`now`). What differs between the first two, time did: service that went
on, a window that closed. What differs between the last two, a change of the record did. What somebody was told then (`told`) and
`before` does not find again was changed by the standard or its policies.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from kijun.criteria import AllOf, AnyOf, Areas, Confirmed, Criterion, Kinds, Mentors, Passed, Rated, Trait
from kijun.framework.indicator import PARTS
from kijun.judgement.proof import CellJudgement, PartJudgement, Proof
from kijun.judgement.ratings import common_item
from kijun.verdict import Verdict

COMPLETE: Final = "complete"
"""Stands as the list of an Evidence for the declaration that a list, which it then names, is complete."""
_EXAMINATION: Final = "minimum_by_examination"
_LISTS: Final[Mapping[type[Criterion | Trait], str]] = {
    Areas: "expertise",
    Kinds: "contributions",
    Mentors: "mentoring",
    Passed: "qualifications",
    Rated: "ratings",
    Confirmed: "confirmations",
}
_SERVICE: Final = "engagements"


class Cause(Enum):
    """Why something is judged otherwise: the standard or its policies changed, time went by, or the record changed."""

    STANDARD = "standard"
    TIME = "time"
    RECORD = "record"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Something on record by its list and by what a proof calls it: an engagement's id, an area, a kind, whom one mentors."""

    list: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartSince:
    """A part whose verdict differs, why, and which of the evidence that was revised counts or is near in its proofs."""

    name: str
    old: Verdict
    new: Verdict
    causes: tuple[Cause, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CellSince:
    """A cell that is judged otherwise, or some part of it.

    `is_by_standard`: what was told then would be told otherwise today of the same record on the same day.
    """

    path: str
    old: Verdict
    new: Verdict
    parts: tuple[PartSince, ...]
    is_by_standard: bool = False

    @property
    def is_otherwise(self) -> bool:
        """Whether the verdict of the cell itself differs."""
        return self.old is not self.new

    @property
    def causes(self) -> tuple[Cause, ...]:
        """Why, the causes of all parts together."""
        found = {cause for part in self.parts for cause in part.causes}
        if self.is_by_standard:
            found.add(Cause.STANDARD)
        return tuple(cause for cause in Cause if cause in found)


def cells_since(
    before: Mapping[str, CellJudgement],
    aged: Mapping[str, CellJudgement],
    now: Mapping[str, CellJudgement],
    *,
    revised: Collection[Evidence] = (),
    told: Mapping[str, Verdict] | None = None,
) -> tuple[CellSince, ...]:
    """Return the cells that differ, in printed order; `revised` is the evidence that was changed between then and now."""
    found = []
    for path, cell in now.items():
        parts = tuple(_parts(before[path], aged[path], cell, revised))
        again = before[path].verdict
        was = (told or {}).get(path, again)
        if parts or was is not cell.verdict:
            is_by_standard = was is not again and was is not cell.verdict
            found.append(CellSince(path=path, old=was, new=cell.verdict, parts=parts, is_by_standard=is_by_standard))
    return tuple(found)


def _parts(
    before: CellJudgement, aged: CellJudgement, now: CellJudgement, revised: Collection[Evidence]
) -> Iterator[PartSince]:
    for name in (*PARTS, _EXAMINATION):
        was, later, is_now = (_part(cell, name) for cell in (before, aged, now))
        if was is None or later is None or is_now is None or was.verdict is is_now.verdict:
            continue
        causes = []
        if was.verdict is not later.verdict:
            causes.append(Cause.TIME)
        if later.verdict is not is_now.verdict:
            causes.append(Cause.RECORD)
        evidence = _explaining(later.proof, is_now.proof, revised) if Cause.RECORD in causes else ()
        yield PartSince(name=name, old=was.verdict, new=is_now.verdict, causes=tuple(causes), evidence=evidence)


def _part(cell: CellJudgement, name: str) -> PartJudgement | None:
    return cell.minimum_by_examination if name == _EXAMINATION else cell.parts.get(name)


def _explaining(old: Proof, new: Proof, revised: Collection[Evidence]) -> tuple[Evidence, ...]:
    """Return what was revised and counts or is near in one of the proofs; where none does, all of the lists they are about."""
    in_play = {*in_play_of(old), *in_play_of(new)}
    found = tuple(each for each in revised if each in in_play)
    lists = {*_lists_of(old)}
    return found or tuple(each for each in revised if each.list in lists)


def in_play_of(proof: Proof) -> Iterator[Evidence]:
    """Yield the evidence that counted, that was near, and that would settle an unknown."""
    if isinstance(proof.criterion, AllOf | AnyOf):
        for child in proof.children:
            yield from in_play_of(child)
        return
    name = _list_of(proof)
    named = [each.evidence for each in proof.counted] + [each.evidence for each in proof.near_misses]
    for fact in proof.would_settle:
        if fact.fact == COMPLETE:
            yield Evidence(list=COMPLETE, name=fact.about)
        else:
            named.append(fact.evidence or fact.about)
    for each in named:
        yield Evidence(list=name, name=each)
        if name == "ratings":
            yield Evidence(list=name, name=common_item(each))


def _lists_of(proof: Proof) -> Iterator[str]:
    if isinstance(proof.criterion, AllOf | AnyOf):
        for child in proof.children:
            yield from _lists_of(child)
    else:
        yield _list_of(proof)


def _list_of(proof: Proof) -> str:
    return _LISTS.get(type(proof.criterion), _SERVICE)
