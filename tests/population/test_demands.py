"""Does every demand stand where its answer is wanted, and do the planes of its ways, put together, say whether it is met?"""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from kijun.criteria import AllOf, Amount, Either, Mentors, Trait, Years
from kijun.framework.resolve import ResolvedCell
from kijun.population.alternatives import Alternative, alternatives
from kijun.population.blocks import CELLS, block_of
from kijun.population.demands import Demands, asked_of_engagements, demands_at
from kijun.population.places import ALL_ONES, BITS, Mask
from kijun.population.questions import Demand, Projects, demands_of
from tests.builders import clause, once, rooms, sites, times, years
from tests.population.by_hand import asked_for, cell_of, cells_drawn


def _trait(ways: int, number: int) -> Trait:
    """Return a trait that can be had in so many ways."""
    return Either(of=tuple(Amount(measure=f"measure_{way}", at_least=number) for way in range(ways)))


@st.composite
def _seated(draw: st.DrawFn) -> dict[Demand, dict[int, int]]:
    """Generate demands with one way, with two and so on, at bits of their own in a few words, the first and last among them."""
    edges = st.sampled_from((0, BITS - 1)) | st.integers(0, BITS - 1)
    bits = draw(st.lists(st.tuples(st.integers(0, 3), edges), unique=True, max_size=40))
    of = draw(st.lists(st.integers(0, 7), min_size=len(bits), max_size=len(bits)))
    seated: dict[Demand, dict[int, int]] = {}
    for (word, bit), number in zip(bits, of, strict=True):
        mask = seated.setdefault((clause(), _trait(number % 4 + 1, number)), {})
        mask[word] = mask.get(word, 0) | (1 << bit)
    return seated


def _each_bit(mask: Mask) -> list[tuple[int, int]]:
    return [(word, bit) for word, bits in mask.items() for bit in range(BITS) if bits >> bit & 1]


def _ways_at(found: Demands, word: int, bit: int) -> list[Alternative]:
    """Return the ways that stand at a bit, plane after plane."""
    return [way for plane in found.planes[word] for at, low, way in found.ways if (at, low) == (plane, bit)]


@given(_seated())
def test_at_each_bit_of_a_demand_stand_all_ways_to_meet_it_and_no_others(seated: dict[Demand, dict[int, int]]) -> None:
    found = demands_at(seated)
    at_each = [(demand, _ways_at(found, *at)) for demand, mask in seated.items() for at in _each_bit(mask)]
    assert all(ways == list(alternatives(demand[1])) for demand, ways in at_each)
    assert sum(len(ways) for _, ways in at_each) == len(found.ways)
    assert len({(word, bit) for word, bit, _ in found.ways}) == len(found.ways)


@given(_seated(), st.integers(0, BITS), st.integers(1, 9))
def test_the_planes_put_together_are_the_demands_of_which_some_way_stands(
    seated: dict[Demand, dict[int, int]], first: int, step: int
) -> None:
    found = demands_at(seated)
    standing = set(found.ways[first::step])
    together = [0] * len(found.planes)
    for word, planes in enumerate(found.planes):
        for plane, bit, _ in standing:
            together[word] |= (plane in planes) << bit
    met = {at for demand, mask in seated.items() for at in _each_bit(mask) if _stands(found, at, standing)}
    assert {(word, bit) for word, bits in enumerate(together) for bit in range(BITS) if bits >> bit & 1} == met


def _stands(found: Demands, at: tuple[int, int], standing: set[tuple[int, int, Alternative]]) -> bool:
    word, bit = at
    return any((plane, bit) == way[:2] for plane in found.planes[word] for way in standing)


@given(_seated())
def test_no_two_planes_share_a_word_of_ways_and_none_is_empty(seated: dict[Demand, dict[int, int]]) -> None:
    found = demands_at(seated)
    planes = [plane for of in found.planes for plane in of]
    assert planes == list(range(len(planes)))
    assert {word for word, _, _ in found.ways} == set(planes)


@given(_seated())
def test_a_demand_is_read_at_one_of_its_bits(seated: dict[Demand, dict[int, int]]) -> None:
    found = demands_at(seated)
    for demand, mask in seated.items():
        ((word, bit),) = _each_bit(found.mask([demand]))
        assert mask[word] >> bit & 1
    several = _each_bit(found.mask(seated))
    assert len(several) == len(seated)
    assert sorted(several) == sorted(_each_bit(found.mask([demand]))[0] for demand in seated)


def test_a_demand_is_placed_in_each_word_in_which_it_stands() -> None:
    demand = (clause(), rooms(1))
    found = demands_at({demand: {0: 0b101, 2: 1}, (clause(), sites(1)): {0: 0b010}})
    assert list(found.placed()) == [(0, 0b101, demand), (2, 1, demand), (0, 0b010, (clause(), sites(1)))]
    assert (found.planes, found.mask([demand])) == (((0,), (), (1,)), {0: 1})


def test_where_nothing_is_asked_there_is_no_word() -> None:
    found = demands_at({})
    assert (found.bits, found.planes, found.ways) == ({}, (), ())


def test_a_demand_that_two_cells_ask_stands_at_the_bits_of_both() -> None:
    found = asked_for(once(rooms(1)), once(sites(1)), times((5, rooms(1))))
    bits = found.demands.bits
    assert bits == {(clause(), rooms(1)): {0: 0b101}, (clause(), sites(1)): {0: 0b010}}
    assert (found.answers, found.words, found.years, found.projects) == ({0: 0b111}, (0,), (), ())
    assert [way[:2] for way in found.demands.ways] == [(0, 0), (0, 2), (0, 1)]


def test_cells_that_ask_nothing_of_engagements_make_no_demand() -> None:
    found = asked_for(Mentors(), AllOf(of=()))
    assert (found.demands.planes, found.answers, found.words, found.alone) == ((), {}, (), {})


def test_what_is_only_counted_takes_a_bit_that_is_free_and_has_no_answer() -> None:
    twice = times((5, sites(2)), (5, sites(2)))
    found = asked_for(once(rooms(1)), twice, once(rooms(3)))
    assert found.answers == {0: 0b101}
    assert found.demands.bits[clause(), sites(2)] == {0: 0b010}
    assert [each.at_least for each in found.projects] == [2]


def test_what_is_counted_and_asked_stands_where_it_is_asked() -> None:
    found = asked_for(times((5, sites(2)), (5, sites(2))), once(sites(2)))
    assert found.demands.bits == {(clause(), sites(2)): {0: 0b10}}
    assert (found.answers, len(found.projects)) == ({0: 0b10}, 1)


def test_the_demand_of_years_stands_at_their_bits_and_is_no_answer_there() -> None:
    found = asked_for(years(3, rooms(1)), once(sites(1)), years(3, rooms(1)))
    assert found.demands.bits == {(clause(), sites(1)): {0: 0b010}, (clause(), rooms(1)): {0: 0b101}}
    assert (found.answers, found.alone) == ({0: 0b010}, {years(3, rooms(1)): {0: 0b101}})
    assert found.words == (0,)


def test_the_demand_of_years_that_is_asked_for_itself_stands_where_it_is_asked() -> None:
    found = asked_for(years(3, rooms(1)), years(5, rooms(1)), once(rooms(1)))
    assert found.demands.bits == {(clause(), rooms(1)): {0: 0b100}}
    assert found.alone == {years(3, rooms(1)): {0: 0b001}, years(5, rooms(1)): {0: 0b010}}
    assert found.answers == {0: 0b100}


def test_years_that_differ_in_number_share_their_demand() -> None:
    found = asked_for(years(3, rooms(1)), years(5, rooms(1)))
    assert found.demands.bits == {(clause(), rooms(1)): {0: 0b01}}
    assert found.years == (years(3, rooms(1)), years(5, rooms(1)))


def test_more_demands_than_a_word_has_room_for_stand_in_the_next_ones() -> None:
    counted = [times(*((5, rooms(number)) for _ in range(2))) for number in range(1, BITS + 1)]
    found = asked_for(AllOf(of=tuple(counted)), once(sites(1)))
    at = [each for mask in found.demands.bits.values() for each in _each_bit(mask)]
    assert len(set(at)) == len(at) == BITS + 1
    assert {word for word, _ in at} == {0, 1}


def _bits(mask: Mask) -> set[tuple[int, int]]:
    return set(_each_bit(mask))


@settings(max_examples=40)
@given(cells_drawn())
def test_every_demand_of_a_block_has_bits_and_shares_none(cells: Mapping[str, ResolvedCell]) -> None:
    block = block_of("block_0", cells)
    found = asked_of_engagements(block)
    masks = block.masks()
    assert found.demands.bits.keys() == {demand for question in masks for demand in demands_of(question)}
    at = [each for mask in found.demands.bits.values() for each in _each_bit(mask)]
    assert len(set(at)) == len(at)
    assert all(0 < bits <= ALL_ONES for mask in found.demands.bits.values() for bits in mask.values())
    assert found.projects == tuple(question for question in masks if isinstance(question, Projects))
    assert found.years == tuple(question for question in masks if isinstance(question, Years))


@settings(max_examples=40)
@given(cells_drawn())
def test_answers_stand_at_the_bits_of_the_cells_and_extra_demands_at_none_of_them(
    cells: Mapping[str, ResolvedCell],
) -> None:
    block = block_of("block_0", cells)
    found, masks = asked_of_engagements(block), block.masks()
    asked = {question: mask for question, mask in masks.items() if isinstance(question, tuple)}
    of_years = {question: mask for question, mask in masks.items() if isinstance(question, Years)}
    assert _bits(found.answers) == {each for mask in asked.values() for each in _each_bit(mask)}
    assert found.alone == of_years
    assert all(found.demands.bits[demand] == mask for demand, mask in asked.items())
    own = {each for mask in of_years.values() for each in _each_bit(mask)}
    for demand, mask in found.demands.bits.items():
        if demand not in asked:
            assert not _bits(mask) & _bits(found.answers)
            is_of_years = any((each.clause, each.trait) == demand for each in of_years)
            assert _bits(mask) <= own if is_of_years else not _bits(mask) & own
    assert found.words == tuple(sorted({word for word, _ in _bits(found.answers) | own}))


def test_a_block_of_one_cell_and_a_full_one_ask_the_same_of_engagements() -> None:
    asked = [once(rooms(number)) for number in range(1, CELLS + 1)]
    alone = asked_of_engagements(block_of("block_0", {"c0": cell_of(complexity=AllOf(of=tuple(asked)))}))
    assert alone.demands.bits.keys() == asked_for(*asked).demands.bits.keys()
