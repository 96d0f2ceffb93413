"""Which examination does a note name?"""

from __future__ import annotations

import pytest

from kijun.documents.notebook import Notebook
from kijun.documents.recognise.examinations import recognise_note
from tests.documents.recognise.written import asked, clause, notebook, value


def _read(note: str) -> Notebook:
    cell = notebook(level=3)
    recognise_note(clause("note", note), cell)
    return cell


@pytest.mark.parametrize(
    ("note", "examination"),
    [
        ("「応用情報技術者試験（ＡＰ）」の合格者は、必要最低限の能力に達していると見る。", "AP"),
        ("「基本情報技術者試験(FE)」に合格した者は最低限の能力を持つ。", "FE"),
        ("「応用情報技術者試験」に合格すれば、最低限の能力がある。", "AP"),
        ("「配線検定（ＨＫ）」に合格すれば、レベル３の最低限の能力がある。", "?examination:hk"),
        ("Whoever has passed Applied ITEE is seen as having the minimum of level 3.", "AP"),
        ("By passing the Wiring Test (Basics), a person has the minimum.", "?examination:wiringtest"),
    ],
)
def test_the_examination_is_known_by_its_letters_or_its_name(note: str, examination: str) -> None:
    cell = _read(note)
    assert (value(cell, "exam"), asked(cell)) == (examination, [])


@pytest.mark.parametrize(
    "note",
    [
        "「応用情報技術者試験（ＡＰ）」の受験を勧める。",
        "「応用情報技術者試験（ＡＰ）」又は「配線検定」に合格すれば、最低限の能力がある。",
        "「応用情報技術者試験（ＡＰ）」に合格すれば、レベル４の最低限の能力がある。",
        "By passing Applied ITEE, a person has the minimum of level 4.",
        "用語は巻末にある。",
    ],
)
def test_a_note_that_says_anything_else_is_asked_about_and_leaves_no_part_unread(note: str) -> None:
    cell = _read(note)
    assert (asked(cell), [*cell.unread], value(cell, "exam")) == (["exam"], [], "nothing noted")
