"""Do a person's skills stand where the ratings put them, beside what a level asks?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from kijun.evidence import Knowledge, Person, Rating
from kijun.framework.edition import Edition
from kijun.framework.structure import Field
from kijun.judgement.skills import SkillMatrix, SkillRow, Tally, fields_on_record, skill_levels, skill_matrix
from kijun.verdict import MET, NOT_MET, UNKNOWN
from tests.builders import ON, day, engagement, person
from tests.framework.small_skills import ALPHA, BETA, item, skilled, skills_file

SMALL = skilled()
OWN = "service/alpha/wiring"


def rating(
    level: int, by: str = "assessor", on: str = "2025-10-01", *, of: str = OWN, note: str | None = None
) -> Rating:
    return Rating(item=of, level=level, by=by, day=day(on), note=note)


def known(*words: str, of: str = OWN) -> Knowledge:
    return Knowledge(item=of, known=frozenset(words))


def field(path: str = ALPHA, edition: Edition = SMALL) -> Field:
    return next(field for _, field in edition.fields() if field.path == path)


def who(*ratings: Rating, knowledge: tuple[Knowledge, ...] = ()) -> Person:
    return person(ratings=ratings, knowledge=knowledge)


def matrix(
    *ratings: Rating,
    level: int = 3,
    by: tuple[str, ...] = ("assessor",),
    knowledge: tuple[Knowledge, ...] = (),
    edition: Edition = SMALL,
) -> SkillMatrix:
    return skill_matrix(edition, field(), level, who(*ratings, knowledge=knowledge), on=ON, by=by)


def row(*ratings: Rating, identity: str = "wiring", level: int = 3, knowledge: tuple[Knowledge, ...] = ()) -> SkillRow:
    return next(each for each in matrix(*ratings, level=level, knowledge=knowledge).rows if each.item.id == identity)


def test_every_item_of_the_field_has_a_row_in_printed_order() -> None:
    assert [each.item.id for each in matrix().rows] == ["trust", "wiring"]
    assert [each.target for each in matrix().rows] == [3, 3]


def test_what_nobody_rated_is_unknown_and_not_zero() -> None:
    found = row()
    assert (found.ratings, found.deciding, found.verdict) == ({}, None, UNKNOWN)
    assert [found.gap(rater) for rater in ("self", "superior", "assessor")] == [None, None, None]
    assert row(rating(0)).verdict is NOT_MET
    assert row(rating(0)).gap("assessor") == 3


def test_a_rating_at_the_target_or_above_is_enough_and_a_lower_one_is_not() -> None:
    assert row(rating(3)).verdict is MET
    assert row(rating(3), level=2).verdict is MET
    assert row(rating(3), level=2).gap("assessor") == 0
    assert row(rating(2)).verdict is NOT_MET
    assert row(rating(2)).gap("assessor") == 1


def test_each_rater_has_a_level_of_its_own_and_the_assessor_decides() -> None:
    found = row(rating(1, "self"), rating(2, "superior"), rating(3, "assessor", note="so"))
    assert {rater: each.level for rater, each in found.ratings.items()} == {"self": 1, "superior": 2, "assessor": 3}
    assert found.ratings["assessor"].note == "so"
    assert found.deciding == found.ratings["assessor"]
    assert row(rating(3, "self"), rating(3, "superior")).verdict is UNKNOWN


@pytest.mark.parametrize(
    ("by", "level"), [(("assessor", "superior"), 2), (("assessor", "superior", "self"), 2), (("self",), 1)]
)
def test_who_decides_may_be_answered_otherwise(by: tuple[str, ...], level: int) -> None:
    found = matrix(rating(1, "self"), rating(2, "superior"), by=by)
    deciding = found.rows[1].deciding
    assert deciding is not None
    assert deciding.level == level
    assert found.by == by


def test_the_latest_rating_of_a_rater_counts_and_one_after_the_day_does_not_exist() -> None:
    ratings = (rating(3, on="2026-04-02"), rating(2, on="2026-04-01"), rating(1, on="2020-01-01"))
    assert [each.level for each in row(*ratings).ratings.values()] == [2]
    assert row(rating(3, on="2026-04-02")).ratings == {}


def test_a_common_rating_serves_each_field_and_the_fields_own_goes_before_it() -> None:
    common = rating(2, of="service/trust", on="2026-03-01")
    for path in (ALPHA, BETA):
        found = skill_matrix(SMALL, field(path), 3, who(common), on=ON).rows[0]
        assert found.ratings["assessor"] == common
    own = rating(3, of="service/alpha/trust", on="2020-01-01")
    assert row(common, own, identity="trust").ratings["assessor"] == own
    assert row(common, rating(1, "self", of="service/alpha/trust"), identity="trust").ratings["assessor"] == common


def test_an_item_without_a_proficiency_at_the_level_is_not_asked_there() -> None:
    found = row(rating(1), level=1)
    assert (found.target, found.verdict, found.gap("assessor")) == (None, None, None)
    assert found.ratings["assessor"].level == 1
    assert 1 in found.item.blank_levels
    assert matrix(level=1).asked == []


def test_two_levels_between_self_and_assessor_are_marked_and_one_is_not() -> None:
    assert row(rating(3, "self"), rating(1)).difference == 2
    assert row(rating(3, "self"), rating(1)).is_seen_differently
    assert row(rating(1, "self"), rating(3)).difference == -2
    assert row(rating(1, "self"), rating(3)).is_seen_differently
    assert not row(rating(2, "self"), rating(3)).is_seen_differently
    for ratings in ((rating(3, "self"), rating(1, "superior")), (rating(3),), ()):
        assert row(*ratings).difference is None
        assert not row(*ratings).is_seen_differently


def test_knowledge_is_known_or_open_where_it_is_stated_and_neither_where_it_is_not() -> None:
    found = row(knowledge=(known("deeds"),))
    assert found.known is not None
    assert found.open is not None
    assert ([each.id for each in found.known], [each.id for each in found.open]) == (["deeds"], ["words"])
    assert row().known is row().open is None
    none = row(knowledge=(known(),))
    assert none.known == ()
    assert none.open == none.item.knowledge


def test_knowledge_of_a_common_item_serves_each_field_and_the_fields_own_goes_before_it() -> None:
    common, own = known("deeds", of="service/trust"), known("words", of="service/alpha/trust")
    assert [each.id for each in row(identity="trust", knowledge=(common,)).known or ()] == ["deeds"]
    assert [each.id for each in row(identity="trust", knowledge=(common, own)).known or ()] == ["words"]


def test_the_items_asked_are_counted_by_what_decides_and_by_each_rater() -> None:
    found = matrix(rating(3), rating(2, "self"), rating(1, of="service/trust"))
    assert found.tally == Tally(at_target=1, below=1, not_rated=0)
    assert found.tally_of("self") == Tally(at_target=0, below=1, not_rated=1)
    assert found.tally_of("superior") == Tally(at_target=0, below=0, not_rated=2)
    assert found.tally.asked == 2
    assert [each.item.id for each in found.with_verdict(NOT_MET)] == ["trust"]
    assert [each.item.id for each in found.with_verdict(UNKNOWN)] == []


def test_an_item_that_is_not_asked_is_not_counted() -> None:
    alone = skilled({**skills_file(), "items": [item("alpha", "trust", 1), item("alpha", "wiring", 2, proficiencies=[{"level": 2, "line": 3, "ability": "helps"}])], "overview": []})  # fmt: skip
    found = matrix(rating(3), edition=alone)
    assert found.tally == Tally(at_target=0, below=0, not_rated=1)
    assert [each.target for each in found.rows] == [3, None]
    assert [each.item.id for each in found.asked] == ["trust"]


def test_the_levels_of_a_field_are_those_with_some_proficiency() -> None:
    assert skill_levels(SMALL, ALPHA) == [2, 3]
    assert skill_levels(SMALL, "acme/1/sales/gamma") == []


def on_record(found: Person) -> list[str]:
    return [each.id for each in fields_on_record(SMALL, found, on=ON)]


def test_a_field_is_on_record_by_a_rating_a_statement_or_an_engagement_of_its_own() -> None:
    assert on_record(person()) == []
    assert on_record(who(rating(1, "self"))) == ["alpha"]
    assert on_record(who(knowledge=(known(of="service/beta/roofing"),))) == ["beta"]
    assert on_record(person(engagement(fields=("beta", "gamma")))) == ["beta"]
    assert on_record(who(rating(1, on="2026-04-02"))) == []
    assert on_record(person(engagement(fields=("beta",), start="2026-04-02", end=None))) == []


def test_a_rating_for_every_field_is_on_record_in_each_where_no_field_has_its_own() -> None:
    common = rating(1, of="service/trust")
    assert on_record(who(common)) == ["alpha", "beta"]
    assert on_record(who(knowledge=(known(of="service/trust"),))) == ["alpha", "beta"]
    assert on_record(replace(who(common), engagements=(engagement(fields=("alpha",)),))) == ["alpha"]
