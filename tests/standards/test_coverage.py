"""Is there a case for everything that a shipped standard asks: met, not met and unknown, just met and just missed?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

from kijun.catalogue.yaml_tree import Tree, parse_tree
from kijun.criteria import Amount, Areas, Conditions, Criterion, Kinds, Market, Times, Trait, Years
from kijun.criteria.dump import dump
from kijun.evidence import Engagement
from kijun.framework.indicator import Indicator
from kijun.judgement import judge
from kijun.judgement.coverage import Coverage, Never, cover
from kijun.verdict import Verdict
from tests.standards.cases import cells, editions, people_of

_EXCEPTIONS = Path(__file__).with_name("coverage_exceptions.yaml")
_LAST_DAYS = 364
"""So many days beyond the whole years are one day, or in a leap year two, short of a further year."""


def _service(cell: str) -> Criterion:
    return cells()[cell].parts["responsibility"].criterion


@pytest.mark.parametrize("cell", cells())
def test_cases_show_everything_of_the_cell_met_not_met_and_unknown_as_far_as_each_can_occur(cell: str) -> None:
    coverage = _coverage(cell)
    asked = {point.at: point.asked for point in coverage.points}
    unseen = [
        f"{never.at} is never {never.verdict.value}: {dump(asked[never.at])}"
        for never in coverage.never
        if never not in _exceptions()
    ]
    assert not unseen, "\n" + "\n".join(unseen)


def test_every_exception_is_still_needed() -> None:
    needed = {never for cell in cells() for never in _coverage(cell).never}
    assert set(_exceptions()) <= needed


def test_every_exception_has_a_reason() -> None:
    assert [never for never, reason in _exceptions().items() if not reason.strip()] == []


@pytest.mark.parametrize("cell", cells())
def test_cases_show_each_mark_that_they_give_only_where_the_criterion_can_have_it(cell: str) -> None:
    assert [point.at for point in _coverage(cell).points if not point.was <= point.can_be] == []


@pytest.mark.parametrize("cell", cells())
def test_cases_just_meet_and_just_miss_every_count_of_the_cell(cell: str) -> None:
    short = []
    for point in _coverage(cell).points:
        match point.asked:
            case Times() | Years() | Areas() | Kinds() as asked if "/" not in point.at:
                reached = set(_reached(asked, cell))
                needed = len(asked.slots) if isinstance(asked, Times) else asked.at_least
                short += _unseen(point.at, reached, (needed, needed - 1))
    assert short == []


@pytest.mark.parametrize("cell", [cell for cell in cells() if isinstance(_service(cell), Years)])
def test_cases_miss_the_years_of_the_cell_by_a_day(cell: str) -> None:
    years = _service(cell)
    assert isinstance(years, Years)
    proofs = [judge(years, person, on=on) for person, on in people_of(cell)]
    missed = {proof.have for proof in proofs if proof.days >= _LAST_DAYS and proof.verdict is Verdict.NOT_MET}
    assert years.at_least - 1 in missed


@pytest.mark.parametrize("cell", cells())
def test_cases_just_reach_and_just_miss_every_number_that_the_cell_asks_of_an_engagement(cell: str) -> None:
    engagements = [engagement for person, _ in people_of(cell) for engagement in person.engagements]
    short = []
    for point in _coverage(cell).points:
        for fact, bound, seen in _edges(point.asked, engagements, cells()[cell].indicator):
            short += _unseen(f"{point.at} {fact}", seen, (bound, bound - 1))
    assert short == []


@cache
def _coverage(cell: str) -> Coverage:
    edition = editions()[cells()[cell].indicator.field_path.rsplit("/", 2)[0]]
    return cover(cells()[cell], people_of(cell), edition.vocabulary.terms["customers"])


@cache
def _exceptions() -> dict[Never, str]:
    tree = parse_tree(_EXCEPTIONS.read_text(encoding="utf-8"), _EXCEPTIONS.name)
    assert isinstance(tree, Tree)
    assert isinstance(tree.root, dict)
    return {
        Never(cell=plain["cell"], at=plain["at"], verdict=Verdict(plain["verdict"])): str(plain["reason"])
        for plain in tree.root["exceptions"]
    }


def _unseen(what: str, seen: Iterable[int], wanted: tuple[int, ...]) -> list[str]:
    return [f"{what}: no case has {number}" for number in wanted if number not in set(seen)]


def _reached(asked: Criterion, cell: str) -> Iterator[int]:
    for person, on in people_of(cell):
        have = judge(asked, person, on=on).have
        assert have is not None
        yield have


def _edges(
    asked: Criterion | Trait, engagements: list[Engagement], indicator: Indicator
) -> Iterator[tuple[str, int, set[int]]]:
    """Yield the numbers that a trait asks: which fact, the bound, and what the engagements have."""
    match asked:
        case Amount(measure=measure, at_least=int(least)):
            yield measure, least, {each.sizes[measure] for each in engagements if measure in each.sizes}
        case Conditions(at_least=least, of=of):
            yield "conditions", least, {len(each.conditions.intersection(of)) for each in engagements}
        case Market(groups=groups, count=count, employees_at_least=employees) if _is_printed_there(asked, indicator):
            for group in groups:
                shares = [[share for share in each.market or () if share.scope in group] for each in engagements]
                yield "count", count, {sum(share.count for share in of_one) for of_one in shares}
                if employees is not None:
                    heads = {share.employees for of_one in shares for share in of_one}
                    yield "employees", employees, {head for head in heads if head is not None}


def _is_printed_there(market: Market, indicator: Indicator) -> bool:
    """Return whether the cell prints the market itself; those of higher cells are looked at in their own."""
    assert indicator.responsibility is not None
    return any(
        market.scope == printed.scope
        and market.count == (printed.count or 1)
        and market.employees_at_least == (printed.employees.at_least if printed.employees else None)
        for printed in indicator.responsibility.market
    )
