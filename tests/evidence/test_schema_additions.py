"""Does the JSON Schema of additions offer what a file of additions may hold, and refuse a record?"""

from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from kijun.catalogue.record_words import words_of
from kijun.evidence.schema_additions import additions_schema
from kijun.text import LANGUAGES
from tests.builders import V3_2008, V3_2011, edition
from tests.evidence.test_parse_additions import NEW

WORDS = words_of([edition(V3_2011), edition(V3_2008)])


def accepts(additions: object) -> bool:
    schema: Any = additions_schema(WORDS, "en")
    return bool(Draft202012Validator(schema).is_valid(additions))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_schema_is_itself_valid(language: Any) -> None:
    schema: Any = additions_schema(WORDS, language)
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize(
    "additions",
    [
        {},
        {"engagements": None, "complete": ["mentoring"]},
        {"engagements": [NEW]},
        {"engagements": [{"id": "core", "until": "2027-03-31", "conditions": ["multi-vendor"]}]},
        {"engagements": [{"id": "core", "sizes": {"computer_rooms": 2}, "market": [{"scope": "companies"}]}, NEW]},
        {"contributions": [{"kind": "book", "day": "2027-01-01"}]},
    ],
)
def test_what_may_be_assumed_is_valid(additions: object) -> None:
    assert accepts(additions)


@pytest.mark.parametrize(
    "additions",
    [
        {"employee": "E-1", "name": "A"},
        {"engagements": [{"until": "2027-03-31"}]},
        {"engagements": [{"id": "core", "role": "leader"}]},
        {"contributions": [{"kind": "bok", "day": "2027-01-01"}]},
        [],
    ],
)
def test_what_may_not_be_assumed_is_not_valid(additions: object) -> None:
    assert not accepts(additions)
