"""How do the people whom somebody leads or assesses stand in the items of a field, and where are holes?

Their ratings are read in one go. What decides, and which rating is the newest, is judged as everywhere else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kijun.evidence import Person, Rating
from kijun.framework.skill import SkillItem
from kijun.judgement.skills import skill_levels, skill_matrix
from kijun.web.accounts.models import User
from kijun.web.library.queries import words
from kijun.web.people.models import Entry
from kijun.web.people.queries import state_of
from kijun.web.people.states import HEAD, State, read_states
from kijun.web.skills.queries import KNOWLEDGE, RATINGS, Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An item: the rating that decides of each person, in their order; None where nobody whose rating decides rated it."""

    item: SkillItem
    ratings: tuple[Rating | None, ...]

    @property
    def not_rated(self) -> int:
        """How many people are not rated."""
        return self.ratings.count(None)


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamMatrix:
    """People by items. `oldest` and `newest` are the days of the ratings that are shown."""

    place: Place
    people: tuple[User, ...]
    rows: tuple[Row, ...]

    @property
    def days(self) -> list[date]:
        """The days of the ratings that are shown, oldest first."""
        return sorted(rating.day.earliest for row in self.rows for rating in row.ratings if rating is not None)

    @property
    def holes(self) -> list[SkillItem]:
        """The items that nobody shown is rated in."""
        return [row.item for row in self.rows if row.not_rated == len(self.people)]


def team_matrix(place: Place, people: Sequence[User], *, on: date) -> TeamMatrix:
    """Return what the ratings of some people come to in a field on a day."""
    level = skill_levels(place.edition, place.field.path)[0]
    rows = []
    for each in _persons(people):
        matrix = skill_matrix(place.edition, place.field, level, each, on=on, by=place.deciders)
        rows.append([row.deciding for row in matrix.rows])
    return TeamMatrix(
        place=place,
        people=tuple(people),
        rows=tuple(
            Row(item=item, ratings=tuple(given))
            for item, given in zip(place.items, zip(*rows, strict=True), strict=True)
        )
        if rows
        else (),
    )


def _persons(people: Sequence[User]) -> list[Person]:
    """Return people as far as their skills tell, in one query."""
    states: dict[int, list[State]] = {each.pk: [] for each in people}
    found = Entry.objects.filter(record__owner__in=people, list__in=(HEAD, RATINGS, KNOWLEDGE)).select_related("record")
    for entry in found:
        states[entry.record.owner_id].append(state_of(entry))
    return [read_states(states[each.pk], words(), today=date.max).person for each in people]
