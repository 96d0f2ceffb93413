"""What may a further rating change, and what may it never change?

The latest rating of a rater counts, so a further one may lose a met: that is no law. But what nobody rated yet can only be
settled, a higher level can only help, and who decides first cannot be overruled by somebody lighter.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kijun.criteria import Rated
from kijun.day import exactly
from kijun.evidence import Rating
from kijun.judgement import judge
from kijun.verdict import MET, NOT_MET, UNKNOWN, Verdict
from tests.builders import person
from tests.strategies import DAY, ON, RATERS, ratings

_LEVEL = 3
_ITEMS = ("c/f/a", "c/f/b", "c/f/d")
_TRUTH = (NOT_MET, UNKNOWN, MET)
_by = st.sampled_from((("assessor",), ("assessor", "superior"), ("assessor", "superior", "self")))
_criteria = st.builds(
    lambda at_least, by: Rated(at_least=at_least, of=_ITEMS, level=_LEVEL, by=by), st.integers(1, 3), _by
)
_one = st.sampled_from(_ITEMS).flatmap(lambda item: ratings(item, _LEVEL))
_several = st.lists(_one, max_size=6)


def verdict(criterion: Rated, given_ratings: Iterable[Rating], *, complete: Iterable[str] = ()) -> Verdict:
    return judge(criterion, person(ratings=tuple(given_ratings), complete=complete), on=ON).verdict


@given(_criteria, _several, st.sampled_from(_ITEMS), st.integers(0, 7), st.sampled_from(RATERS))
def test_the_first_rating_of_an_item_contradicts_nothing(
    criterion: Rated, several: list[Rating], item: str, level: int, rater: str
) -> None:
    common = f"c/{item.rpartition('/')[2]}"
    others = [each for each in several if each.item not in (item, common)]
    before = verdict(criterion, others)
    after = verdict(criterion, [*others, Rating(item=item, level=level, by=rater, day=exactly(ON))])
    assert before in (UNKNOWN, after)


@given(_criteria, _several, st.data())
def test_a_higher_level_never_makes_it_worse(criterion: Rated, several: list[Rating], data: st.DataObject) -> None:
    raised = [replace(each, level=each.level + data.draw(st.integers(0, 2))) for each in several]
    assert _TRUTH.index(verdict(criterion, raised)) >= _TRUTH.index(verdict(criterion, several))


@given(_criteria, _several, st.data())
def test_the_order_of_ratings_does_not_matter_and_the_same_one_twice_is_one(
    criterion: Rated, several: list[Rating], data: st.DataObject
) -> None:
    mixed = data.draw(st.permutations([*several, *several]))
    assert verdict(criterion, mixed) == verdict(criterion, several)


@given(_criteria, _several, _one, st.integers(1, 4000))
def test_a_rating_after_the_day_of_judgement_changes_nothing(
    criterion: Rated, several: list[Rating], further: Rating, days: int
) -> None:
    later = replace(further, day=exactly(ON + days * DAY))
    assert verdict(criterion, [*several, later]) == verdict(criterion, several)


@given(_criteria, _several)
def test_declaring_the_list_of_ratings_complete_changes_nothing(criterion: Rated, several: list[Rating]) -> None:
    assert verdict(criterion, several, complete=("ratings",)) == verdict(criterion, several)


@given(st.integers(1, 3), _several)
def test_more_people_who_may_decide_settle_what_is_unknown_and_overrule_nobody(
    at_least: int, several: list[Rating]
) -> None:
    few = Rated(at_least=at_least, of=_ITEMS, level=_LEVEL, by=("assessor",))
    many = replace(few, by=("assessor", "superior", "self"))
    assert verdict(few, several) in (UNKNOWN, verdict(many, several))


@given(_criteria, _several)
def test_asking_for_fewer_items_or_a_lower_level_never_makes_it_worse(criterion: Rated, several: list[Rating]) -> None:
    asked = _TRUTH.index(verdict(criterion, several))
    for easier in (replace(criterion, level=_LEVEL - 1), replace(criterion, at_least=max(1, criterion.at_least - 1))):
        assert _TRUTH.index(verdict(easier, several)) >= asked
