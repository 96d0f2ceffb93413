"""Is a standard sound: every threshold cited, every count possible, every cell within reach?"""

from __future__ import annotations

from typing import Any

import pytest

from kijun.framework.check import check, thresholds
from kijun.framework.parse_edition import parse_edition
from tests.framework.small import alpha, beta, files, gamma, indicator, indicator_files, point, policy_file, problems
from tests.framework.small_skills import skills_file, words


def unsound(first: Any, **more: Any) -> list[tuple[str, str]]:
    """Return the problems of the small standard where alpha has this cell beside its level 2."""
    plain = indicator_files()
    plain[0]["cells"] = [first, alpha(2)]
    read = files(indicators=plain, flags=None, **more)
    parsed = parse_edition(read)
    assert problems(read) == []
    check(parsed.edition, parsed.cells, parsed.policy)
    return problems(read)


def part(name: str, **changes: Any) -> Any:
    return alpha(3, **{name: {**alpha(3)[name], **changes}})


def rooms(**bounds: int) -> Any:
    return alpha(3, size=[{"any_of": [{"rooms": bounds}]}])


def test_a_sound_standard_has_no_problem() -> None:
    assert unsound(alpha(3)) == []


def test_every_number_of_a_cell_is_a_threshold() -> None:
    assert list(thresholds(indicator(alpha(3)))) == [
        *("responsibility/at_least", "complexity/at_least", "size/2/complexity_at_least"),
        *("expertise/at_least", "succession/at_least"),
    ]
    assert list(thresholds(indicator(beta(3)))) == [
        *("responsibility/at_least", "responsibility/slots", "responsibility/slots", "complexity/at_least"),
        *("size/1/rooms/at_least", "size/1/rooms/at_most", "size/1/area_m2/below", "expertise/at_least", "exam"),
    ]
    assert list(thresholds(indicator(gamma(3)))) == [
        *("responsibility/at_least", "responsibility/slots", "responsibility/market", "complexity/at_least"),
    ]
    assert list(thresholds(indicator(rooms(printed=0))))[2] == "size/1/rooms/printed"
    assert list(thresholds(indicator({"level": 1, "citation": {"line": 1}}))) == []


@pytest.mark.parametrize("name", ["responsibility", "complexity", "expertise", "succession"])
def test_a_threshold_without_a_citation_is_a_problem_at_its_place(name: str) -> None:
    cited = {below: line for below, line in alpha(3)["citations"].items() if below != name}
    assert unsound(alpha(3, citations=cited)) == [("K120", f"cells/0/{name}/at_least")]


def test_a_number_of_a_band_is_cited_by_its_band() -> None:
    cited = {below: line for below, line in alpha(3)["citations"].items() if below != "size/2"}
    assert unsound(alpha(3, citations=cited)) == [("K120", "cells/0/size/1/complexity_at_least")]


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        (part("complexity", at_least=3), []),
        (part("complexity", at_least=4), [("K121", "cells/0/complexity/at_least")]),
        (part("expertise", at_least=2), []),
        (part("expertise", at_least=3), [("K121", "cells/0/expertise/at_least")]),
        (part("succession", at_least=3), []),
        (part("succession", at_least=4), [("K121", "cells/0/succession/at_least")]),
        (part("complexity", of=["new", "far"]), [("K124", "cells/0/complexity/must_include"), ("K121", "cells/0/size/1/complexity_at_least")]),
        (part("responsibility", measure="times", at_least=2, slots=[3, 2]), []),
        (part("responsibility", measure="times", at_least=2, slots=[3]), [("K125", "cells/0/responsibility/slots")]),
        (part("responsibility", measure="times", at_least=2), [("K125", "cells/0/responsibility/slots")]),
        (part("responsibility", slots=[3]), [("K101", "cells/0/responsibility/slots")]),
        (alpha(3, size=[{"any_of": [{"rooms": {"at_least": 1}}], "complexity_at_least": 4}]), [("K121", "cells/0/size/0/complexity_at_least")]),
        (alpha(3, complexity=None, size=[{"any_of": [{"rooms": {"at_least": 1}}], "complexity_at_least": 1}]), [("K121", "cells/0/size/0/complexity_at_least")]),
        (rooms(at_least=3, at_most=3), []),
        (rooms(at_least=4, at_most=3), [("K126", "cells/0/size/0")]),
        (rooms(at_least=2, below=3), []),
        (rooms(at_least=3, below=3), [("K126", "cells/0/size/0")]),
        (rooms(at_least=3), []),
        (rooms(at_most=3), []),
    ],
)  # fmt: skip
def test_a_count_must_be_possible(cell: Any, found: list[tuple[str, str]]) -> None:
    assert unsound(cell) == found


@pytest.mark.parametrize(
    ("cell", "below"),
    [
        (alpha(3, size=[]), "responsibility"),
        (alpha(3, size=[{"any_of": []}], complexity=None), "responsibility"),
    ],
)
def test_a_cell_that_nobody_can_meet_is_a_problem(cell: Any, below: str) -> None:
    found = unsound(cell)
    assert ("K122", f"cells/0/{below}") in found
    assert {code for code, _ in found} == {"K122"}


def test_a_cell_whose_numbers_are_wrong_is_not_looked_at_further() -> None:
    assert unsound(part("complexity", at_least=4)) == [("K121", "cells/0/complexity/at_least")]


def test_a_default_that_the_edition_cannot_follow_makes_its_cells_unreachable() -> None:
    points = [
        each if each["id"] != "proficiency.decides" else {**each, "default": "all-items"} for each in policy_file()
    ]
    found = unsound(alpha(3), policy=points)
    assert {code for code, _ in found} == {"K122"}
    assert ("K122", "cells/0") in found


def _skills() -> Any:
    """Return the skill items without the flags that `unsound` leaves out."""
    plain = skills_file()
    return {**plain, "items": [{key: part for key, part in item.items() if key != "flags"} for item in plain["items"]]}


def skills_asked(**asked: Any) -> list[tuple[str, str]]:
    """Return the problems of the small standard with skill items where alpha 3 asks this of them, cited."""
    cited = {**alpha(3)["citations"], "proficiency": 18}
    by = point("ratings.by", "assessor", "superior", "anyone")
    cell = alpha(3, proficiency=asked, citations=cited)
    return unsound(cell, vocabulary=words(), skills=[_skills()], policy=[*policy_file(), by])


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"at_least": 2, "of": ["trust", "wiring"], "level": 3}, []),
        ({"at_least": 2, "of": "all", "level": 3}, []),
        ({"at_least": 3, "of": ["trust", "wiring"], "level": 3}, [("K121", "cells/0/proficiency/at_least")]),
        ({"at_least": 3, "of": "all", "level": 3}, [("K121", "cells/0/proficiency/at_least")]),
        ({"at_least": 1, "of": "all", "level": 1}, [("K121", "cells/0/proficiency/at_least")]),
        ({"at_least": 1, "of": ["trust", "roofing"], "level": 3}, [("K104", "cells/0/proficiency/of/1")]),
        ({"at_least": 1, "of": ["trust", "wiring"], "level": 1}, [("K160", "cells/0/proficiency/of/0"), ("K160", "cells/0/proficiency/of/1")]),
    ],
)  # fmt: skip
def test_skill_items_that_are_asked_must_exist_with_a_proficiency_at_the_level(
    asked: Any, found: list[tuple[str, str]]
) -> None:
    assert skills_asked(**asked) == found


def test_ratings_that_are_asked_must_be_cited() -> None:
    asked = {"at_least": 2, "of": "all", "level": 3}
    by = point("ratings.by", "assessor", "superior", "anyone")
    cell = alpha(3, proficiency=asked)
    found = unsound(cell, vocabulary=words(), skills=[_skills()], policy=[*policy_file(), by])
    assert found == [("K120", "cells/0/proficiency")]


def test_a_silent_point_that_shapes_a_cell_must_be_answered() -> None:
    asked = {"at_least": 2, "of": "all", "level": 3}
    cell = alpha(3, proficiency=asked, citations={**alpha(3)["citations"], "proficiency": 18})
    assert unsound(cell, vocabulary=words(), skills=[_skills()]) == [("K102", "")]
    used = [each for each in policy_file() if each["id"] not in ("proficiency.decides", "levels.imply")]
    assert unsound(alpha(3), policy=used) == []
    for left_out in ("parts.required", "bands.floor", "examination.others"):
        written = [each for each in policy_file() if each["id"] != left_out]
        assert unsound(alpha(3), policy=written) == [("K102", "")], left_out


def test_which_parts_must_hold_is_no_question_where_each_cell_has_one() -> None:
    cells = [{"level": level, "citation": {"line": 1}, "succession": alpha(3)["succession"], "citations": {"succession": 1}} for level in (3, 2)]  # fmt: skip
    files_of_one = [{"category": "service", "field": "alpha", "document": "d1", "cells": cells}]
    window = [each for each in policy_file() if each["id"] == "evidence.window"]
    read = files(indicators=files_of_one, flags=None, policy=window)
    parsed = parse_edition(read)
    check(parsed.edition, parsed.cells, parsed.policy)
    assert problems(read) == []
