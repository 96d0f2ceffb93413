"""Who of a workforce is at another level in another edition, and where does the difference show?

Both editions stand in one row of the verdicts, so one pass compares them. A field is compared where both have it. Where the
level differs, the cell that decides it is looked at, part by part; which change of the standard is behind that is said by
`changes_causes`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

import ibis
from ibis.expr import types as ir

from kijun.population.verdicts_judgement import Bit, JudgedEdition, Judgement
from kijun.population.verdicts_relation import as_one, highest_met, highest_possible, is_met, is_possible, stream
from kijun.verdict import Verdict, between

EXAMINATION: Final = "minimum_by_examination"
_SIDES: Final = ("old", "new")


class Move(Enum):
    """What becomes of somebody's level in a field; not comparable where it hangs on a cell that one source lacks."""

    UP = "up"
    DOWN = "down"
    KNOWN = "newly known"
    UNKNOWN = "newly unknown"
    APART = "not comparable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The highest level met, and the highest met or unknown; 0 is none."""

    met: int
    possible: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """Another level in a field; `field` is below the edition.

    `level` is that of the cell that decides it: the higher of the two levels, or on a ladder the first rung that differs.
    `parts` are the parts of that cell that are judged otherwise, with the verdict in either edition, None where it is not asked.
    """

    field: str
    move: Move
    old: Standing
    new: Standing
    level: int
    parts: tuple[tuple[str, Verdict | None, Verdict | None], ...]

    @property
    def cell(self) -> str:
        """The path of the deciding cell, below the edition."""
        return f"{self.field}/{self.level}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedPerson:
    """Somebody whose level differs."""

    employee: str
    name: str
    team: str | None
    changed: Changed


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Both editions as they were judged; `lacking` are the cells, below the edition, that the documents of one of them lack."""

    judgement: Judgement
    old: JudgedEdition
    new: JudgedEdition
    lacking: frozenset[str] = frozenset()

    @property
    def sides(self) -> tuple[JudgedEdition, JudgedEdition]:
        """The older edition, and the newer one."""
        return self.old, self.new

    @property
    def fields(self) -> dict[str, tuple[int, ...]]:
        """The fields that both have, below the edition, each with all levels that one of them prints."""
        levels = [
            {path.removeprefix(f"{each.id}/"): of for path, of in self.judgement.levels.items() if _is_in(path, each)}
            for each in self.sides
        ]
        old, new = levels
        return {path: tuple(sorted({*of, *new[path]})) for path, of in old.items() if path in new}

    def parts(self, edition: JudgedEdition, cell: str) -> dict[str, Bit]:
        """Return what decides a cell of an edition: its parts, and the examination where that satisfies it."""
        path = f"{edition.id}/{cell}"
        found = dict(self.judgement.deciding(path))
        examination = self.judgement.bit_of(path, EXAMINATION)
        if examination is not None and edition.policy.get("examination.effect") == "satisfies":
            found[EXAMINATION] = examination
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Whose level differs; each question is one pass over the verdicts."""

    pair: Pair
    rows: ir.Table
    fields: Sequence[str]

    def counts(self) -> list[tuple[Changed, int]]:
        """Return every way in which a level differs, with how many people it happened to, most first within a field."""
        facts = ("field", *_FACTS)
        rows = self.rows.group_by(*facts).aggregate(people=self.rows.count()).to_pyarrow().to_pylist()
        rows.sort(key=lambda row: (row["field"], -row["people"], *(row[name] for name in _FACTS)))
        found = ((self._changed(row), row["people"]) for row in rows)
        return [(changed, people) for changed, people in found if changed is not None]

    def people(self) -> Iterator[ChangedPerson]:
        """Yield everybody whose level differs, field by field, in the order of their numbers."""
        for row in stream(self.rows.order_by("field", "person")):
            changed = self._changed(row)
            if changed is not None:
                yield ChangedPerson(employee=row["employee"], name=row["name"], team=row["team"], changed=changed)

    def _changed(self, row: Mapping[str, Any]) -> Changed | None:
        old, new = (Standing(met=row[f"{side}_met"], possible=row[f"{side}_possible"]) for side in _SIDES)
        move = move_between(old, new)
        if move is None:
            return None
        field = self.fields[row["field"]]
        if f"{field}/{row['level']}" in self.pair.lacking:
            move = Move.APART
        verdicts = [
            _unpacked(self.pair.parts(edition, f"{field}/{row['level']}"), row[f"{side}_sure"], row[f"{side}_open"])
            for side, edition in zip(_SIDES, self.pair.sides, strict=True)
        ]
        return Changed(field=field, move=move, old=old, new=new, level=row["level"], parts=_differing(*verdicts))


def move_between(old: Standing, new: Standing) -> Move | None:
    """Return what became of a level, or None where it stayed what it was; a level is known where nothing higher is possible.

    >>> move_between(Standing(met=4, possible=4), Standing(met=4, possible=5)).value
    'newly unknown'
    """
    if old.met != new.met:
        return Move.UP if new.met > old.met else Move.DOWN
    was, now = (each.met == each.possible for each in (old, new))
    if was == now:
        return None
    return Move.KNOWN if now else Move.UNKNOWN


def changes(table: ir.Table, pair: Pair) -> Changes:
    """Return whose level differs between two editions that were judged together."""
    fields = pair.fields
    facts = [_facts(table, pair, field, levels) for field, levels in fields.items()]
    if not facts:
        return Changes(pair=pair, rows=_nobody(), fields=())
    wide = table.select("person", "employee", "name", "team", fact=ibis.array(facts))
    long = wide.unnest("fact", offset="field")
    rows = long.select("person", "employee", "name", "team", "field", **{name: long.fact[name] for name in _FACTS})
    differs = (rows.old_met != rows.new_met) | (
        (rows.old_met == rows.old_possible) != (rows.new_met == rows.new_possible)
    )
    return Changes(pair=pair, rows=rows.filter(differs), fields=list(fields))


_FACTS: Final = ("level", *(f"{side}_{what}" for side in _SIDES for what in ("met", "possible", "sure", "open")))


def _nobody() -> ir.Table:
    kinds = {"person": "int32", "employee": "string", "name": "string", "team": "string", "field": "int64"}
    return ibis.memtable([], schema=ibis.schema({**kinds, **dict.fromkeys(_FACTS, "int64")}))


def _facts(table: ir.Table, pair: Pair, field: str, levels: Sequence[int]) -> ir.StructValue:
    """Return what tells a difference: both levels, and of the deciding cell the verdicts of its parts as bits."""
    paths = [f"{each.id}/{field}" for each in pair.sides]
    met = [highest_met(table, path) for path in paths]
    possible = [highest_possible(table, path) for path in paths]
    level = _deciding_level(met, possible, levels, is_ladder=any(each.is_ladder for each in pair.sides))
    found: dict[str, ir.Value] = {"level": level.cast("int64")}
    for place, (side, edition) in enumerate(zip(_SIDES, pair.sides, strict=True)):
        found[f"{side}_met"] = met[place].cast("int64")
        found[f"{side}_possible"] = possible[place].cast("int64")
        packed = {at: [*pair.parts(edition, f"{field}/{at}").values()] for at in levels}
        for name, holds in (("sure", is_met), ("open", is_possible)):
            cases = [
                (level == at, _sum([as_one(holds(table, bit)) * (1 << number) for number, bit in enumerate(bits)]))
                for at, bits in packed.items()
                if bits
            ]
            found[f"{side}_{name}"] = (ibis.cases(*cases, else_=0) if cases else ibis.literal(0)).cast("int64")
    return ibis.struct(found)


def _deciding_level(
    met: Sequence[ir.IntegerValue], possible: Sequence[ir.IntegerValue], levels: Sequence[int], *, is_ladder: bool
) -> ir.IntegerValue:
    if not is_ladder:
        return ibis.ifelse(met[0] != met[1], ibis.greatest(*met), ibis.greatest(*possible))
    lower = ibis.least(*met)
    above = [(lower == below, ibis.literal(level)) for below, level in zip((0, *levels), levels, strict=False)]
    return ibis.cases(*above, else_=levels[-1])


def _unpacked(parts: Mapping[str, Bit], sure: int, possible: int) -> dict[str, Verdict]:
    return {
        part: between(bool(sure & (1 << number)), bool(possible & (1 << number))) for number, part in enumerate(parts)
    }


def _differing(
    old: Mapping[str, Verdict], new: Mapping[str, Verdict]
) -> tuple[tuple[str, Verdict | None, Verdict | None], ...]:
    """Return the parts that are judged otherwise; what an edition does not ask is met in it."""
    if not old or not new:
        return ()
    return tuple(
        (part, old.get(part), new.get(part))
        for part in dict.fromkeys((*old, *new))
        if old.get(part, Verdict.MET) is not new.get(part, Verdict.MET)
    )


def _is_in(path: str, edition: JudgedEdition) -> bool:
    return path.startswith(f"{edition.id}/")


def _sum(numbers: Sequence[ir.IntegerValue]) -> ir.IntegerValue:
    first, *others = numbers
    for each in others:
        first += each
    return first
