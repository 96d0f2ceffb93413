"""What do the facts on the row of a person come to: criteria, cells, and the level of each field?"""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import Any, Final

import pyarrow as pa
import pytest

from kijun.criteria import AllOf, AnyOf, Areas, Confirmed, Criterion, Kinds, Mentors, Passed
from kijun.framework.policy import choose
from kijun.framework.resolve import ResolvedEdition, resolve_edition
from kijun.population.both import Both
from kijun.population.cells import EXAMINATION, Gathered, Reader, criteria_of, field_levels, read_cell
from kijun.population.holdings import area_bits, examination_bits, kind_bits
from kijun.population.lanes import lanes_for
from kijun.population.places import Places
from kijun.population.proficiency import counts_for
from kijun.verdict import MET, NOT_MET, UNKNOWN, Verdict, all_of, any_of, between
from tests.builders import V3_2011, cell, edition, once, or_above, rooms, sites, times
from tests.population.by_hand import asked_for, bits_for, stored, told

LISTS: Final = ("engagements", "expertise", "contributions", "mentoring", "qualifications", "ratings")
HARDWARE: Final = f"{V3_2011}/customer-service/hardware"


def _row(**columns: Any) -> Any:
    """Return the row of a person all of whose lists are complete, unless it is said otherwise."""
    flags: dict[str, Any] = {f"all_{name}": True for name in LISTS} | columns
    return stored(pa.table({name: [value] for name, value in flags.items()}))


def _gathered(**asked: Any) -> Gathered:
    asked_of = asked_for(asked.pop("bits", bits_for()), **asked)
    confirmed: Places[Confirmed] = Places()
    for each in asked_of.confirmed:
        confirmed.place(each)
    return Gathered(
        asked=asked_of,
        lanes=lanes_for(asked_of.projects, asked_of.bits, 9),
        areas=area_bits(asked_of.areas),
        kinds=kind_bits(asked_of.kinds),
        examinations=examination_bits(asked_of.passed),
        confirmed=confirmed,
        counts=counts_for(asked_of.rated),
    )


def _verdict(leaf: Criterion, gathered: Gathered, **columns: Any) -> Verdict:
    row = _row(**columns)
    both = Reader(row, gathered).read(leaf)
    (found,) = told(row.select(sure=both.sure, possible=both.possible))
    return between(found["sure"], found["possible"])


@pytest.mark.parametrize(
    ("word", "is_complete", "verdict"),
    [(0b111, True, MET), (0b101, True, NOT_MET), (0b101, False, UNKNOWN), (0b111, False, MET), (0, False, UNKNOWN)],
)
def test_a_list_that_is_not_complete_leaves_open_what_it_does_not_hold(
    word: int, is_complete: bool, verdict: Verdict
) -> None:
    kinds = Kinds(at_least=3, of=("book", "patent", "community"), subject="hardware", within_years=None)
    gathered = _gathered(kinds=(kinds,))
    assert _verdict(kinds, gathered, kind_0=word, all_contributions=is_complete) is verdict


@pytest.mark.parametrize(("is_complete", "verdict"), [(True, NOT_MET), (False, UNKNOWN)])
def test_each_criterion_is_left_open_by_its_own_list(is_complete: bool, verdict: Verdict) -> None:
    passed = Passed(any_of=("AP",), within_years=None)
    assert _verdict(Mentors(), _gathered(), mentors=False, all_mentoring=is_complete) is verdict
    gathered = _gathered(passed=(passed,))
    assert _verdict(passed, gathered, examination_0=0, all_qualifications=is_complete) is verdict
    areas = Areas(at_least=2, of=("a", "b"), degree=or_above("guides-others"), reach=None)
    words = {"sure_areas_0": 0b01, "possible_areas_0": 0b01}
    assert _verdict(areas, _gathered(areas=(areas,)), **words, all_expertise=is_complete) is verdict


def test_an_engagement_that_perhaps_counts_makes_it_unknown() -> None:
    asked = once(rooms(5))
    bits = bits_for((asked.clause, frozenset({("computer_rooms", rooms(5))})))
    gathered = _gathered(bits=bits)
    said = [_verdict(asked, gathered, sure_0=sure, possible_0=possible) for sure, possible in ((1, 1), (0, 1), (0, 0))]
    assert said == [MET, UNKNOWN, NOT_MET]
    assert _verdict(asked, gathered, sure_0=0, possible_0=0, all_engagements=False) is UNKNOWN


def test_times_that_ask_for_one_project_each_are_read_from_the_bits() -> None:
    asked = times((5, sites(2)))
    bits = bits_for((asked.slots[0].clause, frozenset({("network_sites", sites(2))})))
    assert _verdict(asked, _gathered(bits=bits), sure_0=0, possible_0=1) is UNKNOWN


@pytest.mark.parametrize(("confirmed", "refused", "verdict"), [(1, 0, MET), (0, 1, NOT_MET), (0, 0, UNKNOWN)])
def test_what_nobody_confirmed_or_refused_is_unknown(confirmed: int, refused: int, verdict: Verdict) -> None:
    asked = Confirmed(cell="house/a/b/3", circumstances=())
    assert _verdict(asked, _gathered(confirmed=(asked,)), confirmed_0=confirmed, refused_0=refused) is verdict


def _leaves(criterion: Criterion) -> list[Criterion]:
    return (
        [leaf for each in criterion.of for leaf in _leaves(each)]
        if isinstance(criterion, AllOf | AnyOf)
        else [criterion]
    )


def _put_together(criterion: Criterion, said: dict[Criterion, Verdict]) -> Verdict:
    match criterion:
        case AllOf(of=of):
            return all_of(_put_together(each, said) for each in of)
        case AnyOf(of=of):
            return any_of(_put_together(each, said) for each in of)
        case _:
            return said[criterion]


@pytest.mark.parametrize("effect", ["separate", "satisfies"])
def test_a_cell_is_met_where_its_deciding_parts_are_or_an_examination_satisfies_it(effect: str) -> None:
    policy = {} if effect == "separate" else {"examination.effect": effect}
    judged = cell("customer-service/hardware/3", policy)
    leaves = list(dict.fromkeys(leaf for each in criteria_of(judged).values() for leaf in _leaves(each)))
    assert EXAMINATION in criteria_of(judged)
    rows = [dict.fromkeys(leaves, verdict) for verdict in Verdict]
    rows += [row | {leaf: verdict} for row in rows for leaf in leaves for verdict in Verdict]
    table = stored(
        pa.Table.from_pylist(
            [{str(n): row[leaf].value for n, leaf in enumerate(leaves)} | {"row": i} for i, row in enumerate(rows)]
        )
    )
    read = {
        leaf: Both(sure=table[str(n)] == "met", possible=table[str(n)] != "not met") for n, leaf in enumerate(leaves)
    }
    both, parts = read_cell(judged, read)
    assert set(parts) == set(criteria_of(judged).values())
    for found in told(table.select("row", sure=both.sure, possible=both.possible)):
        row = rows[found["row"]]
        expected = all_of(_put_together(judged.parts[name].criterion, row) for name in judged.deciding)
        if effect == "satisfies":
            expected = any_of([expected, _put_together(criteria_of(judged)[EXAMINATION], row)])
        assert between(found["sure"], found["possible"]) is expected


@cache
def _edition(imply: str) -> ResolvedEdition:
    printed = edition(V3_2011)
    return resolve_edition(printed, choose(printed.points, {} if imply == "no" else {"levels.imply": imply}))


def _highest(verdicts: dict[int, Verdict], wanted: set[Verdict], *, is_ladder: bool) -> int | None:
    reached = None
    for level in sorted(verdicts):
        if verdicts[level] in wanted:
            reached = level
        elif is_ladder:
            break
    return reached


@pytest.mark.parametrize("imply", ["no", "ladder"])
def test_the_highest_level_met_and_possible_of_a_field(imply: str) -> None:
    resolved = _edition(imply)
    levels = {
        each.indicator.level: path for path, each in resolved.cells.items() if each.indicator.field_path == HARDWARE
    }
    rows = [dict(zip(levels, chosen, strict=True)) for chosen in product(Verdict, repeat=len(levels))]
    table = stored(
        pa.Table.from_pylist([{str(n): row[n].value for n in levels} | {"row": i} for i, row in enumerate(rows)])
    )
    other = Both(sure=table["row"] < 0, possible=table["row"] < 0)
    paths = {path: level for level, path in levels.items()}
    verdicts = {
        path: Both(sure=table[str(paths[path])] == "met", possible=table[str(paths[path])] != "not met")
        if path in paths
        else other
        for path in resolved.cells
    }
    found = field_levels(resolved, verdicts)
    met, possible = found[HARDWARE]
    is_ladder = imply == "ladder"
    assert [(row["met"], row["possible"]) for row in told(table.select("row", met=met, possible=possible))] == [
        (_highest(row, {MET}, is_ladder=is_ladder), _highest(row, {MET, UNKNOWN}, is_ladder=is_ladder)) for row in rows
    ]
    assert str(met.type()) == "int8"


def test_a_field_without_a_cell_that_holds_has_no_level() -> None:
    table = stored(pa.table({"row": [1]}))
    nowhere = Both(sure=table["row"] < 0, possible=table["row"] < 0)
    resolved = _edition("no")
    found = field_levels(resolved, dict.fromkeys(resolved.cells, nowhere))
    fields = {each.indicator.field_path for each in resolved.cells.values()}
    assert set(found) == fields
    said = {str(n): met for n, (met, _) in enumerate(found.values())}
    assert told(table.select(**said)) == [dict.fromkeys(map(str, range(len(fields))))]
