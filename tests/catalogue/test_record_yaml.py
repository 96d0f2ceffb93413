"""A record that is written as YAML is the same when it is read."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kijun.catalogue.record_yaml import dump_record
from kijun.catalogue.shipped import EXAMPLES
from kijun.catalogue.yaml_tree import parse_tree

LETTERS = st.text(
    st.one_of(
        st.characters(min_codepoint=0x20, max_codepoint=0x7E), st.sampled_from("合格 　ア\n:#-'\"{}[]&*!|>%@`～\u3000")
    ),
    max_size=30,
)
PLAIN = st.recursive(
    st.one_of(LETTERS, st.integers(-(10**20), 10**20), st.booleans()),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(LETTERS.filter(bool), inner, min_size=1, max_size=4)
    ),
    max_leaves=12,
)


def read(text: str) -> object:
    tree = parse_tree(text, "me.yaml")
    assert not isinstance(tree, list), tree
    assert not tree.problems
    return tree.root


@given(st.dictionaries(LETTERS.filter(bool), PLAIN, min_size=1, max_size=5))
def test_whatever_is_written_is_read_as_it_was(plain: dict[str, Any]) -> None:
    assert read(dump_record(plain)) == plain


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.yaml")), ids=lambda path: path.stem)
def test_the_examples_are_written_and_read(path: Any) -> None:
    plain = read(path.read_text(encoding="utf-8"))
    assert isinstance(plain, dict)
    assert read(dump_record(plain)) == plain


def test_it_reads_as_a_person_would_write_it() -> None:
    same = ["hardware"]
    plain = {
        "employee": "0042",
        "name": {"text": "山田 花子", "reading": "やまだ はなこ"},
        "complete": [],
        "engagements": [
            {"id": "one", "fields": same, "activities": same, "from": "2024-04", "conditions_complete": True}
        ],
        "team": "no",
    }
    assert dump_record(plain) == (
        "employee: '0042'\n"
        "name:\n  text: 山田 花子\n  reading: やまだ はなこ\n"
        "complete: []\n"
        "engagements:\n"
        "  - id: one\n    fields: [hardware]\n    activities: [hardware]\n    from: 2024-04\n    conditions_complete: true\n"
        "team: 'no'\n"
    )
