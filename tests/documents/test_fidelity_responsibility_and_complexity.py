"""Do the published documents give the shipped responsibilities, complexities and first sentences of sizes?"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest

from kijun.catalogue.installed import open_edition
from kijun.documents.glossary import shipped_glossary
from kijun.documents.names import Names
from kijun.documents.notebook import Notebook
from kijun.documents.readers.open import open_document
from kijun.documents.recognise.clauses import clauses_of
from kijun.documents.recognise.complexity import recognise_complexity
from kijun.documents.recognise.headings import is_nameless
from kijun.documents.recognise.responsibility import recognise_responsibility
from kijun.documents.recognise.sections import Divided, Section, divide
from kijun.documents.recognise.size_clause import recognise_size_clause
from kijun.framework.dump import dump_cell
from kijun.framework.edition import Edition

_DOCUMENTS: Final = Path(__file__).resolve().parents[2].parent / "shared" / "documents"
_FROM: Final = {
    "002": ("itss/v3-2011", "customer-service"),
    "003": ("itss/v3-2008", "customer-service"),
    "004": ("itss/v3-2008", "sales"),
    "pdf/v3-2011-levels-1-2-indicators": ("itss/v3-2011", "levels-1-2"),
}
_RECOGNISERS: Final = {
    "responsibility": recognise_responsibility,
    "complexity": recognise_complexity,
    "size": recognise_size_clause,
}
_PARTS: Final = ("responsibility", "complexity", "size_clause")
_DECISIVE: Final = {
    "responsibility": "responsibility/at_least",
    "complexity": "complexity/at_least",
    "size_clause": "size_clause/activities",
}
"""Part -> the value whose line is cited for the whole part."""

pytestmark = pytest.mark.skipif(not _DOCUMENTS.is_dir(), reason="the published documents are not part of the project")


@pytest.mark.parametrize("document", _FROM)
def test_every_shipped_cell_of_the_document_is_read_and_nothing_is_asked(document: str) -> None:
    edition, category = _shipped(document)
    read = _cells(document)
    assert {cell.path for cell in read} == {
        path.removeprefix(f"{edition.id}/") for path in edition.indicators if f"/{category}/" in path
    }
    assert [question.path for cell in read for question in cell.questions] == []
    assert [cell.path for cell in read if cell.unread] == []


@pytest.mark.parametrize("document", _FROM)
def test_the_parts_equal_the_shipped_ones(document: str) -> None:
    edition, _ = _shipped(document)
    for cell in _cells(document):
        shipped = dump_cell(edition.indicators[f"{edition.id}/{cell.path}"], edition)
        for part in _PARTS:
            keys: Any = shipped[part] or {}
            read = _part(cell, part) or {}
            assert {key: read.get(key) or None for key in keys} == {key: keys[key] or None for key in keys}, cell.path
            assert bool(read) == bool(keys), cell.path


@pytest.mark.parametrize("document", _FROM)
def test_the_titles_and_circumstances_equal_the_shipped_ones(document: str) -> None:
    edition, _ = _shipped(document)
    for cell in _cells(document):
        shipped = edition.indicators[f"{edition.id}/{cell.path}"]
        for part in _PARTS:
            read, asked = _part(cell, part) or {}, getattr(shipped, part)
            circumstances = asked.circumstances if asked is not None else ()
            told = [{"kind": each.kind, "of": [*each.of]} for each in circumstances]
            assert read.get("circumstances", []) == told, cell.path
            assert tuple(read.get("roles", ())) == getattr(asked, "roles", ()), cell.path


@pytest.mark.parametrize("document", ["002", "003", "004"])
def test_the_lines_are_those_of_the_shipped_citations(document: str) -> None:
    edition, _ = _shipped(document)
    for cell in _cells(document):
        cited = edition.indicators[f"{edition.id}/{cell.path}"].citations
        noted = {below: cell.noted.get(_DECISIVE.get(below, below)) for below in cited}
        lines = {below: each.place.line for below, each in noted.items() if each is not None}
        assert lines == {below: cited[below].line for below in lines}, cell.path
        assert {*_DECISIVE} & {*cited} <= {*lines}, cell.path


def _shipped(document: str) -> tuple[Edition, str]:
    edition, category = _FROM[document]
    return open_edition(edition), category


@cache
def _cells(document: str) -> list[Notebook]:
    _, category = _FROM[document]
    (path,) = _DOCUMENTS.glob(f"{document}-*")
    sections = divide(open_document(path), Divided(), lambda _: None)
    return [cell for section in sections if (cell := _cell(section, category)) is not None]


def _cell(section: Section, category: str) -> Notebook | None:
    heading = section.first("indicator")
    level = heading or section.first("level")
    if section.kind != "indicator" or level is None or level.level is None:
        return None
    names = Names(shipped_glossary())
    name = heading.name if heading is not None else ""
    field = "common" if is_nameless(name) else names.glossary.find("field", name, category)
    cell = Notebook(category=category, field=field or "?", level=level.level, document="1", language="ja", names=names)
    for clause in clauses_of(section):
        if clause.kind in _RECOGNISERS:
            _RECOGNISERS[clause.kind](clause, cell)
    return cell


def _part(cell: Notebook, part: str) -> Any:
    if part in cell.noted:
        return cell.noted[part].value
    return {below.partition("/")[2]: each.value for below, each in cell.noted.items() if below.startswith(f"{part}/")}
