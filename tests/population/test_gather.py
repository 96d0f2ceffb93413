"""Does everything that was gathered of a person stand in one row?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, TypeVar

import pytest

from kijun.catalogue.installed import shipped_editions
from kijun.criteria import Areas, Criterion, Kinds, Mentors, Passed, Rated, Years
from kijun.evidence import Person
from kijun.framework.policy import choose
from kijun.framework.resolve import ResolvedEdition, resolve_edition
from kijun.population.asked import AskedOfAll, asked_of_all
from kijun.population.blocks import CELLS, block_of
from kijun.population.both import HOW
from kijun.population.demands import asked_of_engagements
from kijun.population.engines.duckdb import DuckDbEngine
from kijun.population.gather import Gatherer, gatherer
from kijun.population.load import Workforce
from kijun.population.side_by_side import SideBySide
from tests.builders import ON, V3_2011, edition, engagement, once, person, rooms, times, years
from tests.people import HARDWARE, hardware_five
from tests.population.a_workforce import named, workforce
from tests.population.by_hand import cell_of
from tests.population.rows import save

_Found = TypeVar("_Found")
OF_PEOPLE: Final = {"person", "employee", "name", "reading", "team"}
EVERYTHING: Final = {"proficiency.decides": "all-items", "circumstances.examined": "confirmed"}


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Workforce:
    """Write the handful of people."""
    return save(tmp_path_factory.mktemp("gather") / "workforce", workforce())


def _edition(policy: dict[str, str] | None = None) -> ResolvedEdition:
    """Return an edition of the cells of one field."""
    printed = edition(V3_2011)
    whole = resolve_edition(printed, choose(printed.points, policy or {}))
    return replace(
        whole, cells={path: each for path, each in whole.cells.items() if path.startswith(f"{V3_2011}/{HARDWARE}/")}
    )


def _asked(policy: dict[str, str] | None = None) -> AskedOfAll:
    return asked_of_all([_edition(policy)])


def _asking(*of_blocks: tuple[Criterion, ...]) -> AskedOfAll:
    """Return what the cells of some blocks ask, each cell one criterion as its complexity."""
    blocks = tuple(
        block_of(f"block_{number}", {f"b{number}/c{place}": cell_of(complexity=each) for place, each in enumerate(of)})
        for number, of in enumerate(of_blocks)
    )
    leaves = dict.fromkeys(
        each for block in blocks for each in block.masks() if isinstance(each, Areas | Kinds | Mentors | Passed)
    )
    return AskedOfAll(blocks=blocks, engagements=tuple(map(asked_of_engagements, blocks)), leaves=tuple(leaves))


def _gather(saved: Workforce, asked: AskedOfAll, read: Callable[[Gatherer], _Found]) -> _Found:
    engine = DuckDbEngine(saved)
    try:
        return read(gatherer(engine, saved.manifest, asked, on=ON))
    finally:
        engine.close()


def _told(gathers: Gatherer) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = gathers.row().to_pyarrow().to_pylist()
    return sorted(found, key=lambda row: int(row["person"]))


def _rows(saved: Workforce, asked: AskedOfAll) -> list[dict[str, Any]]:
    return _gather(saved, asked, _told)


def _gathered(row: dict[str, Any]) -> dict[str, Any]:
    """Return what a row holds beside what the table of people does."""
    return {name: value for name, value in row.items() if name not in OF_PEOPLE and not name.startswith("all_")}


@pytest.mark.parametrize("policy", [{}, EVERYTHING])
def test_everybody_has_one_row_in_which_nothing_gathered_is_empty(saved: Workforce, policy: dict[str, str]) -> None:
    rows = _rows(saved, _asked(policy))
    assert [row["employee"] for row in rows] == [f"E-{number}" for number in range(1, 8)]
    may_be_empty = {"reading", "team"}
    assert [name for row in rows for name, value in row.items() if value is None and name not in may_be_empty] == []


def test_whoever_has_nothing_on_record_has_no_bit_and_no_count(saved: Workforce) -> None:
    *_, nobody = _rows(saved, _asked(EVERYTHING))
    assert set(_gathered(nobody).values()) == {0}
    assert all(nobody[f"all_{name}"] for name in ("engagements", "ratings"))


def _expected(gathers: Gatherer) -> set[str]:
    """Return the names of everything that the blocks and the other lists have."""
    layout = gathers.layout
    names = set(layout.held.names) | {name for column in layout.held.columns for name in column}
    for block, asked, lanes in zip(layout.asked.blocks, layout.asked.engagements, layout.lanes, strict=True):
        for how in HOW:
            names |= {f"{block.name}_{how}_{word}" for word in asked.words}
            names |= {f"{block.name}_{how}_projects_{word}" for word in range(lanes.words)}
            names |= {f"{how}_years_{block.name}_{word}" for mask in asked.alone.values() for word in mask}
    return names | {f"items_{word}" for word in range(layout.counts.words) if layout.asked.of(Rated)}


@pytest.mark.parametrize("policy", [{}, EVERYTHING])
def test_a_row_has_everything_of_every_block_and_nothing_else(saved: Workforce, policy: dict[str, str]) -> None:
    asked = asked_of_all([resolve_edition(each, choose(each.points, policy)) for each in shipped_editions()])
    assert len(asked.blocks) > 1
    assert all(len(block.cells) <= CELLS for block in asked.blocks)
    row, *_ = _rows(saved, asked)
    assert _gathered(row).keys() == _gather(saved, asked, _expected)
    assert {"sure_years_block_0_0", "kind_0", "mentors", "held_0"} <= row.keys()
    assert ("items_0" in row, "confirmed_0" in row) == (bool(policy), bool(policy))


def test_each_block_has_words_of_its_own(saved: Workforce) -> None:
    few, many = (once(rooms(least), activities=("facility-design",)) for least in (3, 99))
    twice = times((5, few.trait), (5, few.trait), activities=few.clause.activities)
    asked = _asking((few, many), (many, few), (Mentors(),), (twice,))
    facility = _rows(saved, asked)[4]
    assert {name: value for name, value in _gathered(facility).items() if "_sure_" in name} == {
        "block_0_sure_0": 0b01,
        "block_1_sure_0": 0b10,
        "block_3_sure_projects_0": 3,
    }


def test_what_no_work_of_anybody_counts_for_leaves_its_words_empty(saved: Workforce) -> None:
    nobodys = once(rooms(1), activities=("nobody-does-it",)), years(1, activities=("nobody-does-it",))
    for asked in (_asking(nobodys), _asking((years(1),), nobodys)):
        name = asked.blocks[-1].name
        for row in _rows(saved, asked):
            own = {each: value for each, value in _gathered(row).items() if name in each}
            assert own == {f"{how}_0": 0 for how in (f"{name}_sure", f"{name}_possible")} | {
                f"{how}_years_{name}_0": 0 for how in HOW
            }


def test_where_nothing_is_asked_nothing_is_gathered(saved: Workforce) -> None:
    for asked in (_asking(), _asking(()), asked_of_all([]), asked_of_all([replace(_edition(), cells={})])):
        rows = _rows(saved, asked)
        assert len(rows) == 7
        assert _gathered(rows[0]) == {}


def test_cells_without_any_part_have_a_row_of_nothing(saved: Workforce) -> None:
    cells = {path: replace(each, parts={}, deciding=(), examination=None) for path, each in _edition().cells.items()}
    asked = asked_of_all([replace(_edition(), cells=cells)])
    assert len(asked.blocks) == 1
    assert _gathered(_rows(saved, asked)[0]) == {}


def test_of_one_list_that_is_asked_nothing_else_is_gathered(saved: Workforce) -> None:
    rows = _rows(saved, _asking((Mentors(), Mentors())))
    assert [_gathered(row) for row in rows] == [{"held_0": held, "mentors": held} for held in (1, 0, 1, 0, 1, 1, 0)]


_YEARS: Final = (years(3), years(4), years(1, within_years=5))


def _served_until(*ends: str) -> list[Person]:
    """Return people who are told apart by the last day that they served."""
    return [
        named(hardware_five(engagement(end=end, customers="whole-industry")), f"E-{n}", "佐藤 花子", None)
        for n, end in enumerate(ends)
    ]


_TOLD_BY_THE_END: Final = {
    "2021-04-01": (0b000, 0b000),
    "2022-04-01": (0b000, 0b100),
    "2023-03-30": (0b100, 0b000),
    "2023-03-31": (0b100, 0b001),
    "2023-04-02": (0b100, 0b001),
    "2023-04-03": (0b101, 0b000),
    "2024-03-31": (0b101, 0b010),
    "2024-04-03": (0b111, 0b000),
}
"""Which of the years one engagement is long enough for alone, and which are served by merging what is close."""


def test_years_served_stand_in_the_row_alone_or_together(tmp_path: Path) -> None:
    rows = _rows(save(tmp_path / "served", _served_until(*_TOLD_BY_THE_END)), _asking(_YEARS))
    found = [(row["block_0_sure_0"], row["sure_years_block_0_0"]) for row in rows]
    assert found == list(_TOLD_BY_THE_END.values())


def test_the_same_years_that_several_blocks_ask_for_stand_in_the_words_of_each(tmp_path: Path) -> None:
    first, second, third = _YEARS
    asked = _asking((first, Mentors(), second, first), (once(rooms(1)), third, first), (Mentors(),), (third,))
    assert asked.years == _YEARS
    rows = _rows(save(tmp_path / "served", _served_until(*_TOLD_BY_THE_END)), asked)
    alone, together = ([_answers(asked, row, name) for row in rows] for name in ("{}_sure_{}", "sure_years_{}_{}"))
    assert alone == [_as_asked(alone) for alone, _ in _TOLD_BY_THE_END.values()]
    assert together == [_as_asked(together) for _, together in _TOLD_BY_THE_END.values()]


def _as_asked(bits: int) -> list[bool]:
    """Return the bits of the years in the order in which the blocks ask for them: two of the cells of the first ask the same."""
    return [bool(bits >> number & 1) for number in (0, 1, 0, 2, 0, 2)]


def _answers(asked: AskedOfAll, row: dict[str, Any], name: str) -> list[bool]:
    """Return whether a row has the years that the cells ask for, block by block and cell by cell."""
    found = []
    for block in asked.blocks:
        for plane, of in block.asked.items():
            for cell in sorted(cell for cell, question in of.items() if isinstance(question, Years)):
                word, bit = block.bit(plane, cell)
                found.append(bool(row[name.format(block.name, word)] >> bit & 1))
    return found


def test_a_likeness_that_takes_a_column_for_each_number_gathers_the_same(tmp_path: Path) -> None:
    asked = _asking(_YEARS, tuple(once(rooms(least)) for least in (1, 3)))
    saved = save(tmp_path / "served", _served_until("2021-04-01", "2022-04-02", "2023-03-31", "2024-04-03"))

    def spread(gathers: Gatherer) -> list[dict[str, Any]]:
        facts = gathers.shared.facts
        (numbers,) = facts.likeness.columns
        assert len(numbers) > 1
        wide = SideBySide(name="likeness", columns=tuple({name: width} for name, width in numbers.items()))
        return _told(replace(gathers, shared=replace(gathers.shared, facts=replace(facts, likeness=wide))))

    rows = _rows(saved, asked)
    assert len({(row["block_0_sure_0"], row["sure_years_block_0_0"]) for row in rows}) == len(rows)
    assert _gather(saved, asked, spread) == rows


def test_what_one_person_has_stands_in_no_other_one_s_row(tmp_path: Path) -> None:
    alone = save(tmp_path / "alone", [named(hardware_five(), "E-1", "佐藤 花子", None)])
    among = save(tmp_path / "among", [person(), *(named(hardware_five(), f"E-{n}", "佐藤 花子", None) for n in (2, 3))])
    (one,), (nobody, *others) = _rows(alone, _asked()), _rows(among, _asked())
    for other in others:
        assert {**other, "person": 0, "employee": "E-1"} == one
    assert nobody["block_0_sure_0"] == 0 < one["block_0_sure_0"]
