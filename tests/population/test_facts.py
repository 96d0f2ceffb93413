"""Is everything that engagements share read once, and does each block get only what it asks for?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import pytest

from kijun.criteria import Amount, Criterion, Either, Every, Mentors, Unprinted
from kijun.evidence import Engagement
from kijun.population.asked import AskedOfAll
from kijun.population.blocks import block_of
from kijun.population.demands import asked_of_engagements
from kijun.population.engines.duckdb import DuckDbEngine
from kijun.population.facts import FactClasses, read_facts
from kijun.population.load import Workforce
from tests.builders import ON, WHOLE_REGION, conditions, engagement, once, or_above, person, rooms, sites, years
from tests.population.by_hand import cell_of
from tests.population.rows import save

MEMBER: Final = or_above("member", "leader", "responsible")
ENGAGEMENTS: Final[tuple[Engagement, ...]] = (
    engagement("a", activities=("proposing",), conditions=(), customers="nationwide"),
    engagement("b"),
    engagement("c", activities=("fault-repair", "proposing"), conditions=("multi-vendor", "new-technology")),
    engagement("d", role="member", conditions=("around-the-clock",), has_all_conditions=False),
    engagement("e", outcome="failed", customers="specific-user", sizes={"computer_rooms": 5}),
)


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Workforce:
    """Write one person with all engagements; with each its own kind of work."""
    return save(tmp_path_factory.mktemp("facts") / "workforce", [person(*ENGAGEMENTS)])


@pytest.fixture
def engine(saved: Workforce) -> Iterator[DuckDbEngine]:
    """Open the engine on them."""
    opened = DuckDbEngine(saved)
    yield opened
    opened.close()


def _asked(*of_blocks: tuple[Criterion, ...]) -> AskedOfAll:
    blocks = [
        block_of(f"block_{number}", {f"b{number}/c{place}": cell_of(complexity=each) for place, each in enumerate(of)})
        for number, of in enumerate(of_blocks)
    ]
    engagements = tuple(map(asked_of_engagements, blocks))
    return AskedOfAll(blocks=tuple(blocks), engagements=engagements, leaves=())


def _read(engine: DuckDbEngine, saved: Workforce, asked: AskedOfAll) -> FactClasses:
    return read_facts(engine, saved.manifest, asked, on=ON)


def _rows(table: Any) -> list[dict[str, int]]:
    found: list[dict[str, int]] = table.to_pyarrow().to_pylist()
    return found


def _classes(shared: FactClasses, key: str) -> dict[int, int]:
    return {row[key]: row[f"{key}_class"] for row in _rows(shared.facts.classes[key])}


def test_kinds_of_work_that_the_clauses_of_all_blocks_count_alike_are_one_class(
    engine: DuckDbEngine, saved: Workforce
) -> None:
    one = _read(engine, saved, _asked((once(rooms(1)),)))
    both = _read(engine, saved, _asked((once(rooms(1)),), (once(rooms(1), role=MEMBER),)))
    assert sorted(_classes(one, "work").values()) == [0, 0]
    assert sorted(_classes(both, "work").values()) == [0, 0, 1]


def test_what_no_question_tells_apart_is_one_class(engine: DuckDbEngine, saved: Workforce) -> None:
    shared = _read(engine, saved, _asked((once(conditions(1)), once(WHOLE_REGION))))
    sets, contexts = (_classes(shared, key) for key in ("condition_set", "context"))
    assert (len(sets), sorted(set(sets.values()))) == (5, [0, 1, 2])
    assert sorted(contexts.values()) == [0, 1, 2]


def test_only_what_some_block_asks_for_is_read_and_work_always(engine: DuckDbEngine, saved: Workforce) -> None:
    of_sizes, of_both = _asked((once(rooms(1)),)), _asked((once(rooms(1)),), (once(WHOLE_REGION),))
    assert list(_read(engine, saved, of_sizes).facts.classes) == ["work"]
    assert list(_read(engine, saved, of_both).facts.classes) == ["work", "context"]


def test_a_block_looks_up_only_what_its_ways_ask_for_and_its_work(engine: DuckDbEngine, saved: Workforce) -> None:
    of_blocks = (once(rooms(1)),), (once(WHOLE_REGION),), (once(Every(of=(conditions(), sites(1)))),), (Mentors(),)
    asked = _asked(*of_blocks)
    shared = _read(engine, saved, asked)
    found = [list(shared.look_ups(engine, each.demands).tables) for each in asked.engagements]
    assert found == [["work", "size_0"], ["work", "context"], ["work", "condition_set", "size_0"], ["work"]]
    of_sizes = shared.look_ups(engine, asked.engagements[0].demands).tables["size_0"]
    assert of_sizes.columns == ("size_0", "size_0_sure_0", "size_0_possible_0")


def test_the_kinds_of_work_of_a_block_are_those_that_its_own_clauses_count(
    engine: DuckDbEngine, saved: Workforce
) -> None:
    asked = _asked((once(rooms(1)),), (once(rooms(1), role=MEMBER),), (once(rooms(1), activities=("concluding",)),))
    shared = _read(engine, saved, asked)
    gates = [_rows(shared.look_ups(engine, each.demands).tables["work"]) for each in asked.engagements]
    leaders, everybody = 0, 1
    assert gates == [
        [{"work": leaders, "gate_0": 1}],
        [{"work": leaders, "gate_0": 1}, {"work": everybody, "gate_0": 1}],
        [],
    ]


def test_a_way_that_nobody_can_be_sure_of_is_left_out_of_what_surely_stands(
    engine: DuckDbEngine, saved: Workforce
) -> None:
    nowhere = Unprinted(cell="house/a/b/3")
    nobodys = Amount(measure="measure_of_nobody", at_least=1)
    traits = (rooms(1), Either(of=(nobodys, rooms(2))), Either(of=(rooms(3), Every(of=(sites(1), nowhere)))))
    asked = _asked(tuple(once(each) for each in traits))
    most = _read(engine, saved, asked).look_ups(engine, asked.engagements[0].demands).most
    assert most == {"sure": {0: 0b101, 1: 0b010}, "possible": {0: 0b111, 1: 0b110}}


def test_each_number_of_a_likeness_has_just_the_bits_that_it_needs(engine: DuckDbEngine, saved: Workforce) -> None:
    shared = _read(
        engine,
        saved,
        _asked(
            (once(rooms(3)), once(rooms(5), within_years=5), once(WHOLE_REGION)),
            (years(3, rooms(3)), years(2, rooms(3)), years(4, rooms(3), role=MEMBER, within_years=5)),
        ),
    )
    (widths,) = shared.facts.likeness.columns
    assert widths == {"work": 1, "context": 2, "size_0": 2, "windows": 1, "length_0": 2, "length_1": 1}
    one = _read(engine, saved, _asked((once(rooms(1)),)))
    assert one.facts.likeness.columns == ({"work": 0, "size_0": 2, "windows": 0},)


def test_where_nothing_is_asked_of_engagements_no_work_counts(engine: DuckDbEngine, saved: Workforce) -> None:
    for asked in (_asked((Mentors(),)), _asked(())):
        shared = _read(engine, saved, asked)
        assert (_classes(shared, "work"), shared.facts.sizes, shared.facts.windows) == ({}, [], ())
        assert sum(width for column in shared.facts.likeness.columns for width in column.values()) == 0
