"""Which rows of a person cannot be used because another one cannot?

A list with a row less is a list that is not complete, and proves nothing by what it lacks. But where a later word replaces an
earlier one, a word that cannot be read may be the one that counts: then the others on the same thing are set aside, too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from kijun.evidence.words import Words
from kijun.exchange.workbook.mapping import NOTHING
from kijun.exchange.workforce.rows import Row
from kijun.problem.reading import describe
from kijun.text import join, same

_SHOWN: Final = 8
_OF_ENGAGEMENT: Final = ("market", "equivalences")


def set_aside_with_others(rows: Sequence[Row], words: Words) -> None:
    """Say of the rows of one person which cannot be used because of others; nothing new is said the second time."""
    _nothing_and_more(rows)
    _without_engagement(rows)
    for table, about in _about(rows, words).items():
        of_table = [row for row in rows if row.table == table and row.item is not None and not row.item.is_nothing]
        for bad in [row for row in of_table if not row.is_usable]:
            for row in of_table:
                if row.is_usable and (about(bad) is None or about(row) == about(bad)):
                    row.problems.append(describe("K643", row.place, at=bad.place))


def _about(rows: Sequence[Row], words: Words) -> Mapping[str, Callable[[Row], str | None]]:
    """Return for each table whose rows replace one another what a row is about, or None where nobody can tell."""
    ids = _ids(rows)

    def item(row: Row) -> str | None:
        found = _fact(row, "item")
        return found.rpartition("/")[2] if found in words.items else None

    def cell(row: Row) -> str | None:
        found = _fact(row, "cell")
        return found if found in words.cells or found in words.unread else None

    def owner(row: Row) -> str | None:
        return row.item.owner if row.item is not None and row.item.owner in ids else None

    return {"ratings": item, "confirmations": cell, "equivalences": owner}


def _fact(row: Row, key: str) -> str:
    return str(row.item.plain.get(key, "")) if row.item is not None else ""


def _ids(rows: Sequence[Row]) -> dict[str, list[Row]]:
    """Return the engagements by id, those that cannot be used among them."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        if row.table == "engagements" and row.item is not None and not row.item.is_nothing:
            found.setdefault(_fact(row, "id").strip(), []).append(row)
    return found


def _without_engagement(rows: Sequence[Row]) -> None:
    ids = _ids(rows)
    for row in rows:
        if row.table not in _OF_ENGAGEMENT or row.item is None or not row.is_usable:
            continue
        owner = row.item.owner or ""
        bad = next((each for each in ids.get(owner, ()) if not each.is_usable), None)
        if bad is not None:
            row.problems.append(describe("K644", row.place, id=owner, at=bad.place))
        elif owner not in ids:
            known = join([same(each) for each in list(ids)[:_SHOWN]]) if ids else same("-")
            row.problems.append(describe("K417", row.place, id=owner, sheet="engagements", known=known))


def _nothing_and_more(rows: Sequence[Row]) -> None:
    """Refuse the row that says that there is nothing where there is something."""
    said = [row for row in rows if row.item is not None and row.item.is_nothing and row.is_usable]
    for row in said:
        assert row.item is not None
        others = (
            each for each in rows if each.table == row.table and each.item is not None and not each.item.is_nothing
        )
        if any(each.item is not None and each.item.owner == row.item.owner for each in others):
            row.problems.append(describe("K418", row.place, nothing=NOTHING))
