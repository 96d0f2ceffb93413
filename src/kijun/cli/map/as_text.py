"""How is the career map with its distances shown in a terminal?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text as Styled

from kijun.cli.again import Again
from kijun.cli.career_map import MARKS, show_legend
from kijun.cli.heading import show_heading
from kijun.cli.language import said, say
from kijun.cli.layout import Row, show_command, show_rows
from kijun.day_words import say_day
from kijun.growth.distances import Distance, nearest
from kijun.growth.explain import explain_plan, say_plan
from kijun.judgement.assumption import Assumption
from kijun.judgement.explain import PART_NAMES
from kijun.judgement.record_judgement import EditionJudgement, RecordJudgement
from kijun.text import Text

_NAME, _MARK, _NARROW_MARK = 44, 6, 5
_MOST_LINES = 3


def show_map(
    console: Console,
    judged: RecordJudgement,
    found: Sequence[Distance],
    again: Again,
    *,
    nearest: int,
    assumed: Sequence[Assumption] | None = None,
) -> None:
    """Write the map of every category, then the nearest cells with what each of them lacks."""
    day = say_day(judged.on)
    show_heading(console, judged, Text(ja=f"{day.ja}現在", en=f"As of {day.en}"), assumed)
    by_path = {each.growth.cell: each for each in found}
    for edition in judged.editions:
        for line in _lines(edition, by_path, console.width):
            console.print(line, soft_wrap=True)
        console.print()
    show_legend(console, say("数字: 満たすまでの手数", "number: steps missing"))
    _show_nearest(console, found, again, nearest)


def _lines(edition: EditionJudgement, found: Mapping[str, Distance], room: int) -> list[Styled]:
    printed = edition.edition.edition
    lines = []
    columns = [said(printed.cell_heading(level)) for level in printed.levels]
    mark = _MARK if _NAME + _MARK * len(columns) <= room else _NARROW_MARK
    width = max(mark, *(cell_len(column) + 2 for column in columns))
    for category in printed.categories.values():
        called = f"{said(category.name)}  ({said(printed.name)})"
        names = (called, *(f"  {said(field.name)}" for field in category.fields))
        beside = max(_NAME, *(cell_len(name) + 1 for name in names))
        title = Styled(set_cell_size(called, beside), style="bold")
        title.append("".join(set_cell_size(f" {column}", width) for column in columns).rstrip())
        lines.append(title)
        for field in category.fields:
            line = Styled(set_cell_size(f"  {said(field.name)}", beside))
            for level in printed.levels:
                distance = found.get(f"{field.path}/{level}")
                shape, style, _ = MARKS[edition.mark_at(field, level)]
                number = "" if distance is None or not distance.is_open else str(distance.steps or "")
                line.append(set_cell_size(f" {shape}{number}", width), style=style)
            line.rstrip()
            lines.append(line)
    return lines


def _show_nearest(console: Console, found: Sequence[Distance], again: Again, count: int) -> None:
    close = nearest(list(found))[:count]
    if not close:
        return
    console.print()
    console.print(Styled(say("いちばん近いセル", "The nearest cells"), style="bold"))
    show_rows(console, [Row(name=said(each.name), words=_words(each)) for each in close])
    console.print()
    cell = "/".join(close[0].growth.cell.split("/")[-2:])
    command = again.command("plan", "--cell", cell)
    show_command(console, say(f"計画: {command}", f"a plan: {command}"))


def _words(distance: Distance) -> list[str]:
    """Return how many steps are missing and what they are, the first few of them."""
    best = distance.growth.best
    assert best is not None, "a near cell has a plan"
    steps = explain_plan(best, distance.edition.edition.edition.vocabulary.name)
    lines = [f"{said(PART_NAMES[step.part])}: {said(step.headline)}" for step in steps[:_MOST_LINES]]
    if len(steps) > _MOST_LINES:
        lines.append(say(f"ほか{len(steps) - _MOST_LINES}件", f"and {len(steps) - _MOST_LINES} more"))
    return [said(say_plan(best)), *lines]
