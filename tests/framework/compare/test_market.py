"""Is each change of a market found, and said to be what it is for the person?"""

from __future__ import annotations

from typing import Any

from tests.framework.compare.compared import found, with_cell
from tests.framework.small import edition

COMPANIES = {"scope": "companies", "count": 3, "employees": {"at_least": 3000, "below": 6000}}
SAID = "3 or more: Companies (3,000 or more, less than 6,000 employees)"


def market(*alternatives: Any) -> list[str]:
    """Return what differs where the cell of gamma asks for this market."""
    return found(edition(), with_cell("gamma", responsibility={"market": list(alternatives)}))


def test_the_order_of_the_alternatives_says_nothing() -> None:
    assert market({"scope": "equivalent"}, COMPANIES) == []


def test_fewer_companies_or_smaller_ones_are_lowered() -> None:
    assert market({**COMPANIES, "count": 2}, {"scope": "equivalent"}) == [
        f"lowered market-count: {SAID} -> 2 or more: Companies (3,000 or more, less than 6,000 employees) (easier)"
    ]
    assert market({**COMPANIES, "employees": {"at_least": 1000, "below": 6000}}, {"scope": "equivalent"}) == [
        f"lowered market-employees: {SAID} -> 3 or more: Companies (1,000 or more, less than 6,000 employees) (easier)"
    ]


def test_another_upper_bound_is_named_and_employees_no_more_asked_are_easier() -> None:
    assert market({"scope": "companies", "count": 3}, {"scope": "equivalent"}) == [
        f"lowered market-employees: {SAID} -> 3 or more: Companies (easier)",
        f"changed market-bound: {SAID} -> 3 or more: Companies",
    ]


def test_one_more_alternative_is_easier_and_one_less_is_harder() -> None:
    assert market(COMPANIES, {"scope": "equivalent"}, {"scope": "both"}) == [
        "added market: - -> Goods and services (easier)"
    ]
    assert market(COMPANIES) == ["dropped market: equivalent -> - (harder)"]


def test_a_market_that_is_no_more_asked_is_easier_and_the_first_one_harder() -> None:
    none, one = with_cell("gamma", responsibility={"market": []}), edition()
    assert found(one, none) == [
        f"dropped market: {SAID} -> - (easier)",
        "dropped market: equivalent -> - (easier)",
    ]
    assert found(none, one) == [
        f"added market: - -> {SAID} (harder)",
        "added market: - -> equivalent (harder)",
    ]


def test_several_alternatives_of_one_scope_are_not_taken_for_one_another() -> None:
    assert market({**COMPANIES, "count": 2}, {"scope": "companies", "count": 9}, {"scope": "equivalent"}) == [
        "added market: - -> 2 or more: Companies (3,000 or more, less than 6,000 employees) (easier)",
        "added market: - -> 9 or more: Companies (easier)",
        f"dropped market: {SAID} -> - (harder)",
    ]
