"""Whatever order a database keeps keys in, a record comes out in the order of the format."""

from __future__ import annotations

from kijun.web.people.states import arranged


def test_the_keys_of_an_entry_come_in_the_order_of_the_format_at_every_depth() -> None:
    kept = {"until": "2020", "role": "leader", "id": "x", "equivalences": [{"day": "2021", "to": "a", "by": "b"}]}
    found = arranged(kept)
    assert list(found) == ["id", "role", "until", "equivalences"]
    assert list(found["equivalences"][0]) == ["to", "by", "day"]
    assert found == kept
