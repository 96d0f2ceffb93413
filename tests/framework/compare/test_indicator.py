"""Is each change of a cell found, and said to be what it is for the person?"""

from __future__ import annotations

from typing import Any

import pytest

from kijun.framework.compare.editions import compare
from kijun.framework.edition import Edition
from tests.framework.compare.compared import found, with_cell
from tests.framework.small import alpha, any_of, edition, indicator_files, vocabulary_files
from tests.framework.small_skills import skilled

YEARS_TO_TIMES = {"measure": "times", "at_least": 3, "slots": [3, 2, 2], "years_at_level": None}


def changes(field: str, /, **parts: Any) -> list[str]:
    """Return what differs where the cell 3 of a field has these parts."""
    return found(edition(), with_cell(field, **parts))


def test_years_become_times_which_is_another_measure_and_neither_more_nor_less() -> None:
    assert changes("alpha", responsibility=YEARS_TO_TIMES) == [
        (
            "other measure count: 2 years or more at the complexity and size of level 3 -> "
            "3 times or more (1 at level 3 or above, 2 at level 2 or above)"
        )
    ]


@pytest.mark.parametrize(
    ("years", "level", "kind"),
    [(3, 3, "raised"), (1, 3, "lowered"), (2, 2, "lowered"), (1, 2, "lowered"), (3, 2, "changed")],
)
def test_years_are_raised_or_lowered_unless_more_of_them_are_asked_at_a_lower_level(
    years: int, level: int, kind: str
) -> None:
    [line] = changes("alpha", responsibility={"at_least": years, "years_at_level": level})
    assert line.startswith(f"{kind} count: ")


@pytest.mark.parametrize(
    ("slots", "kind"),
    [([3, 3], "raised"), ([3, 2, 1], "raised"), ([2, 2], "lowered"), ([3], "lowered"), ([2, 2, 2], "changed")],
)
def test_times_are_raised_where_every_slot_is_as_high_or_higher(slots: list[int], kind: str) -> None:
    [line] = changes("beta", responsibility={"at_least": len(slots), "slots": slots})
    assert line.startswith(f"{kind} count: 2 times or more (1 at level 3 or above, 1 at level 2 or above) -> ")


def test_the_order_of_slots_and_of_lists_says_nothing() -> None:
    same = {"slots": [2, 3]}
    assert changes("beta", responsibility=same, complexity={"of": ["wide", "new"]}) == []


def test_a_higher_role_is_raised_and_its_title_is_named_beside_it() -> None:
    assert changes("alpha", responsibility={"role": "responsible", "roles": ["alpha-responsible"]}) == [
        "raised role: the leader -> the responsible (harder)",
        "added titles: - -> the alpha-responsible",
        "dropped titles: the alpha-leader -> -",
    ]


def test_one_more_activity_to_choose_from_is_easier_and_one_less_is_harder() -> None:
    assert changes("alpha", responsibility={"activities": any_of("install", "sell")}) == [
        "added activities: - -> the sell (easier)",
        "dropped activities: the repair -> - (harder)",
    ]


def test_one_more_activity_of_a_chain_is_harder() -> None:
    assert changes("gamma", responsibility={"activities": {"all_of": ["sell", "close", "install"]}}) == [
        "added activities: - -> the install (harder)"
    ]


def test_any_of_the_activities_becomes_all_of_them() -> None:
    assert changes("alpha", responsibility={"activities": {"all_of": ["install", "repair"]}}) == [
        "raised every-activity: any of them -> all of them (harder)"
    ]
    assert changes("gamma", responsibility={"activities": any_of("sell", "install")}) == [
        "lowered every-activity: all of them -> any of them (easier)",
        "added activities: - -> the install",
        "dropped activities: the close -> -",
    ]


def test_all_of_one_activity_is_any_of_it() -> None:
    assert changes("beta", complexity={"activities": {"all_of": ["repair"]}}) == []


def test_a_lower_outcome_is_lowered_in_every_clause() -> None:
    lower = {"outcome": "participated"}
    assert changes("alpha", responsibility=lower, size_clause=lower) == [
        "lowered outcome: the succeeded -> the participated (easier)",
        "lowered outcome: the succeeded -> the participated (easier)",
    ]


def test_more_conditions_asked_is_raised_and_a_wider_list_is_easier() -> None:
    assert changes("alpha", complexity={"at_least": 3, "of": ["old", "new", "far", "wide"]}) == [
        "raised conditions-asked: 2 -> 3 (harder)",
        "added conditions: - -> the wide (easier)",
    ]


def test_one_more_mandatory_condition_is_harder_and_one_less_easier() -> None:
    assert changes("alpha", complexity={"must_include": ["new"]}) == [
        "added mandatory: - -> the new (harder)",
        "dropped mandatory: the old -> - (easier)",
    ]


def test_a_role_that_a_clause_no_more_names_is_dropped() -> None:
    assert changes("alpha", complexity={"role": None, "roles": []}) == [
        "dropped role: the responsible -> - (easier)",
        "dropped titles: the alpha-responsible -> -",
    ]
    assert changes("beta", complexity={"role": "leader"}) == ["added role: - -> the leader (harder)"]


def test_expertise_is_compared_in_areas_degree_and_reach() -> None:
    assert changes(
        "alpha", expertise={"at_least": 2, "of": ["craft", "trust"], "degree": "practises", "reach": "industry"}
    ) == [
        "raised areas-asked: 1 -> 2 (harder)",
        "lowered degree: the guides -> the practises (easier)",
        "raised reach: the company -> the industry (harder)",
    ]
    assert changes("beta", expertise={"of": ["trust"], "reach": "company"}) == [
        "added areas: - -> the trust (easier)",
        "dropped areas: the craft -> - (harder)",
        "added reach: - -> the company (harder)",
    ]


def test_succession_is_compared_in_kinds_and_subject() -> None:
    words = vocabulary_files()
    words["contributions"]["subjects"].append({"id": "trade", "name": "The trade"})
    new = with_cell("alpha", words=words, succession={"at_least": 1, "of": ["book", "paper"], "subject": "trade"})
    assert found(edition(), new) == [
        "lowered kinds-asked: 2 -> 1 (easier)",
        "dropped kinds: the patent -> - (harder)",
        "changed subject: the technique -> the trade",
    ]


def test_another_examination_in_the_note_has_changed() -> None:
    words = vocabulary_files()
    words["examinations"]["examinations"].append({"id": "FE", "name": "FE"})
    [line] = found(edition(), with_cell("beta", words=words, exam="FE"))
    assert line.startswith("changed exam: The AP: passing it counts")


def test_the_examination_note_decides_nothing_by_default_and_mentoring_does() -> None:
    assert changes("alpha", mentoring=False, exam="AP") == [
        "dropped mentoring: develops juniors (mentoring, coaching) -> - (easier)",
        "added exam: - -> The AP: passing it counts as the minimum ability of this level",
    ]
    comparison = compare(edition(), with_cell("alpha", mentoring=False, exam="AP"))
    assert [change.is_examined for change in comparison.changes] == [True, False]


def rated(asked: Any) -> Edition:
    """Return the small standard with skill items, whose cell alpha 3 asks for ratings."""
    files = indicator_files()
    files[0]["cells"][0] = {**alpha(3), "proficiency": asked}
    return skilled(indicators=files)


def test_ratings_asked_are_compared_in_number_level_and_items() -> None:
    both = {"at_least": 1, "of": ["trust", "wiring"], "level": 3}
    assert found(rated(both), rated({**both, "at_least": 2})) == ["raised items-asked: 1 -> 2 (harder)"]
    assert found(rated(both), rated({**both, "level": 2})) == ["lowered rated-level: level 3 -> level 2 (easier)"]
    assert found(rated(both), rated({**both, "of": ["trust"]})) == ["dropped rated-items: The wiring -> - (harder)"]
    [line] = found(rated(both), rated({**both, "of": "all"}))
    assert line.startswith("changed rated-items: at least 1 of 2 skill items")
    every = {**both, "of": "all"}
    assert found(rated(every), rated({**every, "at_least": 2})) == ["raised items-asked: 1 -> 2 (harder)"]
    [line] = found(skilled(), rated(both))
    assert line.startswith("added part: - -> at least 1 of 2 skill items")
    assert line.endswith("(harder)")


def test_circumstances_are_compared_kind_by_kind_and_no_verdict_hangs_on_them() -> None:
    comparison = compare(edition(), with_cell("alpha", responsibility={"circumstances": []}))
    [change] = comparison.changes
    assert (change.kind.value, change.about.en, change.is_examined) == ("dropped", "the leads", False)
    assert change.effect is None
    [back] = found(with_cell("alpha", responsibility={"circumstances": []}), edition())
    assert back == "added circumstances: - -> the team"


def test_a_circumstance_of_a_kind_that_is_another_one_has_changed() -> None:
    words = vocabulary_files()
    words["circumstances"]["circumstances"].append({"id": "crew", "name": "The crew", "kind": "leads"})
    new = with_cell("alpha", words=words, responsibility={"circumstances": [{"kind": "leads", "of": ["crew"]}]})
    assert found(edition(), new) == ["changed circumstances: the team -> the crew"]


@pytest.mark.parametrize("part", ["responsibility", "complexity", "expertise", "succession"])
def test_a_whole_part_is_harder_where_it_comes_and_easier_where_it_goes(part: str) -> None:
    without = with_cell("alpha", **{part: None}, **({"size": None} if part == "complexity" else {}))
    gone, come = compare(edition(), without), compare(without, edition())
    [dropped] = [change for change in gone.changes if change.aspect == "part"]
    [added] = [change for change in come.changes if change.aspect == "part"]
    assert (dropped.kind.value, dropped.effect and dropped.effect.value) == ("dropped", "easier")
    assert (added.kind.value, added.effect and added.effect.value) == ("added", "harder")
    assert dropped.path == f"service/alpha/3/{part}"
    assert dropped.old.words == added.new.words is not None


def test_a_change_is_cited_in_both_editions_as_near_as_either_prints_it() -> None:
    new = with_cell("alpha", expertise={"at_least": 2}, citations={"expertise/at_least": 160})
    [change] = compare(edition(), new).changes
    assert (str(change.old.citation), str(change.new.citation)) == ("d1:16", "d1:160")
    assert change.path == "service/alpha/3/expertise"
    assert (change.old.value, change.new.value) == (1, 2)
