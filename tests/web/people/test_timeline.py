"""Do engagements stand on the timeline where they belong?"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kijun.web.people.models import Entry
from kijun.web.people.timeline import Timeline, in_time, timeline_of
from tests.web.cast import Cast

pytestmark = pytest.mark.django_db
TODAY = date(2026, 1, 1)


def entry(key: str, **body: Any) -> Entry:
    return Entry(key=key, list="engagements", position=1, body={"id": key, "role": "leader", **body}, revised=1)


def drawn(cast: Cast, *entries: Entry, is_editor: bool = True) -> Timeline:
    found = timeline_of(cast.person, entries, today=TODAY, is_editor=is_editor)
    assert found is not None
    return found


def test_bars_are_to_scale_from_the_first_january_to_today(cast: Cast) -> None:
    timeline = drawn(cast, entry("a", **{"from": "2016-01-01", "until": "2020-12-31"}))
    (bar,) = timeline.rows
    assert (bar.x, timeline.today) == ("0", "100")
    assert float(bar.width) == pytest.approx(50, abs=0.1)
    assert [year.label for year in timeline.years] == [str(year) for year in range(2016, 2027)]


def test_a_running_one_goes_on_to_today_and_a_short_one_is_still_seen(cast: Cast) -> None:
    running, short = drawn(
        cast,
        entry("a", **{"from": "1990-01-01"}),
        entry("b", **{"from": "2025-12-31", "until": "2025-12-31"}),
    ).rows
    assert (running.is_running, running.width, short.is_running) == (True, "100", False)
    assert float(short.width) >= 0.5
    assert float(short.x) + float(short.width) <= 100.1


def test_what_lies_ahead_has_room_after_today(cast: Cast) -> None:
    timeline = drawn(
        cast, entry("a", **{"from": "2026-06-01", "until": "2027-12-31"}), entry("b", **{"from": "2027-01"})
    )
    assert float(timeline.today) < 1
    assert [row.is_running for row in timeline.rows] == [False, False]
    assert all(0 <= float(row.x) <= 100 for row in timeline.rows)


def test_many_years_are_not_all_named(cast: Cast) -> None:
    timeline = drawn(cast, entry("a", **{"from": "1980-01-01"}))
    assert [year.label for year in timeline.years][:3] == ["1980", "1985", "1990"]
    assert len(timeline.years) <= 13


def test_one_that_failed_looks_otherwise_and_one_without_a_day_is_not_drawn(cast: Cast) -> None:
    failed = entry("a", **{"from": "2020-01", "until": "2020-03", "outcome": "failed"})
    rows = drawn(cast, failed, entry("b", **{"from": "soon"}), entry("c", **{"from": "2020", "until": "x"})).rows
    assert [(row.title, row.kind) for row in rows] == [("a", "failed")]
    backwards = entry("d", **{"from": "2020-04-01", "until": "2019-03-31"})
    assert timeline_of(cast.person, [backwards], today=TODAY, is_editor=True) is None


def test_whoever_only_reads_is_led_down_the_page(cast: Cast) -> None:
    (bar,) = drawn(cast, entry("a", **{"from": "2020-01"}), is_editor=False).rows
    assert bar.url == "#a"


def test_the_newest_stands_first() -> None:
    held = [entry("old", **{"from": "2010-01"}), entry("new", **{"from": "2020-01"}), entry("none")]
    assert [each.key for each in in_time(held)] == ["none", "new", "old"]
