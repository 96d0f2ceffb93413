"""Has an engagement the bits of what all its facts allow, worked out once for all that are alike?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import pyarrow as pa
import pytest

from kijun.criteria import AllOf, Amount, AnyOf, Criterion, Either, Every, Mentors, Unprinted, Unspecified
from kijun.population.alike import read_alike
from kijun.population.asked import AskedOfAll
from kijun.population.blocks import Block
from kijun.population.demands import AskedOfEngagements, asked_of_engagements
from kijun.population.engagements import engagements_served, likenesses
from kijun.population.facts import FactClasses, read_facts
from kijun.population.lanes import Lanes, lanes_for
from kijun.population.manifest import Manifest
from kijun.population.places import BITS
from kijun.population.questions import Question
from kijun.population.tables import Table
from tests.builders import ON, WHOLE_REGION, conditions, once, or_above, rooms, sites, times, years
from tests.population.by_hand import block_asking, rows_of, stored, told

MEASURES: Final = ("computer_rooms", "network_sites")
ANY: Final[Mapping[str, Any]] = {"activities": None}
"""What a clause asks that counts any activities."""
LAST_DAY: Final = date(2021, 3, 31)
Row = dict[str, Any]
SHARED: Final[Mapping[str, list[Row]]] = {
    "works": [
        {"work": 0, "role": "responsible", "outcome": "succeeded"},
        {"work": 1, "role": "responsible", "outcome": "failed"},
        {"work": 2, "role": "member", "outcome": "succeeded"},
    ],
    "condition_sets": [{"condition_set": 0, "is_whole": False}, {"condition_set": 1, "is_whole": True}],
    "conditions": [{"condition_set": 1, "condition": word} for word in ("around-the-clock", "multi-vendor")],
    "contexts": [
        {"context": 0, "customers": None, "has_market": False},
        {"context": 1, "customers": "nationwide", "has_market": False},
        {"context": 2, "customers": "specific-user", "has_market": False},
    ],
}
"""Work 1 has failed. Of conditions set 0 nothing is known, set 1 has two and no others. Context 0 says nothing."""


class _ByHand:
    """Holds what people share here, and takes constants."""

    def rows(self, table: Table) -> list[Row]:
        return SHARED.get(table.name, [])

    def constant(self, rows: pa.Table) -> Any:
        return stored(rows)


ENGINE: Final[Any] = _ByHand()


def _engagements(*rows: Row) -> Any:
    """Return engagements of work 0, of the whole of 2020's business year unless they say otherwise."""
    usual = {"since": date(2020, 4, 1), "until": LAST_DAY}
    return rows_of("engagements", *(usual | {"position": n} | row for n, row in enumerate(rows)), measures=MEASURES)


def _shared(*of_blocks: Block) -> FactClasses:
    asked = AskedOfAll(blocks=of_blocks, engagements=tuple(map(asked_of_engagements, of_blocks)), leaves=())
    manifest = Manifest(
        people=9, measures=MEASURES, parts=(), rows_shared={}, most_engagements=9, digest="", made_by={}
    )
    return read_facts(ENGINE, manifest, asked, on=ON)


def _lanes(asked: AskedOfEngagements) -> Lanes:
    return lanes_for(asked.projects, 9)


def _come_to(block: Block, *rows: Row, besides: tuple[Block, ...] = ()) -> list[Row]:
    """Return what each engagement comes to for a block, in the order of the people; what comes to nothing is left out."""
    shared, asked = _shared(block, *besides), asked_of_engagements(block)
    served = engagements_served(_engagements(*rows), shared.facts, on=ON)
    look_ups = shared.look_ups(ENGINE, asked.demands)
    alike = read_alike(likenesses(served, shared.facts), asked, _lanes(asked), look_ups, shared.facts)
    return told(served.inner_join(alike, shared.facts.likeness.names))


YES, PERHAPS, NO = (True, True), (False, True), (False, False)


def _answer(row: Row, block: Block, question: Question) -> tuple[bool, bool]:
    """Return whether an engagement surely and possibly answers a question, at the bits of all cells that ask it."""
    found = set()
    for word, bits in block.masks()[question].items():
        for bit in range(BITS):
            if bits >> bit & 1:
                found.add((bool(row[f"sure_{word}"] >> bit & 1), bool(row[f"possible_{word}"] >> bit & 1)))
    (answer,) = found
    return answer


def _held(row: Row, block: Block) -> list[tuple[bool, bool]]:
    """Return the answers to all questions of engagements, in the order of the cells."""
    return [_answer(row, block, each) for each in block.masks()]


def _read(block: Block, *rows: Row) -> list[list[tuple[bool, bool]]]:
    return [_held(row, block) for row in _come_to(block, *rows)]


def test_an_engagement_has_a_bit_where_every_fact_leaves_it() -> None:
    block = block_asking(*(once(trait, **ANY) for trait in (Every(of=(conditions(), rooms(5))), rooms(5), sites(2))))
    rows: tuple[Row, ...] = (
        {"person": 0, "condition_set": 1, "size_computer_rooms": 5, "size_network_sites": 1},
        {"person": 1, "condition_set": 1, "size_computer_rooms": 4, "size_network_sites": 2},
        {"person": 2, "condition_set": 0, "size_computer_rooms": 5},
        {"person": 3, "condition_set": 1},
    )
    assert _read(block, *rows) == [
        [YES, YES, NO],
        [NO, NO, YES],
        [PERHAPS, YES, PERHAPS],
        [PERHAPS, PERHAPS, PERHAPS],
    ]


def test_conditions_the_context_and_sizes_are_asked_together() -> None:
    block = block_asking(once(Every(of=(conditions(), WHOLE_REGION, rooms(5))), **ANY), once(WHOLE_REGION, **ANY))
    facts = [(1, 1, 5), (1, 0, 5), (0, 0, None), (1, 2, 5), (0, 2, 5), (1, 1, 4)]
    rows = [
        {"person": n, "condition_set": held, "context": context, "size_computer_rooms": size}
        for n, (held, context, size) in enumerate(facts)
    ]
    found = {row["person"]: _held(row, block) for row in _come_to(block, *rows)}
    assert found == {0: [YES, YES], 1: [PERHAPS, PERHAPS], 2: [PERHAPS, PERHAPS], 5: [NO, YES]}


def test_one_way_to_have_a_trait_is_enough_and_each_is_asked_whole() -> None:
    either = Either(of=(Every(of=(rooms(5), conditions())), Every(of=(sites(2), conditions())), sites(9)))
    block = block_asking(once(either, **ANY), once(rooms(9), **ANY))
    assert [len(planes) for planes in asked_of_engagements(block).demands.planes] == [3]
    sizes = ((1, 5, 0), (1, 0, 2), (1, 4, 1), (1, None, 1), (0, 5, 2), (0, 0, 9))
    rows = [
        {"person": n, "condition_set": held, "size_computer_rooms": some, "size_network_sites": other}
        for n, (held, some, other) in enumerate(sizes)
    ]
    found = {row["person"]: _held(row, block)[0] for row in _come_to(block, *rows)}
    assert found == {0: YES, 1: YES, 3: PERHAPS, 4: PERHAPS, 5: YES}


def test_a_plane_in_which_a_demand_has_no_way_does_not_meet_it() -> None:
    block = block_asking(once(Either(of=(rooms(5), sites(2))), **ANY), once(rooms(9), **ANY))
    assert _read(block, {"size_computer_rooms": 0, "size_network_sites": 2}) == [[YES, NO]]


def test_what_asks_nothing_is_met_by_whatever_counts() -> None:
    block = block_asking(once(Unspecified(), **ANY), once(Unspecified()))
    assert _read(block, {}, {"person": 1, "work": 1}) == [[YES, NO]]


def test_what_comes_to_nothing_is_left_out() -> None:
    block = block_asking(once(rooms(5), **ANY), once(rooms(5), activities=("proposing",)))
    rows = [
        {"person": 0, "work": 1, "size_computer_rooms": 5},
        {"person": 1, "size_computer_rooms": 5},
        {"person": 2, "size_computer_rooms": 4},
        {"person": 3},
    ]
    assert [row["person"] for row in _come_to(block, *rows)] == [1, 3]


def test_a_clause_that_does_not_count_the_work_leaves_its_demands_unmet() -> None:
    block = block_asking(once(rooms(5), **ANY), once(rooms(5), activities=("proposing",)))
    assert _read(block, {"size_computer_rooms": 5}) == [[YES, NO]]


def test_work_that_only_clauses_of_another_block_count_comes_to_nothing() -> None:
    leaders = block_asking(once(rooms(5), **ANY))
    members = block_asking(once(rooms(5), role=or_above("member", "leader", "responsible"), **ANY))
    rows = [{"person": work, "work": work, "size_computer_rooms": 5} for work in (0, 1, 2)]
    assert [row["person"] for row in _come_to(leaders, *rows, besides=(members,))] == [0]
    assert [row["person"] for row in _come_to(members, *rows, besides=(leaders,))] == [0, 2]


def test_where_no_work_counts_for_a_block_nothing_comes_of_it() -> None:
    nobodys = block_asking(once(rooms(5), activities=("proposing",)), years(1, rooms(5), activities=("proposing",)))
    leaders = block_asking(once(rooms(5), **ANY))
    rows = [{"person": work, "work": work, "size_computer_rooms": 5} for work in (0, 1, 2)]
    assert _come_to(nobodys, *rows) == _come_to(nobodys, *rows, besides=(leaders,)) == []
    assert [row["person"] for row in _come_to(leaders, *rows, besides=(nobodys,))] == [0]


def test_what_other_blocks_ask_changes_nothing() -> None:
    block = block_asking(once(Every(of=(conditions(), rooms(5))), **ANY), years(1, rooms(5), **ANY))
    another = block_asking(
        once(Every(of=(conditions(1), WHOLE_REGION)), within_years=5, **ANY),
        AllOf(of=(years(3, sites(2), **ANY), years(2, rooms(3), within_years=2, **ANY))),
    )
    sizes = ((1, 5), (1, 4), (0, 5), (0, None))
    rows = [
        {"person": n, "condition_set": held, "size_computer_rooms": size, "until": date(2022, 4, 2)}
        for n, (held, size) in enumerate(sizes)
    ]
    alone, beside = (_come_to(block, *rows, besides=besides) for besides in ((), (another,)))
    assert [_held(row, block) for row in alone] == [[YES, YES], [PERHAPS, YES], [PERHAPS, PERHAPS]]
    assert [_held(row, block) for row in beside] == [_held(row, block) for row in alone]


def test_what_is_missing_from_the_source_is_never_sure() -> None:
    block = block_asking(once(Unprinted(cell="house/a/b/3"), **ANY), once(rooms(5), **ANY))
    assert _read(block, {"size_computer_rooms": 5}) == [[PERHAPS, YES]]


def test_a_way_that_is_not_missing_from_the_source_is_sure() -> None:
    block = block_asking(once(Either(of=(Unprinted(cell="house/a/b/3"), rooms(5))), **ANY))
    rows = ({"person": n, "size_computer_rooms": size} for n, size in enumerate((5, 4)))
    assert _read(block, *rows) == [[YES], [PERHAPS]]


def test_what_asks_for_a_measure_that_nobody_has_on_record_possibly_holds_and_surely_does_not() -> None:
    persons = Amount(measure="peak_persons", at_least=1)
    asked = (persons, Every(of=(persons, rooms(5))), Either(of=(persons, rooms(5))), Every(of=(persons, conditions())))
    block = block_asking(*(once(trait, **ANY) for trait in asked))
    rows = [{"person": n, "size_computer_rooms": size, "condition_set": 1} for n, size in enumerate((5, 4, None))]
    assert _read(block, *rows) == [
        [PERHAPS, PERHAPS, YES, PERHAPS],
        [PERHAPS, NO, PERHAPS, PERHAPS],
        [PERHAPS, PERHAPS, PERHAPS, PERHAPS],
    ]


def test_an_engagement_that_ended_before_the_window_of_a_clause_has_no_bit_of_it() -> None:
    block = block_asking(*(once(rooms(5), within_years=each, **ANY) for each in (None, 5, 2)))
    ends = (date(2021, 4, 1), date(2021, 4, 2), date(2024, 4, 1), date(2024, 4, 2), None)
    rows = [{"person": n, "until": until, "size_computer_rooms": 5} for n, until in enumerate(ends)]
    assert _read(block, *rows) == [
        [YES, NO, NO],
        [YES, YES, NO],
        [YES, YES, NO],
        [YES, YES, YES],
        [YES, YES, YES],
    ]


def test_a_project_that_meets_one_of_several_demands_is_counted_where_they_are() -> None:
    block = block_asking(times((2, rooms(1)), (1, sites(5)), **ANY))
    asked = asked_of_engagements(block)
    lows = {tuple(trait for _, trait in each.of): place for place, each in enumerate(asked.projects)}
    assert asked.projects[lows[rooms(1), sites(5)]].at_least == 2
    width, sizes = _lanes(asked).width, ((1, 0), (0, 5), (1, 5), (0, None))
    rows = [
        {"person": n, "size_computer_rooms": some, "size_network_sites": other} for n, (some, other) in enumerate(sizes)
    ]
    both = 1 << lows[rooms(1), sites(5)] * width
    found = [(row["sure_projects_0"], row["possible_projects_0"]) for row in _come_to(block, *rows)]
    assert found == [(both, both), (both, both), (both, both), (0, both)]


def test_what_counts_for_years_or_for_projects_alone_sets_no_bit_that_is_an_answer() -> None:
    asks_once, twice = once(rooms(5), **ANY), times((4, rooms(2)), (4, rooms(2)), **ANY)
    block = block_asking(asks_once, years(1, rooms(3), **ANY), twice)
    (row,) = _come_to(block, {"size_computer_rooms": 9, "until": date(2020, 4, 1)})
    ((word, bits),) = block.masks()[asks_once.clause, asks_once.trait].items()
    assert {name: row[name] for name in ("sure_0", "possible_0")} == {"sure_0": bits, "possible_0": bits}
    assert (word, row["sure_of_years_0"], row["sure_projects_0"] > 0) == (0, 1, True)


def test_what_is_only_counted_leaves_no_word_of_bits() -> None:
    block = block_asking(times((2, rooms(1)), (2, rooms(1)), **ANY))
    (row,) = _come_to(block, {"size_computer_rooms": 1})
    assert [name for name in row if name.startswith(("sure", "possible"))] == ["sure_projects_0", "possible_projects_0"]
    assert row["sure_projects_0"] == row["possible_projects_0"] == 1


@pytest.mark.parametrize(
    ("since", "until", "ever", "lately"),
    [
        ("2020-01-01", "2020-12-30", NO, NO),
        ("2020-01-01", "2020-12-31", YES, NO),
        ("2020-01-01", "2022-04-01", YES, NO),
        ("2020-01-01", "2022-04-02", YES, YES),
    ],
)
def test_one_engagement_is_long_enough_for_years_from_366_days(
    since: str, until: str, ever: tuple[bool, bool], lately: tuple[bool, bool]
) -> None:
    block = block_asking(*(years(1, rooms(5), within_years=each, **ANY) for each in (None, 5)))
    period = {"since": date.fromisoformat(since), "until": date.fromisoformat(until)}
    sizes = ({"person": 0, "size_computer_rooms": 5}, {"person": 1})
    sure, perhaps = _read(block, *(period | each for each in sizes))
    assert (sure, perhaps) == ([ever, lately], [(False, ever[1]), (False, lately[1])])


def test_an_engagement_that_is_long_but_does_not_count_is_not_long_enough() -> None:
    block = block_asking(once(sites(1), **ANY), years(1, rooms(5), **ANY))
    period = {"since": date(2010, 4, 1), "size_computer_rooms": 4, "size_network_sites": 1}
    (row,) = _come_to(block, period)
    assert (_held(row, block), row["possible_of_years_0"]) == ([YES, NO], 0)


def _of_years(row: Row, asked: AskedOfEngagements) -> list[tuple[bool, bool]]:
    """Return whether an engagement surely and possibly counts for each of the years."""
    at = [divmod(place, BITS) for place in range(len(asked.years))]
    return [
        (bool(row[f"sure_of_years_{word}"] >> bit & 1), bool(row[f"possible_of_years_{word}"] >> bit & 1))
        for word, bit in at
    ]


def _counts(block: Block, *rows: Row) -> list[list[tuple[bool, bool]]]:
    return [_of_years(row, asked_of_engagements(block)) for row in _come_to(block, *rows)]


def test_an_engagement_counts_for_each_of_the_years_whose_demand_it_meets_however_short() -> None:
    block = block_asking(
        *(years(least, rooms(5), **ANY) for least in (3, 1, 4)),
        years(1, sites(2), **ANY),
        years(1, rooms(5), within_years=5, **ANY),
        years(1, rooms(5), activities=("proposing",)),
    )
    day, late = {"until": date(2020, 4, 1)}, {"until": date(2021, 4, 2)}
    rows = (
        {"person": 0, "size_computer_rooms": 5, "size_network_sites": 1, **day},
        {"person": 1, "size_computer_rooms": 4, "size_network_sites": 2, **day},
        {"person": 2, "size_computer_rooms": 5, **late},
        {"person": 3, "size_network_sites": 2, **late},
    )
    assert _counts(block, *rows) == [
        [YES, YES, YES, NO, NO, NO],
        [NO, NO, NO, YES, NO, NO],
        [YES, YES, YES, PERHAPS, YES, NO],
        [PERHAPS, PERHAPS, PERHAPS, YES, PERHAPS, NO],
    ]


def _one_cell(*criteria: Criterion) -> Block:
    return block_asking(AnyOf(of=criteria))


def test_years_that_fill_a_word_go_on_in_the_next() -> None:
    block = _one_cell(*(years(1, rooms(least), **ANY) for least in range(1, BITS + 3)))
    rows = [{"person": n, "size_computer_rooms": size} for n, size in enumerate((1, BITS, BITS + 1, BITS + 2))]
    found = _counts(block, *rows)
    assert [held.count(YES) for held in found] == [1, BITS, BITS + 1, BITS + 2]
    assert [held.index(NO) for held in found[:-1]] == [1, BITS, BITS + 1]


def test_where_no_years_are_asked_for_no_engagement_says_of_years() -> None:
    (row,) = _come_to(block_asking(once(rooms(5), **ANY)), {"size_computer_rooms": 5})
    assert [name for name in row if "of_years" in name] == []


def test_demands_that_fill_a_word_go_on_in_the_next() -> None:
    block = _one_cell(*(once(Either(of=(rooms(least), sites(least))), **ANY) for least in range(1, BITS + 3)))
    assert asked_of_engagements(block).demands.planes == ((0, 1), (2, 3))
    sizes = ((BITS, 0), (BITS + 1, BITS - 1), (0, BITS + 2), (BITS, None))
    rows = [
        {"person": n, "size_computer_rooms": some, "size_network_sites": other} for n, (some, other) in enumerate(sizes)
    ]
    found = _read(block, *rows)
    assert [held.count(YES) for held in found] == [BITS, BITS + 1, BITS + 2, BITS]
    assert [held.count(PERHAPS) for held in found] == [0, 0, 0, 2]


def test_a_window_closes_only_for_the_demand_that_has_it_in_whichever_word_it_stands() -> None:
    windows = [5 if place % 2 else None for place in range(BITS)]
    windows += [None if place % 2 else 5 for place in range(3)]
    block = _one_cell(*(once(rooms(least), within_years=years, **ANY) for least, years in enumerate(windows, start=1)))
    sizes = {"size_computer_rooms": len(windows)}
    ended, lately = _read(block, sizes, {"person": 1, "until": date(2021, 4, 2), **sizes})
    assert ended == [YES if years is None else NO for years in windows]
    assert lately == [YES] * len(windows)


def test_a_demand_of_years_is_found_in_the_word_of_a_cell_that_asks_for_it_once() -> None:
    every = [years(least, rooms(5), **ANY) for least in (1, 2, 3)]
    asks_once = once(rooms(5), **ANY)
    block = block_asking(AllOf(of=(*every, asks_once)), *[Mentors()] * 19)
    assert asked_of_engagements(block).demands.planes == ((), (0,))
    rows = [
        {"person": n, "since": date(2019, 3, 1), "size_computer_rooms": size} for n, size in enumerate((5, 4, None))
    ]
    questions: list[Question] = [*every, (asks_once.clause, asks_once.trait)]
    found = {row["person"]: [_answer(row, block, each) for each in questions] for row in _come_to(block, *rows)}
    assert found == {0: [YES, YES, NO, YES], 2: [PERHAPS, PERHAPS, NO, PERHAPS]}


def test_each_likeness_is_worked_out_once() -> None:
    block = block_asking(once(rooms(3), **ANY), once(rooms(5), **ANY))
    shared, asked = _shared(block), asked_of_engagements(block)
    rows = [{"person": n, "size_computer_rooms": 3 + n % 4} for n in range(40)]
    served = engagements_served(_engagements(*rows), shared.facts, on=ON)
    look_ups = shared.look_ups(ENGINE, asked.demands)
    alike = read_alike(likenesses(served, shared.facts), asked, _lanes(asked), look_ups, shared.facts)
    assert (len(told(served)), len(told(alike))) == (40, 2)
