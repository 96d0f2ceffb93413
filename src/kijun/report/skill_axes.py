"""Which skill items does the report hold against the target level, as the person and as an assessor see them?"""

from __future__ import annotations

from datetime import date

from kijun.evidence import Person
from kijun.judgement.explain_skills import RATER_NAMES, say_tally
from kijun.judgement.skills import SkillMatrix, SkillRow, skill_matrix
from kijun.report.cells import cell_name
from kijun.report.passport import Axis, Skills
from kijun.report.target import Target
from kijun.text import Text, join

_WHO = {"self": "the person", "assessor": "an assessor"}


def skills_of(target: Target | None, person: Person, *, on: date) -> Skills:
    """Return the skill items of the target's field at which its level asks for a proficiency, and their ratings: those furthest below it first."""
    name = Text(ja="スキル", en="Skills")
    if target is None:
        return _without(name, Text(ja="数えられる案件がまだない。", en="No engagement counts yet."))
    cell = cell_name(target.edition, target.field, target.level)
    edition = target.edition.edition.edition
    title = Text(ja=f"スキル: {cell.ja}に照らして", en=f"Skills against {cell.en}")
    matrix = skill_matrix(edition, target.field, target.level, person, on=on)
    if not matrix.asked:
        return _without(
            title,
            Text(
                ja=f"{edition.name.ja}には、{cell.ja}のスキル熟達度の定義がない。",
                en=f"{edition.name.en} defines no proficiency for {cell.en}.",
            ),
        )
    axes = [_axis(row, target.level) for row in matrix.asked]
    if all(axis.own is None and axis.assessor is None for axis in axes):
        return _without(
            title,
            Text(
                ja=f"{len(axes)}項目のスキル熟達度はまだ評価されていない。経歴の「ratings」に本人または評価者のレベルを書くと、"
                "ここに図が出る。",
                en=f"None of the {len(axes)} skill items is rated yet. Levels given by the person or by an assessor, "
                "written under “ratings” in the record, are drawn here.",
            ),
        )
    rater = "self" if all(axis.assessor is None for axis in axes) else "assessor"
    axes.sort(key=lambda axis: _below(axis, rater), reverse=True)
    return Skills(
        title=title,
        finding=_finding(axes, matrix, rater),
        summary=_summary(axes),
        highest=max(edition.levels),
        axes=tuple(axes),
        note=None,
    )


def _without(title: Text, note: Text) -> Skills:
    return Skills(title=title, finding=title, summary=note, highest=0, axes=(), note=note)


def _axis(row: SkillRow, level: int) -> Axis:
    own, assessor = row.ratings.get("self"), row.ratings.get("assessor")
    return Axis(
        name=row.item.name,
        target=level,
        own=own.level if own else None,
        assessor=assessor.level if assessor else None,
    )


def _below(axis: Axis, rater: str) -> int:
    """Return how far below the target a rater sees an item; one that is not rated comes after all that are."""
    level = axis.own if rater == "self" else axis.assessor
    return -axis.target - 1 if level is None else axis.target - level


def _finding(axes: list[Axis], matrix: SkillMatrix, rater: str) -> Text:
    """Return the title of the drawing: how an assessor sees the items, or else the person, and the widest gap."""
    tally, by = say_tally(matrix.tally_of(rater)), RATER_NAMES[rater]
    widest, below = axes[0].name, _below(axes[0], rater)
    gap = Text(ja="", en="")
    if below > 0:
        gap = Text(
            ja=f"。最も開きがあるのは{widest.ja}(あと{below})", en=f"; the widest gap is {widest.en} ({below} below)"
        )
    return Text(ja=f"{by.ja}の評価: {tally.ja}{gap.ja}", en=f"Rated by {_WHO[rater]}: {tally.en}{gap.en}")


def _summary(axes: list[Axis]) -> Text:
    """Return the text alternative of the drawing: every number of it."""
    not_rated = Text(ja="未評価", en="not rated")
    said = []
    for axis in axes:
        own = str(axis.own) if axis.own is not None else None
        assessor = str(axis.assessor) if axis.assessor is not None else None
        said.append(
            Text(
                ja=f"{axis.name.ja}: 目標{axis.target}、本人{own or not_rated.ja}、評価者{assessor or not_rated.ja}",
                en=f"{axis.name.en}: target {axis.target}, self {own or not_rated.en}, "
                f"assessor {assessor or not_rated.en}",
            )
        )
    return join(said, ja="。", en="; ")
