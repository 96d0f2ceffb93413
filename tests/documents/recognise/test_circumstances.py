"""Under which circumstances does a clause want the work?"""

from __future__ import annotations

import pytest

from kijun.documents.recognise.circumstances import recognise_circumstances, recognise_team
from kijun.documents.recognise.sentence import TAKEN, Sentence
from tests.documents.recognise.written import asked, notebook, passage, value


@pytest.mark.parametrize(
    ("words", "kind", "names"),
    [
        ("企画および運用の局面において、", "phases", ["企画", "運用"]),
        ("窓口の全員をリードする。", "leads", ["窓口の全員"]),
        ("窓口の品質の責任を持つ。", "answers-for", ["窓口の品質"]),
        ("営業部や工場と連携を取り、", "works-with", ["営業部", "工場"]),
        ("電話機に関する専門性を有し、", "expertise-in", ["電話機"]),
        ("電話機に関する基本的な知識を有し、", "basic-knowledge", ["電話機"]),
        ("先輩の指示・指導に従って、", "under-direction", ["先輩の指示・指導に従って"]),
        ("窓口の速さ、正確さ等を満足する", "qualities", ["速さ", "正確さ"]),
        ("電話の技能を活用して、", "judgement-required", ["電話の技能"]),
        ("Leads the help desk team through the whole service, as", "leads", ["help desk team"]),
    ],
)
def test_a_circumstance_is_told_by_the_words_after_its_names(words: str, kind: str, names: list[str]) -> None:
    cell = notebook()
    recognise_circumstances(Sentence(passage(words)), "responsibility", cell)
    kinds = {each["kind"]: each["of"] for each in value(cell, "responsibility/circumstances")}
    assert [cell.names.new[each].words for each in kinds[kind]] == names
    assert {cell.names.new[each].detail for each in kinds[kind]} == {kind}
    assert asked(cell) == []


def test_names_that_hold_the_sign_of_a_list_are_one_where_they_are_known() -> None:
    cell = notebook()
    recognise_circumstances(Sentence(passage("開発および運用、保守の局面における")), "responsibility", cell)
    assert value(cell, "responsibility/circumstances") == [
        {"kind": "phases", "of": ["development", "operation-and-maintenance"]}
    ]


def test_a_threshold_is_never_only_a_circumstance() -> None:
    cell, sentence = notebook(), Sentence(passage("12名以上の窓口をリードする。"))
    recognise_circumstances(sentence, "responsibility", cell)
    assert (TAKEN in sentence.open, value(cell, "responsibility/circumstances")) == (False, "nothing noted")


def test_the_team_of_the_size_clause_is_a_circumstance_and_no_role() -> None:
    cell = notebook()
    recognise_team(Sentence(passage("以下の規模に相当する窓口チームのメンバとして、")), "size_clause", cell)
    assert value(cell, "size_clause/circumstances") == [
        {"kind": "serves-as-team-member", "of": ["?circumstance:窓口チーム"]}
    ]
