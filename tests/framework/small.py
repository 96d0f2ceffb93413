"""A small standard as plain values: two categories, three fields, six cells. Each call makes it anew, to be changed by a test.

Field `alpha` counts years and sizes by customers, `beta` counts times and sizes by rooms, `gamma` belongs to a category whose
engagements name their fields, and asks for a market.
"""

from __future__ import annotations

from typing import Any

from kijun.framework.edition import Edition
from kijun.framework.indicator import Indicator
from kijun.framework.parse_edition import Files, parse_edition
from kijun.framework.parse_indicator import Setting, parse_indicator
from kijun.framework.parse_vocabulary import parse_vocabulary
from kijun.framework.vocabulary import Vocabulary
from kijun.problem import Path, Place
from kijun.problem.reading import Reading, Value

Plain = Any


def value(raw: object) -> Value:
    """Return a plain value; the place of a problem in it is its path."""
    return Value(reading=Reading(locate=_locate), path=(), raw=raw)


def _locate(path: Path) -> Place:
    return Place(file="/".join(str(step) for step in path), line=len(path), column=1)


def found(read: Value) -> list[tuple[str, str]]:
    """Return code and path of each problem that was found in a value."""
    return [(problem.code, problem.place.file) for problem in read.reading.problems]


def term(identity: str, **more: object) -> Plain:
    return {"id": identity, "name": {"ja": f"{identity}の名", "en": f"The {identity}"}, **more}


def vocabulary_files() -> Plain:
    return {
        "roles": {
            "ranks": [term("member", order=1), term("leader", order=2), term("responsible", order=3)],
            "titles": [term("alpha-leader", rank="leader"), term("alpha-responsible", rank="responsible")],
        },
        "outcomes": {"outcomes": [term("participated", order=1), term("succeeded", order=2)]},
        "activities": {"activities": [term("install"), term("repair"), term("sell"), term("close")]},
        "conditions": {"conditions": [term("old"), term("new"), term("far"), term("wide")]},
        "sizes": {
            "measures": [
                {"id": "rooms", "name": "Rooms", "unit": {"ja": "室", "en": "rooms"}, "most": 100},
                {"id": "area_m2", "name": "Area", "unit": {"ja": "㎡", "en": "m²"}, "most": 10_000},
                {"id": "computer_rooms", "name": "Halls", "unit": {"ja": "箇所", "en": "halls"}, "most": 100},
                {"id": "network_sites", "name": "Sites", "unit": {"ja": "拠点", "en": "sites"}, "most": 100},
            ],
            "customers": {
                "reaches": [term("part", order=1), term("whole", order=2)],
                "served": [term("a-part", reach="part"), term("a-whole", reach="whole")],
            },
        },
        "markets": {
            "facts": [term("firms", employees=True), term("goods", employees=False), term("services")],
            "scopes": [
                {"id": "companies", "name": "Companies", "counted": ["firms"]},
                {"id": "both", "name": "Goods and services", "all_of": [["goods"], ["services"]]},
            ],
        },
        "areas": {"areas": [term("craft"), term("trust")]},
        "degrees": {
            "degrees": [term("practises", order=1), term("guides", order=2)],
            "reaches": [term("none", order=0), term("company", order=1), term("industry", order=2)],
        },
        "contributions": {
            "contributions": [term("book"), term("paper"), term("patent")],
            "subjects": [term("technique")],
        },
        "examinations": {"examinations": [term("AP")]},
        "circumstances": {"kinds": [term("leads")], "circumstances": [term("team", kind="leads")]},
    }


def any_of(*activities: str) -> Plain:
    return {"any_of": list(activities)}


def alpha(level: int, **changes: object) -> Plain:
    """Return a cell of alpha: years at the level, two conditions, customers as a whole or a part with three conditions."""
    cell: dict[str, Plain] = {
        "level": level,
        "citation": {"line": 10 * level, "page": f"A-{level}", "page_inferred": True},
        "responsibility": {
            "measure": "years",
            "at_least": 2,
            "years_at_level": level,
            "role": "leader",
            "roles": ["alpha-leader"],
            "activities": any_of("install", "repair"),
            "outcome": "succeeded",
            "circumstances": [{"kind": "leads", "of": ["team"]}],
        },
        "complexity": {
            "at_least": 2,
            "of": ["old", "new", "far"],
            "must_include": ["old"],
            "role": "responsible",
            "roles": ["alpha-responsible"],
            "outcome": "participated",
            "activities": any_of("install"),
        },
        "size": [
            {"any_of": [{"customers": {"reach": "whole", "or_equivalent": True}}]},
            {"any_of": [{"customers": {"reach": "part"}}], "complexity_at_least": 3},
        ],
        "size_clause": {
            "outcome": "succeeded",
            "activities": any_of("repair"),
            "circumstances": [{"kind": "leads", "of": ["team"]}],
        },
        "expertise": {"at_least": 1, "of": ["craft", "trust"], "degree": "guides", "reach": "company"},
        "succession": {"at_least": 2, "of": ["book", "paper", "patent"], "subject": "technique"},
        "mentoring": True,
        "citations": {
            "responsibility": 11,
            "complexity": 12,
            "size/1": 13,
            "size/2": 14,
            "size_clause": 15,
            "expertise": 16,
            "succession": 17,
        },
        "flags": ["odd"],
    }
    return {**cell, **changes}


def beta(level: int, **changes: object) -> Plain:
    """Return a cell of beta: twice, once at the level and once below, rooms or an area, an examination."""
    cell: dict[str, Plain] = {
        "level": level,
        "citation": {"line": 20 * level},
        "responsibility": {
            "measure": "times",
            "at_least": 2,
            "slots": [level, level - 1],
            "role": "member",
            "activities": any_of("repair"),
            "outcome": "participated",
        },
        "complexity": {
            "at_least": 1,
            "of": ["new", "wide"],
            "outcome": "participated",
            "activities": any_of("repair"),
        },
        "size": [{"any_of": [{"rooms": {"at_least": level, "at_most": level + 1}}, {"area_m2": {"below": 100}}]}],
        "size_clause": {"outcome": "participated", "activities": any_of("repair")},
        "expertise": {"at_least": 1, "of": ["craft"], "degree": "practises"},
        "exam": "AP",
        "citations": {"responsibility": 21, "complexity": 22, "size/1": 23, "expertise": 24, "exam": 25},
    }
    return {**cell, **changes}


def gamma(level: int, **changes: object) -> Plain:
    """Return a cell of gamma: one chain of activities for a market, and nothing on its size."""
    cell: dict[str, Plain] = {
        "level": level,
        "citation": {"line": 30 * level},
        "responsibility": {
            "measure": "times",
            "at_least": 1,
            "slots": [level],
            "role": "responsible",
            "activities": {"all_of": ["sell", "close"]},
            "outcome": "succeeded",
            "market": [
                {"scope": "companies", "count": level, "employees": {"at_least": 1000 * level, "below": 2000 * level}},
                {"scope": "equivalent"},
            ],
        },
        "complexity": {
            "at_least": 1,
            "of": ["far"],
            "outcome": "succeeded",
            "activities": any_of("sell", "close"),
        },
        "citations": {"responsibility": 31, "complexity": 32},
    }
    return {**cell, **changes}


def indicator_files() -> list[Plain]:
    return [
        {"category": "service", "field": "alpha", "document": "d1", "cells": [alpha(3), alpha(2)]},
        {"category": "service", "field": "beta", "document": "d1", "cells": [beta(3), beta(2)]},
        {"category": "sales", "field": "gamma", "document": "d2", "cells": [gamma(3), gamma(2)]},
    ]


def edition_file() -> Plain:
    return {
        "id": "acme/1",
        "standard": "acme",
        "name": {"ja": "社内標準", "en": "Acme"},
        "published": "2026-01",
        "order": 1,
        "documents": {
            "d1": {
                "title": "First",
                "language": "ja",
                "revision": {"ja": "初版", "en": "first"},
                "revision_printed": True,
                "publisher": "Acme",
            },
            "d2": {"title": "Second", "language": "en", "revision": "none", "publisher": "Acme", "part": True},
        },
        "notes": ["Made for a test."],
    }


def field(identity: str, **more: object) -> Plain:
    return {"id": identity, "name": identity.title(), "citation": {"document": "d1", "line": 1}, **more}


def structure_file() -> Plain:
    return {
        "levels": [1, 2, 3],
        "categories": [
            {
                "id": "service",
                "engagements_belong_by": "activities",
                "name": "Service",
                "summary": "Serves.",
                "answers_for": "quality",
                "phases": [{"id": "build", "name": "Build", "main": True, "parts": ["Design"]}, term("run")],
                "activities": [{"phase": "build", "name": "Installation"}],
                "fields": [field("alpha", summary="First."), field("beta", missing_from_source=[1])],
                "levels_printed": {"headed": [3, 2, 1], "cells": None},
                "citation": {"document": "d1", "line": 2, "page": "1"},
                "flags": ["odd"],
            },
            {
                "id": "sales",
                "engagements_belong_by": "named-fields",
                "name": "Sales",
                "summary": "Sells.",
                "fields": [field("gamma")],
                "citation": {"document": "d2", "line": 3},
            },
        ],
    }


def point(identity: str, default: str, *others: str) -> Plain:
    answers = [{"id": answer, "text": answer} for answer in (default, *others)]
    return {"id": identity, "question": "Which?", "default": default, "answers": answers, "reason": "Silent."}


def policy_file() -> list[Plain]:
    return [
        point("parts.required", "all", "<ids>"),
        point("bands.floor", "floor", "literal"),
        point("slots.role-and-market", "every", "highest"),
        point("fields.shared", "shared", "one-field"),
        point("levels.reach-down", "satisfied", "own-lists"),
        point("levels.imply", "each", "ladder"),
        point("examination.effect", "separate", "satisfies"),
        point("examination.others", "none", "<ids>"),
        point("evidence.window", "any", "<n>"),
        point("circumstances.examined", "shown", "confirmed"),
        point("proficiency.decides", "reported", "all-items"),
        point("some.means", "1", "<n>"),
        point("contradictions", "as-printed", "corrected"),
    ]


def flags_file() -> list[Plain]:
    return [
        {
            "id": "odd",
            "about": "Two was meant.",
            "citations": [{"document": "d1", "line": 17}],
            "touches": ["acme/1/service/alpha/3"],
            "correction": {"path": "acme/1/service/alpha/3/succession/at_least", "value": 3},
        },
        {"id": "plain", "about": "A slip.", "citations": []},
    ]


def files(**changes: object) -> Files:
    """Return the files of the small standard, some of them replaced by other plain values."""
    plain: dict[str, Plain] = {
        "edition": edition_file(),
        "structure": structure_file(),
        "policy": policy_file(),
        "flags": flags_file(),
        "vocabulary": vocabulary_files(),
        "indicators": indicator_files(),
        "skills": [],
        **changes,
    }
    return Files(
        edition=value(plain["edition"]),
        structure=value(plain["structure"]),
        policy=value(plain["policy"]),
        flags=None if plain["flags"] is None else value(plain["flags"]),
        vocabulary={name: value(raw) for name, raw in plain["vocabulary"].items()},
        indicators=tuple(value(raw) for raw in plain["indicators"]),
        skills=None if plain["skills"] is None else tuple(value(raw) for raw in plain["skills"]),
    )


def problems(read: Files) -> list[tuple[str, str]]:
    """Return code and path of each problem of all files."""
    every = [read.edition, read.structure, read.policy, read.flags, *read.vocabulary.values(), *read.indicators]
    every += read.skills or ()
    return [each for one in every if one is not None for each in found(one)]


def edition(**changes: object) -> Edition:
    """Return the small standard; its files must be free of problems."""
    read = files(**changes)
    parsed = parse_edition(read)
    assert problems(read) == []
    return parsed.edition


def vocabulary() -> Vocabulary:
    return parse_vocabulary({name: value(raw) for name, raw in vocabulary_files().items()})


def setting() -> Setting:
    small = edition()
    return Setting(
        edition=small.id,
        category="service",
        field="alpha",
        document="d1",
        vocabulary=small.vocabulary,
        documents=small.documents,
        levels=small.levels,
    )


def indicator(plain: Plain) -> Indicator:
    """Return a cell of the small standard; it must be free of problems."""
    read = value(plain)
    parsed = parse_indicator(read, setting())
    assert found(read) == []
    return parsed
