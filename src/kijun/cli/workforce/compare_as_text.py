"""How is it shown in a terminal what becomes of a workforce between two editions?"""

from __future__ import annotations

from itertools import islice

from rich.console import Console
from rich.table import Table
from rich.text import Text as Styled

from kijun.cli.edition_changes import MARKS, say_citations
from kijun.cli.language import said, say
from kijun.cli.layout import Row, show_note, show_rows
from kijun.cli.workforce.compare_words import (
    CHANGED,
    MOVES,
    SAME,
    is_apart,
    say_apart,
    say_cause,
    say_changes,
    say_heading,
    say_level,
    say_part_of,
    say_step,
)
from kijun.cli.workforce.compare_worked import Compared
from kijun.framework.compare.words import together
from kijun.population.changes import Changed, ChangedPerson
from kijun.population.changes_causes import Cause, FieldChanges
from kijun.problem.reading import printable


def show_compared(out: Console, found: Compared, *, most_people: int | None) -> None:
    """Write it: first how many people, then why, field by field; the people themselves where a number of them is given."""
    old, new = found.editions.old, found.editions.new
    out.print(Styled(f"{said(old.name)} ({old.id}) → {said(new.name)} ({new.id})", style="bold"))
    out.print(said(say_heading(found)))
    out.print()
    _summary(out, found)
    apart = say_apart(found)
    if apart is not None:
        show_note(out, said(apart))
    for each in found.found:
        out.print()
        _field(out, each, found)
    if most_people is not None:
        _people(out, found, most_people)


def _summary(out: Console, found: Compared) -> None:
    table = Table.grid(padding=(0, 2))
    table.add_column()
    for _ in (*MOVES, SAME):
        table.add_column(justify="right")
    table.add_row("", *(Styled(said(name), style="dim") for name in (*MOVES.values(), SAME)))
    for field in found.fields:
        moves = found.moves(field)
        counts = [moves.get(move, 0) for move in MOVES]
        cells = [f"{count:,}" if count else "·" for count in counts]
        table.add_row(f"  {said(found.editions.title(field))}", *cells, f"{found.people - sum(counts):,}")
    out.print(table)


def _field(out: Console, each: FieldChanges, found: Compared) -> None:
    title = Styled(said(found.editions.title(each.field)), style="bold")
    out.print(title.append(f"  {each.field}", style="dim"))
    steps = [
        f"{said(say_level(old, found.editions))} → {said(say_level(new, found.editions))} {people:,}"
        for (old, new), people in each.steps.items()
    ]
    if steps:
        show_note(out, say("、", "; ").join(steps))
    for cause in each.causes:
        _cause(out, cause, found)


def _cause(out: Console, cause: Cause, found: Compared) -> None:
    mark, style = ("?", "cyan") if is_apart(cause) else ("↓", "red") if cause.is_worse else ("↑", "green")
    out.print(
        Styled("  ").append(mark, style=style).append(f" {said(say_cause(cause, found.editions))}"), soft_wrap=True
    )
    rows = [
        Row(
            name="",
            words=[said(say_changes(group))],
            mark=MARKS[group[0].kind],
            citation=say_citations(group[0]),
            is_quiet=True,
        )
        for group in together(cause.because)
    ]
    show_rows(out, rows, indent=4)
    if not rows:
        show_note(out, say("比べられる変更はない", "no change of the standard explains it"), indent=6)


def _people(out: Console, found: Compared, most: int) -> None:
    people = found.listed.people()
    listed = list(islice(people, most))
    out.print()
    out.print(Styled(said(CHANGED), style="bold"))
    show_rows(out, [_person(each, found) for each in listed])
    if next(people, None) is not None:
        show_note(out, say("ほかにもいる。全員は--format csvで", "and more: --format csv lists everybody"))


def _person(each: ChangedPerson, found: Compared) -> Row:
    title, step = said(found.editions.title(each.changed.field)), said(say_step(each.changed, found.editions))
    team = f" · {printable(each.team)}" if each.team else ""
    return Row(
        name=printable(f"{each.name} ({each.employee})"),
        words=[f"{title}: {step}{team}", *([_parts(each.changed)] if each.changed.parts else [])],
    )


def _parts(changed: Changed) -> str:
    return say("、", ", ").join(said(say_part_of(part)) for part, _, _ in changed.parts)
