"""Why did a company change what differs between its own standard and another one?

A company's standard bears a flag for each change, with its reason and the place where it is written. A difference that is
cited to that place is that change; what was dropped has no place of its own and is found by its path.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kijun.framework.compare.comparison import Change, Kind, Side
from kijun.framework.edition import Edition, Flag
from kijun.text import Text


def with_reasons(changes: Iterable[Change], old: Edition, new: Edition) -> Iterator[Change]:
    """Yield the changes, those that a company made with its reason."""
    own = [(edition, _own_changes(edition, other)) for edition, other in ((old, new), (new, old))]
    for change in changes:
        reasons = [
            _reason(side, flags, edition) for side, (edition, flags) in zip((change.old, change.new), own, strict=True)
        ]
        found = next((reason for reason in reasons if reason is not None), None)
        is_open = change.reason is None and change.kind is not Kind.NOT_COMPARABLE
        yield replace(change, reason=found) if is_open and found is not None else change


def _own_changes(edition: Edition, other: Edition) -> list[Flag]:
    return [flag for flag in edition.flags.values() if flag.is_change and flag.id not in other.flags]


def _reason(side: Side, flags: Iterable[Flag], edition: Edition) -> Text | None:
    cited = [flag for flag in flags if side.citation is not None and _is_at(side, flag)]
    if cited:
        return cited[0].about
    near = [flag for flag in flags if any(f"{edition.id}/{side.path}/".startswith(f"{each}/") for each in flag.touches)]
    exact = [flag for flag in near if f" {side.path}" in flag.about.en]
    above = [flag for flag in near if any(f" {path}" in flag.about.en for path in _above(side.path))]
    return next((flag.about for flag in (*exact, *above)), None)


def _is_at(side: Side, flag: Flag) -> bool:
    assert side.citation is not None
    return any((each.document, each.line) == (side.citation.document, side.citation.line) for each in flag.citations)


def _above(path: str) -> list[str]:
    steps = path.split("/")
    return ["/".join(steps[:length]) + end for length in range(len(steps) - 1, 1, -1) for end in (" ", ".")]
