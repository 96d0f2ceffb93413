"""How are a person's skills shown in a terminal: items down, raters and target across, then what is open?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text as Styled

from kijun.cli.assumptions import show_assumed
from kijun.cli.language import said, say
from kijun.cli.layout import Row, show_command, show_note, show_rows, wrap
from kijun.cli.skills.view import APART, ASSUMED, MARKS, NOT_RATED, SkillView, legend, say_skills_as_of
from kijun.evidence import RATERS
from kijun.evidence.words import RATER_NAMES
from kijun.judgement.explain_skills import (
    TARGET,
    latest_month,
    say_apart,
    say_below,
    say_deciders,
    say_difference,
    say_not_asked,
    say_open_knowledge,
    say_tally,
)
from kijun.judgement.skills import SkillMatrix, SkillRow, skill_levels
from kijun.verdict import NOT_MET, UNKNOWN

_BLANK_MONTH: Final = " " * 7
_FIRST_ITEMS: Final = 3
"""How many items show how a rating is written, where no level was asked for."""
_WIDEST_NAME: Final = 48
_NARROWEST_NAME: Final = 20
_BESIDE_NAME: Final = 58
"""The room that the columns and the remark of a row take."""


def show_skills(console: Console, view: SkillView) -> None:
    """Write the matrices, or what to do where there is nothing to show yet."""
    person = view.person
    reading = f" ({person.name.reading})" if person.name.reading else ""
    team = f" · {person.team}" if person.team else ""
    console.print(Styled(f"{person.name.written}{reading} · {person.employee}{team}", style="bold"))
    console.print(said(say_skills_as_of(view)))
    console.print()
    show_assumed(console, view.assumed, view.on)
    if not view.has_ratings:
        _show_empty(console, view)
    elif view.is_overview:
        _show_overview(console, view)
    else:
        for matrix in view.matrices:
            _show_matrix(console, matrix, view)


def _show_empty(console: Console, view: SkillView) -> None:
    """Say how to record a first rating, with lines to copy for what was asked about."""
    show_note(
        console,
        say(
            "スキルの評価はまだ記録されていません。評価のない項目は不明であり、0ではありません。",
            "No skill is rated on record yet. An item that is not rated is unknown, not zero.",
        ),
        indent=0,
    )
    console.print()
    if view.matrices:
        matrix = view.matrices[0]
        rows = matrix.asked[:_FIRST_ITEMS] if view.is_overview else matrix.asked
        _show_how_to_rate(console, rows, matrix, view)
        console.print()
    if not view.fields:
        show_note(console, say("手元の版にスキル項目はありません。", "No edition at hand has skill items."), indent=0)
        return
    names = say("、", ", ").join(field.id for _, field in view.fields)
    show_note(console, say(f"スキル項目のある専門分野: {names}", f"Fields with skill items: {names}"), indent=0)
    edition, field = view.fields[0]
    level = skill_levels(edition, field.path)[0]
    if view.matrices:
        field, level = view.matrices[0].field, view.matrices[0].level
    show_command(console, say("あるレベルの項目すべて: ", "All items of a level: ") + view.command(field, level))


def _show_overview(console: Console, view: SkillView) -> None:
    for of_field in view.by_field():
        first = of_field[0]
        console.print(Styled(f"{said(first.field.name)}  ({said(first.edition.name)})", style="bold"))
        rows = []
        for matrix in of_field:
            words = [_say_by(_deciders(matrix), said(say_tally(matrix.tally)))]
            if matrix.by != ("self",) and any("self" in row.ratings for row in matrix.asked):
                own = said(say_tally(matrix.tally_of("self")))
                words.append(_say_by(say("本人", "by oneself"), own))
            rows.append(Row(name=said(matrix.edition.level_name(matrix.level)), words=words))
        show_rows(console, rows)
        console.print()
    following = _following(view)
    command = view.command(following.field, following.level)
    show_command(console, say("一つのレベルの全体: ", "One level in full: ") + command)


def _following(view: SkillView) -> SkillMatrix:
    """Return the matrix to look at next: the lowest level with an item below it, else one with an item not rated."""
    below = (matrix for matrix in view.matrices if matrix.tally.below)
    not_rated = (matrix for matrix in view.matrices if matrix.tally.not_rated)
    return next(below, None) or next(not_rated, None) or view.matrices[-1]


def _deciders(matrix: SkillMatrix) -> str:
    who = said(say_deciders(matrix))
    return say(who, f"by {who}")


def _say_by(who: str, words: str) -> str:
    return say(f"{who}の評価: {words}", f"{who}: {words}")


def _show_matrix(console: Console, matrix: SkillMatrix, view: SkillView) -> None:
    widths = _widths(console, matrix)
    _show_head(console, matrix, widths)
    for row in matrix.rows:
        _show_row(console, row, widths, _remark(row, matrix, view))
    console.print()
    show_note(console, "   ".join(said(each) for each in legend(matrix)))
    if matrix.edition.level_names:
        names = (f"{level} {said(matrix.edition.level_name(level))}" for level in matrix.edition.levels)
        show_note(console, say("レベル: ", "levels: ") + say("、", ", ").join(names))
    console.print()
    if len(matrix.by) > 1:
        show_note(console, _say_by(_deciders(matrix), said(say_tally(matrix.tally))))
    for rater in RATERS:
        if rater in matrix.by or any(rater in row.ratings for row in matrix.asked):
            who = said(RATER_NAMES[rater])
            show_note(console, _say_by(who, said(say_tally(matrix.tally_of(rater)))))
    console.print()
    _show_below(console, matrix)
    _show_differences(console, matrix)
    _show_knowledge(console, matrix)
    _show_not_rated(console, matrix, view)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Widths:
    """How wide the columns of a matrix are, in cells."""

    name: int
    columns: Mapping[str, int]


def _widths(console: Console, matrix: SkillMatrix) -> _Widths:
    room = max(_NARROWEST_NAME, min(_WIDEST_NAME, console.width - _BESIDE_NAME))
    return _Widths(
        name=min(room, max(cell_len(said(row.item.name)) for row in matrix.rows)),
        columns={name: cell_len(said(text)) + 2 for name, text in (*RATER_NAMES.items(), ("target", TARGET))},
    )


def _show_head(console: Console, matrix: SkillMatrix, widths: _Widths) -> None:
    title = said(matrix.edition.cell_name(matrix.field, matrix.level))
    console.print(Styled(f"{title}  ({said(matrix.edition.name)})", style="bold"))
    line = Styled(" " * (5 + widths.name))
    for column, text in (*RATER_NAMES.items(), ("target", TARGET)):
        line.append(_centred(said(text), widths.columns[column]), style="dim")
    line.append(say("   最新の評価", "   last rated"), style="dim")
    console.print(line, soft_wrap=True)


def _show_row(console: Console, row: SkillRow, widths: _Widths, remark: str) -> None:
    shape, style = MARKS[row.verdict]
    quiet = "dim" if row.target is None else ""
    first, *others = wrap(said(row.item.name), widths.name)
    line = Styled("  ")
    line.append(set_cell_size(shape, 3), style=style)
    line.append(set_cell_size(first, widths.name), style=quiet)
    for rater in RATERS:
        rating = row.ratings.get(rater)
        words = NOT_RATED if rating is None else str(rating.level)
        line.append(_centred(words, widths.columns[rater]), style="dim" if rating is None else quiet)
    line.append(_centred("·" if row.target is None else str(row.target), widths.columns["target"]), style=quiet)
    line.append(f"   {remark}".rstrip(), style=quiet)
    line.rstrip()
    console.print(line, soft_wrap=True)
    for other in others:
        console.print(Styled(" " * 5 + other, style=quiet), soft_wrap=True)


def _remark(row: SkillRow, matrix: SkillMatrix, view: SkillView) -> str:
    """Return what stands at the right of a row: the latest month, how far apart two see it, why it is not asked, what is assumed."""
    words = [latest_month(row) or _BLANK_MONTH]
    if row.is_seen_differently:
        words.append(f"{APART} {said(say_apart(row))}")
    if row.target is None:
        words.append(said(say_not_asked(row, matrix.level)))
    if view.is_assumed(row):
        words.append(said(ASSUMED))
    return "  ".join(words)


def _title(console: Console, words: str) -> None:
    console.print(Styled(words, style="bold"))


def _show_below(console: Console, matrix: SkillMatrix) -> None:
    """Write what the level asks for where the deciding rating is below it."""
    below = matrix.with_verdict(NOT_MET)
    if not below:
        return
    _title(console, say("目標に届いていない項目", "Below the target"))
    rows = []
    for row in below:
        cited = str(row.item.proficiencies[matrix.level].citation)
        words = [said(say_below(row, matrix.edition))]
        rows.append(Row(name=said(row.item.name), words=words, citation=cited))
    show_rows(console, rows)
    console.print()


def _show_differences(console: Console, matrix: SkillMatrix) -> None:
    apart = [row for row in matrix.rows if row.is_seen_differently]
    if not apart:
        return
    _title(console, say("本人と評価者で見方が離れている項目", "Seen differently by self and assessor"))
    show_rows(
        console, [Row(name=said(row.item.name), words=[said(say_difference(row, matrix.edition))]) for row in apart]
    )
    show_note(
        console,
        say(
            "何を見てそう評価したかを、互いに話してみてください。",
            "Talk about what each of you had in mind.",
        ),
    )
    console.print()


def _show_knowledge(console: Console, matrix: SkillMatrix) -> None:
    rows = [row for row in matrix.asked if row.open is None or row.open]
    stated, silent = [row for row in rows if row.open], [row for row in rows if row.open is None]
    if stated:
        _title(console, say("まだ残っている知識項目", "Knowledge items still open"))
        show_rows(console, [Row(name=said(row.item.name), words=[said(say_open_knowledge(row))]) for row in stated])
        console.print()
    if silent:
        _title(console, say("知識項目の記録がないスキル項目", "Knowledge not recorded: unknown, not none"))
        show_note(console, _names(silent))
        item = silent[0].item
        if item.knowledge:
            words = say("記録の`knowledge`にこう書きます。", "To record it, write under `knowledge` what is known:")
            _show_lines(console, words, [f"- {{item: {item.key}, known: [{item.knowledge[0].id}]}}"])
        console.print()


def _show_not_rated(console: Console, matrix: SkillMatrix, view: SkillView) -> None:
    open_rows = matrix.with_verdict(UNKNOWN)
    if not open_rows:
        return
    _title(console, say("まだ評価されていない項目(0ではなく不明)", "Not rated yet: unknown, not zero"))
    nobody = [row for row in open_rows if not row.ratings]
    others = [row for row in open_rows if row.ratings]
    rows = []
    if nobody:
        rows.append(Row(name=say("誰の評価もない", "by anybody"), words=[_names(nobody)]))
    if others:
        rows.append(Row(name=_deciders(matrix) + say("の評価がない", ""), words=[_names(others)]))
    show_rows(console, rows)
    _show_how_to_rate(console, open_rows[:1], matrix, view)
    console.print()


def _show_how_to_rate(console: Console, rows: Sequence[SkillRow], matrix: SkillMatrix, view: SkillView) -> None:
    lines = []
    for row in rows:
        by = matrix.by[0] if row.ratings else "self"
        lines.append(f"- {{item: {row.item.key}, level: {matrix.level}, by: {by}, day: {view.on.isoformat()}}}")
    words = say(
        "記録の`ratings`に、実際のレベルでこう書きます。",
        "To record it, write under `ratings`, with the level that is true:",
    )
    _show_lines(console, words, lines)


def _show_lines(console: Console, words: str, lines: Sequence[str]) -> None:
    """Write lines of a record as they are, so that they can be copied."""
    show_note(console, words)
    for line in lines:
        console.print(Styled(f"    {line}"), soft_wrap=True)


def _names(rows: Sequence[SkillRow]) -> str:
    return say("、", ", ").join(said(row.item.name) for row in rows)


def _centred(words: str, width: int) -> str:
    """Return words in the middle of so many cells, counting a full-width character as two."""
    left = max(0, width - cell_len(words)) // 2
    return set_cell_size(" " * left + words, width)
