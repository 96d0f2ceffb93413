"""Where does a proof lead: to the entry that it rests on, the page of the standard, the field that asks for a missing fact?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from django.urls import reverse

from kijun.criteria.phrase import Names
from kijun.judgement.proof import OpenFact, Proof
from kijun.judgement.since import Evidence, in_play_of
from kijun.text import Language, inside
from kijun.web.people.models import Record
from kijun.web.people.places import place_to_record
from kijun.web.people.queries import states_of
from kijun.web.people.states import State

NAMED_BY: Final[Mapping[str, str]] = {
    "engagements": "id",
    "expertise": "area",
    "contributions": "kind",
    "mentoring": "whom",
    "qualifications": "examination",
    "ratings": "item",
    "confirmations": "cell",
}
"""What of an entry a proof calls it by."""
CONFIRMATION: Final = "confirmation"
"""The fact of a proof that is an assessor's word."""
_WRITTEN_ELSEWHERE: Final = ("ratings", "confirmations")
_WORDS_OF: Final = {"expertise": "area", "contributions": "contribution", "qualifications": "examination"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entries:
    """The entries of a record as it is now, by what a proof calls them; of several of one name the first.

    They lead to their forms where they `may_edit`, else to their places on the page of the record.
    """

    person: str
    may_edit: bool
    of: Mapping[Evidence, State]

    def url(self, evidence: Evidence) -> str | None:
        """Return the address of an entry, None where the record does not hold it now."""
        state = self.of.get(evidence)
        return None if state is None else entry_url(self.person, state, may_edit=self.may_edit)


def entries_of(record: Record, person: str, *, may_edit: bool) -> Entries:
    """Return the entries of a record."""
    held: dict[Evidence, State] = {}
    for state in states_of(record):
        if state.list in NAMED_BY:
            held.setdefault(evidence_of(state), state)
    return Entries(person=person, may_edit=may_edit, of=held)


def evidence_of(state: State) -> Evidence:
    """Return what a proof calls an entry."""
    return Evidence(list=state.list, name=str(state.body.get(NAMED_BY[state.list], "")))


def entry_url(person: str, state: State, *, may_edit: bool) -> str:
    """Return the address of an entry: its form, or its place on the page of the record for whoever may only read."""
    if not may_edit or state.list in _WRITTEN_ELSEWHERE:
        return f"{reverse('people:record', args=(person,))}#{state.key}"
    return reverse("people:engagement" if state.list == "engagements" else "people:entry", args=(person, state.key))


def names_with_urls(proofs: Iterable[Proof], entries: Entries, names: Names, language: Language) -> dict[str, str]:
    """Return the addresses of what is no engagement, by its name as sentences in a language write it."""
    found: dict[str, str] = {}
    for proof in proofs:
        for evidence in in_play_of(proof):
            url = entries.url(evidence)
            if url is not None:
                found.update(dict.fromkeys(_written(evidence, names, language), url))
    return found


def _written(evidence: Evidence, names: Names, language: Language) -> Iterator[str]:
    if evidence.list in _WORDS_OF:
        name = names(_WORDS_OF[evidence.list], evidence.name)
        yield from (name.said_in(language), inside(name).said_in(language))
    elif evidence.list == "mentoring":
        yield evidence.name


def library_url(path: str) -> str:
    """Return the address of a path of a standard: the same path, below the library."""
    return reverse("library:thing", args=(path,))


def part_url(cell: str, part: str) -> str:
    """Return where a part of a cell stands in the library."""
    return library_url(f"{cell}/{'exam' if part == 'minimum_by_examination' else part}")


def confirmation_url(person: str, path: str, back: str) -> str:
    """Return where an assessor gives their word on the circumstances of a cell, or on a part of it that was not understood."""
    return f"{reverse('people:confirm', args=(person,))}?{urlencode({'cell': path, 'back': back})}"


def record_url(record: Record, fact: OpenFact, back: str) -> str | None:
    """Return the field in which a fact that is not on record is written down.

    None where nothing that the person writes settles it: what was claimed to be equivalent waits for an assessor's word.
    """
    return None if fact.fact == "equivalence" else place_to_record(record, fact, back=back)
