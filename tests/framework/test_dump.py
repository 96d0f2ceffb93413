"""Are a cell and a job description written in the shape that other programs read?"""

from __future__ import annotations

import json

import pytest

from kijun.citation import Citation
from kijun.framework.dump import dump_category, dump_cell, dump_citation, dump_flag, dump_text
from kijun.framework.parse_indicator import parse_indicator
from kijun.text import Text
from tests.framework.small import alpha, beta, edition, found, gamma, indicator, setting, value

SMALL = edition()


def test_a_cell_is_written_with_every_part() -> None:
    assert dump_cell(SMALL.indicators["acme/1/service/alpha/3"], SMALL) == {
        "cell": "acme/1/service/alpha/3",
        "responsibility": {
            "measure": "years",
            "at_least": 2,
            "slots": None,
            "years_at_level": 3,
            "role": "leader",
            "roles": ["alpha-leader"],
            "activities": {"any_of": ["install", "repair"]},
            "outcome": "succeeded",
            "market": [],
            "circumstances": [{"kind": "leads", "of": ["team"]}],
        },
        "complexity": {
            "at_least": 2,
            "of": ["old", "new", "far"],
            "must_include": ["old"],
            "outcome": "participated",
            "activities": {"any_of": ["install"]},
            "role": "responsible",
        },
        "size": [
            {"any_of": [{"customers": {"reach": "whole", "or_equivalent": True}}], "complexity_at_least": None},
            {"any_of": [{"customers": {"reach": "part", "or_equivalent": False}}], "complexity_at_least": 3},
        ],
        "size_clause": {"outcome": "succeeded", "activities": {"any_of": ["repair"]}},
        "expertise": {"at_least": 1, "of": ["craft", "trust"], "degree": "guides", "reach": "company"},
        "succession": {"at_least": 2, "of": ["book", "paper", "patent"], "subject": "technique"},
        "mentoring": True,
        "exam": None,
        "citation": {"document": "d1", "line": 30, "page": "A-3", "page_inferred": True, "revision": "first"},
        "citations": {
            "responsibility": {"line": 11},
            "complexity": {"line": 12},
            "size/1": {"line": 13},
            "size/2": {"line": 14},
            "size_clause": {"line": 15},
            "expertise": {"line": 16},
            "succession": {"line": 17},
        },
        "flags": [
            {
                "id": "odd",
                "about": {"ja": "Two was meant.", "en": "Two was meant."},
                "citations": [{"document": "d1", "line": 17}],
            }
        ],
    }


def test_a_part_that_the_cell_does_not_have_is_null() -> None:
    plain = dump_cell(SMALL.indicators["acme/1/sales/gamma/3"], SMALL)
    assert [plain[name] for name in ("size", "size_clause", "expertise", "succession", "exam")] == [None] * 5
    assert (plain["mentoring"], plain["flags"]) == (False, [])
    bare = dump_cell(indicator({"level": 1, "citation": {"line": 1}}), SMALL)
    assert (bare["responsibility"], bare["complexity"]) == (None, None)


def test_slots_chains_markets_and_bounds_are_written_as_printed() -> None:
    sale = dump_cell(SMALL.indicators["acme/1/sales/gamma/3"], SMALL)["responsibility"]
    assert isinstance(sale, dict)
    assert (sale["slots"], sale["years_at_level"]) == ([3], None)
    assert sale["activities"] == {"all_of": ["sell", "close"]}
    assert sale["market"] == [
        {"scope": "companies", "count": 3, "employees": {"at_least": 3000, "below": 6000}},
        {"scope": "equivalent"},
    ]
    size = [
        {
            "any_of": [
                {"rooms": {"at_least": 0, "at_most": 4}, "area_m2": {"printed": 5}, "some_rooms_or_networks": True}
            ]
        }
    ]
    assert dump_cell(indicator(alpha(3, size=size)), SMALL)["size"] == [
        {
            "any_of": [
                {"rooms": {"at_least": 0, "at_most": 4}, "area_m2": {"printed": 5}, "some_rooms_or_networks": True}
            ],
            "complexity_at_least": None,
        }
    ]


@pytest.mark.parametrize("plain", [alpha(3), beta(3), gamma(3)], ids=["alpha", "beta", "gamma"])
def test_what_is_written_reads_back_as_the_same_cell(plain: object) -> None:
    cell = indicator(plain)
    parts = ("responsibility", "complexity", "size", "size_clause", "expertise", "succession", "mentoring", "exam")
    written = json.loads(json.dumps(dump_cell(cell, SMALL)))
    read = value(
        {"level": cell.level, "citation": {"line": cell.citation.line}} | {name: written[name] for name in parts}
    )
    again = parse_indicator(read, setting())
    assert found(read) == []
    for name in (*parts[:-2], "asks_mentoring", "exam"):
        if name not in ("complexity", "size_clause"):
            assert getattr(again, name) == getattr(cell, name)


def test_a_flag_that_the_edition_does_not_describe_is_left_out() -> None:
    assert dump_cell(indicator(alpha(3, flags=["gone"])), SMALL)["flags"] == []


def test_a_job_description_is_written_whole() -> None:
    assert dump_category(SMALL.categories["service"], SMALL) == {
        "category": "acme/1/service",
        "name": {"ja": "Service", "en": "Service"},
        "summary": {"ja": "Serves.", "en": "Serves."},
        "answers_for": {"ja": "quality", "en": "quality"},
        "phases": [
            {
                "id": "build",
                "name": {"ja": "Build", "en": "Build"},
                "main": True,
                "parts": [{"ja": "Design", "en": "Design"}],
            },
            {"id": "run", "name": {"ja": "runの名", "en": "The run"}, "main": False, "parts": []},
        ],
        "activities": [{"phase": "build", "name": {"ja": "Installation", "en": "Installation"}}],
        "fields": [
            {"id": "alpha", "name": {"ja": "Alpha", "en": "Alpha"}, "summary": {"ja": "First.", "en": "First."}},
            {"id": "beta", "name": {"ja": "Beta", "en": "Beta"}, "summary": {"ja": "Beta", "en": "Beta"}},
        ],
        "levels_printed": {"headed": [3, 2, 1], "cells": None},
        "citation": {"document": "d1", "line": 2, "page": "1"},
        "flags": [dump_flag(SMALL.flags["odd"])],
    }
    sales = dump_category(SMALL.categories["sales"], SMALL)
    assert (sales["levels_printed"], sales["answers_for"], sales["flags"]) == (None, None, [])


def test_small_things_are_written_alike_everywhere() -> None:
    assert dump_text(Text(ja="名", en="name")) == {"ja": "名", "en": "name"}
    assert dump_citation(Citation(document="004", line=38)) == {"document": "004", "line": 38, "page": None}


@pytest.mark.parametrize("of", [["trust", "wiring"], "all"])
def test_ratings_are_written_only_where_the_cell_asks_for_them(of: object) -> None:
    asked = {"at_least": 2, "of": of, "level": 3}
    assert dump_cell(indicator(alpha(3, proficiency=asked)), edition())["proficiency"] == asked
    assert "proficiency" not in dump_cell(indicator(alpha(3)), edition())
