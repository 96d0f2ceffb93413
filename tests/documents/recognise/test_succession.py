"""How many kinds of contribution does the clause on succession ask for, and of what?"""

from __future__ import annotations

import pytest

from kijun.documents.notebook import Notebook
from kijun.documents.recognise.succession import recognise_succession
from tests.documents.recognise.written import asked, clause, notebook, value

_KINDS = ("著書", "社外講師", "特許出願", "動画の公開")


def _read(lead: str) -> Notebook:
    cell = notebook()
    recognise_succession(clause("professional", lead, *_KINDS), cell)
    return cell


@pytest.mark.parametrize(
    ("lead", "at_least", "subject"),
    [
        ("配線技術の継承に対して次の２項目以上の実績を有する", 2, "?subject:配線技術"),
        ("配線技術の継承に次の三つ以上の実績がある", 3, "?subject:配線技術"),
        ("配線の技術の継承に対して次のいずれかの実績を有する", 1, "?subject:配線の技術"),
        ("次の２種類以上で配線技術を継承している", 2, "?subject:配線技術"),
        ("配線技術の伝承に対して次のすべての実績を有する", 4, "?subject:配線技術"),
        ("Has results in two or more items of following wiring expertise succession.", 2, "?subject:wiringexpertise"),
        ("Has results in 2 items or more of the following wiring succession.", 2, "?subject:wiring"),
        ("Has at least two of the following for the succession of wiring skills.", 2, "?subject:wiringskills"),
        ("Has two kinds of contribution to wiring succession.", 2, "?subject:wiring"),
    ],
)
def test_the_number_and_the_subject_are_read(lead: str, at_least: int, subject: str) -> None:
    cell = _read(lead)
    assert (value(cell, "succession/at_least"), value(cell, "succession/subject")) == (at_least, subject)
    assert asked(cell) == []


def test_the_kinds_keep_their_order() -> None:
    cell = _read("配線技術の継承に対して次の２項目以上の実績を有する")
    assert value(cell, "succession/of") == ["book", "lecturer-outside", "patent", "?contribution:動画の公開"]


@pytest.mark.parametrize(
    ("lead", "below"),
    [
        ("配線技術の継承に対して次の実績を有する", "at_least"),
        ("配線技術の継承に対して次の幾つかの実績を有する", "at_least"),
        ("配線技術の継承に対して次の９項目以上の実績を有する", "at_least"),
        ("配線技術の継承に対して次の２項目以下の実績を有する", "at_least"),
        ("配線技術の継承に対して３年以内に次の２項目以上の実績を有する", "at_least"),
        ("Has results in two or more items of the following succession.", "subject"),
    ],
)
def test_what_is_not_understood_is_asked_about(lead: str, below: str) -> None:
    cell = _read(lead)
    assert (asked(cell), [*cell.unread]) == ([f"succession/{below}"], ["succession"])
