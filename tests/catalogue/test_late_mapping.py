"""Is a late mapping made at the first look, once, and equal to what it holds?"""

from __future__ import annotations

import pytest

from kijun.catalogue.late_mapping import Late


def test_nothing_is_made_before_the_first_look_and_nothing_twice() -> None:
    made: list[str] = []

    def make() -> dict[str, int]:
        made.append("once")
        return {"a": 1, "b": 2}

    late = Late(make)
    assert made == []
    assert (late["b"], list(late), len(late), "c" in late, late.get("c")) == (2, ["a", "b"], 2, False, None)
    assert late == {"a": 1, "b": 2} == late
    assert made == ["once"]


def test_a_mapping_that_cannot_be_made_says_so_at_every_look() -> None:
    def refuse() -> dict[str, int]:
        raise ValueError("no")

    late = Late(refuse)
    for _ in range(2):
        with pytest.raises(ValueError, match="no"):
            list(late)
