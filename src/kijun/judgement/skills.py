"""How do a person's skills stand against what a level of a field asks?

One row for each skill item of the field: who rated it at which level, how far that is from the level asked, and which of its
knowledge items are known. What nobody rated is unknown, never zero. Which words say it is left to `explain_skills`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from kijun.evidence import RATERS, Knowledge, Person, Rating
from kijun.framework.edition import Edition
from kijun.framework.skill import KnowledgeItem, SkillItem
from kijun.framework.structure import Field
from kijun.judgement.ratings import common_item, deciding_rating, rating_by
from kijun.judgement.record import RecordReading, read_record
from kijun.verdict import MET, NOT_MET, UNKNOWN, Verdict

FAR_APART: Final = 2
"""From how many levels on the views of the person and of an assessor are worth talking about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillRow:
    """One skill item: what each rater gave it, the rating that decides, and its knowledge items.

    `target` is None where the level has no proficiency: it is not asked there. `known` and `open` are None where nothing
    is recorded of the knowledge of this item.
    """

    item: SkillItem
    ratings: Mapping[str, Rating]
    deciding: Rating | None
    target: int | None
    known: tuple[KnowledgeItem, ...] | None
    open: tuple[KnowledgeItem, ...] | None

    @property
    def verdict(self) -> Verdict | None:
        """Whether the rating that decides is at the target; None where the item is not asked."""
        return self.verdict_of(self.deciding)

    def verdict_of(self, rating: Rating | None) -> Verdict | None:
        """Return whether a rating is at the target or above; None where the item is not asked."""
        if self.target is None:
            return None
        if rating is None:
            return UNKNOWN
        return MET if rating.level >= self.target else NOT_MET

    def gap(self, rater: str) -> int | None:
        """Return how many levels a rater sees below the target; None where the item is not asked or not rated."""
        rating = self.ratings.get(rater)
        return None if self.target is None or rating is None else max(0, self.target - rating.level)

    @property
    def difference(self) -> int | None:
        """How many levels the person sees above the assessor, or below where it is negative; None unless both rated."""
        own, assessed = self.ratings.get("self"), self.ratings.get("assessor")
        return None if own is None or assessed is None else own.level - assessed.level

    @property
    def is_seen_differently(self) -> bool:
        """Whether the person and the assessor are two levels or more apart."""
        return abs(self.difference or 0) >= FAR_APART


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Of the items asked at a level: how many are at the target, how many below, how many not rated."""

    at_target: int
    below: int
    not_rated: int

    @property
    def asked(self) -> int:
        """How many items are asked."""
        return self.at_target + self.below + self.not_rated


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillMatrix:
    """The skill items of a field against one level, for a person on a day; `by` are those whose rating decides."""

    edition: Edition
    field: Field
    level: int
    on: date
    by: tuple[str, ...]
    rows: tuple[SkillRow, ...]

    @property
    def asked(self) -> list[SkillRow]:
        """The items that the level asks for."""
        return [row for row in self.rows if row.target is not None]

    @property
    def tally(self) -> Tally:
        """The items asked, counted by the rating that decides."""
        return _tally([row.verdict for row in self.rows])

    def tally_of(self, rater: str) -> Tally:
        """Return the items asked, counted by one rater's ratings."""
        return _tally([row.verdict_of(row.ratings.get(rater)) for row in self.rows])

    def with_verdict(self, verdict: Verdict) -> list[SkillRow]:
        """Return the items asked whose deciding rating comes to a verdict."""
        return [row for row in self.rows if row.verdict is verdict]


def _tally(verdicts: Sequence[Verdict | None]) -> Tally:
    return Tally(
        at_target=verdicts.count(MET),
        below=verdicts.count(NOT_MET),
        not_rated=verdicts.count(UNKNOWN),
    )


def skill_levels(edition: Edition, field_path: str) -> list[int]:
    """Return the levels at which some skill item of a field has a proficiency, lowest first."""
    return sorted({level for item in edition.items_of(field_path) for level in item.levels})


def skill_matrix(
    edition: Edition, field: Field, level: int, person: Person, *, on: date, by: Sequence[str] = ("assessor",)
) -> SkillMatrix:
    """Return the skill items of a field against a level, for a person as the record stands on a day.

    Of several ratings by one rater the latest counts, and the field's own goes before one for all fields. A level without
    a proficiency, whether headed but blank or never headed, asks nothing of the item.
    """
    record = read_record(person, on)
    return SkillMatrix(
        edition=edition,
        field=field,
        level=level,
        on=on,
        by=tuple(by),
        rows=tuple(_row(item, level, record, by) for item in edition.items_of(field.path)),
    )


def _row(item: SkillItem, level: int, record: RecordReading, by: Sequence[str]) -> SkillRow:
    ratings = {rater: rating for rater in RATERS if (rating := rating_by(rater, item.key, record)) is not None}
    stated = _knowledge(item, record.person)
    return SkillRow(
        item=item,
        ratings=ratings,
        deciding=deciding_rating(item.key, by, record),
        target=level if level in item.proficiencies else None,
        known=None if stated is None else tuple(each for each in item.knowledge if each.id in stated.known),
        open=None if stated is None else tuple(each for each in item.knowledge if each.id not in stated.known),
    )


def _knowledge(item: SkillItem, person: Person) -> Knowledge | None:
    """Return what is stated of an item's knowledge, of the field's own item before that of the item for all fields."""
    stated = {each.item: each for each in person.knowledge}
    return stated.get(item.key) or stated.get(common_item(item.key))


def fields_on_record(edition: Edition, person: Person, *, on: date) -> list[Field]:
    """Return the fields with skill items in which something is on record on a day, in printed order.

    That is a rating or a statement of knowledge of the field's own, or an engagement in it; where there is none of these
    in any field, a rating or statement for all fields of the category.
    """
    record = read_record(person, on)
    rated = {item for item, _ in record.ratings} | {each.item for each in person.knowledge}
    served = {name for reading in record.engagements for name in reading.engagement.fields}
    items = [(field, edition.items_of(field.path)) for _, field in edition.fields()]
    own = [field for field, of in items if of and (field.id in served or any(item.key in rated for item in of))]
    return own or [field for field, of in items if any(common_item(item.key) in rated for item in of)]
