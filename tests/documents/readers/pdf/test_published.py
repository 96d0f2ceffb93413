"""Are the published PDFs read as they look?

Only names, numbers and the kinds of lines are looked at; the documents stand beside the repository, where they are there.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Final

import pytest

from kijun.documents.printed import Page
from kijun.documents.readers.pdf.document import open_pdf

_FOLDER: Final = Path(__file__).resolve().parents[4].parent / "shared" / "documents" / "pdf"
_TABLE: Final = Path(__file__).resolve().parents[3] / "standards" / "printed" / "skills-v3-2011-levels-1-2.tsv"
pytestmark = pytest.mark.skipif(not _FOLDER.is_dir(), reason="the published documents are not here")


def _pages(kind: str) -> list[Page]:
    [path] = _FOLDER.glob(f"*{kind}*.pdf")
    return [*open_pdf(path).pages()]


def test_the_career_chart_has_two_coloured_cells() -> None:
    [chart] = _pages("indicators")[2].grids
    assert [(row[0].text, row[1].fill) for row in chart.rows[2:]] == [
        *((f"レベル{number}", None) for number in "７６５４３"),
        ("レベル２", "#00ff00"),
        ("レベル1", "#00ff00"),
    ]


@pytest.mark.parametrize(("number", "options"), [(5, 6), (6, 5)])
def test_an_indicator_is_read_from_its_heading_to_its_options(number: int, options: int) -> None:
    lines = [line.text for line in _pages("indicators")[number - 1].lines]
    assert sum(line.startswith("□") for line in lines) == options
    assert [line for line in lines if line.startswith("●")] == ["●責任性", "●複雑性", "●サイズ"]


def test_the_skill_areas_are_read_column_by_column() -> None:
    lines = _pages("skills")[2].lines
    lefts = [line.place.box[0] for line in lines if line.place.box and line.text.startswith("●")]
    assert (len(lefts), len([left for left in lefts if left < 300])) == (26, 13)
    assert lefts == sorted(lefts)


@pytest.mark.parametrize(("number", "labels"), [(5, 8), (6, 5), (7, 6), (8, 4), (9, 3)])
def test_each_skill_item_stands_before_its_knowledge_items(number: int, labels: int) -> None:
    lines = [line.text for line in _pages("skills")[number - 1].lines]
    signs = "".join(line[0] for line in lines[7:] if line[0] in "●－")
    assert signs.count("●") == labels
    assert "●●" not in signs
    assert lines.index("レベル２") + 1 < lines.index("レベル１")
    assert lines.index("レベル２") > max(index for index, line in enumerate(lines) if line.startswith("－"))


def test_every_name_stands_on_the_line_that_is_cited() -> None:
    on_page = {page.number: page.lines for page in _pages("skills")}
    with _TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    cited = [row for row in rows if row["fact"] in {"common", "knowledge", "overview", "role"}]
    assert len(cited) > 2 * 26 + 103
    for row in cited:
        lines = on_page[int(row["page"].rpartition("-")[2])]
        assert any(row["name"] in line.text for line in lines if line.place.line == int(row["line"])), row["name"]
