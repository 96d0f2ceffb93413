"""Do the flags of an edition touch skill items that it has?"""

from __future__ import annotations

from typing import Any

import pytest

from kijun.framework.parse_edition import parse_edition
from tests.framework.small import files, problems
from tests.framework.small_skills import ALPHA, skills_file, words


def touched(*paths: str, **changes: Any) -> list[tuple[str, str]]:
    flag = {"id": "odd", "about": "Odd.", "citations": [], "touches": list(paths)}
    read = files(vocabulary=words(), flags=[flag], skills=[skills_file()], **changes)
    parse_edition(read)
    return problems(read)


@pytest.mark.parametrize(
    "path", [f"{ALPHA}/skills/trust", "acme/1/service/skills", "acme/1/sales/skills", f"{ALPHA}/3", "anything"]
)
def test_a_flag_may_touch_an_item_a_skill_area_or_something_else(path: str) -> None:
    assert touched(path) == []


@pytest.mark.parametrize("path", [f"{ALPHA}/skills/trst", f"{ALPHA}/skills", "acme/1/servce/skills", "skills/trust"])
def test_a_flag_may_not_touch_an_item_that_is_not_there(path: str) -> None:
    asked = path if path.startswith("acme") else f"acme/1/{path}"
    assert touched(f"{ALPHA}/skills/trust", asked) == [("K104", "0/touches/1")]


def test_flags_are_not_looked_at_where_the_skills_themselves_are_wrong_or_read_apart() -> None:
    flag = {"id": "odd", "about": "Odd.", "citations": [], "touches": [f"{ALPHA}/skills/gone"]}
    for skills, found in (([skills_file(document="d9")], [("K104", "document")]), (None, [])):
        read = files(vocabulary=words(), flags=[flag], skills=skills)
        parse_edition(read)
        assert problems(read) == found
