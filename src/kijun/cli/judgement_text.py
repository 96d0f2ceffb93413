"""How is a judgement shown in a terminal?

First the career map, then the levels reached, then what stands between the person and the next level; the rest is one
step away (`--proof`).
"""

from __future__ import annotations

from rich.console import Console
from rich.text import Text as Styled

from kijun.cli.career_map import MARKS, career_map, legend, mark_of
from kijun.cli.language import said, say
from kijun.cli.layout import Row, show_note, show_rows
from kijun.day_words import say_day
from kijun.judgement.explain import PART_NAMES, Said, explain, not_examined, say_outcome
from kijun.judgement.proof import CellJudgement
from kijun.judgement.run import EditionJudgement, RecordJudgement
from kijun.judgement.summary import summaries
from kijun.verdict import MET, Verdict

_PART_MARKS = {Verdict.MET: ("●", "green"), Verdict.NOT_MET: ("✗", "red"), Verdict.UNKNOWN: ("?", "cyan")}


def show_judgement(console: Console, judged: RecordJudgement, cells: list[str], *, has_proofs: bool) -> None:
    """Write a judgement; `cells` restricts the proofs to some cells, empty means every cell that has evidence."""
    person = judged.person
    reading = f" ({person.name.reading})" if person.name.reading else ""
    team = f" · {person.team}" if person.team else ""
    console.print(Styled(f"{person.name.written}{reading} · {person.employee}{team}", style="bold"))
    console.print(say(f"{said(say_day(judged.on))}現在の判定", f"As of {said(say_day(judged.on))}"))
    console.print()
    for edition in judged.editions:
        for category in edition.edition.edition.categories.values():
            for line in career_map(edition, category):
                console.print(line, soft_wrap=True)
            console.print()
    console.print(legend(), soft_wrap=True)
    console.print()
    if has_proofs:
        _show_proofs(console, judged, cells)
    else:
        _show_levels(console, judged)


def _show_levels(console: Console, judged: RecordJudgement) -> None:
    found = [(edition, each) for edition in judged.editions for each in summaries(edition)]
    if not found:
        console.print(
            say(
                "どの専門分野にも数えられる案件がありません。`kijun record new`の書き方を見て案件を加えてください。",
                "No engagement counts in any field yet. Add one: `kijun record new` shows how.",
            )
        )
        return
    console.print(Styled(say("到達レベル", "Level reached"), style="bold"))
    show_rows(console, [Row(name=said(each.field.name), words=[said(each.level)]) for _, each in found])
    for edition, each in found:
        if each.next_cell is not None:
            console.print()
            _show_next(console, judged, edition, each.next_cell)
    console.print()
    console.print(
        Styled(
            say("証明の全体: --proof、一つのセル: --cell", "The whole proof: --proof; one cell: --cell"), style="dim"
        )
    )


def _show_next(console: Console, judged: RecordJudgement, edition: EditionJudgement, cell: CellJudgement) -> None:
    console.print(_title(edition, cell, say("次: ", "Next: ")))
    lines = explain(cell, judged.person, edition.edition.edition.vocabulary.name)
    short = [line for line in lines if line.name in cell.cell.deciding and line.verdict is not MET]
    granted = [line for line in lines if line.name == "minimum_by_examination" and line.verdict is MET]
    _show_lines(console, [*short, *granted])


def _show_proofs(console: Console, judged: RecordJudgement, cells: list[str]) -> None:
    for edition in judged.editions:
        shown = {each.field.path for each in summaries(edition)}
        for path, cell in edition.cells.items():
            if path in cells or (not cells and cell.cell.indicator.field_path in shown):
                _show_proof(console, judged, edition, cell)
    for path in cells:
        if judged.cell(path) is None:
            console.print(say(f"{path}: この版に定義がありません。", f"{path}: not defined in this edition."))


def _show_proof(console: Console, judged: RecordJudgement, edition: EditionJudgement, cell: CellJudgement) -> None:
    names = edition.edition.edition.vocabulary.name
    console.print(_title(edition, cell))
    _show_lines(console, explain(cell, judged.person, names))
    used = [*cell.cell.policies, *(policy for part in cell.parts.values() for policy in part.policies)]
    points = edition.edition.edition.points
    answers = [f"{name}={edition.edition.policy[name]}" for name in dict.fromkeys(used) if name in points]
    notes = [say(f"方針: {'、'.join(answers)}", f"policies: {', '.join(answers)}")]
    circumstances = not_examined(cell.cell.indicator, names)
    if circumstances is not None:
        notes.append(say(f"調べないもの: {circumstances.ja}", f"not examined: {circumstances.en}"))
    flags = [flag for flag in cell.cell.indicator.flags if flag in edition.edition.edition.flags]
    if flags:
        path = cell.cell.indicator.path
        notes.append(
            say(f"注記: {', '.join(flags)}(`kijun show {path}`)", f"flags: {', '.join(flags)} (`kijun show {path}`)")
        )
    for note in notes:
        show_note(console, note)
    console.print()


def _title(edition: EditionJudgement, cell: CellJudgement, before: str = "") -> Styled:
    indicator = cell.cell.indicator
    field = next(field for _, field in edition.edition.edition.fields() if field.path == indicator.field_path)
    shape, style, _ = MARKS[mark_of(cell)]
    title = Styled(before)
    title.append(
        say(f"{said(field.name)} レベル{indicator.level}", f"{said(field.name)}, level {indicator.level}"), style="bold"
    )
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
