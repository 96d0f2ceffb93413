"""Is a cell read as it is printed, and is what is wrong with it said at its place?"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kijun.citation import Citation
from kijun.framework.indicator import (
    Activities,
    Band,
    Bound,
    Circumstance,
    Complexity,
    CustomersAsked,
    ExpertiseAsked,
    MarketAsked,
    ProficiencyAsked,
    Responsibility,
    SizeAlternative,
    SizeClause,
    Succession,
)
from kijun.framework.parse_indicator import parse_indicator
from tests.framework.small import alpha, any_of, beta, found, gamma, indicator, setting, value

TEAM = (Circumstance(kind="leads", of=("team",)),)


def problems(**changes: Any) -> list[tuple[str, str]]:
    read = value({**alpha(3), **changes})
    parse_indicator(read, setting())
    return found(read)


def test_a_clause_of_years_is_read_as_it_is_printed() -> None:
    assert indicator(alpha(3)).responsibility == Responsibility(
        measure="years",
        at_least=2,
        slots=None,
        years_at_level=3,
        role="leader",
        roles=("alpha-leader",),
        activities=Activities(of=("install", "repair"), needs_all=False),
        outcome="succeeded",
        market=(),
        circumstances=TEAM,
    )


def test_a_clause_of_times_is_read_with_its_slots_market_and_chain() -> None:
    service = indicator(gamma(3)).responsibility
    assert service is not None
    assert (service.measure, service.slots, service.years_at_level, service.roles) == ("times", (3,), None, ())
    assert service.activities == Activities(of=("sell", "close"), needs_all=True)
    assert service.market == (
        MarketAsked(scope="companies", count=3, employees=Bound(at_least=3000, below=6000)),
        MarketAsked(scope="equivalent", count=None, employees=None),
    )


def test_complexity_is_read_with_its_mandatory_conditions_and_its_role() -> None:
    complexity = {**alpha(3)["complexity"], "circumstances": [{"kind": "leads", "of": ["team"]}]}
    assert indicator(alpha(3, complexity=complexity)).complexity == Complexity(
        at_least=2,
        of=("old", "new", "far"),
        must_include=("old",),
        outcome="participated",
        activities=Activities(of=("install",), needs_all=False),
        role="responsible",
        roles=("alpha-responsible",),
        circumstances=TEAM,
    )
    bare = indicator(beta(3)).complexity
    assert bare is not None
    assert (bare.must_include, bare.role, bare.roles, bare.circumstances) == ((), None, (), ())


def test_sizes_are_read_band_by_band() -> None:
    cell = indicator(alpha(3))
    whole, part = CustomersAsked(reach="whole", or_equivalent=True), CustomersAsked(reach="part", or_equivalent=False)
    assert cell.size == (
        Band(
            any_of=(SizeAlternative(bounds={}, customers=whole, some_rooms_or_networks=False),),
            complexity_at_least=None,
        ),
        Band(any_of=(SizeAlternative(bounds={}, customers=part, some_rooms_or_networks=False),), complexity_at_least=3),
    )
    assert cell.size_clause == SizeClause(
        outcome="succeeded", activities=Activities(of=("repair",), needs_all=False), circumstances=TEAM
    )


def test_numbers_of_a_size_keep_the_bounds_that_are_printed() -> None:
    size = [{"any_of": [{"rooms": {"at_most": 2}, "area_m2": {"printed": 50}}, {"some_rooms_or_networks": True}]}]
    cell = indicator(alpha(3, size=size))
    assert cell.size is not None
    numbers, some = cell.size[0].any_of
    assert numbers.bounds == {"rooms": Bound(at_most=2), "area_m2": Bound(printed=50)}
    assert (some.bounds, some.customers, some.some_rooms_or_networks) == ({}, None, True)


def test_expertise_succession_mentoring_and_the_examination_are_read() -> None:
    cell = indicator(alpha(3))
    assert cell.expertise == ExpertiseAsked(at_least=1, of=("craft", "trust"), degree="guides", reach="company")
    assert cell.succession == Succession(at_least=2, of=("book", "paper", "patent"), subject="technique")
    assert (cell.asks_mentoring, cell.exam, cell.flags) == (True, None, ("odd",))
    other = indicator(beta(3))
    assert other.expertise is not None
    assert (other.expertise.reach, other.succession, other.asks_mentoring, other.exam) == (None, None, False, "AP")


def test_a_cell_without_parts_has_none() -> None:
    cell = indicator({"level": 1, "citation": {"line": 1}})
    assert (cell.responsibility, cell.complexity, cell.size, cell.size_clause, cell.expertise) == (None,) * 5
    assert (cell.path, cell.category, cell.field, cell.level) == ("acme/1/service/alpha/1", "service", "alpha", 1)
    assert (dict(cell.citations), cell.flags) == ({}, ())


def test_places_are_read_with_document_page_and_revision() -> None:
    cell = indicator(alpha(3))
    assert cell.citation == Citation(document="d1", line=30, page="A-3", is_page_inferred=True, revision="first")
    assert cell.citations["size/2"] == Citation(document="d1", line=14, revision="first")


def test_a_document_that_is_not_described_has_no_revision() -> None:
    read = value(beta(2))
    cell = parse_indicator(read, replace(setting(), document="d9"))
    assert (cell.citation.document, cell.citation.revision) == ("d9", None)


RESPONSIBILITY = alpha(3)["responsibility"]
COMPLEXITY = alpha(3)["complexity"]


@pytest.mark.parametrize(
    ("changes", "problems_found"),
    [
        ({"level": 4}, [("K106", "level")]),
        ({"level": 0}, [("K106", "level")]),
        ({"citation": None}, [("K102", "citation")]),
        ({"luck": 1}, [("K101", "luck")]),
        ({"exam": "XX"}, [("K104", "exam")]),
        ({"mentoring": "yes"}, [("K103", "mentoring")]),
        ({"responsibility": {**RESPONSIBILITY, "measure": "days"}}, [("K104", "responsibility/measure")]),
        ({"responsibility": {**RESPONSIBILITY, "at_least": 0}}, [("K106", "responsibility/at_least")]),
        ({"responsibility": {**RESPONSIBILITY, "at_least": 1001}}, [("K106", "responsibility/at_least")]),
        ({"responsibility": {**RESPONSIBILITY, "slots": [3, 4]}}, [("K106", "responsibility/slots/1")]),
        ({"responsibility": {**RESPONSIBILITY, "years_at_level": 0}}, [("K106", "responsibility/years_at_level")]),
        ({"responsibility": {**RESPONSIBILITY, "role": "boss"}}, [("K104", "responsibility/role")]),
        ({"responsibility": {**RESPONSIBILITY, "roles": ["leader"]}}, [("K104", "responsibility/roles/0")]),
        ({"responsibility": {**RESPONSIBILITY, "outcome": "good"}}, [("K104", "responsibility/outcome")]),
        ({"responsibility": {**RESPONSIBILITY, "activities": any_of("rest")}}, [("K104", "responsibility/activities/any_of/0")]),
        ({"responsibility": {**RESPONSIBILITY, "activities": {}}}, [("K102", "responsibility/activities")]),
        ({"responsibility": {**RESPONSIBILITY, "activities": {"any_of": ["sell"], "all_of": ["sell"]}}}, [("K102", "responsibility/activities")]),
        ({"responsibility": {**RESPONSIBILITY, "market": [{"scope": "moon"}]}}, [("K104", "responsibility/market/0/scope")]),
        ({"responsibility": {**RESPONSIBILITY, "market": [{"scope": "both", "count": 0}]}}, [("K106", "responsibility/market/0/count")]),
        ({"responsibility": {**RESPONSIBILITY, "market": [{"scope": "both", "employees": {}}]}}, [("K102", "responsibility/market/0/employees")]),
        ({"responsibility": {**RESPONSIBILITY, "circumstances": [{"kind": "x", "of": ["y"]}]}}, [("K104", "responsibility/circumstances/0/kind"), ("K104", "responsibility/circumstances/0/of/0")]),
        ({"complexity": {**COMPLEXITY, "of": ["old", "odd"], "must_include": []}}, [("K104", "complexity/of/1")]),
        ({"complexity": {**COMPLEXITY, "must_include": ["odd"]}}, [("K104", "complexity/must_include/0")]),
        ({"complexity": {**COMPLEXITY, "at_least": 0}}, [("K106", "complexity/at_least")]),
        ({"size": [{}]}, [("K102", "size/0/any_of")]),
        ({"size": [{"any_of": [], "complexity_at_least": 0}]}, [("K106", "size/0/complexity_at_least")]),
        ({"size": [{"any_of": [{"rooms": {}}]}]}, [("K102", "size/0/any_of/0/rooms")]),
        ({"size": [{"any_of": [{"rooms": {"at_least": 101}}]}]}, [("K106", "size/0/any_of/0/rooms/at_least")]),
        ({"size": [{"any_of": [{"weight": {"at_least": 1}}]}]}, [("K101", "size/0/any_of/0/weight")]),
        ({"size": [{"any_of": [{"customers": {"reach": "moon"}}]}]}, [("K104", "size/0/any_of/0/customers/reach")]),
        ({"size_clause": {"outcome": "succeeded"}}, [("K102", "size_clause/activities")]),
        ({"responsibility": {key: kept for key, kept in RESPONSIBILITY.items() if key != "activities"}}, [("K102", "responsibility/activities")]),
        ({"complexity": {**COMPLEXITY, "at_least": "any"}}, [("K103", "complexity/at_least")]),
        ({"expertise": {"at_least": "some", "of": ["craft"], "degree": "guides"}}, [("K103", "expertise/at_least")]),
        ({"unread": ["size", "luck"], "size": None}, [("K104", "unread/1")]),
        ({"unread": ["size", "mentoring"]}, [("K129", "size"), ("K129", "mentoring")]),
        ({"expertise": {"at_least": 1, "of": ["luck"], "degree": "guides"}}, [("K104", "expertise/of/0")]),
        ({"expertise": {"at_least": 0, "of": ["craft"], "degree": "x", "reach": "y"}}, [("K106", "expertise/at_least"), ("K104", "expertise/degree"), ("K104", "expertise/reach")]),
        ({"succession": {"at_least": 0, "of": ["song"], "subject": "x"}}, [("K106", "succession/at_least"), ("K104", "succession/of/0"), ("K104", "succession/subject")]),
        ({"citations": {"responsibility": 0}}, [("K106", "citations/responsibility")]),
        ({"citation": {"line": 0}}, [("K106", "citation/line")]),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_cell_is_said_at_its_place(changes: Any, problems_found: list[tuple[str, str]]) -> None:
    assert problems(**changes) == problems_found


def test_ratings_of_skill_items_are_read_as_a_list_or_as_all_of_them() -> None:
    asked = {"at_least": 2, "of": ["trust", "wiring"], "level": 3}
    assert indicator(alpha(3, proficiency=asked)).proficiency == ProficiencyAsked(
        at_least=2, of=("trust", "wiring"), level=3
    )
    every = indicator(alpha(3, proficiency={**asked, "of": "all"})).proficiency
    assert every == ProficiencyAsked(at_least=2, of=None, level=3)
    assert indicator(alpha(3)).proficiency is None


def test_a_line_may_name_another_document_than_its_file() -> None:
    cell = indicator(alpha(3, citations={"complexity": {"document": "d1", "line": 7}}))
    assert str(cell.cited("complexity")) == "d1:7"


def test_a_document_that_the_edition_does_not_have_is_a_problem() -> None:
    named = {"complexity": {"document": "X9", "line": 7}}
    assert problems(citations=named) == [("K104", "citations/complexity/document")]
