"""Are both readings put together as the three values are, and words exact to the last bit?"""

from __future__ import annotations

from itertools import product
from typing import Any

import ibis
import pyarrow as pa
import pytest

from kijun.population.both import Both, all_of, any_of, has_any, is_one_of, known, number, packed, together, word_of
from kijun.population.places import ALL_ONES, BITS
from kijun.verdict import Verdict, between
from kijun.verdict import all_of as all_verdicts
from kijun.verdict import any_of as any_verdict
from tests.population.by_hand import stored, told


def _three(table: Any, name: str) -> Both:
    return Both(sure=table[name] == "met", possible=table[name] != "not met")


def test_both_readings_together_are_the_three_values() -> None:
    rows = [{"one": one.value, "two": two.value} for one, two in product(Verdict, repeat=2)]
    table = stored(pa.Table.from_pylist(rows))
    pair = [_three(table, "one"), _three(table, "two")]
    said = {
        f"{name}_{how}": getattr(both, how)
        for name, both in (("all", all_of(pair)), ("any", any_of(pair)))
        for how in ("sure", "possible")
    }
    for row in told(table.mutate(**said)):
        verdicts = [Verdict(row["one"]), Verdict(row["two"])]
        assert between(row["all_sure"], row["all_possible"]) == all_verdicts(verdicts)
        assert between(row["any_sure"], row["any_possible"]) == any_verdict(verdicts)


def test_nothing_asked_holds_and_nothing_offered_does_not() -> None:
    row = stored(pa.table({"one": [1]}))
    nothing = {"asked": all_of([]).sure, "offered": any_of([]).possible, "any": has_any([row.one], {})}
    assert told(row.select(**nothing)) == [{"asked": True, "offered": False, "any": False}]


def test_what_is_not_recorded_is_none_of_some_words() -> None:
    table = stored(pa.table({"word": ["甲", "乙", None]}))
    both = known(is_one_of(table.word, ["甲", "丙"]))
    assert told(table.mutate(sure=both.sure, possible=both.possible)) == [
        {"word": None, "sure": False, "possible": False},
        {"word": "乙", "sure": False, "possible": False},
        {"word": "甲", "sure": True, "possible": True},
    ]


def test_a_word_has_the_bits_of_each_flag_that_holds_and_those_that_always_are() -> None:
    table = stored(pa.table({"one": [True, False], "two": [True, True]}))
    top = 1 << (BITS - 1)
    words = {"word": word_of([(table.one, top), (table.two, 0b110)], 1), "none": word_of([]), "always": word_of([], 4)}
    assert told(table.select("one", **words)) == [
        {"one": False, "word": 0b111, "none": 0, "always": 4},
        {"one": True, "word": top | 0b111, "none": 0, "always": 4},
    ]


@pytest.mark.parametrize("place", [0, 13, 14, 27, 28, 41, 42, 55, 56, BITS - 1])
def test_a_flag_is_packed_at_its_own_place(place: int) -> None:
    table = stored(pa.table({"flag": [True]}))
    flags = [table.flag if each == place else ~table.flag for each in range(BITS)]
    assert told(table.select(word=packed(flags))) == [{"word": 1 << place}]


def test_all_flags_packed_are_a_full_word_that_is_not_negative() -> None:
    table = stored(pa.table({"flag": [True]}))
    assert told(table.select(word=packed([table.flag] * BITS))) == [{"word": ALL_ONES}]


def test_a_bit_of_any_word_is_found() -> None:
    table = stored(pa.table({"low": [0, 1, 0], "high": [1 << 61, 0, 0]}))
    found = has_any([table.low, table.high], {0: 0b11, 1: 1 << 61})
    assert [tuple(row.values()) for row in told(table.mutate(found=found))] == [
        (0, 0, False),
        (0, 1 << 61, True),
        (1, 0, True),
    ]


def test_many_values_are_put_together_without_a_long_chain() -> None:
    def deeper(one: Any, other: Any) -> Any:
        return max(one, other) + 1

    assert together(deeper, [0] * 1000) == 10


def test_a_number_is_of_64_bits() -> None:
    assert str(number(1).type()) == "int64"
    assert told(stored(pa.table({"one": [1]})).select(most=number(ALL_ONES) + 0)) == [{"most": ALL_ONES}]
    assert ibis.literal(1).type() != number(1).type()
