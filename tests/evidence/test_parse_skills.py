"""Are ratings and knowledge read as they are written, and what is wrong with them said at its place?"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kijun.evidence import Knowledge, Rating
from kijun.evidence.parse_skills import parse_skills
from kijun.evidence.words import Lacking, RatedItem, Words
from kijun.problem import Problem, Severity
from kijun.text import Text, same
from tests.builders import day
from tests.framework.small import value

KNOWN = {"deeds": Text(ja="行い", en="Deeds"), "words": Text(ja="言葉", en="Words")}


def item(name: str, **changes: Any) -> RatedItem:
    facts: dict[str, Any] = {"scales": {"acme/1": 3}, "levels": (2, 3), "knowledge": KNOWN}
    return RatedItem(name=Text(ja=f"{name}の名", en=f"The {name}"), **(facts | changes))


ITEMS = {
    "service/alpha/trust": item("trust"),
    "service/trust": item("trust"),
    "service/alpha/wiring": item("wiring", scales={"acme/1": 3, "acme/2": 5}, levels=(1, 4)),
}
WORDS = Words(of={}, most={}, rank_of={}, scopes_with_employees=frozenset(), cells=(), bands=(), items=ITEMS)
TRUST: dict[str, Any] = {"item": "service/alpha/trust", "level": 3, "by": "self", "day": "2026-01-15"}


def read(
    ratings: object = (), knowledge: object = (), words: Words = WORDS
) -> tuple[tuple[Rating, ...], tuple[Knowledge, ...], list[Problem]]:
    whole = value({"ratings": ratings or [], "knowledge": knowledge or []})
    keys = whole.keys(required=("ratings", "knowledge"))
    rated, known = parse_skills(keys["ratings"], keys["knowledge"], words)
    return rated, known, whole.reading.problems


def codes(ratings: object = (), knowledge: object = (), words: Words = WORDS) -> list[tuple[str, str]]:
    return [(problem.code, problem.place.file) for problem in read(ratings, knowledge, words)[2]]


def suggested(word: str, words: Words = WORDS) -> str | None:
    (problem,) = read([{**TRUST, "item": word}], words=words)[2]
    assert problem.code == "K104"
    return problem.suggestion


def test_a_rating_names_an_item_a_level_a_rater_and_a_day() -> None:
    ratings, _, problems = read([{**TRUST, "note": "so"}, {**TRUST, "item": "service/trust", "day": "2026-02"}])
    assert [problem.code for problem in problems] == ["K202"]
    assert ratings == (
        Rating(item="service/alpha/trust", level=3, by="self", day=day("2026-01-15"), note="so"),
        Rating(item="service/trust", level=3, by="self", day=day("2026-02"), note=None),
    )


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"item": None}, [("K102", "ratings/0/item")]),
        ({"item": "service/beta/trust"}, [("K104", "ratings/0/item")]),
        ({"item": "service/wiring"}, [("K104", "ratings/0/item")]),
        ({"item": ["service/trust"]}, [("K103", "ratings/0/item")]),
        ({"item": "luck", "level": 7}, [("K104", "ratings/0/item")]),
        ({"item": "luck", "level": 8}, [("K104", "ratings/0/item"), ("K106", "ratings/0/level")]),
        ({"level": 4}, [("K220", "ratings/0/level")]),
        ({"level": "４"}, [("K201", "ratings/0/level"), ("K220", "ratings/0/level")]),
        ({"level": 1}, [("K221", "ratings/0/level")]),
        ({"level": 0}, []),
        ({"level": -1}, [("K106", "ratings/0/level")]),
        ({"level": 2.5}, [("K107", "ratings/0/level")]),
        ({"by": "me"}, [("K104", "ratings/0/by")]),
        ({"day": "soon"}, [("K108", "ratings/0/day")]),
        ({"who": "me"}, [("K101", "ratings/0/who")]),
    ],
)
def test_what_is_wrong_with_a_rating_is_said_at_its_place(
    changes: dict[str, Any], found: list[tuple[str, str]]
) -> None:
    assert codes([{**TRUST, **changes}]) == found


def test_the_scale_of_an_item_is_the_highest_of_the_editions_that_have_it() -> None:
    assert codes([{**TRUST, "item": "service/alpha/wiring", "level": 4}]) == []
    (problem,) = read([{**TRUST, "item": "service/alpha/wiring", "level": 6}])[2]
    assert problem.code == "K220"
    assert "3 (acme/1), 5 (acme/2)" in problem.detail.en
    assert "3 (acme/1)、5 (acme/2)" in problem.detail.ja


def test_a_level_without_a_proficiency_is_kept() -> None:
    ratings, _, (problem,) = read([{**TRUST, "level": 1}])
    assert ratings[0].level == 1
    assert problem.severity is Severity.NOTICE
    assert "2, 3" in problem.detail.en
    assert "「trustの名」" in problem.detail.ja


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("service/alpha/trsut", "service/alpha/trust"),
        ("acme/1/service/alpha/skills/trust", "service/alpha/trust"),
        ("alpha/wirring", "service/alpha/wiring"),
        ("service/wiring", "service/alpha/wiring"),
        ("The wiring", "service/alpha/wiring"),
        ("wiringの名", "service/alpha/wiring"),
        ("ｗｉｒｉｎｇ", "service/alpha/wiring"),
        ("trust", "service/trust"),
        ("zzz", None),
    ],
)
def test_an_item_is_suggested_for_a_name_a_path_or_a_slip_and_the_one_for_every_field_first(
    word: str, meant: str | None
) -> None:
    assert suggested(word) == meant


def test_where_no_edition_has_skill_items_that_is_said() -> None:
    (problem,) = read([TRUST], words=replace(WORDS, items={}))[2]
    assert (problem.code, problem.suggestion) == ("K104", None)
    assert "no edition at hand has skill items" in problem.detail.en


def test_two_ratings_of_one_item_by_one_rater_on_one_day_are_remarked_on() -> None:
    assert codes([TRUST, {**TRUST, "level": 2}]) == [("K224", "ratings/1")]
    for change in ({"by": "assessor"}, {"day": "2026-01-16"}, {"item": "service/trust"}):
        assert codes([TRUST, {**TRUST, **change}]) == []
    assert "K224" not in dict(codes([{**TRUST, "day": "soon"}, {**TRUST, "day": "soon"}]))


def test_knowledge_is_stated_item_by_item_and_may_be_none() -> None:
    _, known, problems = read(
        knowledge=[
            {"item": "service/alpha/trust", "known": ["words", "deeds"]},
            {"item": "service/trust", "known": []},
        ]
    )
    assert problems == []
    assert known == (
        Knowledge(item="service/alpha/trust", known=frozenset({"words", "deeds"})),
        Knowledge(item="service/trust", known=frozenset()),
    )


@pytest.mark.parametrize(
    ("statements", "found"),
    [
        ([{"item": "service/trust"}], [("K102", "knowledge/0/known")]),
        ([{"known": []}], [("K102", "knowledge/0/item")]),
        ([{"item": "service/trust", "known": "words"}], [("K103", "knowledge/0/known")]),
        ([{"item": "service/trust", "known": ["luck"]}], [("K104", "knowledge/0/known/0")]),
        ([{"item": "service/trust", "known": ["words", "words"]}], [("K111", "knowledge/0/known/1")]),
        ([{"item": "service/luck", "known": ["luck", "words"]}], [("K104", "knowledge/0/item")]),
        ([{"item": "service/trust", "known": []}] * 2, [("K223", "knowledge/1/item")]),
    ],
)
def test_what_is_wrong_with_knowledge_is_said_at_its_place(statements: object, found: list[tuple[str, str]]) -> None:
    assert codes(knowledge=statements) == found


@pytest.mark.parametrize(("word", "meant"), [("wrods", "words"), ("行い", "deeds"), ("Deeds", "deeds"), ("zzz", None)])
def test_a_knowledge_item_is_suggested_for_its_name_in_either_language(word: str, meant: str | None) -> None:
    (problem,) = read(knowledge=[{"item": "service/trust", "known": [word]}])[2]
    assert (problem.code, problem.suggestion) == ("K104", meant)
    assert "deeds, words" in problem.detail.en


def test_an_item_that_the_edition_asked_for_lacks_is_remarked_on_once() -> None:
    lacking = Lacking(asked=same("Acme 2"), had_by=same("Acme 1"), called=same("It is gone."))
    words = replace(WORDS, lacking={"service/trust": lacking})
    common = {**TRUST, "item": "service/trust"}
    _, _, problems = read(
        [TRUST, common, {**common, "by": "assessor"}], [{"item": "service/trust", "known": []}], words
    )
    assert [(problem.code, problem.place.file) for problem in problems] == [("K222", "ratings/1/item")]
    assert "Acme 2" in problems[0].detail.en
    assert "It is gone." in problems[0].detail.en
    assert codes(knowledge=[{"item": "service/trust", "known": []}], words=words) == [("K222", "knowledge/0/item")]
