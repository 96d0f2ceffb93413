"""How are a person's skills written as Markdown, for a wiki or an interview?"""

from __future__ import annotations

from kijun.cli.assumptions import assumed_markdown
from kijun.cli.skills.view import APART, ASSUMED, MARKS, NOT_RATED, SkillView, legend, say_skills_as_of
from kijun.evidence import RATERS
from kijun.evidence.words import RATER_NAMES
from kijun.judgement.explain_skills import (
    TARGET,
    latest_month,
    say_apart,
    say_below,
    say_difference,
    say_not_asked,
    say_open_knowledge,
    say_tally,
)
from kijun.judgement.skills import SkillMatrix, SkillRow
from kijun.text import Language
from kijun.verdict import NOT_MET, UNKNOWN


def skills_markdown(view: SkillView, language: Language) -> str:
    """Return the matrices as a Markdown document."""
    ja = language == "ja"
    lines = [f"# {view.person.name.written} ({view.person.employee})", ""]
    lines += [say_skills_as_of(view).said_in(language), "", *assumed_markdown(view.assumed, view.on, language)]
    if not view.has_ratings:
        words = "スキルの評価はまだ記録されていません。" if ja else "No skill is rated on record yet."
        return "\n".join([*lines, words]) + "\n"
    for matrix in view.matrices:
        lines += _summary(matrix, language) if view.is_overview else _matrix(matrix, view, language)
    return "\n".join(lines).rstrip("\n") + "\n"


def _title(matrix: SkillMatrix, language: Language) -> str:
    name = matrix.edition.cell_name(matrix.field, matrix.level).said_in(language)
    return f"{name} ({matrix.edition.name.said_in(language)})"


def _summary(matrix: SkillMatrix, language: Language) -> list[str]:
    return [f"- {_title(matrix, language)}: {say_tally(matrix.tally).said_in(language)}"]


def _matrix(matrix: SkillMatrix, view: SkillView, language: Language) -> list[str]:
    ja = language == "ja"
    raters = [RATER_NAMES[rater].said_in(language) for rater in RATERS]
    item, latest = ("スキル項目", "最新の評価") if ja else ("skill item", "last rated")
    lines = [f"## {_title(matrix, language)}", ""]
    lines += [_row(["", item, *raters, TARGET.said_in(language), latest, ""]), "|:-:|---|:-:|:-:|:-:|:-:|---|---|"]
    for row in matrix.rows:
        given = [str(row.ratings[rater].level) if rater in row.ratings else NOT_RATED for rater in RATERS]
        target = "·" if row.target is None else str(row.target)
        name, month = row.item.name.said_in(language), latest_month(row) or ""
        lines.append(_row([MARKS[row.verdict][0], name, *given, target, month, _remark(row, matrix, view, language)]))
    lines += ["", " / ".join(each.said_in(language) for each in legend(matrix)), ""]
    return [*lines, *_summary_by_rater(matrix, language), *_open(matrix, language), ""]


def _remark(row: SkillRow, matrix: SkillMatrix, view: SkillView, language: Language) -> str:
    words = [f"{APART} {say_apart(row).said_in(language)}"] if row.is_seen_differently else []
    if row.target is None:
        words.append(say_not_asked(row, matrix.level).said_in(language))
    if view.is_assumed(row):
        words.append(ASSUMED.said_in(language))
    return " ".join(words)


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _summary_by_rater(matrix: SkillMatrix, language: Language) -> list[str]:
    return [
        f"- {RATER_NAMES[rater].said_in(language)}: {say_tally(matrix.tally_of(rater)).said_in(language)}"
        for rater in RATERS
        if rater in matrix.by or any(rater in row.ratings for row in matrix.asked)
    ]


def _open(matrix: SkillMatrix, language: Language) -> list[str]:
    """Return what differs, which knowledge is open and what is not rated, each under its own heading."""
    ja = language == "ja"
    edition = matrix.edition
    sections = (
        (
            "目標に届いていない項目" if ja else "Below the target",
            [(row, say_below(row, edition)) for row in matrix.with_verdict(NOT_MET)],
        ),
        (
            "見方が離れている項目" if ja else "Seen differently",
            [(row, say_difference(row, edition)) for row in matrix.rows if row.is_seen_differently],
        ),
        (
            "知識項目" if ja else "Knowledge items",
            [(row, say_open_knowledge(row)) for row in matrix.asked if row.open is None or row.open],
        ),
    )
    lines = []
    for title, found in sections:
        if found:
            lines += ["", f"### {title}", ""]
            lines += [f"- **{row.item.name.said_in(language)}**: {words.said_in(language)}" for row, words in found]
    not_rated = matrix.with_verdict(UNKNOWN)
    if not_rated:
        lines += [
            "",
            "### まだ評価されていない項目(0ではなく不明)" if ja else "### Not rated yet: unknown, not zero",
            "",
        ]
        lines += [f"- {row.item.name.said_in(language)}" for row in not_rated]
    return lines
