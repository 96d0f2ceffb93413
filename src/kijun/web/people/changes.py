"""What changed in a record, in words: field by field, before and after?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kijun.web.people.describe import lines_of, title_of
from kijun.web.people.models import Change, List
from kijun.web.people.states import Plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A fact that is said in one way in one state and otherwise in another; empty where it is not said at all."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What a revision did to one entry: added, removed or changed, with the facts that differ."""

    key: str
    kind: str
    list: str
    title: str
    differences: tuple[Difference, ...]
    is_confirmed: bool


def differences(list_: str, before: Plain | None, after: Plain | None) -> list[Difference]:
    """Return the facts that differ between two states of an entry, in the order of the later one."""
    old = {line.key: line for line in lines_of(list_, before or {})}
    new = {line.key: line for line in lines_of(list_, after or {})}
    found = []
    for key, line in {**new, **{key: line for key, line in old.items() if key not in new}}.items():
        was, now = (lines[key].value if key in lines else "" for lines in (old, new))
        if was != now:
            found.append(Difference(label=line.label, before=was, after=now))
    return found


def changed(change: Change) -> Changed:
    """Return a change in words."""
    before: dict[str, Any] | None = change.before
    after: dict[str, Any] | None = change.after
    held = after or before
    assert held is not None, "a change has a state before or after"
    list_ = held["list"]
    old, new = (state["body"] if state else None for state in (before, after))
    return Changed(
        key=change.key,
        kind="added" if before is None else "removed" if after is None else "changed",
        list=str(List(list_).label),
        title=title_of(list_, held["body"]),
        differences=tuple(differences(list_, old, new)),
        is_confirmed=bool(before and after and before["awaits"] and not after["awaits"]),
    )
