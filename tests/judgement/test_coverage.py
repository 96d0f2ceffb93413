"""Which verdicts can a criterion have, and which of them did people show?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from kijun.criteria import (
    AllOf,
    AnyOf,
    Areas,
    Confirmed,
    Criterion,
    Customers,
    Either,
    Every,
    Kinds,
    Market,
    Mentors,
    Passed,
    Rated,
    Reaches,
    Recognised,
    Trait,
    Unprinted,
    Unspecified,
    Way,
)
from kijun.framework.resolve import ResolvedCell, ResolvedPart
from kijun.judgement.coverage import Coverage, Never, can_be, cover
from kijun.verdict import MET, NOT_MET, UNKNOWN, Verdict
from tests.builders import ON, cell, conditions, engagement, once, or_above, person, qualification, rooms, times, years

_SERVED = frozenset({"a-user", "a-region"})
_ANY = frozenset(Verdict)
_PRINTED, _MISSING = rooms(5), Unprinted(cell="hardware/6")
_EVERYBODY = Customers(reach=or_above("a-user", "a-region"))
_LARGE = Customers(reach=or_above("a-region"))


def _reaches(*traits: Trait) -> Reaches:
    return Reaches(level=5, ways=tuple(Way(level=5 + above, trait=trait) for above, trait in enumerate(traits)))


@pytest.mark.parametrize(
    ("node", "verdicts"),
    [
        (Unspecified(), {MET}),
        (_MISSING, {UNKNOWN}),
        (_LARGE, _ANY),
        (_EVERYBODY, {MET, UNKNOWN}),
        (rooms(1), _ANY),
        (rooms(at_most=2), _ANY),
        (rooms(below=2), _ANY),
        (rooms(0), {MET, UNKNOWN}),
        (rooms(), {MET, UNKNOWN}),
        (rooms(5, at_most=4), {NOT_MET, UNKNOWN}),
        (conditions(2), _ANY),
        (conditions(4), {NOT_MET, UNKNOWN}),
        (Market(scope="a", groups=(frozenset("a"),), count=1, employees_at_least=None, employees_below=None), _ANY),
        (Recognised(as_one_of=frozenset({"hardware/5"})), _ANY),
        (Areas(at_least=1, of=("a",), degree=or_above("guides"), reach=None), _ANY),
        (Areas(at_least=2, of=("a",), degree=or_above("guides"), reach=None), {NOT_MET, UNKNOWN}),
        (Kinds(at_least=1, of=("book",), subject="a", within_years=None), _ANY),
        (Mentors(), _ANY),
        (Passed(any_of=("AP",), within_years=None), _ANY),
        (Passed(any_of=(), within_years=None), {NOT_MET, UNKNOWN}),
        (Rated(at_least=1, of=("a",), level=3, by=("assessor",)), _ANY),
        (Rated(at_least=2, of=("a",), level=3, by=("assessor",)), {NOT_MET, UNKNOWN}),
        (Confirmed(cell="hardware/5", circumstances=()), _ANY),
    ],
)
def test_a_fact_can_have_these_verdicts(node: Criterion | Trait, verdicts: set[Verdict]) -> None:
    assert can_be(node, _SERVED) == verdicts


@pytest.mark.parametrize(
    ("node", "verdicts"),
    [
        (Every(of=(_PRINTED, _MISSING)), {NOT_MET, UNKNOWN}),
        (Every(of=(_EVERYBODY, Unspecified())), {MET, UNKNOWN}),
        (Either(of=(_PRINTED, _MISSING)), {MET, UNKNOWN}),
        (Either(of=(_PRINTED, _EVERYBODY)), {MET, UNKNOWN}),
        (Either(of=()), {NOT_MET}),
        (_reaches(_PRINTED, _LARGE), _ANY),
        (_reaches(_MISSING, _PRINTED), {MET, UNKNOWN}),
        (once(_PRINTED), _ANY),
        (once(_MISSING), {NOT_MET, UNKNOWN}),
        (years(2, _EVERYBODY), _ANY),
        (years(2, _MISSING), {NOT_MET, UNKNOWN}),
        (times((5, _PRINTED), (5, _PRINTED)), _ANY),
        (times((5, _PRINTED), (6, _MISSING)), {NOT_MET, UNKNOWN}),
        (AllOf(of=(Mentors(), once(_MISSING))), {NOT_MET, UNKNOWN}),
        (AnyOf(of=(Mentors(), once(_MISSING))), _ANY),
    ],
)
def test_what_is_put_together_can_have_what_its_members_leave(node: Criterion | Trait, verdicts: set[Verdict]) -> None:
    assert can_be(node, _SERVED) == verdicts


def test_a_cell_shows_nothing_of_itself_to_nobody() -> None:
    coverage = cover(_small_cell(rooms(5)), [], ())
    assert [point.was for point in coverage.points] == [frozenset()] * len(coverage.points)
    assert coverage.never[:3] == tuple(
        Never(cell=coverage.cell, at="complexity", verdict=verdict) for verdict in (MET, NOT_MET, UNKNOWN)
    )


def test_every_criterion_trait_and_listed_word_is_a_point_of_its_own() -> None:
    trait = Either(of=(conditions(2, ("multi-vendor", "around-the-clock")), rooms(5)))
    assert [point.at for point in cover(_small_cell(trait), [], ()).points] == [
        "complexity",
        "complexity/1-either",
        "complexity/1-either/1-conditions",
        "complexity/1-either/1-conditions/multi-vendor",
        "complexity/1-either/1-conditions/around-the-clock",
        "complexity/1-either/2-amount",
        "minimum_by_examination",
        "minimum_by_examination/AP",
    ]


def test_areas_and_kinds_are_points_one_by_one() -> None:
    found = {point.at for point in cover(cell("customer-service/hardware/5"), [], ()).points}
    assert {"succession/book", "succession/patent", "expertise/customer-satisfaction", "mentoring"} <= found


def test_a_way_of_another_level_is_one_point_and_is_not_looked_into() -> None:
    trait = Reaches(
        level=5, ways=(Way(level=5, trait=Every(of=(rooms(5),))), Way(level=6, trait=Every(of=(rooms(9),))))
    )
    found = [point.at for point in cover(_small_cell(trait), [], ()).points]
    below = "complexity/1-reaches"
    assert found[:5] == ["complexity", below, f"{below}/1-every", f"{below}/1-every/1-amount", f"{below}/2-every"]
    assert not any(at.startswith(f"{below}/2-every/") for at in found)


def test_each_engagement_shows_a_trait_and_each_person_a_criterion() -> None:
    has, has_not = engagement("a", sizes={"computer_rooms": 5}), engagement("b", sizes={"computer_rooms": 4})
    points = _by_place(cover(_small_cell(rooms(5)), [(person(has, has_not), ON)], ()))
    assert points["complexity"] == {MET}
    assert points["complexity/1-amount"] == {MET, NOT_MET}


def test_a_listed_word_is_shown_by_itself_whatever_the_list_asks() -> None:
    held = engagement(conditions=("multi-vendor",), has_all_conditions=True)
    points = _by_place(cover(_small_cell(conditions(2)), [(person(held), ON)], ()))
    assert points["complexity/1-conditions"] == {NOT_MET}
    assert points["complexity/1-conditions/multi-vendor"] == {MET}
    assert points["complexity/1-conditions/new-technology"] == {NOT_MET}


def test_a_mandatory_condition_does_not_bind_the_other_words() -> None:
    listed = conditions(1, ("multi-vendor", "around-the-clock"), must_include=("around-the-clock",))
    held = engagement(conditions=("multi-vendor",), has_all_conditions=True)
    points = _by_place(cover(_small_cell(listed), [(person(held), ON)], ()))
    assert points["complexity/1-conditions"] == {NOT_MET}
    assert points["complexity/1-conditions/multi-vendor"] == {MET}


def test_the_examination_is_shown_by_people_with_and_without_it() -> None:
    people = [(person(qualifications=(qualification("AP"),)), ON), (person(), ON), (person(complete=()), ON)]
    points = _by_place(cover(_small_cell(rooms(5)), people, ()))
    assert points["minimum_by_examination"] == points["minimum_by_examination/AP"] == _ANY


def test_nothing_is_missing_where_people_showed_everything_that_can_be() -> None:
    people = [
        (person(engagement(sizes={"computer_rooms": 5})), ON),
        (person(engagement(sizes={"computer_rooms": 4}), qualifications=(qualification("AP"),)), ON),
        (person(engagement(), complete=()), ON),
    ]
    assert cover(_small_cell(rooms(5)), people, ()).never == ()


def test_a_point_names_its_cell_and_what_it_asks() -> None:
    five = cell("customer-service/hardware/5")
    coverage = cover(five, [], ())
    asked = {point.at: point.asked for point in coverage.points}
    assert coverage.cell == five.indicator.path
    assert asked["succession"] is five.parts["succession"].criterion
    book, area = asked["succession/book"], asked["expertise/stable-operation"]
    assert isinstance(book, Kinds)
    assert (book.at_least, book.of) == (1, ("book",))
    assert isinstance(area, Areas)
    assert (area.at_least, area.of) == (1, ("stable-operation",))


def test_an_examination_of_several_is_a_point_without_the_others() -> None:
    either = Passed(any_of=("AP", "FE"), within_years=None)
    small = replace(_small_cell(rooms(5)), examination=ResolvedPart(criterion=either, policies=()))
    points = _by_place(cover(small, [(person(qualifications=(qualification("FE"),)), ON)], ()))
    assert points["minimum_by_examination"] == points["minimum_by_examination/FE"] == {MET}
    assert points["minimum_by_examination/AP"] == {NOT_MET}


def test_the_customers_of_a_time_can_be_missed_only_where_somebody_serves_fewer() -> None:
    assert can_be(times((5, Every(of=(_EVERYBODY, _MISSING)))), _SERVED) == {NOT_MET, UNKNOWN}


def _by_place(coverage: Coverage) -> dict[str, frozenset[Verdict]]:
    return {point.at: point.was for point in coverage.points}


def _small_cell(trait: Trait) -> ResolvedCell:
    """Return a cell of level 5 that asks for one engagement with a trait, and whose note names AP."""
    return replace(
        cell("customer-service/hardware/5"),
        parts={"complexity": ResolvedPart(criterion=once(trait), policies=())},
        deciding=("complexity",),
        examination=ResolvedPart(criterion=Passed(any_of=("AP",), within_years=None), policies=()),
    )
