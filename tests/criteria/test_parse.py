"""Is a criterion read back as it was written?"""

from __future__ import annotations

import json

import pytest

from kijun.criteria import Clause, Criterion, OrAbove, Slot, Trait, Way
from kijun.criteria.dump import dump
from kijun.criteria.parse import parse
from kijun.errors import NotFound
from tests.builders import clause, or_above
from tests.criteria.nodes import LIST, NODES, kind

PIECES = (
    clause(fields=frozenset({"b", "a"})),
    or_above("leader", "responsible"),
    Way(level=4, trait=LIST),
    Slot(level=4, clause=clause(), trait=LIST),
)


@pytest.mark.parametrize("node", [*NODES, *PIECES], ids=kind)
def test_every_node_is_read_back_from_json_as_it_was(node: Criterion | Trait | Clause | OrAbove | Slot | Way) -> None:
    assert parse(json.loads(json.dumps(dump(node)))) == node


def test_a_kind_that_the_language_does_not_have_is_refused_in_both_languages() -> None:
    with pytest.raises(NotFound) as refused:
        parse({"kind": "Hope"})
    assert refused.value.text.ja == "「Hope」という基準の種類はない"
    assert refused.value.text.en == '"Hope" is not a kind of criterion'


def test_plain_values_without_a_kind_are_refused() -> None:
    with pytest.raises(NotFound, match='"None" is not a kind'):
        parse({"at_least": 1})
