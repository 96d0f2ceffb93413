"""Is the market of a cell satisfied by any alternative of its level or of a higher one?"""

from __future__ import annotations

from kijun.criteria import Either, Market, Recognised
from kijun.framework.resolve_market import resolve_market
from tests.framework.small import edition, gamma, indicator_files

FIRMS = (frozenset({"firms"}),)
GAMMA = "acme/1/sales/gamma"


def companies(count: int, least: int | None, below: int | None = None) -> Market:
    return Market(scope="companies", groups=FIRMS, count=count, employees_at_least=least, employees_below=below)


def test_an_alternative_of_a_higher_level_satisfies_the_lower_one() -> None:
    small = edition()
    assert resolve_market(small.indicators[f"{GAMMA}/2"], small, is_floor=True) == Either(
        of=(
            companies(2, 2000),
            companies(3, 3000),
            Recognised(as_one_of=frozenset({f"{GAMMA}/2", f"{GAMMA}/3"})),
        )
    )


def test_a_lower_alternative_does_not_satisfy_the_higher_level() -> None:
    small = edition()
    assert resolve_market(small.indicators[f"{GAMMA}/3"], small, is_floor=True) == Either(
        of=(companies(3, 3000), Recognised(as_one_of=frozenset({f"{GAMMA}/3"})))
    )


def test_read_literally_only_the_cells_own_alternatives_count_and_bands_have_upper_bounds() -> None:
    small = edition()
    assert resolve_market(small.indicators[f"{GAMMA}/2"], small, is_floor=False) == Either(
        of=(companies(2, 2000, 4000), Recognised(as_one_of=frozenset({f"{GAMMA}/2"})))
    )


def test_a_market_without_a_number_is_one_or_more_and_two_groups_are_both_needed() -> None:
    files = indicator_files()
    service = {**gamma(3)["responsibility"], "market": [{"scope": "both"}]}
    files[2]["cells"] = [gamma(3, responsibility=service), gamma(2, responsibility=None)]
    small = edition(indicators=files)
    both = (frozenset({"goods"}), frozenset({"services"}))
    assert resolve_market(small.indicators[f"{GAMMA}/3"], small, is_floor=True) == Market(
        scope="both", groups=both, count=1, employees_at_least=None, employees_below=None
    )
    assert resolve_market(small.indicators[f"{GAMMA}/2"], small, is_floor=True) is None


def test_a_higher_cell_without_responsibility_adds_no_alternative() -> None:
    files = indicator_files()
    files[2]["cells"] = [gamma(3, responsibility=None), gamma(2)]
    small = edition(indicators=files)
    assert resolve_market(small.indicators[f"{GAMMA}/2"], small, is_floor=True) == Either(
        of=(companies(2, 2000), Recognised(as_one_of=frozenset({f"{GAMMA}/2"})))
    )


def test_the_same_alternative_at_two_levels_is_asked_once() -> None:
    files = indicator_files()
    market = [{"scope": "companies", "count": 2, "employees": {"at_least": 2000}}]
    for cell in files[2]["cells"]:
        cell["responsibility"] = {**cell["responsibility"], "market": market}
    small = edition(indicators=files)
    assert resolve_market(small.indicators[f"{GAMMA}/2"], small, is_floor=True) == companies(2, 2000)


def test_a_cell_that_names_no_market_asks_none() -> None:
    small = edition()
    assert resolve_market(small.indicators["acme/1/service/alpha/3"], small, is_floor=True) is None
