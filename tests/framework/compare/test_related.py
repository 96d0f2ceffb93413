"""Is it known which editions can be compared?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from kijun.framework.compare.related import are_related
from kijun.framework.edition import Edition
from tests.framework.small import edition


def of(standard: str, **changes: object) -> Edition:
    return replace(edition(), id=f"{standard}/1", standard=standard, **changes)  # type: ignore[arg-type]  # fields by name


@pytest.mark.parametrize(
    ("old", "new", "is_related"),
    [
        (of("a"), of("a"), True),
        (of("a"), of("b"), False),
        (of("a"), of("b", parent="a/1"), True),
        (of("b", parent="a/1"), of("a"), True),
        (of("a"), of("c", parent="b/1", inherited={"b/1/x/y/1": None, "a/1/x/y/1": None}), True),
        (of("b", parent="a/1"), of("c", parent="a/1"), True),
        (of("b", parent="a/1"), of("c", parent="d/1"), False),
    ],
)
def test_editions_are_related_by_their_standard_or_by_what_they_were_made_from(
    old: Edition, new: Edition, is_related: bool
) -> None:
    assert are_related(old, new) is is_related
    assert are_related(new, old) is is_related
