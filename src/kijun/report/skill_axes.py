"""Which skill items does the report hold against the target level, as the person and as an assessor see them?"""

from __future__ import annotations

from datetime import date

from kijun.evidence import Person
from kijun.judgement.skills import SkillRow, skill_matrix
from kijun.report.cells import cell_name
from kijun.report.passport import Axis, Skills
from kijun.report.target import Target
from kijun.text import Text, join


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
    axes.sort(key=lambda axis: _known(axis) - axis.target)
    return Skills(
        title=title,
        finding=_finding(axes),
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


def _known(axis: Axis) -> int:
    """Return the level that weighs most: an assessor's, else the person's own; one not rated comes last."""
    level = axis.assessor if axis.assessor is not None else axis.own
    return axis.target + 1 if level is None else level


def _finding(axes: list[Axis]) -> Text:
    """Return the title of the drawing: how many items are at the target, and the widest gap."""
    rated = [axis for axis in axes if axis.own is not None or axis.assessor is not None]
    at = sum(_known(axis) >= axis.target for axis in rated)
    count, open_ones = len(axes), len(axes) - len(rated)
    ja = f"{count}項目のうち{at}項目が目標に届いている" if at else f"{count}項目のどれもまだ目標に届いていない"
    en = f"{at or 'None'} of {count} skill items {'is' if at <= 1 else 'are'} at the target{'' if at else ' yet'}"
    if open_ones:
        ja += f"(未評価{open_ones}項目)"
        en += f" ({open_ones} not rated yet)"
    widest = rated[0]
    if _known(widest) < widest.target:
        short = widest.target - _known(widest)
        ja += f"。最も開きがあるのは{widest.name.ja}(あと{short})"
        en += f"; the widest gap is {widest.name.en} ({short} below)"
    return Text(ja=ja, en=en)


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
