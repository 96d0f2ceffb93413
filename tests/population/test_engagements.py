"""Has an engagement the bits of what all its facts allow, and is a project one time however many records it has?"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import pyarrow as pa

from kijun.criteria import Clause, Either, Every, Trait, Unprinted
from kijun.population.alternatives import alternatives
from kijun.population.asked import AskedOfAll, Bit, Projects
from kijun.population.conditions import look_up_conditions
from kijun.population.engagements import LookUps, engagements_served, gather_engagements, mask_of, read_engagements
from kijun.population.lanes import lanes_for
from kijun.population.places import ALL_ONES, Places
from kijun.population.sizes import ladders
from kijun.population.works import look_up_works
from tests.builders import ON, clause, conditions, rooms, sites
from tests.population.by_hand import asked_for, bits_for, rows_of, told, words

MEASURES: Final = ("computer_rooms", "network_sites")
ANY: Final = clause(activities=None)
LAST_DAY: Final = date(2021, 3, 31)
Row = dict[str, Any]


def _bit(trait: Trait, counting: Clause = ANY) -> Bit:
    (only,) = alternatives(trait)
    return counting, only


def _engagements(*rows: Row) -> Any:
    """Return engagements of one person, of the whole of 2020's business year unless they say otherwise."""
    usual = {"since": date(2020, 4, 1), "until": LAST_DAY}
    return rows_of("engagements", *(usual | {"position": n} | row for n, row in enumerate(rows)), measures=MEASURES)


def _look_ups(bits: Places[Bit]) -> LookUps:
    """Return look-ups for work 0, which is counted, and 1, which has failed; of the conditions set 1 has two, set 0 none."""
    works = rows_of(
        "works",
        {"work": 0, "role": "responsible", "outcome": "succeeded"},
        {"work": 1, "role": "responsible", "outcome": "failed"},
    )
    held = [{"condition_set": 1, "condition": word} for word in ("multi-vendor", "around-the-clock")]
    sets = rows_of("condition_sets", {"condition_set": 0}, {"condition_set": 1})
    sizes, sure_at_most = ladders(bits, MEASURES)
    return LookUps(
        works=look_up_works(bits, works, rows_of("work_fields"), rows_of("work_activities")),
        conditions=look_up_conditions(bits, sets, rows_of("conditions", *held)),
        contexts=None,
        sizes=[(group, _constant(list(group.rows()), group.name)) for group in sizes],
        sure_at_most=sure_at_most,
    )


def _constant(rows: list[Row], key: str) -> Any:
    return words(rows, **{key: pa.int32()})


def _read(asked: AskedOfAll, *rows: Row, only: dict[int, int] | None = None) -> list[Row]:
    look_ups = _look_ups(asked.bits)
    served = engagements_served(_engagements(*rows), look_ups, on=ON)
    return told(read_engagements(served, asked, look_ups, on=ON, only=only or {0: ALL_ONES}))


def test_what_begins_after_the_day_does_not_exist_and_what_runs_on_is_cut_at_it() -> None:
    rows: tuple[Row, ...] = (
        {"since": ON, "until": None, "work": 1},
        {"since": date(2026, 4, 2), "until": None},
        {"since": date(2026, 1, 1), "until": date(2027, 1, 1), "work": 2},
        {"work": 3},
    )
    served = told(engagements_served(_engagements(*rows), _look_ups(bits_for(_bit(rooms(1)))), on=ON))
    assert [(row["work"], row["until"]) for row in sorted(served, key=lambda row: int(row["work"]))] == [
        (1, ON),
        (2, ON),
        (3, LAST_DAY),
    ]


def test_an_engagement_has_a_bit_where_every_fact_leaves_it() -> None:
    asked = asked_for(bits_for(_bit(Every(of=(conditions(), rooms(5)))), _bit(rooms(5)), _bit(sites(2))))
    rows: tuple[Row, ...] = (
        {"person": 0, "condition_set": 1, "size_computer_rooms": 5, "size_network_sites": 1},
        {"person": 1, "condition_set": 1, "size_computer_rooms": 4, "size_network_sites": 2},
        {"person": 2, "condition_set": 0, "size_computer_rooms": 5},
        {"person": 3, "condition_set": 1},
    )
    assert [(row["sure_0"], row["possible_0"]) for row in _read(asked, *rows)] == [
        (0b011, 0b011),
        (0b100, 0b100),
        (0b010, 0b111),
        (0b000, 0b111),
    ]


def test_an_engagement_that_no_clause_counts_is_left_out() -> None:
    asked = asked_for(bits_for(_bit(rooms(5)), _bit(rooms(5), clause(activities=("proposing",)))))
    rows = ({"person": 0, "work": 1, "size_computer_rooms": 5}, {"person": 1, "size_computer_rooms": 5})
    assert [row["person"] for row in _read(asked, *rows)] == [1]
    assert _read(asked, *rows, only={0: 0b10}) == []


def test_what_is_missing_from_the_source_is_never_sure() -> None:
    asked = asked_for(bits_for(_bit(Unprinted(cell="house/a/b/3")), _bit(rooms(5))))
    (row,) = _read(asked, {"size_computer_rooms": 5})
    assert (row["sure_0"], row["possible_0"]) == (0b10, 0b11)


def test_an_engagement_that_ended_before_the_window_of_a_clause_has_no_bit_of_it() -> None:
    windows = (None, 5, 2)
    asked = asked_for(bits_for(*(_bit(rooms(5), clause(activities=None, within_years=each)) for each in windows)))
    ends = (date(2021, 4, 1), date(2021, 4, 2), date(2024, 4, 1), date(2024, 4, 2), None)
    rows = [{"person": n, "until": until, "size_computer_rooms": 5} for n, until in enumerate(ends)]
    assert [row["sure_0"] for row in _read(asked, *rows)] == [0b001, 0b011, 0b011, 0b111, 0b111]


def _gathered(*rows: Row) -> list[Row]:
    """Return what is gathered of engagements that are large by rooms or by sites, of which twice and three times are asked."""
    bits = bits_for(_bit(rooms(1)), _bit(sites(1)))
    demands = tuple(
        Projects(at_least=least, of=of)
        for least, of in ((2, ((ANY, rooms(1)), (ANY, sites(1)))), (3, ((ANY, rooms(1)),)))
    )
    lanes = lanes_for(demands, bits, 10)
    asked = asked_for(bits, projects=demands)
    look_ups = _look_ups(bits)
    engagements = _engagements(*rows)
    served = engagements_served(engagements, look_ups, on=ON)
    alone, shared = (
        read_engagements(served.filter(some), asked, look_ups, on=ON, only=dict.fromkeys(range(bits.words), ALL_ONES))
        for some in (served.shared_project == 0, served.shared_project > 0)
    )
    found = gather_engagements(alone, shared, asked, lanes)
    counts = {how: {word: found[f"{how}_projects_{word}"] for word in lanes.words} for how in ("sure", "possible")}
    enough = {
        f"{how}_{each.at_least}_times": lanes.is_enough(each, counts[how])
        for each in demands
        for how in ("sure", "possible")
    }
    return told(found.select("person", "sure_0", "possible_0", **enough))


def test_records_of_one_project_are_one_time() -> None:
    large = {"size_computer_rooms": 3, "size_network_sites": 0}
    rows = [
        *[large | {"person": 0, "shared_project": 1}] * 3,
        *[large | {"person": 1, "shared_project": 1}] * 2,
        *[large | {"person": 1, "shared_project": 2}] * 2,
        *[large | {"person": 2}] * 3,
        *[large | {"person": 3, "shared_project": 1}] * 2,
        large | {"person": 3},
    ]
    said = [(row["sure_2_times"], row["sure_3_times"]) for row in _gathered(*rows)]
    assert said == [(False, False), (True, False), (True, True), (True, False)]


def test_of_the_records_of_a_project_each_brings_what_it_has() -> None:
    rows = (
        {"shared_project": 1, "size_computer_rooms": 1, "size_network_sites": 0},
        {"shared_project": 1, "size_computer_rooms": 0, "size_network_sites": None},
    )
    (row,) = _gathered(*rows)
    assert (row["sure_0"] & 0b11, row["possible_0"] & 0b11) == (0b01, 0b11)
    assert not row["possible_2_times"]


def test_times_that_perhaps_count_are_counted_apart() -> None:
    sure, perhaps = {"size_computer_rooms": 1, "size_network_sites": 0}, {"size_network_sites": 0}
    (row,) = _gathered(sure, sure, perhaps)
    assert (row["sure_2_times"], row["sure_3_times"], row["possible_3_times"]) == (True, False, True)


def test_whoever_has_no_engagement_that_counts_has_no_row() -> None:
    assert _gathered({"person": 4, "work": 1, "size_computer_rooms": 9}) == []


def test_the_mask_of_a_trait_is_that_of_each_way_to_have_it() -> None:
    bits = bits_for(_bit(rooms(1)), _bit(conditions()), _bit(sites(1)))
    assert mask_of(bits, (ANY, Either(of=(sites(1), rooms(1))))) == {0: 0b101}
