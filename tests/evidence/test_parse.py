"""Is a career record read as it is written, and what is wrong with it said at its place?"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kijun.day import exactly
from kijun.evidence import (
    Confirmation,
    Contribution,
    Equivalence,
    Expertise,
    MarketShare,
    Mentoring,
    Name,
    Person,
    Qualification,
    Rating,
)
from kijun.evidence.parse import parse_person
from kijun.evidence.words import RatedItem, Words
from kijun.problem import Place
from kijun.problem.reading import Reading, Value
from kijun.text import Text, same
from tests.builders import day

TODAY = date(2026, 4, 1)
CELL = "acme/1/service/alpha/3"


def named(*words: str) -> dict[str, Text]:
    return {word: Text(ja=f"{word}の名", en=word) for word in words}


WORDS = Words(
    of={
        "field": named("alpha", "beta"),
        "activity": named("install", "repair"),
        "role": named("leader", "responsible", "alpha-leader"),
        "outcome": named("succeeded"),
        "condition": named("old", "new"),
        "customers": named("whole"),
        "scope": named("firms", "goods"),
        "area": named("craft"),
        "degree": named("guides"),
        "reach": named("company"),
        "contribution": named("book"),
        "examination": named("AP"),
    },
    most={"rooms": 100, "sites": 50},
    rank_of={"alpha-leader": "leader"},
    scopes_with_employees=frozenset({"firms"}),
    cells=(CELL,),
    bands=(f"{CELL}/size/1",),
    items={"service/alpha/x": RatedItem(name=same("x"), scales={"acme/1": 7}, levels=(7,), knowledge={})},
)
LEAST: dict[str, Any] = {
    "id": "core",
    "fields": ["alpha"],
    "activities": ["install"],
    "role": "leader",
    "from": "2021-04-01",
    "outcome": "succeeded",
}


def read(raw: object) -> tuple[Person, list[tuple[str, str]]]:
    reading = Reading(locate=lambda path: Place(file="/".join(map(str, path)), line=1))
    person = parse_person(Value(reading=reading, path=(), raw=raw), WORDS, today=TODAY)
    return person, [(problem.code, problem.place.file) for problem in reading.problems]


def person(**keys: object) -> Person:
    found, problems = read({"employee": "E-1", "name": "佐藤", **keys})
    assert problems == []
    return found


def problems(**keys: object) -> list[tuple[str, str]]:
    return read({"employee": "E-1", "name": "佐藤", **keys})[1]


def test_a_record_needs_an_employee_and_a_name_only() -> None:
    found = person()
    assert (found.employee, found.name, found.team) == ("E-1", Name(written="佐藤", reading=None), None)
    assert (found.complete, found.engagements, found.expertise, found.contributions) == (frozenset(), (), (), ())
    assert (found.mentoring, found.qualifications, found.ratings, found.confirmations) == ((), (), (), ())


def test_a_name_may_have_its_reading_and_a_number_may_be_an_employee() -> None:
    found = person(employee=7, name={"text": "佐藤", "reading": "さとう"}, team="East", complete=["mentoring"])
    assert (found.employee, found.name, found.team) == ("7", Name(written="佐藤", reading="さとう"), "East")
    assert found.complete == {"mentoring"}


def test_an_engagement_needs_little_and_what_is_not_written_is_not_recorded() -> None:
    (found,) = person(engagements=[LEAST]).engagements
    assert (found.id, found.title, found.project) == ("core", same("core"), "core")
    assert (found.fields, found.activities, found.role) == (("alpha",), frozenset({"install"}), "leader")
    assert (found.start, found.end, found.outcome) == (exactly(date(2021, 4, 1)), None, "succeeded")
    assert (found.conditions, found.has_all_conditions, found.sizes) == (frozenset(), False, {})
    assert (found.customers, found.market, found.equivalences, found.title_held) == (None, None, (), None)


def test_an_engagement_is_read_with_all_that_it_can_hold() -> None:
    whole = {
        **LEAST,
        "title": {"ja": "更改", "en": "Renewal"},
        "project": "hub",
        "fields": ["beta", "alpha"],
        "role": "alpha-leader",
        "until": "2023-03",
        "conditions": ["old", "new"],
        "conditions_complete": True,
        "sizes": {"rooms": 0, "customers": "whole"},
        "market": [{"scope": "firms", "count": 3, "employees": 3000}, {"scope": "goods"}],
        "equivalences": [
            {"to": f"{CELL}/size/1", "decision": "recognised", "by": "tanaka", "reason": "seen", "day": "2025-04-01"},
            {"decision": "claimed"},
        ],
    }
    (found,) = read({"employee": "E-1", "name": "佐藤", "engagements": [whole]})[0].engagements
    assert (found.title, found.project, found.fields) == (Text(ja="更改", en="Renewal"), "hub", ("beta", "alpha"))
    assert (found.role, found.title_held) == ("leader", "alpha-leader")
    assert found.end == day("2023-03")
    assert (found.conditions, found.has_all_conditions) == (frozenset({"old", "new"}), True)
    assert (found.sizes, found.customers) == ({"rooms": 0}, "whole")
    assert found.market == (MarketShare(scope="firms", count=3, employees=3000), MarketShare(scope="goods"))
    assert found.equivalences == (
        Equivalence(
            decision="recognised", to=f"{CELL}/size/1", by="tanaka", reason="seen", day=exactly(date(2025, 4, 1))
        ),
        Equivalence(decision="claimed"),
    )


def test_a_market_that_is_written_empty_is_the_whole_statement() -> None:
    (found,) = person(engagements=[{**LEAST, "market": []}]).engagements
    assert found.market == ()


def test_what_stands_beside_the_engagements_is_read() -> None:
    found = person(
        expertise=[{"area": "craft", "degree": "guides", "reach": "company", "since": "2020-04-01"}, {"area": "craft"}],
        contributions=[
            {"kind": "book", "day": "2024-05-01", "title": "On craft"},
            {"kind": "book", "day": "2024-05-02"},
        ],
        mentoring=[{"whom": "suzuki", "since": "2021-04-01"}],
        qualifications=[{"examination": "AP", "day": "2015-06-26"}],
        ratings=[{"item": "service/alpha/x", "level": 7, "by": "self", "day": "2026-01-01", "note": "so"}],
        confirmations=[{"cell": CELL, "decision": "refused", "by": "t", "reason": "r", "day": "2026-01-01"}],
    )
    assert found.expertise == (
        Expertise(area="craft", degree="guides", reach="company", since=exactly(date(2020, 4, 1))),
        Expertise(area="craft", degree=None, reach=None, since=None),
    )
    assert found.contributions == (
        Contribution(kind="book", title=same("On craft"), day=exactly(date(2024, 5, 1))),
        Contribution(kind="book", title=Text(ja="bookの名", en="book"), day=exactly(date(2024, 5, 2))),
    )
    assert found.mentoring == (Mentoring(whom="suzuki", since=exactly(date(2021, 4, 1))),)
    assert found.qualifications == (Qualification(examination="AP", day=exactly(date(2015, 6, 26))),)
    assert found.ratings == (
        Rating(item="service/alpha/x", level=7, by="self", day=exactly(date(2026, 1, 1)), note="so"),
    )
    assert found.confirmations == (
        Confirmation(cell=CELL, decision="refused", by="t", reason="r", day=exactly(date(2026, 1, 1))),
    )


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"id": None}, [("K102", "id")]),
        ({"luck": 1}, [("K101", "luck")]),
        ({"fields": ["gamma"]}, [("K104", "fields/0")]),
        ({"activities": "install"}, [("K103", "activities")]),
        ({"role": "boss"}, [("K104", "role")]),
        ({"outcome": "good"}, [("K104", "outcome")]),
        ({"conditions": ["old", "old"]}, [("K111", "conditions/1")]),
        ({"conditions_complete": "yes"}, [("K103", "conditions_complete")]),
        ({"until": "2021-03-31"}, [("K210", "until")]),
        ({"until": "2021-04-01"}, []),
        ({"until": "2021-04"}, [("K202", "until")]),
        ({"from": "2026-04-02"}, [("K211", "from")]),
        ({"from": "2026-04-01"}, []),
        ({"from": "soon"}, [("K108", "from")]),
        ({"sizes": {"rooms": 101}}, [("K106", "sizes/rooms")]),
        ({"sizes": {"rooms": 100, "sites": 51}}, [("K106", "sizes/sites")]),
        ({"sizes": {"rooms": -1}}, [("K106", "sizes/rooms")]),
        ({"sizes": {"weight": 1}}, [("K101", "sizes/weight")]),
        ({"sizes": {"customers": "moon"}}, [("K104", "sizes/customers")]),
        ({"market": [{"scope": "goods", "employees": 5}]}, [("K213", "market/0/employees")]),
        ({"market": [{"scope": "moon", "employees": 5}]}, [("K104", "market/0/scope")]),
        ({"market": [{"scope": "firms", "count": 0}]}, [("K106", "market/0/count")]),
        ({"equivalences": [{"decision": "recognised", "by": "t"}]}, [("K212", "equivalences/0")]),
        ({"equivalences": [{"decision": "refused", "reason": "r"}]}, [("K212", "equivalences/0")]),
        ({"equivalences": [{"decision": "guessed"}]}, [("K104", "equivalences/0/decision")]),
        ({"equivalences": [{"decision": "claimed", "to": "x"}]}, [("K104", "equivalences/0/to")]),
        ({"equivalences": [{"decision": "claimed", "to": CELL}]}, []),
    ],
)
def test_what_is_wrong_with_an_engagement_is_said_at_its_place(
    changes: dict[str, Any], found: list[tuple[str, str]]
) -> None:
    assert problems(engagements=[{**LEAST, **changes}]) == [(code, f"engagements/0/{at}") for code, at in found]


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        ({"complete": ["everything"]}, [("K104", "complete/0")]),
        ({"engagements": [LEAST, LEAST]}, [("K105", "engagements/1/id")]),
        ({"expertise": [{"area": "luck"}]}, [("K104", "expertise/0/area")]),
        ({"expertise": [{"area": "craft", "since": "2026-04-02"}]}, [("K211", "expertise/0/since")]),
        ({"mentoring": [{"whom": "a", "since": "2026-04-02"}]}, [("K211", "mentoring/0/since")]),
        ({"contributions": [{"kind": "song", "day": "2024-05-01"}]}, [("K104", "contributions/0/kind")]),
        ({"contributions": [{"kind": "book"}]}, [("K102", "contributions/0/day")]),
        ({"qualifications": [{"examination": "XX", "day": "2024-05-01"}]}, [("K225", "qualifications/0/examination")]),
        ({"ratings": "many"}, [("K103", "ratings")]),
        ({"knowledge": "much"}, [("K103", "knowledge")]),
        (
            {"confirmations": [{"cell": "x", "decision": "claimed", "by": "t", "reason": "r", "day": "2026-01-01"}]},
            [("K104", "confirmations/0/cell"), ("K104", "confirmations/0/decision")],
        ),
        ({"name": {"reading": "さとう"}}, [("K102", "name/text")]),
        ({"$schema": "x.json"}, []),
    ],
)
def test_what_is_wrong_with_a_record_is_said_at_its_place(keys: dict[str, Any], found: list[tuple[str, str]]) -> None:
    assert problems(**keys) == found


def test_a_record_that_is_no_mapping_is_said_once() -> None:
    assert read(["a"])[1] == [("K103", "")]
