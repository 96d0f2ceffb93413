"""Has an engagement the bits of what all its facts allow, worked out once for all that are alike?"""

from __future__ import annotations

from datetime import date
from typing import Any, Final

import pyarrow as pa
import pytest

from kijun.criteria import Either, Every, Unprinted
from kijun.population.alike import read_alike
from kijun.population.asked import AskedOfAll, Projects
from kijun.population.conditions import look_up_conditions
from kijun.population.demands import Demand
from kijun.population.engagements import LookUps, engagements_served, lengths_of, windows_of, with_first
from kijun.population.lanes import lanes_for
from kijun.population.likeness import likeness_of
from kijun.population.places import BITS
from kijun.population.sizes import ladders
from kijun.population.works import look_up_works
from tests.builders import ON, clause, conditions, rooms, sites, years
from tests.population.by_hand import asked_for, rows_of, told, words

MEASURES: Final = ("computer_rooms", "network_sites")
ANY: Final = clause(activities=None)
LAST_DAY: Final = date(2021, 3, 31)
Row = dict[str, Any]


def _engagements(*rows: Row) -> Any:
    """Return engagements of one person, of the whole of 2020's business year unless they say otherwise."""
    usual = {"since": date(2020, 4, 1), "until": LAST_DAY}
    return rows_of("engagements", *(usual | {"position": n} | row for n, row in enumerate(rows)), measures=MEASURES)


def _look_ups(asked: AskedOfAll) -> LookUps:
    """Return look-ups for work 0, which is counted, and 1, which has failed; of the conditions set 1 has two, set 0 none."""
    works = rows_of(
        "works",
        {"work": 0, "role": "responsible", "outcome": "succeeded"},
        {"work": 1, "role": "responsible", "outcome": "failed"},
    )
    held = [{"condition_set": 1, "condition": word} for word in ("multi-vendor", "around-the-clock")]
    sets = rows_of("condition_sets", {"condition_set": 0}, {"condition_set": 1})
    ways, windows, lengths = asked.demands.ways, windows_of(asked.demands), lengths_of(asked.years)
    found = {
        "work": look_up_works(asked.demands, works, rows_of("work_fields"), rows_of("work_activities")),
        "condition_set": look_up_conditions(ways, sets, rows_of("conditions", *held)),
    }
    shared = {key: with_first(each, key) for key, each in found.items() if each is not None}
    sizes, sure_at_most = ladders(ways, MEASURES)
    facts = dict.fromkeys(shared, 2) | {group.name: group.places for group in sizes} | {"windows": len(windows) + 1}
    facts |= {f"length_{place}": len(each.years) + 1 for place, each in enumerate(lengths)}
    return LookUps(
        shared=shared,
        sizes=[(group, words(list(group.rows()), **{group.name: pa.int32()})) for group in sizes],
        sure_at_most=sure_at_most,
        windows=windows,
        lengths=lengths,
        likeness=likeness_of(facts),
    )


def _come_to(asked: AskedOfAll, *rows: Row) -> list[Row]:
    """Return what each engagement comes to, in the order of the people; what comes to nothing is left out."""
    look_ups = _look_ups(asked)
    served = engagements_served(_engagements(*rows), look_ups, on=ON)
    alike = read_alike(served, asked, lanes_for(asked.projects, 9), look_ups)
    return told(served.inner_join(alike, look_ups.likeness.names))


def _held(row: Row, asked: AskedOfAll, *demands: Demand) -> list[tuple[bool, bool]]:
    """Return whether an engagement surely and possibly meets each demand."""
    places = {what: (word, bit) for word, bit, what in asked.demands.placed()}
    at = [places[demand] for demand in demands]
    return [(bool(row[f"sure_{word}"] >> bit & 1), bool(row[f"possible_{word}"] >> bit & 1)) for word, bit in at]


YES, PERHAPS, NO = (True, True), (False, True), (False, False)


def test_an_engagement_has_a_bit_where_every_fact_leaves_it() -> None:
    demands = [(ANY, trait) for trait in (Every(of=(conditions(), rooms(5))), rooms(5), sites(2))]
    asked = asked_for(*demands)
    rows: tuple[Row, ...] = (
        {"person": 0, "condition_set": 1, "size_computer_rooms": 5, "size_network_sites": 1},
        {"person": 1, "condition_set": 1, "size_computer_rooms": 4, "size_network_sites": 2},
        {"person": 2, "condition_set": 0, "size_computer_rooms": 5},
        {"person": 3, "condition_set": 1},
    )
    assert [_held(row, asked, *demands) for row in _come_to(asked, *rows)] == [
        [YES, YES, NO],
        [NO, NO, YES],
        [PERHAPS, YES, PERHAPS],
        [PERHAPS, PERHAPS, PERHAPS],
    ]


def test_one_way_to_have_a_trait_is_enough_and_each_is_asked_whole() -> None:
    either = Either(of=(Every(of=(rooms(5), conditions())), Every(of=(sites(2), conditions())), sites(9)))
    asked = asked_for((ANY, either), (ANY, rooms(9)))
    assert [len(planes) for planes in asked.demands.planes] == [3]
    sizes = ((1, 5, 0), (1, 0, 2), (1, 4, 1), (1, None, 1), (0, 5, 2), (0, 0, 9))
    rows = [
        {"person": n, "condition_set": held, "size_computer_rooms": some, "size_network_sites": other}
        for n, (held, some, other) in enumerate(sizes)
    ]
    found = {row["person"]: _held(row, asked, (ANY, either))[0] for row in _come_to(asked, *rows)}
    assert found == {0: YES, 1: YES, 3: PERHAPS, 4: PERHAPS, 5: YES}


def test_what_comes_to_nothing_is_left_out() -> None:
    asked = asked_for((ANY, rooms(5)), (clause(activities=("proposing",)), rooms(5)))
    rows = [
        {"person": 0, "work": 1, "size_computer_rooms": 5},
        {"person": 1, "size_computer_rooms": 5},
        {"person": 2, "size_computer_rooms": 4},
        {"person": 3},
    ]
    assert [row["person"] for row in _come_to(asked, *rows)] == [1, 3]


def test_a_clause_that_does_not_count_the_work_leaves_its_demands_unmet() -> None:
    demands = [(ANY, rooms(5)), (clause(activities=("proposing",)), rooms(5))]
    asked = asked_for(*demands)
    (row,) = _come_to(asked, {"size_computer_rooms": 5})
    assert _held(row, asked, *demands) == [YES, NO]


def test_what_is_missing_from_the_source_is_never_sure() -> None:
    demands: list[Demand] = [(ANY, Unprinted(cell="house/a/b/3")), (ANY, rooms(5))]
    asked = asked_for(*demands)
    (row,) = _come_to(asked, {"size_computer_rooms": 5})
    assert _held(row, asked, *demands) == [PERHAPS, YES]


def test_a_way_that_is_not_missing_from_the_source_is_sure() -> None:
    either = (ANY, Either(of=(Unprinted(cell="house/a/b/3"), rooms(5))))
    asked = asked_for(either)
    rows = ({"person": n, "size_computer_rooms": size} for n, size in enumerate((5, 4)))
    assert [_held(row, asked, either) for row in _come_to(asked, *rows)] == [[YES], [PERHAPS]]


def test_an_engagement_that_ended_before_the_window_of_a_clause_has_no_bit_of_it() -> None:
    demands = [(clause(activities=None, within_years=each), rooms(5)) for each in (None, 5, 2)]
    asked = asked_for(*demands)
    ends = (date(2021, 4, 1), date(2021, 4, 2), date(2024, 4, 1), date(2024, 4, 2), None)
    rows = [{"person": n, "until": until, "size_computer_rooms": 5} for n, until in enumerate(ends)]
    assert [_held(row, asked, *demands) for row in _come_to(asked, *rows)] == [
        [YES, NO, NO],
        [YES, YES, NO],
        [YES, YES, NO],
        [YES, YES, YES],
        [YES, YES, YES],
    ]


def test_a_project_that_meets_one_of_several_demands_is_counted_where_they_are() -> None:
    small, large = (ANY, rooms(1)), (ANY, sites(5))
    projects = (Projects(at_least=2, of=(small, large)), Projects(at_least=3, of=(large,)))
    asked = asked_for(projects=projects)
    width = lanes_for(projects, 9).width
    sizes = ((1, 0), (0, 5), (1, 5), (0, None))
    rows = [
        {"person": n, "size_computer_rooms": some, "size_network_sites": other} for n, (some, other) in enumerate(sizes)
    ]
    found = [(row["sure_projects_0"], row["possible_projects_0"]) for row in _come_to(asked, *rows)]
    both = 1 | 1 << width
    assert found == [(1, 1), (both, both), (both, both), (0, both)]


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
    asked = asked_for(years=tuple(years(1, rooms(5), activities=None, within_years=each) for each in (None, 5)))
    period = {"since": date.fromisoformat(since), "until": date.fromisoformat(until)}
    sizes = ({"person": 0, "size_computer_rooms": 5}, {"person": 1})
    sure, perhaps = _come_to(asked, *(period | each for each in sizes))
    for (word, bit), expected in zip(_bits_of_years(asked), (ever, lately), strict=True):
        assert (bool(sure[f"sure_{word}"] >> bit & 1), bool(sure[f"possible_{word}"] >> bit & 1)) == expected
        assert (perhaps[f"sure_{word}"] >> bit & 1, bool(perhaps[f"possible_{word}"] >> bit & 1)) == (0, expected[1])


def _bits_of_years(asked: AskedOfAll) -> list[tuple[int, int]]:
    return [(word, bit) for word, bit, what in asked.demands.bits.placed() if what in asked.years]


def test_an_engagement_that_is_long_but_does_not_count_is_not_long_enough() -> None:
    asked = asked_for((ANY, sites(1)), years=(years(1, rooms(5), activities=None),))
    period = {"since": date(2010, 4, 1), "size_computer_rooms": 4, "size_network_sites": 1}
    (row,) = _come_to(asked, period)
    ((word, bit),) = _bits_of_years(asked)
    assert (row[f"possible_{word}"] >> bit & 1, row["possible_of_years_0"]) == (0, 0)


def test_an_engagement_counts_for_years_as_surely_as_it_meets_their_demand() -> None:
    asked = asked_for((ANY, sites(1)), years=(years(3, rooms(5), activities=None),))
    rows = [{"person": n, "size_computer_rooms": size, "size_network_sites": 1} for n, size in enumerate((5, 4, None))]
    assert [_of_years(row, asked) for row in _come_to(asked, *rows)] == [[YES], [NO], [PERHAPS]]


def _of_years(row: Row, asked: AskedOfAll) -> list[tuple[bool, bool]]:
    """Return whether an engagement surely and possibly counts for each of the years."""
    at = [divmod(place, BITS) for place in range(len(asked.years))]
    return [
        (bool(row[f"sure_of_years_{word}"] >> bit & 1), bool(row[f"possible_of_years_{word}"] >> bit & 1))
        for word, bit in at
    ]


def test_an_engagement_counts_for_each_of_the_years_whose_demand_it_meets_however_short() -> None:
    numbers = (3, 1, 4)
    asked = asked_for(
        years=(
            *(years(least, rooms(5), activities=None) for least in numbers),
            years(1, sites(2), activities=None),
            years(1, rooms(5), activities=None, within_years=5),
            years(1, rooms(5), activities=("proposing",)),
        )
    )
    day, late = {"until": date(2020, 4, 1)}, {"until": date(2021, 4, 2)}
    rows = (
        {"person": 0, "size_computer_rooms": 5, "size_network_sites": 1, **day},
        {"person": 1, "size_computer_rooms": 4, "size_network_sites": 2, **day},
        {"person": 2, "size_computer_rooms": 5, **late},
        {"person": 3, "size_network_sites": 2, **late},
    )
    assert [_of_years(row, asked) for row in _come_to(asked, *rows)] == [
        [YES, YES, YES, NO, NO, NO],
        [NO, NO, NO, YES, NO, NO],
        [YES, YES, YES, PERHAPS, YES, NO],
        [PERHAPS, PERHAPS, PERHAPS, YES, PERHAPS, NO],
    ]


def test_years_that_fill_a_word_go_on_in_the_next() -> None:
    asked = asked_for(years=tuple(years(1, rooms(least), activities=None) for least in range(1, BITS + 3)))
    rows = [{"person": n, "size_computer_rooms": size} for n, size in enumerate((1, BITS, BITS + 1, BITS + 2))]
    found = [_of_years(row, asked) for row in _come_to(asked, *rows)]
    assert [held.count(YES) for held in found] == [1, BITS, BITS + 1, BITS + 2]
    assert [held.index(NO) for held in found[:-1]] == [1, BITS, BITS + 1]


def test_where_no_years_are_asked_for_no_engagement_says_of_years() -> None:
    (row,) = _come_to(asked_for((ANY, rooms(5))), {"size_computer_rooms": 5})
    assert [name for name in row if "of_years" in name] == []


def test_demands_that_fill_a_word_go_on_in_the_next() -> None:
    demands: list[Demand] = [(ANY, Either(of=(rooms(least), sites(least)))) for least in range(1, BITS + 3)]
    asked = asked_for(*demands, years=(years(1, rooms(1), activities=None),))
    assert asked.demands.planes == ((0, 1), (2, 3))
    sizes = ((BITS, 0), (BITS + 1, BITS - 1), (0, BITS + 2), (BITS, None))
    rows = [
        {"person": n, "size_computer_rooms": some, "size_network_sites": other} for n, (some, other) in enumerate(sizes)
    ]
    found = [_held(row, asked, *demands) for row in _come_to(asked, *rows)]
    assert [held.count(YES) for held in found] == [BITS, BITS + 1, BITS + 2, BITS]
    assert [held.count(PERHAPS) for held in found] == [0, 0, 0, 2]


def test_each_likeness_is_worked_out_once() -> None:
    asked = asked_for((ANY, rooms(3)), (ANY, rooms(5)))
    look_ups = _look_ups(asked)
    rows = [{"person": n, "size_computer_rooms": 3 + n % 4} for n in range(40)]
    served = engagements_served(_engagements(*rows), look_ups, on=ON)
    assert len(told(served)) == 40
    assert len(told(read_alike(served, asked, lanes_for((), 9), look_ups))) == 2
