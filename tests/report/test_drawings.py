"""Are the drawings to scale, and do they tell shapes apart without colour?"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from kijun.judgement.record_judgement import MARK_NAMES
from kijun.report.drawings.bars import draw_bar
from kijun.report.drawings.lettering import broken, shortened, width_of
from kijun.report.drawings.marks import draw_mark
from kijun.report.drawings.radar import draw_radar, is_radar
from kijun.report.drawings.timeline import draw_timelines
from kijun.report.passport import Axis, Career, Job, Skills
from kijun.text import Text, same

SVG = "{http://www.w3.org/2000/svg}"


def job(number: int, start: date, end: date | None, kind: str = "done") -> Job:
    words = same(f"Job {number}")
    return Job(
        number=number,
        title=words,
        role=words,
        start=start,
        end=end,
        period=words,
        kind=kind,
        outcome=words,
        facts=(),
        masked=None,
    )


def career(*jobs: Job, last: date = date(2026, 1, 1)) -> Career:
    first = min(each.start for each in jobs)
    return Career(finding=same(""), summary=same(""), jobs=jobs, first=first, last=last)


def skills(count: int, *, rated: int | None = None) -> Skills:
    axes = tuple(
        Axis(
            name=Text(ja=f"項目{number}", en=f"Item {number}"),
            target=5,
            own=4 if rated is None or number < rated else None,
            assessor=3,
        )
        for number in range(count)
    )
    return Skills(title=same(""), finding=same(""), summary=same(""), highest=7, axes=axes, note=None)


def bars_of(drawn: str) -> list[tuple[float, float]]:
    """Return where each bar of finished work begins and how long it is."""
    found = ET.fromstring(drawn).iter(f"{SVG}rect")
    return [(float(each.attrib["x"]), float(each.attrib["width"])) for each in found]


def test_bars_are_to_scale() -> None:
    (drawn,) = draw_timelines(
        career(
            job(1, date(2016, 1, 1), date(2018, 1, 1)),
            job(2, date(2017, 1, 1), date(2018, 1, 1)),
            job(3, date(2018, 1, 1), date(2022, 1, 1)),
        ),
        "en",
        660,
    )
    (first, two), (second, one), (third, four) = bars_of(drawn)
    assert two == pytest.approx(2 * one, rel=0.01)
    assert four == pytest.approx(2 * two, rel=0.01)
    assert second - first == pytest.approx(one, rel=0.01)
    assert third == pytest.approx(second + one, rel=0.01)


def test_a_running_engagement_ends_in_a_tip_beyond_today_and_is_no_plain_bar() -> None:
    (drawn,) = draw_timelines(career(job(1, date(2020, 1, 1), None, "running")), "en", 660)
    assert bars_of(drawn) == []
    tip = re.search(r"L([\d.]+) [\d.]+ L([\d.]+) [\d.]+ H", drawn)
    assert tip is not None
    assert float(tip[1]) > float(tip[2])


def test_a_failed_engagement_is_an_outline() -> None:
    (drawn,) = draw_timelines(career(job(1, date(2020, 1, 1), date(2021, 1, 1), "failed")), "en", 660)
    assert 'stroke-dasharray="3 2"' in drawn


def test_a_long_career_is_drawn_on_several_sheets_of_one_scale() -> None:
    jobs = [job(number, date(1990 + number, 1, 1), date(1991 + number, 1, 1)) for number in range(30)]
    sheets = draw_timelines(career(*jobs), "ja", 660)
    assert [len(bars_of(sheet)) for sheet in sheets] == [22, 8]
    assert len({round(width) for sheet in sheets for _, width in bars_of(sheet)}) == 1


@pytest.mark.parametrize("width", [320.0, 660.0])
def test_no_year_and_no_name_leaves_the_drawing(width: float) -> None:
    long = replace(job(1, date(2025, 6, 1), None, "running"), title=same("A very long title of an engagement " * 5))
    (drawn,) = draw_timelines(career(job(2, date(1987, 1, 1), date(1999, 1, 1)), long), "en", width)
    for each in ET.fromstring(drawn).iter(f"{SVG}text"):
        end = float(each.attrib["x"]) + width_of(each.text or "", float(each.attrib["font-size"]))
        assert end <= width + 1


def test_an_engagement_of_one_day_can_still_be_seen() -> None:
    (drawn,) = draw_timelines(career(job(1, date(1990, 1, 1), date(1990, 1, 1))), "en", 320)
    assert bars_of(drawn)[0][1] >= 3


@pytest.mark.parametrize(("count", "expected"), [(2, False), (3, True), (8, True), (9, False)])
def test_few_items_are_a_radar_and_more_a_table_of_bars(count: int, expected: bool) -> None:
    assert is_radar(skills(count)) is expected


def test_the_radar_tells_target_self_and_assessor_apart_by_shape() -> None:
    drawn = draw_radar(skills(6), "en")
    root = ET.fromstring(drawn)
    assert len(list(root.iter(f"{SVG}rect"))) == 6
    assert len(list(root.iter(f"{SVG}circle"))) == 6
    assert drawn.count('class="stroke-target"') == 1
    assert drawn.count("Item ") == 6


def test_where_ratings_are_missing_the_radar_shows_points_and_no_area() -> None:
    root = ET.fromstring(draw_radar(skills(6, rated=2), "en"))
    assert len(list(root.iter(f"{SVG}circle"))) == 2
    assert not any(each.attrib.get("stroke-dasharray") == "4 2.5" for each in root.iter(f"{SVG}path"))


def test_a_bar_is_as_long_as_its_level() -> None:
    (assessor, own) = bars_of(draw_bar(Axis(name=same(""), target=5, own=2, assessor=4), 7))
    assert assessor[1] == pytest.approx(2 * own[1], rel=0.01)


def test_every_mark_has_a_shape_of_its_own() -> None:
    without_colour = {re.sub(r' (class|fill|stroke)="[^"]*"', "", draw_mark(kind)) for kind in MARK_NAMES}
    assert len(without_colour) == len(MARK_NAMES)


def test_text_is_broken_before_no_closing_mark_and_cut_where_nothing_fits() -> None:
    assert broken("専門性、責任性", 10, 30) == ["専門性、", "責任性"]
    assert broken("専門性責任性複雑性", 10, 30, most=2) == ["専門性", "責任…"]
    assert shortened("abc", 10, 100) == "abc"


def test_a_text_of_any_length_is_cut_at_once() -> None:
    assert shortened("題" * 1_000_000, 10, 40) == "題題題…"
    assert shortened("題", 10, 5) == "…"
