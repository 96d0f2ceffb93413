"""Is a place said so that an editor can open it?"""

from __future__ import annotations

import pytest

from kijun.problem import Place


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (Place(file="record.yaml", line=9, column=3), "record.yaml:9:3"),
        (Place(file="record.yaml", line=9), "record.yaml:9"),
        (Place(file="folder"), "folder"),
    ],
)
def test_a_place_is_said_as_far_as_it_is_known(place: Place, said: str) -> None:
    assert str(place) == said
