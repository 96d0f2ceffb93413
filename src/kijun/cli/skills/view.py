"""What does `kijun skills` show: whose skills, on which day, against which levels, and with which marks?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

from kijun.cli.again import Again
from kijun.day_words import say_day
from kijun.evidence import RATERS, Person
from kijun.framework.edition import Edition
from kijun.framework.structure import Field
from kijun.judgement.assumption import Assumption
from kijun.judgement.explain_skills import say_deciders, say_verdict
from kijun.judgement.ratings import common_item
from kijun.judgement.skills import SkillMatrix, SkillRow
from kijun.text import Text
from kijun.verdict import MET, NOT_MET, UNKNOWN, Verdict

MARKS: Final[dict[Verdict | None, tuple[str, str]]] = {
    MET: ("●", "green"),
    NOT_MET: ("○", "red"),
    UNKNOWN: ("?", "cyan"),
    None: ("·", "dim"),
}
"""Shape and colour of what an item comes to; None where it is not asked."""
NOT_RATED: Final = "–"
APART: Final = "◆"
ASSUMED: Final = Text(ja="仮定を含む", en="assumed")


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillView:
    """The matrices to show; an overview shows every defined level of a field in one line.

    `fields` are those that could be asked for: the ones that have skill items. `assumed` is what is no record but an assumption;
    None where nothing can be.
    """

    person: Person
    on: date
    again: Again
    is_overview: bool
    matrices: tuple[SkillMatrix, ...]
    fields: tuple[tuple[Edition, Field], ...]
    assumed: tuple[Assumption, ...] | None = None

    @property
    def has_ratings(self) -> bool:
        """Whether any rating or any knowledge is on record in what is shown, on the day."""
        rows = [row for matrix in self.matrices for row in matrix.rows]
        return any(row.ratings or row.known is not None for row in rows)

    def is_assumed(self, row: SkillRow) -> bool:
        """Return whether a rating or the knowledge of an item is assumed and not on record."""
        named = {f"ratings:{rating.item}" for rating in row.ratings.values()}
        if row.known is not None:
            named |= {f"knowledge:{each}" for each in (row.item.key, common_item(row.item.key))}
        return not self.person.assumed.isdisjoint(named)

    def command(self, field: Field, level: int) -> str:
        """Return the command that shows one level of a field in full, to be copied."""
        return self.again.command("skills", "--field", field.id, "--level", str(level))

    def by_field(self) -> Iterator[list[SkillMatrix]]:
        """Yield the matrices of one field after another."""
        for _, of_field in groupby(self.matrices, key=lambda matrix: matrix.field.path):
            yield list(of_field)


def legend(matrix: SkillMatrix) -> list[Text]:
    """Return what the marks mean that stand in a matrix."""
    found = {row.verdict for row in matrix.rows}
    by = say_deciders(matrix)
    said = [_after(shape, say_verdict(verdict, by)) for verdict, (shape, _) in MARKS.items() if verdict in found]
    if any(len(row.ratings) < len(RATERS) for row in matrix.rows):
        said.append(_after(NOT_RATED, Text(ja="未評価", en="not rated")))
    if any(row.is_seen_differently for row in matrix.rows):
        said.append(_after(APART, Text(ja="本人と評価者の差が2以上", en="self and assessor two or more apart")))
    return said


def _after(shape: str, words: Text) -> Text:
    return Text(ja=f"{shape} {words.ja}", en=f"{shape} {words.en}")


def say_skills_as_of(view: SkillView) -> Text:
    """Return the day of what is shown, and whether assumptions are in it."""
    day, is_assumed = say_day(view.on), view.assumed is not None
    return Text(
        ja=f"{day.ja}現在のスキル評価{'(仮定を含む)' if is_assumed else ''}",
        en=f"Skills as of {day.en}{', with assumptions' if is_assumed else ''}",
    )
