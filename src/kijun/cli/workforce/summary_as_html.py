"""How is the summary of a workforce written as a page: one file that fetches nothing, for screen and print?

Every number stands as text; bars and shades only repeat it. Nothing in it needs a script.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby, islice
from typing import Final

from kijun.cli.language import Speaker, said, say
from kijun.cli.workforce.summary_names import Names, say_part
from kijun.cli.workforce.summary_style import STYLE
from kijun.cli.workforce.summary_words import (
    EMPLOYEE,
    FIELD,
    HOLES,
    HOLES_NOTE,
    LEVEL,
    LEVELS,
    LEVELS_NOTE,
    NAME,
    NO_HOLES,
    NOBODY_SHORT,
    NONE,
    NOT_MET,
    PART,
    PEOPLE,
    SHORT,
    SHORT_NOTE,
    SHORT_PEOPLE,
    STATE,
    TEAM,
    UNKNOWN,
    say_cell,
    say_group,
    say_hole,
    say_size,
    say_title,
)
from kijun.population.summary import GroupSummary, Summary
from kijun.population.summary_counts import FieldCount
from kijun.text import Text, inside

_DARKEST: Final = 0.4
"""How much of the accent colour stands behind the largest number: black on it stays easy to read."""


def page_of(summary: Summary, names: Names, *, most_people: int) -> str:
    """Return a summary as a page; of the people who are one part short so many."""
    title = said(say_title(summary))
    editions = "、" if Speaker.language == "ja" else ", "
    of = editions.join(dict.fromkeys(said(names.edition(path)) for path in summary.fields))
    body = [_tag("h1", escape(title)), _tag("p", escape(of), cls="quiet")]
    for group in summary.groups:
        body += _group(group, summary, names)
        if group.is_everybody and group.mask is None:
            body += _people(summary, names, most=most_people)
    return (
        f'<!doctype html>\n<html lang="{Speaker.language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n"
        + "\n".join(body)
        + "\n</main>\n</body>\n</html>\n"
    )


def _group(group: GroupSummary, summary: Summary, names: Names) -> Iterator[str]:
    size = _tag("span", escape(said(say_size(group, summary.below))), cls="quiet")
    yield _tag("h2", f"{escape(said(say_group(group)))} {size}")
    if group.mask is not None:
        return
    yield _tag("h3", escape(said(LEVELS)))
    yield _tag("p", escape(said(LEVELS_NOTE)), cls="quiet")
    for (edition, category), found in groupby(
        group.fields, key=lambda each: (said(names.edition(each.field)), said(names.category(each.field)))
    ):
        yield _levels(f"{category} ({edition})", list(found), group.people, names)
    if group.is_everybody:
        yield _tag("div", "\n".join(_chart(each, names) for each in group.fields), cls="charts")
    yield from _short(group, names)
    yield _tag("h3", escape(said(HOLES)))
    if group.holes:
        yield _tag("ul", "".join(_tag("li", escape(said(say_hole(each, summary, names)))) for each in group.holes))
    yield _tag("p", escape(said(HOLES_NOTE if group.holes else NO_HOLES)), cls="quiet")


def _levels(category: str, counts: Sequence[FieldCount], people: int, names: Names) -> str:
    """Return the heat-map of a category: a number in each cell, the shade only repeats it."""
    levels = sorted({each.level for count in counts for each in count.levels})
    headings = [said(NONE), *(said(names.heading(counts[0].field, level)) for level in levels)]
    rows = []
    for count in counts:
        of = {each.level: (each.met, each.possible) for each in count.levels}
        nobody = (people - sum(met for met, _ in of.values()), people - sum(possible for _, possible in of.values()))
        cells = [_number(*nobody, 0.0), *(_shaded(of.get(level), people) for level in levels)]
        rows.append(_row(said(names.field(count.field)), cells))
    return _table(category, headings, rows)


def _shaded(of: tuple[int, int] | None, people: int) -> str:
    if of is None:
        return '<td class="none">–</td>'
    return _number(*of, _DARKEST * of[0] / people if people else 0.0)


def _number(met: int, possible: int, shade: float) -> str:
    style = f' style="background:rgba(31,95,168,{shade:.2f})"' if shade else ""
    more = "" if met == possible else f" <small>({possible:,})</small>"
    return f"<td{style}>{met:,}{more}</td>"


def _chart(count: FieldCount, names: Names) -> str:
    """Return the people of a field as bars, level by level, under a title that says where most of them are."""
    most = max(count.levels, key=lambda each: each.met, default=None)
    name = names.told_apart(count.field)
    if most is None or not most.met:
        title = Text(ja=f"{name.ja}: レベルを満たす人はいない", en=f"{name.en}: nobody meets a level")
    else:
        level = names.level(count.field, most.level)
        title = Text(
            ja=f"{name.ja}: {level.ja}が最も多く、{most.met:,}人",
            en=f"{name.en}: most at {inside(level).en}, {most.met:,}",
        )
    highest = max((max(each.met, each.possible) for each in count.levels), default=0)
    rows = [
        _row(
            said(names.level(count.field, each.level)),
            [_number(each.met, each.possible, 0), _bar(each.met, each.possible, highest)],
        )
        for each in count.levels
    ]
    return _tag("figure", _tag("figcaption", escape(said(title))) + _tag("table", "".join(rows), cls="bars"))


def _bar(met: int, possible: int, highest: int) -> str:
    if not highest:
        return "<td></td>"
    solid, outline = (100 * number / highest for number in (met, possible))
    return (
        '<td class="bar" aria-hidden="true">'
        f'<span class="solid" style="width:{solid:.1f}%"></span><span class="outline" style="width:{outline:.1f}%"></span></td>'
    )


def _short(group: GroupSummary, names: Names) -> Iterator[str]:
    yield _tag("h3", escape(said(SHORT if group.short else NOBODY_SHORT)))
    if not group.short:
        return
    yield _tag("p", escape(said(SHORT_NOTE)), cls="quiet")
    places = [each.field for each in group.fields]
    ordered = sorted(group.short.items(), key=lambda item: (places.index(item[0].field), item[0].level))
    highest = max(group.short.values())
    rows = [
        _row(
            said(say_cell(short, names)),
            [
                _words(said(say_part(short.part))),
                _words(said(UNKNOWN if short.is_unknown else NOT_MET)),
                _number(people, people, 0),
                _bar(people, 0, highest),
            ],
        )
        for short, people in ordered
    ]
    yield _table(said(FIELD), [said(PART), said(STATE), said(PEOPLE), ""], rows, cls="list")


def _people(summary: Summary, names: Names, *, most: int) -> Iterator[str]:
    people = summary.people(most + 1)
    rows = [
        _row(
            each.name,
            [
                _words(each.employee),
                _words(each.team or ""),
                _words(said(names.field(each.short.field))),
                _words(said(names.level(each.short.field, each.short.level))),
                _words(said(say_part(each.short.part))),
                _words(said(UNKNOWN if each.short.is_unknown else NOT_MET)),
            ],
        )
        for each in islice(people, most)
    ]
    if rows:
        yield _tag("h3", escape(said(SHORT_PEOPLE)))
        headings = [said(each) for each in (EMPLOYEE, TEAM, FIELD, LEVEL, PART, STATE)]
        yield _table(said(NAME), headings, rows, cls="list")
    if next(people, None) is not None:
        more = say("ほかにもいます。全員は--format csvで書き出せます。", "And more: --format csv lists everybody.")
        yield _tag("p", escape(more), cls="quiet")


def _table(corner: str, headings: Iterable[str], rows: Iterable[str], cls: str = "heat") -> str:
    head = "".join(f'<th scope="col">{escape(each)}</th>' for each in (corner, *headings))
    body = f"<thead><tr>{head}</tr></thead>\n<tbody>{''.join(rows)}</tbody>"
    return _tag("div", _tag("table", body, cls=cls), cls="wide")


def _row(heading: str, cells: Iterable[str]) -> str:
    return f'<tr><th scope="row">{escape(heading)}</th>{"".join(cells)}</tr>\n'


def _words(words: str) -> str:
    return f'<td class="words">{escape(words)}</td>'


def _tag(name: str, inner: str, cls: str = "") -> str:
    return f'<{name} class="{cls}">{inner}</{name}>' if cls else f"<{name}>{inner}</{name}>"
