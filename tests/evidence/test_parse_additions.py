"""Is a file of additions read as what it adds, and nothing in it that the record says otherwise?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from kijun.catalogue.record_words import words_of
from kijun.evidence import Knowledge, Person
from kijun.evidence.assume import Additions, FurtherFacts
from kijun.evidence.parse_additions import parse_additions
from kijun.problem import Place
from kijun.problem.reading import Reading, Value
from tests.builders import V3_2008, V3_2011, contribution, day, edition, engagement, person, share

WORDS = words_of([edition(V3_2011), edition(V3_2008)])
NEW = {
    "id": "next",
    "fields": ["hardware"],
    "activities": ["fault-repair"],
    "role": "leader",
    "from": "2099-04-01",
    "outcome": "succeeded",
}


def read(raw: object, *, on_record: Person | None = None) -> tuple[Additions, list[str]]:
    reading = Reading(locate=lambda path: Place(file="/".join(map(str, path))))
    recorded = person(engagement()) if on_record is None else on_record
    additions = parse_additions(Value(reading=reading, path=(), raw=raw), WORDS, recorded)
    return additions, [f"{problem.place.file} {problem.code}" for problem in reading.problems]


def further(raw: Mapping[str, object], **facts: Any) -> list[str]:
    _, problems = read({"engagements": [{"id": "core", **raw}]}, on_record=person(engagement(**facts)))
    return problems


def test_an_empty_mapping_adds_nothing() -> None:
    assert read({}) == (Additions(), [])


def test_an_engagement_on_record_has_further_facts_and_any_other_is_new() -> None:
    additions, problems = read({"engagements": [{"id": "core", "until": "2024-03-31"}, NEW]})
    assert problems == []
    assert additions.facts == (FurtherFacts(engagement="core", end=day("2024-03-31")),)
    assert [each.id for each in additions.engagements] == ["next"]


def test_what_lies_in_the_future_is_no_reason_to_warn() -> None:
    additions, problems = read(
        {
            "engagements": [NEW],
            "mentoring": [{"whom": "B", "since": "2099-04-01"}],
            "expertise": [{"area": "customer-satisfaction", "since": "2099-04-01"}],
        }
    )
    assert problems == []
    assert additions.engagements[0].start == day("2099-04-01")


def test_an_id_that_is_a_number_is_the_one_on_record() -> None:
    additions, problems = read({"engagements": [{"id": 7, "until": "2024-03-31"}]}, on_record=person(engagement("7")))
    assert (additions.facts, problems) == ((FurtherFacts(engagement="7", end=day("2024-03-31")),), [])


def test_an_engagement_on_record_without_a_further_fact_adds_nothing() -> None:
    assert read(
        {"engagements": [{"id": "core"}, {"id": "core-2"}]}, on_record=person(engagement(), engagement("core-2"))
    ) == (
        Additions(),
        [],
    )


def test_further_facts_of_nothing_on_record_are_refused_also_where_no_engagement_is_on_record() -> None:
    raw = {"engagements": [{"id": "core", "until": "2024-03-31"}]}
    assert read(raw, on_record=person())[1] == ["engagements/0/id K230"]


def test_what_is_on_record_may_be_written_again() -> None:
    again = {
        "title": "core",
        "project": "core",
        "fields": ["hardware"],
        "activities": ["fault-repair"],
        "role": "responsible",
        "from": "2020-04-01",
        "until": "2023-03-31",
        "outcome": "succeeded",
        "conditions": ["multi-vendor"],
        "conditions_complete": True,
        "sizes": {"computer_rooms": 3, "customers": "whole-industry"},
        "market": [{"scope": "companies"}],
        "masked": ["title"],
    }
    facts = {"sizes": {"computer_rooms": 3}, "customers": "whole-industry", "market": (share(employees=5),)}
    assert further(again, **facts, masked=frozenset({"title"})) == []


def test_what_is_on_record_cannot_be_assumed_otherwise() -> None:
    otherwise = {"title": "C", "project": "P", "outcome": "failed", "sizes": {"customers": "specific-user"}}
    problems = further(otherwise, customers="whole-industry")
    assert problems == [f"engagements/0/{key} K231" for key in ("title", "project", "outcome", "sizes/customers")]


def test_a_title_held_is_on_record_and_not_its_rank() -> None:
    held = {"title_held": "hardware-service-responsible"}
    assert further({"role": "hardware-service-responsible"}, **held) == []
    assert further({"role": "responsible"}, **held) == ["engagements/0/role K231"]


def test_a_condition_can_be_added_only_while_the_list_is_open() -> None:
    raw: dict[str, object] = {"conditions": ["new-technology", "multi-vendor"]}
    assert further(raw, has_all_conditions=False) == []
    assert further(raw) == ["engagements/0/conditions K232"]


def test_an_engagement_cannot_end_earlier_than_recorded_or_than_it_begins() -> None:
    assert further({"until": "2023-03-30"}) == ["engagements/0/until K233"]
    assert further({"until": "2020-03-31"}) == ["engagements/0/until K210"]
    assert further({"until": "2020-04-01"}, end=None) == []


def test_an_earlier_end_than_one_that_is_still_to_come_adds_nothing() -> None:
    def end(on: date) -> tuple[object, list[str]]:
        reading = Reading(locate=lambda path: Place(file="/".join(map(str, path))))
        raw = {"engagements": [{"id": "core", "until": "2022-03-31"}]}
        value = Value(reading=reading, path=(), raw=raw)
        found = parse_additions(value, WORDS, person(engagement(end="2023-03-31")), on=on)
        return [each.end for each in found.facts], [problem.code for problem in reading.problems]

    assert end(date(2023, 3, 30)) == ([], [])
    assert end(date(2023, 3, 31)) == ([day("2022-03-31")], ["K233"])


def test_of_a_market_on_record_only_missing_head_counts_can_be_added() -> None:
    recorded = (share(count=3), share(employees=500))
    assert further({"market": [{"scope": "companies", "count": 3, "employees": 9}]}, market=recorded) == []
    assert further({"market": [{"scope": "companies", "employees": 9}]}, market=recorded) == [
        "engagements/0/market/0/employees K231"
    ]
    assert further({"market": [{"scope": "departments"}]}, market=recorded) == ["engagements/0/market/0 K234"]
    assert further({"market": [{"scope": "departments"}]}, market=()) == ["engagements/0/market/0 K234"]
    assert further({"market": [{"scope": "departments"}]}) == []


def test_a_record_is_told_from_additions_once() -> None:
    additions, problems = read(
        {"employee": "E-1", "name": "A", "contributions": [{"kind": "book", "day": "2024-05-01"}]}
    )
    assert problems == ["employee K236"]
    assert [(each.kind, each.day) for each in additions.contributions] == [("book", contribution("book").day)]


def test_a_statement_of_knowledge_holds_what_is_on_record() -> None:
    item = "customer-service/hardware/technology"
    recorded = person(knowledge=(Knowledge(item=item, known=frozenset({"computer-systems"})),))
    less = {"knowledge": [{"item": item, "known": ["security-and-privacy"]}]}
    more = {"knowledge": [{"item": item, "known": ["security-and-privacy", "computer-systems"]}]}
    assert read(less, on_record=recorded)[1] == ["knowledge/0/known K237"]
    assert read(more, on_record=recorded)[1] == []


def test_a_month_as_an_end_is_counted_to_its_last_day() -> None:
    additions, problems = read({"engagements": [{"id": "core", "until": "2024-03"}]})
    assert problems == ["engagements/0/until K202"]
    assert additions.facts[0].end is not None
    assert additions.facts[0].end.latest == date(2024, 3, 31)


def test_an_item_that_is_no_mapping_is_refused_like_that_of_a_record() -> None:
    assert "engagements/0 K103" in read({"engagements": ["core"]})[1]
    assert read([])[1] == [" K103"]
