"""Which shapes are fixed, because other programs read them? Written by hand from the issue, as JSON Schema; keys may be more."""

from __future__ import annotations

from typing import Any, Final

Shape = dict[str, Any]

TEXT: Final[Shape] = {"type": "string"}
WHOLE: Final[Shape] = {"type": "integer"}
NULL: Final[Shape] = {"type": "null"}
PARTS: Final = ("responsibility", "complexity", "size", "expertise", "succession", "mentoring")
DEGREES: Final = ("knows-basics", "uses-basics", "practises-alone", "guides-juniors", "guides-others")
REACHES: Final = (None, "company", "industry", "leads-industry")
SCOPES: Final = (
    *("whole-specific-industry", "specific-sub-industries", "whole-specific-sub-industries", "companies"),
    *("companies-departments-establishments", "whole-specific-product-groups-and-service-groups"),
    *("whole-specific-product-groups-or-service-groups", "part-of-specific-sub-industry"),
    *("part-of-specific-products-or-services", "equivalent"),
)
SIZES: Final = (
    *("peak_persons", "annual_contract_value_yen", "computer_rooms", "computer_room_area_m2"),
    *("data_centres", "data_centre_area_m2", "network_sites"),
)


def a(shape: Shape, **more: Shape) -> Shape:
    """Return a mapping that holds these keys."""
    return {"type": "object", "properties": {**shape, **more}, "required": [*shape, *more]}


def closed(shape: Shape, required: tuple[str, ...] = ()) -> Shape:
    """Return a mapping that holds no other keys."""
    return {"type": "object", "properties": shape, "required": [*required], "additionalProperties": False}


def some(shape: Shape) -> Shape:
    """Return a list."""
    return {"type": "array", "items": shape}


def maybe(shape: Shape) -> Shape:
    """Return a shape or null."""
    return {"anyOf": [shape, NULL]}


NAMES: Final = a({"ja": TEXT, "en": TEXT})
BOUND: Final = {**closed(dict.fromkeys(("at_least", "at_most", "below", "printed"), WHOLE)), "minProperties": 1}
ACTIVITIES: Final[Shape] = {
    "oneOf": [closed({"any_of": some(TEXT)}, ("any_of",)), closed({"all_of": some(TEXT)}, ("all_of",)), NULL]
}
CITATION: Final = a({"document": TEXT, "line": WHOLE})
FLAGS: Final = some(a({"id": TEXT}))
MARKET: Final = closed({"scope": {"enum": [*SCOPES]}, "count": WHOLE, "employees": BOUND}, ("scope",))
SIZE: Final[Shape] = {
    **closed(
        {
            **dict.fromkeys(SIZES, BOUND),
            "customers": a({"reach": TEXT, "or_equivalent": {"type": "boolean"}}),
            "some_rooms_or_networks": {"const": True},
        }
    ),
    "minProperties": 1,
}
RESPONSIBILITY: Final = a(
    {
        "measure": {"enum": ["times", "years"]},
        "at_least": WHOLE,
        "slots": maybe(some(WHOLE)),
        "years_at_level": maybe(WHOLE),
        "role": TEXT,
        "roles": some(TEXT),
        "activities": ACTIVITIES,
        "outcome": TEXT,
        "market": some(MARKET),
        "circumstances": some(a({"kind": TEXT, "of": some(TEXT)})),
    }
)
COMPLEXITY: Final = a(
    {
        "at_least": {"anyOf": [WHOLE, {"const": "some"}]},
        "of": some(TEXT),
        "must_include": some(TEXT),
        "outcome": TEXT,
        "activities": ACTIVITIES,
        "role": maybe(TEXT),
    }
)
CELL: Final = a(
    {
        "cell": TEXT,
        "responsibility": maybe(RESPONSIBILITY),
        "complexity": maybe(COMPLEXITY),
        "size": maybe(some(a({"any_of": some(SIZE), "complexity_at_least": maybe(WHOLE)}))),
        "size_clause": maybe(a({"outcome": TEXT, "activities": ACTIVITIES})),
        "expertise": maybe(
            a(
                {
                    "at_least": {"anyOf": [WHOLE, {"const": "all"}]},
                    "of": some(TEXT),
                    "degree": {"enum": [*DEGREES]},
                    "reach": {"enum": [*REACHES]},
                }
            )
        ),
        "succession": maybe(a({"at_least": WHOLE, "of": some(TEXT), "subject": TEXT})),
        "mentoring": {"type": "boolean"},
        "exam": {"enum": ["AP", "FE", None]},
        "citation": a({"document": TEXT, "line": WHOLE, "page": maybe(TEXT)}),
        "citations": {"type": "object", "additionalProperties": a({"line": WHOLE})},
        "flags": FLAGS,
    }
)
JOB_DESCRIPTION: Final = a(
    {
        "category": TEXT,
        "name": NAMES,
        "summary": NAMES,
        "answers_for": maybe(NAMES),
        "phases": some(a({"id": TEXT, "name": NAMES, "main": {"type": "boolean"}, "parts": some(NAMES)})),
        "activities": some(a({"phase": TEXT, "name": NAMES})),
        "fields": some(a({"id": TEXT, "name": NAMES, "summary": NAMES})),
        "levels_printed": maybe({"type": "object"}),
        "citation": CITATION,
        "flags": FLAGS,
    }
)
VERDICT: Final[Shape] = {"enum": ["met", "not met", "unknown"]}
JUDGED_CELL: Final = a(
    {
        "verdict": {"enum": ["met", "not met", "unknown", "not defined"]},
        "reason": {"enum": [None, "not in the standard", "not in the source"]},
        "parts": closed(dict.fromkeys(PARTS, maybe(VERDICT)), PARTS),
        "minimum_by_examination": maybe(VERDICT),
    }
)
PROOF: Final = a({"verdict": VERDICT, "words": NAMES, "children": some({"type": "object"})})
JUDGEMENT: Final = a(
    {
        "person": TEXT,
        "on": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"},
        "cells": {"type": "object", "additionalProperties": JUDGED_CELL},
        "levels": {
            "type": "object",
            "additionalProperties": a(
                {"highest_met": maybe(WHOLE), "highest_possible": maybe(WHOLE), "holes": some(WHOLE)}
            ),
        },
    }
)
BILINGUAL: Final = closed({"ja": TEXT, "en": TEXT}, ("ja", "en"))
SKILL_ITEM: Final = a(
    {
        "item": TEXT,
        "field": TEXT,
        "name": BILINGUAL,
        "common": {"type": "boolean"},
        "knowledge_items": some(BILINGUAL),
        "levels": some(WHOLE),
        "citation": CITATION,
        "flags": FLAGS,
    }
)
