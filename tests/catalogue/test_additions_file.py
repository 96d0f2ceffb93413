"""Is a file of additions read with its places, and written so that a person can read it and kijun reads it back?"""

from __future__ import annotations

from pathlib import Path

import pytest

from kijun.catalogue.additions_file import additions_text, load_additions, read_additions_text
from kijun.catalogue.record_words import words_of
from kijun.evidence import Mentoring
from kijun.evidence.assume import Additions, FurtherFacts
from kijun.text import LANGUAGES, Language, Text
from tests.builders import V3_2011, contribution, day, edition, engagement, mentoring, person

WORDS = words_of([edition(V3_2011)])
PERSON = person(engagement(end=None, has_all_conditions=False))
ADDITIONS = Additions(
    engagements=(engagement("next", start="2027-04-01", end=None, title=Text(ja="次: 案件", en="Next: one")),),
    facts=(FurtherFacts(engagement="core", end=day("2027-03-31"), conditions=frozenset({"new-technology"})),),
    contributions=(contribution("book", title="no"),),
    mentoring=(mentoring(whom="012"), Mentoring(whom="新人 2名, 来期", since=day("2027-04"))),
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_saved_is_what_is_loaded(language: Language, tmp_path: Path) -> None:
    path = tmp_path / "additions.yaml"
    path.write_text(additions_text(ADDITIONS, language), encoding="utf-8")
    loaded = load_additions(path, WORDS, PERSON)
    assert loaded.additions == ADDITIONS
    assert {problem.code for problem in loaded.problems} == {"K202"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_additions_are_saved_and_loaded_too(language: Language) -> None:
    loaded = read_additions_text(additions_text(Additions(), language), "additions.yaml", WORDS, PERSON)
    assert (loaded.additions, loaded.problems) == (Additions(), ())


def test_the_file_can_be_read_by_a_person() -> None:
    about = (Text(ja="計画", en="A plan\nof two lines"),)
    text = additions_text(ADDITIONS, "en", about=about)
    head, _, body = text.partition("\n\n")
    assert head.split("\n")[0] == r"# A plan\nof two lines"
    assert all(line.startswith("# ") for line in head.split("\n"))
    assert "kijun judge" in head
    assert body.startswith(
        "engagements:\n  - id: core\n    until: 2027-03-31\n    conditions: [new-technology]\n  - id: next\n"
    )
    assert "title: {ja: '次: 案件', en: 'Next: one'}" in body
    assert "- {kind: book, title: 'no', day: 2024-05-01}" in body


def test_the_comment_is_in_the_language_of_the_user() -> None:
    assert "仮定" in additions_text(ADDITIONS, "ja")
    assert "仮定" not in additions_text(ADDITIONS, "en")


def test_a_problem_has_its_place_and_keeps_the_file_from_being_used(tmp_path: Path) -> None:
    path = tmp_path / "additions.yaml"
    path.write_text("contributions:\n  - {kind: bok, day: 2027-01-01}\n", encoding="utf-8")
    loaded = load_additions(path, WORDS, PERSON)
    assert loaded.additions is None
    assert [(str(each.place), each.code) for each in loaded.problems] == [(f"{path}:2:6", "K104")]


def test_json_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "additions.json"
    path.write_text('{"complete": ["mentoring"]}', encoding="utf-8")
    assert load_additions(path, WORDS, PERSON).additions == Additions(complete=frozenset({"mentoring"}))


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    loaded = load_additions(tmp_path / "additions.yaml", WORDS, PERSON)
    assert (loaded.additions, [each.code for each in loaded.problems]) == (None, ["K001"])
