"""Do small tables that are made here come into an engine as they are?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

import pyarrow as pa
import pytest

from kijun.population.constant import constant, constant_columns
from kijun.population.places import ALL_ONES
from tests.population.by_hand import stored


class _Engine:
    """Takes constants, and nothing else."""

    def constant(self, rows: pa.Table) -> Any:
        return stored(rows)


ENGINE: Final[Any] = _Engine()
_KINDS: Final = {"rater": pa.int8(), "work": pa.int32(), "counts_from": pa.date32()}


def _rows(table: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = table.to_pyarrow().to_pylist()
    return found


def test_numbers_and_days_come_out_as_they_went_in() -> None:
    rows: list[Mapping[str, int | date]] = [
        {"rater": -128, "work": 2**31 - 1, "counts_from": date.min, "word": ALL_ONES},
        {"rater": 127, "work": -(2**31), "counts_from": date(1969, 12, 31), "word": 0},
        {"rater": 0, "work": 0, "counts_from": date(2024, 2, 29), "word": -(2**63)},
        {"rater": 1, "work": 1, "counts_from": date.max, "word": 2**63 - 1},
    ]
    assert _rows(constant(ENGINE, rows, _KINDS)) == rows


def test_a_column_is_of_the_type_that_is_said_and_otherwise_of_64_bits() -> None:
    table = constant(ENGINE, [{"rater": 1, "work": 1, "counts_from": date.min, "own_0": 1}], _KINDS)
    assert [str(table[name].type()) for name in table.columns] == ["int8", "int32", "date", "int64"]


def test_rows_may_be_given_one_by_one() -> None:
    assert _rows(constant(ENGINE, iter([{"work": 1}, {"work": 2}]), _KINDS)) == [{"work": 1}, {"work": 2}]


def test_a_table_without_rows_has_the_columns_whose_types_are_said() -> None:
    table = constant(ENGINE, [], _KINDS)
    assert (table.columns, _rows(table)) == (tuple(_KINDS), [])


def test_columns_are_told_to_be_what_they_are() -> None:
    table = constant_columns(ENGINE, {"work": [3, 4], "work_class": [0, 1]}, {"work": pa.int32()})
    assert _rows(table) == [{"work": 3, "work_class": 0}, {"work": 4, "work_class": 1}]
    assert [str(table[name].type()) for name in table.columns] == ["int32", "int64"]


@pytest.mark.parametrize("number", [2**63, -(2**31) - 1])
def test_a_number_that_does_not_fit_is_refused(number: int) -> None:
    with pytest.raises(OverflowError):
        constant(ENGINE, [{"work": number}], _KINDS)
