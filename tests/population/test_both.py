"""Are flags and words put together exactly, to the last bit and from columns of any width?"""

from __future__ import annotations

from typing import Any, Final

import ibis
import pyarrow as pa
import pytest

from kijun.population.both import all_bits_if, has_any, moved, number, some, together, word_of
from kijun.population.places import ALL_ONES, BITS
from tests.population.by_hand import stored, told, words

_TYPES: Final = {"int8": pa.int8(), "int16": pa.int16(), "int32": pa.int32(), "int64": pa.int64()}
_MOST: Final = {"int8": 2**7 - 1, "int16": 2**15 - 1, "int32": 2**31 - 1, "int64": ALL_ONES}
_SMALL: Final = pytest.mark.parametrize("of", sorted(_TYPES))


def test_one_of_several_that_is_true_is_enough_and_of_none_there_is_none() -> None:
    table = stored(pa.table({"one": [True, False], "two": [False, False]}))
    said = {"either": some([table.one, table.two]), "alone": some([table.one]), "none": some([])}
    assert told(table.select("one", **said)) == [
        {"one": False, "either": False, "alone": False, "none": False},
        {"one": True, "either": True, "alone": True, "none": False},
    ]


def test_a_flag_that_holds_leaves_every_bit_standing_and_another_none() -> None:
    table = stored(pa.table({"flag": [True, False]}))
    found = table.select(
        "flag", cut=all_bits_if(table.flag) & number(ALL_ONES), last=all_bits_if(table.flag) & number(1 << 61)
    )
    assert told(found) == [
        {"flag": False, "cut": 0, "last": 0},
        {"flag": True, "cut": ALL_ONES, "last": 1 << 61},
    ]


def test_a_word_has_the_bits_of_each_flag_that_holds() -> None:
    table = stored(pa.table({"one": [True, False], "two": [True, True]}))
    top = 1 << (BITS - 1)
    found = {"word": word_of([(table.one, top), (table.two, 0b110)]), "none": word_of([])}
    assert told(table.select("one", **found)) == [
        {"one": False, "word": 0b110, "none": 0},
        {"one": True, "word": top | 0b110, "none": 0},
    ]


@pytest.mark.parametrize("place", [0, 6, 7, 8, 14, 15, 16, 30, 31, 32, BITS - 1])
def test_a_flag_stands_at_its_own_bit(place: int) -> None:
    table = stored(pa.table({"flag": [True]}))
    flags = [(table.flag if each == place else ~table.flag, 1 << each) for each in range(BITS)]
    assert told(table.select(word=word_of(flags))) == [{"word": 1 << place}]


def test_all_flags_together_are_a_full_word_that_is_not_negative() -> None:
    table = stored(pa.table({"flag": [True]}))
    flags = [(table.flag, 1 << place) for place in range(BITS)]
    found = table.select(word=word_of(flags), mask=word_of([(table.flag, ALL_ONES)]))
    assert told(found) == [{"word": ALL_ONES, "mask": ALL_ONES}]


def test_words_are_of_64_bits_for_the_engine_too_however_small_their_numbers_are() -> None:
    table = words([{"flag": True, "small": 1}], flag=pa.bool_(), small=pa.int8())
    found = {
        "of_flags": word_of([(table.flag, 1)]),
        "all_bits": all_bits_if(table.flag),
        "moved": moved(table.small, 0),
    }
    assert told(table.select(**{name: each.typeof() for name, each in found.items()})) == [
        dict.fromkeys(found, "BIGINT")
    ]


@_SMALL
@pytest.mark.parametrize("low", [0, 1, 6, 7, 8, 9, 15, 16, 24, 31])
def test_a_small_number_is_moved_up_without_losing_a_bit(of: str, low: int) -> None:
    most = min(_MOST[of], (1 << (BITS - low)) - 1)
    table = words([{"word": each} for each in (0, 1, most)], word=_TYPES[of])
    assert told(table.select(word=moved(table.word, low))) == [{"word": each << low} for each in (0, 1, most)]


def test_the_lowest_bit_is_moved_to_the_last_one() -> None:
    table = words([{"word": 1}], word=pa.int8())
    assert told(table.select(word=moved(table.word, BITS - 1))) == [{"word": 1 << (BITS - 1)}]


@_SMALL
def test_a_small_column_is_cut_and_compared_by_a_number_of_any_size(of: str) -> None:
    table = words([{"word": 0b101}], word=_TYPES[of])
    said = {
        "cut": table.word & number(ALL_ONES ^ 1),
        "beside": table.word | number(1 << (BITS - 1)),
        "is_less": table.word < number(ALL_ONES),
        "has_any": has_any([table.word], {0: ALL_ONES ^ 0b101}),
        "has": has_any([table.word], {0: 0b100 | 1 << (BITS - 1)}),
    }
    assert told(table.select(**said)) == [
        {"cut": 0b100, "beside": 1 << (BITS - 1) | 0b101, "is_less": True, "has_any": False, "has": True}
    ]


def test_a_bit_of_any_word_is_found() -> None:
    table = stored(pa.table({"low": [0, 1, 0], "high": [1 << 61, 0, 0]}))
    found = has_any([table.low, table.high], {0: 0b11, 1: 1 << 61})
    assert [tuple(row.values()) for row in told(table.mutate(found=found))] == [
        (0, 0, False),
        (0, 1 << 61, True),
        (1, 0, True),
    ]


def test_words_are_found_by_their_numbers_too_and_of_no_bits_none_is_set() -> None:
    row = words([{"high": 1 << 61}])
    said = {"any": has_any({7: row.high}, {7: 1 << 61}), "none": has_any([row.high], {})}
    assert told(row.select(**said)) == [{"any": True, "none": False}]


def test_many_values_are_put_together_without_a_long_chain() -> None:
    def deeper(one: Any, other: Any) -> Any:
        return max(one, other) + 1

    assert together(deeper, [0] * 1000) == 10


def test_a_number_is_of_64_bits() -> None:
    assert str(number(1).type()) == "int64"
    assert told(stored(pa.table({"one": [1]})).select(most=number(ALL_ONES) + 0)) == [{"most": ALL_ONES}]
    assert ibis.literal(1).type() != number(1).type()
