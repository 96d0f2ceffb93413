"""Does the size of an engagement answer alike, looked up by its step and compared number by number?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kijun.criteria import Amount, Either, Every, Trait, Unprinted, Unspecified
from kijun.population.demands import Way
from kijun.population.places import ALL_ONES
from kijun.population.sizes import MOST_KEYS, ladders, unknown
from kijun.verdict import MET, NOT_MET, UNKNOWN, Verdict, all_of, any_of, between
from tests.builders import WHOLE_REGION, conditions, rooms, sites
from tests.population.by_hand import AS_DRAWN, held_in, rows_of, stored, told, ways_for

MEASURES = ("computer_rooms", "network_sites")
Sizes = tuple[int | None, int | None]


def _read(ways: Sequence[Way], sizes: list[Sizes]) -> list[list[Verdict]]:
    """Return for each engagement what its sizes leave of each way, as the keys of a database and their words say it."""
    groups, standing = ladders(ways, MEASURES), (1 << len(ways)) - 1
    rows = [
        {"position": place, "size_computer_rooms": one, "size_network_sites": two}
        for place, (one, two) in enumerate(sizes)
    ]
    engagements = rows_of("engagements", *rows, measures=MEASURES)
    keys = told(engagements.select("position", **{group.name: group.key(engagements) for group in groups}))
    found = []
    for row in keys:
        sure, possible = standing & ~unknown(ways, MEASURES).get(0, 0), standing
        for group in groups:
            words = group.rows(ways)[row[group.name]]
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
    ways = ways_for(*amounts)
    groups = ladders(ways, measures)
    assert sorted(ladder.measure for group in groups for ladder in group.of) == measures
    assert len(groups) > 1
    assert all(len(group.rows(ways)) == group.places <= MOST_KEYS for group in groups)


_EITHER = Either(of=(rooms(5), Every(of=(sites(2), conditions()))))
"""Two ways: by rooms in the first plane, by sites in the second."""


def _columns(ways: Sequence[Way], measures: Sequence[str]) -> list[set[str]]:
    """Return the columns of the words of each ladder, one ladder for each measure."""
    return [set(group.rows(ways)[0]) for measure in measures for group in ladders(ways, [measure])]


def test_a_measure_is_looked_up_only_in_the_words_of_the_ways_that_ask_for_it() -> None:
    by_rooms, by_sites = _columns(ways_for(_EITHER), MEASURES)
    assert by_rooms == {"size_0", "size_0_sure_0", "size_0_possible_0"}
    assert by_sites == {"size_0", "size_0_sure_1", "size_0_possible_1"}


def test_of_a_key_of_two_measures_each_leaves_alone_the_words_of_the_other() -> None:
    ways = ways_for(_EITHER)
    (group,) = ladders(ways, MEASURES)
    rows, keys = group.rows(ways), [(one, two) for one in range(3) for two in range(3)]
    assert [ladder.measure for ladder in group.of] == [*MEASURES]
    found = [
        tuple(bool(row[f"size_0_{how}_{word}"] & 1) for how in ("sure", "possible") for word in (0, 1)) for row in rows
    ]
    sure, possible = (False, False, True), (True, False, True)
    assert found == [(sure[one], sure[two], possible[one], possible[two]) for one, two in keys]


def test_a_block_has_no_words_where_none_of_its_ways_asks_for_a_measure_of_the_key() -> None:
    every = ways_for(rooms(5), rooms(9), sites(2))
    (group,) = ladders(every, MEASURES)
    assert group.rows(ways_for(conditions(), Unprinted(cell="house/a/b/3"))) == []
    assert group.rows(()) == []


def test_a_block_has_the_words_of_its_own_ways_under_the_keys_of_all_blocks() -> None:
    groups = ladders(ways_for(rooms(5), rooms(9), sites(2)), MEASURES)
    own = ways_for(conditions(), rooms(9))
    (rows,) = (group.rows(own) for group in groups)
    assert [row["size_0"] for row in rows] == list(range(groups[0].places))
    found = {row["size_0_possible_0"] for row in rows}
    assert found == {ALL_ONES, ALL_ONES & ~0b10}


def test_only_what_nobody_has_on_record_and_what_is_missing_from_the_source_is_unknown_for_everybody() -> None:
    nowhere = Unprinted(cell="house/a/b/3")
    asked = (rooms(5), sites(2), conditions(), WHOLE_REGION, nowhere, Every(of=(rooms(5), sites(2))), Unspecified())
    assert unknown(ways_for(*asked), MEASURES) == {0: 0b0010000}
    assert unknown(ways_for(*asked), ("computer_rooms",)) == {0: 0b0110010}
    assert unknown(ways_for(_EITHER), ("computer_rooms",)) == {1: 0b1}
    assert unknown((), ()) == {}


def test_where_no_measure_is_asked_for_there_is_no_ladder() -> None:
    assert ladders(ways_for(conditions(), Unspecified()), MEASURES) == []
    assert ladders(ways_for(rooms(5)), ()) == []


def test_the_keys_are_small_numbers() -> None:
    (group,) = ladders(ways_for(rooms(5)), MEASURES)
    table: Any = stored(pa.table({"size_computer_rooms": pa.array([2**63 - 1], pa.int64())}))
    assert str(group.key(table).type()) == "int32"
    assert told(table.select(key=group.key(table))) == [{"key": 2}]
