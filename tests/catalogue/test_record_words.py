"""May a record use the words of every edition at hand?"""

from __future__ import annotations

from dataclasses import replace

from kijun.catalogue.record_words import words_of
from kijun.text import same
from tests.framework.small import edition
from tests.framework.small_skills import item, skilled, skills_file

WORDS = words_of([edition()])


def test_the_words_of_a_record_are_those_of_the_edition_by_kind() -> None:
    assert list(WORDS.of["field"]) == ["alpha", "beta", "gamma"]
    assert list(WORDS.of["role"]) == ["member", "leader", "responsible", "alpha-leader", "alpha-responsible"]
    assert list(WORDS.of["scope"]) == ["firms", "goods", "services"]
    assert list(WORDS.of["customers"]) == ["a-part", "a-whole"]
    assert {kind: len(words) for kind, words in WORDS.of.items()} == {
        "field": 3,
        "activity": 4,
        "role": 5,
        "outcome": 2,
        "condition": 4,
        "customers": 2,
        "scope": 3,
        "area": 2,
        "degree": 2,
        "reach": 3,
        "contribution": 3,
        "examination": 1,
    }
    assert WORDS.of["field"]["alpha"] == same("Alpha")


def test_a_title_has_its_rank_and_a_measure_its_most() -> None:
    assert WORDS.rank_of == {"alpha-leader": "leader", "alpha-responsible": "responsible"}
    assert WORDS.most == {"rooms": 100, "area_m2": 10_000, "computer_rooms": 100, "network_sites": 100}
    assert WORDS.scopes_with_employees == {"firms"}


def test_cells_and_bands_are_known_by_their_paths() -> None:
    assert list(WORDS.cells) == list(edition().indicators)
    assert [band for band in WORDS.bands if "/alpha/3/" in band] == [
        "acme/1/service/alpha/3/size/1",
        "acme/1/service/alpha/3/size/2",
    ]
    assert [band for band in WORDS.bands if "/gamma/" in band] == []


def test_the_words_of_several_editions_are_put_together() -> None:
    plain = edition(
        vocabulary={"activities": {"activities": [{"id": "teach", "name": "Teach"}]}}, indicators=[], flags=None
    )
    assert {"teach", "install"} <= set(words_of([edition(), plain]).of["activity"])
    assert words_of([]).of["activity"] == {}


def test_a_record_may_rate_the_skill_items_of_every_edition() -> None:
    words = words_of([skilled(), edition()])
    assert words.items["service/alpha/wiring"].knowledge.keys() == {"words", "deeds"}
    assert words.items["service/trust"].scales == {"acme/1": 3}
    assert dict(words.lacking) == {}


def test_what_the_editions_asked_for_lack_is_known() -> None:
    other = replace(skilled({**skills_file(), "items": [item("beta", "roofing", 1)], "overview": []}), id="acme/2")
    assert set(words_of([skilled(), other], {"acme/2"}).lacking) == {
        *("service/alpha/trust", "service/beta/trust", "service/trust", "service/alpha/wiring", "service/wiring"),
    }
