"""Is every value of a document that nobody has seen before read right or asked about, and never wrong?"""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.documents.unseen.as_files import write_html
from tests.documents.unseen.checks import (
    FORMATS,
    HAND_WRITTEN,
    TABLES,
    Checked,
    as_format,
    as_skills,
    as_tables,
    as_text,
    by_hand,
    damaged,
    drafted,
    pieces,
    trapped,
    with_marks,
)
from tests.documents.unseen.compare import read_share, wrong_in
from tests.documents.unseen.expected import Language
from tests.documents.unseen.framework_chart import as_html, framework
from tests.documents.unseen.laws import LEAST_READ
from tests.documents.unseen.letters import lost_letters
from tests.documents.unseen.marks import MARKS
from tests.documents.unseen.other_kinds import OTHER_KINDS
from tests.documents.unseen.traps import TRAPS, Trap

both_languages = pytest.mark.parametrize("language", ["ja", "en"])


def assert_read(checked: Checked) -> None:
    assert wrong_in(checked.findings) == []
    assert read_share(checked.findings) >= LEAST_READ


@pytest.mark.parametrize("name", HAND_WRITTEN)
def test_a_document_written_by_hand_is_read(name: str, tmp_path: Path) -> None:
    assert_read(by_hand(name, tmp_path))


@pytest.mark.parametrize("marks", MARKS)
def test_other_marks_and_brackets_lose_nothing_in_silence(marks: str, tmp_path: Path) -> None:
    assert wrong_in(with_marks(marks, tmp_path).findings) == []


@both_languages
@pytest.mark.parametrize("seed", range(1, 6))
def test_invented_indicators_are_read_in_any_layout(seed: int, language: Language, tmp_path: Path) -> None:
    assert_read(as_text(seed, language, tmp_path))


@both_languages
@pytest.mark.parametrize("seed", range(1, 4))
def test_invented_skills_are_read(seed: int, language: Language, tmp_path: Path) -> None:
    assert_read(as_skills(seed, language, tmp_path))


@pytest.mark.parametrize("ending", FORMATS)
def test_a_coloured_chart_and_its_indicators_are_read_in_every_format(ending: str, tmp_path: Path) -> None:
    assert_read(as_format(1, ending, tmp_path))


@pytest.mark.parametrize("ending", TABLES)
def test_tables_of_skills_are_read_in_every_format(ending: str, tmp_path: Path) -> None:
    assert_read(as_tables(1, ending, tmp_path))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_chart_of_several_categories_gives_each_category_its_own_fields(seed: int, tmp_path: Path) -> None:
    shown = framework(seed)
    chart = as_html(shown, tmp_path / "chart.html").read_text(encoding="utf-8")
    held, blocks = pieces(seed, "ja")
    assert held.category in {category for category, _ in shown}
    indicators = write_html(blocks, tmp_path / "indicators.html").read_text(encoding="utf-8")
    (tmp_path / "both.html").write_text(chart + indicators.split("<body>")[1], encoding="utf-8")
    draft = drafted(tmp_path / "both.html")
    found = {
        (category["name"]["ja"], field["name"]["ja"]): tuple(field["missing_from_source"])
        for category in draft.categories
        for field in category["fields"]
    }
    assert found.keys() == shown.keys()
    assert {place: found[place] for place in shown if place[0] != held.category} == {
        place: levels for place, levels in shown.items() if place[0] != held.category
    }


@pytest.mark.parametrize("kind", OTHER_KINDS)
def test_a_document_of_another_kind_holds_nothing_of_a_skill_standard(kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"{kind}.txt"
    path.write_text(OTHER_KINDS[kind], encoding="utf-8")
    draft = drafted(path)
    assert draft.code == 3
    assert not draft.folder.exists()


@pytest.mark.parametrize("seed", [2])
def test_a_number_that_was_lost_is_asked_about(seed: int, tmp_path: Path) -> None:
    assert [(damage.name, wrong) for damage, wrong in damaged(seed, tmp_path) if wrong] == []


def test_two_documents_that_contradict_each_other_are_asked_about(tmp_path: Path) -> None:
    text, _ = HAND_WRITTEN["network"]
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    first.write_text(text, encoding="utf-8")
    second.write_text(text.replace("4回以上", "2回以上"), encoding="utf-8")
    draft = drafted(first, second)
    assert draft.code == 0
    assert any(
        question["path"].endswith("/5/responsibility/at_least") or question["path"].endswith("/5/responsibility")
        for question in draft.questions
    )


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: trap.new.replace("\n", " "))
def test_a_turn_that_changes_what_is_asked_for_is_read_or_asked_about(trap: Trap, tmp_path: Path) -> None:
    assert trapped(trap, tmp_path) is None


@pytest.mark.parametrize("name", ["network", "consultant"])
def test_a_letter_that_was_lost_changes_nothing_in_silence(name: str, tmp_path: Path) -> None:
    assert [*lost_letters(name, 10, Random(7), tmp_path)] == []
