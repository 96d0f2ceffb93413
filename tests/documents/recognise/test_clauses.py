"""Does an indicator fall into its clauses and their options, however its lines are laid out?"""

from __future__ import annotations

from kijun.documents.passage import words_of
from kijun.documents.printed import Line, Page, Place, Printed
from kijun.documents.recognise.clauses import Clause, clauses_of
from kijun.documents.recognise.sections import Divided, divide


def _clauses(*texts: str) -> list[Clause]:
    lines = tuple(Line(text=text, place=Place(line=number)) for number, text in enumerate(texts, start=1))
    printed = Printed(name="lines.txt", format="text", count=1, pages=lambda: iter([Page(number=1, lines=lines)]))
    [section] = divide(printed, Divided(), lambda _: None)
    return list(clauses_of(section))


def _told(clause: Clause) -> tuple[str, str | None, list[str]]:
    return clause.kind, words_of(clause.lead) if clause.lead else None, [words_of(each) for each in clause.options]


_HEAD = ("専門分野 屋外 レベル５", "【ビジネス貢献】")


def test_options_stand_in_columns_and_wrap_onto_the_next_line() -> None:
    [clause] = _clauses(
        *_HEAD, "●複雑性", "以下の2項目", "以上に該当する。", "□古い回線     □長い回", "線", "☐ 細い回線"
    )
    assert _told(clause) == ("complexity", "以下の2項目以上に該当する。", ["古い回線", "長い回線", "細い回線"])
    assert [(each.place().line, each.place().column) for each in clause.options] == [(6, 2), (6, 12), (8, 3)]


def test_a_clause_may_say_everything_on_the_line_of_its_heading() -> None:
    [clause] = _clauses(*_HEAD, "●サイズ 以下の規模を守った。 □ 長い回線 □ 短い回線")
    assert _told(clause) == ("size", "以下の規模を守った。", ["長い回線", "短い回線"])


def test_each_bullet_of_the_professional_contribution_is_a_clause() -> None:
    clauses = _clauses(
        *_HEAD,
        "【プロフェッショナル貢献】",
        "－以下の領域のいずれかを守る",
        "□屋外",
        "ー回線技術の継承に対して1項目",
        "□著書",
        "一後進の育成",
    )
    assert [_told(clause)[1:] for clause in clauses] == [
        ("以下の領域のいずれかを守る", ["屋外"]),
        ("回線技術の継承に対して1項目", ["著書"]),
        ("後進の育成", []),
    ]


def test_a_bullet_that_is_also_a_letter_is_one_inside_a_word() -> None:
    [clause] = _clauses(
        *_HEAD, "【プロフェッショナル貢献】", "－回線チ", "－ムを守る", "□サーバ", "ールーム", "□一次", "一部の回線"
    )
    assert _told(clause)[1:] == ("回線チ－ムを守る", ["サーバールーム", "一次一部の回線"])


def test_a_heading_word_alone_on_a_line_of_an_open_sentence_is_no_heading() -> None:
    [clause] = _clauses(*_HEAD, "●責任性", "他は", "レベル４", "以上の回線を守った。")
    assert _told(clause)[1] == "他はレベル４以上の回線を守った。"


def test_a_note_is_a_clause() -> None:
    clauses = _clauses(*_HEAD, "●サイズ", "□特定せず", "〈注釈〉 －試験「回線技術者」に合格している。")
    assert [_told(clause) for clause in clauses] == [
        ("size", None, ["特定せず"]),
        ("note", "試験「回線技術者」に合格している。", []),
    ]


def test_a_clause_without_words_is_none() -> None:
    assert _clauses(*_HEAD, "●責任性", "●サイズ", "□特定せず")[0].kind == "size"
