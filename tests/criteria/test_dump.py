"""Is a criterion written as plain values that JSON can hold?"""

from __future__ import annotations

import json

import pytest

from kijun.criteria import Criterion, Trait
from kijun.criteria.dump import dump
from tests.builders import once
from tests.criteria.nodes import COMPANIES, EQUAL, LIST, NODES, kind


@pytest.mark.parametrize("node", NODES, ids=kind)
def test_json_can_hold_every_node_and_names_its_kind(node: Criterion | Trait) -> None:
    assert json.loads(json.dumps(dump(node)))["kind"] == type(node).__name__


def test_what_stands_inside_is_written_out() -> None:
    assert dump(once(LIST)) == {
        "kind": "Once",
        "clause": {
            "kind": "Clause",
            "fields": None,
            "is_first_field_only": False,
            "role": {"kind": "OrAbove", "least": "leader", "accepted": ["leader", "responsible"]},
            "activities": ["fault-repair", "hardware-installation"],
            "needs_all_activities": False,
            "outcome": {"kind": "OrAbove", "least": "carried-out", "accepted": ["carried-out", "succeeded"]},
            "within_years": None,
        },
        "trait": {"kind": "Conditions", "at_least": 2, "of": ["a", "b", "c"], "must_include": ["a"]},
    }


def test_what_has_no_order_is_written_in_the_order_of_its_words() -> None:
    assert dump(EQUAL)["as_one_of"] == ["x/5/size/1", "x/5/size/2"]
    assert dump(COMPANIES)["groups"] == [["a", "b"]]
