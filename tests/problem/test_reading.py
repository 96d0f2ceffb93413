"""Is a plain value taken for what it should be, and what is wrong with it said at its place?

The words of each problem are tested in tests/broken.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kijun.day import RecordedDay, exactly
from kijun.problem import Path, Place, Problem
from kijun.problem.reading import ABSENT, Reading, Value, describe, nearest, shown
from kijun.text import Text, same

KIND = Text(ja="役割", en="role")
ROLES = ("member", "leader", "responsible")


def value(raw: object) -> Value:
    return Value(reading=Reading(locate=_locate), path=(), raw=raw)


def _locate(path: Path) -> Place:
    return Place(file="/".join(str(step) for step in path), line=len(path) + 1, column=1)


def codes(read: Value) -> list[tuple[str, str]]:
    return [(problem.code, problem.place.file) for problem in read.reading.problems]


def only(read: Value) -> Problem:
    (problem,) = read.reading.problems
    return problem


# Mappings and lists


def test_known_keys_give_their_values_and_those_not_written_stand_ins() -> None:
    read = value({"id": "a", "sizes": {"rooms": 1}})
    keys = read.keys(required=("id",), optional=("sizes", "title"))
    assert (keys["id"].words(), keys["sizes"].path, keys["sizes"].raw) == ("a", ("sizes",), {"rooms": 1})
    absent = keys["title"]
    assert not absent.is_written
    assert (absent.words(), absent.items(), absent.entries(), absent.flag(), absent.whole(least=2)) == (
        "",
        [],
        {},
        False,
        2,
    )
    assert (absent.text(), absent.day(), absent.word(KIND, ROLES), absent.identified()) == (same(""), None, "", [])
    assert absent.keys(required=("x",))["x"].raw is ABSENT
    assert codes(read) == []


def test_a_required_key_whose_value_was_refused_is_not_called_missing_too() -> None:
    read = value({"x": ABSENT})
    assert not read.keys(required=("x",))["x"].is_written
    assert codes(read) == []


def test_an_unknown_key_is_said_with_the_nearest_one_and_a_missing_one_too() -> None:
    read = value({"titel": "a"})
    read.keys(required=("id",), optional=("title",))
    unknown, missing = read.reading.problems
    assert (unknown.code, unknown.place.file, unknown.suggestion) == ("K101", "titel", "title")
    assert unknown.detail.en == '"titel" is not a key here. Keys: id, title.'
    assert (missing.code, missing.place.file) == ("K102", "id")


def test_a_key_without_a_value_is_as_good_as_none() -> None:
    read = value({"id": None, "title": None})
    keys = read.keys(required=("id",), optional=("title",))
    assert not keys["title"].is_written
    assert codes(read) == [("K102", "id")]


@pytest.mark.parametrize("raw", ["text", 3, ["a"], True, None, 1.5])
def test_what_is_no_mapping_is_said(raw: object) -> None:
    read = value(raw)
    assert list(read.keys(optional=("a",))) == ["a"]
    assert value(raw).entries() == {}
    assert codes(read) == [("K103", "")]


def test_a_mapping_with_free_keys_gives_all_of_them() -> None:
    entries = value({"a": 1, 2: "b"}).entries()
    assert {key: each.raw for key, each in entries.items()} == {"a": 1, "2": "b"}
    assert entries["a"].path == ("a",)


def test_a_list_gives_its_values_with_their_positions() -> None:
    items = value(["a", "b"]).items()
    assert [(item.path, item.raw) for item in items] == [((0,), "a"), ((1,), "b")]
    read = value("a")
    assert read.items() == []
    assert codes(read) == [("K103", "")]


def test_an_id_that_stands_twice_is_said_at_the_second_with_the_line_of_the_first() -> None:
    read = value([{"id": "a"}, {"id": 7}, {"id": "a"}, {"id": "7"}, {"id": None}, {}, "a", {"id": "a"}])
    assert len(read.identified()) == 8
    assert codes(read) == [("K105", "2/id"), ("K105", "3/id"), ("K105", "7/id")]
    assert read.reading.problems[0].detail.en.startswith('"a" is also used at line 3.')


# Words


@pytest.mark.parametrize(("raw", "words"), [("a", "a"), (" a ", "a"), (7, "7"), (1.5, "1.5"), ("7", "7")])
def test_text_is_taken_without_the_space_around_it_and_a_number_as_it_is_written(raw: object, words: str) -> None:
    read = value(raw)
    assert read.words() == words
    assert codes(read) == []


@pytest.mark.parametrize(
    ("raw", "code"), [("", "K109"), ("  ", "K109"), (None, "K109"), (True, "K103"), ([], "K103"), ({}, "K103")]
)
def test_what_is_no_text_is_said(raw: object, code: str) -> None:
    read = value(raw)
    assert read.words() == ""
    assert codes(read) == [(code, "")]


def test_a_saying_is_one_string_or_both_languages() -> None:
    assert value("Acme").text() == same("Acme")
    assert value({"ja": "社内", "en": "Acme"}).text() == Text(ja="社内", en="Acme")
    half = value({"ja": "社内"})
    assert half.text() == Text(ja="社内", en="")
    assert codes(half) == [("K102", "en")]


def test_a_known_word_is_taken_and_another_is_said_with_the_nearest() -> None:
    assert value("leader").word(KIND, ROLES) == "leader"
    read = value("leadr")
    assert read.word(KIND, ROLES) == "leadr"
    problem = only(read)
    assert (problem.code, problem.suggestion) == ("K104", "leader")
    assert problem.title == Text(ja="未知の役割", en="unknown role")
    assert "member, leader, responsible" in problem.detail.en


def test_of_many_known_words_only_some_are_shown() -> None:
    read = value("zzz")
    read.word(KIND, [f"word-{number}" for number in range(30)])
    assert only(read).suggestion is None
    assert "word-11 and others, 30 in all" in only(read).detail.en
    assert "word-12" not in only(read).detail.en


def test_of_long_known_words_fewer_are_shown() -> None:
    read = value("zzz")
    read.word(KIND, [letter * 90 for letter in "abcde"])
    assert "a" * 90 in only(read).detail.en
    assert "c" * 90 not in only(read).detail.en
    assert "5 in all" in only(read).detail.en


def test_a_list_of_known_words_keeps_each_once() -> None:
    read = value(["member", "boss", "member", ""])
    assert read.word_list(KIND, ROLES) == ("member", "boss")
    assert codes(read) == [("K104", "1"), ("K111", "2"), ("K109", "3")]


# Flags and numbers


@pytest.mark.parametrize(
    ("raw", "flag", "code"), [(True, True, None), (False, False, None), ("yes", False, "K103"), (1, False, "K103")]
)
def test_true_and_false_are_the_only_flags(raw: object, flag: bool, code: str | None) -> None:
    read = value(raw)
    assert read.flag() is flag
    assert codes(read) == ([] if code is None else [(code, "")])


@pytest.mark.parametrize(
    ("raw", "number"),
    [(0, 0), (100, 100), ("7", 7), ("1,000", 1000), ("1_000", 1000), (" 7 ", 7), ("+7", 7)],
)
def test_a_whole_number_is_read_with_its_thousands_separated_or_not(raw: object, number: int) -> None:
    read = value(raw)
    assert read.whole(most=1000) == number
    assert codes(read) == []


@pytest.mark.parametrize(("raw", "number"), [("５００", 500), ("１，０００", 1000)])
def test_full_width_digits_are_read_and_said(raw: str, number: int) -> None:
    read = value(raw)
    assert read.whole() == number
    assert codes(read) == [("K201", "")]
    assert not read.reading.has_errors


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (-1, "K106"),
        ("-1", "K106"),
        (1001, "K106"),
        (1.5, "K107"),
        ("1.5", "K107"),
        (float("nan"), "K107"),
        (float("inf"), "K107"),
        (None, "K109"),
        ("many", "K103"),
        ("1,00", "K103"),
        ("9" * 31, "K103"),
        (True, "K103"),
        ([], "K103"),
    ],
)
def test_what_is_no_whole_number_in_range_is_said(raw: object, code: str) -> None:
    read = value(raw)
    assert read.whole(most=1000) == 0
    assert codes(read) == [(code, "")]
    assert read.reading.has_errors


@pytest.mark.parametrize(("number", "code"), [(1, None), (0, "K106"), (5, None), (6, "K106")])
def test_both_ends_of_a_range_belong_to_it(number: int, code: str | None) -> None:
    read = value(number)
    assert read.whole(least=1, most=5) == (number if code is None else 1)
    assert codes(read) == ([] if code is None else [(code, "")])


# Days


def test_a_day_is_read_and_a_month_is_said_with_the_day_that_is_counted() -> None:
    assert value("2021-04-01").day() == exactly(date(2021, 4, 1))
    start, end = value("2021-04"), value("2021-04")
    april = RecordedDay(earliest=date(2021, 4, 1), latest=date(2021, 4, 30))
    assert (start.day(), end.day(counted_as="latest")) == (april, april)
    assert "2021-04-01" in only(start).detail.en
    assert "2021-04-30" in only(end).detail.en
    assert codes(start) == [("K202", "")]


@pytest.mark.parametrize(
    ("raw", "code"), [("soon", "K108"), ("1899-01-01", "K110"), ("3000-01-01", "K110"), (None, "K109")]
)
def test_what_is_no_day_of_a_career_is_said(raw: object, code: str) -> None:
    read = value(raw)
    assert read.day() is None
    assert codes(read) == [(code, "")]


def test_a_day_in_full_width_digits_is_read_and_said() -> None:
    read = value("２０２１－０４－０１")
    assert read.day() == exactly(date(2021, 4, 1))
    assert codes(read) == [("K201", "")]


# Problems and suggestions


def test_a_problem_is_filled_with_its_facts_in_both_languages() -> None:
    problem = describe("K104", Place(file="a"), kind=KIND, word="x", known="member", suggestion="member")
    assert problem.title == Text(ja="未知の役割", en="unknown role")
    assert (problem.place, problem.suggestion) == (Place(file="a"), "member")


def test_problems_are_shown_in_the_order_of_their_places() -> None:
    reading = Reading(locate=lambda path: Place(file="a", line=int(path[0]), column=int(path[1])))
    for line, column in ((3, 1), (1, 5), (1, 2)):
        reading.report("K109", (line, column))
    assert [(problem.place.line, problem.place.column) for problem in reading.in_order()] == [(1, 2), (1, 5), (3, 1)]


def test_a_file_with_very_many_problems_gets_no_more_suggestions() -> None:
    reading = Reading(locate=_locate)
    assert reading.suggest("leadr", ROLES) == "leader"
    for _ in range(100):
        reading.report("K109", ())
    assert reading.suggest("leadr", ROLES) is None


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("leadr", "leader"),
        ("Leader", "leader"),
        ("ＬＥＡＤＥＲ", "leader"),
        ("team-lead", "leader"),
        ("xyz", None),
        ("", None),
    ],
)
def test_the_nearest_word_is_found_whatever_its_width_and_case(word: str, near: str | None) -> None:
    assert nearest(word, ROLES) == near


def test_of_equally_known_words_the_nearest_is_suggested_as_it_is_written() -> None:
    assert nearest("ap", ["AP", "FE"]) == "AP"


def test_what_is_shown_moves_no_cursor_and_is_not_too_long() -> None:
    assert shown("a\nb") == "a\\nb"
    assert shown("\x1b[2J") == "\\x1b[2J"
    assert shown("日本") == "日本"
    assert len(shown("x" * 10_000)) < 300
    kind: Any = value({"a": 1}).keys(optional=("a",))["a"]
    assert kind.raw == 1
