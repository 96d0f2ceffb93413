"""Which ways and which clauses of a block does each class of a fact leave standing?"""

from __future__ import annotations

from array import array
from typing import Final

from kijun.criteria import Clause, Either, Every
from kijun.population.alternatives import CONDITIONS
from kijun.population.demands import Demands, demands_at
from kijun.population.fact_words import gate_rows, words_of_ways
from kijun.population.look_up import Asked, Classes
from kijun.population.places import ALL_ONES
from kijun.population.questions import Demand
from tests.builders import clause, conditions, rooms, sites

ONE, TWO, THREE = conditions(1), conditions(2), conditions(3)
FIRST, SECOND, OTHERS = clause(), clause(role=None), clause(activities=("proposing",))
CLAUSES: Final[tuple[Clause, ...]] = (OTHERS, FIRST, SECOND)
"""All clauses of all blocks, of which the blocks here have two."""


def _classes(*answers: tuple[int, int]) -> Classes:
    """Return classes of so many answers each, surely and possibly; which number is of which class matters nowhere here."""
    return Classes(
        numbers=array("i"),
        classes=array("i"),
        sure=tuple(sure for sure, _ in answers),
        possible=tuple(possible for _, possible in answers),
    )


def _gates(demands: Demands, *counted: int) -> dict[int, tuple[int, ...]]:
    """Return the gates of each class of work, of which the clauses are said that count it."""
    rows = gate_rows("work", _classes(*((bits, bits) for bits in counted)), CLAUSES, demands)
    return {row["work"]: tuple(value for name, value in row.items() if name != "work") for row in rows}


def test_a_class_of_work_has_the_bits_of_the_demands_whose_clauses_count_it() -> None:
    demands = demands_at({(FIRST, rooms(1)): {0: 0b101}, (FIRST, rooms(2)): {0: 0b1000}, (SECOND, rooms(1)): {0: 0b10}})
    assert _gates(demands, 0b010, 0b100, 0b110, 0b111) == {0: (0b1101,), 1: (0b10,), 2: (0b1111,), 3: (0b1111,)}


def test_a_class_of_work_that_only_the_clauses_of_other_blocks_count_is_left_out() -> None:
    demands = demands_at({(FIRST, rooms(1)): {0: 0b1}})
    assert _gates(demands, 0b101, 0b001, 0b010, 0) == {2: (0b1,)}


def test_the_words_of_a_gate_are_those_of_the_block_and_one_without_demands_has_no_bit() -> None:
    demands = demands_at({(FIRST, rooms(1)): {0: 0b1, 2: 0b11}, (SECOND, rooms(1)): {2: 0b100}})
    assert _gates(demands, 0b010, 0b100) == {0: (0b1, 0, 0b11), 1: (0, 0, 0b100)}


def test_where_a_block_asks_nothing_of_engagements_no_class_of_work_counts() -> None:
    assert _gates(demands_at({}), 0b111) == {}


QUESTIONS: Final[tuple[Asked, ...]] = ((THREE,), (ONE,), (TWO,))
"""All that is asked of conditions by all blocks, of which the blocks here ask some."""
_HOW_MANY_HELD: Final = _classes((0b000, 0b111), (0b010, 0b010), (0b110, 0b110))
"""A list that is not whole, of which nothing is known; one condition; two."""


def _left(*demands: Demand) -> list[dict[str, int]]:
    """Return the words of the classes, without the bits that stand because nobody asks for them."""
    seated = demands_at({demand: {0: 1 << place} for place, demand in enumerate(demands)})
    rows = words_of_ways("condition_set", CONDITIONS, _HOW_MANY_HELD, QUESTIONS, seated)
    assert [row.pop("condition_set") for row in rows] == list(range(len(rows)))
    own = (1 << len(demands)) - 1
    assert all(value & ~own == ALL_ONES & ~own for row in rows for value in row.values()), (
        "a bit that is nobody's is asked"
    )
    return [{name: value & own for name, value in row.items()} for row in rows]


def test_a_way_stands_where_the_class_answers_what_it_asks_of_the_fact() -> None:
    assert _left((FIRST, TWO), (FIRST, ONE), (SECOND, TWO)) == [
        {"condition_set_sure_0": 0b000, "condition_set_possible_0": 0b111},
        {"condition_set_sure_0": 0b010, "condition_set_possible_0": 0b010},
        {"condition_set_sure_0": 0b111, "condition_set_possible_0": 0b111},
    ]


def test_a_way_that_asks_nothing_of_the_fact_stands() -> None:
    nothing, two = {"condition_set_sure_0": 0b01, "condition_set_possible_0": 0b11}, ("sure", "possible")
    assert _left((FIRST, rooms(1)), (FIRST, Every(of=(TWO, rooms(1))))) == [
        nothing,
        {f"condition_set_{how}_0": 0b01 for how in two},
        {f"condition_set_{how}_0": 0b11 for how in two},
    ]


def test_where_no_way_of_the_block_asks_anything_of_the_fact_there_are_no_rows() -> None:
    assert _left((FIRST, rooms(1)), (SECOND, Either(of=(rooms(1), sites(1))))) == []
    assert _left() == []


def test_only_the_planes_are_looked_up_in_which_a_way_asks_something_of_the_fact() -> None:
    either = Either(of=(rooms(1), Every(of=(TWO, sites(1)))))
    assert [set(row) for row in _left((FIRST, either))] == [{"condition_set_sure_1", "condition_set_possible_1"}] * 3
