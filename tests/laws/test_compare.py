"""Is a comparison empty of an edition with itself, and the mirror of the comparison the other way round?

Held for the shipped editions, and for small ones that differ in any one part.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import Any, Final

import pytest

from kijun.framework.compare.comparison import Change, Effect, Kind
from kijun.framework.compare.editions import compare
from kijun.framework.edition import Edition
from tests.framework.compare.compared import with_cell
from tests.framework.small import any_of, edition
from tests.framework.small_skills import skilled
from tests.standards.cases import editions

_CHANGES: Final[dict[str, dict[str, Any]]] = {
    "years": {"responsibility": {"at_least": 5}},
    "times": {"responsibility": {"measure": "times", "slots": [3, 2], "years_at_level": None}},
    "role": {"responsibility": {"role": "responsible", "activities": {"all_of": ["sell", "close"]}}},
    "conditions": {"complexity": {"at_least": 1, "of": ["old", "wide"], "must_include": [], "role": None}},
    "sizes": {"size": [{"any_of": [{"customers": {"reach": "part"}}, {"rooms": {"at_least": 2}}]}]},
    "no size": {"size": None, "size_clause": None},
    "expertise": {"expertise": {"at_least": 2, "degree": "practises", "reach": None}},
    "succession": {"succession": None, "mentoring": False, "exam": "AP"},
    "clause": {"size_clause": {"activities": any_of("install"), "outcome": "participated"}},
}


def _small() -> dict[str, Edition]:
    changed = {name: with_cell("alpha", **parts) for name, parts in _CHANGES.items()}
    return {"as it is": edition(), "with skills": skilled(), **changed}


_SMALL: Final = _small()


@pytest.mark.parametrize("name", editions())
def test_a_shipped_edition_does_not_differ_from_itself(name: str) -> None:
    assert compare(editions()[name], editions()[name]).changes == ()


@pytest.mark.parametrize("name", _SMALL)
def test_a_small_edition_does_not_differ_from_itself(name: str) -> None:
    assert compare(_SMALL[name], _SMALL[name]).changes == ()


@pytest.mark.parametrize(("old", "new"), [*combinations(_SMALL, 2)])
def test_small_editions_mirror_each_other(old: str, new: str) -> None:
    assert _is_mirrored(_SMALL[old], _SMALL[new])


@pytest.mark.parametrize(("old", "new"), [*combinations(editions(), 2)])
def test_shipped_editions_mirror_each_other(old: str, new: str) -> None:
    assert _is_mirrored(editions()[old], editions()[new])


def _is_mirrored(old: Edition, new: Edition) -> bool:
    """Return whether both directions find the same changes: added is dropped, raised is lowered, harder is easier."""
    there, back = compare(old, new).changes, compare(new, old).changes
    assert there != ()
    mirrored = [_mirrored(change) for change in there]
    return len(there) == len(back) and all(change in back for change in mirrored)


def _mirrored(change: Change) -> Change:
    """Return a change as it is from the newer edition to the older one."""
    kinds = {Kind.ADDED: Kind.DROPPED, Kind.DROPPED: Kind.ADDED, Kind.RAISED: Kind.LOWERED, Kind.LOWERED: Kind.RAISED}
    effects = {Effect.HARDER: Effect.EASIER, Effect.EASIER: Effect.HARDER}
    return replace(
        change,
        kind=kinds.get(change.kind, change.kind),
        old=change.new,
        new=change.old,
        effect=None if change.effect is None else effects[change.effect],
    )
