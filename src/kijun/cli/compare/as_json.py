"""How is it written for other programs whom a comparison touches? docs/reference/comparison-json.md describes it."""

from __future__ import annotations

from kijun.cli.compare.people_view import Touched
from kijun.exchange.as_json.comparison import dump_change
from kijun.framework.dump import Plain, dump_text
from kijun.judgement.compare_people import OnlyIn, PartChange, PersonComparison, VerdictChange


def dump_touched(touched: Touched) -> dict[str, Plain]:
    """Return whom the editions judge otherwise."""
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
        "because": [dump_change(change) for change in part.because],
    }


def _apart(compared: PersonComparison, file: str) -> dict[str, Plain]:
    return {**_named(compared, file), "cells": [_only(each) for each in compared.not_comparable]}


def _only(met: OnlyIn) -> dict[str, Plain]:
    reasons = [dump_text(change.reason) for change in met.because if change.reason]
    return {"cell": met.path, "met_in": met.edition, "reason": reasons[0] if reasons else None}
