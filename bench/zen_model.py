"""Which decision graph does zen-engine judge by, and what is it given?

A JDM graph of an input, one expression node and an output, compiled once (`ZenDecisionContent`). Fastest is a node of a single
expression with assignments: rows copy every value that they hand on, and a function node has its source parsed anew at every
evaluation. `zen_write` writes the expressions.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

import zen

from kijun.day import RecordedDay
from kijun.evidence import Engagement, Person
from kijun.framework.resolve import ResolvedEdition
from kijun.verdict import MET, NOT_MET, UNKNOWN, Verdict
from zen_write import Writer

Facts = dict[str, object]
VERDICTS: tuple[Verdict, ...] = (NOT_MET, UNKNOWN, MET)
_ANSWER = "verdicts"
_RUNNING = date(9999, 12, 30)


def decide_cells(editions: Iterable[ResolvedEdition], on: date) -> zen.ZenDecision:
    """Return a decision that answers with the verdict of every cell and stops early wherever it can."""
    writer = Writer(on)
    return _decision(writer, [writer.cell(cell) for edition in editions for cell in edition.cells.values()])


def decide_parts(editions: Iterable[ResolvedEdition], on: date) -> zen.ZenDecision:
    """Return a decision that answers with the verdict of every cell, followed by those of its parts."""
    writer = Writer(on)
    cells = [cell for edition in editions for cell in edition.cells.values()]
    return _decision(writer, [verdict for cell in cells for verdict in writer.cell_and_parts(cell)])


def decide_rows(editions: Iterable[ResolvedEdition], on: date) -> zen.ZenDecision:
    """Return a decision that answers as `decide_parts` does, written as people keep rules: a row for each clause and part."""
    writer = Writer(on, scope="$.")
    cells = [cell for edition in editions for cell in edition.cells.values()]
    answer = [verdict for cell in cells for verdict in writer.cell_and_parts(cell)]
    return _compiled({**writer.named, _ANSWER: f"[{', '.join(answer)}]"})


def verdicts(decision: zen.ZenDecision, record: Facts) -> list[Verdict]:
    """Return the answer of a decision on a record."""
    return [VERDICTS[int(number)] for number in decision.evaluate(record)["result"][_ANSWER]]


def _decision(writer: Writer, answer: Iterable[str]) -> zen.ZenDecision:
    shared = "".join(f"{name} = ({expression}); " for name, expression in writer.named.items())
    return _compiled({_ANSWER: f"{shared}[{', '.join(answer)}]"})


def _compiled(expressions: Mapping[str, str]) -> zen.ZenDecision:
    rows = [{"id": key, "key": key, "value": value} for key, value in expressions.items()]
    nodes: list[Facts] = [
        {"id": "in", "type": "inputNode", "name": "record"},
        {"id": "judge", "type": "expressionNode", "name": "judge", "content": {"expressions": rows}},
        {"id": "out", "type": "outputNode", "name": "verdicts"},
    ]
    for column, node in enumerate(nodes):
        node["position"] = {"x": 200 * column, "y": 0}
    ends = (("in", "judge"), ("judge", "out"))
    edges = [{"id": f"{one}-{other}", "sourceId": one, "targetId": other, "type": "edge"} for one, other in ends]
    return zen.ZenEngine().create_decision(zen.ZenDecisionContent(json.dumps({"nodes": nodes, "edges": edges})))


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
