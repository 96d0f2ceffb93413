"""Is an engagement read for its days and its likeness, and is a project one time however many records it has?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, Final

import pyarrow as pa
import pytest

from kijun.criteria import Criterion
from kijun.population.demands import demands_at
from kijun.population.engagements import (
    Facts,
    engagements_served,
    gather_engagements,
    lengths_of,
    likenesses,
    windows_of,
)
from kijun.population.lanes import lanes_for
from kijun.population.questions import Projects
from kijun.population.side_by_side import side_by_side
from kijun.population.sizes import ladders
from tests.builders import ON, clause, once, rooms, sites, years
from tests.population.by_hand import asked_for, rows_of, told, words

MEASURES: Final = ("computer_rooms", "network_sites")
FIRST_DAY, LAST_DAY = date(2020, 4, 1), date(2021, 3, 31)
_DATE: Final = pa.date32()
_CLASSES: Final = [
    {"work": 1, "work_class": 0},
    {"work": 2, "work_class": 1},
    {"work": 4, "work_class": 0},
    {"work": 9, "work_class": 2},
]
"""The kinds of work that some clause counts; work 3 is counted by none."""
Row = dict[str, Any]


def _engagements(*rows: Row) -> Any:
    """Return engagements of one person, of the whole of 2020's business year and of work 1 unless they say otherwise."""
    usual: Row = {"since": FIRST_DAY, "until": LAST_DAY, "work": 1}
    return rows_of("engagements", *(usual | {"position": n} | row for n, row in enumerate(rows)), measures=MEASURES)


def _facts(*criteria: Criterion, works: int = 3) -> Facts:
    """Return what criteria ask, told in small numbers; `works` are so many classes of work as would need as many bits."""
    asked = asked_for(*criteria)
    sizes, windows, lengths = ladders(asked.demands.ways, MEASURES), windows_of([asked]), lengths_of(asked.years)
    how_many = {"work": works} | {group.name: group.places for group in sizes} | {"windows": len(windows) + 1}
    how_many |= {f"length_{place}": len(each.years) + 1 for place, each in enumerate(lengths)}
    kinds = dict.fromkeys(_CLASSES[0], pa.int32())
    return Facts(
        classes={"work": words(_CLASSES, **kinds)},
        sizes=sizes,
        windows=windows,
        lengths=lengths,
        likeness=side_by_side("likeness", {name: (many - 1).bit_length() for name, many in how_many.items()}),
    )


def _served(facts: Facts, *rows: Row) -> list[Row]:
    """Return the engagements that are served, with the numbers of their likeness, in the order of the people."""
    served = engagements_served(_engagements(*rows), facts, on=ON)
    return told(served.select("person", "shared_project", "since", "until", **facts.likeness.read(served)))


def test_what_begins_after_the_day_does_not_exist_and_what_runs_on_is_cut_at_it() -> None:
    rows: tuple[Row, ...] = (
        {"person": 0, "since": ON, "until": None},
        {"person": 1, "since": date(2026, 4, 2), "until": None},
        {"person": 2, "since": date(2026, 1, 1), "until": date(2027, 1, 1)},
        {"person": 3},
    )
    assert [(row["person"], row["since"], row["until"]) for row in _served(_facts(once(rooms(1))), *rows)] == [
        (0, ON, ON),
        (2, date(2026, 1, 1), ON),
        (3, FIRST_DAY, LAST_DAY),
    ]


def test_an_engagement_that_no_clause_counts_is_left_out() -> None:
    rows = ({"person": 0, "work": 3}, {"person": 1, "work": 2})
    assert [row["person"] for row in _served(_facts(once(rooms(1))), *rows)] == [1]


def test_engagements_are_told_apart_by_the_classes_of_what_they_share_and_not_by_its_number() -> None:
    rows = [{"person": work, "work": work} for work in (1, 2, 4, 9)]
    assert [row["work"] for row in _served(_facts(once(rooms(1))), *rows)] == [0, 1, 0, 2]


def test_of_everything_that_is_shared_the_class_stands_in_the_likeness() -> None:
    facts = _facts(once(rooms(1)))
    sets = [{"condition_set": number, "condition_set_class": number % 5} for number in (0, 7, 12)]
    widths = {"work": 2, "condition_set": 3, "size_0": 2}
    both = replace(
        facts,
        classes={**facts.classes, "condition_set": words(sets, condition_set=pa.int32())},
        likeness=side_by_side("likeness", widths),
    )
    rows = [{"person": number, "condition_set": number, "work": 9} for number in (0, 7, 12)]
    found = [(row["work"], row["condition_set"], row["size_0"]) for row in _served(both, *rows)]
    assert found == [(2, 0, 0), (2, 2, 0), (2, 2, 0)]


def test_each_likeness_stands_once_with_its_numbers() -> None:
    facts = _facts(once(rooms(3)), once(rooms(5)))
    rows = [{"person": n, "size_computer_rooms": 3 + n % 4, "work": 1 + n % 2} for n in range(40)]
    served = engagements_served(_engagements(*rows), facts, on=ON)
    assert len(told(served)) == 40
    found = told(likenesses(served, facts))
    assert [(row["work"], row["size_0"]) for row in found] == [(0, 2), (1, 2), (0, 3), (1, 3)]
    assert {row["windows"] for row in found} == {0}


def test_sizes_are_alike_between_two_numbers_that_are_asked_for() -> None:
    sizes = (None, 0, 2, 3, 4, 5, 900)
    rows = [{"person": n, "size_computer_rooms": size} for n, size in enumerate(sizes)]
    found = [row["size_0"] for row in _served(_facts(once(rooms(3)), once(rooms(5))), *rows)]
    assert [found.index(each) for each in found] == [0, 1, 1, 3, 3, 5, 5]


def test_an_engagement_is_in_as_many_windows_as_it_ended_in() -> None:
    facts = _facts(*(once(rooms(5), within_years=each) for each in (2, None, 5)))
    ends = (date(2021, 4, 1), date(2021, 4, 2), date(2024, 4, 1), date(2024, 4, 2), None)
    found = _served(facts, *({"person": n, "until": end} for n, end in enumerate(ends)))
    assert facts.windows == (5, 2)
    assert [row["windows"] for row in found] == [0, 1, 1, 2, 2]


def test_the_windows_of_all_blocks_stand_together() -> None:
    of_blocks = [asked_for(*(once(rooms(5), within_years=each) for each in some)) for some in ((2, 5), (None, 3, 2))]
    assert windows_of(of_blocks) == (5, 3, 2)


def test_where_no_clause_has_a_window_none_is_looked_at() -> None:
    facts = _facts(once(rooms(5)))
    assert facts.windows == ()
    assert [row["windows"] for row in _served(facts, {})] == [0]


def test_each_number_of_years_is_asked_once_within_each_window() -> None:
    asked = (years(8), years(3), years(8, rooms(5)), years(2, within_years=5))
    assert [(each.within_years, each.years) for each in lengths_of(asked)] == [(None, (3, 8)), (5, (2,))]


@pytest.mark.parametrize(
    ("since", "until", "ever", "lately"),
    [
        ("2020-01-01", "2020-12-30", 0, 0),
        ("2020-01-01", "2020-12-31", 1, 0),
        ("2019-01-01", "2019-12-31", 0, 0),
        ("2019-01-01", "2020-01-01", 1, 0),
        ("2018-01-01", "2021-01-01", 1, 0),
        ("2018-01-01", "2021-01-02", 2, 0),
        ("2018-01-01", "2022-04-01", 2, 0),
        ("2018-01-01", "2022-04-02", 2, 1),
        ("2021-04-02", "2022-04-01", 0, 0),
        ("2021-04-02", "2022-04-02", 1, 1),
    ],
)
def test_an_engagement_is_long_enough_for_years_of_366_days(since: str, until: str, ever: int, lately: int) -> None:
    facts = _facts(years(3), years(1), years(1, within_years=5))
    period = {"since": date.fromisoformat(since), "until": date.fromisoformat(until)}
    (row,) = _served(facts, period)
    assert (row["length_0"], row["length_1"]) == (ever, lately)


_STEPS: Final = (1, 2, 3, 4)
"""Numbers of rooms, and of years, that are asked for."""
_ALL_FACTS: Final[tuple[Criterion, ...]] = (
    *(once(rooms(each), within_years=each) for each in (2, 3, 5, 10)),
    *(once(rooms(least)) for least in _STEPS),
    *(years(least, within_years=within) for within in (None, 5) for least in _STEPS),
)


@pytest.mark.parametrize("width", [*range(3, 17), *range(22, 33), 50, 51])
def test_a_likeness_is_written_right_however_many_bits_stand_before_a_fact(width: int) -> None:
    rows: tuple[Row, ...] = (
        {"person": 0, "since": date(2010, 4, 1), "until": None, "size_computer_rooms": 10},
        {"person": 1, "since": date(2018, 1, 1), "until": date(2025, 4, 1), "size_computer_rooms": 4},
        {"person": 2, "since": date(2022, 1, 1), "until": date(2024, 1, 2), "size_computer_rooms": 3, "work": 9},
        {"person": 3, "since": date(2010, 1, 1), "until": date(2010, 1, 1), "size_computer_rooms": 0},
        {"person": 4},
    )
    names = ("work", "size_0", "windows", "length_0", "length_1")
    assert [tuple(row[name] for name in names) for row in _served(_facts(*_ALL_FACTS, works=2**width), *rows)] == [
        (0, 7, 4, 4, 4),
        (0, 5, 4, 4, 3),
        (2, 4, 3, 2, 2),
        (0, 1, 0, 0, 0),
        (0, 0, 1, 0, 0),
    ]


ANY_SIZE: Final = ((clause(), rooms(1)), (clause(), sites(1)))
_PROJECTS: Final = (Projects(at_least=2, of=ANY_SIZE), Projects(at_least=3, of=(ANY_SIZE[0],)))
_DEMANDS: Final = demands_at({demand: {0: 1 << place} for place, demand in enumerate(ANY_SIZE)})
BY_ROOMS, BY_SITES, PERHAPS_BY_ROOMS, NOT_OF_YEARS = range(4)
"""What the engagements come to that are gathered here: each is a likeness."""


def _gathered(*rows: Row) -> list[Row]:
    """Return what is gathered of engagements, and whether twice by any size and three times by rooms is reached."""
    lanes, demands = lanes_for(_PROJECTS, 10), _DEMANDS
    by_rooms, by_sites = (demands.mask([each])[0] for each in ANY_SIZE)
    come_to = [(by_rooms, by_rooms, 1), (by_sites, by_sites, 1 << 61), (0, by_rooms, 2), (by_rooms, by_rooms, 0)]
    names = ("likeness_0", "sure_0", "possible_0", "sure_of_years_0", "possible_of_years_0")
    alike = words(
        [
            dict(zip(names, (n, sure, possible, of_years if sure else 0, of_years), strict=True))
            for n, (sure, possible, of_years) in enumerate(come_to)
        ]
    )
    met = {f"{how}_projects_0": lanes.met(0, [alike[f"{how}_0"]], demands) for how in ("sure", "possible")}
    usual = {"person": 0, "shared_project": 0, "since": FIRST_DAY, "until": LAST_DAY, "likeness_0": BY_ROOMS}
    served = words([usual | row for row in rows], since=_DATE, until=_DATE)
    found = gather_engagements(served, alike.mutate(**met), _facts(once(rooms(1))))
    enough: Row = {}
    for how in ("sure", "possible"):
        counted = lanes.enough([found[f"{how}_projects_0"]])
        for each, (word, bit) in lanes.bits().items():
            enough[f"{how}_{each.at_least}_times"] = (counted[word] & (1 << bit)) != 0
    return told(found.select("person", "sure_0", "possible_0", "days", **enough))


def test_records_of_one_project_are_one_time() -> None:
    rows = [
        *[{"person": 0, "shared_project": 1}] * 3,
        *[{"person": 1, "shared_project": 1}] * 2,
        *[{"person": 1, "shared_project": 2}] * 2,
        *[{"person": 2}] * 3,
        *[{"person": 3, "shared_project": 1}] * 2,
        {"person": 3},
    ]
    said = [(row["sure_2_times"], row["sure_3_times"]) for row in _gathered(*rows)]
    assert said == [(False, False), (True, False), (True, True), (True, False)]


def test_of_the_records_of_a_project_each_brings_what_it_has() -> None:
    (row,) = _gathered(*({"shared_project": 1, "likeness_0": each} for each in (BY_SITES, PERHAPS_BY_ROOMS)))
    by_rooms, by_sites = (_DEMANDS.mask([each])[0] for each in ANY_SIZE)
    assert (row["sure_0"], row["possible_0"]) == (by_sites, by_rooms | by_sites)
    assert not row["possible_2_times"]


def test_times_that_perhaps_count_are_counted_apart() -> None:
    (row,) = _gathered({}, {}, {"likeness_0": PERHAPS_BY_ROOMS})
    assert (row["sure_2_times"], row["sure_3_times"], row["possible_3_times"]) == (True, False, True)


def test_what_nothing_tells_apart_is_counted_once_for_each_engagement() -> None:
    assert [row["sure_3_times"] for row in _gathered({}, {}, {}, {"person": 1}, {"person": 1})] == [True, False]


def test_the_days_of_all_that_counts_for_years_are_put_together() -> None:
    rows: list[Row] = [
        {"person": 0},
        {"person": 0, "since": LAST_DAY, "until": LAST_DAY, "likeness_0": PERHAPS_BY_ROOMS},
        {"person": 1, "shared_project": 1},
        {"person": 1, "shared_project": 1},
        {"person": 2, "likeness_0": NOT_OF_YEARS},
    ]
    assert [row["days"] for row in _gathered(*rows)] == [366, 730, 0]


def test_whoever_has_no_engagement_that_counts_has_no_row() -> None:
    assert [row["person"] for row in _gathered({"person": 4, "likeness_0": 9}, {"person": 5})] == [5]


def test_where_no_years_are_asked_for_no_days_are_put_together() -> None:
    served = words([{"person": 3, "shared_project": 0, "likeness_0": 0}])
    alike = words([{"likeness_0": 0, "sure_2": 1, "possible_2": 5}])
    found = gather_engagements(served, alike, _facts(once(rooms(1))))
    assert told(found) == [{"person": 3, "sure_2": 1, "possible_2": 5}]


def test_what_comes_to_small_numbers_is_gathered_in_words_of_64_bits() -> None:
    served = words([{"person": 3, "shared_project": each, "likeness_0": 0} for each in (0, 1, 1)])
    names = ("sure_0", "possible_0", "sure_projects_0", "possible_projects_0")
    small = dict.fromkeys(names, 127) | {"likeness_0": 0}
    alike = words([small], **dict.fromkeys(names, pa.int8()))
    (row,) = told(gather_engagements(served, alike, _facts(once(rooms(1)))))
    assert row == {"person": 3, "sure_0": 127, "possible_0": 127, "sure_projects_0": 254, "possible_projects_0": 254}
