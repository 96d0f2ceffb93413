"""Is a letter that cannot be shown reported, with its place, before anything is drawn?"""

from __future__ import annotations

from pathlib import Path

import pytest

from kijun.catalogue.text_file import read_text
from kijun.catalogue.yaml_tree import Tree, parse_tree
from kijun.problem import Problem
from kijun.report.unknown_letters import letter_problems
from tests.broken.expected import HERE, assert_says, reports
from tests.report.passports import passport_of


def problems_of(path: Path, masks: tuple[str, ...] = (), *, is_pdf: bool) -> list[Problem]:
    text = read_text(path)
    assert isinstance(text, str)
    tree = parse_tree(text, str(path))
    assert isinstance(tree, Tree)
    return letter_problems(passport_of(path, masks=masks), tree, is_pdf=is_pdf)


@pytest.mark.parametrize("name", reports())
def test_a_letter_that_cannot_be_shown_says_where_it_stands(name: str) -> None:
    file, _, kind = name.partition(" ")
    folder = HERE / "letters"
    assert_says(problems_of(folder / file, is_pdf=kind == "pdf"), reports()[name], folder)


def test_a_letter_that_is_masked_is_no_problem() -> None:
    path = HERE / "letters" / "no-glyph.yaml"
    assert [each.place.line for each in problems_of(path, ("party:title",), is_pdf=True)] == [3]
