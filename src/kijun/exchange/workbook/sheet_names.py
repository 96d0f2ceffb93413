"""Which sheets of a workbook are sheets of a career record?"""

from __future__ import annotations

from collections.abc import Sequence

from kijun.exchange.workbook.finding import Findings
from kijun.exchange.workbook.grids import Grid
from kijun.exchange.workbook.lexicon import fold
from kijun.exchange.workbook.mapping import INSTRUCTIONS, WORDS, Sheet
from kijun.problem.reading import nearest, shown
from kijun.text import LANGUAGES, Text, join, same

_SHOWN = 12


def sheets_by_path(
    found: Sequence[Grid], mapped: Sequence[Sheet], findings: Findings, name: str
) -> dict[tuple[str, ...], Grid]:
    """Return the sheets of a record by the list that they hold; what is missing or not known is reported."""
    known = {fold(spelt): sheet for sheet in mapped for spelt in _spellings(sheet)}
    named: dict[tuple[str, ...], Grid] = {}
    for grid in found:
        sheet = known.get(fold(grid.name))
        if sheet is None:
            _report_unknown(grid, mapped, findings)
        elif sheet.path in named:
            findings.report("K407", grid.name, sheet=grid.name, other=named[sheet.path].name)
        else:
            named[sheet.path] = grid
    _report_missing(found, mapped, named, findings, name)
    return named


def _spellings(sheet: Sheet) -> tuple[str, ...]:
    return sheet.name.ja, sheet.name.en, *sheet.path[-1:]


def _report_unknown(grid: Grid, mapped: Sequence[Sheet], findings: Findings) -> None:
    ours = {fold(each.said_in(language)) for each in (INSTRUCTIONS, WORDS) for language in LANGUAGES}
    if grid.rows and fold(grid.name) not in ours:
        near = nearest(grid.name, [each.name.said_in(language) for each in mapped for language in LANGUAGES])
        findings.report("K406", grid.name, suggestion=near, sheet=grid.name)


def _report_missing(
    found: Sequence[Grid],
    mapped: Sequence[Sheet],
    named: dict[tuple[str, ...], Grid],
    findings: Findings,
    name: str,
) -> None:
    missing = [sheet.name for sheet in mapped if sheet.path not in named]
    if () not in named:
        listed = join([same(shown(grid.name)) for grid in found[:_SHOWN]])
        is_empty = not any(grid.rows for grid in found)
        empty = Text(ja="空のシートだけ", en="empty ones only")
        findings.report("K404", name, sheet=mapped[0].name, found=empty if is_empty else listed)
    elif missing:
        findings.report("K405", name, sheets=join(missing))
