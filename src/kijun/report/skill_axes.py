"""Which skill items does the report hold against the target level, as the person and as an assessor see them?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from kijun.evidence import Person, Rating
from kijun.evidence.words import RATER_NAMES
from kijun.framework.resolve_proficiency import RATERS_ANSWERED
from kijun.judgement.explain_skills import say_deciders, say_tally
from kijun.judgement.skills import SkillMatrix, SkillRow, skill_matrix
from kijun.report.passport import Axis, Skills
from kijun.report.target import Target
from kijun.text import Text, join


def skills_of(target: Target | None, person: Person, *, on: date, nothing: Text) -> Skills:
    """Return the skill items of the target's field at which its level asks for a proficiency, and their ratings: those furthest below it first.

    `nothing` says that nothing on record counts, which leaves no target.
    """
    name = Text(ja="スキル", en="Skills")
    if target is None:
        return _without(name, nothing)
    edition = target.edition.edition.edition
    cell = edition.cell_name(target.field, target.level)
    title = Text(ja=f"スキル: {cell.ja}に照らして", en=f"Skills against {cell.en}")
    by = RATERS_ANSWERED[target.edition.edition.policy["ratings.by"]]
    matrix = skill_matrix(edition, target.field, target.level, person, on=on, by=by)
    if not matrix.asked:
        return _without(
            title,
            Text(
                ja=f"{edition.name.ja}には、{cell.ja}のスキル熟達度の定義がない。",
                en=f"{edition.name.en} defines no proficiency for {cell.en}.",
            ),
        )
    shown = tuple(rater for rater in RATER_NAMES if rater != "superior" or rater in by)
    axes = [_axis(row, target.level, shown) for row in matrix.asked]
    if all(axis.given(rater) is None for axis in axes for rater in shown):
        return _without(
            title,
            Text(
                ja=f"{len(axes)}項目のスキル熟達度はまだ評価されていない。経歴の「ratings」に本人または評価者のレベルを書くと、"
                "ここに図が出る。",
                en=f"None of the {len(axes)} skill items is rated yet. Levels given by the person or by an assessor, "
                "written under “ratings” in the record, are drawn here.",
            ),
        )
    seen_by = by if any(_level(axis, by) for axis in axes) else ("self",) if any(axis.own for axis in axes) else shown
    axes.sort(key=lambda axis: _below(axis, seen_by), reverse=True)
    drawn = Skills(
        title=title,
        finding=_finding(axes, matrix, seen_by),
        summary=title,
        highest=max(edition.levels),
        axes=tuple(axes),
        note=None,
        raters=shown,
        level_names=edition.level_names,
    )
    return replace(drawn, summary=_summary(drawn))


def _without(title: Text, note: Text) -> Skills:
    return Skills(title=title, finding=title, summary=note, highest=0, axes=(), note=note)


def _axis(row: SkillRow, level: int, shown: Sequence[str]) -> Axis:
    given = {rater: rating.level for rater, rating in row.ratings.items() if rater in shown}
    return Axis(
        name=row.item.name,
        target=level,
        own=given.get("self"),
        assessor=given.get("assessor"),
        superior=given.get("superior"),
    )


def _level(axis: Axis, by: Sequence[str]) -> int | None:
    """Return the level that the weightiest of some raters gave; None where none of them rated."""
    return next((level for rater in by if (level := axis.given(rater)) is not None), None)


def _below(axis: Axis, by: Sequence[str]) -> int:
    """Return how far below the target raters see an item; one that is not rated comes after all that are."""
    level = _level(axis, by)
    return -axis.target - 1 if level is None else axis.target - level


def _finding(axes: list[Axis], matrix: SkillMatrix, by: Sequence[str]) -> Text:
    """Return the title of the drawing: how those see the items whose rating decides, or else others, and the widest gap."""
    seen = replace(matrix, by=tuple(by), rows=tuple(replace(row, deciding=_rating(row, by)) for row in matrix.rows))
    tally, who = say_tally(seen.tally), say_deciders(seen)
    widest, below = axes[0].name, _below(axes[0], by)
    gap = Text(ja="", en="")
    if below > 0:
        gap = Text(
            ja=f"。最も開きがあるのは{widest.ja}(あと{below})", en=f"; the widest gap is {widest.en} ({below} below)"
        )
    named = "the person" if tuple(by) == ("self",) else who.en
    return Text(ja=f"{who.ja}の評価: {tally.ja}{gap.ja}", en=f"Rated by {named}: {tally.en}{gap.en}")


def _rating(row: SkillRow, by: Sequence[str]) -> Rating | None:
    return next((row.ratings[rater] for rater in by if rater in row.ratings), None)


def _summary(skills: Skills) -> Text:
    """Return the text alternative of the drawing: every level of it."""
    not_rated = Text(ja="未評価", en="not rated")
    said = []
    for axis in skills.axes:
        target = skills.called(axis.target)
        given = [(rater, axis.given(rater)) for rater in skills.raters]
        levels = [(RATER_NAMES[rater], not_rated if level is None else skills.called(level)) for rater, level in given]
        ja = "".join(f"、{who.ja}{level.ja}" for who, level in levels)
        en = "".join(f", {who.en} {level.en}" for who, level in levels)
        said.append(Text(ja=f"{axis.name.ja}: 目標{target.ja}{ja}", en=f"{axis.name.en}: target {target.en}{en}"))
    return join(said, ja="。", en="; ")
