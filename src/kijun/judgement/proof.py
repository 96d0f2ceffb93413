"""What does a judgement consist of?

A proof is a value: it holds what was asked, what was found and where; how it is said is decided by `explain`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kijun.criteria import Criterion, Trait
from kijun.framework.resolve import ResolvedCell
from kijun.verdict import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """Evidence that counted: an engagement's id, a contribution's title. `slot` is the level of the time that it fills."""

    evidence: str
    slot: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NearMiss:
    """Evidence that would have counted but for one fact.

    `fact` is role, activities, outcome, field, window, conditions, customers, market, equivalence, degree, reach, rating or a
    measure; `have` and `need` are ids or numbers.
    """

    evidence: str
    fact: str
    have: str | int | None
    need: str | int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenFact:
    """A fact that is not on record and could settle an unknown.

    `fact` is "complete" (whether a list is complete; `about` names the list), "source" (a cell that is missing from the
    source; nothing in a record settles it), or what NearMiss names. `evidence` None: the record as a whole.
    """

    evidence: str | None
    fact: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """The judgement of one criterion, or of one trait on one engagement.

    `have` and `need` are numbers of `unit`; `days` are the days beyond whole years. `which` are the ids that counted
    (conditions, kinds, areas, skill items) and `missing` those that would. `hangs_on_month` says that a day not known could change it.
    """

    criterion: Criterion | Trait
    verdict: Verdict
    have: int | None = None
    need: int | None = None
    unit: str | None = None
    days: int = 0
    which: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    open_slots: tuple[int, ...] = ()
    counted: tuple[Counted, ...] = ()
    near_misses: tuple[NearMiss, ...] = ()
    would_settle: tuple[OpenFact, ...] = ()
    children: tuple[Proof, ...] = ()
    evidence: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartJudgement:
    """A part of a cell: its proof, the policies that shaped it, and whether it hangs on a month without a day."""

    name: str
    proof: Proof
    policies: tuple[str, ...]
    hangs_on_month: bool

    @property
    def verdict(self) -> Verdict:
        """The verdict of the part."""
        return self.proof.verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class CellJudgement:
    """The judgement of one printed cell, part by part."""

    cell: ResolvedCell
    verdict: Verdict
    parts: Mapping[str, PartJudgement]
    minimum_by_examination: PartJudgement | None

    @property
    def short_parts(self) -> tuple[str, ...]:
        """The deciding parts that are not met."""
        return tuple(name for name in self.cell.deciding if self.parts[name].verdict is Verdict.NOT_MET)

    @property
    def open_parts(self) -> tuple[str, ...]:
        """The deciding parts that are unknown."""
        return tuple(name for name in self.cell.deciding if self.parts[name].verdict is Verdict.UNKNOWN)

    @property
    def is_one_part_short(self) -> bool:
        """Whether exactly one deciding part is not met and every other one is met."""
        return self.verdict is Verdict.NOT_MET and len(self.short_parts) == 1 and not self.open_parts

    @property
    def mark(self) -> str:
        """How a career map marks the cell: by its verdict, or as one part short."""
        return "one short" if self.is_one_part_short else self.verdict.value
