"""How is it written for other programs what becomes of a workforce between two editions: as CSV, as JSON?"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Final, TextIO

from kijun.cli.language import said
from kijun.cli.workforce.compare_words import is_apart, say_changes
from kijun.cli.workforce.compare_worked import Compared
from kijun.exchange.as_json.comparison import dump_change
from kijun.framework.compare.words import together
from kijun.framework.dump import Plain
from kijun.population.changes import Changed, ChangedPerson, Move, Standing
from kijun.population.changes_causes import Cause, FieldChanges

COLUMNS: Final = (
    *("what", "field", "field_name", "move", "from_met", "from_possible", "to_met", "to_possible", "people"),
    *("cell", "parts", "alone", "because", "employee", "name", "team"),
)
_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")
_Row = dict[str, str | int | None]


def write_csv(found: Compared, to: TextIO, *, has_people: bool) -> None:
    """Write it as CSV: a row for each move, each step, each cause and, where asked for, each person."""
    to.write("\ufeff")  # a spreadsheet takes the file for what it is only with this mark before it
    writer = csv.DictWriter(to, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    for row in _rows(found, has_people=has_people):
        named = {**row, "field_name": said(found.editions.title(str(row["field"])))}
        writer.writerow({key: _plain(value) for key, value in named.items()})


def dump_compared(found: Compared, *, has_people: bool) -> dict[str, Plain]:
    """Return it as plain values."""
    plain: dict[str, Plain] = {
        "old": found.editions.old.id,
        "new": found.editions.new.id,
        "on": found.on.isoformat(),
        "people": found.people,
        "fields": [*found.fields],
        "not_compared": dict(found.apart),
        "changed": [_field(each) for each in found.found],
    }
    if has_people:
        plain["who"] = [_person(each) for each in found.listed.people()]
    return plain


def _rows(found: Compared, *, has_people: bool) -> Iterator[_Row]:
    for each in found.found:
        for move, people in each.moves.items():
            yield {"what": "move", "field": each.field, "move": move.value, "people": people}
        for (old, new), people in each.steps.items():
            yield {"what": "step", "field": each.field, "from_met": old, "to_met": new, "people": people}
        for cause in each.causes:
            yield {
                "what": "cause",
                "field": each.field,
                "move": _move(cause).value,
                "cell": cause.cell,
                "parts": cause.part,
                "people": cause.people,
                "alone": cause.alone,
                "because": "; ".join(said(say_changes(group)) for group in together(cause.because)),
            }
    for person in found.listed.people() if has_people else ():
        yield {
            "what": "person",
            **_levels(person.changed),
            "employee": person.employee,
            "name": person.name,
            "team": person.team,
        }


def _move(cause: Cause) -> Move:
    """Return which way a cause works; of cells that cannot be compared nobody knows."""
    return Move.APART if is_apart(cause) else Move.DOWN if cause.is_worse else Move.UP


def _levels(changed: Changed) -> _Row:
    return {
        "field": changed.field,
        "move": changed.move.value,
        "from_met": changed.old.met,
        "from_possible": changed.old.possible,
        "to_met": changed.new.met,
        "to_possible": changed.new.possible,
        "cell": changed.cell,
        "parts": " ".join(part for part, _, _ in changed.parts),
    }


def _field(each: FieldChanges) -> dict[str, Plain]:
    return {
        "field": each.field,
        "moves": {move.value: people for move, people in each.moves.items()},
        "steps": [{"from": old, "to": new, "people": people} for (old, new), people in each.steps.items()],
        "causes": [_cause(cause) for cause in each.causes],
    }


def _cause(cause: Cause) -> dict[str, Plain]:
    return {
        "cell": cause.cell,
        "part": cause.part,
        "worse": cause.is_worse,
        "people": cause.people,
        "alone": cause.alone,
        "because": [dump_change(change) for change in cause.because],
    }


def _person(each: ChangedPerson) -> dict[str, Plain]:
    changed = each.changed
    return {
        "employee": each.employee,
        "name": each.name,
        "team": each.team,
        "field": changed.field,
        "move": changed.move.value,
        "from": _standing(changed.old),
        "to": _standing(changed.new),
        "cell": changed.cell,
        "parts": [
            {"part": part, "old": old.value if old else None, "new": new.value if new else None}
            for part, old, new in changed.parts
        ],
    }


def _standing(standing: Standing) -> dict[str, Plain]:
    return {"met": standing.met, "possible": standing.possible}


def _plain(value: str | int | None) -> str | int | None:
    """Return a value that no spreadsheet takes for a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_STARTS) else value
