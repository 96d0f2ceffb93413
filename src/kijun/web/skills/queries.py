"""Which fields and skill items are there, what was rated of them, by whom, and whose word is awaited?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from kijun.day import RecordedDay, read_day
from kijun.framework.edition import Edition
from kijun.framework.policy import choose
from kijun.framework.resolve_proficiency import RATERS_ANSWERED
from kijun.framework.skill import SkillItem
from kijun.framework.structure import Category, Field
from kijun.judgement.ratings import common_item
from kijun.web.library.queries import editions as installed
from kijun.web.people.models import Change, Record
from kijun.web.people.queries import states_of
from kijun.web.people.states import State

RATINGS, KNOWLEDGE = "ratings", "knowledge"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A field with skill items, in an edition."""

    edition: Edition
    category: Category
    field: Field

    @property
    def key(self) -> str:
        """What the field goes by in every edition: category and field."""
        return f"{self.category.id}/{self.field.id}"

    @property
    def items(self) -> list[SkillItem]:
        """Its skill items, in printed order."""
        return self.edition.items_of(self.field.path)

    @property
    def deciders(self) -> tuple[str, ...]:
        """Whose rating decides in the edition, the weightiest first."""
        return deciders_of(self.edition)


def deciders_of(edition: Edition) -> tuple[str, ...]:
    """Return whose rating decides in an edition, the weightiest first."""
    return RATERS_ANSWERED[choose(edition.points, {})["ratings.by"]]


def places_with_items(editions: Iterable[Edition]) -> list[Place]:
    """Return the fields with skill items, each in the first of the editions that has some, in printed order."""
    found: dict[str, Place] = {}
    for edition in editions:
        for category, field in edition.fields():
            place = Place(edition=edition, category=category, field=field)
            if place.items:
                found.setdefault(place.key, place)
    return list(found.values())


def find_place(key: str, editions: Iterable[Edition]) -> Place | None:
    """Return the field that goes by category and field, or None where no edition has skill items of it."""
    return next((place for place in places_with_items(editions) if place.key == key), None)


def find_item(key: str, editions: Sequence[Edition]) -> tuple[Place, SkillItem] | None:
    """Return a skill item by what a record calls it, in the editions that are asked for or else in any that has it."""
    for among in (editions, installed()):
        place = find_place(key.rpartition("/")[0], among)
        item = next((each for each in place.items if each.key == key), None) if place else None
        if place is not None and item is not None:
            return place, item
    return None


def keys_of(item: SkillItem) -> tuple[str, ...]:
    """Return by which names a record may speak of an item: its own, and that of the item for all fields."""
    return (item.key, common_item(item.key))


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A rating as it is on record: what it says, and who put it there when.

    `author` is the account that saved it last, None where that is closed and gone; `number` is that revision's.
    """

    state: State
    author: int | None
    author_name: str
    at: datetime
    number: int
    is_edited: bool

    @property
    def key(self) -> str:
        """The key of the entry."""
        return self.state.key

    @property
    def by(self) -> str:
        """The rater."""
        return str(self.state.body["by"])

    @property
    def level(self) -> int:
        """The level that was given."""
        return int(self.state.body["level"])

    @property
    def note(self) -> str:
        """The remark, "" without one."""
        return str(self.state.body.get("note") or "")

    @property
    def day(self) -> RecordedDay | None:
        """The day of the rating."""
        return read_day(str(self.state.body["day"]))

    @property
    def awaits(self) -> str:
        """Whose word it waits for, "" where it counts."""
        return self.state.awaits

    @property
    def is_for_all_fields(self) -> bool:
        """Whether it was given once for all fields of the category."""
        return str(self.state.body["item"]).count("/") == 1


def ratings_of(record: Record, item: SkillItem, *, recorded: datetime | None = None) -> list[Given]:
    """Return every rating of an item, by its day, newest first."""
    found = _given(record, RATINGS, keys_of(item), recorded)
    return sorted(found, key=lambda given: (_earliest(given), given.number), reverse=True)


def knowledge_of(record: Record, item: SkillItem, *, recorded: datetime | None = None) -> dict[str, Given]:
    """Return what is stated of an item's knowledge, by the name under which it is stated."""
    found = _given(record, KNOWLEDGE, keys_of(item), recorded)
    return {str(given.state.body["item"]): given for given in found}


def waiting(record: Record, *, recorded: datetime | None = None) -> list[State]:
    """Return the ratings that wait for somebody's word."""
    return [state for state in states_of(record, recorded=recorded) if state.list == RATINGS and state.awaits]


def _earliest(given: Given) -> str:
    return given.day.earliest.isoformat() if given.day else ""


def _given(record: Record, list_: str, items: Sequence[str], recorded: datetime | None) -> list[Given]:
    states = [state for state in states_of(record, recorded=recorded) if state.list == list_]
    about = {state.key: state for state in states if state.body.get("item") in items}
    if not about:
        return []
    changes = Change.objects.filter(revision__record=record, key__in=about).select_related("revision")
    if recorded is not None:
        changes = changes.filter(revision__at__lte=recorded)
    last: dict[str, Given] = {}
    for change in changes.order_by("revision__number"):
        if change.after is None:
            continue
        revision = change.revision
        last[change.key] = Given(
            state=about[change.key],
            author=revision.author_id,
            author_name=revision.author_name,
            at=revision.at,
            number=revision.number,
            is_edited=change.before is not None,
        )
    return [last[key] for key in about if key in last]
