"""Do names that the glossary does not have get ids by their order, and are they asked about once?"""

from __future__ import annotations

from kijun.documents.glossary import Entry, Glossary
from kijun.documents.names import Names
from kijun.documents.new_ids import number, put_in
from kijun.documents.printed import Place
from kijun.documents.question import question_id


def _names() -> Names:
    return Names(Glossary({"condition": [Entry(id="old-lines", printed=("古い回線",), within="")]}))


def _met(names: Names, words: str, kind: str = "condition", line: int = 1) -> str:
    return names.identify_words(kind, words, Place(line=line), document="1")


def test_a_known_name_has_its_id_and_is_not_asked_about() -> None:
    names = _names()
    assert _met(names, "古い回線") == "old-lines"
    assert number(["old-lines"], names, {}).questions == ()


def test_new_names_are_numbered_by_kind_in_the_order_of_the_values_not_of_the_pages() -> None:
    names = _names()
    thin, thick, field = _met(names, "細い回線"), _met(names, "太い回線"), _met(names, "構内", "field")
    ids = number([{"of": [thick, thin], "field": field}, thin], names, {})
    assert ids.ids == {thick: "condition-1", thin: "condition-2", field: "field-1"}
    assert [question.path for question in ids.questions] == [
        "condition/condition-1",
        "condition/condition-2",
        "field/field-1",
    ]


def test_one_name_in_two_spellings_is_one_word() -> None:
    names = _names()
    assert _met(names, "細い 回線") == _met(names, "細い回線、", line=9)
    assert [name.place.line for name in names.new.values()] == [1]


def test_a_near_name_is_suggested() -> None:
    names = _names()
    [question] = number([_met(names, "古い回線網")], names, {}).questions
    assert question.suggestions == ("old-lines",)


def test_an_answer_gives_the_id_and_moves_no_other() -> None:
    names = _names()
    thick, thin = _met(names, "太い回線"), _met(names, "細い回線")
    answered = {question_id("name", "condition", "太い回線"): "old-lines"}
    ids = number([thick, thin], names, answered)
    assert ids.ids == {thick: "old-lines", thin: "condition-2"}
    assert [question.words for question in ids.questions] == ["細い回線"]


def test_the_answer_new_keeps_the_number_and_asks_no_more() -> None:
    names = _names()
    thin = _met(names, "細い回線")
    ids = number([thin], names, {question_id("name", "condition", "細い回線"): "new"})
    assert (ids.ids, ids.questions) == ({thin: "condition-1"}, ())
    assert ids.words["condition-1"].words == "細い回線"


def test_ids_are_put_in_wherever_a_stand_in_stands() -> None:
    names = _names()
    thin = _met(names, "細い回線")
    ids = number([thin], names, {}).ids
    assert put_in({"of": [thin, "old-lines"], thin: {"at_least": 3}}, ids) == {
        "of": ["condition-1", "old-lines"],
        "condition-1": {"at_least": 3},
    }


def test_the_question_about_a_wrapped_name_is_the_same_question() -> None:
    assert question_id("name", "condition", "細い\n 回線") == question_id("name", "condition", "細い回線")
    assert question_id("name", "condition", "細い回線") != question_id("name", "area", "細い回線")


def test_names_that_nothing_is_judged_by_are_asked_about_in_one_question() -> None:
    names = _names()
    known = [_met(names, words, "knowledge") for words in ("減衰", "反射", "測定器")]
    [question] = number(known, names, {}).questions
    assert (question.path, question.words, question.suggestions) == ("knowledge/all", "反射 / 減衰 / 測定器", ("new",))
    again = _names()
    shuffled = [_met(again, words, "knowledge") for words in ("測定器", "減衰", "反射")]
    assert number(shuffled, again, {question.id: "new"}).questions == ()


def test_two_names_that_are_one_word_stand_in_a_list_once() -> None:
    names = _names()
    thin, thick = _met(names, "細い回線"), _met(names, "太い回線")
    answers = {question_id("name", "condition", words): "old-lines" for words in ("細い回線", "太い回線")}
    ids = number([thin, thick], names, answers).ids
    assert put_in({"of": [thin, thick], "slots": [3, 3]}, ids) == {"of": ["old-lines"], "slots": [3, 3]}
