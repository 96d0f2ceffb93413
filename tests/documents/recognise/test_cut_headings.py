"""Is a heading put together that a narrow cell has cut up?"""

from __future__ import annotations

import pytest

from kijun.documents.printed import Line, Place
from kijun.documents.recognise.cut_headings import with_whole_headings
from kijun.documents.recognise.sections import Section


def _whole(*texts: str) -> list[tuple[str, str | None]]:
    lines = [Line(text=text, place=Place(line=number)) for number, text in enumerate(texts, start=1)]
    section = Section(kind="skill-table", category="Line Keeping", label=None, lines=lines)
    return [(line.text, heading.kind if heading else None) for line, heading in with_whole_headings(section)]


@pytest.mark.parametrize(
    ("pieces", "kind"),
    [
        (["【職種共通", "スキル項目】"], "common-items"),
        (["【【専門分野固", "有スキル", "項目】"], "specific-items"),
        ([" [Job Category", "Common Skill Item] "], "common-items"),
        (["【知識", "項目】"], "knowledge"),
        (["Skill Proficiency/Knowledge", "Items of Line Keeping"], "skill-table"),
    ],
)
def test_pieces_that_make_a_whole_heading_are_one_line(pieces: list[str], kind: str) -> None:
    lines = _whole("before", *pieces, "●after")
    assert [kind for _, kind in lines] == [None, kind, None]
    assert lines[2][0] == "●after"


def test_words_that_only_hold_a_heading_stay_as_they_are() -> None:
    texts = ("この【知識", "項目】を読む", "●点検")
    assert _whole(*texts) == [(text, None) for text in texts]
