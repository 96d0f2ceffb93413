"""Which JSON Schema gives an editor the keys and words of a file of additions?

It is the record's own: without whose record it is, and with further facts beside new engagements.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kijun.evidence.parse_additions import FURTHER, OF_A_RECORD
from kijun.evidence.schema import Schema, record_schema
from kijun.evidence.words import Words
from kijun.text import Language

_ENGAGEMENTS = "engagements"


def additions_schema(words: Words, language: Language) -> Schema:
    """Return the JSON Schema (draft 2020-12) of a file of additions; descriptions are in one language."""
    record: Any = record_schema(words, language)
    properties = {key: below for key, below in record["properties"].items() if key not in OF_A_RECORD}
    engagement = _offered(properties[_ENGAGEMENTS])["items"]
    further = {
        **engagement,
        "properties": {key: engagement["properties"][key] for key in FURTHER},
        "required": [*FURTHER[:1]],
    }
    both = {"type": "array", "items": {"anyOf": [engagement, further]}}
    properties[_ENGAGEMENTS] = {"anyOf": [both, {"type": "null"}]}
    return {**record, "title": "kijun additions", "properties": properties, "required": []}


def _offered(schema: Mapping[str, Any]) -> dict[str, Any]:
    offered: dict[str, Any] = next(each for each in schema["anyOf"] if each != {"type": "null"})
    return offered
