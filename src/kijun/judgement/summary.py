"""Where does a person stand in each field, and which cell is next?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kijun.criteria import AllOf
from kijun.evidence import Person
from kijun.framework.edition import Edition
from kijun.framework.structure import Field
from kijun.judgement.explain import PART_NAMES
from kijun.judgement.levels import FieldLevels
from kijun.judgement.proof import CellJudgement, Proof
from kijun.judgement.record_judgement import EditionJudgement
from kijun.text import Text, inside, join
from kijun.verdict import MET, NOT_MET, UNKNOWN

_OF_SERVICE: Final = ("responsibility", "complexity", "size")


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSummary:
    """A field that the person has evidence in: the level in words, its holes, and the next cell that is not met yet."""

    field: Field
    levels: FieldLevels
    level: Text
    holes: tuple[Text, ...]
    next_cell: CellJudgement | None


def summaries(judged: EditionJudgement, person: Person) -> list[FieldSummary]:
    """Return the fields in which some engagement or rating of the record counts, with the next cell of each.

    The next cell is the lowest printed one above the highest met, or the lowest of all. Where any engagement counts, it is no
    sign that the person is in that field: then the record names the field, or holds something else that its cells ask for.
    """
    found = []
    named = {name for engagement in person.engagements for name in engagement.fields}
    for category, field in judged.edition.edition.fields():
        cells = [judged.cells[cell.path] for cell in judged.edition.edition.cells_of(field.path)]
        is_open = judged.counts_any_engagement(category) and field.id not in named
        if any(_has_other_evidence(cell) if is_open else _has_evidence(cell) for cell in cells):
            reached = judged.levels[field.path]
            above = (cell for cell in cells if cell.verdict is not MET and _level(cell) > (reached.highest_met or 0))
            holes = (*reached.holes, *reached.unknown_holes)
            found.append(
                FieldSummary(
                    field=field,
                    levels=reached,
                    level=_say_level(
                        reached,
                        cells,
                        judged.edition.edition,
                        is_named=is_open or field.id in named or not any(map(_has_service, cells)),
                    ),
                    holes=tuple(_say_hole(cell, judged.edition.edition) for cell in cells if _level(cell) in holes),
                    next_cell=next(above, None),
                )
            )
    return found


def _level(cell: CellJudgement) -> int:
    return cell.cell.indicator.level


def _has_evidence(cell: CellJudgement) -> bool:
    return _has_service(cell) or ("proficiency" in cell.parts and _has_ratings(cell.parts["proficiency"].proof))


def _has_other_evidence(cell: CellJudgement) -> bool:
    """Return whether something beside engagements is on record for a cell: an area, an examination, ratings."""
    parts = [part for name, part in cell.parts.items() if name not in _OF_SERVICE]
    parts += [cell.minimum_by_examination] if cell.minimum_by_examination else []
    return any(part.proof.counted or part.proof.near_misses for part in parts)


def _has_ratings(proof: Proof) -> bool:
    return bool(proof.counted or proof.near_misses) or proof.verdict is NOT_MET


def _has_service(cell: CellJudgement) -> bool:
    proofs = [part.proof for name, part in cell.parts.items() if name in _OF_SERVICE]
    of_service = [proof.children[0] if isinstance(proof.criterion, AllOf) else proof for proof in proofs]
    return any(proof.counted or proof.children for proof in of_service)


def _say_level(reached: FieldLevels, cells: list[CellJudgement], edition: Edition, *, is_named: bool) -> Text:
    if reached.highest_met is None:
        ja, en = "まだどのレベルも満たしていない", "no level met yet"
    else:
        met = edition.level_name(reached.highest_met)
        ja, en = met.ja, met.en
    if not is_named:
        ja += "(活動によって数えたもの)"
        en += " (counted by its activities)"
    highest = reached.highest_possible
    if highest is not None and highest != reached.highest_met:
        why = Text(ja="記録にない事実がある", en="facts are missing from the record")
        if _hangs_on_source_only(next(cell for cell in cells if _level(cell) == highest)):
            why = Text(ja="手元の資料にないセルがある", en="a cell is missing from the source")
        level = edition.level_name(highest)
        ja += f"。{why.ja}ため、{level.ja}までの可能性は残る"
        en += f"; not ruled out up to {inside(level).en}, because {why.en}"
    return Text(ja=ja, en=en)


def _hangs_on_source_only(cell: CellJudgement) -> bool:
    facts = [fact for part in cell.parts.values() if part.verdict is UNKNOWN for fact in part.proof.would_settle]
    return bool(facts) and all(fact.fact == "source" for fact in facts)


def _say_hole(cell: CellJudgement, edition: Edition) -> Text:
    said = []
    for names, ja, en in ((cell.short_parts, "が不足", "short"), (cell.open_parts, "が不明", "unknown")):
        if names:
            parts = join([PART_NAMES[name] for name in names])
            said.append(Text(ja=f"{parts.ja}{ja}", en=f"{parts.en} {en}"))
    why = join(said, ja="、", en=", ")
    level = edition.level_name(_level(cell))
    return Text(ja=f"{level.ja}: {why.ja}", en=f"{level.en}: {why.en}")
