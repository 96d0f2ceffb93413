"""Has everything that the cells of a block ask a place of its own, and which cells stand together?"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kijun.criteria import AllOf, AnyOf, Criterion, Mentors, Passed, Years
from kijun.framework.policy import choose
from kijun.framework.resolve import ResolvedCell, ResolvedEdition, resolve_edition
from kijun.population.blocks import CELL, CELLS, EXAMINATION, Block, block_of, blocks_of, criteria_of
from kijun.population.places import ALL_ONES, BITS
from kijun.population.questions import ONE, Question, questions_of, shape_of
from tests.builders import V3_2008, V3_2011, cell, clause, edition, once, rooms, sites, times, years
from tests.population.by_hand import EACH_KIND, block_asking, cell_of, cells_drawn, edition_of

PASSED: Final = tuple(Passed(any_of=(f"X{number}",), within_years=None) for number in range(99))
DEMAND: Final = (clause(), rooms(1))


def _resolved(identity: str) -> ResolvedEdition:
    printed = edition(identity)
    return resolve_edition(printed, choose(printed.points, {}))


def _many(how_many: int, *, asking: Criterion = PASSED[0]) -> dict[str, ResolvedCell]:
    return {str(level): cell_of(complexity=asking) for level in range(how_many)}


def _asked_of(block: Block, part: str, place: int, criterion: Criterion) -> list[Question]:
    """Return what the planes that are read for a part ask of a cell, in the order in which its shape takes them."""
    if part not in block.shapes:
        planes: tuple[int, ...] = (block.results[part],)
    else:
        cells, planes = block.shapes[part][shape_of(criterion)]
        assert cells >> place & 1
    return [block.asked[plane][place] for plane in planes]


@settings(max_examples=40)
@given(cells_drawn())
def test_every_question_of_every_criterion_stands_where_its_part_is_read(cells: Mapping[str, ResolvedCell]) -> None:
    block = block_of("block_0", cells)
    assert block.cells == tuple(cells)
    for place, each in enumerate(cells.values()):
        for part, criterion in criteria_of(each).items():
            assert _asked_of(block, part, place, criterion) == questions_of(criterion)


@settings(max_examples=40)
@given(cells_drawn())
def test_no_two_things_share_a_bit_and_no_bit_is_beyond_the_word(cells: Mapping[str, ResolvedCell]) -> None:
    block = block_of("block_0", cells)
    planes = {*block.asked, *block.results.values()}
    assert planes == set(range(len(planes)))
    bits = [block.bit(plane, place) for plane in planes for place in range(len(cells))]
    assert len(set(bits)) == len(bits)
    assert all(0 <= bit < BITS and word < block.words for word, bit in bits)
    assert {word for word, _ in bits} == set(range(block.words))
    asked = [(word, 1 << bit) for each in block.masks().values() for word, bits in each.items() for bit in _in(bits)]
    assert len(set(asked)) == len(asked) == sum(len(of) for of in block.asked.values())


def _in(bits: int) -> list[int]:
    return [bit for bit in range(BITS) if bits >> bit & 1]


@settings(max_examples=40)
@given(cells_drawn())
def test_each_cell_and_each_part_of_it_has_its_verdict_at_a_bit_that_is_told(cells: Mapping[str, ResolvedCell]) -> None:
    block = block_of("block_0", cells)
    verdicts = dict(block.verdicts())
    assert {(path, part) for path, each in cells.items() for part in (CELL, *criteria_of(each))} <= set(verdicts)
    assert len(set(verdicts.values())) == len(verdicts)
    told: dict[int, int] = {}
    for word, bit in verdicts.values():
        told[word] = told.get(word, 0) | (1 << bit)
    assert told == block.told
    assert all(0 < mask <= ALL_ONES for mask in told.values())


@settings(max_examples=40)
@given(cells_drawn())
def test_a_part_decides_for_the_cells_of_which_it_is_said_and_an_examination_satisfies_those_that_say_so(
    cells: Mapping[str, ResolvedCell],
) -> None:
    block = block_of("block_0", cells)
    parts = dict.fromkeys(part for each in cells.values() for part in each.parts)
    assert EXAMINATION not in block.deciding
    assert {part: _in(bits) for part, bits in block.deciding.items()} == {
        part: [place for place, each in enumerate(cells.values()) if part in each.deciding] for part in parts
    }
    assert _in(block.satisfied_by_examination) == [
        place
        for place, each in enumerate(cells.values())
        if each.examination is not None and each.does_examination_satisfy
    ]


@settings(max_examples=40)
@given(cells_drawn())
def test_what_engagements_answer_stands_in_the_lowest_planes(cells: Mapping[str, ResolvedCell]) -> None:
    block = block_of("block_0", cells)
    of_engagements = [
        plane for plane, of in block.asked.items() if any(isinstance(each, tuple | Years) for each in of.values())
    ]
    assert sorted(of_engagements) == list(range(len(of_engagements)))


@pytest.mark.parametrize("how_many", [1, 7, CELLS])
@pytest.mark.parametrize("parts", [1, BITS, 90])
def test_many_parts_take_as_few_words_as_their_planes_need(how_many: int, parts: int) -> None:
    made = cell_of(**{f"part_{number}": PASSED[number] for number in range(parts)})
    block = block_of("block_0", {f"c{number}": made for number in range(how_many)})
    assert block.words == -(-(parts + 1) // (BITS // how_many))
    assert len({place for _, place in block.verdicts()}) == how_many * (parts + 1)


def test_a_question_that_two_cells_ask_has_a_bit_for_each() -> None:
    block = block_asking(once(rooms(1)), once(sites(1)), times((5, rooms(1))))
    assert block.masks() == {DEMAND: {0: 0b101}, (clause(), sites(1)): {0: 0b010}}


def test_a_question_that_a_cell_asks_twice_has_a_bit_each_time() -> None:
    twice = AnyOf(of=(once(rooms(1)), AllOf(of=(once(rooms(1)), Mentors()))))
    block = block_of("block_0", {"c0": cell_of(complexity=twice, size=once(rooms(1)))})
    assert [bits.bit_count() for bits in block.masks()[DEMAND].values()] == [3]


def test_an_answer_that_is_the_whole_part_is_its_verdict_too() -> None:
    alone, several = block_asking(PASSED[0], Mentors()), block_asking(PASSED[0], AnyOf(of=(PASSED[0], Mentors())))
    assert (alone.results["complexity"] in alone.asked, alone.shapes) == (True, {})
    assert several.results["complexity"] not in several.asked
    assert several.shapes["complexity"].keys() == {ONE, shape_of(AnyOf(of=(PASSED[0], Mentors())))}
    assert {cells for cells, _ in several.shapes["complexity"].values()} == {0b01, 0b10}


def test_a_cell_that_asks_nothing_has_a_verdict_all_the_same() -> None:
    assert dict(block_of("block_0", {"c0": cell_of()}).verdicts()) == {("c0", CELL): (0, 0)}
    assert block_of("block_0", {"c0": cell_of()}).words == 1
    assert dict(block_asking(AllOf(of=())).verdicts()).keys() == {("c0", CELL), ("c0", "complexity")}


def test_the_minimum_by_examination_is_asked_beside_the_parts() -> None:
    found = criteria_of(cell("customer-service/hardware/3"))
    assert (list(found)[-1], EXAMINATION in criteria_of(cell("customer-service/hardware/5"))) == (EXAMINATION, False)


_FIELDS = st.lists(st.sampled_from((1, 5, 7, CELLS - 1, CELLS)) | st.integers(1, CELLS), min_size=1, max_size=12)


@given(_FIELDS)
def test_the_cells_of_a_field_stay_in_one_block(fields: list[int]) -> None:
    resolved = edition_of(**{f"field_{number}": _many(how_many) for number, how_many in enumerate(fields)})
    blocks = blocks_of([resolved])
    assert [path for block in blocks for path in block.cells] == list(resolved.cells)
    assert all(len(block.cells) <= CELLS for block in blocks)
    of_field = [
        {block.name for block in blocks for path in block.cells if path.startswith(f"{field}/")}
        for field in _names(fields)
    ]
    assert all(len(names) == 1 for names in of_field)
    begun = [sum(fields[: place + 1]) for place in range(len(fields))]
    assert {sum(len(each.cells) for each in blocks[: number + 1]) for number in range(len(blocks))} <= set(begun)
    together = [len(one.cells) + fields[_first(two, fields)] for one, two in pairwise(blocks)]
    assert all(each > CELLS for each in together), "a field that had room in the block before"


def _names(fields: list[int]) -> list[str]:
    return [f"field_{number}" for number in range(len(fields))]


def _first(block: Block, fields: list[int]) -> int:
    return _names(fields).index(block.cells[0].partition("/")[0])


@pytest.mark.parametrize("how_many", [CELLS + 1, 2 * CELLS, 2 * CELLS + 1])
def test_a_field_of_more_cells_than_there_is_room_for_is_divided(how_many: int) -> None:
    resolved = edition_of(small=_many(3), large=_many(how_many), last=_many(2))
    blocks = blocks_of([resolved])
    assert [path for block in blocks for path in block.cells] == list(resolved.cells)
    assert [len(block.cells) for block in blocks][:2] == [3, CELLS]
    assert all(len(block.cells) <= CELLS for block in blocks)
    assert len({block.name for block in blocks}) == len(blocks)


def test_cells_that_count_any_work_come_last_so_that_few_people_are_in_most_blocks() -> None:
    anything = once(rooms(1), fields=None, activities=None)
    in_years = years(3, rooms(1), fields=None, activities=None)
    resolved = edition_of(
        first=_many(2, asking=once(rooms(1))),
        any_work=_many(2, asking=AnyOf(of=(Mentors(), anything))) | {"9": cell_of(complexity=PASSED[0])},
        second=_many(2, asking=once(rooms(1), fields=frozenset({"a"}), activities=None)),
        any_years=_many(1, asking=in_years),
        third=_many(2, asking=PASSED[0]),
    )
    (block,) = blocks_of([resolved])
    fields = list(dict.fromkeys(path.partition("/")[0] for path in block.cells))
    assert fields == ["first", "second", "third", "any_work", "any_years"]


def test_an_edition_without_cells_has_no_block() -> None:
    assert blocks_of([]) == blocks_of([edition_of()]) == ()


@pytest.mark.parametrize("identity", [V3_2011, V3_2008])
def test_every_cell_of_a_shipped_edition_stands_in_one_block_with_the_rest_of_its_field(identity: str) -> None:
    resolved = _resolved(identity)
    blocks = blocks_of([resolved])
    assert sorted(path for block in blocks for path in block.cells) == sorted(resolved.cells)
    fields = [{path.rpartition("/")[0] for path in block.cells} for block in blocks]
    assert sum(map(len, fields)) == len(set().union(*fields))
    assert all(len(block.cells) <= CELLS for block in blocks)
    asked = {question for block in blocks for question in block.masks()}
    assert asked == {
        question
        for each in resolved.cells.values()
        for criterion in criteria_of(each).values()
        for question in questions_of(criterion)
    }


def test_editions_stand_side_by_side() -> None:
    one, two = _resolved(V3_2011), _resolved(V3_2008)
    both = blocks_of([one, two])
    assert sorted(path for block in both for path in block.cells) == sorted([*one.cells, *two.cells])
    assert len(both) <= len(blocks_of([one])) + len(blocks_of([two]))


def test_every_kind_of_criterion_has_room_in_a_full_block() -> None:
    block = block_asking(*EACH_KIND, *EACH_KIND[: CELLS - len(EACH_KIND)])
    assert len(block.cells) == CELLS
    assert block.masks().keys() == {question for each in EACH_KIND for question in questions_of(each)}
