"""Which line is a heading, and what does it print?"""

from __future__ import annotations

import pytest

from kijun.documents.printed import Line, Place
from kijun.documents.recognise.headings import Heading, find_heading, is_nameless


def _find(text: str) -> Heading | None:
    return find_heading(Line(text=text, place=Place(line=1)))


@pytest.mark.parametrize(
    ("printed", "kind"),
    [
        ("【ビジネス貢献】", "business"),
        ("[Business Contribution]", "business"),
        ("【プロフェッショナル貢献】 ", "professional"),
        ("[Professional Contributions]", "professional"),
        ("●責任性", "responsibility"),
        ("■責任性", "responsibility"),
        ("●Responsibilities", "responsibility"),
        ("●Responsibility", "responsibility"),
        ("  ●複雑性 ", "complexity"),
        ("●Complexity", "complexity"),
        ("●サイズ", "size"),
        ("●Size", "size"),
        ("<注釈>", "note"),
        ("〈注釈〉", "note"),
        ("＜注釈＞", "note"),
        ("〈Remarks〉", "note"),
        ("回線保守の達成度指標", "indicator-title"),
        ("Key Performance Indicator: Line Keeping", "indicator-title"),
        ("回線保守のスキル熟達度・知識項目", "skill-table"),
        ("Skill Proficiency/Knowledge Items of Line Keeping", "skill-table"),
        ("回線保守のスキル領域", "skill-area"),
        ("Skill Area of Line Keeping", "skill-area"),
        ("スキル項目と知識項目", "skill-columns"),
        ("【職種共通スキル項目】", "common-items"),
        ("【【職種共通スキル項目】", "common-items"),
        ("[Job Category Common skill item]", "common-items"),
        ("[Specialty area specific skill item]", "specific-items"),
        ("【知識項目】", "knowledge"),
        ("[Knowledge Items]", "knowledge"),
        ("職種の説明", "job-description"),
        ("Description of Job Category", "job-description"),
        ("職種：回線保守", "category"),
        ("Job Category: Line Keeping", "category"),
        ("専門分野：屋外", "field"),
        ("Specialty Field: ", "field"),
        ("レベル 1", "level"),
        ("Level 3", "level"),
        ("（１２）回線保守", "other"),
    ],
)
def test_headings_of_both_languages_are_known_in_any_width(printed: str, kind: str) -> None:
    heading = _find(printed)
    assert heading is not None
    assert heading.kind == kind


@pytest.mark.parametrize(
    ("printed", "name", "level"),
    [
        ("専門分野 屋外回線   レベル５", "屋外回線", 5),
        ("専門分野\t屋外回線\tレベル5", "屋外回線", 5),
        ("専門分野：屋外・構内　レベル４", "屋外・構内", 4),
        ("Specialty Field Outdoor Lines Level 6", "Outdoor Lines", 6),
        ("Specialty Fields: Outdoor Lines  Level 6", "Outdoor Lines", 6),
        ("専門分野 － レベル２", "－", 2),
    ],
)
def test_a_cell_is_headed_by_its_field_and_its_level(printed: str, name: str, level: int) -> None:
    heading = _find(printed)
    assert heading is not None
    assert (heading.kind, heading.name, heading.level) == ("indicator", name, level)
    assert printed[heading.name_at :].startswith(name)


def test_words_after_a_heading_on_its_line_are_kept_with_their_place() -> None:
    printed = "●責任性 屋外の回線を監視する。"
    heading = _find(printed)
    assert heading is not None
    assert heading.rest == "屋外の回線を監視する。"
    assert printed[heading.rest_at :] == heading.rest


@pytest.mark.parametrize(
    "printed",
    [
        "複雑性、サイズ相当）成功裡に遂行した",
        "サイズを問わず参画した",
        "レベル５以上の回線",
        "専門分野の回線を監視する。",
        "職種を問わない",
        "□責任性の高い回線",
        "",
    ],
)
def test_a_sentence_that_begins_like_a_heading_is_none(printed: str) -> None:
    assert _find(printed) is None


def test_a_dash_is_no_name() -> None:
    assert all(map(is_nameless, ["－", "-", " ― ", "ー", ""]))
    assert not is_nameless("サーバー")
