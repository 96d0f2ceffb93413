"""Does the size of an engagement answer alike, looked up by its step and compared number by number?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kijun.criteria import Amount, Either, Every, Trait, Unprinted
from kijun.population.demands import Way
from kijun.population.places import ALL_ONES
from kijun.population.sizes import MOST_KEYS, ladders
from kijun.verdict import MET, NOT_MET, UNKNOWN, Verdict, all_of, any_of, between
from tests.builders import conditions, rooms, sites
from tests.population.by_hand import AS_DRAWN, held_in, rows_of, stored, told, ways_for

MEASURES = ("computer_rooms", "network_sites")
Sizes = tuple[int | None, int | None]


def _read(ways: Sequence[Way], sizes: list[Sizes]) -> list[list[Verdict]]:
    """Return for each engagement what its sizes leave of each way, as the keys of a database and their words say it."""
    groups, sure_at_most = ladders(ways, MEASURES)
    rows = [
        {"position": place, "size_computer_rooms": one, "size_network_sites": two}
        for place, (one, two) in enumerate(sizes)
    ]
    engagements = rows_of("engagements", *rows, measures=MEASURES)
    keys = told(engagements.select("position", **{group.name: group.key(engagements) for group in groups}))
    found = []
    for row in keys:
        sure, possible = sure_at_most[0], ALL_ONES
        for group in groups:
            words = list(group.rows())[row[group.name]]
            assert words[group.name] == row[group.name]
            sure &= words[f"{group.name}_sure_0"]
            possible &= words[f"{group.name}_possible_0"]
        both = zip(held_in(sure, len(ways)), held_in(possible, len(ways)), strict=True)
        found.append([between(*each) for each in both])
    return found


@pytest.mark.parametrize(
    ("asked", "number", "verdict"),
    [
        (rooms(5), 5, MET),
        (rooms(5), 4, NOT_MET),
        (rooms(5), 10**15, MET),
        (rooms(5), None, UNKNOWN),
        (rooms(0), 0, MET),
        (rooms(at_most=5), 5, MET),
        (rooms(at_most=5), 6, NOT_MET),
        (rooms(at_most=5), None, UNKNOWN),
        (rooms(below=5), 4, MET),
        (rooms(below=5), 5, NOT_MET),
        (rooms(1, at_most=3), 0, NOT_MET),
        (rooms(1, at_most=3), 1, MET),
        (rooms(1, at_most=3), 4, NOT_MET),
        (Amount(measure="computer_rooms"), 0, MET),
        (Amount(measure="computer_rooms"), None, UNKNOWN),
        (Either(of=(rooms(5), rooms(below=2))), 1, MET),
        (Either(of=(rooms(5), rooms(below=2))), 2, NOT_MET),
        (Every(of=(rooms(5), rooms(below=7))), 6, MET),
        (Every(of=(rooms(5), rooms(below=7))), 7, NOT_MET),
    ],
)
def test_a_number_counts_from_the_step_on_that_is_asked_for(asked: Trait, number: int | None, verdict: Verdict) -> None:
    assert _read(ways_for(asked), [(number, None)]) == [[verdict]]


def test_a_measure_that_is_not_recorded_spoils_nothing_that_asks_another_one() -> None:
    ways = ways_for(rooms(5), sites(2), Every(of=(rooms(5), sites(2))), conditions())
    assert _read(ways, [(5, None), (4, None), (None, None)]) == [
        [MET, UNKNOWN, UNKNOWN, MET],
        [NOT_MET, UNKNOWN, NOT_MET, MET],
        [UNKNOWN, UNKNOWN, UNKNOWN, MET],
    ]


def test_what_nobody_has_on_record_is_unknown_for_everybody() -> None:
    ways = ways_for(rooms(5), Amount(measure="peak_persons", at_least=1), Unprinted(cell="house/a/b/3"))
    assert _read(ways, [(5, None)]) == [[MET, UNKNOWN, UNKNOWN]]


_AMOUNTS = st.builds(
    Amount,
    measure=st.sampled_from(MEASURES),
    at_least=st.none() | st.integers(0, 6),
    at_most=st.none() | st.integers(0, 6),
    below=st.none() | st.integers(1, 6),
)
_OF_ONE = _AMOUNTS | st.lists(st.integers(0, 6).map(rooms), min_size=1, max_size=3).map(lambda of: Either(of=tuple(of)))
_TRAITS = _OF_ONE | st.lists(_OF_ONE, min_size=1, max_size=3).map(lambda of: Every(of=tuple(of)))
_SIZES = st.tuples(st.none() | st.integers(0, 8), st.none() | st.integers(0, 8))


def _by_hand(trait: Trait, sizes: Sizes) -> Verdict:
    match trait:
        case Every(of=of):
            return all_of(_by_hand(each, sizes) for each in of)
        case Either(of=of):
            return any_of(_by_hand(each, sizes) for each in of)
        case Amount(measure=measure, at_least=least, at_most=most, below=below):
            number = sizes[MEASURES.index(measure)]
            if number is None:
                return UNKNOWN
            holds = (least is None or number >= least) and (most is None or number <= most)
            holds = holds and (below is None or number < below)
            return between(holds, holds)
        case _:
            raise TypeError(trait)


@settings(max_examples=15, phases=AS_DRAWN)
@given(st.lists(_TRAITS, min_size=1, max_size=12, unique=True), st.lists(_SIZES, min_size=1, max_size=40))
def test_whatever_is_asked_the_key_answers_as_the_numbers_do(traits: list[Trait], sizes: list[Sizes]) -> None:
    assert _read(ways_for(*traits), sizes) == [[_by_hand(trait, each) for trait in traits] for each in sizes]


def test_no_key_becomes_large_however_many_measures_are_asked_for() -> None:
    measures = [f"measure_{place:02}" for place in range(12)]
    amounts = [Amount(measure=measure, at_least=least) for measure in measures for least in (1, 2, 3)]
    groups, _ = ladders(ways_for(*amounts), measures)
    assert sorted(ladder.measure for group in groups for ladder in group.of) == measures
    assert len(groups) > 1
    assert all(len(list(group.rows())) == group.places <= MOST_KEYS for group in groups)


def test_a_measure_is_looked_up_only_in_the_words_of_the_ways_that_ask_for_it() -> None:
    either = Either(of=(rooms(5), Every(of=(sites(2), conditions()))))
    groups, sure_at_most = ladders(ways_for(either), MEASURES)
    assert [(ladder.measure, ladder.asked.words) for group in groups for ladder in group.of] == [
        ("computer_rooms", (0,)),
        ("network_sites", (1,)),
    ]
    assert sure_at_most == {0: ALL_ONES, 1: ALL_ONES}
    nobody, surely = ladders(ways_for(either), ("computer_rooms",))
    assert [ladder.measure for group in nobody for ladder in group.of] == ["computer_rooms"]
    assert surely == {0: ALL_ONES, 1: ALL_ONES - 1}


def test_the_keys_are_small_numbers() -> None:
    ((group,), _) = ladders(ways_for(rooms(5)), MEASURES)
    table: Any = stored(pa.table({"size_computer_rooms": pa.array([2**63 - 1], pa.int64())}))
    assert str(group.key(table).type()) == "int32"
    assert told(table.select(key=group.key(table))) == [{"key": 2}]
