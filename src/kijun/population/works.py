"""Which clauses count a kind of work: by its fields, activities, role and outcome?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kijun.criteria import Clause
from kijun.population.look_up import Accepting, Classes, Following, Row, accepting, bits_by, classed, enough


def classes_of_works(
    clauses: Sequence[Clause], works: Iterable[Row], work_fields: Iterable[Row], work_activities: Iterable[Row]
) -> Classes:
    """Return the classes of the kinds of work that some clause counts; the questions are the clauses.

    Rows come in the order of their numbers. Each of these facts is required in a record, so that a clause is never unknown.
    """
    counting = _counting(clauses, works, work_fields, work_activities)
    return classed((work, bits, bits) for work, bits in counting if bits)


def _counting(
    clauses: Sequence[Clause], works: Iterable[Row], work_fields: Iterable[Row], work_activities: Iterable[Row]
) -> Iterator[tuple[int, int]]:
    """Yield each kind of work with the clauses that count it."""
    roles = accepting(None if clause.role is None else clause.role.accepted for clause in clauses)
    outcomes = accepting(clause.outcome.accepted for clause in clauses)
    fields = accepting(None if clause.is_first_field_only else clause.fields for clause in clauses)
    first_fields = accepting(clause.fields if clause.is_first_field_only else None for clause in clauses)
    activities = accepting(clause.activities for clause in clauses)
    needed = bits_by(map(_activities_needed, clauses))
    fields_of, activities_of = Following(work_fields, "work"), Following(work_activities, "work")
    for row in works:
        work = row["work"]
        named = fields_of.of(work)
        bits = roles.any_of((row["role"],)) & outcomes.any_of((row["outcome"],))
        bits &= fields.any_of(each["field"] for each in named)
        bits &= first_fields.any_of(each["field"] for each in named if each["position"] == 0)
        yield work, bits & _done(activities, needed, activities_of.of(work))


def _activities_needed(clause: Clause) -> int:
    return len(set(clause.activities or ())) if clause.needs_all_activities else 1


def _done(activities: Accepting, needed: dict[int, int], done: Sequence[Row]) -> int:
    """Return the clauses of whose activities enough were done, or that ask for none."""
    given = [activities.by_word.get(each["activity"], 0) for each in done]
    return activities.free | enough(given, needed)
