"""How is the summary of a workforce written as CSV: one row for everything that is counted, and for everybody who is listed?

The columns and their words are the same in every language; only the names of fields and teams are those of the standard.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Final, TextIO

from kijun.cli.language import said
from kijun.cli.workforce.summary_names import Names
from kijun.population.bench_holes import Hole
from kijun.population.masking import Mask
from kijun.population.one_short import Short
from kijun.population.summary import GroupSummary, Summary

COLUMNS: Final = (
    *("what", "team", "field", "field_name", "level", "part", "people", "possible"),
    *("employee", "name"),
)
_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")
_EVERYBODY: Final = "*"
_Row = dict[str, str | int | None]


def write_csv(summary: Summary, names: Names, to: TextIO) -> None:
    """Write a summary as CSV, people one by one: however many there are, only a few are held at once."""
    to.write("\ufeff")  # a spreadsheet takes the file for what it is only with this mark before it
    writer = csv.DictWriter(to, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    for row in _rows(summary, names):
        writer.writerow({key: _plain(value) for key, value in row.items()})


def _rows(summary: Summary, names: Names) -> Iterator[_Row]:
    for group in summary.groups:
        for row in _of_group(group, summary):
            yield {"team": _EVERYBODY if group.is_everybody else group.team or "", **row, **_named(row, names)}
    for each in summary.people():
        yield {
            **_of_short(each.short, "person"),
            **_named({"field": each.short.field}, names),
            "team": each.team or "",
            "employee": each.employee,
            "name": each.name,
        }


def _named(row: _Row, names: Names) -> _Row:
    field = row.get("field")
    return {"field_name": said(names.field(field))} if isinstance(field, str) else {}


def _of_group(group: GroupSummary, summary: Summary) -> Iterator[_Row]:
    if group.mask is not None:
        yield {"what": "masked", "people": f"<{summary.below}" if group.mask is Mask.SMALL else ""}
        return
    yield {"what": "people", "people": group.people}
    for count in group.fields:
        for each in count.levels:
            yield {
                "what": "level",
                "field": count.field,
                "level": each.level,
                "people": each.met,
                "possible": each.possible,
            }
    for short, people in group.short.items():
        yield {**_of_short(short, "people"), "people": people}
    for hole in group.holes:
        yield from _of_hole(hole, summary)


def _of_short(short: Short, who: str) -> _Row:
    kind = "one part unknown" if short.is_unknown else "one part short"
    what = kind if who == "people" else f"person {kind}"
    return {"what": what, "field": short.field, "level": short.level, "part": short.part}


def _of_hole(hole: Hole, summary: Summary) -> Iterator[_Row]:
    holder = summary.holders.get(hole.holder) if hole.holder is not None else None
    for level in hole.levels:
        yield {
            "what": hole.kind.value,
            "field": hole.field,
            "level": level,
            "people": 0 if hole.holder is None else 1,
            "employee": holder.employee if holder else "",
            "name": holder.name if holder else "",
        }


def _plain(value: str | int | None) -> str | int | None:
    """Return a value that no spreadsheet takes for a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_STARTS) else value
