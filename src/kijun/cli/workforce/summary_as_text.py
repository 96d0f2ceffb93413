"""How is the summary of a workforce shown in a terminal?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby, islice

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text as Styled

from kijun.cli.language import said, say
from kijun.cli.layout import Row, show_note, show_rows
from kijun.cli.workforce.summary_names import Names
from kijun.cli.workforce.summary_words import (
    HOLES,
    HOLES_NOTE,
    LEVELS,
    LEVELS_NOTE,
    NO_HOLES,
    NOBODY_SHORT,
    NONE,
    SHORT,
    SHORT_NOTE,
    SHORT_PEOPLE,
    say_cell,
    say_group,
    say_hole,
    say_short,
    say_size,
    say_title,
)
from kijun.population.one_short import ShortPerson
from kijun.population.summary import GroupSummary, Summary
from kijun.population.summary_counts import FieldCount
from kijun.problem.reading import printable

_NARROWEST = 24


def show_summary(console: Console, summary: Summary, names: Names, *, most_people: int) -> None:
    """Write a summary; of the people who are one part short so many."""
    console.print(Styled(said(say_title(summary)), style="bold"))
    everybody, *teams = summary.groups
    _show_group(console, everybody, summary, names)
    if everybody.mask is None:
        _show_people(console, summary, names, most=most_people)
    for team in teams:
        console.print()
        console.print(Styled(f"{said(say_group(team))}  {said(say_size(team, summary.below))}", style="bold"))
        _show_group(console, team, summary, names)


def _show_group(console: Console, group: GroupSummary, summary: Summary, names: Names) -> None:
    if group.mask is not None:
        if group.is_everybody:
            show_note(console, said(say_size(group, summary.below)))
        return
    _show_levels(console, group, names)
    _show_short(console, group, names)
    console.print()
    console.print(Styled(said(HOLES), style="bold"))
    for hole in group.holes:
        console.print(Styled(f"  {printable(said(say_hole(hole, summary, names)))}"), soft_wrap=True)
    if not group.holes or group.is_everybody:
        show_note(console, said(HOLES_NOTE if group.holes else NO_HOLES))


def _show_levels(console: Console, group: GroupSummary, names: Names) -> None:
    for (edition, category), found in groupby(
        group.fields, lambda each: (said(names.edition(each.field)), said(names.category(each.field)))
    ):
        counts = list(found)
        levels = sorted({each.level for count in counts for each in count.levels})
        title = f"{category}  ({edition})"
        headings = [said(NONE), *(said(names.heading(counts[0].field, level)) for level in levels)]
        rows = [(f"  {said(names.field(count.field))}", _cells(count, levels, group.people)) for count in counts]
        console.print()
        _show_table(console, [(title, headings), *rows])
    if group.is_everybody:
        console.print()
        show_note(console, f"{said(LEVELS)}: {said(LEVELS_NOTE)}")


def _cells(count: FieldCount, levels: Sequence[int], people: int) -> list[str]:
    """Return the numbers of a field: of those who meet no level, then level by level; a level that is not printed is empty."""
    met = sum(each.met for each in count.levels)
    possible = sum(each.possible for each in count.levels)
    by_level = {each.level: _cell(each.met, each.possible) for each in count.levels}
    return [_cell(people - met, people - possible), *(by_level.get(level, "") for level in levels)]


def _cell(met: int, possible: int) -> str:
    return "·" if not (met or possible) else f"{met:,}" if met == possible else f"{met:,} ({possible:,})"


def _show_table(console: Console, rows: Sequence[tuple[str, Sequence[str]]]) -> None:
    """Write rows with their numbers at the right of each column; the first is the heading."""
    name = max(_NARROWEST, *(cell_len(title) for title, _ in rows))
    widths = [max(cell_len(row[place]) for _, row in rows) + 2 for place in range(len(rows[0][1]))]
    for position, (title, cells) in enumerate(rows):
        words = "".join(" " * (width - cell_len(cell)) + cell for cell, width in zip(cells, widths, strict=True))
        line = Styled(set_cell_size(title, name) + words, style="" if position else "bold")
        line.rstrip()
        console.print(line, soft_wrap=True)


def _show_short(console: Console, group: GroupSummary, names: Names) -> None:
    console.print()
    console.print(Styled(said(SHORT if group.short else NOBODY_SHORT), style="bold"))
    ordered = sorted(group.short.items(), key=lambda item: (_place(group, item[0].field), item[0].level))
    rows = []
    for cell, found in groupby(ordered, key=lambda item: said(say_cell(item[0], names))):
        words = [f"{said(say_short(short))} {say(f'{people:,}人', f'{people:,}')}" for short, people in found]
        rows.append(Row(name=cell, words=[say("、", ", ").join(words)]))
    show_rows(console, rows, indent=0)
    if rows and group.is_everybody:
        show_note(console, said(SHORT_NOTE))


def _place(group: GroupSummary, field: str) -> int:
    return [each.field for each in group.fields].index(field)


def _show_people(console: Console, summary: Summary, names: Names, *, most: int) -> None:
    if not summary.groups[0].short or not most:
        return
    console.print()
    console.print(Styled(said(SHORT_PEOPLE), style="bold"))
    people = summary.people(most + 1)
    for cell, found in groupby(islice(people, most), key=lambda each: said(say_cell(each.short, names))):
        console.print(f"  {cell}")
        _show_named(console, found)
    if next(people, None) is not None:
        show_note(
            console,
            say("ほかにもいる。全員は--format csvで", "and more: --format csv lists everybody"),
        )


def _show_named(console: Console, people: Iterable[ShortPerson]) -> None:
    rows = [
        Row(
            name=printable(f"{each.name} ({each.employee})"),
            words=[said(say_short(each.short)) + (f" · {printable(each.team)}" if each.team else "")],
        )
        for each in people
    ]
    show_rows(console, rows)
