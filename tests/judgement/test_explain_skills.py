"""Is it said in both languages where a person's skills stand?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from kijun.evidence import RATERS
from kijun.evidence.words import RATER_NAMES
from kijun.framework.phrase_skill import phrase_proficiency
from kijun.judgement.explain_skills import (
    latest_month,
    say_apart,
    say_below,
    say_deciders,
    say_difference,
    say_not_asked,
    say_open_knowledge,
    say_recorded,
    say_tally,
    say_verdict,
)
from kijun.judgement.skills import Tally
from kijun.text import Text
from kijun.verdict import MET, NOT_MET, UNKNOWN, Verdict
from tests.builders import day
from tests.judgement.test_skills import SMALL, known, matrix, rating, row


@pytest.mark.parametrize(
    ("tally", "ja", "en"),
    [
        ((2, 0, 0), "2項目のうち目標以上が2項目", "2 of 2 items at the target"),
        ((0, 1, 0), "1項目のうち目標以上が0項目、目標未満が1項目", "0 of 1 item at the target, 1 below"),
        (
            (1, 2, 3),
            "6項目のうち目標以上が1項目、目標未満が2項目、未評価が3項目",
            "1 of 6 items at the target, 2 below, 3 not rated",
        ),
    ],
)
def test_the_items_asked_are_counted_in_words(tally: tuple[int, int, int], ja: str, en: str) -> None:
    at_target, below, not_rated = tally
    assert say_tally(Tally(at_target=at_target, below=below, not_rated=not_rated)) == Text(ja=ja, en=en)


def test_whose_rating_decides_is_said_the_weightiest_first() -> None:
    assert say_deciders(matrix()) == Text(ja="評価者", en="an assessor")
    assert say_deciders(matrix(by=("assessor", "superior"))) == Text(
        ja="評価者、なければ上司", en="an assessor, or else a superior"
    )


def test_every_rater_has_a_name() -> None:
    assert set(RATER_NAMES) == set(RATERS)


@pytest.mark.parametrize(
    ("verdict", "ja", "en"),
    [
        (MET, "目標以上", "at the target"),
        (NOT_MET, "目標未満", "below"),
        (UNKNOWN, "不明(上司の評価なし)", "unknown: not rated by a superior"),
        (None, "このレベルでは求められない", "not asked at this level"),
    ],
)
def test_a_verdict_on_an_item_is_said(verdict: Verdict | None, ja: str, en: str) -> None:
    assert say_verdict(verdict, Text(ja="上司", en="a superior")) == Text(ja=ja, en=en)


def test_a_difference_is_said_with_days_and_notes() -> None:
    found = row(rating(3, "self", "2025-09"), rating(1, on="2025-10-15", note="so so"))
    assert say_difference(found, SMALL) == Text(
        ja="本人はレベル3(2025年9月)、評価者はレベル1(2025年10月15日「so so」)で、2レベル離れている",
        en='level 3 (2025-09) by self, level 1 (15 October 2025, "so so") by the assessor: 2 levels apart',
    )
    assert say_apart(found) == Text(ja="2レベル差", en="2 apart")


def test_what_the_target_asks_for_is_said_beside_a_lower_rating() -> None:
    found = row(rating(2))
    asked = phrase_proficiency(found.item.proficiencies[3], SMALL.vocabulary)
    assert say_below(found, SMALL) == Text(
        ja=f"レベル2。レベル3で求められるもの: {asked.ja}", en=f"level 2; asked at level 3: {asked.en}"
    )


def test_a_level_is_called_what_the_edition_calls_it() -> None:
    named = replace(SMALL, level_names={level: Text(ja=f"{level}段", en=f"grade {level}") for level in (1, 2, 3)})
    assert say_below(row(rating(2)), named).en.startswith("grade 2; asked at grade 3: ")
    assert say_difference(row(rating(3, "self"), rating(1)), named).ja.startswith("本人は3段(")


def test_a_recorded_day_is_said_as_far_as_it_is_known() -> None:
    assert say_recorded(day("2025-10-15")).en == "15 October 2025"
    assert say_recorded(day("2025-10")).en == "2025-10"


def test_open_knowledge_is_named_and_what_is_not_recorded_is_unknown() -> None:
    assert say_open_knowledge(row(knowledge=(known("deeds"),))) == Text(
        ja="2項目のうち1項目: wordsの名", en="1 of 2: The words"
    )
    assert say_open_knowledge(row()) == Text(
        ja="2項目とも記録なし(不明)", en="nothing recorded of 2 (unknown, not none)"
    )


def test_the_month_of_the_latest_rating_is_said() -> None:
    assert latest_month(row(rating(1, on="2025-10-15"), rating(1, "self", "2026-01-02"))) == "2026-01"
    assert latest_month(row()) is None


def test_a_level_that_is_left_blank_is_not_one_that_was_never_headed() -> None:
    assert say_not_asked(row(level=1), 1) == Text(ja="見出しだけで、記述がない", en="headed but blank")
    assert say_not_asked(row(level=4), 4) == Text(ja="見出しもない", en="never headed")
