"""How does the career chart of a whole framework look: several categories side by side, each over its fields, cells coloured?"""

from __future__ import annotations

from html import escape
from pathlib import Path
from random import Random
from typing import Final

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.documents.unseen.as_files import cell_of, typeset_file
from tests.documents.unseen.names_ja import CATEGORIES

_COLOUR: Final = "F4B183"
_LEVELS: Final = range(7, 0, -1)
Charted = dict[tuple[str, str], tuple[int, ...]]
"""Category and field -> the levels that are coloured."""


def framework(seed: int) -> Charted:
    """Return what a chart shows: a run of levels for each field of three categories."""
    rng = Random(seed)
    shown: Charted = {}
    for category in rng.sample([*CATEGORIES], 3):
        for field in CATEGORIES[category]:
            lowest = rng.randint(1, 4)
            shown[category, field] = tuple(range(lowest, rng.randint(lowest, 7) + 1))
    return shown


def _spans(shown: Charted) -> list[tuple[str, int]]:
    names = [category for category, _ in shown]
    return [(name, names.count(name)) for name in dict.fromkeys(names)]


def as_html(shown: Charted, path: Path) -> Path:
    """Write a web page."""
    first = "".join(f'<th colspan="{count}">{escape(name)}</th>' for name, count in _spans(shown))
    second = "".join(f"<th>{escape(field)}</th>" for _, field in shown)
    rows = [f"<tr><th>職種</th>{first}</tr>", f"<tr><th>専門分野</th>{second}</tr>"]
    for level in _LEVELS:
        cells = "".join(f'<td bgcolor="#{_COLOUR}"></td>' if level in has else "<td></td>" for has in shown.values())
        rows.append(f"<tr><th>レベル{level}</th>{cells}</tr>")
    page = f"<!DOCTYPE html><meta charset='utf-8'><h1>キャリアフレームワーク</h1><table>{''.join(rows)}</table>"
    path.write_text(page, encoding="utf-8")
    return path


def as_docx(shown: Charted, path: Path) -> Path:
    """Write a Word file whose category cells span their fields."""
    document = docx.Document()
    document.add_heading("キャリアフレームワーク", level=1)
    table = document.add_table(rows=2 + len(_LEVELS), cols=1 + len(shown))
    table.cell(0, 0).text, table.cell(1, 0).text = "職種", "専門分野"
    column = 1
    for name, count in _spans(shown):
        table.cell(0, column).merge(table.cell(0, column + count - 1)).text = name
        column += count
    for at, ((_, field), has) in enumerate(shown.items(), start=1):
        table.cell(1, at).text = field
        for row, level in enumerate(_LEVELS, start=2):
            table.cell(row, 0).text = f"レベル{level}"
            if level in has:
                shading = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="{_COLOUR}"/>')
                table.cell(row, at)._tc.get_or_add_tcPr().append(shading)
    document.save(str(path))
    return path


def as_pdf(shown: Charted, path: Path) -> Path:
    """Write a PDF with a ruled table."""
    cells = [cell_of("職種"), *(f"table.cell(colspan: {count}, {cell_of(name)})" for name, count in _spans(shown))]
    cells += [cell_of("専門分野"), *(cell_of(field) for _, field in shown)]
    for level in _LEVELS:
        cells.append(cell_of(f"レベル{level}"))
        cells += [f'table.cell(fill: rgb("#{_COLOUR}"))[]' if level in has else "[]" for has in shown.values()]
    table = f"#table(columns: {1 + len(shown)}, stroke: 0.5pt, {', '.join(cells)})"
    return typeset_file([f"#{cell_of('キャリアフレームワーク')}", table], path)
