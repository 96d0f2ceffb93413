"""How does somebody see what a filled record looks like, before they write their own?

The head stays theirs. What an assessor or a superior said in the example is no word of an assessor or superior here: an
equivalence becomes a claim, and what others rated or confirmed waits for them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kijun.catalogue.shipped import EXAMPLES
from kijun.catalogue.yaml_tree import parse_tree
from kijun.web.people.actions import Wish
from kijun.web.people.models import Entry
from kijun.web.people.states import ALL_LISTS, HEAD, Plain

EXAMPLE = "customer-service-hardware.yaml"


def example_wishes(head: Entry) -> list[Wish]:
    """Return what fills an empty record with the example that ships with kijun."""
    example = _example()
    complete = {**head.body, "complete": example.get("complete", [])}
    wishes = [Wish(key=head.key, list=HEAD, body=complete, based_on=head.revised)]
    return [*wishes, *(wish for list_ in ALL_LISTS for wish in _of_list(list_, example.get(list_, [])))]


def _example() -> dict[str, Any]:
    path = EXAMPLES / EXAMPLE
    tree = parse_tree(path.read_text(encoding="utf-8"), EXAMPLE)
    assert not isinstance(tree, list), "a shipped example has no problem"
    assert isinstance(tree.root, dict), "a record is a mapping"
    return dict(tree.root)


def _of_list(list_: str, bodies: list[Plain]) -> Iterator[Wish]:
    for body in bodies:
        yield Wish(list=list_, body=_undecided(body), awaits=_awaits(list_, body))


def _undecided(body: Plain) -> Plain:
    claims = body.get("equivalences")
    if not claims:
        return body
    return {
        **body,
        "equivalences": [{"to": each.get("to"), "decision": "claimed"} for each in claims if each.get("to")],
    }


def _awaits(list_: str, body: Plain) -> str:
    if list_ == "confirmations":
        return "assessor"
    return body["by"] if list_ == "ratings" and body.get("by") != "self" else ""
