"""Are answers kept, and do they close the questions about a cell?"""

from __future__ import annotations

from pathlib import Path

import pytest

from kijun.documents.answers import answer, dump_answers, load_answers
from kijun.documents.glossary import Glossary
from kijun.documents.names import Names
from kijun.documents.notebook import Notebook
from kijun.documents.passage import Passage, join
from kijun.documents.printed import Line, Place
from kijun.errors import BadInput
from kijun.framework.dump import Plain
from kijun.text import same


def _cell() -> Notebook:
    cell = Notebook(
        category="line-keeping", field="outdoor", level=4, document="1", language="ja", names=Names(Glossary({}))
    )
    cell.write("heading", None, Place(line=1))
    return cell


def _words(text: str) -> Passage:
    return join([Line(text=text, place=Place(line=7))])


def test_a_part_that_is_asked_about_is_unread_until_every_question_is_answered() -> None:
    cell = _cell()
    cell.give_up("responsibility", _words("何度も行った"), same("?"), below="responsibility/at_least")
    cell.give_up("responsibility", _words("手配師として"), same("?"), below="responsibility/role")
    times, role = cell.questions
    answer(cell, {times.id: 3})
    assert (list(cell.unread), cell.questions) == (["responsibility"], [role])
    answer(cell, {times.id: 3, role.id: "leader"})
    assert (list(cell.unread), cell.questions) == ([], [])
    assert cell.noted["responsibility/at_least"].value == 3
    assert cell.noted["responsibility/role"].value == "leader"
    assert cell.noted["responsibility/role"].certainty == "asked"
    assert cell.noted["responsibility/role"].place.line == 7


def test_answers_are_read_as_they_were_written(tmp_path: Path) -> None:
    answers: dict[str, Plain] = {"q-1": 3, "q-2": "new", "q-3": [{"any_of": [{"nodes": {"at_least": 5}}]}]}
    path = tmp_path / "answers.yaml"
    path.write_text(dump_answers(answers), encoding="utf-8")
    assert load_answers(path) == answers


def test_no_file_and_an_empty_file_hold_no_answers(tmp_path: Path) -> None:
    assert load_answers(tmp_path / "none.yaml") == {}
    (tmp_path / "empty.yaml").write_text("q-1:\n", encoding="utf-8")
    assert load_answers(tmp_path / "empty.yaml") == {}


@pytest.mark.parametrize("words", ["- a\n", "q-1: [\n"])
def test_a_file_that_holds_no_answers_is_refused(words: str, tmp_path: Path) -> None:
    path = tmp_path / "answers.yaml"
    path.write_text(words, encoding="utf-8")
    with pytest.raises(BadInput, match="cannot be read as answers"):
        load_answers(path)
