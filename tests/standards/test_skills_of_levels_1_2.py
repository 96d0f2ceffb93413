"""Do the shipped skills of levels 1 and 2 hold what their PDF prints?

The evidence is a second table with the page and the line of every skill item, knowledge item, level and entry of the overview.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

from kijun.catalogue.installed import open_edition
from kijun.framework.edition import Edition
from kijun.framework.overview import differences
from kijun.framework.skill import KnowledgeItem
from tests.standards.pdf_pages import pages, with_the_pdfs
from tests.standards.skill_tables import squeezed

_TABLE: Final = Path(__file__).with_name("printed") / "skills-v3-2011-levels-1-2.tsv"
_CATEGORY: Final = "levels-1-2"
_OVERVIEW_PAGE: Final = "L1,2-3"
_RIGHT: Final = 30
"""The letters of a line from which it belongs to the right-hand one of the overview's lists."""

Row = tuple[str, str, str, str, str, int]
"""What it is, the skill item, its number or level, the name, the page and the line."""


@cache
def _rows() -> tuple[Row, ...]:
    with _TABLE.open(encoding="utf-8", newline="") as file:
        return tuple(
            (row["fact"], row["item"], row["number"], row["name"], row["page"], int(row["line"]))
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        )


def _of(*kinds: str) -> list[Row]:
    return [row for row in _rows() if row[0] in kinds]


def _edition() -> Edition:
    return open_edition("itss/v3-2011")


def test_the_second_table_holds_every_item_level_and_knowledge_item_of_the_document() -> None:
    assert len(_of("common")) == len(_of("overview")) == 26
    assert len(_of("filled")) == 52
    assert len(_of("knowledge")) == len(_of("overview-knowledge")) == 103


def test_the_shipped_items_are_those_of_the_second_table_with_their_pages_and_lines() -> None:
    assert list(_shipped_items()) == _of("common", "knowledge", "filled", "role")


def test_the_shipped_overview_is_that_of_the_second_table() -> None:
    assert list(_shipped_overview()) == _of("overview", "overview-knowledge")


def test_the_overview_and_the_tables_differ_in_the_wording_of_three_knowledge_items() -> None:
    edition = _edition()
    found = [
        (each.kind, each.item, [name.ja for name in each.overview], [name.ja for name in each.table])
        for each in differences(edition, edition.skill_areas[_CATEGORY])
    ]
    assert found == [
        ("wording", "system-development-techniques", ["ソフトウェア要件定義"], ["ソフトウェア要求定義"]),
        ("wording", "business-industry", ["e-ビジネス"], ["ｅ-ビジネス"]),
        ("wording", "corporate-activities", ["OR・IE"], ["ＯＲ・ＩＥ"]),
    ]


@with_the_pdfs
def test_every_name_of_the_second_table_stands_at_its_line_of_the_page() -> None:
    named = [row for row in _of("common", "knowledge", "overview", "role") if row[3]]
    assert [row for row in named if row[3] not in pages("006")[row[4]][row[5]]] == []


@with_the_pdfs
def test_the_tables_of_the_document_hold_no_other_item_and_no_other_knowledge_item() -> None:
    printed = [
        found
        for page, lines in pages("006").items()
        if page != _OVERVIEW_PAGE
        for line in lines[4:]
        for found in re.findall(r"[●－](\S+)", line)
    ]
    assert sorted(printed) == sorted(row[3] for row in _of("common", "knowledge"))


@with_the_pdfs
def test_the_overview_of_the_document_holds_what_the_second_table_holds_and_nothing_else() -> None:
    names: dict[str, list[str]] = {row[3]: [] for row in _of("overview")}
    for row in _of("overview-knowledge"):
        names[row[1]].append(row[3])
    said = {heading: squeezed("、".join(below)) for heading, below in names.items()}
    assert said == _overview_of_the_page()


def _overview_of_the_page() -> Mapping[str, str]:
    """Read the two lists of the overview, the left one first: what stands under each heading."""
    lines = pages("006")[_OVERVIEW_PAGE][4:-1]
    left = [_part(line, right=False) for line in lines]
    right = [_part(line, right=True) for line in lines]
    found: dict[str, str] = {}
    heading = ""
    for text in (*left, *right):
        if text.startswith("●"):
            heading = text.removeprefix("●")
            found[heading] = ""
        elif text and not text.startswith("◆"):
            found[heading] += text
    return found


def _part(line: str, *, right: bool) -> str:
    """Return what a line has in one of the lists."""
    return "".join(word[0] for word in re.finditer(r"\S+", line) if (word.start() >= _RIGHT) == right)


def _shipped_items() -> Iterator[Row]:
    titles = _edition().vocabulary.terms["title"]
    for number, item in enumerate(_edition().items_of(f"itss/v3-2011/{_CATEGORY}/common"), start=1):
        assert (item.citation.document, item.is_common, item.headed) == ("006", True, (2, 1))
        name, page = item.name.ja, item.citation.page or ""
        yield "common", name, str(number), name, page, item.citation.line
        yield from _shipped_knowledge("knowledge", name, item.knowledge)
        for level, proficiency in item.proficiencies.items():
            place = (proficiency.citation.page or "", proficiency.citation.line)
            yield ("filled", name, str(level), "", *place)
            yield from (("role", name, str(level), titles[role].name.ja, *place) for role in proficiency.roles)


def _shipped_overview() -> Iterator[Row]:
    names = {item.id: item.name.ja for item in _edition().items_of(f"itss/v3-2011/{_CATEGORY}/common")}
    for group in _edition().skill_areas[_CATEGORY].groups:
        for number, item in enumerate(group.items, start=1):
            name = names[item.item]
            yield "overview", name, str(number), name, item.citation.page or "", item.citation.line
            yield from _shipped_knowledge("overview-knowledge", name, item.knowledge)


def _shipped_knowledge(kind: str, item: str, knowledge: tuple[KnowledgeItem, ...]) -> Iterator[Row]:
    for number, each in enumerate(knowledge, start=1):
        yield kind, item, str(number), each.name.ja, each.citation.page or "", each.citation.line
