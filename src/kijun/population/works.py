"""Which clauses count a kind of work: by its fields, activities, role and outcome?"""

from __future__ import annotations

from collections.abc import Sequence

import ibis.expr.types as ir

from kijun.criteria import Clause
from kijun.population.both import every, is_one_of, number, some, word_of
from kijun.population.demands import Demands

GATE = "gate"


def look_up_works(demands: Demands, works: ir.Table, work_fields: ir.Table, work_activities: ir.Table) -> ir.Table:
    """Return the kinds of work that some clause counts, each with the bits of the clauses that count it (`gate_0`, ...).

    Each of these facts is required in a record, so that a clause is never unknown.
    """
    clauses = list(dict.fromkeys(clause for _, _, (clause, _) in demands.placed()))
    fields = list(dict.fromkeys((clause.fields, clause.is_first_field_only) for clause in clauses))
    activities = list(dict.fromkeys(clause.activities for clause in clauses))
    table = _joined(works, _named(work_fields, fields))
    table = _joined(table, _done(work_activities, activities))
    is_open = {}
    for clause in clauses:
        asked = [
            table[f"field_{fields.index((clause.fields, clause.is_first_field_only))}"].fill_null(False)
            if clause.fields is not None
            else None,
            _does(clause, table[f"done_{activities.index(clause.activities)}"].fill_null(0))
            if clause.activities is not None
            else None,
            None if clause.role is None else is_one_of(table.role, clause.role.accepted),
            is_one_of(table.outcome, clause.outcome.accepted),
        ]
        is_open[clause] = every(each for each in asked if each is not None)
    staged = table.select("work", **{f"is_open_{place}": flag for place, flag in enumerate(is_open.values())})
    found = {clause: staged[f"is_open_{place}"] for place, clause in enumerate(is_open)}
    gates = {f"{GATE}_{word}": word_of(_flags(demands, found, word)) for word in range(len(demands.planes))}
    table = staged.select("work", **gates)
    return table.filter(some(table[gate] != number(0) for gate in gates))


def _flags(demands: Demands, is_open: dict[Clause, ir.BooleanValue], word: int) -> list[tuple[ir.BooleanValue, int]]:
    masks: dict[Clause, int] = {}
    for its_word, bit, (clause, _) in demands.placed():
        if its_word == word:
            masks[clause] = masks.get(clause, 0) | (1 << bit)
    return [(is_open[clause], mask) for clause, mask in masks.items()]


def _does(clause: Clause, done: ir.IntegerValue) -> ir.BooleanValue:
    asked = set(clause.activities or ())
    return done >= number(len(asked) if clause.needs_all_activities else 1)


def _named(work_fields: ir.Table, asked: Sequence[tuple[frozenset[str] | None, bool]]) -> ir.Table | None:
    found = {}
    for place, (fields, is_first_only) in enumerate(asked):
        if fields is not None:
            is_named = is_one_of(work_fields.field, fields)
            found[f"field_{place}"] = (is_named & (work_fields.position == 0) if is_first_only else is_named).any()
    return work_fields.group_by("work").aggregate(**found) if found else None


def _done(work_activities: ir.Table, asked: Sequence[tuple[str, ...] | None]) -> ir.Table | None:
    found = {
        f"done_{place}": is_one_of(work_activities.activity, activities).cast("int64").sum()
        for place, activities in enumerate(asked)
        if activities is not None
    }
    return work_activities.group_by("work").aggregate(**found) if found else None


def _joined(table: ir.Table, other: ir.Table | None) -> ir.Table:
    return table if other is None else table.left_join(other, "work").drop("work_right")
