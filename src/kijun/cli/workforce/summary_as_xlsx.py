"""How is the summary of a workforce arranged as a workbook?"""

from __future__ import annotations

from collections.abc import Iterator

from kijun.cli.language import said
from kijun.cli.workforce.summary_names import Names, say_part
from kijun.cli.workforce.summary_words import (
    EMPLOYEE,
    FIELD,
    HOLES,
    LEVEL,
    LEVELS,
    NAME,
    NOT_MET,
    PART,
    PEOPLE,
    POSSIBLE,
    SHORT,
    SHORT_PEOPLE,
    STANDARD,
    STATE,
    TEAM,
    UNKNOWN,
    say_group,
    say_hole,
    say_size,
)
from kijun.exchange.workbook.listing import MOST_ROWS, Listing, write_listings
from kijun.population.one_short import Short
from kijun.population.summary import Summary
from kijun.text import Text

_Cells = list[str | int | None]
_LONGEST_NAME = 31


def workbook_of(summary: Summary, names: Names) -> tuple[bytes, list[str]]:
    """Return a summary as a workbook: a sheet for the levels, for what people are short of, for them, and for the holes.

    With it comes what is to be said of sheets that do not hold all of their rows.
    """
    cell = (STANDARD, FIELD, LEVEL)
    short = (PART, STATE)
    return write_listings(
        [
            _listing(LEVELS, (TEAM, *cell, PEOPLE, POSSIBLE), _levels(summary, names)),
            _listing(SHORT, (TEAM, *cell, *short, PEOPLE), _short(summary, names)),
            _listing(SHORT_PEOPLE, (EMPLOYEE, NAME, TEAM, *cell, *short), _people(summary, names)),
            _listing(HOLES, (TEAM, HOLES), _holes(summary, names)),
        ]
    )


def _listing(name: Text, headings: tuple[Text, ...], rows: Iterator[_Cells]) -> Listing:
    if_cut = Text(
        ja=f"シート「{name.ja}」には最初の{MOST_ROWS:,}行だけがあります。すべての行は--format csvで書き出せます。",
        en=f'The sheet "{name.en}" holds the first {MOST_ROWS:,} rows only: --format csv writes all of them.',
    )
    return Listing(
        name=said(name)[:_LONGEST_NAME], headings=[said(each) for each in headings], rows=rows, if_cut=said(if_cut)
    )


def _levels(summary: Summary, names: Names) -> Iterator[_Cells]:
    for group in summary.groups:
        team = said(say_group(group))
        if group.mask is not None:
            yield [team, said(say_size(group, summary.below)), None, None, None, None]
        for count in group.fields:
            for each in count.levels:
                yield [team, *_cell(count.field, names), each.level, each.met, each.possible]


def _short(summary: Summary, names: Names) -> Iterator[_Cells]:
    for group in summary.groups:
        for short, people in group.short.items():
            yield [said(say_group(group)), *_of_short(short, names), people]


def _people(summary: Summary, names: Names) -> Iterator[_Cells]:
    for each in summary.people(MOST_ROWS + 1):  # one more than a sheet holds tells that there are more
        yield [each.employee, each.name, each.team, *_of_short(each.short, names)]


def _holes(summary: Summary, names: Names) -> Iterator[_Cells]:
    for group in summary.groups:
        for hole in group.holes:
            yield [said(say_group(group)), said(say_hole(hole, summary, names))]


def _of_short(short: Short, names: Names) -> _Cells:
    state = UNKNOWN if short.is_unknown else NOT_MET
    return [*_cell(short.field, names), short.level, said(say_part(short.part)), said(state)]


def _cell(field: str, names: Names) -> _Cells:
    return [said(names.edition(field)), said(names.field(field))]
