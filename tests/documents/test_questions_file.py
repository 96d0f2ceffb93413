"""Are open questions read from a file as they were written into it?"""

from __future__ import annotations

from pathlib import Path

import pytest

from kijun.documents.printed import Place
from kijun.documents.question import Question, question_id
from kijun.documents.questions_file import FILE, dump_questions, load_questions, question_plain
from kijun.errors import BadInput
from kijun.text import Text

OF_A_TEXT = Question(
    id=question_id("name", "condition", "止められない: 回線"),
    kind="name",
    path="condition/condition-1",
    words='止められない: "回線"\t[2]',
    document="1",
    place=Place(line=7, column=3),
    asks=Text(ja="何か。", en="What?"),
    suggestions=("many-lines", "true", "3"),
)
OF_A_PDF = Question(
    id="q-2",
    kind="value",
    path="lines/outdoor/4/size",
    words="- 3",
    document="002",
    place=Place(line=1, page=5, label="CS-5", box=(10.2, 20.0, 30.0, 40.9)),
    asks=Text(ja="何か。", en="What?"),
)


def test_questions_come_back(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(dump_questions([OF_A_TEXT, OF_A_PDF]), encoding="utf-8")
    first, second = load_questions(tmp_path)
    assert first == OF_A_TEXT
    assert question_plain(second) == question_plain(OF_A_PDF)
    assert second.place.box == (10, 20, 30, 41)


@pytest.mark.parametrize("text", [None, "", "questions: 3\n", "questions: [{id: q-1}]\n", "- a\n", "questions: [\n"])
def test_a_folder_without_such_a_file_is_refused(text: str | None, tmp_path: Path) -> None:
    if text is not None:
        (tmp_path / FILE).write_text(text, encoding="utf-8")
    with pytest.raises(BadInput, match=r"holds no questions\.yaml"):
        load_questions(tmp_path)
