"""Is what belongs to the page told from what it says?"""

from __future__ import annotations

import pytest

from kijun.documents.furniture import RunningTitles, find_furniture
from kijun.documents.printed import Line, Page, Place


def _line(text: str, number: int = 1) -> Line:
    return Line(text=text, place=Place(line=number))


@pytest.mark.parametrize(
    ("printed", "label"),
    [
        ("NW-12", "NW-12"),
        ("ＮＷ－７", "NW-7"),
        ("L1,2-3", "L1,2-3"),
        ("- 14 -", "14"),
        ("3 / 20", "3 / 20"),
        ("Page 4 of 9", "PAGE 4 OF 9"),
        ("職種の一覧 NW-3 ©2030 発行所", "NW-3"),
        ("(C)2030 Publisher", None),
    ],
)
def test_page_numbers_and_copyright_lines_are_furniture(printed: str, label: str | None) -> None:
    furniture = find_furniture(_line(printed))
    assert furniture is not None
    assert furniture.label == label


@pytest.mark.parametrize(
    "printed", ["ＩＴスキル標準Ｖ３ 2030_20310401", "Skill Standards for Keepers V3 2030 Release 2.0"]
)
def test_a_release_is_furniture_and_is_told(printed: str) -> None:
    furniture = find_furniture(_line(printed))
    assert furniture is not None
    assert furniture.release == printed


@pytest.mark.parametrize(
    "printed", ["回線の監視を3回以上", "□構内配線 □屋外配線", "レベル5", "COBOL-85を使う", "5-6名のチーム", ""]
)
def test_what_says_something_is_no_furniture(printed: str) -> None:
    assert find_furniture(_line(printed)) is None


def _page(number: int, *texts: str) -> Page:
    return Page(number=number, lines=tuple(_line(text, at) for at, text in enumerate(texts, start=1)))


def test_a_running_title_is_known_by_standing_at_the_edge_of_many_pages() -> None:
    pages = [
        _page(n, "社内標準 第2版", "本文" + "あいうえ"[n - 1], f"回線{n}", "本文の続き", "－後進の育成", f"頁 {n}")
        for n in range(1, 5)
    ]
    titles = RunningTitles(pages)
    assert [titles.on(page) for page in pages] == [{0, 5}] * 4


def test_a_line_with_a_bullet_or_a_full_stop_is_no_running_title_however_often_it_stands_there() -> None:
    pages = [_page(n, f"{n}", "本文", "□社外講師", "以上を実施した。") for n in range(1, 5)]
    titles = RunningTitles(pages)
    assert not any(titles.on(page) & {2, 3} for page in pages)
