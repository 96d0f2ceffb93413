"""Which cells could one engagement count for, in which of their parts, and what would that change?

Asked while an engagement is being written down. What it can do is read from the record as if it stood there alone: beside
others that do as well a proof names whichever it finds first. What it changes is read from the record with and without it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kijun.criteria import AllOf, AnyOf, Once, Times, Years
from kijun.evidence import Engagement, Person
from kijun.framework.edition import Edition
from kijun.judgement.proof import CellJudgement, NearMiss, Proof
from kijun.judgement.record_judgement import EditionJudgement, judge_editions
from kijun.verdict import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class NearPart:
    """A part that the engagement would count for but for one fact."""

    name: str
    miss: NearMiss


@dataclass(frozen=True, slots=True, kw_only=True)
class CellCount:
    """A cell that the engagement touches: the parts it counts for, and those that it misses by one fact.

    `cell` is judged with the engagement on record, `before` is the verdict without it.
    """

    cell: CellJudgement
    before: Verdict
    counts: tuple[str, ...]
    near: tuple[NearPart, ...]

    @property
    def is_changed(self) -> bool:
        """Whether the engagement changes the verdict of the cell."""
        return self.cell.verdict is not self.before


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionCount:
    """The cells of one edition that an engagement touches, in printed order."""

    judged: EditionJudgement
    cells: tuple[CellCount, ...]


def could_count(
    editions: Sequence[Edition],
    person: Person,
    engagement: Engagement,
    *,
    on: date,
    policy: Mapping[str, str] | None = None,
) -> tuple[EditionCount, ...]:
    """Return the cells that an engagement counts for or nearly counts for, and those whose verdict it changes.

    `person` may hold an earlier state of it, which it replaces: an engagement is known by its id. `policy` holds an
    organisation's own answers to silent points.
    """
    others = tuple(each for each in person.engagements if each.id != engagement.id)
    without = judge_editions(editions, replace(person, engagements=others), on=on, policy=policy)
    together = judge_editions(editions, replace(person, engagements=(*others, engagement)), on=on, policy=policy)
    alone = judge_editions(editions, replace(person, engagements=(engagement,)), on=on, policy=policy)
    return tuple(
        EditionCount(judged=each, cells=tuple(_touched(engagement.id, before, each, single)))
        for before, each, single in zip(without.editions, together.editions, alone.editions, strict=True)
    )


def _touched(
    identity: str, without: EditionJudgement, together: EditionJudgement, alone: EditionJudgement
) -> Iterator[CellCount]:
    for path, cell in together.cells.items():
        found = CellCount(
            cell=cell,
            before=without.cells[path].verdict,
            counts=tuple(name for name, part in alone.cells[path].parts.items() if _counts(identity, part.proof)),
            near=tuple(_near(identity, alone.cells[path])),
        )
        if found.counts or found.near or found.is_changed:
            yield found


def _counts(identity: str, proof: Proof) -> bool:
    return any(each.evidence == identity for of_service in _of_service(proof) for each in of_service.counted)


def _near(identity: str, cell: CellJudgement) -> Iterator[NearPart]:
    """Yield the parts that the engagement misses by one fact; a part that it counts for already is none of them."""
    for name, part in cell.parts.items():
        if not _counts(identity, part.proof):
            for of_service in _of_service(part.proof):
                yield from (
                    NearPart(name=name, miss=each) for each in of_service.near_misses if each.evidence == identity
                )


def _of_service(proof: Proof) -> Iterator[Proof]:
    """Yield what a proof says of engagements: areas, kinds and the rest go by other names, which an id may equal."""
    match proof.criterion:
        case Once() | Times() | Years():
            yield proof
        case AllOf() | AnyOf():
            for child in proof.children:
                yield from _of_service(child)
        case _:
            return
