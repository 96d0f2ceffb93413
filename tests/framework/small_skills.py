"""The skills of the small standard as plain values: two items in each field of `service`. Each call makes them anew.

`trust` is common to the category, with one table in each field; `wiring` is alpha's own, `roofing` beta's. The overview
disagrees with the tables in every way in which it can.
"""

from __future__ import annotations

from typing import Any

from kijun.framework.edition import Edition
from tests.framework.small import edition, term, vocabulary_files

Plain = Any
ALPHA = "acme/1/service/alpha"
BETA = "acme/1/service/beta"


def knowledge(identity: str, line: int, /, **more: object) -> Plain:
    return {"line": line, **term(identity), **more}


def item(field: str, identity: str, line: int, /, **changes: object) -> Plain:
    """Return an item whose table heads 3, 2 and 1, with a proficiency at 3 and 2."""
    plain: dict[str, Plain] = {
        **term(identity),
        "field": field,
        "citation": {"line": line},
        "headed": [3, 2, 1],
        "knowledge": [knowledge("words", line + 1), knowledge("deeds", line + 2)],
        "proficiencies": [
            {"level": 3, "line": line + 3, "ability": "leads"},
            {"level": 2, "line": line + 4, "ability": "helps", "roles": ["member"], "setting": "none"},
        ],
    }
    return {**plain, **changes}


def skills_file(**changes: object) -> Plain:
    plain: dict[str, Plain] = {
        "category": "service",
        "document": "d1",
        "note": {"about": "Marked elsewhere.", "citation": {"line": 99}},
        "settings": [
            {
                "field": "alpha",
                "levels": [
                    {"level": 3, "roles": ["alpha-responsible", "alpha-leader"], "setting": "town"},
                    {"level": 2, "roles": ["alpha-leader"]},
                ],
            }
        ],
        "items": [
            item("alpha", "trust", 10, common=True),
            item("alpha", "wiring", 20, flags=["odd"], was={"id": "cables", "reason": "Cables are wires."}),
            item("beta", "trust", 30, common=True),
            item("beta", "roofing", 40, headed=[3, 2], knowledge=[knowledge("tiles", 41, was={"id": "slates", "reason": "Slates are tiles."})]),
        ],
        "overview": [
            {
                "common": True,
                "items": [{"item": "trust", "line": 1, "knowledge": [{"id": "deeds"}, {"id": "words", "name": "Sayings"}]}],
            },
            {
                "field": "alpha",
                "items": [
                    {"item": "roofing", "line": 2, "knowledge": [{"id": "tiles"}]},
                    {"item": "wiring", "line": 3, "knowledge": [{"id": "words"}, {"id": "songs", "name": "Songs"}]},
                ],
            },
        ],
    }  # fmt: skip
    return {**plain, **changes}


def words() -> Plain:
    """Return the vocabulary of the small standard with the words that proficiencies use."""
    return {
        **vocabulary_files(),
        "settings": {"settings": [{"id": "town", "name": {"ja": "町", "en": "A town"}}]},
        "abilities": {"abilities": [{"id": "leads", "name": {"ja": "率いる", "en": "leads"}}, {"id": "helps", "name": {"ja": "助ける", "en": "helps"}}]},
    }  # fmt: skip


def skilled(*files: Plain, **changes: object) -> Edition:
    """Return the small standard with these files of skills, or with its own; they must be free of problems."""
    return edition(vocabulary=words(), skills=list(files) or [skills_file()], **changes)
