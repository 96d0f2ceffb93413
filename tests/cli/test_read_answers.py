"""Are answers taken from a file, kept there as they were written, and refused where they do not fit?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import JSON, Done, Kijun, both_languages
from tests.cli.test_read import ENGLISH, ROLE


class Draft:
    """A draft of the example, and what is asked about it."""

    def __init__(self, folder: Path, kijun: Kijun) -> None:
        self.folder, self.kijun = folder, kijun
        kijun("read", str(ENGLISH), "--into", str(folder))

    def questions(self) -> dict[str, dict[str, Any]]:
        told = self.kijun("read", "--questions", "--into", str(self.folder), *JSON).plain
        return {each["path"]: each for each in told["questions"]}

    def id_of(self, path: str) -> str:
        return str(self.questions()[path]["id"])

    def answered(self, text: str, *more: str) -> Done:
        (self.folder / "answers.yaml").write_text(text, encoding="utf-8")
        return self.kijun("read", str(ENGLISH), "--into", str(self.folder), "--update", *more)


@pytest.fixture
def draft(tmp_path: Path, kijun: Kijun) -> Draft:
    return Draft(tmp_path / "lines", kijun)


def test_an_answer_closes_its_question_and_the_part_is_read(draft: Draft, kijun: Kijun) -> None:
    shown = ("show", "field-2/3", "--edition", str(draft.folder), *JSON)
    assert kijun(*shown).plain["unread"] == ["responsibility"]
    draft.answered(f"{draft.id_of(ROLE)}: leader\n")
    cell = kijun(*shown).plain
    assert ("unread" in cell, cell["responsibility"]["role"]) == (False, "leader")
    assert ROLE not in draft.questions()
    places = (draft.folder / "places.yaml").read_text("utf-8")
    assert any(line.startswith(f"{ROLE}:") for line in places.splitlines())
    assert "certainty: asked" in places


def test_reading_again_asks_nothing_twice_and_keeps_the_file_as_it_was_written(draft: Draft) -> None:
    text = f"# by the committee of June\n{draft.id_of(ROLE)}:   leader   # as printed on page 3\n"
    draft.answered(text)
    assert (draft.folder / "answers.yaml").read_text("utf-8") == text
    draft.answered(text)
    assert ROLE not in draft.questions()


def test_a_name_gets_the_id_that_is_answered(draft: Draft, kijun: Kijun) -> None:
    draft.answered(f"{draft.id_of('category/category-1')}: lines\n{draft.id_of('field/field-1')}: outdoor\n")
    assert kijun("show", "lines/outdoor/4", "--edition", str(draft.folder)).code == 0
    assert "category/category-1" not in draft.questions()
    assert (draft.folder / "indicators" / "lines" / "outdoor.yaml").is_file()
    assert kijun("check", str(draft.folder)).err == ""


def test_one_line_takes_all_new_names_that_are_like_no_other(draft: Draft) -> None:
    names = {path for path, each in draft.questions().items() if path.count("/") == 1}
    alike = {path for path in names if draft.questions()[path]["suggestions"] not in ([], ["new"])}
    assert len(names) > 20 > len(alike) > 0
    draft.answered("new-names: all\n")
    left = draft.questions()
    assert {path for path in left if path.count("/") == 1} == alike
    assert "category-1/skills/abilities" not in left
    assert ROLE in left


def test_answers_may_lie_elsewhere(draft: Draft, tmp_path: Path, kijun: Kijun) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_text(f"{draft.id_of(ROLE)}: leader\n", encoding="utf-8")
    told = kijun("read", str(ENGLISH), "--questions", "--answers", str(mine), *JSON).plain
    assert ROLE not in {each["path"] for each in told["questions"]}


@both_languages
@pytest.mark.parametrize(
    ("path", "answer", "why"),
    [
        (ROLE, "banana", {"en": 'There is no role "banana".', "ja": "「banana」という役割はありません。"}),
        ("category/category-1", "Line Operations", {"en": "An id begins with", "ja": "idは英小文字で"}),
        ("field/field-1", "3", {"en": "An id begins with", "ja": "idは英小文字で"}),
    ],
)
def test_an_answer_that_does_not_fit_is_named_and_nothing_is_written(
    path: str, answer: str, why: dict[str, str], language: str, draft: Draft
) -> None:
    before = (draft.folder / "places.yaml").read_bytes()
    identity = draft.id_of(path)
    done = draft.answered(f"{identity}: {answer}\n", "--lang", language)
    assert (done.code, done.out) == (2, "")
    assert f"{identity} ({path})" in done.err
    assert why[language] in done.err
    assert str(draft.folder / "answers.yaml") in done.err
    assert (draft.folder / "places.yaml").read_bytes() == before


@pytest.mark.parametrize("text", ["- a\n", "q-1: [\n", "new-names: some\n"])
def test_a_file_of_another_shape_is_refused(text: str, draft: Draft) -> None:
    done = draft.answered(text)
    assert (done.code, done.out) == (2, "")
    assert "answers.yaml" in done.err


@pytest.mark.parametrize("text", ["", "\n# none yet\n"])
def test_an_empty_file_answers_nothing(text: str, draft: Draft) -> None:
    assert draft.answered(text).code == 0
