"""Which JSON Schema gives an editor the keys and words of a career record?

Made from the same words that `parse` accepts, so that completion never offers what a check would refuse.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kijun.evidence.engagement import MASKABLE
from kijun.evidence.parse import CONFIRMATIONS, DECISIONS, MOST_EMPLOYEES, MOST_UNITS
from kijun.evidence.person import LISTS, RATERS
from kijun.evidence.words import Words
from kijun.text import Language, Text

Schema = Mapping[str, object]
_DAY: Schema = {
    "type": "string",
    "description": "2021-04-01, 2021-04, 2021年4月1日, 令和3年4月",
}
_WORDS: Schema = {"type": ["string", "number"], "pattern": r"\S"}
_DIGITS = r"^\s*\+?([0-9０-９]{1,3}([,_，][0-9０-９]{3})+|[0-9０-９]{1,30})\s*$"


def record_schema(words: Words, language: Language) -> Schema:
    """Return the JSON Schema (draft 2020-12) of a career record; descriptions are in one language."""
    known = {kind: _known(named, language) for kind, named in words.of.items()}
    item = _known({name: item.name for name, item in words.items.items()}, language)
    highest = max((top for each in words.items.values() for top in each.scales.values()), default=0)
    rating = {"item": item, "level": _whole(0, highest), "by": {"enum": [*RATERS]}, "day": _DAY}
    identities = {identity: name for each in words.items.values() for identity, name in each.knowledge.items()}
    knowledge: Schema = {"item": item, "known": _set_of(_known(identities, language))}
    confirmation: Schema = {
        "cell": {"enum": [*words.cells, *words.unread]},
        "decision": {"enum": [*CONFIRMATIONS]},
        "by": _WORDS,
        "reason": _WORDS,
        "day": _DAY,
    }
    examination: Schema = {"anyOf": [known["examination"], _WORDS]}
    expertise = {"area": known["area"], "degree": known["degree"], "reach": known["reach"], "since": _DAY}
    contribution = {"kind": known["contribution"], "title": _TEXT, "day": _DAY}
    record: Schema = {
        "$schema": _WORDS,
        "employee": _WORDS,
        "name": {"anyOf": [_WORDS, _closed({"text": _WORDS, "reading": _WORDS}, ("text",))]},
        "team": _WORDS,
        "complete": _set_of({"enum": [*LISTS]}),
        "engagements": _list_of(_engagement(words, known)),
        "expertise": _list_of(_closed(expertise, ("area",))),
        "contributions": _list_of(_closed(contribution, ("kind", "day"))),
        "mentoring": _list_of(_closed({"whom": _WORDS, "since": _DAY}, ("whom", "since"))),
        "qualifications": _list_of(_closed({"examination": examination, "day": _DAY}, ("examination", "day"))),
        "ratings": _list_of(_closed({**rating, "note": _WORDS}, tuple(rating))),
        "knowledge": _list_of(_closed(knowledge, tuple(knowledge))),
        "confirmations": _list_of(_closed(confirmation, tuple(confirmation))),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "kijun career record",
        **_closed(record, ("employee", "name")),
    }


def _known(named: Mapping[str, Text], language: Language) -> Schema:
    said = (f"{word}: {name.said_in(language)}" for word, name in named.items())
    return {"enum": [*named], "description": "\n".join(said)}


def _engagement(words: Words, known: Mapping[str, Schema]) -> Schema:
    sizes = {measure: _whole(0, most) for measure, most in words.most.items()} | {"customers": known["customers"]}
    share = {"scope": known["scope"], "count": _whole(1, MOST_UNITS), "employees": _whole(0, MOST_EMPLOYEES)}
    equivalence: Schema = {
        "to": {"enum": [*words.bands, *words.cells]},
        "decision": {"enum": [*DECISIONS]},
        "by": _WORDS,
        "reason": _WORDS,
        "day": _DAY,
    }
    return _closed(
        {
            "id": _WORDS,
            "title": _TEXT,
            "project": _WORDS,
            "fields": _set_of(known["field"]),
            "activities": _set_of(known["activity"]),
            "role": known["role"],
            "from": _DAY,
            "until": _DAY,
            "outcome": known["outcome"],
            "conditions": _set_of(known["condition"]),
            "conditions_complete": {"type": "boolean"},
            "sizes": _closed(sizes),
            "market": _list_of(_closed(share, ("scope",))),
            "equivalences": _list_of(_closed(equivalence, ("decision",))),
            "masked": _set_of({"enum": [*MASKABLE]}),
        },
        ("id", "fields", "activities", "role", "from", "outcome"),
    )


def _closed(properties: Schema, required: Iterable[str] = ()) -> Schema:
    """Return a mapping that has only these keys; a key without a value is as good as none."""
    optional = {
        key: value if key in required else {"anyOf": [value, {"type": "null"}]} for key, value in properties.items()
    }
    return {"type": "object", "properties": optional, "required": [*required], "additionalProperties": False}


def _list_of(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _set_of(words: Schema) -> Schema:
    return {**_list_of(words), "uniqueItems": True}


def _whole(least: int, most: int) -> Schema:
    digits: Schema = {"type": "string", "pattern": _DIGITS}
    return {"anyOf": [{"type": "integer", "minimum": least, "maximum": most}, digits]}


_TEXT: Schema = {"anyOf": [_WORDS, _closed({"ja": _WORDS, "en": _WORDS}, ("ja", "en"))]}
