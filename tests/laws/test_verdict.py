"""Which laws does three-valued logic keep?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kijun.verdict import MET, NOT_MET, UNKNOWN, Verdict, all_of, any_of, between
from tests.strategies import verdicts

_several = st.lists(verdicts(), max_size=5)
_OPPOSITE = {MET: NOT_MET, NOT_MET: MET, UNKNOWN: UNKNOWN}


def _settled(several: list[Verdict]) -> Iterator[tuple[Verdict, ...]]:
    """Yield every way in which the unknown ones may turn out."""
    yield from product(*((verdict,) if verdict is not UNKNOWN else (MET, NOT_MET) for verdict in several))


@given(_several)
def test_all_is_met_exactly_where_every_one_is_met(several: list[Verdict]) -> None:
    assert (all_of(several) is MET) == all(verdict is MET for verdict in several)


@given(_several)
def test_any_is_met_exactly_where_some_one_is_met(several: list[Verdict]) -> None:
    assert (any_of(several) is MET) == any(verdict is MET for verdict in several)


@given(_several)
def test_all_and_any_are_each_the_opposite_of_the_other_one_of_opposites(several: list[Verdict]) -> None:
    assert all_of(several) is _OPPOSITE[any_of([_OPPOSITE[verdict] for verdict in several])]


@given(_several)
def test_what_is_met_adds_nothing_to_all_and_what_is_not_met_adds_nothing_to_any(several: list[Verdict]) -> None:
    assert all_of([*several, MET]) is all_of(several)
    assert any_of([*several, NOT_MET]) is any_of(several)


@given(_several)
def test_one_not_met_decides_all_and_one_met_decides_any(several: list[Verdict]) -> None:
    assert all_of([*several, NOT_MET]) is NOT_MET
    assert any_of([*several, MET]) is MET


@given(_several)
def test_order_and_repetition_do_not_matter(several: list[Verdict]) -> None:
    for combine in (all_of, any_of):
        assert combine(reversed(several)) is combine(several) is combine([*several, *several])


@given(_several, _several)
def test_grouping_does_not_matter(some: list[Verdict], others: list[Verdict]) -> None:
    for combine in (all_of, any_of):
        assert combine([combine(some), combine(others)]) is combine([*some, *others])


@given(verdicts(), verdicts(), verdicts())
def test_all_and_any_distribute_over_each_other(one: Verdict, two: Verdict, three: Verdict) -> None:
    assert all_of([one, any_of([two, three])]) is any_of([all_of([one, two]), all_of([one, three])])
    assert any_of([one, all_of([two, three])]) is all_of([any_of([one, two]), any_of([one, three])])


@given(verdicts(), verdicts())
def test_one_absorbs_what_it_is_combined_with_twice(one: Verdict, other: Verdict) -> None:
    assert all_of([one, any_of([one, other])]) is one
    assert any_of([one, all_of([one, other])]) is one


@given(_several)
def test_knowing_more_never_changes_a_verdict_that_was_known(several: list[Verdict]) -> None:
    for combine in (all_of, any_of):
        later = {combine(settled) for settled in _settled(several)}
        if combine(several) is not UNKNOWN:
            assert later == {combine(several)}


@given(_several)
def test_unknown_is_said_only_where_the_things_taken_by_themselves_could_still_turn_out_either_way(
    several: list[Verdict],
) -> None:
    for combine in (all_of, any_of):
        later = {combine(settled) for settled in _settled(several)}
        assert (combine(several) is UNKNOWN) == (later == {MET, NOT_MET})


@pytest.mark.parametrize("combine", [all_of, any_of])
@pytest.mark.parametrize("verdict", Verdict)
def test_one_alone_is_itself(combine: Callable[[Iterable[Verdict]], Verdict], verdict: Verdict) -> None:
    assert combine([verdict]) is verdict


def test_nothing_asked_is_met_and_nothing_offered_is_not_met() -> None:
    assert (all_of([]), any_of([])) == (MET, NOT_MET)


@given(_several)
def test_a_verdict_lies_between_what_surely_holds_and_what_possibly_holds(several: list[Verdict]) -> None:
    surely = [verdict is MET for verdict in several]
    possibly = [verdict is not NOT_MET for verdict in several]
    assert all_of(several) is between(all(surely), all(possibly))
    assert any_of(several) is between(any(surely), any(possibly))


@pytest.mark.parametrize(
    ("surely", "possibly", "verdict"),
    [(False, False, NOT_MET), (False, True, UNKNOWN), (True, True, MET), (True, False, MET)],
)
def test_what_surely_holds_is_met_whatever_is_thought_possible(surely: bool, possibly: bool, verdict: Verdict) -> None:
    assert between(surely, possibly) is verdict
