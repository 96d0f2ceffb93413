"""What is a passport asked to be: in which languages, held against what, as of which day, with what kept back?

Values only; which passport they make of a record is asked of `making`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from kijun.evidence.engagement import MASKABLE
from kijun.text import LANGUAGES, Language
from kijun.web.passport.models import Link
from kijun.web.people.models import Record
from kijun.web.people.queries import states_of
from kijun.web.people.states import State

LATER: Final = "later"
"""In the place of a key: every engagement that has none of its own here, because it came onto the record later."""
Kept = tuple[tuple[str, frozenset[str]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What is asked of a passport; `masks` are facts by the key of an engagement's entry, in the order of the keys."""

    languages: tuple[Language, ...]
    on: date | None = None
    edition: str | None = None
    field: str | None = None
    level: str | None = None
    masks: Kept = ()

    def kept_back(self, key: str) -> frozenset[str]:
        """Return the facts that are kept back of the engagement of an entry."""
        found = dict(self.masks)
        return found.get(key, found.get(LATER, frozenset()))


def kept(facts: Mapping[str, Iterable[str]]) -> Kept:
    """Return facts by key, in an order. Only what the language of records can keep back is kept back."""
    sets = {key: frozenset(each) for key, each in facts.items()}
    assert all(each <= set(MASKABLE) for each in sets.values()), "a fact that cannot be masked"
    return tuple(sorted(sets.items(), key=lambda pair: pair[0]))


def masks_by_id(record: Record, facts: Mapping[str, Iterable[str]]) -> Kept:
    """Return what is kept back by the ids of engagements as what is kept back by their entries.

    An id can be changed by whoever edits the record; a link has to go on keeping the same engagement's facts back.
    """
    keys = {identity(state): state.key for state in engagements_of(states_of(record))}
    return kept({keys[name]: each for name, each in facts.items()})


def engagements_of(states: Iterable[State]) -> list[State]:
    """Return the engagements among some entries."""
    return [state for state in states if state.list == "engagements"]


def identity(state: State) -> str:
    """Return the id by which a proof calls an engagement."""
    return str(state.body.get("id", "")).strip()


def terms_of(link: Link) -> Terms:
    """Return what a link asks of the passport that it shows."""
    return Terms(
        languages=tuple(each for each in _first_to_last(link.languages)),
        on=link.on,
        edition=link.edition or None,
        field=link.field or None,
        level=link.level or None,
        masks=kept(link.masks),
    )


def _first_to_last(asked: Iterable[str]) -> list[Language]:
    known = {each: each for each in LANGUAGES}
    return [known[each] for each in asked if each in known]
