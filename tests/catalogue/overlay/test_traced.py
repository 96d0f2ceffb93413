"""Do places stay with their values when the neighbours come and go?"""

from __future__ import annotations

from kijun.catalogue.overlay.traced import Origin, Traced, origin_of, plain, trace, way_to, written_at
from kijun.problem import Path, Place


def locate(path: Path) -> Place:
    """Return a place whose file is the path."""
    return Place(file="/".join(map(str, path)))


TOP = Origin(locate=locate, path=(), is_own=False)
OWN = Origin(locate=locate, path=("changes", 0), is_own=True)


def place(root: Traced, *path: str | int) -> str:
    return origin_of(root, path).place.file


def test_plain_values_come_back_as_they_were() -> None:
    raw = {"a": [1, {"b": None}], "c": "x"}
    assert plain(trace(raw, TOP)) == plain(written_at(raw, TOP)) == raw


def test_a_value_keeps_its_place_when_one_before_it_goes() -> None:
    root = trace({"cells": [{"level": 2}, {"level": 1}]}, TOP)
    del root.mapping["cells"].items[0]
    assert place(root, "cells", 0, "level") == "cells/1/level"


def test_a_new_value_stands_as_a_whole_where_its_change_is() -> None:
    root = trace({"cells": []}, TOP)
    root.listed("cells").append(written_at({"level": 3, "of": ["x"]}, OWN))
    assert place(root, "cells", 0, "of", 0) == place(root, "cells", 0) == "changes/0"


def test_a_dropped_key_is_to_be_found_where_it_was_dropped() -> None:
    root = trace({"role": "leader"}, TOP)
    del root.mapping["role"]
    root.gone["role"] = OWN
    assert (place(root, "role"), place(root, "outcome")) == ("changes/0", "")


def test_the_way_to_a_value_ends_where_nothing_follows() -> None:
    root = trace({"a": [5]}, TOP)
    assert [each.held for each in way_to(root, ("a", 0))][-1] == 5
    assert len(list(way_to(root, ("a", 7, "b")))) == len(list(way_to(root, ("a",)))) == 2


def test_what_is_no_list_and_no_mapping_holds_nothing() -> None:
    end = trace(5, TOP)
    assert (end.mapping, end.items, end.get("a")) == ({}, [], None)
    assert trace({"a": 5}, TOP).listed("a") == []
