"""How are engagements drawn over time: to scale, overlaps visible, running ones open-ended?

A row for each engagement, the name above its bar, so that any number of them may overlap. The same drawing at any width.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kijun.report.drawings.lettering import shortened, width_of
from kijun.report.drawings.svg import drawing, fill, number, path, shape, stroke, words
from kijun.report.passport import Career, Job
from kijun.text import Language

_ROW, _BAR, _TOP, _LEFT, _RIGHT = 31.0, 9.0, 22.0, 4.0, 16.0
_LETTERS, _YEAR_LETTERS = 10.0, 9.5
_TIP = 8.0
_LEAST = 3.0
_MOST_ROWS = 22
_YEAR_ROOM = 34.0
_DAYS = 365.25


def draw_timelines(career: Career, language: Language, width: float) -> list[str]:
    """Return the timeline, in several drawings of one scale where it has too many rows for a page."""
    jobs = career.jobs
    return [
        _draw(jobs[start : start + _MOST_ROWS], career, language, width) for start in range(0, len(jobs), _MOST_ROWS)
    ]


class _Scale:
    """Where a day stands: from the first January before the first engagement to the day of judgement."""

    def __init__(self, career: Career, width: float) -> None:
        self.first = date(career.first.year, 1, 1)
        self.last = career.last
        self._days = max((self.last - self.first).days, 1)
        self._room = width - _LEFT - _RIGHT

    def __call__(self, day: date) -> float:
        return _LEFT + self._room * (day - self.first).days / self._days

    def years(self) -> list[int]:
        """Return the years that are written: every one, or every second, fifth or tenth where they would touch."""
        year_width = self._room * _DAYS / self._days
        step = next(each for each in (1, 2, 5, 10, 20, 50) if each * year_width >= _YEAR_ROOM or each == 50)  # noqa: PLR2004
        years = range(self.first.year, self.last.year + 1)
        return [year for year in years if (year - self.first.year) % step == 0]


def _draw(jobs: Sequence[Job], career: Career, language: Language, width: float) -> str:
    at = _Scale(career, width)
    height = _TOP + _ROW * len(jobs) + 4
    shapes = [*_axis(at, height, width)]
    for row, job in enumerate(jobs):
        shapes += _row(job, _TOP + _ROW * row, at, language, width)
    return drawing(width, height, shapes)


def _axis(at: _Scale, height: float, width: float) -> list[str]:
    shapes = []
    for year in at.years():
        x = at(date(year, 1, 1))
        shapes.append(path(f"M{number(x)} {number(_TOP - 6)} V{number(height)}", stroke("rule", 0.7)))
        if x + width_of(str(year), _YEAR_LETTERS) <= width:
            shapes.append(words(str(year), x + 2, _TOP - 9, size=_YEAR_LETTERS, role="quiet"))
    now = at(at.last)
    shapes.append(path(f"M{number(now)} {number(_TOP - 6)} V{number(height)}", stroke("ink", 0.9, "2 2")))
    return shapes


def _row(job: Job, top: float, at: _Scale, language: Language, width: float) -> list[str]:
    start, end = at(job.start), max(at(job.end or at.last), at(job.start) + _LEAST)
    label = shortened(f"{job.number}. {job.title.said_in(language)}", _LETTERS, width - _LEFT - 2)
    x = min(start, max(_LEFT, width - 2 - width_of(label, _LETTERS)))
    return [words(label, x, top + 11, size=_LETTERS), *_bar(job.kind, start, end, top + 16)]


def _bar(kind: str, start: float, end: float, top: float) -> list[str]:
    middle, bottom = top + _BAR / 2, top + _BAR
    if kind == "failed":
        attributes = stroke("quiet", 1.0, "3 2")
        return [shape("rect", attributes, x=start, y=top + 0.5, width=end - start, height=_BAR - 1, rx=1)]
    if kind == "done":
        return [shape("rect", fill("accent"), x=start, y=top, width=end - start, height=_BAR, rx=1)]
    steps = (
        f"M{number(start)} {number(top)} H{number(end)} L{number(end + _TIP)} {number(middle)} "
        f"L{number(end)} {number(bottom)} H{number(start)} Z"
    )
    return [path(steps, fill("accent"))]


def draw_key_of_jobs(kind: str) -> str:
    """Return what a bar looks like in the legend: done, running or failed."""
    return drawing(34, 14, _bar(kind, 1, 24 if kind == "running" else 32, 2.5))
