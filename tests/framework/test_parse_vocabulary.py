"""Are the words of an edition read with their order, what they belong to, and their places?"""

from __future__ import annotations

from typing import Any

import pytest

from kijun.citation import Citation
from kijun.framework.parse_vocabulary import FILES, parse_citation, parse_vocabulary
from kijun.framework.vocabulary import Term, Vocabulary
from kijun.problem.reading import Value
from kijun.text import Text, same
from tests.framework.small import found, term, value, vocabulary, vocabulary_files


def read(**files: Any) -> tuple[Vocabulary, dict[str, Value]]:
    values = {name: value(raw) for name, raw in files.items()}
    return parse_vocabulary(values), values


def test_every_list_is_read_under_its_kind() -> None:
    words = vocabulary()
    assert set(words.terms) == {
        *(kind for lists in FILES.values() for kind in lists.values()),
        *("customers", "customers-reach"),
    }
    assert {kind: list(words.terms[kind]) for kind in ("role", "title", "customers", "subject", "fact")} == {
        "role": ["member", "leader", "responsible"],
        "title": ["alpha-leader", "alpha-responsible"],
        "customers": ["a-part", "a-whole"],
        "subject": ["technique"],
        "fact": ["firms", "goods", "services"],
    }


@pytest.mark.parametrize(
    ("kind", "word", "of"),
    [
        ("title", "alpha-leader", "leader"),
        ("customers", "a-part", "part"),
        ("circumstance", "team", "leads"),
        ("role", "leader", None),
    ],
)
def test_a_word_knows_what_it_belongs_to(kind: str, word: str, of: str | None) -> None:
    assert vocabulary().terms[kind][word].of == of


def test_a_word_is_read_with_its_note_and_its_place() -> None:
    written = term("install", order=4, note="As printed.", citation={"document": "d1", "line": 7, "page": 3})
    words, _ = read(activities={"activities": [written]})
    assert words.terms["activity"]["install"] == Term(
        id="install",
        name=Text(ja="installの名", en="The install"),
        order=4,
        of=None,
        note=same("As printed."),
        citation=Citation(document="d1", line=7, page="3"),
    )


def test_a_measure_is_read_with_its_unit_and_the_most_that_anybody_means() -> None:
    rooms = vocabulary().measures["rooms"]
    assert (rooms.name, rooms.unit, rooms.most) == (same("Rooms"), Text(ja="室", en="rooms"), 100)


def test_a_market_counts_its_facts_together_or_asks_for_each_of_its_lists() -> None:
    words = vocabulary()
    assert words.scopes["companies"].groups == (frozenset({"firms"}),)
    assert words.scopes["both"].groups == (frozenset({"goods"}), frozenset({"services"}))
    assert words.scopes["both"].name == same("Goods and services")
    assert words.facts_with_employees == {"firms"}


def test_a_file_that_is_not_there_gives_no_words() -> None:
    words, _ = read()
    assert all(not terms for terms in words.terms.values())
    assert (words.measures, words.scopes, words.facts_with_employees) == ({}, {}, frozenset())


def test_an_empty_list_of_facts_gives_none_that_count_employees() -> None:
    words, _ = read(markets={"scopes": []})
    assert (words.terms["fact"], words.facts_with_employees) == ({}, frozenset())


@pytest.mark.parametrize(
    ("file", "raw", "problems"),
    [
        ("activities", {"activities": [term("install"), term("install")]}, [("K105", "activities/1/id")]),
        ("activities", {"activities": [{"id": "install"}]}, [("K102", "activities/0/name")]),
        ("activities", {"activity": []}, [("K101", "activity")]),
        ("activities", {"activities": {}}, [("K103", "activities")]),
        (
            "sizes",
            {"measures": [{"id": "rooms", "name": "Rooms", "unit": "rooms", "most": 0}]},
            [("K106", "measures/0/most")],
        ),
        ("markets", {"facts": ["firms"]}, [("K103", "facts/0")]),
    ],
)
def test_what_is_wrong_with_a_word_is_said_at_its_place(file: str, raw: Any, problems: list[tuple[str, str]]) -> None:
    _, values = read(**{file: raw})
    assert found(values[file]) == problems


def test_all_files_of_the_small_standard_are_sound() -> None:
    _, values = read(**vocabulary_files())
    assert [problem for each in values.values() for problem in found(each)] == []


def test_a_citation_names_its_document_and_says_when_its_page_was_inferred() -> None:
    raw = value({"document": "002", "line": 81, "page": "CS-5", "page_inferred": True})
    assert parse_citation(raw) == Citation(document="002", line=81, page="CS-5", is_page_inferred=True)
    bare = value({"document": "002", "line": 0})
    assert parse_citation(bare).page is None
    assert found(bare) == [("K106", "line")]
