"""Which outcome does a clause ask for?"""

from __future__ import annotations

import pytest

from kijun.documents.notebook import Notebook
from kijun.documents.recognise.outcomes import recognise_outcome
from kijun.documents.recognise.sentence import Sentence
from tests.documents.recognise.written import asked, notebook, passage, value


def _read(words: str) -> Notebook:
    cell = notebook()
    recognise_outcome(Sentence(passage(words)), "complexity", cell)
    return cell


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("窓口の活動に参画した経験を有する。", "participated"),
        ("窓口の活動に参加した実績を有する。", "participated"),
        ("窓口の活動に参画し、助言を受けて実施した経験を有する。", "carried-out"),
        ("窓口の活動を実施した経験と実績を有する。", "carried-out"),
        ("窓口の活動を成功裡に実施した経験を有する。", "succeeded"),
        ("窓口の活動を成功裏に、遂行した経験を有する。", "succeeded"),
        ("窓口の活動を成功裡に達成した経験を有する。", "succeeded"),
        ("窓口の活動を成功させた経験を有する。", "succeeded"),
        ("窓口の活動に参画又は実施した経験を有する。", "participated"),
        ("Has experience of participating in running help desks.", "participated"),
        ("Has experience of carrying out the activities of help desks.", "carried-out"),
        ("Has experience of successfully carrying out the activities of help desks.", "succeeded"),
        ("Has experience and performance of achieving success in running help desks.", "succeeded"),
    ],
)
def test_the_outcome_is_said_by_the_verb_of_the_experience(words: str, outcome: str) -> None:
    cell = _read(words)
    assert (value(cell, "complexity/outcome"), asked(cell)) == (outcome, [])


@pytest.mark.parametrize(
    "words",
    [
        "窓口の活動を支援した経験を有する。",
        "成功裡に終わった窓口の活動に参画した経験を有する。",
        "窓口の活動を実施する。",
        "Has experience of running help desks.",
        "Has experience of participating in successful projects.",
        "Runs help desks successfully.",
    ],
)
def test_another_verb_is_asked_about(words: str) -> None:
    cell = _read(words)
    assert (value(cell, "complexity/outcome"), asked(cell)) == ("nothing noted", ["complexity/outcome"])
