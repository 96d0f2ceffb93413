"""Do the shipped cells hold what the documents print?

The evidence is a second table, typed from the documents on its own: for every cell each path, its value, the words that stand in
the document for it (at most 12 characters), and their line.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from kijun.citation import Citation
from kijun.framework.dump import Plain, dump_cell
from tests.standards.cases import cells, editions
from tests.standards.pdf_pages import PDFS, pages, with_the_pdfs

_TABLES: Final = Path(__file__).with_name("printed")
_DOCUMENTS: Final = Path(__file__).resolve().parents[2].parent / "shared" / "documents"
_LONGEST: Final = 12
_BESIDE: Final = ("cell", "citation", "citations", "flags", "responsibility.circumstances")
"""What `dump_cell` writes beside the printed thresholds: addresses, notes and what is not examined."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of the second table; `line` None where nothing is printed."""

    value: object
    token: str
    line: int | None


@pytest.mark.parametrize("cell", cells())
def test_the_cell_holds_what_the_second_table_holds_path_by_path(cell: str) -> None:
    assert _held(cell) == {path: row.value for path, row in _printed()[cell].items()}


def test_the_second_table_holds_every_cell_and_no_other() -> None:
    assert set(_printed()) == set(cells())


@pytest.mark.parametrize("cell", cells())
def test_every_number_of_the_cell_cites_the_line_of_the_second_table(cell: str) -> None:
    indicator = cells()[cell].indicator
    differing = {
        path: (indicator.cited(_below(path)).line, row.line)
        for path, row in _printed()[cell].items()
        if _is_number(row.value) or (path == "exam" and row.value is not None)
        if indicator.cited(_below(path)).line != row.line
    }
    assert differing == {}, "(the cell's citation, the table's)"


@pytest.mark.parametrize("cell", cells())
def test_everything_that_is_printed_has_a_line_and_a_short_token(cell: str) -> None:
    rows = _printed()[cell].items()
    assert [path for path, row in rows if bool(row.token) != (row.line is not None)] == []
    assert [path for path, row in rows if len(row.token) > _LONGEST] == []
    assert [path for path, row in rows if row.line is None and row.value not in (None, False, [])] == []


_OF_PDFS: Final = [path for path, cell in cells().items() if cell.indicator.citation.document in PDFS]


@pytest.mark.skipif(not _DOCUMENTS.is_dir(), reason="the published documents are not part of the project")
@pytest.mark.parametrize("cell", [path for path in cells() if path not in _OF_PDFS])
def test_every_token_of_the_second_table_stands_at_its_line_of_the_document(cell: str) -> None:
    assert _elsewhere(cell, _lines(cells()[cell].indicator.citation.document)) == {}


@with_the_pdfs
@pytest.mark.parametrize("cell", _OF_PDFS)
def test_every_token_of_the_second_table_stands_at_its_line_of_the_page(cell: str) -> None:
    place: Citation = cells()[cell].indicator.citation
    assert place.page is not None
    assert _elsewhere(cell, list(pages(place.document)[place.page][1:])) == {}


def _elsewhere(cell: str, lines: list[str]) -> dict[str, tuple[str, int]]:
    return {
        path: (row.token, row.line)
        for path, row in _printed()[cell].items()
        if row.line is not None and (row.line > len(lines) or row.token not in lines[row.line - 1])
    }


@cache
def _printed() -> Mapping[str, Mapping[str, Row]]:
    found: dict[str, dict[str, Row]] = {}
    for path in sorted(_TABLES.glob("itss-*.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                of_cell = found.setdefault(row["cell"], {})
                assert row["path"] not in of_cell, f"{path.name}: {row['cell']} {row['path']} stands there twice"
                line = int(row["line"]) if row["line"] else None
                of_cell[row["path"]] = Row(value=json.loads(row["value"]), token=row["token"], line=line)
    return found


@cache
def _lines(document: str) -> list[str]:
    (path,) = _DOCUMENTS.glob(f"{document}-*.txt")
    return path.read_text(encoding="utf-8").split("\n")


def _held(cell: str) -> dict[str, object]:
    indicator = cells()[cell].indicator
    plain = dump_cell(indicator, editions()[indicator.field_path.rsplit("/", 2)[0]])
    return {
        path: value
        for path, value in _leaves(plain, "")
        if not any(path == beside or path.startswith(f"{beside}.") for beside in _BESIDE)
        # The table says nothing where the document does not print "or equivalent".
        and not (path.endswith(".or_equivalent") and value is False)
    }


def _leaves(plain: Plain, at: str) -> Iterator[tuple[str, object]]:
    """Yield what has nothing below it, with its path: keys and positions from 0, joined by dots."""
    match plain:
        case dict() if plain:
            for key, value in plain.items():
                yield from _leaves(value, f"{at}.{key}" if at else key)
        case list() if plain:
            for position, value in enumerate(plain):
                yield from _leaves(value, f"{at}.{position}")
        case _:
            yield at, plain


def _below(path: str) -> str:
    """Return the path below the cell that a citation uses: bands and markets counted from 1, alternatives left out."""
    match path.split("."):
        case ["size", band, "any_of", _, *rest] | ["size", band, *rest]:
            return "/".join(["size", str(int(band) + 1), *rest])
        case ["responsibility", "market", position, *rest]:
            return "/".join(["responsibility", "market", str(int(position) + 1), *rest])
        case steps:
            return "/".join(steps)


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
