"""What does the page of two editions show: which two, of which path, everything or only what differs?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from kijun.framework.compare.comparison import Change, Comparison, Kind, counts
from kijun.framework.compare.related import are_related
from kijun.framework.compare.words import KIND_NAMES, not_comparable
from kijun.framework.edition import Edition
from kijun.text import Text
from kijun.web.library.addresses import places, spelt_plainly
from kijun.web.library.differences import comparison_of, differences_of, home_of, path_title
from kijun.web.library.other_editions import in_order, related_to
from kijun.web.library.queries import editions, find_edition
from kijun.web.library.side_by_side import Row, cell_rows, item_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked: two editions, a path below them, and whether what is alike is left out. `wrong` says what cannot be."""

    old: Edition | None
    new: Edition | None
    path: str
    is_only_differences: bool
    wrong: str = ""


def read_question(old: str, new: str, path: str, *, is_only_differences: bool) -> Question:
    """Return what is asked; where no edition is named, the two newest that can be compared."""
    if not old and not new:
        pair = next((in_order(each, other) for each in editions() for other in related_to(each)), ("", ""))
        old, new = pair
    before, after = find_edition(old), find_edition(new)
    below = spelt_plainly(path)
    for edition in (before, after):
        if edition is not None:
            below = below.removeprefix(f"{edition.id}/") if below != edition.id else ""
    asked = Question(old=before, new=after, path=below, is_only_differences=is_only_differences)
    return Question(
        old=before, new=after, path=below, is_only_differences=is_only_differences, wrong=_wrong(asked, old, new)
    )


def comparison_page(asked: Question) -> dict[str, Any]:
    """Return what differs at a path: parts side by side where both have the cell or the item, else line by line."""
    assert asked.old is not None
    assert asked.new is not None
    whole = comparison_of(asked.old.id, asked.new.id)
    found = whole.below(asked.path) if asked.path else whole
    rows = _rows(asked, found)
    shown = [row for row in rows or () if row.differs or not asked.is_only_differences]
    return {
        "asked": asked,
        "old": asked.old,
        "new": asked.new,
        "heading": path_title(asked.path, [asked.new, asked.old]) if asked.path else None,
        "pages": [places().get(f"{edition.id}/{asked.path}") for edition in (asked.old, asked.new)],
        "rows": shown,
        "is_side_by_side": rows is not None,
        "summary": _summary(found, asked) if rows is None else [],
        "kinds": [KIND_NAMES[kind] for kind in counts(_comparable(found))],
        "apart": _not_comparable(found, asked),
        "sections": _sections(found, asked) if rows is None and asked.path else [],
        "lines": differences_of(_comparable(found)) if rows is not None and "/skills/" in asked.path else [],
        "about_edition": differences_of(change for change in found.changes if not home_of(change.path)),
        "is_equal": not found.changes,
    }


def _wrong(asked: Question, old: str, new: str) -> str:
    """Return why two editions cannot be compared at a path, or nothing."""
    known = ", ".join(edition.id for edition in editions())
    for edition, name in ((asked.old, old), (asked.new, new)):
        if edition is None:
            return _("There is no edition “%(name)s”. Editions: %(known)s.") % {"name": name, "known": known}
    assert asked.old is not None
    assert asked.new is not None
    if asked.old.id == asked.new.id:
        return _("Both sides are the same edition. Choose two different ones.")
    if not are_related(asked.old, asked.new):
        return _(
            "These are different standards, and neither is made from the other. Choose two editions of one standard."
        )
    if asked.path and not _is_known(asked):
        return _("“%(path)s” is in neither edition. Leave the path empty to see everything that differs.") % {
            "path": asked.path
        }
    return ""


def _is_known(asked: Question) -> bool:
    both = [edition for edition in (asked.old, asked.new) if edition is not None]
    field, _sep, level = asked.path.rpartition("/")
    missing = {
        (each.path, number) for edition in both for _, each in edition.fields() for number in each.missing_from_source
    }
    return any(
        f"{edition.id}/{asked.path}" in places()
        or (level.isdecimal() and (f"{edition.id}/{field}", int(level)) in missing)
        for edition in both
    )


def _rows(asked: Question, found: Comparison) -> list[Row] | None:
    """Return both sides of a cell, or of a skill item by whatever name each edition has it; None where one has it not."""
    assert asked.old is not None
    assert asked.new is not None
    old, new = (edition.indicators.get(f"{edition.id}/{asked.path}") for edition in (asked.old, asked.new))
    if old is not None and new is not None:
        return cell_rows((old, asked.old), (new, asked.new), found.changes)
    paths = {(change.old.path, change.new.path) for change in found.changes}
    names = next((pair for pair in sorted(paths) if asked.path in pair), (asked.path, asked.path))
    before = asked.old.skills.get(f"{asked.old.id}/{names[0]}")
    after = asked.new.skills.get(f"{asked.new.id}/{names[1]}")
    return item_rows((before, asked.old), (after, asked.new), found.changes) if before and after else None


def _comparable(found: Comparison) -> list[Change]:
    return [change for change in found.changes if change.kind is not Kind.NOT_COMPARABLE]


def _by_home(changes: Iterable[Change]) -> dict[str, list[Change]]:
    homes: dict[str, list[Change]] = {}
    for change in changes:
        homes.setdefault(home_of(change.path), []).append(change)
    return homes


def _summary(found: Comparison, asked: Question) -> list[dict[str, Any]]:
    """Return how many changes of each kind there are in each cell and skill item, in printed order."""
    comparable = _comparable(found)
    kinds = list(counts(comparable))
    rows = []
    for path, changes in _by_home(comparable).items():
        of = counts(changes)
        if path:
            rows.append(
                {
                    "path": path,
                    "name": _named(path, asked),
                    "field": _holder(path, asked),
                    "counts": [of.get(kind, 0) for kind in kinds],
                }
            )
    return rows


def _sections(found: Comparison, asked: Question) -> list[dict[str, Any]]:
    """Return what differs below a path, cell by cell and skill item by skill item."""
    return [
        {"path": path, "name": _named(path, asked), "lines": differences_of(changes)}
        for path, changes in _by_home(_comparable(found)).items()
    ]


def _not_comparable(found: Comparison, asked: Question) -> list[tuple[Text, Text, Text]]:
    """Return what cannot be compared: the field or the category, its levels where it is about cells, and the reason."""
    return [(_named(path, asked), levels, reason) for path, levels, reason in not_comparable(found)]


def _named(path: str, asked: Question) -> Text:
    return path_title(path, [edition for edition in (asked.new, asked.old) if edition is not None])


def _holder(path: str, asked: Question) -> Text | None:
    """Return the field of a skill item, whose name does not say it."""
    steps = path.split("/")
    return _named("/".join(steps[:2]), asked) if "skills" in steps[:-1] else None
