"""Do rows that answer everything alike come into one class, whatever is asked of them?"""

from __future__ import annotations

import pytest

from kijun.criteria import Conditions, Customers, Either, Every, Reaches, Trait, Unprinted, Unspecified, Way
from kijun.population.alternatives import CONDITIONS, CONTEXT, alternatives
from kijun.population.demands import Way as Placed
from kijun.population.look_up import (
    Asked,
    Classes,
    Following,
    accepting,
    asked_of,
    bits_by,
    classed,
    classes_of,
    enough,
    leaves_in,
)
from kijun.population.places import ALL_ONES
from kijun.verdict import MET, NOT_MET, UNKNOWN, Verdict, between
from tests.builders import WHOLE_REGION, conditions, rooms

ONE, TWO, THREE = conditions(1), conditions(2), conditions(3)
HOLDS = {NOT_MET: (0, 0), UNKNOWN: (0, 1), MET: (1, 1)}


def _bits(*verdicts: Verdict) -> tuple[int, int]:
    """Return the first, second, ... that are met, and those that possibly are."""
    sure = sum(HOLDS[each][0] << place for place, each in enumerate(verdicts))
    return sure, sum(HOLDS[each][1] << place for place, each in enumerate(verdicts))


def _answers(found: Classes, number: int, question: int) -> Verdict:
    own = found.classes[found.numbers.index(number)]
    return between(bool(found.sure[own] >> question & 1), bool(found.possible[own] >> question & 1))


def _read(*asked: Asked, one: Verdict, two: Verdict) -> list[Verdict]:
    """Return the answers of a row in which these two leaves are held so."""
    found = classes_of(asked, [(7, *_bits(one, two))], [ONE, TWO])
    return [_answers(found, 7, question) for question in range(len(asked))]


@pytest.mark.parametrize(
    ("trait", "verdicts"),
    [
        (ONE, [NOT_MET, MET]),
        (TWO, [NOT_MET, UNKNOWN]),
        (Every(of=(ONE, TWO)), [NOT_MET, UNKNOWN]),
        (Either(of=(ONE, TWO)), [NOT_MET, MET]),
        (Either(of=(TWO, Unspecified())), [MET, MET]),
        (Every(of=(TWO, Unspecified())), [NOT_MET, UNKNOWN]),
        (Either(of=(TWO, Unprinted(cell="house/a/b/3"))), [UNKNOWN, UNKNOWN]),
        (Every(of=(ONE, Unprinted(cell="house/a/b/3"))), [NOT_MET, UNKNOWN]),
        (Reaches(level=3, ways=(Way(level=3, trait=TWO), Way(level=4, trait=ONE))), [NOT_MET, MET]),
        (Either(of=(Every(of=(ONE, TWO)), Every(of=(TWO, Unspecified())))), [NOT_MET, UNKNOWN]),
        (Every(of=(Either(of=(ONE, TWO)), Either(of=(TWO, Unprinted(cell="house/a/b/3"))))), [NOT_MET, UNKNOWN]),
        (Every(of=()), [MET, MET]),
        (Either(of=()), [NOT_MET, NOT_MET]),
    ],
)
def test_what_is_put_together_is_judged_row_by_row(trait: Trait, verdicts: list[Verdict]) -> None:
    rows = [(0, *_bits(NOT_MET, NOT_MET)), (1, *_bits(MET, UNKNOWN))]
    found = classes_of([(trait,)], rows, [ONE, TWO])
    assert [_answers(found, number, 0) for number in found.numbers] == verdicts


@pytest.mark.parametrize("one", [MET, UNKNOWN, NOT_MET])
@pytest.mark.parametrize("two", [MET, UNKNOWN, NOT_MET])
def test_all_that_a_question_asks_must_hold_and_questions_do_not_touch_each_other(one: Verdict, two: Verdict) -> None:
    both = min(one, two, key=(NOT_MET, UNKNOWN, MET).index)
    either = max(one, two, key=(NOT_MET, UNKNOWN, MET).index)
    asked: list[Asked] = [(ONE,), (ONE, TWO), (Either(of=(ONE, TWO)),), (), (Either(of=(ONE, TWO)), TWO), (TWO,)]
    assert _read(*asked, one=one, two=two) == [one, both, either, MET, two, two]


def test_rows_that_answer_alike_are_one_class_even_where_they_hold_different_things() -> None:
    rows = [(3, *_bits(MET, NOT_MET)), (4, *_bits(NOT_MET, NOT_MET)), (9, *_bits(NOT_MET, MET)), (12, *_bits(MET, MET))]
    found = classes_of([(Either(of=(ONE, TWO)),)], rows, [ONE, TWO])
    assert ([*found.numbers], [*found.classes]) == ([3, 4, 9, 12], [0, 1, 0, 0])
    assert (found.sure, found.possible) == ((1, 0), (1, 0))


def test_what_is_surely_and_what_is_possibly_so_are_two_classes() -> None:
    found = classed([(1, 0b10, 0b10), (2, 0b10, 0b11), (3, 0b10, 0b10)])
    assert ([*found.classes], found.sure, found.possible) == ([0, 1, 0], (0b10, 0b10), (0b10, 0b11))


def test_where_nothing_is_asked_all_rows_are_alike() -> None:
    found = classes_of([], [(1, 0, 0), (2, 0, 0)], [])
    assert ([*found.classes], found.sure, found.possible) == ([0, 0], (0,), (0,))


def test_there_may_be_more_questions_than_a_word_has_bits() -> None:
    lists: list[Conditions] = [conditions(1, of=(f"condition-{number}",)) for number in range(300)]
    found = classes_of([(each,) for each in lists], [(0, 1 << 299, 1 << 299 | 1)], lists)
    assert (found.sure, found.possible) == ((1 << 299,), (1 << 299 | 1,))


@pytest.mark.parametrize("needs", [0, 1, 2, 3, 4])
@pytest.mark.parametrize("rows", [0, 1, 2, 3])
def test_enough_rows_must_speak_for_a_question(rows: int, needs: int) -> None:
    given = [0b10, *[0b11] * rows, 0b10]
    assert bool(enough(given, {needs: 0b01, 9: 0b10}) & 1) is (rows >= needs)


def test_where_no_rows_are_given_only_what_needs_none_is_answered() -> None:
    assert enough([], {0: 0b001, 1: 0b010, 2: 0b100}) == 0b001
    assert enough([0b111], {}) == 0


def test_a_word_is_accepted_by_those_that_name_it_and_by_those_that_ask_for_none() -> None:
    found = accepting([("a", "b", "a"), None, (), ("b",)])
    assert [found.any_of(words) for words in ([], ["a"], ["b"], ["c"], ["c", "a"])] == [2, 0b0011, 0b1011, 2, 0b0011]


def test_places_of_equal_values_are_put_together() -> None:
    assert bits_by([2, 1, 2]) == {2: 0b101, 1: 0b010}


def test_rows_of_another_table_are_found_in_step_and_those_of_nobody_are_passed_over() -> None:
    rows = [{"work": number, "field": field} for number, field in [(0, "a"), (2, "b"), (2, "c"), (3, "d"), (5, "e")]]
    following = Following(rows, "work")
    found = {number: [row["field"] for row in following.of(number)] for number in (1, 2, 4, 5, 6)}
    assert found == {1: [], 2: ["b", "c"], 4: [], 5: ["e"], 6: []}
    assert list(Following([], "work").of(0)) == []


def _ways(*traits: Trait) -> list[Placed]:
    """Return the first way to have each of some traits, side by side in word 0."""
    return [(0, bit, alternatives(trait)[0]) for bit, trait in enumerate(traits)]


def test_a_bit_that_asks_nothing_of_a_fact_stands_and_so_do_bits_that_nobody_placed() -> None:
    asked = asked_of(CONDITIONS, _ways(ONE, rooms(1), TWO))
    assert (asked.words, asked.free) == ((0,), {0: ALL_ONES & ~0b101})
    assert asked.masks == {(ONE,): {0: 0b001}, (TWO,): {0: 0b100}}


def test_bits_that_ask_the_same_are_judged_once_whatever_words_they_stand_in() -> None:
    (only,) = alternatives(ONE)
    ways = [(0, 0, only), (0, 1, only), (2, 5, only)]
    assert asked_of(CONDITIONS, ways).masks == {(ONE,): {0: 0b11, 2: 1 << 5}}


def test_only_words_in_which_something_is_asked_of_the_fact_are_looked_up() -> None:
    (some_rooms,), (only,) = alternatives(rooms(1)), alternatives(ONE)
    ways = [(0, 0, some_rooms), (1, 0, only)]
    assert asked_of(CONDITIONS, ways).words == (1,)
    assert asked_of(CONTEXT, ways).words == ()


def test_each_trait_inside_the_questions_is_found_once() -> None:
    wide: Customers = WHOLE_REGION
    nested = Either(of=(Every(of=(ONE, wide)), Reaches(level=3, ways=(Way(level=3, trait=ONE),)), Unspecified()))
    assert leaves_in([(nested,), (TWO, ONE)]) == [ONE, wide, TWO]
    assert leaves_in(iter([(Unprinted(cell="house/a/b/3"), THREE)])) == [THREE]
