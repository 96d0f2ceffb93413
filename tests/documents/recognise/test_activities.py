"""Which activities does a clause name?"""

from __future__ import annotations

import pytest

from kijun.documents.notebook import Notebook
from kijun.documents.recognise.activities import recognise_activities
from kijun.documents.recognise.outcomes import recognise_outcome
from kijun.documents.recognise.sentence import Sentence
from tests.documents.recognise.written import asked, notebook, passage, value


def _read(words: str, part: str = "complexity", cell: Notebook | None = None) -> Notebook:
    cell = cell or notebook()
    sentence = Sentence(passage(words))
    recognise_activities(sentence, recognise_outcome(sentence, part, cell), part, cell)
    return cell


def _names(cell: Notebook) -> list[str]:
    return [new.words for new in cell.names.new.values() if new.kind == "activity"]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("窓口の活動を実施した経験を有する。", ["窓口"]),
        ("受付、窓口及び巡回の活動に参画した経験を有する。", ["受付", "窓口", "巡回"]),
        ("受付又は巡回の活動を実施した経験を有する。", ["受付", "巡回"]),
        ("責任者として受付、巡回の活動を実施した経験を有する。", ["受付", "巡回"]),
        ("部門と相談し、受付、巡回の活動を実施した経験を有する。", ["受付", "巡回"]),
        ("部門と調整を行い受付、巡回の活動を実施した経験を有する。", ["受付", "巡回"]),
        ("基準に従って受付、巡回の活動を実施した経験を有する。", ["受付", "巡回"]),
        (
            "問い合わせ対応、切り分け、立ち上げ支援の活動を実施した経験を有する。",
            ["問い合わせ対応", "切り分け", "立ち上げ支援"],
        ),
        ("受付と巡回、端末の交換の活動を実施した経験を有する。", ["受付と巡回", "端末の交換"]),
        ("窓口の受付、巡回、交換活動を実施した経験を有する。", ["窓口の受付", "窓口の巡回", "窓口の交換"]),
        ("受付、巡回等の業務を成功裡に遂行した経験を有する。", ["受付", "巡回"]),
        ("受付を実施した経験を有する。", ["受付"]),
        (
            "Has experience of carrying out the activities of answering calls, visiting, and repairing.",
            ["answering calls", "visiting", "repairing"],
        ),
        ("Has experience of participating in answering calls with two of the following.", ["answering calls"]),
        ("Has experience of achieving success in answering calls with expected quality.", ["answering calls"]),
    ],
)
def test_the_names_stand_around_the_verb_of_the_experience(words: str, names: list[str]) -> None:
    cell = _read(words)
    assert (_names(cell), asked(cell)) == (names, [])
    assert [*value(cell, "complexity/activities")] == ["any_of"]


@pytest.mark.parametrize(
    "words",
    [
        "求められた作業に参画した経験を有する。",
        "以下の条件に該当する業務に参画した経験を有する。",
        "担当作業の一部を実施した経験を有する。",
        "Has experience of participating in the requested work.",
        "Has experience of successfully carrying out projects.",
    ],
)
def test_work_without_a_name_is_no_activity(words: str) -> None:
    assert value(_read(words), "complexity/activities") is None


@pytest.mark.parametrize(
    "words",
    [
        "Has experience of answering calls and visiting with success.",
        "受付の活動に参画し、巡回の活動を実施した経験を有する。",
    ],
)
def test_a_list_that_may_be_asked_as_a_whole_is_asked_about(words: str) -> None:
    assert "complexity/activities" in asked(_read(words))


def test_the_links_of_a_known_chain_are_asked_together_and_any_of_them_in_the_other_clauses() -> None:
    cell = notebook()
    cell.category = "sales"
    _read("Has experience of making proposals and concluding successful contracts.", "responsibility", cell)
    _read("Has experience of proposing, achieving successful projects.", "complexity", cell)
    assert value(cell, "responsibility/activities") == {"all_of": ["proposing", "concluding-contracts"]}
    assert value(cell, "complexity/activities") == {"any_of": ["proposing", "concluding-contracts"]}
    assert asked(cell) == []
