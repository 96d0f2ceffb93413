"""How is a comparison shown in a terminal: a short summary, then cell by cell only what differs?"""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text as Styled

from kijun.cli.compare.view import Line, Section, say_not_comparable, sections
from kijun.cli.edition_changes import MARKS, Editions
from kijun.cli.language import said, say
from kijun.cli.layout import Row, show_note, show_rows
from kijun.framework.compare.comparison import Comparison, Kind
from kijun.framework.compare.homes import counts_by_home
from kijun.framework.compare.words import KIND_NAMES

_STYLES = {Kind.ADDED: "green", Kind.DROPPED: "red", Kind.RAISED: "red", Kind.LOWERED: "green"}


def show_comparison(out: Console, comparison: Comparison, editions: Editions, *, has_notes: bool) -> None:
    """Write a comparison; `has_notes` adds what the vocabularies say of the words."""
    old, new = editions.old, editions.new
    out.print(Styled(f"{said(old.name)} ({old.id}) → {said(new.name)} ({new.id})", style="bold"))
    if not comparison.changes:
        out.print(say("違いはありません。", "No difference."))
        return
    out.print()
    _summary(out, comparison, editions)
    for section in sections(comparison, editions, has_notes=has_notes):
        out.print()
        _section(out, section)


def _summary(out: Console, comparison: Comparison, editions: Editions) -> None:
    kinds = list(comparison.counts())
    table = Table.grid(padding=(0, 2))
    table.add_column()
    for _ in kinds:
        table.add_column(justify="right")
    table.add_row("", *(Styled(said(KIND_NAMES[kind]), style="dim") for kind in kinds))
    for path, counts in counts_by_home(comparison).items():
        table.add_row(f"  {said(editions.title(path))}", *(str(counts.get(kind) or "·") for kind in kinds))
    out.print(table)
    apart = say_not_comparable(comparison, editions)
    if apart:
        out.print()
        out.print(Styled(say("比較できないもの", "Not comparable"), style="bold"))
        for words in apart:
            show_note(out, said(words))


def _section(out: Console, section: Section) -> None:
    title = Styled(said(section.title), style="bold")
    out.print(title.append(f"  {section.path}", style="dim") if section.path else title)
    if section.is_of_skills:
        _skills(out, section.lines)
    else:
        _rows(out, section.lines, is_named=True)
    for note in section.notes:
        show_note(out, said(note), indent=5)


def _skills(out: Console, lines: Sequence[Line]) -> None:
    shown: str | None = ""
    waiting: list[Line] = []
    for line in lines:
        name = said(line.name) if line.name else ""
        if name != shown:
            _rows(out, waiting, is_named=False)
            waiting, shown = [], name
            out.print(f"  {name}")
        waiting.append(line)
    _rows(out, waiting, is_named=False)


def _rows(out: Console, lines: Sequence[Line], *, is_named: bool) -> None:
    rows, last = [], ""
    for line in lines:
        name = said(line.name) if line.name and is_named else ""
        rows.append(
            Row(
                name="" if name == last else name,
                words=[said(line.words), *_below(line)],
                mark=MARKS[line.kind],
                style=_STYLES.get(line.kind, ""),
                citation=line.citation,
            )
        )
        last = name
    show_rows(out, rows)


def _below(line: Line) -> list[str]:
    reasons = [say(f"理由: {line.reason.ja}", f"because: {line.reason.en}")] if line.reason else []
    return [*reasons, *(said(note) for note in line.notes)]
