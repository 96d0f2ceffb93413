"""How do a person's skills stand in a field, as a page shows it: the matrix, its target, and the drawing?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString, mark_safe

from kijun.evidence import RATERS, Person
from kijun.evidence.words import RATER_NAMES
from kijun.judgement.explain_skills import TARGET, say_apart, say_deciders, say_not_asked, say_recorded, say_verdict
from kijun.judgement.record_judgement import judge_editions
from kijun.judgement.skills import SkillMatrix, SkillRow, skill_levels, skill_matrix
from kijun.judgement.summary import summaries
from kijun.report.drawings.bars import draw_bar, draw_key
from kijun.report.drawings.radar import draw_radar, is_radar
from kijun.report.passport import Axis, Skills
from kijun.report.skill_axes import skills_of
from kijun.report.target import Target, target_of
from kijun.text import Text
from kijun.verdict import MET, NOT_MET, UNKNOWN, Verdict
from kijun.web.library.templatetags.kijun import language_now, said
from kijun.web.skills.queries import Place

MARKS: Mapping[Verdict | None, str] = {MET: "met", NOT_MET: "not-met", UNKNOWN: "unknown", None: "not-defined"}
NOT_RATED = Text(ja="未評価", en="not rated")


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The skill items of a field against a level.

    `next_level` is that of the next cell; `level` may be another one: the one that was chosen, or the nearest that has
    proficiencies.
    """

    place: Place
    matrix: SkillMatrix
    level: int
    next_level: int
    skills: Skills

    @property
    def deciders(self) -> Text:
        """Whose rating decides."""
        return say_deciders(self.matrix)

    @property
    def level_name(self) -> Text:
        """What the level is called, in a sentence."""
        return self.place.edition.level_name(self.level)

    @property
    def is_empty(self) -> bool:
        """Whether nobody has rated anything here."""
        return not any(row.ratings or row.known is not None for row in self.matrix.rows)


def stand(place: Place, person: Person, *, on: date, level: int | None = None) -> Standing:
    """Return how a person's skills stand in a field against a level, or against the next cell where none is chosen."""
    judged = judge_editions((place.edition,), person, on=on)
    edition = judged.editions[0]
    found = [(edition, summary) for summary in summaries(edition, person)]
    target = target_of(judged, found, field=place.field.path, level=None)
    assert target is not None, "a field was asked for"
    defined = skill_levels(place.edition, place.field.path)
    reached = (
        level if level is not None else max((each for each in defined if each <= target.level), default=defined[0])
    )
    shown = Target(edition=edition, field=place.field, level=reached)
    return Standing(
        place=place,
        matrix=skill_matrix(place.edition, place.field, reached, person, on=on, by=place.deciders),
        level=reached,
        next_level=target.level,
        skills=skills_of(shown, person, on=on, nothing=TARGET),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one rater gave an item: the level, the day and the note."""

    rater: str
    name: Text
    level: int | None
    day: Text | None
    note: str
    decides: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One item of the matrix, as it is shown."""

    row: SkillRow
    url: str
    mark: str
    outcome: Text
    apart: Text | None
    cells: tuple[Cell, ...]
    awaits: tuple[str, ...]

    @property
    def has_details(self) -> bool:
        """Whether anybody rated it."""
        return any(cell.level is not None for cell in self.cells)


def line_of(row: SkillRow, standing: Standing, *, url: str, awaits: tuple[str, ...]) -> Line:
    """Return an item of the matrix with the words that stand beside it."""
    verdict = row.verdict
    outcome = say_verdict(verdict, standing.deciders) if row.target is not None else say_not_asked(row, standing.level)
    return Line(
        row=row,
        url=url,
        mark=MARKS[verdict],
        outcome=NOT_RATED if verdict is UNKNOWN else outcome,
        apart=say_apart(row) if row.is_seen_differently else None,
        cells=tuple(_cell(rater, row) for rater in RATERS),
        awaits=awaits,
    )


def _cell(rater: str, row: SkillRow) -> Cell:
    rating = row.ratings.get(rater)
    return Cell(
        rater=rater,
        name=RATER_NAMES[rater],
        level=rating.level if rating else None,
        day=say_recorded(rating.day) if rating else None,
        note=(rating.note or "") if rating else "",
        decides=rating is not None and rating is row.deciding,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """The drawing of a standing, with the same numbers for the table beside it."""

    finding: str
    summary: str
    radar: SafeString | None
    raters: tuple[Text, ...]
    rows: tuple[tuple[Axis, tuple[int | None, ...], SafeString | None], ...]
    key: tuple[tuple[SafeString, Text], ...]


def draw_skills(skills: Skills) -> Drawn | None:
    """Return the radar of at most eight items, or a table of bars, furthest below the target first; None without ratings."""
    if not skills.axes:
        return None
    has_radar = is_radar(skills)
    return Drawn(
        finding=said(skills.finding),
        summary=said(skills.summary),
        radar=_svg(draw_radar(skills, language_now())) if has_radar else None,
        raters=tuple(RATER_NAMES[rater] for rater in skills.raters),
        rows=tuple(
            (axis, tuple(map(axis.given, skills.raters)), None if has_radar else _svg(draw_bar(axis, skills.highest)))
            for axis in skills.axes
        ),
        key=tuple(
            (_svg(draw_key(kind, is_bar=not has_radar)), TARGET if kind == "target" else RATER_NAMES[kind])
            for kind in ("target", *skills.raters)
        ),
    )


def _svg(drawing: str) -> SafeString:
    return mark_safe(drawing)  # noqa: S308  # our own drawing, whose words are escaped
