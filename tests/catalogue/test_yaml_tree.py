"""Do YAML and JSON give the plain values that are written, each with its place?"""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from kijun.catalogue.yaml_tree import Tree, parse_tree
from kijun.problem import Path, Problem


def tree(text: str, file: str = "a.yaml") -> Tree:
    found = parse_tree(text, file)
    assert isinstance(found, Tree), found
    return found


def codes(text: str, file: str = "a.yaml") -> list[tuple[str, int | None, int | None]]:
    found = parse_tree(text, file)
    problems: Sequence[Problem] = found.problems if isinstance(found, Tree) else found
    return [(problem.code, problem.place.line, problem.place.column) for problem in problems]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("7", 7),
        ("-7", -7),
        ("0", 0),
        ("012", "012"),
        ("0x10", "0x10"),
        ("1_000", "1_000"),
        ("1.5", 1.5),
        ("1.50", "1.50"),
        (".nan", ".nan"),
        ("1e5", "1e5"),
        ("9" * 31, "9" * 31),
        ("true", True),
        ("FALSE", False),
        ("yes", "yes"),
        ("no", "no"),
        ("null", None),
        ("~", None),
        ("", None),
        ('"7"', "7"),
        ("'true'", "true"),
        ("2021-04-01", "2021-04-01"),
        ("障害修理", "障害修理"),
    ],
)
def test_a_value_is_what_it_seems_to_be(written: str, value: object) -> None:
    root = tree(f"a: {written}\nb: 1\n").root
    assert isinstance(root, dict)
    assert (root["a"], type(root["a"])) == (value, type(value))


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        ((), 1, 1),
        (("a",), 1, 1),
        (("b",), 2, 1),
        (("b", 0), 3, 5),
        (("b", 1), 4, 5),
        (("b", 1, "c"), 4, 5),
        (("b", 1, "d"), 5, 5),
        (("b", 1, "d", 0), 5, 9),
        (("b", 1, "missing"), 4, 5),
        (("b", 9, "c"), 2, 1),
        (("z",), 1, 1),
    ],
)
def test_a_value_stands_at_its_key_or_at_the_nearest_that_is_written(path: Path, line: int, column: int) -> None:
    place = tree("a: 1\nb:\n  - x\n  - c: 2\n    d: [3]\n").locate(path)
    assert (place.file, place.line, place.column) == ("a.yaml", line, column)


def test_json_is_read_by_its_own_rules_with_places() -> None:
    text = '{\n\t"a": "\\ud83d\\ude00 x\\ty",\n\t"b": [1, true, null]}'
    read = tree(text, "a.json")
    assert read.root == {"a": "😀 x\ty", "b": [1, True, None]}
    assert (read.locate(("b", 1)).line, read.locate(("b", 1)).column) == (3, 11)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: 1\na: 2\n", [("K008", 2, 1)]),
        ("a: &x 1\nb: *x\n", [("K007", 1, 4), ("K007", 2, 4)]),
        ("a: !!int 1\n", [("K007", 1, 4)]),
        ("&x a: 1\n", [("K007", 1, 1)]),
        ("a: [1\n", [("K006", 2, 1)]),
        ("a: 1\n---\nb: 2\n", [("K011", 2, 1)]),
        ("? [a]\n: 1\n", [("K011", 1, 3)]),
        ("# nothing\n", [("K005", 1, 1)]),
        ("a: \x01\n", [("K006", 1, 4)]),
        ("a: 1\na: 2\nb: [1\n", [("K008", 2, 1), ("K006", 4, 1)]),
    ],
)
def test_what_lets_a_file_say_something_else_than_it_seems_to_say_is_refused(
    text: str, found: list[tuple[str, int, int]]
) -> None:
    assert codes(text) == found


def test_what_is_nested_too_deep_is_refused() -> None:
    assert [code for code, _, _ in codes("[" * 62 + "]" * 62)] == ["K011"]
    assert codes("[" * 61 + "]" * 61) == []
    assert [code for code, _, _ in codes("[" * 100_000, "a.json")] == ["K011"]


@pytest.mark.parametrize("text", ["{a: 1}", "{'a': 1}", '{"a": 1,}', "a: 1"])
def test_yaml_is_no_json(text: str) -> None:
    assert [code for code, _, _ in codes(text, "a.json")] == ["K006"]
