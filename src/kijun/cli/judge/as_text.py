"""How is a judgement shown in a terminal?

First the career map, then the levels reached, then what stands between the person and the next level; the rest is one
step away (`--proof`).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rich.console import Console
from rich.text import Text as Styled

from kijun.cli.again import Again
from kijun.cli.assumptions import show_assumed
from kijun.cli.career_map import MARKS, career_map, show_legend
from kijun.cli.judgement_notes import say_flags, say_policies
from kijun.cli.language import said, say
from kijun.cli.layout import Row, show_command, show_note, show_rows
from kijun.day_words import say_day
from kijun.framework.structure import Category
from kijun.judgement.assumption import Assumption
from kijun.judgement.explain import PART_NAMES, Said, explain, not_examined, say_outcome
from kijun.judgement.proof import CellJudgement
from kijun.judgement.record_judgement import EditionJudgement, RecordJudgement
from kijun.judgement.summary import FieldSummary, summaries
from kijun.verdict import MET, Verdict

_PART_MARKS = {Verdict.MET: ("●", "green"), Verdict.NOT_MET: ("○", "red"), Verdict.UNKNOWN: ("?", "cyan")}
_Found = list[tuple[EditionJudgement, FieldSummary]]


def show_judgement(
    console: Console,
    judged: RecordJudgement,
    cells: list[str],
    again: Again,
    *,
    has_proofs: bool,
    assumed: Sequence[Assumption] | None = None,
) -> None:
    """Write a judgement; `cells` restricts the proofs to some cells, empty means every cell that has evidence.

    `assumed` is what is no record but an assumption; None where nothing can be.
    """
    person = judged.person
    reading = f" ({person.name.reading})" if person.name.reading else ""
    team = f" · {person.team}" if person.team else ""
    console.print(Styled(f"{person.name.written}{reading} · {person.employee}{team}", style="bold"))
    console.print(say_as_of(judged.on, is_assumed=assumed is not None))
    console.print()
    show_assumed(console, assumed, judged.on)
    found = [(edition, each) for edition in judged.editions for each in summaries(edition, person)]
    _show_maps(console, judged, found, cells)
    if has_proofs:
        _show_proofs(console, judged, found, cells, again)
    else:
        _show_levels(console, judged, found, again)


def say_as_of(on: date, *, is_assumed: bool) -> str:
    """Return the day of a judgement, and whether it is one of assumptions."""
    day = said(say_day(on))
    if is_assumed:
        return say(f"{day}現在の判定(仮定を含む)", f"As of {day}, with assumptions")
    return say(f"{day}現在の判定", f"As of {day}")


def _show_maps(console: Console, judged: RecordJudgement, found: _Found, cells: list[str]) -> None:
    """Write the maps; where some category has evidence, one that has none is only named."""
    fields = {summary.field.path for _, summary in found} | {path.rpartition("/")[0] for path in cells}
    silent = []
    for edition in judged.editions:
        for category in edition.edition.edition.categories.values():
            if fields and fields.isdisjoint(field.path for field in category.fields):
                if not edition.counts_any_engagement(category):
                    silent.append((category, edition.asks_engagements(category)))
                continue
            for line in career_map(edition, category):
                console.print(line, soft_wrap=True)
            console.print()
    if silent:
        show_note(console, _say_silent(silent))
        console.print()
    show_legend(console)
    console.print()


def _say_silent(silent: list[tuple[Category, bool]]) -> str:
    names = [said(category.name) for category, _ in silent]
    if all(asks_engagements for _, asks_engagements in silent):
        return say(f"{'、'.join(names)}: 数えられる案件なし", f"{', '.join(names)}: no engagement counts here")
    return say(f"{'、'.join(names)}: 数えられるものなし", f"{', '.join(names)}: nothing on record counts here")


def _show_levels(console: Console, judged: RecordJudgement, found: _Found, again: Again) -> None:
    if not found:
        if not judged.asks_engagements:
            console.print(
                say(
                    "どの専門分野にも数えられる評価がありません。経歴の`ratings`にスキル項目の評価を加えてください。",
                    "No rating counts in any field yet. Add ratings of skill items to the record, under `ratings`.",
                )
            )
            return
        console.print(
            say(
                "どの専門分野にも数えられる案件がありません。`kijun record new`の書き方を見て案件を加えてください。",
                "No engagement counts in any field yet. Add one: `kijun record new` shows how.",
            )
        )
        return
    console.print(Styled(say("到達レベル", "Level reached"), style="bold"))
    show_rows(
        console,
        [
            Row(name=said(each.field.name), words=[said(each.level), *(said(hole) for hole in each.holes)])
            for _, each in found
        ],
    )
    for edition, each in found:
        if each.next_cell is not None:
            console.print()
            _show_next(console, judged, edition, each.next_cell)
    console.print()
    following = next((each.next_cell for _, each in found if each.next_cell is not None), None)
    if following is not None:
        show_note(console, _say_citations(), indent=0)
    cell = _short_name((following or _any_cell(found)).cell.indicator.path)
    whole = again.command("judge", "--proof")
    show_command(
        console,
        say(f"証明の全体: {whole}、一つのセル: --cell {cell}", f"The whole proof: {whole}; one cell: --cell {cell}"),
    )


def _any_cell(found: _Found) -> CellJudgement:
    edition, summary = found[0]
    return next(cell for cell in edition.cells.values() if cell.cell.indicator.field_path == summary.field.path)


def _short_name(path: str) -> str:
    return "/".join(path.split("/")[-2:])


def _say_citations() -> str:
    return say(
        "右の番号: 印刷されている文書と行", "numbers at the right: the document and the line where it is printed"
    )


def _show_next(console: Console, judged: RecordJudgement, edition: EditionJudgement, cell: CellJudgement) -> None:
    console.print(_title(edition, cell, say("次: ", "Next: ")))
    lines = explain(cell, judged.person, edition.edition.edition.vocabulary.name)
    short = [line for line in lines if line.name in cell.cell.deciding and line.verdict is not MET]
    granted = [line for line in lines if line.name == "minimum_by_examination" and line.verdict is MET]
    _show_lines(console, [*short, *granted])


def _show_proofs(console: Console, judged: RecordJudgement, found: _Found, cells: list[str], again: Again) -> None:
    show_note(console, _say_citations())
    console.print()
    shown = {each.field.path for _, each in found}
    for edition in judged.editions:
        for path, cell in edition.cells.items():
            if path in cells or (not cells and cell.cell.indicator.field_path in shown):
                _show_proof(console, judged, edition, cell, again)
    for path in cells:
        if judged.cell(path) is None:
            console.print(say(f"{path}: この版に定義がありません。", f"{path}: not defined in this edition."))


def _show_proof(
    console: Console, judged: RecordJudgement, edition: EditionJudgement, cell: CellJudgement, again: Again
) -> None:
    printed = edition.edition.edition
    names = printed.vocabulary.name
    console.print(_title(edition, cell))
    _show_lines(console, explain(cell, judged.person, names))
    circumstances = not_examined(cell.cell.indicator, names)
    notes = say_policies(edition, cell, again)
    if circumstances is not None:
        words = said(circumstances)
        notes.append(say(f"記録からはわからないもの: {words}", f"no record can show these: {words}"))
    for note in (*notes, *say_flags(printed, cell, again)):
        if "kijun show" in note:
            show_command(console, note, indent=2)
        else:
            show_note(console, note)
    console.print()


def _title(edition: EditionJudgement, cell: CellJudgement, before: str = "") -> Styled:
    indicator = cell.cell.indicator
    field = next(field for _, field in edition.edition.edition.fields() if field.path == indicator.field_path)
    shape, style, _ = MARKS[cell.mark]
    title = Styled(before)
    title.append(said(edition.edition.edition.cell_name(field, indicator.level)), style="bold")
    title.append("  ")
    title.append(f"{shape} {said(say_outcome(cell))}", style=style)
    return title


def _show_lines(console: Console, lines: list[Said]) -> None:
    rows = []
    for line in lines:
        mark, style = _PART_MARKS[line.verdict]
        words = [said(line.headline), *(said(detail) for detail in line.details)]
        rows.append(
            Row(name=said(PART_NAMES[line.name]), words=words, mark=mark, style=style, citation=str(line.citation))
        )
    show_rows(console, rows)
