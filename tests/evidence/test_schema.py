"""Does the JSON Schema offer what a check accepts, and refuse what it refuses?"""

from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from kijun.catalogue.record_words import words_of
from kijun.evidence.schema import record_schema
from kijun.text import LANGUAGES
from tests.builders import V3_2008, V3_2011, edition

WORDS = words_of([edition(V3_2011), edition(V3_2008)])
LEAST: dict[str, Any] = {
    "id": "core",
    "fields": ["hardware"],
    "activities": ["fault-repair"],
    "role": "leader",
    "from": "2021-04-01",
    "outcome": "succeeded",
}


def accepts(record: object) -> bool:
    schema: Any = record_schema(WORDS, "en")
    return bool(Draft202012Validator(schema).is_valid(record))


def with_engagement(**changes: object) -> dict[str, Any]:
    return {"employee": "E-1", "name": "A", "engagements": [{**LEAST, **changes}]}


def rated(**changes: object) -> dict[str, Any]:
    rating = {"item": "customer-service/hardware/negotiation", "level": 7, "by": "self", "day": "2026-01-01"}
    return {"employee": "E-1", "name": "A", "ratings": [{**rating, **changes}]}


def knowing(known: list[str] | None) -> dict[str, Any]:
    statement = {"item": "customer-service/negotiation", "known": known}
    return {"employee": "E-1", "name": "A", "knowledge": [statement]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_schema_is_itself_valid(language: Any) -> None:
    schema: Any = record_schema(WORDS, language)
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize(
    "record",
    [
        {"employee": "E-1", "name": "A"},
        {"employee": 7, "name": {"text": "A", "reading": "B"}, "team": None, "complete": ["mentoring"]},
        with_engagement(),
        with_engagement(until=None, sizes={"computer_rooms": "１，０００", "customers": "whole-industry"}),
        with_engagement(market=[{"scope": "companies", "count": 3, "employees": 3000}]),
        with_engagement(equivalences=[{"decision": "claimed", "to": f"{V3_2011}/customer-service/hardware/5/size/1"}]),
        {"employee": "E-1", "name": "A", "contributions": [{"kind": "book", "day": "2024-05"}]},
        rated(),
        rated(item="customer-service/negotiation", level=0, by="assessor", day="2026-01", note="so"),
        knowing([]),
        knowing(["negotiation"]),
    ],
)
def test_what_a_check_accepts_is_valid(record: object) -> None:
    assert accepts(record)


@pytest.mark.parametrize(
    "record",
    [
        {"employee": "E-1"},
        {"employee": "E-1", "name": "A", "luck": 1},
        {"employee": "E-1", "name": "A", "complete": ["everything"]},
        with_engagement(role="boss"),
        with_engagement(luck=1),
        with_engagement(sizes={"computer_rooms": -1}),
        with_engagement(sizes={"computer_rooms": 1.5}),
        with_engagement(conditions=["old"]),
        {"employee": "E-1", "name": "A", "engagements": [{"id": "core"}]},
        rated(level=8),
        rated(item="customer-service/hardware/luck"),
        rated(item="customer-service/fault-repair"),
        rated(by="me"),
        knowing(["luck"]),
        knowing(["negotiation", "negotiation"]),
        knowing(None),
        {"employee": "E-1", "name": "A", "contributions": [{"kind": "book"}]},
    ],
)
def test_what_a_check_refuses_is_not_valid(record: object) -> None:
    assert not accepts(record)


def test_words_are_described_in_the_language_that_is_asked_for() -> None:
    ja, en = (str(record_schema(WORDS, language)) for language in LANGUAGES)
    assert "障害修理" in ja
    assert "障害修理" not in en
    assert "fault-repair: Fault repair" in en
