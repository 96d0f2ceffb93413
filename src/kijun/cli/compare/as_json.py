"""How is a comparison written for other programs? The shape is fixed; docs/reference/comparison-json.md describes it."""

from __future__ import annotations

from kijun.cli.compare.people_view import Touched
from kijun.cli.compare.view import Editions, counts_by_home
from kijun.framework.compare.comparison import Change, Comparison, Side
from kijun.framework.dump import Plain, dump_citation, dump_text
from kijun.judgement.compare_people import OnlyIn, PartChange, PersonComparison, VerdictChange


def dump_comparison(
    comparison: Comparison, editions: Editions, path: str | None, touched: Touched | None
) -> dict[str, Plain]:
    """Return a comparison as plain values; `path` is what it was narrowed to, `touched` whom it touches."""
    plain: dict[str, Plain] = {
        "old": {"edition": editions.old.id, "name": dump_text(editions.old.name)},
        "new": {"edition": editions.new.id, "name": dump_text(editions.new.name)},
        "path": path,
        "summary": {
            home: {kind.value: count for kind, count in counts.items()}
            for home, counts in counts_by_home(comparison).items()
        },
        "changes": [_change(change) for change in comparison.changes],
    }
    if touched is not None:
        plain["people"] = _people(touched)
    return plain


def _change(change: Change) -> dict[str, Plain]:
    return {
        "kind": change.kind.value,
        "path": change.path,
        "aspect": change.aspect,
        "about": dump_text(change.about),
        "effect": change.effect.value if change.effect else None,
        "examined": change.is_examined,
        "old": _side(change.old),
        "new": _side(change.new),
        "reason": dump_text(change.reason) if change.reason else None,
        "note": dump_text(change.note) if change.note else None,
    }


def _side(side: Side) -> dict[str, Plain]:
    return {
        "path": side.path,
        "words": dump_text(side.words) if side.words else None,
        "value": side.value,
        "citation": dump_citation(side.citation) if side.citation else None,
    }


def _people(touched: Touched) -> dict[str, Plain]:
    return {
        "on": touched.on.isoformat(),
        "policies": {edition: dict(answers) for edition, answers in touched.policies.items()},
        "judged": len(touched.people),
        "changed": [_person(each, file) for file, each in touched.people if each.changed],
        "not_comparable": [_apart(each, file) for file, each in touched.people if each.not_comparable],
        "set_aside": [
            {"file": str(record.file), "problems": [f"{each.place}  {each.code}" for each in record.errors]}
            for record in touched.set_aside
        ],
    }


def _named(compared: PersonComparison, file: str) -> dict[str, Plain]:
    person = compared.person
    return {"person": person.employee, "name": person.name.written, "file": file}


def _person(compared: PersonComparison, file: str) -> dict[str, Plain]:
    return {**_named(compared, file), "cells": [_verdict(each) for each in compared.changed]}


def _verdict(change: VerdictChange) -> dict[str, Plain]:
    return {
        "cell": change.path,
        "old": change.old.value,
        "new": change.new.value,
        "parts": [_part(part) for part in change.parts],
    }


def _part(part: PartChange) -> dict[str, Plain]:
    return {
        "part": part.name,
        "old": part.old.value if part.old else None,
        "new": part.new.value if part.new else None,
        "because": [_change(change) for change in part.because],
    }


def _apart(compared: PersonComparison, file: str) -> dict[str, Plain]:
    return {**_named(compared, file), "cells": [_only(each) for each in compared.not_comparable]}


def _only(met: OnlyIn) -> dict[str, Plain]:
    reasons = [dump_text(change.reason) for change in met.because if change.reason]
    return {"cell": met.path, "met_in": met.edition, "reason": reasons[0] if reasons else None}
