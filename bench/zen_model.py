"""Which decision graph does zen-engine judge by, and what is it given?

A JDM graph of an input, one expression node and an output. Expressions are compiled once (`ZenDecisionContent`); they beat a
function node, whose source the engine parses anew at every evaluation. `zen_write` writes the expressions.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, timedelta

import zen
from zen_write import Writer

from kijun.day import RecordedDay
from kijun.evidence import Engagement, Person
from kijun.framework.resolve import ResolvedEdition
from kijun.verdict import MET, NOT_MET, UNKNOWN, Verdict

Facts = dict[str, object]
VERDICTS: tuple[Verdict, ...] = (NOT_MET, UNKNOWN, MET)
_RUNNING = date(9999, 12, 30)


def decision(editions: Iterable[ResolvedEdition], on: date) -> tuple[zen.ZenDecision, list[str]]:
    """Return the compiled decision over all cells, and the cells in the order of its answer."""
    writer = Writer(on)
    cells = {path: writer.cell(cell) for edition in editions for path, cell in edition.cells.items()}
    shared = "".join(f"{name} = ({expression}); " for name, expression in writer.named.items())
    rows = [("verdicts", f"{shared}[{', '.join(cells.values())}]")]
    content = zen.ZenDecisionContent(json.dumps(_graph(rows)))
    return zen.ZenEngine().create_decision(content), list(cells)


def _graph(expressions: Iterable[tuple[str, str]]) -> dict[str, object]:
    rows = [{"id": key, "key": key, "value": value} for key, value in expressions]
    nodes = [
        {"id": "in", "type": "inputNode", "name": "record"},
        {"id": "judge", "type": "expressionNode", "name": "judge", "content": {"expressions": rows}},
        {"id": "out", "type": "outputNode", "name": "verdicts"},
    ]
    places = [node | {"position": {"x": 200 * column, "y": 0}} for column, node in enumerate(nodes)]
    edges = [{"id": a + b, "sourceId": a, "targetId": b, "type": "edge"} for a, b in (("in", "judge"), ("judge", "out"))]
    return {"nodes": places, "edges": edges}


def facts(person: Person) -> Facts:
    """Return the record as the dict that the model reads: only what it needs, days as numbers."""
    return {
        "complete": sorted(person.complete),
        "engagements": [_engagement(each, position) for position, each in enumerate(person.engagements)],
        "expertise": [
            {"area": each.area, "degree": each.degree, "reach": each.reach, "since": _number(each.since)}
            for each in person.expertise
        ],
        "contributions": [{"kind": each.kind, "day": _number(each.day)} for each in person.contributions],
        "mentoring": [_number(each.since) for each in person.mentoring],
    }


def _number(day: RecordedDay | None) -> int:
    return 0 if day is None else day.earliest.toordinal()


def _engagement(engagement: Engagement, position: int) -> Facts:
    last = engagement.end.latest if engagement.end else _RUNNING
    shares = engagement.market
    return {
        "n": position,
        "project": engagement.project,
        "fields": list(engagement.fields),
        "activities": sorted(engagement.activities),
        "role": engagement.role,
        "outcome": engagement.outcome,
        "start": engagement.start.earliest.toordinal(),
        "from": _decimal(engagement.start.earliest),
        "after": last.toordinal() + 1,
        "until": _decimal(last + timedelta(days=1)),
        "conditions": sorted(engagement.conditions),
        "all": engagement.has_all_conditions,
        "sizes": dict(engagement.sizes),
        "customers": engagement.customers,
        "market": None
        if shares is None
        else [{"scope": each.scope, "count": each.count, "employees": each.employees} for each in shares],
        "claims": [
            {"decision": each.decision, "to": each.to, "day": _number(each.day)} for each in engagement.equivalences
        ],
    }


def _decimal(day: date) -> int:
    return day.year * 10_000 + day.month * 100 + day.day
