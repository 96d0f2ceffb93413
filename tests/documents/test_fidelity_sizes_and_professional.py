"""Do the published documents give the shipped sizes, expertise, succession, mentoring, examinations and job descriptions?"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest

from kijun.catalogue.installed import open_edition
from kijun.documents.glossary import shipped_glossary
from kijun.documents.names import Names
from kijun.documents.notebook import Notebook
from kijun.documents.passage import words_of
from kijun.documents.readers.open import open_document
from kijun.documents.recognise.clauses import clauses_of
from kijun.documents.recognise.examinations import recognise_note
from kijun.documents.recognise.headings import is_nameless
from kijun.documents.recognise.job_description import recognise_job_description
from kijun.documents.recognise.level_table import recognise_level_table
from kijun.documents.recognise.professional import recognise_professional
from kijun.documents.recognise.sections import Divided, Section, divide
from kijun.documents.recognise.sizes import recognise_bands
from kijun.framework.dump import dump_category, dump_cell
from kijun.framework.edition import Edition

_DOCUMENTS: Final = Path(__file__).resolve().parents[2].parent / "shared" / "documents"
_FROM: Final = {
    "002": ("itss/v3-2011", "customer-service"),
    "003": ("itss/v3-2008", "customer-service"),
    "004": ("itss/v3-2008", "sales"),
    "pdf/v3-2011-levels-1-2-indicators": ("itss/v3-2011", "levels-1-2"),
}
_PARTS: Final = ("size", "expertise", "succession", "mentoring", "exam")
_RECOGNISERS: Final = {"size": recognise_bands, "professional": recognise_professional, "note": recognise_note}

pytestmark = pytest.mark.skipif(not _DOCUMENTS.is_dir(), reason="the published documents are not part of the project")


@pytest.mark.parametrize("document", _FROM)
def test_every_shipped_cell_of_the_document_is_read_and_nothing_is_asked(document: str) -> None:
    edition, category = _shipped(document)
    read = _cells(document)
    assert {cell.path for cell in read} == {
        path.removeprefix(f"{edition.id}/")
        for path in edition.indicators
        if path.startswith(f"{edition.id}/{category}/")
    }
    assert [question.path for cell in read for question in cell.questions] == []


@pytest.mark.parametrize("document", _FROM)
def test_the_parts_equal_the_shipped_ones(document: str) -> None:
    edition, _ = _shipped(document)
    for cell in _cells(document):
        shipped = dump_cell(edition.indicators[f"{edition.id}/{cell.path}"], edition)
        assert {part: _part(cell, part) for part in _PARTS} == {part: shipped[part] for part in _PARTS}, cell.path


@pytest.mark.parametrize("document", ["002", "003", "004"])
def test_the_lines_are_those_of_the_shipped_citations(document: str) -> None:
    edition, _ = _shipped(document)
    for cell in _cells(document):
        cited = edition.indicators[f"{edition.id}/{cell.path}"].citations
        lines = {below: _line(cell, below) for below in cited if below.split("/")[0] in _PARTS}
        assert lines == {below: cited[below].line for below in lines}, cell.path


@pytest.mark.parametrize("document", _FROM)
def test_the_job_description_equals_the_shipped_one_in_names_order_phases_and_lines(document: str) -> None:
    edition, category = _shipped(document)
    names = Names(shipped_glossary())
    (section,) = (each for each in _sections(document) if each.kind == "job-description")
    told, shipped = recognise_job_description(section, names, document), edition.categories[category]
    fields = [(names.glossary.find("field", words_of(name), category), name.place().line) for name, _ in told.fields]
    assert fields == [(each.id, each.citation.line) for each in shipped.fields if each.id != "common"]
    assert [(each.id, each.is_main, len(each.parts)) for each in told.phases] == [
        (each.id, each.is_main, len(each.parts)) for each in shipped.phases
    ]
    assert [each.phase for each in told.activities] == [each.phase for each in shipped.activities]
    assert (told.answers_for is None) == (shipped.answers_for is None)
    headed = [
        {"headed": [*table.levels], "cells": None} for table in map(recognise_level_table, _sections(document)) if table
    ]
    assert headed == [each for each in [dump_category(shipped, edition)["levels_printed"]] if each is not None]


def _shipped(document: str) -> tuple[Edition, str]:
    edition, category = _FROM[document]
    return open_edition(edition), category


@cache
def _sections(document: str) -> list[Section]:
    (path,) = _DOCUMENTS.glob(f"{document}-*")
    return list(divide(open_document(path), Divided(), lambda _: None))


@cache
def _cells(document: str) -> list[Notebook]:
    _, category = _FROM[document]
    return [cell for section in _sections(document) if (cell := _cell(section, category)) is not None]


def _cell(section: Section, category: str) -> Notebook | None:
    """Return the notes on the cell of a section whose heading names its field and level, on one line or on several."""
    heading = section.first("indicator")
    level = heading or section.first("level")
    if section.kind != "indicator" or level is None or level.level is None:
        return None
    names = Names(shipped_glossary())
    field = (
        "common"
        if heading is None or is_nameless(heading.name)
        else names.glossary.find("field", heading.name, category)
    )
    cell = Notebook(category=category, field=field or "?", level=level.level, document="1", language="ja", names=names)
    for clause in clauses_of(section):
        if clause.kind in _RECOGNISERS:
            _RECOGNISERS[clause.kind](clause, cell)
    return cell


def _part(cell: Notebook, part: str) -> Any:
    if part in cell.noted or part in ("mentoring", "exam"):
        return cell.noted[part].value if part in cell.noted else {"mentoring": False}.get(part)
    inside = {
        below.partition("/")[2]: noted.value for below, noted in cell.noted.items() if below.startswith(f"{part}/")
    }
    return inside or None


def _line(cell: Notebook, below: str) -> int | None:
    noted = cell.noted.get(below) or cell.noted.get(f"{below}/at_least")
    return noted.place.line if noted is not None else None
