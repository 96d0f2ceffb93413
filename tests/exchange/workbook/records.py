"""Which plain records can there be, and which workbooks do tests make?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from hypothesis import strategies as st
from xlsxwriter import Workbook

import kijun
from kijun.catalogue.yaml_tree import Tree, parse_tree
from kijun.exchange.workbook.lexicon import Lexicons, lexicons
from kijun.exchange.workbook.mapping import Sheet, sheets
from tests.standards.cases import editions, words

EXAMPLES: Final = sorted((Path(kijun.__file__).parent / "examples").glob("*.yaml"))
EDITIONS: Final = tuple(editions().values())
Cells = Sequence[Sequence[Any]]


@cache
def known() -> Lexicons:
    """Return the words of the shipped editions."""
    return lexicons(EDITIONS)


@cache
def mapped() -> tuple[Sheet, ...]:
    """Return the sheets for the shipped editions."""
    return sheets(EDITIONS)


def plain(path: Path) -> dict[str, Any]:
    """Return the plain values of a record file."""
    tree = parse_tree(path.read_text(encoding="utf-8"), str(path))
    assert isinstance(tree, Tree)
    assert isinstance(tree.root, dict)
    return tree.root


def workbook(made: Mapping[str, Cells]) -> bytes:
    """Return a workbook of sheets of cells, as somebody may have filled it in; days are written as Excel days."""
    out = BytesIO()
    with Workbook(out, {"in_memory": True, "default_date_format": "yyyy-mm-dd", "strings_to_formulas": False}) as book:
        for name, rows in made.items():
            page = book.add_worksheet(name)
            for row, cells in enumerate(rows):
                for column, cell in enumerate(cells):
                    page.write(row, column, cell)
    return out.getvalue()


def texts() -> st.SearchStrategy[str]:
    """Generate what people write, with what a spreadsheet could take for more than text over-represented."""
    odd = (
        "=1+1",
        "+81",
        "-",
        "@SUM(A1)",
        "'quoted",
        "0012",
        "2021-04-01",
        "TRUE",
        " a  b ",
        "a\nb",
        "_x0041_",
        "𠮷野家",
    )
    letters = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")
    return (st.sampled_from(odd) | st.text(letters, min_size=1, max_size=12)).filter(_is_something)


def _is_something(words: str) -> bool:
    return bool(words.strip()) and words.strip().casefold() not in ("none", "なし", "(none)", "(なし)", "（なし）")


def _titles() -> st.SearchStrategy[Any]:
    return texts() | st.fixed_dictionaries({"ja": texts(), "en": texts()})


def days() -> st.SearchStrategy[str]:
    """Generate days in every way that a record may write them."""
    exact = st.dates(date(1900, 1, 1), date(2199, 12, 31)).map(date.isoformat)
    return exact | st.sampled_from(("2021-04", "2021年4月", "令和3年4月1日", "2021/4/1", "２０２１年４月"))


def _word(kind: str) -> st.SearchStrategy[str]:
    return st.sampled_from(sorted(known().of[kind].labels))


def _list(kind: str) -> st.SearchStrategy[list[str]]:
    return st.lists(_word(kind), unique=True, max_size=5)


def _whole() -> st.SearchStrategy[Any]:
    return st.integers(0, 10**12) | st.sampled_from(("１２０", "1,200"))


def _engagements() -> st.SearchStrategy[list[dict[str, Any]]]:
    sizes = st.fixed_dictionaries(
        {"customers": _word("customers")}, optional={measure: _whole() for measure in words().most}
    )
    share = st.fixed_dictionaries({"scope": _word("scope")}, optional={"count": _whole(), "employees": _whole()})
    claim = st.fixed_dictionaries(
        {"decision": _word("decision")},
        optional={"to": _word("equal"), "by": texts(), "reason": texts(), "day": days()},
    )
    return st.lists(
        st.fixed_dictionaries(
            {
                "id": texts() | st.integers(0, 10**6),
                "fields": _list("field"),
                "activities": _list("activity"),
                "role": _word("role"),
                "from": days(),
                "outcome": _word("outcome"),
            },
            optional={
                "title": _titles(),
                "project": texts(),
                "until": days(),
                "conditions": _list("condition"),
                "conditions_complete": st.booleans(),
                "sizes": sizes,
                "market": st.lists(share, max_size=2),
                "equivalences": st.lists(claim, max_size=2),
                "masked": _list("masked"),
            },
        ),
        max_size=3,
        unique_by=lambda each: str(each["id"]).strip(),
    )


@st.composite
def _knowledge(draw: st.DrawFn) -> dict[str, Any]:
    item = draw(_word("item"))
    return {
        "item": item,
        "known": draw(st.lists(st.sampled_from(sorted(words().items[item].knowledge)), unique=True, max_size=4)),
    }


def records() -> st.SearchStrategy[dict[str, Any]]:
    """Generate the plain values of any record."""
    name = texts() | st.fixed_dictionaries({"text": texts(), "reading": texts()})
    expertise = st.fixed_dictionaries(
        {"area": _word("area")}, optional={"degree": _word("degree"), "reach": _word("reach"), "since": days()}
    )
    contribution = st.fixed_dictionaries({"kind": _word("contribution"), "day": days()}, optional={"title": _titles()})
    rating = st.fixed_dictionaries(
        {"item": _word("item"), "level": st.integers(0, 7), "by": _word("rater"), "day": days()},
        optional={"note": texts()},
    )
    confirmation = st.fixed_dictionaries(
        {"cell": _word("cell"), "decision": _word("confirmation"), "by": texts(), "reason": texts(), "day": days()}
    )
    return st.fixed_dictionaries(
        {"employee": texts() | st.integers(0, 10**6), "name": name},
        optional={
            "team": texts(),
            "complete": _list("list"),
            "engagements": _engagements(),
            "expertise": st.lists(expertise, max_size=2),
            "contributions": st.lists(contribution, max_size=2),
            "mentoring": st.lists(st.fixed_dictionaries({"whom": texts(), "since": days()}), max_size=2),
            "qualifications": st.lists(
                st.fixed_dictionaries({"examination": _word("examination"), "day": days()}), max_size=2
            ),
            "ratings": st.lists(rating, max_size=3),
            "knowledge": st.lists(_knowledge(), max_size=2),
            "confirmations": st.lists(confirmation, max_size=2),
        },
    )
