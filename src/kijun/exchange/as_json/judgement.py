"""How is a judgement written for other programs? The shape is fixed; docs/reference/judgement-json.md describes it."""

from __future__ import annotations

from collections.abc import Sequence

from kijun.criteria.dump import dump
from kijun.criteria.phrase import phrase
from kijun.evidence import Person
from kijun.exchange.as_json.assumptions import dump_assumed
from kijun.framework.dump import Plain, dump_citation, dump_text
from kijun.framework.indicator import PARTS
from kijun.framework.vocabulary import Vocabulary
from kijun.judgement.assumed import is_assumed
from kijun.judgement.assumption import Assumption
from kijun.judgement.explain import explain
from kijun.judgement.proof import CellJudgement, Counted, Proof
from kijun.judgement.record_judgement import EditionJudgement, RecordJudgement, why_not_defined

_RARE = "proficiency"
"""The part that is written only where a cell has it."""


def dump_judgement(
    judged: RecordJudgement, cells: list[str], *, has_proofs: bool, assumed: Sequence[Assumption] | None = None
) -> dict[str, Plain]:
    """Return the judgement as plain values; `cells` restricts it to some cells, empty means all.

    `assumed` is what is no record but an assumption; None where nothing can be.
    """
    plain: dict[str, Plain] = {}
    levels: dict[str, Plain] = {}
    for edition in judged.editions:
        found = _cells(edition, judged, has_proofs=has_proofs)
        plain |= {path: cell for path, cell in found.items() if not cells or path in cells}
        for field, reached in edition.levels.items():
            if not cells or any(path.rsplit("/", 1)[0] == field for path in cells):
                levels[field] = {
                    "highest_met": reached.highest_met,
                    "highest_possible": reached.highest_possible,
                    "holes": [*reached.holes],
                    "unknown_holes": [*reached.unknown_holes],
                }
    return {
        "person": judged.person.employee,
        "on": judged.on.isoformat(),
        **({} if assumed is None else {"assumed": dump_assumed(assumed)}),
        "policies": {
            edition.edition.edition.id: {
                point: edition.edition.policy[point] for point in edition.edition.edition.points
            }
            for edition in judged.editions
        },
        "cells": plain,
        "levels": levels,
    }


def _cells(edition: EditionJudgement, judged: RecordJudgement, *, has_proofs: bool) -> dict[str, dict[str, Plain]]:
    printed = edition.edition.edition
    cells: dict[str, dict[str, Plain]] = {}
    for _, field in printed.fields():
        for level in printed.levels:
            path = f"{field.path}/{level}"
            cell = edition.cells.get(path)
            if cell is None:
                cells[path] = _undefined(why_not_defined(field, level, printed))
            else:
                cells[path] = _cell(cell)
                if has_proofs:
                    cells[path]["proof"] = _proofs(cell, judged, printed.vocabulary)
    return cells


def _undefined(reason: str | None) -> dict[str, Plain]:
    return {
        "verdict": "not defined",
        "reason": reason,
        "parts": dict.fromkeys(part for part in PARTS if part != _RARE),
        "minimum_by_examination": None,
    }


def _cell(cell: CellJudgement) -> dict[str, Plain]:
    examination = cell.minimum_by_examination
    return {
        "verdict": cell.verdict.value,
        "reason": None,
        "parts": {
            name: cell.parts[name].verdict.value if name in cell.parts else None
            for name in PARTS
            if name in cell.parts or name != _RARE
        },
        "minimum_by_examination": examination.verdict.value if examination else None,
    }


def _proofs(cell: CellJudgement, judged: RecordJudgement, words: Vocabulary) -> dict[str, Plain]:
    plain: dict[str, Plain] = {}
    for said in explain(cell, judged.person, words.name):
        part = cell.parts.get(said.name) or cell.minimum_by_examination
        assert part is not None
        plain[said.name] = {
            "headline": dump_text(said.headline),
            "details": [dump_text(detail) for detail in said.details],
            "citation": dump_citation(said.citation),
            "policies": [*part.policies],
            "hangs_on_month": part.hangs_on_month,
            "tree": dump_proof(part.proof, words, judged.person),
        }
    circumstances = cell.cell.indicator.circumstances()
    plain["not_examined"] = [{"kind": each.kind, "of": [*each.of]} for each in circumstances]
    plain["policies"] = [*cell.cell.policies]
    return plain


def dump_proof(proof: Proof, words: Vocabulary, person: Person) -> dict[str, Plain]:
    """Return a proof and everything below it as plain values; where something is assumed, what counted says whether."""
    return {
        "verdict": proof.verdict.value,
        "words": dump_text(phrase(proof.criterion, words.name)),
        "criterion": dump(proof.criterion),
        "evidence": proof.evidence,
        "have": proof.have,
        "days": proof.days,
        "need": proof.need,
        "unit": proof.unit,
        "which": [*proof.which],
        "missing": [*proof.missing],
        "open_slots": [*proof.open_slots],
        "counted": [_counted(each, proof, person) for each in proof.counted],
        "near_misses": [
            {"evidence": each.evidence, "fact": each.fact, "have": each.have, "need": each.need}
            for each in proof.near_misses
        ],
        "would_settle": [
            {"evidence": each.evidence, "fact": each.fact, "about": each.about} for each in proof.would_settle
        ],
        "children": [dump_proof(child, words, person) for child in proof.children],
    }


def _counted(each: Counted, proof: Proof, person: Person) -> dict[str, Plain]:
    mark = {"assumed": is_assumed(each.evidence, proof.criterion, person)} if person.assumed else {}
    return {"evidence": each.evidence, "slot": each.slot, **mark}
