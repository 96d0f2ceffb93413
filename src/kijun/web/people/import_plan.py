"""What would an import do to a record: entry by entry, and which wishes does that make?

Entries of the file and of the record are the same where they say the same; where they do not, those with one id, area, item or
the like are two states of one entry. No database here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from kijun.evidence.person import LISTS
from kijun.web.people.actions import Wish
from kijun.web.people.models import Entry
from kijun.web.people.queries import state_of
from kijun.web.people.states import ALL_LISTS, HEAD, Plain
from kijun.web.people.trust import awaits, claimed_only, is_of_others, still_recognised

_ENGAGEMENTS: Final = "engagements"
_KNOWN_BY: Final[Mapping[str, tuple[str, ...]]] = {
    _ENGAGEMENTS: ("id",),
    "expertise": ("area",),
    "contributions": ("kind", "title"),
    "mentoring": ("whom",),
    "qualifications": ("examination", "day"),
    "ratings": ("item", "by", "day"),
    "knowledge": ("item",),
    "confirmations": ("cell", "by", "day"),
}
_OF_THE_HEAD: Final = ("employee", "name", "team")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What becomes of one entry: added, replaced, same, kept or removed.

    `awaits` is whose word it will wait for; `is_lowered` says that a decision of the file became a claim.
    """

    list: str
    fate: str
    before: Plain | None = None
    after: Plain | None = None
    awaits: str = ""
    is_lowered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadDifference:
    """A fact about the person that the file says otherwise than the record, and whether it is taken over."""

    name: str
    before: Any
    after: Any
    is_taken: bool


@dataclass(slots=True, kw_only=True)
class ImportPlan:
    """Everything that an import would do, and the wishes that do it."""

    parts: list[Part] = field(default_factory=list)
    head: list[HeadDifference] = field(default_factory=list)
    wishes: list[Wish] = field(default_factory=list)

    def of(self, fate: str) -> list[Part]:
        """Return the parts with one fate."""
        return [part for part in self.parts if part.fate == fate]

    def put(self, part: Part, *wishes: Wish) -> None:
        """Note what becomes of an entry, and what is wished for that."""
        self.parts.append(part)
        self.wishes.extend(wishes)


def plan_import(entries: Iterable[Entry], plain: Plain, *, is_whole: bool, takes_head: bool) -> ImportPlan:
    """Return what a file would do. `is_whole`: what it does not say is removed; else it stays."""
    held = list(entries)
    plan = ImportPlan()
    _plan_head(plan, next(entry for entry in held if entry.list == HEAD), plain, is_whole, takes_head)
    for list_ in ALL_LISTS:
        of_list = [entry for entry in held if entry.list == list_]
        _plan_list(plan, list_, of_list, list(plain.get(list_) or ()), is_whole=is_whole)
    return plan


def _plan_head(plan: ImportPlan, head: Entry, plain: Plain, is_whole: bool, takes_head: bool) -> None:
    """Take a fact about the person that the record does not have; one that it has otherwise, only where asked."""
    body = dict(head.body)
    for name in _OF_THE_HEAD:
        before, after = body.get(name), plain.get(name)
        if after is None or after == before:
            continue
        is_taken = takes_head or before is None
        plan.head.append(HeadDifference(name=name, before=before, after=after, is_taken=is_taken))
        if is_taken:
            body[name] = after
    before, after = set(body.get("complete") or ()), set(plain.get("complete") or ())
    complete = [name for name in LISTS if name in (after if is_whole else before | after)]
    if set(complete) != before:
        plan.head.append(
            HeadDifference(name="complete", before=body.get("complete", []), after=complete, is_taken=True)
        )
        body["complete"] = complete
    if body != head.body:
        plan.wishes.append(Wish(key=head.key, list=HEAD, body=body, based_on=head.revised))


def _plan_list(plan: ImportPlan, list_: str, held: list[Entry], given: list[Plain], *, is_whole: bool) -> None:
    matched = _matched(list_, held, given)
    for number, body in enumerate(given, start=1):
        entry = matched.get(number)
        _plan_entry(plan, list_, body, entry, position=number if is_whole else None)
    taken = {entry.key for entry in matched.values()}
    for entry in held:
        if entry.key in taken:
            continue
        if is_whole and not is_of_others(state_of(entry)):
            wish = Wish(key=entry.key, list=list_, body=None, based_on=entry.revised)
            plan.put(Part(list=list_, fate="removed", before=entry.body), wish)
        else:
            plan.put(Part(list=list_, fate="kept", before=entry.body, awaits=entry.awaits))


def _plan_entry(plan: ImportPlan, list_: str, body: Plain, entry: Entry | None, *, position: int | None) -> None:
    wished = _without_decisions(body, entry) if list_ == _ENGAGEMENTS else body
    is_lowered = wished != body
    if entry is None:
        waits = awaits(list_, body)
        wish = Wish(list=list_, body=wished, awaits=waits, position=position)
        plan.put(Part(list=list_, fate="added", after=wished, awaits=waits, is_lowered=is_lowered), wish)
        return
    waits = entry.awaits if entry.body == wished else awaits(list_, body)
    fate = "same" if entry.body == wished else "replaced"
    wish = Wish(
        key=entry.key,
        list=list_,
        body=wished,
        awaits=waits,
        position=position or entry.position,
        based_on=entry.revised,
    )
    part = Part(list=list_, fate=fate, before=entry.body, after=wished, awaits=waits, is_lowered=is_lowered)
    plan.put(part, wish)


def _without_decisions(body: Plain, entry: Entry | None) -> Plain:
    """Return an engagement with what was decided here, as far as it was decided about these facts, and else with claims."""
    if entry is None:
        return claimed_only(body)
    return still_recognised(entry.body, claimed_only(body, entry.body))


def _matched(list_: str, held: list[Entry], given: list[Plain]) -> dict[int, Entry]:
    """Return the entry on record of each place in the file: first those that say the same, then those with one name."""
    free = list(held)
    found: dict[int, Entry] = {}
    for number, body in enumerate(given, start=1):
        same = next((entry for entry in free if entry.body == body), None)
        if same is not None:
            found[number] = same
            free.remove(same)
    for number, body in enumerate(given, start=1):
        named = next((entry for entry in _replaceable(free) if _name(list_, entry.body) == _name(list_, body)), None)
        if number not in found and named is not None:
            found[number] = named
            free.remove(named)
    return found


def _replaceable(held: Iterable[Entry]) -> Iterator[Entry]:
    return (entry for entry in held if not is_of_others(state_of(entry)))


def _name(list_: str, body: Plain) -> tuple[str, ...]:
    return tuple(str(body.get(key)) for key in _KNOWN_BY[list_])
